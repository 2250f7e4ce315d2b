// Generated contracts, three calls each: what they reveal and what they leave, evaluator against its twin.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addressOf,
  costOf,
  encodeModule,
  evaluate,
  gasOf,
  initialState,
  limbsOf,
  loadModule,
  plainLeaves,
  plainValue,
  secret,
  sizesOf,
  type Value,
} from '@enigma/bytecode';
import { context } from './support/run.ts';
import { contract, emptyTwin, wrapTo, type Call, type Kind } from './support/contracts.ts';
import { dice, type Dice } from './support/random.ts';

const PROGRAMS = 600;

function integer(kind: Kind, random: Dice): bigint {
  const half = 1n << BigInt(kind.bits - 1);
  const edges = [0n, 1n, -1n, half, half - 1n, -half];
  const wide = BigInt(random.below(0x7fff_ffff)) * BigInt(random.below(0x7fff_ffff)) * 4n + BigInt(random.below(9));
  return wrapTo(kind, random.below(3) === 0 ? (edges[random.below(edges.length)] as bigint) : wide);
}

function callOf(kind: Kind, random: Dice): Call {
  const who = (): bigint => (BigInt(1 + random.below(3)) << BigInt(32 * random.below(5))) & ((1n << 160n) - 1n);
  return {
    a: integer(kind, random),
    b: integer(kind, random),
    n: integer(kind, random),
    flag: BigInt(random.below(2)),
    who: who(),
    sender: who(),
  };
}

test(`${PROGRAMS} generated contracts, three calls each, give and keep what the twin says`, () => {
  for (let seed = 1; seed <= PROGRAMS; seed++) {
    const random = dice(seed * 7919);
    const { module, kind, expected } = contract(random);
    const loaded = loadModule(encodeModule(module));
    assert.ok(loaded.ok, `seed ${seed}: ${loaded.ok ? '' : loaded.code}`);
    const verified = loaded.value;
    const cost = costOf(verified, 0);
    assert.ok(cost.ok);
    const twin = emptyTwin();
    let state: readonly Value<bigint>[] = initialState(verified);
    for (let round = 0; round < 3; round++) {
      const call = callOf(kind, random);
      const { a, b, n, flag, who, sender } = call;
      const sealed = addressOf(limbsOf<bigint>(who).map((limb) => secret(limb as bigint)));
      const args = [secret(a), secret(b), n, secret(flag), sealed];
      const inputs = { args, state, inbox: [], context: { ...context, sender } };
      const { outcome } = evaluate(verified, 0, inputs);
      assert.ok(outcome.status === 'ok', `seed ${seed}`);
      const results = outcome.results.map((value, i) =>
        plainValue(verified, module.functions[0]!.results[i]!.type, value),
      );
      assert.deepEqual(results, expected(twin, call), `seed ${seed}, call ${round}`);
      assert.ok(gasOf(cost.value, sizesOf(verified, 0, inputs)) > 1000n);
      state = outcome.state;
    }
    const left = module.fields.map((field, i) => plainLeaves(verified, field.type, state[i]!));
    const { who, x } = twin.best;
    assert.deepEqual(
      left,
      [[twin.box], [...limbsOf<never>(who), x], twin.list, [...twin.kept].flat()],
      `seed ${seed}: state`,
    );
  }
});
