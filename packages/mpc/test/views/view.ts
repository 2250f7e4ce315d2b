// What colluders see of one run, as bytes under names: what they held before it, what honest seats sent them, what everybody may read, and how it ended. Nothing here is computed
// by the engine; a view is what a coalition could write down.
import { type Seat, type SeatSet, inSet, seatsIn, vectorToBytes } from '@enigma/crypto';
import { bitsToBytes } from '../../src/bits.ts';
import type { SeedKind } from '../../src/context.ts';
import type { LockstepMessage, LockstepOutcome } from '../../src/lockstep.ts';
import type { MaterialRanges } from '../../src/material.ts';
import { type ExchangeResult, type Protocol, resultBytes } from '../../src/round.ts';
import type { Committee } from '../committee.ts';

export interface View {
  /** By name; a run that ended early has fewer. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Numbers that stand in public or in a colluder's hands and that an extractor relates to each other: δ's, partial sums, own shares. */
  readonly publics: readonly bigint[];
  /** Colluders' shares of kept values, each with its seat. */
  readonly shares: readonly { readonly seat: Seat; readonly value: bigint }[];
}

export interface Recorder {
  readonly watch: (message: LockstepMessage) => void;
  /** A colluder's own protocol, whose answers it knows as well: what was opened. */
  overhear<T>(seat: Seat, protocol: Protocol<T>): Protocol<T>;
  note(name: string, bytes: Uint8Array): void;
  relate(value: bigint): void;
  share(seat: Seat, value: bigint): void;
  view(): View;
}

const SEEDS: readonly SeedKind[] = ['random', 'coin', 'output', 'draw'];

/** Begins the view of `colluders` with what they bring: their keys and material. */
export function recorder(c: Committee, dealt: readonly MaterialRanges[], colluders: SeatSet): Recorder {
  const parts = new Map<string, Uint8Array>();
  const publics: bigint[] = [];
  const shares: { seat: Seat; value: bigint }[] = [];
  for (const seat of seatsIn(colluders)) {
    const context = c.contexts[seat];
    for (const kind of SEEDS)
      for (const [set, key] of context?.setKeys(kind) ?? []) parts.set(`${seat}/key/${kind}/${set}`, key);
    for (const [set, key] of context?.maskKeys ?? []) parts.set(`${seat}/mask/${set}`, key);
    for (const [other, key] of context?.pairKeys ?? []) parts.set(`${seat}/pair/${other}`, key);
    const { triples, ands, daBits } = dealt[seat] ?? {};
    for (const part of ['a', 'b', 'c'] as const) {
      if (triples) parts.set(`${seat}/triple/${part}`, vectorToBytes(triples[part]));
      for (const [set, words] of ands?.[part].pieces ?? []) parts.set(`${seat}/and/${part}/${set}`, bitsToBytes(words));
    }
    if (daBits) parts.set(`${seat}/daBit`, vectorToBytes(daBits.field));
  }
  return {
    watch({ round, index, from, to, kind, part, payload }) {
      // What colluders say to each other or to others they knew before.
      if (inSet(colluders, to) && !inSet(colluders, from))
        parts.set(`${to}/${round}/${index}/${from}/${kind}/${part}`, payload.slice());
    },
    *overhear(seat, protocol) {
      let answers: readonly ExchangeResult[] = [];
      for (let round = 0; ; round++) {
        const step = protocol.next(answers);
        if (step.done) return step.value;
        answers = yield step.value;
        if (inSet(colluders, seat))
          answers.forEach((answer, k) => parts.set(`${seat}/opened/${round}/${k}`, resultBytes(answer).slice()));
      }
    },
    note: (name, bytes) => void parts.set(name, bytes),
    relate: (value) => void publics.push(value),
    share: (seat, value) => void shares.push({ seat, value }),
    view: () => ({ parts, publics, shares }),
  };
}

/** How a run ended: whoever took part knows. */
export function noteEnd(recording: Recorder, outcome: LockstepOutcome<unknown>): void {
  const code = outcome.ok ? 'OK' : outcome.code;
  recording.note('end', Uint8Array.of(code.length, code.charCodeAt(0), ...outcome.named));
  recording.note('end/round', Uint8Array.of(outcome.ok ? 255 : outcome.round & 255));
}
