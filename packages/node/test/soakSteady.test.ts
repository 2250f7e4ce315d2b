// The soak of steady load in small, by real processes; and that its measure sees what grows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steadyRun } from '../soak/steadyRun.ts';
import { riseOf } from '../soak/vitals.ts';

test('a rise is that of the line of least squares, as a share of its begin', () => {
  const line = (y: (x: number) => number) => Array.from({ length: 50 }, (_, x) => [x, y(x)] as const);
  assert.equal(riseOf(line(() => 7)), 0);
  assert.ok(Math.abs(riseOf(line((x) => 100 + x)) - 0.49) < 1e-9);
  // What goes up and comes down again does not rise.
  assert.ok(Math.abs(riseOf(line((x) => 100 + 10 * (x % 2)))) < 0.01);
  assert.ok(riseOf(line((x) => 100 - x)) < 0);
});

test(
  'under load each call is opened with the sum that the calls before it leave, and no handle is left when it is over',
  { skip: process.platform !== 'linux', timeout: 300_000 },
  async () => {
    const { wrong, opened, watched } = await steadyRun(
      { seconds: 6, perSecond: 1, samplePauseMs: 500, setUpPauseMs: 500, riseMax: Infinity },
      { note: () => undefined, onStop: () => undefined, goesOn: () => true },
    );
    assert.deepEqual(wrong, []);
    assert.ok(opened >= 5, String(opened));
    for (const { kept, last } of watched) {
      assert.ok(last.rssBytes > 0 && last.diskBytes > 0);
      assert.ok((kept['signature receipt/*/#/*/#/#/#/*/*']?.rows ?? 0) > 0, Object.keys(kept).join());
    }
  },
);
