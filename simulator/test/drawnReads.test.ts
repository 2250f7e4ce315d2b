// Reads that seeds draw: beside the queue, late bodies and short deadlines among them, each judged by the plain evaluator as of its own block.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf, drawScenario, undisturbed } from '../src/scenario.ts';
import { drawCalls, isBrief } from '../src/calls/plan.ts';
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
