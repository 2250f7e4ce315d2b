// What seats of a committee tell each other about a repair, beside the sessions under its keys: all of it said again until it is not needed, so a lost frame costs a pause and nothing else.
import { concat, u8, type Hex } from '@enigma/crypto';
import { decodeRecord, encodeRecord, type LossParts, type Struct } from '@enigma/protocol';
import type { Shown } from './backup.ts';
import { CHANNEL } from './gossip.ts';

/** "I lost my disk": signed by the seat that did. */
export const LOSS: Struct<LossParts> = {
  name: 'Loss',
  fields: [
    ['committeeId', 'bytes32'],
    ['seat', 'uint8'],
    ['boot', 'uint64'],
    ['start', 'bytes32'],
  ],
};

export interface SignedLoss extends LossParts {
  readonly signature: Hex;
}
export const SIGNED_LOSS: Struct<SignedLoss> = {
  name: 'SignedLoss',
  fields: [...LOSS.fields, ['signature', { bytesMax: 64 }]],
};

/** "What goes with these keys is not here": answered with mask keys to the seat that lost its own, and with the public part of the repaired state to anybody. */
export interface Want {
  readonly keysId: Hex;
}
const WANT: Struct<Want> = { name: 'Want', fields: [['keysId', 'bytes32']] };

/** Mask keys of T-sets without the receiver. */
export interface MaskKeys {
  readonly keysId: Hex;
  readonly keys: readonly { readonly set: number; readonly key: Hex }[];
}
const MASK_KEY: Struct<MaskKeys['keys'][number]> = {
  name: 'MaskKey',
  fields: [
    ['set', 'uint32'],
    ['key', { bytesMax: 16 }],
  ],
};
const MASK_KEYS: Struct<MaskKeys> = {
  name: 'MaskKeys',
  fields: [
    ['keysId', 'bytes32'],
    ['keys', { array: MASK_KEY, max: 1024 }],
  ],
};

const fieldBytesMax = 16 * 1024 * 1024;

/** The public part of a repaired state: it counts if it hashes to the receipt's root. */
export interface PublicState {
  readonly keysId: Hex;
  readonly next: bigint;
  readonly head: Hex;
  readonly secretRoot: Hex;
  readonly fields: readonly { readonly bytes: Hex }[];
}
const FIELD: Struct<PublicState['fields'][number]> = {
  name: 'Field',
  fields: [['bytes', { bytesMax: fieldBytesMax }]],
};
export const PUBLIC_STATE: Struct<PublicState> = {
  name: 'PublicState',
  fields: [
    ['keysId', 'bytes32'],
    ['next', 'uint64'],
    ['head', 'bytes32'],
    ['secretRoot', 'bytes32'],
    ['fields', { array: FIELD, max: 4096 }],
  ],
};

/** What a seat keeps for another, where the committee cannot spare one (backup.ts). */
export type ShownBackup = Shown & { readonly keysId: Hex };
const HASHES: Struct<Shown['hashes'][number]> = {
  name: 'BackupHashes',
  fields: [
    ['set', 'uint32'],
    ['piece', 'bytes32'],
    ['maskKey', 'bytes32'],
  ],
};
const PIECE: Struct<Shown['pieces'][number]> = {
  name: 'BackupPiece',
  fields: [
    ['set', 'uint32'],
    ['salt', 'bytes32'],
    ['values', { bytesMax: fieldBytesMax }],
  ],
};
const SHOWN: Struct<ShownBackup> = {
  name: 'ShownBackup',
  fields: [
    ['keysId', 'bytes32'],
    ['version', 'uint64'],
    ['next', 'uint64'],
    ['head', 'bytes32'],
    ['secretRoot', 'bytes32'],
    ['fields', { array: FIELD, max: 4096 }],
    ['values', { bytesMax: fieldBytesMax }],
    ['hashes', { array: HASHES, max: 1024 }],
    ['pieces', { array: PIECE, max: 1024 }],
    ['keys', { array: MASK_KEY, max: 1024 }],
  ],
};

export interface RepairSignature {
  readonly keysId: Hex;
  readonly receiptDigest: Hex;
  readonly signature: Hex;
}
const REPAIR_SIGNATURE: Struct<RepairSignature> = {
  name: 'RepairSignature',
  fields: [
    ['keysId', 'bytes32'],
    ['receiptDigest', 'bytes32'],
    ['signature', { bytesMax: 64 }],
  ],
};

export type RepairGossip =
  | { readonly kind: 'loss'; readonly message: SignedLoss }
  | { readonly kind: 'want'; readonly message: Want }
  | { readonly kind: 'masks'; readonly message: MaskKeys }
  | { readonly kind: 'state'; readonly message: PublicState }
  | { readonly kind: 'signature'; readonly message: RepairSignature }
  | { readonly kind: 'shown'; readonly message: ShownBackup };

const KINDS = [
  { kind: 'loss', byte: 1, struct: SIGNED_LOSS },
  { kind: 'want', byte: 2, struct: WANT },
  { kind: 'masks', byte: 3, struct: MASK_KEYS },
  { kind: 'state', byte: 4, struct: PUBLIC_STATE },
  { kind: 'signature', byte: 5, struct: REPAIR_SIGNATURE },
  { kind: 'shown', byte: 6, struct: SHOWN },
] as const;

export function encodeRepair(message: RepairGossip): Uint8Array {
  const entry = KINDS.find((one) => one.kind === message.kind);
  if (entry === undefined) throw new Error('every kind is in the table');
  return concat(
    u8(CHANNEL.repair),
    u8(entry.byte),
    encodeRecord(entry.struct as Struct<unknown>, message.message as unknown),
  );
}

/** After the channel byte. Takes a peer's bytes. */
export function decodeRepair(payload: Uint8Array): RepairGossip | undefined {
  const entry = KINDS.find((one) => one.byte === payload[0]);
  const decoded = entry && decodeRecord<unknown>(entry.struct as Struct<unknown>, payload.subarray(1));
  return entry === undefined || decoded?.ok !== true
    ? undefined
    : ({ kind: entry.kind, message: decoded.value } as RepairGossip);
}
