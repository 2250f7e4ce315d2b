// Tables at a secret place, and integers taken apart and put together, against the plain evaluator: by committees of three shapes, for values from clients and from state.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scalarRefs } from '@enigma/bytecode';
import { constantShared, planesOf } from '../src/circuits/planes.ts';
import { lookUp } from '../src/circuits/table.ts';
import { planProtocol } from '../src/executor/plan.ts';
import { shapes } from './committee.ts';
import {
  INTEGERS,
  type IntegerName,
  type Line,
  type Source,
  dice,
  programsOf,
  valueOf,
  widthOfName,
  wrapName,
} from './integerPrograms.ts';
import { type Tried, tryPrograms } from './integers.ts';

const PLACES = ['u8', 'u16', 'u32', 'u64'] as const;
const SOURCES = ['client', 'state'] as const;

function right({ wrong, plan, used, rounds }: Tried): void {
  assert.deepEqual(wrong, []);
  assert.deepEqual(used, { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  assert.equal(rounds, plan.rounds);
}

/** The entry of a table of that length at a place, which may be outside. */
function looked(
  type: IntegerName,
  length: number,
  index: (typeof PLACES)[number],
  place: bigint,
  source: Source,
): Line {
  return ({ r, roll, input, vectorOf, say }) => {
    const entries = Array.from({ length }, () => valueOf(type, roll));
    say(`table of ${length} ${type} at ${place}`);
    const table = r.vector(
      vectorOf(type),
      entries.map((entry) => r.constant(scalarRefs[type], entry)),
    );
    const built = r.emit('lut', [table, input(index, source, wrapName(index, place)).built]);
    return [{ type, value: { built, name: 'entry', isSecret: true } }];
  };
}

for (const shape of shapes) {
  test(`(${shape.n},${shape.T}) entries of tables of every length, and zero outside`, () => {
    const lengths = shape.n === 3 ? [0, 1, 2, 3, 5, 16, 17, 100, 255, 256, 300] : [3, 16, 256];
    const lines = lengths.flatMap((length, k) =>
      [0, 1, length - 1, length, 2 ** Math.ceil(Math.log2(length + 1)), 255, 2 ** 16].map((place, j) =>
        looked(
          INTEGERS[(k + j) % 8] as IntegerName,
          length,
          PLACES[(k + j) % 4] as 'u8',
          BigInt(Math.max(0, place)),
          SOURCES[j % 2] as Source,
        ),
      ),
    );
    right(tryPrograms(shape, programsOf(lines)));
  });

  test(`(${shape.n},${shape.T}) bits of integers, and integers of bits`, () => {
    const roll = dice(shape.n);
    const lines = INTEGERS.flatMap((type) =>
      SOURCES.map((source): Line => ({ r, input, emit, vectorOf, say }) => {
        const x = input(type, source, valueOf(type, roll));
        const bits = r.emit('bits', [x.built]);
        const at = (place: number): ReturnType<typeof r.emit> =>
          r.emit('at', [bits, r.constant(scalarRefs.u32, place)]);
        const width = widthOfName(type);
        say(`bits of ${x.name}`);
        // Turned round; the sixteen lowest alone; with what is above another width.
        const turned = r.vector(
          vectorOf('bool'),
          Array.from({ length: width }, (_, place) => at(width - 1 - place)),
        );
        const known = (built: ReturnType<typeof r.emit>): ReturnType<typeof emit> => ({
          built,
          name: 'joined',
          isSecret: true,
        });
        const some = r.vector(vectorOf('bool'), [r.constant(scalarRefs.bool, 1), at(3), at(0)]);
        return [
          { type, value: known(r.emit('frombits', [turned], [scalarRefs[type]])) },
          { type: 'u8', value: known(r.emit('frombits', [bits], [scalarRefs.u8])) },
          { type: 'i64', value: known(r.emit('frombits', [bits], [scalarRefs.i64])) },
          { type: 'u16', value: known(r.emit('frombits', [some], [scalarRefs.u16])) },
          { type: 'bool', value: known(at(width - 1)) },
        ];
      }),
    );
    right(tryPrograms(shape, programsOf(lines)));
  });
}

test('a table of 256 bytes is 82 gates in four rounds, and places of one table share theirs', () => {
  const entries = Array.from({ length: 256 }, (_, k) => BigInt((k * 167 + 13) % 256));
  const plan = (count: number): unknown => {
    const { ands, rounds } = planProtocol({ n: 4, T: 1 }, (engine) =>
      lookUp(
        engine,
        { entries, width: 8 },
        planesOf(new Array<bigint>(count).fill(7n), 8).map((plane) => constantShared(engine, plane)),
      ),
    );
    return { ands, rounds };
  };
  assert.deepEqual(plan(1), { ands: 82, rounds: 4 });
  assert.deepEqual(plan(16), { ands: 16 * 82, rounds: 4 });
});
