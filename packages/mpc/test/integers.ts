// Runs programs on a committee and compares with what they must give.
import { type Tape, type TaskContext, type Value, secret, vector } from '@enigma/bytecode';
import { type FieldVector, elementAt, field, toBigints, vectorOf } from '@enigma/crypto';
import { dealtDraws } from '../src/dealtDraws.ts';
import {
  type ReleasedTask,
  type SecretInput,
  type TaskInputs,
  releaseTasks,
  runTask,
} from '../src/executor/execute.ts';
import { type Plan, planTasks } from '../src/executor/plan.ts';
import { unmask } from '../src/outputs.ts';
import { type Committee, all, committee, maskFor, run, sharedField } from './committee.ts';
import { type Programs, SCALARS, type ScalarType, context, entriesOf, widthOfName } from './integerPrograms.ts';

/** Inputs of one seat: clients' values masked, state as that seat's shares. */
export function inputsOf(
  c: Committee,
  programs: Programs,
  shares: ReadonlyMap<ScalarType, readonly FieldVector[]>,
  seat: number,
): TaskInputs {
  const { client, state } = programs.inputs;
  const inbox = entriesOf<SecretInput>(client, (value, entry, position) => {
    const width = widthOfName(SCALARS[position] as ScalarType);
    return secret(maskFor(c, BigInt.asUintN(width, value), `entry ${entry}`, position, width));
  });
  const kept = Object.keys(state).map((name): Value<SecretInput> => {
    const own = shares.get(name as ScalarType)?.[seat] as FieldVector;
    return vector(state[name as ScalarType].map((_, k) => secret({ share: elementAt(own, k) })));
  });
  return {
    module: programs.module,
    fn: 0,
    args: [],
    state: [...kept, 0n],
    inbox,
    context: context as TaskContext,
    openMode: 'afterSettle',
  };
}

export function sharesOf(c: Committee, programs: Programs): ReadonlyMap<ScalarType, readonly FieldVector[]> {
  return new Map(
    Object.entries(programs.inputs.state).map(([name, values]) => [
      name as ScalarType,
      sharedField(c, vectorOf(values.map((value) => field.reduce(value)))),
    ]),
  );
}

export interface Tried {
  readonly plan: Plan;
  readonly used: { readonly triples: number; readonly ands: number; readonly daBits: number };
  readonly rounds: number;
  /** Programs whose values differ, as text with what was and what should have been. */
  readonly wrong: readonly string[];
}

/** The same committee, which draws from that tape. */
export function drawing(c: Committee, tape: Tape | undefined): Committee {
  if (tape === undefined) return c;
  const draws = dealtDraws(c, tape);
  return { ...c, contexts: c.contexts.map((context, seat) => ({ ...context, draws: draws(seat) })) };
}

/** Runs programs at a committee that holds exactly the material that the plan asks for. */
export function tryPrograms(shape: { n: number; T: number }, programs: Programs, seed = 'programs'): Tried {
  const empty = committee({ ...shape, seed });
  const plan = planTasks(shape, [inputsOf(empty, programs, sharesOf(empty, programs), 0)]);
  const c = drawing(
    committee({ ...shape, seed, triples: plan.triples, ands: plan.ands, daBits: plan.daBits }),
    programs.tape?.(),
  );
  const shares = sharesOf(c, programs);
  const outcome = run(c, function* (engine) {
    const inputs = inputsOf(c, programs, shares, engine.context.seat);
    return yield* releaseTasks([yield* runTask(engine, inputs, 0)]);
  });
  const tasks = all(outcome).map((released) => released.value[0] as ReleasedTask);
  const block = (tasks[0] as ReleasedTask).blocks[0];
  const masks = new Map(
    tasks.flatMap((task) => (task.blocks[0]?.pieces ?? []).map(({ set, mask }) => [set, mask] as const)),
  );
  const values = block ? toBigints(unmask(c.kernel, block.values, [...masks.values()])) : [];
  // Each type's vector begins with a zero of its own.
  const shown: bigint[] = [];
  let at = 0;
  for (const name of SCALARS) {
    if (values[at++] !== 0n) throw new Error('a block out of step');
    for (const { type } of programs.expected) if (type === name) shown.push(values[at++] as bigint);
  }
  const wrong = programs.expected.flatMap(({ type, value, program }, k) => {
    const pattern = BigInt.asUintN(widthOfName(type), value);
    return shown[k] === pattern ? [] : [`${programs.texts[program]} → ${shown[k]}, not ${pattern}`];
  });
  return {
    plan,
    used: c.used[0]?.() as Tried['used'],
    rounds: outcome.ok ? outcome.rounds : 0,
    wrong,
  };
}
