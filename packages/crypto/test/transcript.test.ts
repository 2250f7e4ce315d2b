import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hashOf, keccak256, keccakOf, sha256, toHex, transcript, utf8 } from '../src/index.ts';

const part = fc.uint8Array({ maxLength: 6 });
const parts = fc.array(part, { maxLength: 4 });
const domain = fc.string({ maxLength: 4 });

describe('transcripts', () => {
  test('the preimage is: length u32 little endian and bytes, of the domain and of each part', () => {
    const preimage = Uint8Array.of(1, 0, 0, 0, 0x64, 2, 0, 0, 0, 7, 8, 0, 0, 0, 0);
    assert.deepEqual(hashOf('d', Uint8Array.of(7, 8), new Uint8Array(0)), sha256(preimage));
    assert.deepEqual(keccakOf('d', Uint8Array.of(7, 8), new Uint8Array(0)), keccak256(preimage));
  });

  test('two ways to cut one byte string never give one hash', () => {
    const whole = utf8('abcdef');
    const seen = new Set<string>();
    for (let cut = 0; cut < 1 << 5; cut++) {
      const cuts = [0, ...[1, 2, 3, 4, 5].filter((i) => (cut >> (i - 1)) & 1), 6];
      seen.add(toHex(hashOf('d', ...cuts.slice(1).map((end, i) => whole.subarray(cuts[i], end)))));
    }
    seen.add(toHex(hashOf('d', whole, new Uint8Array(0))));
    seen.add(toHex(hashOf('d', new Uint8Array(0), whole)));
    seen.add(toHex(hashOf('dabcdef')));
    seen.add(toHex(hashOf('', utf8('d'), whole)));
    assert.equal(seen.size, 36);
  });

  test('different (domain, parts) have different hashes', () => {
    fc.assert(
      fc.property(domain, parts, domain, parts, (domainA, a, domainB, b) => {
        const alike =
          domainA === domainB &&
          a.length === b.length &&
          a.every((bytes, i) => toHex(bytes) === toHex(b[i] as Uint8Array));
        return alike === (toHex(hashOf(domainA, ...a)) === toHex(hashOf(domainB, ...b)));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  test('step by step is the same as at once, and asking does not end it', () => {
    for (const [hash, once] of [
      ['sha256', hashOf],
      ['keccak256', keccakOf],
    ] as const) {
      const running = transcript('d', hash);
      assert.deepEqual(running.digest(), once('d'));
      running.append(utf8('a'), utf8('b'));
      running.append(utf8('c'));
      assert.deepEqual(running.digest(), once('d', utf8('a'), utf8('b'), utf8('c')));
      assert.deepEqual(running.digest(), once('d', utf8('a'), utf8('b'), utf8('c')));
    }
  });
});
