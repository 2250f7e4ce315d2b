// Costs: the table, the plan and the run say the same number of rounds, gates, daBits, triples and bytes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FieldVector, newVector, vectorOf } from '@enigma/crypto';
import { less, equal, select } from '../src/circuits/compare.ts';
import { divide, divideSigned, squareRoot } from '../src/circuits/division.ts';
import { type Planes, planesOf, constantShared } from '../src/circuits/planes.ts';
import { shiftBySecret } from '../src/circuits/shift.ts';
import { lookUp } from '../src/circuits/table.ts';
import { isNegative, isZero } from '../src/comparison.ts';
import { bitsToField } from '../src/convert.ts';
import { divisionCost, quotientCost, rootCost, shiftCost, tableCost } from '../src/divisionCosts.ts';
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
import { quotient } from '../src/quotient.ts';
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
    {
      cost: (of: Committee, width: number) => Cost;
      run: (engine: Engine, width: number) => Protocol<unknown>;
      /** Where not every width makes sense. */
      widths?: readonly number[];
    }
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
  'shift by a secret': {
    cost: (_, width) => shiftCost(width, 8),
    run: (engine, width) =>
      shiftBySecret(engine, planes(engine, width), planes(engine, 8), { up: true, signed: false }),
    widths: [2, 8, 16, 32, 64],
  },
  'quotient by a public number': {
    cost: quotientCost,
    run: (engine, width) => quotient(engine, zeros, new Array<bigint>(COUNT).fill(3n), width),
  },
  'entry of a table': {
    cost: (_, width) => tableCost(200, width, 8),
    run: (engine, width) =>
      lookUp(engine, { entries: Array.from({ length: 200 }, (_, k) => BigInt(k)), width }, planes(engine, 8)),
  },
  'entry of a table at a wide place': {
    cost: (_, width) => tableCost(width, 8, 64),
    run: (engine, width) =>
      lookUp(engine, { entries: Array.from({ length: width }, (_, k) => BigInt(k)), width: 8 }, planes(engine, 64)),
  },
  'long division': {
    cost: (_, width) => divisionCost(width, false),
    run: (engine, width) => divide(engine, planes(engine, width), planes(engine, width)),
    widths: [2, 8, 16, 32, 64],
  },
  'signed long division': {
    cost: (_, width) => divisionCost(width, true),
    run: (engine, width) => divideSigned(engine, planes(engine, width), planes(engine, width)),
    widths: [2, 8, 16, 32],
  },
  'long division of twice the width': {
    cost: (_, width) => divisionCost(width, false, 2 * width),
    run: (engine, width) => divide(engine, planes(engine, 2 * width), planes(engine, width)),
    widths: [2, 8, 16, 32],
  },
  'square root': {
    cost: (_, width) => rootCost(width),
    run: (engine, width) => squareRoot(engine, planes(engine, width)),
    widths: [2, 8, 16, 32, 64],
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
      for (const width of operation.widths ?? [1, 2, 3, 8, 16, 31, 32, 33, 64]) {
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
