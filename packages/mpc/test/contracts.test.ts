// Generated contracts of the bytecode room — records, maps, arrays, addresses, state from call to call — on a committee against their twin.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fromLeaves,
  initialState,
  leafTypesOf,
  mapLeaves,
  limbsOf,
  leavesOf,
  secret,
  stateSecrets,
  verifyModule,
  widthOf,
  type TaskContext,
  type Value,
} from '@enigma/bytecode';
import { contract, dice, emptyTwin, wrapTo, type Call, type Dice, type Kind } from '@enigma/bytecode/test-support';
import { elementAt, field, toBigints, vectorOf } from '@enigma/crypto';
import {
  type ReleasedTask,
  type SecretInput,
  type TaskInputs,
  releaseTasks,
  runTask,
} from '../src/executor/execute.ts';
import { planTasks } from '../src/executor/plan.ts';
import { unmask } from '../src/outputs.ts';
import { type Committee, all, committee, maskFor, run, sharedField } from './committee.ts';

const PROGRAMS = 40;
const SHAPE = { n: 3, T: 1 };

function callOf(kind: Kind, random: Dice): Call {
  const integer = (): bigint =>
    wrapTo(
      kind,
      random.below(3) === 0
        ? BigInt(random.below(3)) - 1n
        : BigInt(random.below(0x7fff_ffff)) * BigInt(random.below(0x7fff_ffff)) * 4n,
    );
  const who = (): bigint => (BigInt(1 + random.below(3)) << BigInt(32 * random.below(5))) & ((1n << 160n) - 1n);
  return { a: integer(), b: integer(), n: integer(), flag: BigInt(random.below(2)), who: who(), sender: who() };
}

test(`${PROGRAMS} generated contracts, two calls each, reveal on a committee what their twin says`, () => {
  for (let seed = 1; seed <= PROGRAMS; seed++) {
    const random = dice(seed * 104_729);
    const { module, kind, expected } = contract(random);
    const outcome = verifyModule(module);
    assert.ok(outcome.ok);
    const verified = outcome.value;
    const { types } = verified.module;
    const params = verified.module.functions[0]!.params;
    const twin = emptyTwin();
    let plain: readonly Value<bigint>[] = initialState(verified);
    for (let round = 0; round < 2; round++) {
      const call = callOf(kind, random);
      const words = [call.a, call.b, call.n, call.flag, call.who];
      const inputsOf = (c: Committee, shares: readonly bigint[]): TaskInputs => {
        let position = 0;
        let next = 0;
        const args = params.map(({ type, label }, i): Value<SecretInput> => {
          if (label === 'p') return words[i]!;
          const parts = type === 11 ? limbsOf<never>(words[i]!) : [words[i]!];
          let at = 0;
          return fromLeaves<SecretInput>(types, type, (leaf) => {
            const width = widthOf(types, leaf);
            const value = BigInt.asUintN(width, parts[at++] as bigint);
            return secret(maskFor(c, value, `call ${round}`, position++, width));
          });
        });
        const state = plain.map((value, i) => {
          const place = verified.module.fields[i]!;
          if (place.kind !== 'map')
            return mapLeaves<bigint, SecretInput>(types, place.type, value, () => secret({ share: shares[next++]! }));
          const entries = value as unknown as { kind: 'vector'; elements: { members: [bigint, bigint] }[] };
          return {
            kind: 'vector',
            elements: entries.elements.map(({ members: [key] }) => ({
              kind: 'record',
              members: [key, secret({ share: shares[next++]! })],
            })),
          } as Value<SecretInput>;
        });
        const context: TaskContext = {
          sender: call.sender,
          self: 2n,
          height: 3n,
          time: 4n,
          value: 5n,
          seats: SHAPE.n,
          threshold: SHAPE.T,
        };
        return { module: verified, fn: 0, args, state, inbox: [], context, openMode: 'afterSettle' };
      };
      const secrets = stateSecrets(verified.module, plain).map(({ scalar }) =>
        field.reduce(typeof scalar === 'bigint' ? scalar : scalar.scalar),
      );
      const sharesFor = (c: Committee): readonly (readonly bigint[])[] => {
        const shared = secrets.length === 0 ? [] : sharedField(c, vectorOf(secrets));
        return Array.from({ length: SHAPE.n }, (_, seat) => secrets.map((__, k) => elementAt(shared[seat]!, k)));
      };
      const empty = committee({ ...SHAPE, seed: `plan ${seed}` });
      const plan = planTasks(SHAPE, [inputsOf(empty, sharesFor(empty)[0]!)]);
      const c = committee({
        ...SHAPE,
        seed: `run ${seed}`,
        triples: plan.triples,
        ands: plan.ands,
        daBits: plan.daBits,
      });
      const shares = sharesFor(c);
      const ran = run(c, function* (engine) {
        return yield* releaseTasks([yield* runTask(engine, inputsOf(c, shares[engine.context.seat]!), 0)]);
      });
      const tasks = all(ran).map((released) => released.value[0] as ReleasedTask);
      const block = tasks[0]!.blocks[0]!;
      const masks = new Map(
        tasks.flatMap((task) => task.blocks[0]!.pieces.map(({ set, mask }) => [set, mask] as const)),
      );
      const shown = toBigints(unmask(c.kernel, block.values, [...masks.values()]));
      const [x, bit, who] = expected(twin, call) as [bigint, bigint, bigint];
      assert.deepEqual(
        shown,
        [BigInt.asUintN(kind.bits, x), bit, ...limbsOf<never>(who)] as bigint[],
        `seed ${seed}, call ${round}`,
      );
      plain = [
        twin.box,
        { kind: 'record', members: [twin.best.who, twin.best.x] },
        { kind: 'vector', elements: [...twin.list] },
        { kind: 'vector', elements: [...twin.kept].map((entry) => ({ kind: 'record', members: entry })) },
      ] as Value<bigint>[];
    }
  }
});
void leafTypesOf;
void leavesOf;
