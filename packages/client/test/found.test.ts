// What the fuzzer found here, input by input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thresholdSets, type Hex } from '@enigma/crypto';
import type { ChainPort } from '@enigma/protocol';
import { ALL_CHECKS, withChecks } from '../src/defences.ts';
import type { Ports } from '../src/ports.ts';
import { readReports } from '../src/reports.ts';

const ID: Hex = `0x${'ab'.repeat(32)}`;
const ADDRESS: Hex = `0x${'11'.repeat(20)}`;

test('what a node says of itself has its form or is left out: committees that were none ended whoever showed them', async () => {
  const seat = { seat: 0, node: 0, signer: ADDRESS, nodeSigner: ADDRESS, apiUrl: 'http://node' };
  const committee = {
    committeeId: ID,
    generation: 0,
    n: 1,
    T: 0,
    qHi: 1,
    qLo: 1,
    seats: [seat],
    sets: thresholdSets(1, 0),
  };
  const infoOf = async (said: unknown): Promise<unknown> => {
    const ports = {
      chain: { chainId: 1n, tasks: ADDRESS } as ChainPort,
      transport: () => Promise.resolve({ status: 200, headers: {}, text: JSON.stringify(said) }),
    } as unknown as Ports;
    const [report] = await readReports(withChecks(ports, { ...ALL_CHECKS, 'answer.signature': false }), committee, ID);
    return report?.info ?? report?.task;
  };
  const one = { committeeId: ID, contractId: ID, seat: 0, serving: true, state: 'Serving' };
  const info = {
    index: 0,
    signer: ADDRESS,
    chainId: 1,
    tasksAddress: ADDRESS,
    committees: [one],
    bytesIn: 1,
    bytesOut: 2,
  };
  const task = { stage: 'Running', attempt: 0, openings: 1, rounds: 2, maskedEntries: 3, receiptDigest: null };
  assert.deepEqual(await infoOf(info), info);
  assert.deepEqual(await infoOf(task), task);
  const wrong: readonly unknown[] = [
    { ...info, committees: null },
    { ...info, committees: [null] },
    { ...info, committees: [{ ...one, state: 7 }] },
    { ...info, bytesIn: 1.5 },
    { ...task, stage: 1 },
    { ...task, receiptDigest: '0x' },
    { ...task, rounds: -1 },
  ];
  for (const said of wrong) assert.equal(await infoOf(said), undefined, JSON.stringify(said));
});
