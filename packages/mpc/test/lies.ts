// One seat that lies, in every round or in one: what a protocol has to survive, whatever it computes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FieldVector, elementAt, field, setElement, vectorFromBytes, vectorToBytes } from '@enigma/crypto';
import type { SharedBits } from '../src/bits.ts';
import type { Engine } from '../src/engine.ts';
import type { LockstepMessage } from '../src/lockstep.ts';
import type { Protocol } from '../src/round.ts';
import { type Committee, committee, passes, revealBits, revealField, run } from './committee.ts';

export type Answer = SharedBits | FieldVector;
const isBits = (answer: Answer): answer is SharedBits => 'pieces' in answer;

/** What a protocol gave, in the clear. */
export function shown(c: Committee, results: ReadonlyMap<number, Answer>): string {
  const [first] = results.values();
  return first && isBits(first)
    ? revealBits(c, results as ReadonlyMap<number, SharedBits>).join()
    : revealField(c, results as ReadonlyMap<number, FieldVector>).join();
}

export function shifted(payload: Uint8Array, by: bigint): Uint8Array {
  const vector = vectorFromBytes(payload) as FieldVector;
  for (let k = 0; k < vector.length / 2; k++) setElement(vector, k, field.reduce(elementAt(vector, k) + by));
  return vectorToBytes(vector);
}

/** Turns the first bit: padding stays zero, so that the lie is well-formed. */
function flipped(payload: Uint8Array): Uint8Array {
  const bytes = payload.slice();
  bytes[0] = (bytes[0] as number) ^ 1;
  return bytes;
}

/** Lies of one seat in every round, or in one. */
const lies: Readonly<
  Record<string, { readonly liar: number; readonly lie: (m: LockstepMessage, round?: number) => Uint8Array }>
> = {
  'wrong shares': {
    liar: 1,
    lie: (m, round) =>
      m.from === 1 &&
      (m.kind === 'shares' || m.kind === 'full') &&
      m.payload.length % 16 === 0 &&
      (round ?? m.round) === m.round
        ? shifted(m.payload, 1n << 40n)
        : m.payload,
  },
  'wrong bits': {
    liar: 0,
    lie: (m, round) =>
      m.from === 0 && m.kind === 'piece' && (round ?? m.round) === m.round ? flipped(m.payload) : m.payload,
  },
  'wrong witness': {
    liar: 2,
    lie: (m, round) =>
      m.from === 2 && m.kind === 'pieceHash' && (round ?? m.round) === m.round ? flipped(m.payload) : m.payload,
  },
};

/** Every lie in any round of it is found, and some of them would have worked. */
export function liesAreFound(
  name: string,
  material: { readonly ands?: number; readonly daBits?: number; readonly triples?: number },
  protocol: (c: Committee) => (engine: Engine) => Protocol<Answer>,
  /** One round of so many is tried. */
  every = 1,
): void {
  test(`${name}: a lie in any round stops (3,1) and changes nothing in (4,1)`, () => {
    const honest = committee({ n: 4, T: 1, ...material });
    const outcome = run(honest, protocol(honest));
    assert.ok(outcome.ok);
    const truth = shown(honest, outcome.results);
    for (const [kind, { liar, lie }] of Object.entries(lies)) {
      for (const n of [3, 4]) {
        for (let round = 0; round < outcome.rounds; round += every) {
          const c = committee({ n, T: 1, ...material });
          let told = false;
          const tamper = (m: LockstepMessage): Uint8Array => {
            const bytes = lie(m, round);
            told ||= bytes !== m.payload;
            return bytes;
          };
          const cheated = run(c, protocol(c), { tamper, honest: (2 ** n - 1) & ~(1 << liar) });
          if (!told) continue;
          if (n === 3) assert.equal(cheated.ok ? 'passed' : cheated.code, 'MISMATCH', `${kind}, round ${round}`);
          else {
            const results = [...passes(cheated)].filter(([seat]) => seat !== liar);
            assert.equal(shown(c, new Map(results)), truth, `${kind}, round ${round}`);
          }
        }
      }
    }
  });

  test(`${name}: with the opening check off a lie changes the outcome`, () => {
    const wrong = Object.entries(lies).filter(([kind]) => kind !== 'wrong witness');
    const c = committee({ n: 3, T: 1, ...material });
    const honest = run(c, protocol(c));
    const truth = shown(c, passes(honest));
    const rounds = honest.ok ? honest.rounds : 0;
    let changed = 0;
    for (const [, { lie }] of wrong) {
      for (let round = 0; round < rounds && changed === 0; round++) {
        const cheated = committee({ n: 3, T: 1, ...material });
        const outcome = run(cheated, protocol(cheated), {
          tamper: (m) => lie(m, round),
          checkOpenings: false,
          checkViews: false,
        });
        const results = passes(outcome);
        try {
          if (shown(cheated, results) !== truth) changed++;
        } catch {
          changed++; // the seats no longer agree on one value
        }
      }
    }
    assert.ok(changed > 0);
  });
}
