// What nodes of one committee tell each other beside rounds: signatures under receipts, finality and openings, and the pieces of output masks. Each is sent once and again to
// whoever asks, so a lost frame costs a pause and nothing else.
import type { Hex } from '@enigma/crypto';
import type { Struct } from '@enigma/protocol';

/** First byte of a link payload after the id of the committee, or of its keys after a repair. */
export const CHANNEL = { session: 0, gossip: 1, bodies: 2, repair: 3 } as const;
/** In place of a committee id: what nodes say of themselves (boots.ts). */
export const NODE_CHANNEL: Hex = `0x${'00'.repeat(32)}`;

export interface SignedReceipt {
  readonly receiptDigest: Hex;
  readonly signature: Hex;
}
/** Bytes of signatures, pieces and salts that a message may carry. */
const signatureBytes = 64;
const pieceBytesMax = 64 * 1024;

export const SIGNED_RECEIPT: Struct<SignedReceipt> = {
  name: 'SignedReceipt',
  fields: [
    ['receiptDigest', 'bytes32'],
    ['signature', { bytesMax: signatureBytes }],
  ],
};

export interface SignedFinal {
  readonly receiptDigest: Hex;
  readonly signature: Hex;
}
export const SIGNED_FINAL: Struct<SignedFinal> = {
  name: 'SignedFinal',
  fields: [
    ['receiptDigest', 'bytes32'],
    ['signature', { bytesMax: signatureBytes }],
  ],
};

export interface OutputPiece {
  readonly receiptDigest: Hex;
  readonly index: number;
  readonly block: number;
  readonly set: number;
  readonly salt: Hex;
  readonly values: Hex;
}
export const OUTPUT_PIECE: Struct<OutputPiece> = {
  name: 'OutputPiece',
  fields: [
    ['receiptDigest', 'bytes32'],
    ['index', 'uint32'],
    ['block', 'uint32'],
    ['set', 'uint32'],
    ['salt', 'bytes32'],
    ['values', { bytesMax: pieceBytesMax }],
  ],
};

export interface SignedOpening {
  readonly receiptDigest: Hex;
  readonly index: number;
  readonly outputHash: Hex;
  readonly signature: Hex;
}
export const SIGNED_OPENING: Struct<SignedOpening> = {
  name: 'SignedOpening',
  fields: [
    ['receiptDigest', 'bytes32'],
    ['index', 'uint32'],
    ['outputHash', 'bytes32'],
    ['signature', { bytesMax: signatureBytes }],
  ],
};

/** "Send me again what you have signed of this receipt." */
export interface Ask {
  readonly receiptDigest: Hex;
}
export const ASK: Struct<Ask> = { name: 'Ask', fields: [['receiptDigest', 'bytes32']] };

export type Gossip =
  | { readonly kind: 'receipt'; readonly message: SignedReceipt }
  | { readonly kind: 'final'; readonly message: SignedFinal }
  | { readonly kind: 'piece'; readonly message: OutputPiece }
  | { readonly kind: 'opening'; readonly message: SignedOpening }
  | { readonly kind: 'ask'; readonly message: Ask };

/** Kind byte of each message, in the order of the table. */
export interface GossipKind {
  readonly kind: Gossip['kind'];
  readonly byte: number;
  readonly struct: Struct<unknown>;
}

export const GOSSIP: readonly GossipKind[] = [
  { kind: 'receipt', byte: 1, struct: SIGNED_RECEIPT },
  { kind: 'final', byte: 2, struct: SIGNED_FINAL },
  { kind: 'piece', byte: 3, struct: OUTPUT_PIECE },
  { kind: 'opening', byte: 4, struct: SIGNED_OPENING },
  { kind: 'ask', byte: 5, struct: ASK },
] as readonly unknown[] as readonly GossipKind[];
