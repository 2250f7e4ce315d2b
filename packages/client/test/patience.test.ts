// Seats that are busy: the caller waits as long as they say, asks them again, and gets what he came for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keccak256, seededRandom, toHex, utf8 } from '@enigma/crypto';
import type { SeatAnswer } from '../src/asking.ts';
import { createPatience } from '../src/patience.ts';
import { requestMasks, type Ports } from '../src/index.ts';
import type { Seat } from '../src/reading.ts';
import { start } from './support/election.ts';
import { keyOf } from './support/network.ts';

const seats: readonly Seat[] = [0, 1, 2].map((seat) => ({
  seat,
  node: seat,
  signer: toHex(keccak256(utf8(String(seat)))).slice(0, 42) as `0x${string}`,
  nodeSigner: toHex(keccak256(utf8(String(seat)))).slice(0, 42) as `0x${string}`,
  apiUrl: `http://${seat}`,
}));
const busy = (retryAfterMs: number | undefined): SeatAnswer => ({
  kind: 'refused',
  status: 503,
  code: 'BUSY',
  retryAfterMs,
});

test('a busy seat is left alone as long as it says, the others are not; it puts off nobody but itself', async () => {
  const slept: number[] = [];
  const ports = {
    random: seededRandom('patience'),
    sleep: async (ms: number) => void slept.push(ms),
  } as unknown as Ports;
  const patience = createPatience(ports);
  const [a, b, c] = seats as [Seat, Seat, Seat];
  assert.deepEqual(patience.due(seats), seats);
  patience.saw(a, busy(5_000));
  patience.saw(b, busy(1e12));
  patience.saw(c, { kind: 'silent', why: 'unreachable' });
  assert.deepEqual(patience.due(seats), [c]);
  assert.ok(await patience.rest([a, b, c]));
  assert.deepEqual(slept, [250], 'the silent one is asked again at the usual pace');
  assert.ok(await patience.rest([a, b]));
  assert.deepEqual(patience.due([a, b]), [a]);
  assert.equal(slept[1], 4_750);
  assert.ok(await patience.rest([b]));
  assert.deepEqual(patience.due([b]), [b], 'a year is fifteen seconds');
  assert.equal(slept[2], 10_000);
  for (let count = 0; count < 4; count++) {
    patience.saw(b, busy(1e12));
    await patience.rest([b]);
  }
  assert.equal(await patience.rest([b]), false, 'and a minute in all');
});

test('where so many seats are busy that the others are too few, nobody else is asked before they may be again', async () => {
  const { network, voting } = await start();
  const asked: number[] = [];
  let count = 0;
  let isBusy = true;
  const ports: Ports = {
    ...network.ports,
    transport: async (url, request) => {
      count++;
      return isBusy
        ? { status: 503, headers: {}, text: JSON.stringify({ code: 'BUSY', message: 'later', retryAfterMs: 2_000 }) }
        : network.ports.transport(url, request);
    },
    sleep: async () => {
      asked.push(count);
      isBusy = false;
    },
  };
  const { committee } = voting;
  assert.deepEqual([committee.n, committee.T], [4, 1]);
  const terms = { domain: network.domain, committee, contractId: voting.contractId };
  const masks = await requestMasks(ports, { ...terms, kind: 2, nonce: 0n, widths: [5] }, keyOf('many'));
  assert.deepEqual(asked, [3]);
  assert.ok(masks.answered.length >= 3);
});

test('masks come from seats that were busy first, by body or by header, in as many questions as they asked for', async () => {
  const { network, voting } = await start();
  let asked = 0;
  let waitedMs = 0;
  const refusedOnce = new Set<string>();
  const ports: Ports = {
    ...network.ports,
    transport: async (url, request) => {
      asked++;
      if (refusedOnce.has(url)) return network.ports.transport(url, request);
      refusedOnce.add(url);
      // Its own limit on an address answers 429, and what stands before a node knows the header alone.
      return url.includes('1')
        ? { status: 429, headers: { 'retry-after': '3' }, text: '{}' }
        : { status: 503, headers: {}, text: JSON.stringify({ code: 'BUSY', message: 'later', retryAfterMs: 2_000 }) };
    },
    sleep: async (ms) => void (waitedMs += ms),
  };
  const terms = { domain: network.domain, committee: voting.committee, contractId: voting.contractId };
  const masks = await requestMasks(ports, { ...terms, kind: 2, nonce: 0n, widths: [5] }, keyOf('patient'));
  assert.ok(masks.answered.length >= 3);
  assert.ok(asked <= 8, `${asked} questions`);
  assert.ok(waitedMs >= 2_000);
});
