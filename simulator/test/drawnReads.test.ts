// Reads that seeds draw: beside the queue, late bodies and short deadlines among them, each judged by the plain evaluator as of its own block.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf, drawScenario, undisturbed } from '../src/scenario.ts';
import { drawCalls, isBrief, type Act } from '../src/calls/plan.ts';
import { deployFor, performCalls } from '../src/calls/stage.ts';
import { createWorld } from '../src/world.ts';
import { SMALL } from './support/calls.ts';
import { run } from '../src/run.ts';
import { BUGS } from '../src/planted/bugs.ts';
import { isFound, search } from '../src/planted/main.ts';

test('seeds draw reads of each contract, with late bodies, short times and neighbours', () => {
  const acts = Array.from({ length: 100 }, (_, seed) => drawCalls(chanceOf(`reads ${seed}`)).acts).flat();
  const reads = acts.filter(({ fn }) => fn.read === true);
  assert.equal(new Set(reads.map(({ fn }) => fn.name)).size, 6);
  assert.ok(reads.length > acts.length / 4);
  assert.ok(reads.some(({ body, postMs }) => body === 'posted' && postMs > 2_000));
  assert.ok(reads.some(({ windowSeconds }) => windowSeconds < 10));
  assert.ok(reads.some(({ together }) => together));
});

test('seeds draw reads that run out of time under a receipt which the chain keeps waiting, but on no hostile chain', () => {
  const drawn = Array.from({ length: 60 }, (_, seed) => drawScenario(String(seed), { calls: true }));
  const held = drawn.filter(({ calls }) => (calls?.heldSeconds ?? 0) > 0);
  assert.ok(held.length > 5 && held.length < 30, String(held.length));
  for (const { calls, chain } of held) {
    const lapsing = calls?.acts.at(-1);
    const staying = calls?.acts.at(-2);
    assert.ok(lapsing && staying && isBrief(lapsing) && !isBrief(staying) && lapsing.together);
    assert.equal(chain, undefined);
  }
});

test('where receipts of reads with other neighbours share a slot, a read expires whose neighbour ran out of time', async () => {
  const bug = BUGS['read-slot'];
  assert.ok(bug);
  const found = await search('read-slot', bug, { from: 0, seeds: 12 });
  assert.ok(isFound(found, bug), JSON.stringify(found));
});

test('a calm seed with reads is as the evaluator says; with reads answered from the present state a seed is not', async () => {
  const calm = { ...undisturbed(drawScenario('4', { calls: true, committee: [4, 1] })), attack: undefined };
  assert.ok(calm.calls?.acts.some(({ fn }) => fn.read === true));
  assert.deepEqual((await run(calm)).violations, []);
  const bug = BUGS['read-of-now'];
  assert.ok(bug);
  const found = await search('read-of-now', bug, { from: 0, seeds: 12 });
  assert.ok(isFound(found, bug), JSON.stringify(found));
});

test('a call that goes with the one before does not wait: the other is sealed already, and its time runs (seed 43046)', async () => {
  const chance = chanceOf('together');
  const drawn = drawCalls(chance);
  const fn = drawn.contract.functions.find(({ signed, read }) => signed && read !== true);
  assert.ok(fn);
  const given = { fn, args: fn.args(chance), caller: 0, body: 'calldata', callback: undefined, postMs: 0 } as const;
  const sound = { poor: false, garbled: false, foreign: false, value: 0n, gasPrice: 1n, tip: 0n };
  const plain: Act = { ...given, ...sound, windowSeconds: 600, together: false, waits: false };
  // Whoever waits for the first does until the nodes have waited for its body.
  const first: Act = { ...plain, body: 'never', windowSeconds: 200 };
  const plan = { ...drawn, acts: [first, plain, { ...plain, together: true, waits: true }], heldSeconds: 0 };
  const world = await createWorld({ seed: 'together', nodes: 4, machine: () => SMALL });
  const contract = await deployFor(world, plan, 4, 1);
  const { sent } = await performCalls(world, contract, plan, () => undefined);
  const leftSeconds = world.chain.events(0n, world.chain.finalized().number).flatMap(({ event, blockNumber }) => {
    if (event.name !== 'TaskCreated' || sent.get(event.taskId)?.act.body === 'never') return [];
    return [event.header.deadline - (world.chain.blockAt(blockNumber)?.timestamp ?? 0)];
  });
  assert.equal(leftSeconds.length, 2);
  assert.ok(
    leftSeconds.every((left) => left > 590),
    leftSeconds.join(),
  );
});
