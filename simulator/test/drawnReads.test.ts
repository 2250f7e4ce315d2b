// Reads that seeds draw: beside the queue, late bodies and short deadlines among them, each judged by the plain evaluator as of its own block.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf, drawScenario, undisturbed } from '../src/scenario.ts';
import { drawCalls } from '../src/calls/plan.ts';
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

test('a calm seed with reads is as the evaluator says; with reads answered from the present state a seed is not', async () => {
  const calm = { ...undisturbed(drawScenario('4', { calls: true, committee: [4, 1] })), attack: undefined };
  assert.ok(calm.calls?.acts.some(({ fn }) => fn.read === true));
  assert.deepEqual((await run(calm)).violations, []);
  const bug = BUGS['read-of-now'];
  assert.ok(bug);
  const found = await search('read-of-now', bug, { from: 0, seeds: 12 });
  assert.ok(isFound(found, bug), JSON.stringify(found));
});
