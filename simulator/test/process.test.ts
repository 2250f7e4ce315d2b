// What befalls processes: deaths at any moment and again and again, machines that stand still, clocks that are wrong, leap or stand, a second process on a copy of the folder, keys and folders mixed up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NetworkFault } from '../src/faults/network.ts';
import type { ProcessFault } from '../src/faults/process.ts';
import { run, type Outcome } from '../src/run.ts';
import { drawScenario, undisturbed } from '../src/scenario.ts';

/** A calm election but for these faults. */
function suffer(
  seed: string,
  process: readonly ProcessFault[],
  committee: readonly [number, number] = [4, 1],
  network: readonly NetworkFault[] = [],
): Promise<Outcome> {
  const calm = undisturbed(drawScenario(seed, { committee }));
  return run({ ...calm, attack: undefined, faults: { ...calm.faults, process, network } });
}

const at = { phase: 'triggered', ms: 1_200 } as const;
const start = { phase: 'start', ms: 0 } as const;
const borne: readonly (readonly [string, ProcessFault])[] = [
  ['deaths again and again', { kind: 'deaths', node: 1, at, times: 6, everyMs: 2_500, awayMs: 900, power: false }],
  ['power lost again and again', { kind: 'deaths', node: 2, at, times: 4, everyMs: 4_000, awayMs: 2_500, power: true }],
  [
    'death at one point at each start',
    { kind: 'point', node: 0, at, failpoint: 'session.hello.c', times: 4, awayMs: 400 },
  ],
  ['a machine that stands still', { kind: 'pause', node: 3, at, forMs: 12_000, clockStands: false }],
  ['a machine that stands still with its clock', { kind: 'pause', node: 3, at, forMs: 12_000, clockStands: true }],
  ['a clock ten minutes ahead', { kind: 'leap', node: 1, at: start, byMs: 600_000 }],
  ['a clock ten minutes behind', { kind: 'leap', node: 1, at: start, byMs: -600_000 }],
  ['a clock that leaps forward', { kind: 'leap', node: 2, at, byMs: 600_000 }],
  ['a clock that stands', { kind: 'frozen clock', node: 0, at, forMs: 20_000 }],
];

for (const [name, fault] of borne) {
  test(`${name}: opened with the right result`, async () => {
    const outcome = await suffer(`borne ${name}`, [fault]);
    assert.deepEqual(outcome.violations, []);
    assert.equal(outcome.ending, 'opened');
    assert.deepEqual(outcome.ended, []);
  });
}

test('(3,1): every seat is needed, and a clock that is put back ten minutes at each of them keeps none silent', async () => {
  // Links that break meanwhile lose what was said, so that it has to be said again.
  const leaps = [0, 1, 2].map((node): ProcessFault => ({ kind: 'leap', node, at, byMs: -600_000 }));
  const flap: NetworkFault = { kind: 'flap', node: 0, at, times: 20, everyMs: 900, downMs: 400 };
  const outcome = await suffer('put back', leaps, [3, 1], [flap]);
  assert.deepEqual(outcome.violations, []);
  assert.equal(outcome.ending, 'opened');
});

test('of two processes on copies of one folder one refuses, or both; the result is right, and no slot of a session has two signatures', async () => {
  for (const [seed, everyMs] of [
    ['a', 400],
    ['b', 1_500],
  ] as const) {
    const twin: ProcessFault = { kind: 'twin', node: 1, at, forMs: 9_000, everyMs };
    const outcome = await suffer(`twin ${seed}`, [twin]);
    assert.deepEqual(outcome.violations, []);
    assert.equal(outcome.ending, 'opened');
    assert.ok(outcome.ended.length > 0);
    assert.ok(outcome.ended.every(({ node, why }) => node === 1 && /shows start/.test(why)));
  }
});

for (const [what, why] of [
  ['folder', /belongs to another node/],
  ['signer', /belongs to another node/],
  ['signer without folder', /is registered with signer/],
] as const) {
  test(`another node's ${what}: the start is refused with the cause, and put right it goes on`, async () => {
    const outcome = await suffer(`mixed up ${what}`, [{ kind: 'mixed up', node: 2, at, what, other: 0, forMs: 5_000 }]);
    assert.deepEqual(outcome.violations, []);
    assert.equal(outcome.ending, 'opened');
    assert.deepEqual(
      outcome.ended.map((one) => [one.node, why.test(one.why)]),
      [[2, true]],
    );
  });
}

test('a machine that is put back nine seconds, and keys started elsewhere with an empty folder: one of the two refuses, and the result is right', async () => {
  const faults: readonly ProcessFault[] = [
    { kind: 'rewind', node: 1, at: { phase: 'start', ms: 11_000 }, backMs: 9_000 },
    { kind: 'clone', node: 2, at, forMs: 6_000, everyMs: 700 },
  ];
  for (const fault of faults) {
    const outcome = await suffer(`put back ${fault.kind}`, [fault]);
    assert.deepEqual(outcome.violations, []);
    assert.equal(outcome.ending, 'opened');
    assert.ok(outcome.ended.some(({ node, why }) => node === fault.node && /shows start/.test(why)));
  }
});
