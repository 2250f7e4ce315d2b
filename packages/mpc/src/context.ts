// What one seat brings to one attempt of one session. The engine adds nothing of its own: no clock, no randomness, no network.
import type { FieldKernel, FieldVector } from '@enigma/crypto';
import type { SharedBits } from './bits.ts';
import type { Draws } from './draws.ts';

/**
 * What a seed is for. S_{A,kind} = HKDF(K_A, kind ‖ slot), from the chain the session stands on: `pool` chain for triple, and, dabit
 * and the coins of a pool batch; task chain (`output` chain step, slot with anchor, attempt and proposal) for random, coin and output, and for the random values that
 * tasks draw.
 */
export type SeedKind = 'triple' | 'and' | 'dabit' | 'product' | 'coin' | 'random' | 'output' | 'draw';

/**
 * Verified correlated randomness, taken in order from the ranges that the session agreed on and burnt. What is handed out belongs to the
 * taker, who may write over it; nothing is handed out twice.
 */
export interface Material {
  /** Shares of a, b and c = ab in F_p. */
  triples(count: number): Triples;
  /** Replicated a, b and c = a ∧ b. */
  ands(count: number): AndTriples;
  /** One random bit in both domains. */
  daBits(count: number): DaBits;
}

export interface Triples {
  readonly a: FieldVector;
  readonly b: FieldVector;
  readonly c: FieldVector;
}

export interface AndTriples {
  readonly a: SharedBits;
  readonly b: SharedBits;
  readonly c: SharedBits;
}

export interface DaBits {
  readonly bits: SharedBits;
  readonly field: FieldVector;
}

export interface EngineContext {
  readonly n: number;
  /** Threshold: T seats learn and change nothing. */
  readonly T: number;
  /** 0-based; the Shamir point is seat + 1. */
  readonly seat: number;
  /** Bitmask of the seats that take part, at least 2T+1. A seat outside it may run the same protocols from recorded results. */
  readonly live: number;
  /** D: bitmask of exactly 2T+1 live seats, the only senders of degree-2T messages. */
  readonly openers: number;
  readonly kernel: FieldKernel;
  /** 16-byte seeds by T-set, for the sets without this seat: S_{A,kind}, already bound to the slot. */
  setKeys(kind: SeedKind): ReadonlyMap<number, Uint8Array>;
  /** 16-byte zero seeds by seat: from the pairwise chains, bound to the same slot. Every other seat of D; empty at a seat outside D. */
  readonly pairKeys: ReadonlyMap<number, Uint8Array>;
  /** 16-byte keys k_A of the mask chain in the inputs' period, by T-set, for the sets without this seat; empty in a pool session. */
  readonly maskKeys: ReadonlyMap<number, Uint8Array>;
  /** The session's id as it is under the committee's own id (32 bytes) ‖ attempt (u16, big endian): binds the commitments of outputs. */
  readonly slot: Uint8Array;
  readonly material: Material;
  /** What tasks draw, in place of the session's own seeds: a dealer's tape. Nothing outside tests passes it. */
  readonly draws?: Draws;
  /** While a plan is made, and nowhere else: what is revealed while a task runs is taken to be this, and every argument to lie in its range. */
  readonly assumed?: { readonly revealed: bigint };
}

/** A run asks for more material than its plan says. Every seat finds it out at the same point: what steers a run is public. */
export class PlanExceeded extends Error {
  readonly code = 'PLAN_EXCEEDED';
}
