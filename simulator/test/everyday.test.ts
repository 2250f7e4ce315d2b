// Contracts of every day, called by several clients at once on whatever chain: each task ends as the plain evaluator says, each caller reads his answer, and the committee holds the evaluator's state.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeCalls, type JudgeOptions } from '../src/calls/judge.ts';
import { CALLEES, drawCalls, WINDOW_SECONDS, type Act, type CallPlan } from '../src/calls/plan.ts';
import { EVERYDAY, type CallableFunction, type EverydayContract } from '../src/calls/programs.ts';
import { deployFor, performCalls, type Performed, type Sent } from '../src/calls/stage.ts';
import { run } from '../src/run.ts';
import { chanceOf, drawScenario } from '../src/scenario.ts';
import { createWorld } from '../src/world.ts';
import { SMALL } from './support/calls.ts';

test('calls of seeds end as the evaluator says, whatever goes wrong beside them', async () => {
  const seen = new Set<string>();
  for (const seed of ['1', '10', '109']) {
    const scenario = drawScenario(seed, { calls: true });
    seen.add(scenario.calls?.contract.name ?? '');
    const { violations, ending } = await run(scenario);
    assert.deepEqual(violations, [], `seed ${seed}`);
    assert.equal(ending, 'opened');
  }
  assert.deepEqual([...seen].sort(), ['counter', 'keeper']);
});

test('a seed draws every way of a call', () => {
  const acts = Array.from({ length: 60 }, (_, seed) => drawCalls(chanceOf(`ways ${seed}`)).acts).flat();
  for (const way of ['calldata', 'offChain', 'posted', 'oneSeat', 'never'])
    assert.ok(
      acts.some(({ body }) => body === way),
      way,
    );
  for (const [name, drawn] of Object.entries({
    poor: acts.some(({ poor }) => poor),
    garbled: acts.some(({ garbled }) => garbled),
    foreign: acts.some(({ foreign }) => foreign),
    dust: acts.some(({ tip, gasPrice }) => tip < 4n && gasPrice > 1n),
    together: acts.some(({ together }) => together),
    value: acts.some(({ value }) => value > 0n),
  }))
    assert.ok(drawn, name);
  for (const callee of Object.values(CALLEES)) assert.ok(acts.some(({ callback }) => callback === callee));
});

const shop = EVERYDAY.find(({ name }) => name === 'shop') as EverydayContract;
const fn = (name: string): CallableFunction => shop.functions.find((one) => one.name === name) as CallableFunction;
const act = (name: string, more: Partial<Act> = {}): Act => ({
  fn: fn(name),
  args: [],
  caller: 0,
  body: 'calldata',
  poor: false,
  garbled: false,
  value: 0n,
  gasPrice: 1n,
  tip: 1000n,
  foreign: false,
  callback: undefined,
  together: false,
  waits: false,
  windowSeconds: WINDOW_SECONDS,
  postMs: 0,
  ...more,
});
const wide = (value: bigint) => ({ client: value, plain: value });
const small = (value: number) => ({ client: value, plain: BigInt(value) });

test('the judge sees a wrong result, a wrong answer, a wrong callback, a wrong state, and a share off its polynomial', async () => {
  const plan: CallPlan = {
    contract: shop,
    callers: 1,
    heldSeconds: 0,
    acts: [
      act('buy', { args: [wide(500n), small(2)] }),
      act('close', { args: [wide(400n)], callback: CALLEES.takes }),
      act('tip', { value: 70n }),
    ],
  };
  const world = await createWorld({
    seed: 'judge',
    nodes: 4,
    machine: () => SMALL,
    calleeTakes: (target) => target === CALLEES.takes,
  });
  const contract = await deployFor(world, plan, 4, 1);
  const performed = await performCalls(world, contract, plan, () => undefined);
  const options: JudgeOptions = {
    plan,
    n: 4,
    T: 1,
    cheaters: new Set(),
    mustSettle: true,
    mustOpen: true,
    repairs: false,
  };
  const judge = async (changed: Performed = performed): Promise<readonly string[]> => [
    ...new Set((await judgeCalls(world, changed, options)).violations.map(({ property }) => property)),
  ];
  /** The same run, of which something else is believed to have been asked. */
  const believing = (at: number, change: Partial<Act>): Performed => {
    const sent = [...performed.sent].map(([id, one], k): [typeof id, Sent] => [
      id,
      k === at ? { ...one, act: { ...one.act, ...change } } : one,
    ]);
    return { ...performed, sent: new Map(sent) };
  };
  assert.deepEqual(await judge(), []);
  assert.deepEqual(await judge(believing(0, { args: [wide(300n), small(2)] })), ['right result', 'agreed state']);
  assert.deepEqual(await judge(believing(0, { args: [wide(3n), small(2)] })), [
    'right result',
    'right answer',
    'agreed state',
  ]);
  assert.deepEqual(await judge(believing(0, { args: [wide(500n), small(3)] })), ['agreed state']);
  assert.deepEqual(await judge(believing(1, { callback: CALLEES.refuses })), ['callbacks']);
  const store = world.nodes[2]?.store;
  const name = `committee/${contract.committee.committeeId}/position`;
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
  const position = JSON.parse(text(store?.get(name))) as { state: string };
  const state = JSON.parse(text(Buffer.from(position.state.slice(2), 'hex'))) as { shares: string[] };
  state.shares = state.shares.map((share) => String(BigInt(share) + 1n));
  const other = { ...position, state: `0x${Buffer.from(JSON.stringify(state)).toString('hex')}` };
  store?.put(name, new TextEncoder().encode(JSON.stringify(other)));
  assert.deepEqual(await judge(), ['agreed state']);
});
