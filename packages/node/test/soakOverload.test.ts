// The soak of overload in small, by real processes: whatever is not done is refused, with a time to come again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overloadRun } from '../soak/overloadRun.ts';

test(
  'more calls and more requests for masks than a network bears are done or told when to come again; floods beside them change nothing of that',
  { skip: process.platform !== 'linux', timeout: 300_000 },
  async () => {
    const { wrong, parts, floods } = await overloadRun(
      {
        seconds: 3,
        times: 20,
        tasksWaiting: 2,
        maskCallers: 8,
        setUpPauseMs: 500,
        goodputMin: 0,
        p99TimesMax: Infinity,
        peakBytesMax: Infinity,
        floodSockets: 50,
      },
      { note: () => undefined, onStop: () => undefined, goesOn: () => true },
    );
    assert.deepEqual(wrong, []);
    assert.ok((parts['tasks']?.refused ?? 0) + (parts['masks']?.refused ?? 0) > 0);
    assert.ok((parts['masks']?.goodput ?? 0) > 0);
    assert.deepEqual(Object.keys(floods).toSorted(), ['oversize', 'peers', 'silent', 'slow']);
  },
);
