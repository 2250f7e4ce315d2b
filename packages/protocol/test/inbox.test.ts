import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { signingKeyOf, toHex } from '@enigma/crypto';
import {
  decodeEntry,
  encodeEntry,
  entryBytes,
  foldEntries,
  type InboxTerms,
  lastBySender,
  type PostedEntry,
  signEntry,
  siftEntries,
  signVoucher,
  verifyEntry,
  ZERO_ADDRESS,
  ZERO_HASH,
} from '../src/index.ts';

const seed = 20261124;
const key = (n: number): ReturnType<typeof signingKeyOf> => signingKeyOf(new Uint8Array(32).fill(n));
const [voter, other, admission] = [key(1), key(2), key(3)];
const terms: InboxTerms = {
  domain: { chainId: 31337n, verifyingContract: `0x${'7a'.repeat(20)}` },
  contractId: `0x${'11'.repeat(32)}`,
  committeeId: `0x${'22'.repeat(32)}`,
  period: 1,
  policyHash: `0x${'33'.repeat(32)}`,
  admission: ZERO_ADDRESS,
  widths: [5, 12],
};
const ballot = (nonce: bigint, delta = 3n, who = voter, where = terms): Uint8Array =>
  signEntry(where, { sender: who.address, nonce, deltas: [delta, 7n] }, who.privateKey);
const posted = (...bodies: Uint8Array[]): PostedEntry[] =>
  bodies.map((body, i) => ({ index: BigInt(i), height: 10n, body }));

describe('inbox', () => {
  test('an entry has exactly its length and comes back', () => {
    const body = ballot(4n);
    assert.equal(body.length, entryBytes(terms));
    assert.equal(body.length, 20 + 8 + 4 + 1 + 2 + 64);
    const decoded = verifyEntry(terms, body);
    assert.equal(decoded.ok && decoded.value.nonce, 4n);
    if (decoded.ok) assert.deepEqual(encodeEntry(terms, decoded.value), body);
  });

  test('bits of a δ above its width are malformed, though signed', () => {
    const decoded = verifyEntry(terms, ballot(1n));
    assert.equal(decoded.ok, true);
    const body = ballot(1n);
    body[32] = 0x20;
    const refused = decodeEntry(terms, body);
    assert.equal(!refused.ok && refused.code, 'OutOfRange');
  });

  test("a relayer's old ballot loses to a newer one, whichever comes first", () => {
    const [old, newer] = [ballot(1n, 1n), ballot(2n, 2n)];
    for (const order of [posted(old, newer), posted(newer, old)]) {
      const sifted = siftEntries(terms, order);
      const counted = lastBySender(sifted.accepted);
      assert.deepEqual(
        counted.map((entry) => [entry.nonce, entry.deltas[0]]),
        [[2n, 2n]],
      );
    }
  });

  test('the same ballot twice counts once', () => {
    const sifted = siftEntries(terms, posted(ballot(1n), ballot(1n)));
    assert.deepEqual([sifted.accepted.length, sifted.dropped.length], [1, 1]);
  });

  test('garbage silences nobody: what fails any other test marks nothing', () => {
    const high = 2n ** 64n - 1n;
    const forged = ballot(high, 3n, other);
    forged.set(ballot(1n).subarray(0, 20)); // another sender's name over a signature of one's own
    const stale = signEntry(
      { ...terms, period: 0 },
      { sender: voter.address, nonce: high, deltas: [1n, 1n] },
      voter.privateKey,
    );
    const foreign = ballot(high, 3n, voter, { ...terms, committeeId: `0x${'23'.repeat(32)}` });
    const policy = ballot(high, 3n, voter, { ...terms, policyHash: `0x${'34'.repeat(32)}` });
    const long = Uint8Array.of(...ballot(high), 0);
    const wide = ballot(high);
    wide[32] = 0xff;
    const sifted = siftEntries(terms, posted(forged, stale, foreign, policy, long, wide, ballot(1n)));
    assert.deepEqual(
      sifted.accepted.map((entry) => entry.index),
      [6n],
    );
    assert.deepEqual(
      sifted.dropped.map((entry) => entry.reason.code),
      ['WrongSignature', 'OutOfRange', 'WrongSignature', 'WrongSignature', 'WrongLength', 'OutOfRange'],
    );
    // The cheat succeeds where a refused entry still marks its nonce: then the honest ballot behind it is lost.
    const marking = siftEntries(terms, posted(ballot(1n)), new Map([[voter.address, high]]));
    assert.equal(marking.accepted.length, 0);
  });

  test('marks carry over to what is read later', () => {
    const first = siftEntries(terms, posted(ballot(5n)));
    const second = siftEntries(terms, posted(ballot(4n), ballot(6n)), first.marks);
    assert.deepEqual(
      second.accepted.map((entry) => entry.nonce),
      [6n],
    );
  });

  test('with an admission, an entry needs its voucher for this sender and contract', () => {
    const closed = { ...terms, admission: admission.address };
    const vote = (voucher: `0x${string}`): Uint8Array =>
      signEntry(closed, { sender: voter.address, nonce: 1n, deltas: [1n, 2n], voucher }, voter.privateKey);
    const good = signVoucher(terms.domain, terms.contractId, voter.address, admission.privateKey);
    const byOther = signVoucher(terms.domain, terms.contractId, voter.address, other.privateKey);
    const forOther = signVoucher(terms.domain, terms.contractId, other.address, admission.privateKey);
    const elsewhere = signVoucher(terms.domain, terms.committeeId, voter.address, admission.privateKey);
    assert.equal(verifyEntry(closed, vote(good)).ok, true);
    for (const bad of [byOther, forOther, elsewhere]) assert.equal(verifyEntry(closed, vote(bad)).ok, false);
    assert.equal(verifyEntry(closed, ballot(1n)).ok, false);
  });

  test('the fold binds every byte, index, height and contract', () => {
    const entries = posted(ballot(1n), ballot(2n));
    const head = foldEntries(terms.contractId, ZERO_HASH, entries);
    const variants = [
      foldEntries(terms.committeeId, ZERO_HASH, entries),
      foldEntries(terms.contractId, ZERO_HASH, [...entries].reverse()),
      foldEntries(
        terms.contractId,
        ZERO_HASH,
        entries.map((entry) => ({ ...entry, height: 11n })),
      ),
      foldEntries(terms.contractId, ZERO_HASH, entries.slice(0, 1)),
      foldEntries(terms.contractId, head, []),
    ];
    assert.equal(new Set([head, ...variants.slice(0, 4)]).size, 5);
    assert.equal(variants[4], head);
  });

  test('decoding survives any bytes', () => {
    const good = ballot(1n);
    const hurt = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, value]) => good.with(at, value));
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 150 }), fc.uint8Array({ minLength: 99, maxLength: 99 }), hurt),
        (bytes) => {
          const decoded = decodeEntry(terms, bytes);
          if (decoded.ok) assert.equal(toHex(encodeEntry(terms, decoded.value)), toHex(bytes));
        },
      ),
      { numRuns: 20_000, seed },
    );
    fc.assert(
      fc.property(hurt, (bytes) => {
        // Any change of a signed entry is refused.
        if (toHex(bytes) !== toHex(good)) assert.equal(verifyEntry(terms, bytes).ok, false);
      }),
      { numRuns: 200, seed },
    );
  });
});
