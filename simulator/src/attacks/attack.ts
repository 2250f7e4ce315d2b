// What an adversary may be given to do. He plays one node or up to T, each by these rules: sees all it sees, holds its keys, and sends whatever he likes in its name; the network and the chain he does not own.
import type { MachineOptions } from '@enigma/mpc/session';
import type { Chance } from '../ballots.ts';
import type { CallPlan } from '../calls/plan.ts';
import { GOSSIP, readPayload, rangesOfProposal, MESSAGE, type GossipMessage, type SessionMessage } from '../wiretap.ts';
import type { World } from '../world.ts';

/** Of a committee's life: its keys and first state, its pools, what clients give it, rounds over a task, its receipt, and what is opened. */
export const ATTACK_PHASES = ['keys', 'pool', 'inputs', 'tally', 'settle', 'open'] as const;
export type AttackPhase = (typeof ATTACK_PHASES)[number];

export interface AttackFacts {
  readonly n: number;
  readonly T: number;
  /** Index of the node that cheats. */
  readonly cheater: number;
  /** All that cheat together, this one among them. */
  readonly colluders: ReadonlySet<number>;
  /** Where to strike, of the attack's phases; undefined leaves it to chance. */
  readonly phase: AttackPhase | undefined;
  readonly chance: Chance;
}

export interface Armed {
  /** What the cheater's own machine runs with. */
  readonly machine?: Pick<MachineOptions, 'twist'>;
  arm(world: World): void;
  /** Whether the lie was told at all in this run: only then is something asked of the honest. */
  told(): boolean;
  /** What the adversary gained that he must not gain. */
  gained?(): readonly string[];
}

export interface Attack {
  readonly name: string;
  readonly what: string;
  /** Where it can strike. */
  readonly phases: readonly AttackPhase[];
  /** Whoever does it has no seat: all nodes are honest. */
  readonly seatless?: true;
  /** It is about calls, of which it needs these. */
  readonly calls?: (plan: CallPlan) => CallPlan;
  /** With so many colluders the task must be opened with the right result; otherwise it may also end by its deadline. */
  settles(n: number, T: number, colluders: number): boolean;
  /** Every honest node must name the cheater. */
  named(n: number, T: number): boolean;
  begin(facts: AttackFacts): Armed;
}

export const always = (): boolean => true;
export const never = (): boolean => false;
/** One seat may be lost and openings are corrected. */
export const corrects = (n: number, T: number): boolean => n >= 3 * T + 1;
/** qHi = ⌈(n + T + 1)/2⌉ signatures without the cheaters'. */
export const quorumWithout = (n: number, T: number, colluders: number): boolean =>
  n - colluders >= Math.ceil((n + T + 1) / 2);

/** Which sessions make pool batches: their proposals burn a step of the pool chain (range kind 5). */
export function sessionKinds(world: World): (sessionId: string) => 'pool' | 'tasks' | undefined {
  const kinds = new Map<string, 'pool' | 'tasks'>();
  world.network.taps.push((_from, _to, payload) => {
    const message = readPayload(payload);
    if (message?.channel !== 'session' || message.type !== MESSAGE.proposal) return;
    const ranges = rangesOfProposal(payload)?.ranges ?? [];
    kinds.set(message.sessionId, ranges.some((range) => range.kind === 5) ? 'pool' : 'tasks');
  });
  return (sessionId) => kinds.get(sessionId);
}

/** Rewrites what the cheater sends; frames of others pass. */
export function tamper(
  world: World,
  cheater: number,
  rewrite: (to: number, payload: Uint8Array, message: SessionMessage | GossipMessage) => readonly Uint8Array[],
): void {
  const others = world.network.tamper;
  world.network.tamper = (from, to, payload) => {
    if (from !== cheater) return others?.(from, to, payload) ?? [payload];
    const message = readPayload(payload);
    return message === undefined ? [payload] : rewrite(to, payload, message);
  };
}

const KEY_MESSAGES: readonly number[] = [MESSAGE.keyContribution, MESSAGE.keyCheck, MESSAGE.keyShow, MESSAGE.keyReady];

/** In which phase a message stands; undefined of those that stand in none. */
export function phaseReader(world: World): (message: SessionMessage | GossipMessage) => AttackPhase | undefined {
  const kindOf = sessionKinds(world);
  const serves = (): boolean => [...world.chain.state().heads.values()].some((head) => head.status === 2);
  return (message) => {
    if (message.channel === 'gossip')
      return message.kind === GOSSIP.receipt ? 'settle' : message.kind === GOSSIP.ask ? undefined : 'open';
    if (KEY_MESSAGES.includes(message.type)) return 'keys';
    const kind = kindOf(message.sessionId);
    return kind === 'tasks' && !serves() ? 'keys' : kind === 'tasks' ? 'tally' : kind;
  };
}

export function flipped(payload: Uint8Array, at: number, bits = 1): Uint8Array {
  const copy = payload.slice();
  copy[at] = (copy[at] as number) ^ bits;
  return copy;
}
