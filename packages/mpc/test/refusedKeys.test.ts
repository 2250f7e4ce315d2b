// Messages of the set-up of keys that a peer made up, at one seat: none of them enters the keys, and none that others signed counts for another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hex } from '@enigma/crypto';
import { KEY_CHECK, KEY_CONTRIBUTION } from '@enigma/protocol';
import { pairId } from '../src/session/batch.ts';
import { receiveCheck, receiveReady } from '../src/session/keyChecks.ts';
import { loadKeys, receiveContribution } from '../src/session/keyContributions.ts';
import { receiveKeyAbort, receiveShow } from '../src/session/keyEnd.ts';
import { type KeySetup, contributionRecord, createKeySetup, keyIdsOf } from '../src/session/keyState.ts';
import { startKeys } from '../src/session/keys.ts';
import { loadKeyring } from '../src/session/keyring.ts';
import { KEY_ATTEMPTS_MAX } from '../src/session/limits.ts';
import { keysIdOf } from '../src/session/seat.ts';
import { Writer } from '../src/session/wire.ts';
import { type Alone, alone, readerOf } from './seatAlone.ts';

interface Kit extends Alone {
  readonly setup: KeySetup;
}

function kit(): Kit {
  const seat = alone();
  const setup = createKeySetup(seat.seat, undefined);
  startKeys(setup, 0);
  seat.sent();
  return Object.assign(seat, { setup });
}

const attempt = (number: number): Writer => new Writer().uint(number, 2);

test('nothing is heard of an attempt that there cannot be', () => {
  const rest: Readonly<Record<string, (one: Kit, w: Writer) => void>> = {
    contribution: ({ setup }, w) => receiveContribution(setup, 1, readerOf(w.uint(0, 2))),
    check: ({ setup }, w) => receiveCheck(setup, 1, readerOf(w.uint(0, 2))),
    ready: ({ setup }, w) => receiveReady(setup, 1, readerOf(w.uint(0, 1).raw(new Uint8Array(32)))),
    show: ({ setup }, w) => receiveShow(setup, 1, readerOf(w.uint(0, 2))),
    abort: ({ setup }, w) => receiveKeyAbort(setup, 1, readerOf(w.uint(0, 2)), 0),
  };
  for (const [name, hears] of Object.entries(rest)) {
    const one = kit();
    const known = one.setup.attempts.size;
    hears(one, attempt(KEY_ATTEMPTS_MAX));
    assert.deepEqual([one.faults(), one.setup.attempts.size], [['1 MALFORMED'], known], name);
    hears(one, attempt(KEY_ATTEMPTS_MAX - 1));
    assert.deepEqual(one.faults(), [], name);
  }
});

/** Has seat 1 contribute to a key. */
function contributes(one: Kit, set: number, by = 1): string[] {
  const bytes = new Uint8Array(32).fill(7);
  const record = contributionRecord(one.setup, 0, set, 1, bytes);
  const signature = one.signature(by, KEY_CONTRIBUTION, record);
  receiveContribution(one.setup, 1, readerOf(attempt(0).list([set], (w) => w.uint(set, 4).raw(bytes).raw(signature))));
  return one.faults();
}

test('a contribution is to a key that its seat holds with us, and signed by it', () => {
  const held = (one: Kit, set: number): boolean => one.setup.attempts.get(0)?.contributions.get(set)?.has(1) === true;
  const [T_SET, ITS_OWN, OURS] = [0b0100, 0b0010, 0b0001];
  for (const set of [T_SET, pairId(0, 1)]) {
    const one = kit();
    assert.deepEqual([contributes(one, set), held(one, set)], [[], true]);
    const forged = kit();
    assert.deepEqual([contributes(forged, set, 2), held(forged, set)], [['1 BAD_SIGNATURE'], false]);
  }
  for (const set of [ITS_OWN, OURS, pairId(0, 2), pairId(1, 2), 0b0110]) {
    const one = kit();
    assert.deepEqual([contributes(one, set), held(one, set)], [['1 WRONG_PLACE'], false], `${set}`);
  }
});

/** Has seat 1 send checks of keys in the name of `by`. */
function checks(one: Kit, by: number, ids: readonly number[], key = by): string[] {
  const { setup } = one;
  const keyHash: Hex = `0x${'44'.repeat(32)}`;
  const committeeId = keysIdOf(one.seat.facts);
  const list = ids.map((set) => ({
    set,
    signature: one.signature(key, KEY_CHECK, { committeeId, attempt: 0, set, keyHash }),
  }));
  const w = attempt(0).list([by], (each) =>
    each
      .uint(by, 1)
      .list(list, (inner, { set, signature }) => inner.uint(set, 4).raw(new Uint8Array(32).fill(0x44)).raw(signature)),
  );
  receiveCheck(setup, 1, readerOf(w));
  return one.faults();
}

test('the checks of a seat are of all its keys and no others, each once, and signed by it', () => {
  const { seat } = kit();
  const all = keyIdsOf(seat, 2);
  const known = (one: Kit): boolean => one.setup.attempts.get(0)?.checks.has(2) === true;
  const good = kit();
  assert.deepEqual([checks(good, 2, all), known(good)], [[], true]);
  const others = all.with(0, 0b0100);
  const rows: readonly (readonly [string, readonly number[], number?])[] = [
    ['MALFORMED', []],
    ['MALFORMED', all.slice(1)],
    ['MALFORMED', [...all, 0b0100]],
    ['MALFORMED', [...all, all[0] as number]],
    ['MALFORMED', others],
    ['MALFORMED', all.with(0, all[1] as number)],
    ['BAD_SIGNATURE', all, 3],
  ];
  for (const [code, ids, key] of rows) {
    const one = kit();
    assert.deepEqual([checks(one, 2, ids, key), known(one)], [[`1 ${code}`], false], ids.join());
  }
  // Nobody sits there, and of nobody's keys there is nothing to sign.
  const stranger = kit();
  assert.deepEqual([checks(stranger, 9, []), stranger.setup.attempts.get(0)?.checks.has(9)], [['1 MALFORMED'], false]);
});

test('a disk without keys has none', () => {
  const one = kit();
  assert.equal(loadKeys(one.setup, 1), undefined);
  assert.equal(loadKeyring(one.seat.ports), undefined);
});
