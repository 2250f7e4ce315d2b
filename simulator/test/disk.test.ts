// What befalls disks, and what a node makes of it: it goes on from what is there, or refuses with the cause, and with an empty folder it is repaired. Nothing is guessed, and nothing is signed twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StoreError } from '@enigma/node';
import { createDisk, type Disk } from '../src/disk.ts';
import type { Defence } from '../src/defences.ts';
import type { DiskFault } from '../src/faults/disk.ts';
import { run, type Outcome } from '../src/run.ts';
import { drawScenario, undisturbed } from '../src/scenario.ts';

/** A calm election but for these faults. */
function suffer(
  seed: string,
  disk: readonly DiskFault[],
  {
    committee = [4, 1],
    defenceOff,
  }: { readonly committee?: readonly [number, number]; readonly defenceOff?: Defence } = {},
): Promise<Outcome> {
  const calm = undisturbed(drawScenario(seed, { committee }));
  return run({ ...calm, attack: undefined, defenceOff, faults: { ...calm.faults, disk } });
}

function used(): Disk {
  const disk = createDisk();
  disk.raiseMark('boot', 1);
  disk.put('shares', new Uint8Array([1]));
  disk.putSigned('slot', '0x01', new Uint8Array([1]));
  return disk;
}

const damaged = (run: () => void): void =>
  assert.throws(run, (error) => error instanceof StoreError && error.code === 'STORE_DAMAGED');

test('the simulated disk refuses what the real one refuses', () => {
  used().expectSound();
  createDisk().expectSound();
  for (const what of ['signed', 'mark'] as const) {
    const disk = used();
    disk.flip(what, 0);
    damaged(() => disk.snapshot().expectSound());
  }
  const flipped = used();
  flipped.flip('blob', 0);
  const again = flipped.snapshot();
  again.expectSound();
  damaged(() => again.get('shares'));
  again.put('shares', new Uint8Array([2]));
  assert.deepEqual(again.get('shares'), new Uint8Array([2]));
  for (const file of ['protection', 'state'] as const) {
    const gone = used();
    gone.replace(file, undefined);
    damaged(() => gone.snapshot().expectSound());
    const now = used();
    const before = now.snapshot();
    now.put('shares', new Uint8Array([2]));
    now.putSigned('next', '0x01', new Uint8Array([1]));
    now.put('shares', new Uint8Array([3]));
    now.replace(file, before);
    damaged(() => now.snapshot().expectSound());
  }
});

test('a death between the two files of a mark leaves the higher one', () => {
  const disk = used();
  disk.perform = (transactions) => transactions[0]?.();
  disk.raiseMark('pool', 7);
  const next = disk.snapshot();
  next.expectSound();
  assert.equal(next.mark('pool'), 7);
});

const at = { phase: 'triggered', ms: 1_500 } as const;
const borne: readonly (readonly [string, DiskFault])[] = [
  [
    'death in a write, three times',
    { kind: 'torn', node: 1, at, write: 5, place: 'between', times: 3, restartMs: 700 },
  ],
  ['a full disk', { kind: 'full', node: 2, at, forMs: 9_000 }],
  ['a sync that fails', { kind: 'sync', node: 0, at, write: 3, kept: false, restartMs: 900 }],
  ['a flipped bit in a signature', { kind: 'flip', node: 3, at, what: 'signed', pick: 5, anewMs: 3_000 }],
  ['half a store gone', { kind: 'gone', node: 1, at, files: 'protection', anewMs: 3_000 }],
  ['a store gone', { kind: 'gone', node: 1, at, files: 'both', anewMs: 3_000 }],
  ['an older folder', { kind: 'older', node: 2, taken: { phase: 'start', ms: 500 }, at, files: 'both', anewMs: 3_000 }],
];

for (const [name, fault] of borne) {
  test(`${name}: opened with the right result, and the node is back`, async () => {
    const outcome = await suffer(`borne ${name}`, [fault]);
    assert.deepEqual(outcome.violations, []);
    assert.equal(outcome.ending, 'opened');
  });
}

test('a node that nobody gives an empty folder stays away, and says why', async () => {
  const fault: DiskFault = { kind: 'gone', node: 1, at, files: 'state', anewMs: undefined };
  const outcome = await suffer('stays away', [fault]);
  assert.deepEqual(outcome.violations, []);
  assert.deepEqual(
    outcome.ended.map(({ node, why }) => [node, /other half/.test(why)]),
    [[1, true]],
  );
});

/** Over the time in which keys are made. */
async function lostWhileKeysAreMade(defenceOff: Defence | undefined): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const ms of [6_200, 6_700]) {
    const fault: DiskFault = { kind: 'gone', node: 1, at: { phase: 'start', ms }, files: 'both', anewMs: 500 };
    const { violations } = await suffer(`keys ${ms}`, [fault], defenceOff === undefined ? {} : { defenceOff });
    broken.push(...violations.map(({ property }) => property));
  }
  return broken;
}

test('a seat that lost its disk while keys were made contributes to none that it may have contributed to; without that rule it signs twice', async () => {
  assert.deepEqual(await lostWhileKeysAreMade(undefined), []);
  // A folder that begins anew waits before it acts, and by then the attempt may be over: here it does not wait.
  const off: Defence = {
    name: 'keys',
    what: '',
    attack: '',
    off: { checks: { keysForgotten: false } },
    node: { 'boots.settles': false },
  };
  assert.ok((await lostWhileKeysAreMade(off)).includes('sign once'));
});
