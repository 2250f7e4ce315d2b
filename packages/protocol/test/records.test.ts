import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { concat, keccak256, signingKeyOf, toHex, utf8 } from '@enigma/crypto';
import {
  decodeRecord,
  digest,
  type Domain,
  encodeRecord,
  signerOf,
  signRecord,
  type Struct,
  structHash,
  TASK,
  typeString,
  verifyRecord,
  type Voucher,
  VOUCHER,
} from '../src/index.ts';
import { recordOf } from './internal/arbitraries.ts';
import { ALL_RECORDS } from './internal/tables.ts';

const DOMAIN: Domain = { chainId: 31337n, verifyingContract: `0x${'7a'.repeat(20)}` };
const seed = 20261124;

describe('records', () => {
  test('the EIP-712 type of a task is the frozen one', () => {
    assert.equal(
      typeString(TASK),
      'Task(bytes32 contractId,bytes4 fn,bytes32 bodyHash,address sender,address payer,uint64 nonce,uint128 value,bytes32 grantsHash,uint64 gasLimit,uint96 gasPrice,uint96 tip,uint40 deadline,address callback,uint32 callbackGas)',
    );
  });

  test('bytes and text have their EIP-712 types, and are hashed by their content', () => {
    interface Note {
      readonly body: `0x${string}`;
      readonly note: string;
    }
    const struct: Struct<Note> = {
      name: 'Note',
      fields: [
        ['body', { bytesMax: 8 }],
        ['note', { textBytesMax: 8 }],
      ],
    };
    const type = 'Note(bytes body,string note)';
    assert.equal(typeString(struct), type);
    const parts = [utf8(type), Uint8Array.of(1, 2), utf8('é')].map((part) => keccak256(part));
    assert.equal(structHash<Note>(struct, { body: '0x0102', note: 'é' }), toHex(keccak256(concat(...parts))));
  });

  for (const table of ALL_RECORDS) {
    const struct = table as unknown as Struct<unknown>;
    test(`${table.name}: bytes come back as the record they were`, () => {
      fc.assert(
        fc.property(recordOf(table), (record) => {
          const decoded = decodeRecord(struct, encodeRecord(struct, record));
          assert.deepEqual(decoded, { ok: true, value: record });
        }),
        { numRuns: 100, seed },
      );
    });
  }

  test('two different records never share bytes or digests', () => {
    for (const table of ALL_RECORDS) {
      const struct = table as unknown as Struct<unknown>;
      fc.assert(
        fc.property(recordOf(table), recordOf(table), fc.nat(), fc.boolean(), (a, other, pick, near) => {
          const b = near ? withOneField(table, a, other, pick) : other;
          const same = toHex(encodeRecord(struct, a)) === toHex(encodeRecord(struct, b));
          assert.equal(same, deepSame(a, b));
          assert.equal(digest(DOMAIN, struct, a) === digest(DOMAIN, struct, b), same);
        }),
        { numRuns: 60, seed },
      );
    }
  });

  test('no two types share a type string, so equal bytes of two types are two digests', () => {
    const types = ALL_RECORDS.map((table) => typeString(table as unknown as Struct<unknown>));
    assert.equal(new Set(types).size, types.length);
  });

  test('a digest is of one chain and one contract', () => {
    const record: Voucher = { contractId: `0x${'11'.repeat(32)}`, sender: `0x${'22'.repeat(20)}` };
    const digests = [
      digest(DOMAIN, VOUCHER, record),
      digest({ ...DOMAIN, chainId: 1n }, VOUCHER, record),
      digest({ ...DOMAIN, verifyingContract: `0x${'7b'.repeat(20)}` }, VOUCHER, record),
    ];
    assert.equal(new Set(digests).size, 3);
  });

  test('a signature counts for its signer and record alone, in its one form', () => {
    const key = signingKeyOf(new Uint8Array(32).fill(7));
    const record: Voucher = { contractId: `0x${'11'.repeat(32)}`, sender: `0x${'22'.repeat(20)}` };
    const signature = signRecord(DOMAIN, VOUCHER, record, key.privateKey);
    assert.equal(verifyRecord(DOMAIN, VOUCHER, record, signature, key.address), true);
    assert.equal(verifyRecord(DOMAIN, VOUCHER, { ...record, sender: key.address }, signature, key.address), false);
    assert.equal(verifyRecord(DOMAIN, VOUCHER, record, signature, `0x${'44'.repeat(20)}`), false);
    assert.equal(signerOf(digest(DOMAIN, VOUCHER, record), `${signature}00`), undefined);
    assert.equal(signerOf(digest(DOMAIN, VOUCHER, record), '0x'), undefined);
    assert.equal(signerOf(digest(DOMAIN, VOUCHER, record), '0xzz' as `0x${string}`), undefined);
  });
});

describe('decoders survive any bytes', () => {
  // 20,000 inputs over all records: noise, and valid bytes that were cut, extended, flipped or given another length.
  const perRecord = Math.ceil(20_000 / ALL_RECORDS.length);
  for (const table of ALL_RECORDS) {
    const struct = table as unknown as Struct<unknown>;
    test(`${table.name}, ${perRecord} inputs`, () => {
      const valid = recordOf(table).map((record) => encodeRecord(struct, record));
      const hurt = fc
        .tuple(valid, fc.nat(), fc.nat(255), fc.constantFrom('cut', 'extend', 'flip', 'count'))
        .map(([bytes, at, value, how]) => damaged(bytes, at, value, how));
      fc.assert(
        fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), hurt), (bytes) => {
          const decoded = decodeRecord(struct, bytes);
          if (!decoded.ok) assert.match(decoded.code, /^[A-Z]/);
          // What decodes has exactly these bytes: no second encoding of one record.
          else assert.deepEqual(encodeRecord(struct, decoded.value), bytes);
        }),
        { numRuns: perRecord, seed },
      );
    });
  }
});

function damaged(bytes: Uint8Array, at: number, value: number, how: string): Uint8Array {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  if (how === 'cut') return bytes.slice(0, place);
  if (how === 'extend') return Uint8Array.of(...bytes, value);
  const copy = bytes.slice();
  if (bytes.length > 0) copy[how === 'count' ? Math.max(0, bytes.length - 1 - (at % 40)) : place] = value;
  return copy;
}

function withOneField(
  table: { fields: readonly (readonly [string, unknown])[] },
  a: unknown,
  b: unknown,
  pick: number,
): unknown {
  const [name] = table.fields[pick % table.fields.length] as readonly [string, unknown];
  return { ...(a as object), [name]: (b as Record<string, unknown>)[name] };
}

function deepSame(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}
