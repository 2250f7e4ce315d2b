// The rule that names a seat, against every vector of shares that c ≤ T colluders can sign over F_13, for all committees of up to seven: it never names an honest one. What the
// honest hold is a codeword, and the rule does the same to two vectors that differ by one, so the honest shares are zero here without loss.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overSmallField } from './smallField.ts';

const P = 13;
overSmallField(P);
const { plainKernel, decode, seatsIn, vectorOf } = await import('@enigma/crypto');
const { decodeFieldOpening, decodePiece, isMismatch, namedMax } = await import('../src/openings.ts');

const SEATS_MAX = 7;

type Rule = (n: number, T: number, shares: readonly number[]) => readonly number[];

/** What complaint.ts does with the full vectors of all n seats. */
const theRule: Rule = (n, T, shares) => {
  const vectors = new Map(shares.map((share, seat) => [seat, vectorOf([BigInt(share)])]));
  const decoded = decodeFieldOpening(n, T, plainKernel, vectors);
  return isMismatch(decoded) || decoded.wrong.length > namedMax(n, T) ? [] : decoded.wrong;
};

/** As far as a decoder reaches, whatever n and T: a rule that was once proposed. */
const byRadius: Rule = (_n, T, shares) => {
  const decoded = decode(new Map(shares.map((share, seat) => [seat, BigInt(share)])), T);
  return 'wrong' in decoded ? decoded.wrong : [];
};

interface Found {
  readonly vectors: number;
  /** An honest seat that was named, with the shares that did it. */
  readonly framed: readonly (readonly number[])[];
  /** Vectors by which a colluder was named. */
  readonly named: number;
}

/** Every set of c colluders, every vector of theirs. */
function search(rule: Rule, n: number, T: number, c: number): Found {
  let [vectors, named] = [0, 0];
  const framed: (readonly number[])[] = [];
  for (let set = 0; set < 1 << n; set++) {
    const corrupt = seatsIn(set);
    if (corrupt.length !== c) continue;
    for (let word = 0; word < P ** c; word++) {
      const shares = Array.from({ length: n }, () => 0);
      corrupt.forEach((seat, k) => (shares[seat] = Math.floor(word / P ** k) % P));
      const wrong = rule(n, T, shares);
      vectors++;
      if (wrong.some((seat) => !corrupt.includes(seat))) framed.push(shares);
      else if (wrong.length > 0) named++;
    }
  }
  return { vectors, framed, named };
}

test('no colluders up to T frame an honest seat, in any committee of up to seven', () => {
  let vectors = 0;
  for (let n = 3; n <= SEATS_MAX; n++) {
    for (let T = 1; 2 * T < n; T++) {
      for (let c = 1; c <= T; c++) {
        const found = search(theRule, n, T, c);
        vectors += found.vectors;
        assert.deepEqual(found.framed, [], `(${n},${T}), ${c} colluders`);
        // It does name: a lone liar always, where the shape allows naming at all.
        const lies = found.vectors - 1;
        if (c === 1)
          assert.equal(found.named, n >= 3 * T + 1 ? lies - (n - 1) : 0, `(${n},${T}): every lie of one seat`);
      }
    }
  }
  assert.ok(vectors > 80_000, `${vectors} vectors`);
});

test('T + 1 colluders frame one, so the search can find what it looks for', () => {
  for (const [n, T] of [
    [4, 1],
    [5, 1],
  ] as const)
    assert.equal(search(theRule, n, T, n - T - namedMax(n, T)).framed.length > 0, true, `(${n},${T})`);
});

test('a rule that names as far as a decoder reaches lets T colluders of (5,2) and (7,3) frame one', () => {
  assert.ok(search(byRadius, 5, 2, 2).framed.length > 0);
  const shares = search(byRadius, 7, 3, 3).framed;
  assert.ok(shares.length > 0);
  for (const one of shares.slice(0, 100)) assert.deepEqual(theRule(7, 3, one), []);
});

test('of the bytes of one set no holder is named for what the others made up', () => {
  for (let n = 4; n <= SEATS_MAX; n++) {
    for (let T = 1; 3 * T + 1 <= n; T++) {
      const holders = n - T;
      for (let set = 0; set < 1 << holders; set++) {
        const corrupt = seatsIn(set);
        if (corrupt.length > T) continue;
        for (let word = 0; word < 3 ** corrupt.length; word++) {
          const versions = new Map(Array.from({ length: holders }, (_, seat) => [seat, Uint8Array.of(0)]));
          corrupt.forEach((seat, k) => versions.set(seat, Uint8Array.of(Math.floor(word / 3 ** k) % 3)));
          const decoded = decodePiece(T, versions);
          assert.ok(!isMismatch(decoded) && decoded.piece[0] === 0);
          assert.ok(decoded.wrong.every((seat) => corrupt.includes(seat)));
        }
      }
    }
  }
});
