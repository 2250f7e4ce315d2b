// Seats that refuse are quoted: what they say, and what to do where they all say the same. Their words are a peer's: an unknown one counts as INTERNAL.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSigningKey, seededRandom, thresholdSets } from '@enigma/crypto';
import { scalarRefs } from '@enigma/bytecode';
import { toValue } from '../src/values.ts';
import { isClientError, requestMasks, type CommitteeFacts, type Ports } from '../src/index.ts';

const random = seededRandom('refusals');
const hex32 = `0x${'11'.repeat(32)}` as const;
const committee: CommitteeFacts = {
  committeeId: hex32,
  generation: 0,
  n: 4,
  T: 1,
  qHi: 3,
  qLo: 3,
  sets: thresholdSets(4, 1),
  seats: Array.from({ length: 4 }, (_, seat) => ({
    seat,
    node: seat,
    signer: `0x${String(seat).repeat(40)}` as const,
    nodeSigner: `0x${String(seat).repeat(40)}` as const,
    apiUrl: `http://seat-${seat}`,
  })),
};

const failureOf = async (codes: readonly string[]): Promise<{ message: string; next: string }> => {
  const ports = {
    transport: (url: string) => {
      const text = JSON.stringify({ code: codes[Number(url.slice('http://seat-'.length)[0])], message: 'so it is' });
      return Promise.resolve({ status: 503, headers: {}, text });
    },
    random,
    nowMs: () => 0,
    sleep: () => Promise.resolve(),
  } as unknown as Ports;
  const domain = { chainId: 31337n, verifyingContract: `0x${'22'.repeat(20)}` } as const;
  const terms = { domain, committee, contractId: hex32, kind: 0, nonce: 0n, widths: [8] };
  try {
    await requestMasks(ports, terms, generateSigningKey(random));
  } catch (error) {
    if (isClientError(error, 'NODES_UNREACHABLE')) return error;
    throw error;
  }
  throw new Error('no seat told anything');
};

test('seats that all wait for something say for what, and what to do', async () => {
  const { message, next } = await failureOf(['BUSY', 'BUSY', 'BUSY', 'BUSY']);
  assert.match(message, /Only 0 of 4 seats.*Seat 2 answers BUSY: Many tasks of this contract wait already\./);
  assert.match(next, /when they have settled/);
});

test('seats that say different things are all quoted, and an unknown word is not repeated', async () => {
  const { message, next } = await failureOf(['BUSY', 'NOT_YET', '<b>', 'toString']);
  assert.match(message, /Seat 1 answers NOT_YET: It is not ready/);
  assert.match(
    message,
    /Seat 2 answers INTERNAL.*Seat 3 answers INTERNAL|Seat 3 answers INTERNAL.*Seat 2 answers INTERNAL/,
  );
  assert.doesNotMatch(message, /<b>/);
  assert.match(next, /Check that the nodes run/);
});

test('a number that does not fit is told its range, and not repeated', () => {
  assert.throws(
    () => toValue([], scalarRefs.u8, 300, 'choice'),
    (error) => isClientError(error, 'BAD_ARGUMENT') && /from 0 to 255/.test(error.next) && !/300/.test(error.message),
  );
});
