// Evidence as a text that a node keeps and anybody may hand on: JSON with one meaning, read with nothing taken on trust.
import { type Hex, fromHex, toHex } from '@enigma/crypto';
import {
  type AnyStruct,
  type AnyType,
  type Checkpoint,
  EVIDENCE_CHARACTERS_MAX,
  PROOF_NODES_MAX,
} from '@enigma/protocol';
import {
  type Accused,
  type Evidence,
  SLOTS,
  type ShownChunk,
  type SignedOnce,
  type TwiceSigned,
  type WrongOpening,
} from './evidence.ts';
import { CHUNK_BYTES } from './vectorTree.ts';

const FORMAT = 'enigma.evidence.v2';
const SLOT = SLOTS.SignedVector.struct.fields[0]?.[1] as AnyStruct;

/** Evidence with whom it is about. */
export interface EvidenceFile {
  readonly accused: Accused;
  /** Of the accused's committee. */
  readonly committeeId: Hex;
  readonly evidence: Evidence;
}

/** One text for one file, whatever the order in which its members were made. */
export function evidenceText({ accused, committeeId, evidence }: EvidenceFile): string {
  const { domain, n, T, signers, seat } = accused;
  const { chainId, verifyingContract } = domain;
  return `${JSON.stringify({ format: FORMAT, chainId: String(chainId), verifyingContract, committeeId, n, T, signers, seat, evidence: evidenceOut(evidence) })}\n`;
}

function evidenceOut(evidence: Evidence): object {
  if (evidence.kind === 'equivocation') {
    const { kind, name, records } = evidence;
    const { struct } = SLOTS[name];
    return {
      kind,
      name,
      records: records.map(({ record, signature }) => ({ record: recordOut(struct, record), signature })),
    };
  }
  const { kind, slot, viewHash, fieldLength, pieceBytes, set, index, shown } = evidence;
  return {
    kind,
    slot: recordOut(SLOT, slot),
    viewHash,
    fieldLength,
    pieceBytes,
    set,
    index,
    shown: shown.map(({ seat, chunk, proof, signature }) => ({ seat, chunk: toHex(chunk), proof, signature })),
  };
}

/** The members in the order of the struct. */
function recordOut({ fields }: AnyStruct, record: object): object {
  const members = record as Record<string, unknown>;
  return Object.fromEntries(
    fields.map(([name, type]) => {
      const member = members[name];
      return [name, typeof type === 'string' || !('fields' in type) ? member : recordOut(type, member as object)];
    }),
  );
}

/** Undefined where the text is not the one that `evidenceText` writes, whoever wrote it. Whether it shows anything is `verifyEvidence`'s to say. */
export function readEvidence(text: string): EvidenceFile | undefined {
  if (text.length > EVIDENCE_CHARACTERS_MAX) return undefined;
  try {
    const file = fileIn(JSON.parse(text));
    return evidenceText(file) === text ? file : undefined;
  } catch (error) {
    if (error instanceof NotEvidence || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class NotEvidence extends Error {}

function fileIn(value: unknown): EvidenceFile {
  const file = membersOf(
    value,
    'format',
    'chainId',
    'verifyingContract',
    'committeeId',
    'n',
    'T',
    'signers',
    'seat',
    'evidence',
  );
  if (file['format'] !== FORMAT || typeof file['chainId'] !== 'string' || !/^[1-9]\d{0,77}$/.test(file['chainId']))
    throw new NotEvidence();
  const n = numberIn(file['n'], 31);
  return {
    accused: {
      domain: { chainId: BigInt(file['chainId']), verifyingContract: hexIn(file['verifyingContract'], 20) },
      n,
      T: numberIn(file['T'], 31),
      signers: listIn(file['signers'], n, n).map((signer) => hexIn(signer, 20)),
      seat: numberIn(file['seat'], 31),
    },
    committeeId: hexIn(file['committeeId'], 32),
    evidence: evidenceIn(file['evidence'], n),
  };
}

function evidenceIn(value: unknown, n: number): Evidence {
  const kind = (value as { readonly kind?: unknown } | null)?.kind;
  if (kind === 'equivocation') {
    const { name, records } = membersOf(value, 'kind', 'name', 'records');
    if (typeof name !== 'string' || !Object.hasOwn(SLOTS, name)) throw new NotEvidence();
    const { struct } = SLOTS[name as TwiceSigned];
    const [first, second] = listIn(records, 2, 2).map((one): SignedOnce<Checkpoint> => {
      const { record, signature } = membersOf(one, 'record', 'signature');
      return { record: recordIn(struct, record) as unknown as Checkpoint, signature: hexIn(signature, 64) };
    });
    if (first === undefined || second === undefined) throw new NotEvidence();
    // Whichever of the four it is, its members are those of its struct.
    return { kind, name: name as 'Checkpoint', records: [first, second] };
  }
  if (kind !== 'wrongOpening') throw new NotEvidence();
  const members = membersOf(value, 'kind', 'slot', 'viewHash', 'fieldLength', 'pieceBytes', 'set', 'index', 'shown');
  return {
    kind,
    slot: recordIn(SLOT, members['slot']) as unknown as WrongOpening['slot'],
    viewHash: hexIn(members['viewHash'], 32),
    fieldLength: numberIn(members['fieldLength'], 2 ** 32 - 1),
    pieceBytes: numberIn(members['pieceBytes'], 2 ** 32 - 1),
    set: numberIn(members['set'], 2 ** 31 - 1),
    index: numberIn(members['index'], 2 ** 32 - 1),
    shown: listIn(members['shown'], 1, n).map(shownIn),
  };
}

function shownIn(value: unknown): ShownChunk {
  const { seat, chunk, proof, signature } = membersOf(value, 'seat', 'chunk', 'proof', 'signature');
  return {
    seat: numberIn(seat, 31),
    chunk: chunkIn(chunk),
    proof: listIn(proof, 0, PROOF_NODES_MAX).map((node) => hexIn(node, 32)),
    signature: hexIn(signature, 64),
  };
}

/** Exactly the members of the struct, each in the range of its type. */
function recordIn({ fields }: AnyStruct, value: unknown): Record<string, unknown> {
  const members = membersOf(value, ...fields.map(([name]) => name));
  return Object.fromEntries(fields.map(([name, type]) => [name, memberIn(type, members[name])]));
}

function memberIn(type: AnyType, value: unknown): unknown {
  if (typeof type !== 'string') {
    if (!('fields' in type)) throw new NotEvidence();
    return recordIn(type, value);
  }
  const number = /^uint(8|16|32)$/.exec(type);
  if (number) return numberIn(value, 2 ** Number(number[1]) - 1);
  if (type === 'bytes32') return hexIn(value, 32);
  throw new NotEvidence();
}

function membersOf(value: unknown, ...names: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotEvidence();
  const keys = Object.keys(value);
  if (keys.length !== names.length || !names.every((name) => Object.hasOwn(value, name))) throw new NotEvidence();
  return value as Record<string, unknown>;
}

function listIn(value: unknown, min: number, max: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length < min || value.length > max) throw new NotEvidence();
  return value;
}

function numberIn(value: unknown, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > max || Object.is(value, -0))
    throw new NotEvidence();
  return value;
}

/** Lower case, of so many bytes. */
function hexIn(value: unknown, bytes: number): Hex {
  if (typeof value !== 'string' || value.length !== 2 + 2 * bytes || !/^0x[0-9a-f]*$/.test(value))
    throw new NotEvidence();
  return value as Hex;
}

function chunkIn(value: unknown): Uint8Array {
  if (typeof value !== 'string') throw new NotEvidence();
  const bytes = (value.length - 2) / 2;
  if (!Number.isInteger(bytes) || bytes > CHUNK_BYTES) throw new NotEvidence();
  return fromHex(hexIn(value, bytes)) as Uint8Array;
}
