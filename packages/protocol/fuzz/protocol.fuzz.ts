// What is no record of a table: entries, blocks, pieces, orders, outcomes, acknowledgements, proofs.
import {
  concat,
  fieldToBytes,
  fromHex,
  readBE,
  seededRandom,
  signingKeyOf,
  thresholdSets,
  toHex,
  u16be,
  utf8,
  type Hex,
} from '@enigma/crypto';
import { randomElement } from '@enigma/crypto';
import { accepted, REFUSED, recordOf, type Chance, type Decoder, type Sample } from '@enigma/fuzz';
import {
  bytesOfHex,
  checkMerkleProof,
  checkOutputPiece,
  decodeAcks,
  decodeBlocks,
  decodeEntry,
  decodeMaskPieces,
  decodeOrder,
  decodeOutcomes,
  decodePieces,
  encodeAcks,
  encodeBlocks,
  encodeEntry,
  encodeMaskPieces,
  encodePieces,
  encodeRecord,
  merkleProof,
  merkleRoot,
  leafHash,
  outputCommitmentOfBytes,
  RESULT,
  siftEntries,
  signEntry,
  TASK,
  ZERO_ADDRESS,
  type InboxTerms,
  type MaskedBlock,
  type Result,
  type Task,
} from '../src/index.ts';

const FOLDER = 'packages/protocol/src';
const hexOf = (chance: Chance, length: number): Hex => toHex(chance.bytes(length));
const several = (count: number, make: (i: number) => Uint8Array): readonly Sample[] =>
  Array.from({ length: count }, (_, i) => ({ bytes: make(i) }));
const domain = { chainId: 31337n, verifyingContract: `0x${'11'.repeat(20)}` } as const;

const WIDTHS = [1, 5, 8, 17, 64];

function terms(admission: Hex): InboxTerms {
  const id = (byte: string): Hex => `0x${byte.repeat(32)}`;
  return {
    domain,
    contractId: id('22'),
    committeeId: id('33'),
    period: 0,
    policyHash: id('44'),
    admission,
    widths: WIDTHS,
  };
}

const KEY = new Uint8Array(32).fill(9);
const SENDER: Hex = signingKeyOf(KEY).address;

function entry(name: string, admission: Hex): Decoder {
  const under = terms(admission);
  return {
    name,
    form: 'bytes',
    covers: [`${FOLDER}/inbox.ts#decodeEntry`],
    samples: (chance) =>
      several(8, (i) =>
        signEntry(
          under,
          {
            sender: SENDER,
            nonce: chance.uint(64),
            deltas: WIDTHS.map((width) => chance.uint(width)),
            ...(admission === ZERO_ADDRESS ? {} : { voucher: hexOf(chance, 64) }),
          },
          KEY.map((byte) => byte + (i % 2)),
        ),
      ),
    decode(bytes) {
      const read = decodeEntry(under, bytes);
      return read.ok ? accepted(encodeEntry(under, read.value)) : REFUSED;
    },
  };
}

/** What a node and a client do with the chain's entries: each is kept or dropped with a reason. */
const sifted: Decoder = {
  name: 'protocol/entry-checked',
  form: 'bytes',
  covers: [`${FOLDER}/inbox.ts#verifyEntry`],
  every: 40,
  allocatesMax: 1 << 26,
  samples: entry('', ZERO_ADDRESS).samples,
  decode(bytes) {
    const { dropped } = siftEntries(terms(ZERO_ADDRESS), [
      { index: 0n, height: 1n, body: bytes },
      { index: 1n, height: 1n, body: bytes },
    ]);
    return dropped.length === 2 ? REFUSED : accepted();
  },
};

const SETS = 4;

function block(chance: Chance): MaskedBlock {
  const random = seededRandom(String(chance.word()));
  const to = chance.below(2);
  return {
    to,
    recipient: to === 0 ? ZERO_ADDRESS : hexOf(chance, 20),
    values: Array.from({ length: chance.below(6) }, () => randomElement(random)),
    commitments: Array.from({ length: SETS }, () => chance.bytes(32)),
  };
}

const blocks: Decoder = {
  name: 'protocol/masked-blocks',
  form: 'bytes',
  covers: [`${FOLDER}/masked.ts#decodeBlocks`],
  samples: (chance) => several(12, () => encodeBlocks(Array.from({ length: chance.below(4) }, () => block(chance)))),
  decode(bytes) {
    const read = decodeBlocks(bytes, SETS);
    return read.ok ? accepted(encodeBlocks(read.value)) : REFUSED;
  },
};

const slot = { sessionId: `0x${'55'.repeat(32)}`, attempt: 1, taskIndex: 2, blockIndex: 3 } as const;
const PIECE_SALT = new Uint8Array(32).fill(5);
const PIECE_VALUES = concat(fieldToBytes(1n), fieldToBytes(2n));
const COMMITMENT = outputCommitmentOfBytes(slot, 3, PIECE_SALT, PIECE_VALUES);

const outputPiece: Decoder = {
  name: 'protocol/output-piece',
  form: 'bytes',
  covers: [`${FOLDER}/masked.ts#checkOutputPiece`],
  samples: () => [{ bytes: concat(PIECE_SALT, PIECE_VALUES) }],
  decode(bytes) {
    const read = checkOutputPiece(slot, 3, bytes.subarray(0, 32), bytes.subarray(32), COMMITMENT);
    return read.ok ? accepted(concat(PIECE_SALT, ...read.value.map(fieldToBytes))) : REFUSED;
  },
};

const sealedPieces: Decoder = {
  name: 'protocol/sealed-pieces',
  form: 'bytes',
  covers: [`${FOLDER}/sealedPieces.ts#decodePieces`],
  samples: (chance) =>
    several(12, () =>
      encodePieces(
        Array.from({ length: chance.below(5) }, () => ({
          set: chance.word(),
          salt: hexOf(chance, 32),
          values: hexOf(chance, 48),
        })),
      ),
    ),
  decode(bytes) {
    const read = decodePieces(bytes, 3);
    return read.ok ? accepted(encodePieces(read.value)) : REFUSED;
  },
};

const maskSets = thresholdSets(5, 2).slice(0, 6);

const maskPieces: Decoder = {
  name: 'protocol/mask-pieces',
  form: 'bytes',
  covers: [
    `${FOLDER}/masks.ts#decodeMaskPieces`,
    'packages/crypto/src/bytes.ts#readBE',
    'packages/crypto/src/bytes.ts#readLE',
  ],
  samples: (chance) =>
    several(12, () =>
      encodeMaskPieces(
        maskSets.map((set) => ({ set, words: WIDTHS.map((width) => chance.uint(width)) })),
        WIDTHS,
      ),
    ),
  decode(bytes) {
    const read = decodeMaskPieces(bytes, maskSets, WIDTHS);
    return read.ok ? accepted(encodeMaskPieces(read.value, WIDTHS)) : REFUSED;
  },
};

const CONTRACT_ID: Hex = `0x${'66'.repeat(32)}`;

const order: Decoder = {
  name: 'protocol/order',
  form: 'bytes',
  covers: [`${FOLDER}/taskBytes.ts#decodeOrder`],
  samples: (chance) =>
    several(12, () => {
      const { record } = recordOf(TASK, chance);
      const header = encodeRecord(TASK, { ...(record as Task), contractId: CONTRACT_ID });
      return concat(header.subarray(32), chance.bytes(chance.below(60)));
    }),
  decode(bytes) {
    const read = decodeOrder(bytes, CONTRACT_ID);
    if (!read.ok) return REFUSED;
    const { header, body } = read.value;
    return accepted(concat(encodeRecord(TASK, header).subarray(32), fromHex(body) as Uint8Array));
  },
};

/** Count and tasks of a settlement's log. */
const outcomes: Decoder = {
  name: 'protocol/outcomes',
  form: 'bytes',
  covers: [`${FOLDER}/taskBytes.ts#decodeOutcomes`],
  samples: (chance) =>
    several(12, () => {
      const count = chance.below(4);
      return concat(
        u16be(count),
        ...Array.from({ length: count }, () =>
          outcomeBytes(recordOf(RESULT, chance).record as Result, chance.bytes(chance.below(50))),
        ),
      );
    }),
  decode(bytes) {
    if (bytes.length < 2) return REFUSED;
    const count = Number(readBE(bytes.subarray(0, 2)));
    const read = decodeOutcomes(bytes.subarray(2), count);
    if (!read.ok) return REFUSED;
    const { results, masked } = read.value;
    return accepted(
      concat(
        u16be(count),
        ...results.map((result, i) => outcomeBytes(result, fromHex(masked[i] as Hex) as Uint8Array)),
      ),
    );
  },
};

function outcomeBytes(
  { taskId, status, code, gasUsed, publicHash, effectsHash }: Result,
  masked: Uint8Array,
): Uint8Array {
  const table = {
    name: 'Outcome',
    fields: [
      ['taskId', 'bytes32'],
      ['status', 'uint8'],
      ['code', 'uint16'],
      ['gasUsed', 'uint64'],
      ['publicHash', 'bytes32'],
      ['effectsHash', 'bytes32'],
      ['masked', { bytesMax: 8192 }],
    ],
  };
  return encodeRecord(
    table as never,
    { taskId, status, code, gasUsed, publicHash, effectsHash, masked: toHex(masked) } as never,
  );
}

const acks: Decoder = {
  name: 'protocol/acks',
  form: 'text',
  covers: [`${FOLDER}/acks.ts#decodeAcks`],
  samples: (chance) =>
    several(12, () => {
      const bitmap = chance.word() & chance.word() & chance.word();
      const seats = bitmap.toString(2).replaceAll('0', '').replace('-', '').length;
      return utf8(
        encodeAcks({ bitmap: bitmap >>> 0, sigs: hexOf(chance, 64 * (bitmap < 0 ? countOf(bitmap >>> 0) : seats)) }),
      );
    }),
  decode(bytes) {
    const text = new TextDecoder().decode(bytes);
    const read = decodeAcks(text as Hex);
    if (read === undefined) return REFUSED;
    return accepted(encodeAcks(read) === text.toLowerCase() ? undefined : utf8(encodeAcks(read)));
  },
};

function countOf(bits: number): number {
  return bits.toString(2).replaceAll('0', '').length;
}

const exactHex: Decoder = {
  name: 'protocol/hex-of-a-length',
  form: 'text',
  covers: [`${FOLDER}/codec.ts#bytesOfHex`],
  samples: (chance) => several(8, () => utf8(hexOf(chance, 32))),
  decode: (bytes) => (bytesOfHex(new TextDecoder().decode(bytes), 32).ok ? accepted() : REFUSED),
};

const LEAVES = Array.from({ length: 11 }, (_, i) => leafHash(Uint8Array.of(i)));
const ROOT = merkleRoot(LEAVES);

/** A proof behind index and count. */
const proof: Decoder = {
  name: 'protocol/merkle-proof',
  form: 'bytes',
  covers: [`${FOLDER}/merkle.ts#checkMerkleProof`],
  every: 4,
  samples: () => several(LEAVES.length, (i) => concat(u16be(i), u16be(LEAVES.length), ...merkleProof(LEAVES, i))),
  decode(bytes) {
    if (bytes.length < 4 || (bytes.length - 4) % 32 !== 0) return REFUSED;
    const index = Number(readBE(bytes.subarray(0, 2)));
    const count = Number(readBE(bytes.subarray(2, 4)));
    const nodes = Array.from({ length: (bytes.length - 4) / 32 }, (_, i) => bytes.subarray(4 + 32 * i, 36 + 32 * i));
    const leaf = LEAVES[index % LEAVES.length] as Uint8Array;
    const checked = checkMerkleProof(ROOT, leaf, index, count, nodes);
    if (!checked.ok) return REFUSED;
    return accepted(
      count === LEAVES.length ? concat(u16be(index), u16be(count), ...merkleProof(LEAVES, index)) : undefined,
    );
  },
};

export const decoders: readonly Decoder[] = [
  entry('protocol/entry', ZERO_ADDRESS),
  entry('protocol/entry-with-voucher', SENDER),
  sifted,
  blocks,
  outputPiece,
  sealedPieces,
  maskPieces,
  order,
  outcomes,
  acks,
  exactHex,
  proof,
];
