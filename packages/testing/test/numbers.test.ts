// Programs over secret numbers and bytes, by values in the clear and by four parties on shares: statistics with truncating integers, shares of a total, one-time
// codes, and AES-128 with its substitution box as a table at a secret place.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '@enigma/testing';

const statistics = `export class Statistics extends Contract {
  private readings: Secret<u32>[] = [];
  add(x: Secret<u32>) { this.readings.push(x); }
  of(): u32[] {
    const count = max(this.readings.length, 1);
    let total: Secret<u64> = 0;
    for (const one of this.readings) total += one;
    const mean = i64(total / count);
    let squares: Secret<u64> = 0;
    for (const one of this.readings) { const d: Secret<i64> = i64(one) - mean; squares = wrapping(squares + u64(wrapping(d * d))); }
    const variance = squares / count;
    return [reveal(u32(mean), "mean"), reveal(u32(variance), "variance"), reveal(u32(isqrt(variance)), "deviation")];
  }
}
`;

const amounts = `export class Amounts extends Contract {
  private yes: Secret<u32> = 0;
  private voters: u32 = 0;
  vote(x: Secret<bool>) { this.yes = wrapping(this.yes + u32(x)); this.voters++; }
  percent(): u32 { return reveal(wrapping(this.yes * 100) / max(this.voters, 1), "percent of yes"); }
  released(balance: Secret<u64>, passed: u64, duration: u64): u64 { return reveal(mulDiv(balance, passed, max(duration, 1)), "released"); }
  share(deposit: Secret<u32>, total: Secret<u32>, proceeds: u32): u32 { return reveal(wrapping(mulDiv(deposit, proceeds, max(total, 1))), "pro rata"); }
  code(key: Secret<u32>, time: u32): u32 { return reveal(wrapping(key * time), "one-time code"); }
  root(x: Secret<u64>): u64 { return reveal(isqrt(x), "root"); }
}
`;

/** FIPS 197, §5: bytes of the state column by column. Doubling in the field is local: what leaves at the top comes back as the polynomial's bits. */
const aes = `const SBOX = [
  0x63, 0x7c, 0x77, 0x7b, 0xf2, 0x6b, 0x6f, 0xc5, 0x30, 0x01, 0x67, 0x2b, 0xfe, 0xd7, 0xab, 0x76,
  0xca, 0x82, 0xc9, 0x7d, 0xfa, 0x59, 0x47, 0xf0, 0xad, 0xd4, 0xa2, 0xaf, 0x9c, 0xa4, 0x72, 0xc0,
  0xb7, 0xfd, 0x93, 0x26, 0x36, 0x3f, 0xf7, 0xcc, 0x34, 0xa5, 0xe5, 0xf1, 0x71, 0xd8, 0x31, 0x15,
  0x04, 0xc7, 0x23, 0xc3, 0x18, 0x96, 0x05, 0x9a, 0x07, 0x12, 0x80, 0xe2, 0xeb, 0x27, 0xb2, 0x75,
  0x09, 0x83, 0x2c, 0x1a, 0x1b, 0x6e, 0x5a, 0xa0, 0x52, 0x3b, 0xd6, 0xb3, 0x29, 0xe3, 0x2f, 0x84,
  0x53, 0xd1, 0x00, 0xed, 0x20, 0xfc, 0xb1, 0x5b, 0x6a, 0xcb, 0xbe, 0x39, 0x4a, 0x4c, 0x58, 0xcf,
  0xd0, 0xef, 0xaa, 0xfb, 0x43, 0x4d, 0x33, 0x85, 0x45, 0xf9, 0x02, 0x7f, 0x50, 0x3c, 0x9f, 0xa8,
  0x51, 0xa3, 0x40, 0x8f, 0x92, 0x9d, 0x38, 0xf5, 0xbc, 0xb6, 0xda, 0x21, 0x10, 0xff, 0xf3, 0xd2,
  0xcd, 0x0c, 0x13, 0xec, 0x5f, 0x97, 0x44, 0x17, 0xc4, 0xa7, 0x7e, 0x3d, 0x64, 0x5d, 0x19, 0x73,
  0x60, 0x81, 0x4f, 0xdc, 0x22, 0x2a, 0x90, 0x88, 0x46, 0xee, 0xb8, 0x14, 0xde, 0x5e, 0x0b, 0xdb,
  0xe0, 0x32, 0x3a, 0x0a, 0x49, 0x06, 0x24, 0x5c, 0xc2, 0xd3, 0xac, 0x62, 0x91, 0x95, 0xe4, 0x79,
  0xe7, 0xc8, 0x37, 0x6d, 0x8d, 0xd5, 0x4e, 0xa9, 0x6c, 0x56, 0xf4, 0xea, 0x65, 0x7a, 0xae, 0x08,
  0xba, 0x78, 0x25, 0x2e, 0x1c, 0xa6, 0xb4, 0xc6, 0xe8, 0xdd, 0x74, 0x1f, 0x4b, 0xbd, 0x8b, 0x8a,
  0x70, 0x3e, 0xb5, 0x66, 0x48, 0x03, 0xf6, 0x0e, 0x61, 0x35, 0x57, 0xb9, 0x86, 0xc1, 0x1d, 0x9e,
  0xe1, 0xf8, 0x98, 0x11, 0x69, 0xd9, 0x8e, 0x94, 0x9b, 0x1e, 0x87, 0xe9, 0xce, 0x55, 0x28, 0xdf,
  0x8c, 0xa1, 0x89, 0x0d, 0xbf, 0xe6, 0x42, 0x68, 0x41, 0x99, 0x2d, 0x0f, 0xb0, 0x54, 0xbb, 0x16,
];
function twice(b: Secret<u8>): Secret<u8> {
  const t = b >> 7;
  return b << 1 ^ t ^ t << 1 ^ t << 3 ^ t << 4;
}
export class Aes extends Contract {
  encrypt(key: FixedArray<Secret<u8>, 16>, text: FixedArray<Secret<u8>, 16>): u8[] {
    const w = zeros<u8>(176);
    for (let i = 0; i < 16; i++) w[i] = key[i];
    let rcon: Secret<u8> = 1;
    for (let word = 4; word < 44; word++) {
      const at = word * 4;
      let t0 = w[at - 4]; let t1 = w[at - 3]; let t2 = w[at - 2]; let t3 = w[at - 1];
      if (word % 4 === 0) {
        const first = t0;
        t0 = SBOX[t1] ^ rcon; t1 = SBOX[t2]; t2 = SBOX[t3]; t3 = SBOX[first];
        rcon = twice(rcon);
      }
      w[at] = w[at - 16] ^ t0; w[at + 1] = w[at - 15] ^ t1; w[at + 2] = w[at - 14] ^ t2; w[at + 3] = w[at - 13] ^ t3;
    }
    const s = zeros<u8>(16);
    for (let i = 0; i < 16; i++) s[i] = text[i] ^ w[i];
    for (let round = 1; round < 11; round++) {
      const moved = zeros<u8>(16);
      for (let i = 0; i < 16; i++) moved[i] = SBOX[s[(5 * i) % 16]];
      for (let c = 0; c < 4; c++) {
        const all = moved[4 * c] ^ moved[4 * c + 1] ^ moved[4 * c + 2] ^ moved[4 * c + 3];
        for (let r = 0; r < 4; r++) {
          const own = moved[4 * c + r];
          const mixed = round < 10 ? own ^ all ^ twice(own ^ moved[4 * c + (r + 1) % 4]) : own;
          s[4 * c + r] = mixed ^ w[16 * round + 4 * c + r];
        }
      }
    }
    return s.map((one) => reveal(one, "the encrypted block"));
  }
}
`;

type Hidden<Tag extends string> = number & { readonly '~'?: 'range' | Tag | 'secret' };
type u32 = number & { readonly '~'?: 'u32' };
type u64 = number & { readonly '~'?: 'u64' };
declare class Statistics {
  add(x: Hidden<'u32'>): void;
  of(): u32[];
}
declare class Amounts {
  vote(x: boolean & { readonly '~'?: 'bool' | 'secret' }): void;
  percent(): u32;
  released(balance: u64, passed: u64, duration: u64): u64;
  share(deposit: u32, total: u32, proceeds: u32): u32;
  code(key: u32, time: u32): u32;
  root(x: u64): u64;
}
declare class Aes {
  encrypt(key: number[], text: number[]): number[];
}

const alice = `0x${'a1'.repeat(20)}` as const;
const bytes = (hex: string): number[] => [...Uint8Array.from(Buffer.from(hex, 'hex'))];

for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('mean, variance and standard deviation', async () => {
      for (const [readings, expected] of [
        [
          [1, 2, 3, 4, 5, 69, 7, 8, 9, 10],
          [11, 372, 19],
        ],
        [
          [5, 3, 1, 12, 3, 1, 5, 3, 1, 70],
          [10, 404, 20],
        ],
      ] as const) {
        const c = await local<typeof Statistics>(statistics, [], { engine });
        for (const x of readings) await c.as(alice).add(x);
        assert.deepEqual(await c.as(alice).of(), expected);
      }
    });

    test('percents, shares of a balance and of a total, one-time codes, roots', async () => {
      const c = await local<typeof Amounts>(amounts, [], { engine });
      for (const yes of [true, false, true, true]) await c.as(alice).vote(yes);
      assert.equal(await c.as(alice).percent(), 75);
      const most = (1n << 64n) - 1n;
      assert.equal(await c.as(alice).released(most, 200n, 400n), 9_223_372_036_854_775_807n);
      assert.equal(await c.as(alice).released(1000n, 100n, 400n), 250n);
      assert.deepEqual([await c.as(alice).share(30, 100, 250), await c.as(alice).share(70, 100, 250)], [75, 175]);
      assert.equal(await c.as(alice).code(65_535, 99_999), 2_258_467_169);
      assert.equal(await c.as(alice).root(10n ** 12n), 1_000_000n);
    });

    test('AES-128 of FIPS 197, C.1', async () => {
      const c = await local<typeof Aes>(aes, [], { engine });
      const key = bytes('000102030405060708090a0b0c0d0e0f');
      const text = bytes('00112233445566778899aabbccddeeff');
      const block = Buffer.from(await c.as(alice).encrypt(key, text));
      assert.equal(block.toString('hex'), '69c4e0d86a7b0430d8cdb78070b4c55a');
    });
  });
