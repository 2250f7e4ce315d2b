// Each bound of the decoders that take anybody's bytes, met from both sides: the last that is taken, the first that is refused, and with which code. Random bytes (the other tests, and
// `fuzz`) never come near most of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, u16be, u32be, u8 } from '@enigma/crypto';
import {
  bytesOfHex,
  checkMerkleProof,
  checkOutputPiece,
  decodeBlocks,
  decodeMaskPieces,
  decodePieces,
  decodeRecord,
  ELEMENTS_MAX,
  encodeBlocks,
  keccakHex,
  leafHash,
  MASK_REQUEST,
  MASKED_BYTES_MAX,
  type MaskRequest,
  merkleRoot,
  outputCommitmentOfBytes,
  PROOF_NODES_MAX,
  SETS_MAX,
  signRecord,
  type Struct,
  verifyMaskRequest,
  ZERO_ADDRESS,
  ZERO_HASH,
} from '../src/index.ts';
import { client, DOMAIN } from './internal/world.ts';

interface Named {
  readonly ok: boolean;
  readonly code?: string;
}

function codeOf(outcome: Named): string {
  return outcome.ok ? 'taken' : (outcome.code ?? '');
}

const block = (values: number, sets: number, to = 0): Uint8Array =>
  concat(u8(to), new Uint8Array(20).fill(to), u32be(values), new Uint8Array(16 * values), new Uint8Array(32 * sets));

test('masked blocks: all together, each header, each kind, each count, and what follows them', () => {
  const full = block(ELEMENTS_MAX, 1);
  assert.equal(codeOf(decodeBlocks(full, 1)), 'taken');
  assert.equal(
    codeOf(decodeBlocks(concat(u8(0), new Uint8Array(20), u32be(ELEMENTS_MAX + 1), new Uint8Array(2000)), 1)),
    'TooLong',
  );
  const many = concat(...Array.from({ length: 143 }, () => block(0, 1)));
  assert.ok(many.length <= MASKED_BYTES_MAX);
  assert.equal(codeOf(decodeBlocks(many, 1)), 'taken');
  assert.equal(codeOf(decodeBlocks(concat(many, block(0, 1)), 1)), 'TooLong');
  for (const sets of [0, 1.5, SETS_MAX + 1]) assert.equal(codeOf(decodeBlocks(new Uint8Array(), sets)), 'OutOfRange');
  // What is no header yet says nothing of its kind or reader.
  for (let length = 1; length < 25; length++)
    assert.equal(codeOf(decodeBlocks(concat(block(0, 1), block(0, 1).subarray(0, length)), 1)), 'Truncated');
  assert.equal(codeOf(decodeBlocks(block(0, 1, 2), 1)), 'UnknownKind');
  assert.equal(codeOf(decodeBlocks(block(2, 1).subarray(0, -1), 1)), 'Truncated');
  assert.ok(encodeBlocks([]).length === 0);
});

test('a piece of an output’s mask: salt, whole elements, so many of them, each below p', () => {
  const slot = { sessionId: ZERO_HASH, attempt: 0, taskIndex: 0, blockIndex: 0 };
  const code = (salt: number, values: Uint8Array): string => {
    const bytes = new Uint8Array(salt);
    return codeOf(checkOutputPiece(slot, 1, bytes, values, outputCommitmentOfBytes(slot, 1, bytes, values)));
  };
  assert.equal(code(32, new Uint8Array(16 * ELEMENTS_MAX)), 'taken');
  assert.equal(code(31, new Uint8Array(16)), 'WrongLength');
  assert.equal(code(32, new Uint8Array(17)), 'WrongLength');
  assert.equal(code(32, new Uint8Array(16 * (ELEMENTS_MAX + 1))), 'WrongLength');
  assert.equal(code(32, new Uint8Array(16).fill(0xff)), 'OutOfRange');
});

test('pieces by their sets: whole ones, of some elements, of no more sets than there can be', () => {
  const one = 36 + 16;
  assert.equal(codeOf(decodePieces(new Uint8Array(one * SETS_MAX), 1)), 'taken');
  assert.equal(codeOf(decodePieces(new Uint8Array(one * (SETS_MAX + 1)), 1)), 'WrongLength');
  assert.equal(codeOf(decodePieces(new Uint8Array(one + 1), 1)), 'WrongLength');
  assert.equal(codeOf(decodePieces(new Uint8Array(36), 0)), 'WrongLength');
  assert.equal(codeOf(decodePieces(new Uint8Array(36 + 16 * (ELEMENTS_MAX + 1)), ELEMENTS_MAX + 1)), 'WrongLength');
});

test('words of a mask: of sets and widths that there can be, in exactly their bytes', () => {
  const sets = Array.from({ length: SETS_MAX + 1 }, (_, k) => k);
  const words = (count: number): Uint8Array => concat(...sets.slice(0, count).map((set) => concat(u32be(set), u8(1))));
  assert.equal(codeOf(decodeMaskPieces(words(SETS_MAX), sets.slice(0, SETS_MAX), [8])), 'taken');
  assert.equal(codeOf(decodeMaskPieces(words(SETS_MAX + 1), sets, [8])), 'OutOfRange');
  for (const width of [0, 65])
    assert.equal(codeOf(decodeMaskPieces(new Uint8Array(4 + Math.ceil(width / 8)), [0], [width])), 'OutOfRange');
  assert.equal(codeOf(decodeMaskPieces(concat(words(1), u8(0)), [0], [8])), 'WrongLength');
});

test('a request for a mask: a kind, some widths, each of them one', () => {
  const code = (kind: number, widths: readonly number[]): string => {
    const request: MaskRequest = {
      committeeId: ZERO_HASH,
      period: 0,
      contractId: ZERO_HASH,
      sender: client.address,
      kind,
      nonce: 1n,
      widthsHash: keccakHex(Uint8Array.from(widths)),
      requestKey: ZERO_HASH,
    };
    return codeOf(
      verifyMaskRequest(DOMAIN, request, widths, signRecord(DOMAIN, MASK_REQUEST, request, client.privateKey)),
    );
  };
  assert.equal(code(1, [8, 64]), 'taken');
  assert.equal(code(2, [1]), 'taken');
  for (const kind of [0, 3]) assert.equal(code(kind, [8]), 'UnknownKind');
  for (const widths of [[], [0], [65], [8, 1.5]]) assert.equal(code(1, widths), 'OutOfRange');
});

test('a proof: a place that there is, nodes of 32 bytes, as many as the place takes and no more than a tree has', () => {
  const leaves = [1, 2, 3].map((one) => leafHash(u8(one)));
  const [root, first, second] = [merkleRoot(leaves), leaves[0] as Uint8Array, leaves[1] as Uint8Array];
  const third = leaves[2] as Uint8Array;
  const code = (index: number, count: number, proof: readonly Uint8Array[]): string =>
    codeOf(checkMerkleProof(root, first, index, count, proof));
  assert.equal(code(0, 3, [second, third]), 'taken');
  for (const [index, count] of [
    [-1, 3],
    [3, 3],
    [0.5, 3],
    [0, 2.5],
    [0, Number.NaN],
  ] as const)
    assert.equal(code(index, count, [second, third]), 'WrongIndex');
  assert.equal(code(0, 3, [second, third.subarray(1)]), 'Malformed');
  assert.equal(
    code(
      0,
      3,
      Array.from({ length: PROOF_NODES_MAX + 1 }, () => second),
    ),
    'Malformed',
  );
  assert.equal(code(0, 3, [second]), 'Truncated');
  assert.equal(code(0, 3, [second, third, third]), 'TrailingBytes');
  assert.equal(code(0, 3, [third, second]), 'WrongRoot');
});

test('a record: a list and bytes no longer than declared, nothing missing, nothing behind', () => {
  const item: Struct<{ readonly a: number }> = { name: 'Item', fields: [['a', 'uint8']] } as never;
  const table: Struct<object> = {
    name: 'Table',
    fields: [
      ['items', { array: item, max: 2 }],
      ['rest', { bytesMax: 3 }],
    ],
  } as never;
  const code = (...parts: readonly Uint8Array[]): string => codeOf(decodeRecord(table, concat(...parts)));
  assert.equal(code(u16be(2), u8(1), u8(2), u32be(3), new Uint8Array(3)), 'taken');
  assert.equal(code(u16be(3), u8(1), u8(2), u8(3), u32be(0)), 'TooLong');
  assert.equal(code(u16be(0), u32be(4), new Uint8Array(4)), 'TooLong');
  assert.equal(code(u16be(2), u8(1)), 'Truncated');
  assert.equal(code(u16be(0), u32be(0), u8(0)), 'TrailingBytes');
  assert.equal(codeOf(bytesOfHex('0xzz', 1)), 'Malformed');
  assert.equal(codeOf(bytesOfHex('0x0000', 1)), 'WrongLength');
  assert.equal(codeOf(bytesOfHex('0x00', 1)), 'taken');
  assert.equal(ZERO_ADDRESS.length, 42);
});
