// Costs: the table, the plan and the run say the same number of rounds, gates, daBits, triples and bytes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FieldVector, newVector, vectorOf } from '@enigma/crypto';
import { less, equal, select } from '../src/circuits/compare.ts';
import { type Planes, planesOf, constantShared } from '../src/circuits/planes.ts';
import { isNegative, isZero } from '../src/comparison.ts';
import { bitsToField } from '../src/convert.ts';
import type { Engine } from '../src/engine.ts';
import { planProtocol } from '../src/executor/plan.ts';
import {
  type Committee,
  type Cost,
  bitChoiceCost,
  bitsCost,
  equalCost,
  fieldChoiceCost,
  inputBitsCost,
  inputFieldCost,
  lessCost,
  negativeCost,
  productCost,
  reductionCost,
  totalsOf,
  zeroCost,
} from '../src/integerCosts.ts';
import { type MaskedInput, maskedBits, maskedField } from '../src/masks.ts';
import { multiply } from '../src/online.ts';
import { bitsOfField, reduce } from '../src/reduction.ts';
import type { Protocol } from '../src/round.ts';
import { committee, run, shapes } from './committee.ts';

const COUNT = 5;
const zeros: FieldVector = newVector(COUNT);
const planes = (engine: Engine, width: number): Planes =>
  planesOf(new Array<bigint>(COUNT).fill(0n), width).map((plane) => constantShared(engine, plane));
const inputs = Array.from({ length: COUNT }, (_, position): MaskedInput => ({
  maskId: new Uint8Array(32),
  position,
  delta: 0n,
}));

const operations: Readonly<
  Record<
    string,
    { cost: (of: Committee, width: number) => Cost; run: (engine: Engine, width: number) => Protocol<unknown> }
  >
> = {
  'less than zero': { cost: negativeCost, run: (engine, width) => isNegative(engine, zeros, width) },
  'zero mod 2^w': { cost: zeroCost, run: (engine, width) => isZero(engine, zeros, width) },
  'mod 2^w': { cost: (of, width) => reductionCost(of, width), run: (engine, width) => reduce(engine, zeros, width) },
  'signed mod 2^w': {
    cost: (of, width) => reductionCost(of, width, true),
    run: (engine, width) => reduce(engine, zeros, width, true),
  },
  'bits mod 2^w': { cost: bitsCost, run: (engine, width) => bitsOfField(engine, zeros, width) },
  'bits of a client': { cost: inputBitsCost, run: (engine, width) => maskedBits(engine, inputs, width) },
  'field element of a client': { cost: inputFieldCost, run: (engine, width) => maskedField(engine, inputs, width) },
  'order of bits': {
    cost: (_, width) => lessCost(width),
    run: (engine, width) => less(engine, planes(engine, width), planes(engine, width)),
  },
  'equality of bits': {
    cost: (_, width) => equalCost(width),
    run: (engine, width) => equal(engine, planes(engine, width), planes(engine, width)),
  },
  'choice of bits': {
    cost: (_, width) => bitChoiceCost(width),
    *run(engine, width) {
      const x = planes(engine, width);
      return yield* select(engine, x[0] as Planes[0], x, x);
    },
  },
  product: { cost: () => productCost, run: (engine) => multiply(engine, zeros, zeros) },
  'choice in the field': {
    cost: () => fieldChoiceCost,
    *run(engine) {
      const bit = yield* bitsToField(engine, planes(engine, 1)[0] as Planes[0]);
      return yield* multiply(engine, bit, vectorOf(new Array<bigint>(COUNT).fill(3n)));
    },
  },
};

for (const shape of shapes) {
  for (const [name, operation] of Object.entries(operations)) {
    test(`(${shape.n},${shape.T}) ${name}: table, plan and run agree`, () => {
      for (const width of [1, 2, 3, 8, 16, 31, 32, 33, 64]) {
        const { bytes, ...table } = totalsOf(shape, operation.cost(shape, width), COUNT);
        const plan = planProtocol(shape, (engine) => operation.run(engine, width));
        const { rounds, ands, daBits, triples } = plan;
        assert.deepEqual({ rounds, ands, daBits, triples }, table, `plan at ${width}`);
        const c = committee({ ...shape, ands, daBits, triples });
        const outcome = run(c, (engine) => operation.run(engine, width));
        assert.ok(outcome.ok);
        assert.deepEqual({ rounds: outcome.rounds, ...c.used[0]?.() }, table, `run at ${width}`);
        assert.equal(
          [...outcome.bytes.values()].reduce((sum, sent) => sum + sent, 0),
          bytes,
          `bytes at ${width}`,
        );
      }
    });
  }
}
