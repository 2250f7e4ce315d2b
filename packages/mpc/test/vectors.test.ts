// Operations on whole vectors of secrets against the plain evaluator, for values from clients and from state, in committees of three shapes: empty vectors, one
// element, and lengths around powers of two. Every run holds exactly the material that its plan asks for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BuiltValue, scalarRefs } from '@enigma/bytecode';
import { shapes } from './committee.ts';
import {
  type Author,
  type Known,
  type Line,
  type ScalarType,
  type Source,
  dice,
  programsOf,
  valueOf,
} from './integerPrograms.ts';
import { type Tried, tryPrograms } from './integers.ts';

const LENGTHS = [0, 1, 3, 8, 9];

function right({ wrong, plan, used, rounds }: Tried): void {
  assert.deepEqual(wrong, []);
  assert.deepEqual(used, { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  assert.equal(rounds, plan.rounds);
}

/** A vector of secrets. */
function list({ r, input, vectorOf }: Author, type: ScalarType, source: Source, values: readonly bigint[]): BuiltValue {
  return r.vector(
    vectorOf(type),
    values.map((value) => input(type, source, value).built),
  );
}

/** The elements of a vector of that length, as values to reveal. */
function shown(
  { r }: Author,
  type: ScalarType,
  vector: BuiltValue,
  length: number,
): { type: ScalarType; value: Known }[] {
  return Array.from({ length }, (_, k) => ({
    type,
    value: { built: r.emit('at', [vector, r.constant(u32, k)]), name: `element ${k}`, isSecret: true },
  }));
}

const { u32 } = scalarRefs;

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) parts, joined vectors and elements at public places`, () => {
    const roll = dice(41);
    const lines = LENGTHS.flatMap((length) =>
      (['u8', 'i64', 'bool'] as const).map((type, k): Line => (author) => {
        const { r, vectorOf } = author;
        const source = k === 1 ? 'state' : 'client';
        const values = Array.from({ length }, () => (type === 'bool' ? BigInt(roll(2)) : valueOf(type, roll)));
        const all = list(author, type, source, values);
        const at = (place: number): BuiltValue => r.constant(u32, place);
        const from = length >> 1;
        const part = r.emit('slice', [all, at(from), at(length - from)], [vectorOf(type)]);
        const both = r.emit('concat', [part, all, part], [vectorOf(type)]);
        const places = Array.from({ length: 2 * length }, (_, i) => (7 * i) % length);
        const picked = r.emit('gather', [all, r.vector(vectorOf('u32'), places.map(at))], [vectorOf(type)]);
        return [...shown(author, type, both, 3 * length - 2 * from), ...shown(author, type, picked, places.length)];
      }),
    );
    right(tryPrograms(shape, programsOf(lines)));
  });
