// The table of behaviours: every attack has its places, colluders are as many as are asked for, and a run that breaks something is counted where it belongs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ASKED_ATTACKS, ATTACKS, attackNamed } from '../src/attacks/index.ts';
import { run } from '../src/run.ts';
import { cheatersOf, drawScenario, undisturbed } from '../src/scenario.ts';
import { cellsOf, isSound, jobsOfTable, tableText } from '../src/table.ts';
import type { Report } from '../src/worker.ts';

const report = (told: boolean, broken: readonly string[] = []): Report => {
  const violations = broken.map((property) => ({ property, what: '' }));
  return { seed: '5', told, ending: 'opened', aborts: 3, naming: 1, violations } as unknown as Report;
};

test('every attack stands in the table by 1 … T colluders of three committees, in each of its phases', () => {
  const jobs = jobsOfTable(1, 0, undefined);
  for (const { name, phases, seatless } of [...ATTACKS, ...ASKED_ATTACKS]) {
    assert.ok(phases.length > 0, name);
    const own = jobs.filter(({ attack }) => attack.name === name);
    assert.equal(own.length, phases.length * (seatless === true ? 3 : 4), name);
  }
});

test('what breaks is counted as a wrong name, a leak, or another property, and the table is then no success', () => {
  const jobs = jobsOfTable(2, 0, 'wrong-piece');
  const kinds = [['honest never blamed'], ['nothing unmasked before finality'], ['settles'], []];
  const cells = cellsOf(
    jobs,
    jobs.map((_, at) => report(at > 0, kinds[at])),
  );
  const [first, second] = cells;
  assert.deepEqual(
    [first?.runs, first?.told, first?.blamedWrongly, first?.leaked, first?.broken, first?.seeds],
    [2, 1, 1, 1, 0, ['5', '5']],
  );
  assert.deepEqual([second?.broken, second?.aborts, second?.named], [1, 6, 2]);
  assert.equal(isSound(cells), false);
  assert.equal(isSound(cells.slice(2)), true);
  assert.equal(isSound([]), false);
  assert.match(
    tableText(cells),
    /honest nodes blamed in 1, unmasked early or learnt in 1, other properties broken in 1/,
  );
});

test('two of five collude, and seeds draw one or two', async () => {
  const two = undisturbed(
    drawScenario('1', { attack: 'equivocate-share', committee: [5, 2], colluders: 2, phase: 'tally' }),
  );
  assert.equal(new Set(cheatersOf(two)).size, 2);
  const outcome = await run(two);
  assert.deepEqual(outcome.violations, []);
  assert.ok(outcome.told);
  const drawn = Array.from({ length: 40 }, (_, seed) =>
    drawScenario(String(seed), { attack: 'replay', committee: [5, 2] }),
  );
  assert.deepEqual(new Set(drawn.map(({ colluders }) => colluders)), new Set([1, 2]));
  assert.ok(attackNamed('replay')?.phases.every((phase) => drawn.some((one) => one.phase === phase)));
});

test('a record is forged for whoever was away, in each committee, and refused', async () => {
  for (const { wanted } of jobsOfTable(1, 0, 'forged-record')) {
    const { told, ending, violations } = await run(undisturbed(drawScenario('0', wanted)));
    assert.deepEqual([told, ending, violations], [true, 'opened', []], JSON.stringify(wanted));
  }
});
