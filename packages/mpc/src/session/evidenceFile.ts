// Evidence as a text that a node keeps and anybody may hand on: JSON with one meaning, read with nothing taken on trust.
import type { Hex } from '@enigma/crypto';
import type { AnyStruct, AnyType, Checkpoint } from '@enigma/protocol';
import {
  type Accused,
  type Evidence,
  SLOTS,
  type SignedOnce,
  type TwiceSigned,
  type WrongOpening,
} from './evidence.ts';
import { EVIDENCE_BYTES_MAX } from './limits.ts';

const FORMAT = 'enigma.evidence.v1';

/** Evidence with whom it is about. */
export interface EvidenceFile {
  readonly accused: Accused;
  /** Of the accused's committee. */
  readonly committeeId: Hex;
  readonly evidence: Evidence;
}

/** One text for one file, whatever the order in which its members were made. */
export function evidenceText(file: EvidenceFile): string {
  return textOf(fileIn(JSON.parse(textOf(file))));
}

function textOf({ accused, committeeId, evidence }: EvidenceFile): string {
  const { domain, n, T, signers, seat } = accused;
  const { chainId, verifyingContract } = domain;
  return `${JSON.stringify({ format: FORMAT, chainId: String(chainId), verifyingContract, committeeId, n, T, signers, seat, evidence })}\n`;
}

/** Undefined where the text is not the one that `evidenceText` writes, whoever wrote it. Whether it shows anything is `verifyEvidence`'s to say. */
export function readEvidence(text: string): EvidenceFile | undefined {
  if (text.length > EVIDENCE_BYTES_MAX) return undefined;
  try {
    const file = fileIn(JSON.parse(text));
    return textOf(file) === text ? file : undefined;
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
      signers: listIn(file['signers'], n).map((signer) => hexIn(signer, 20)),
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
    const [first, second] = listIn(records, 2).map((one): SignedOnce<Checkpoint> => {
      const { record, signature } = membersOf(one, 'record', 'signature');
      return { record: recordIn(struct, record) as unknown as Checkpoint, signature: hexIn(signature, 64) };
    });
    if (first === undefined || second === undefined) throw new NotEvidence();
    // Whichever of the four it is, its members are those of its struct.
    return { kind, name: name as 'Checkpoint', records: [first, second] };
  }
  if (kind !== 'wrongOpening') throw new NotEvidence();
  const shown = membersOf(value, 'kind', 'slot', 'viewHash', 'fieldLength', 'pieceBytes', 'vectors');
  const slot = SLOTS.SignedVector.struct.fields[0]?.[1] as AnyStruct;
  return {
    kind,
    slot: recordIn(slot, shown['slot']) as unknown as WrongOpening['slot'],
    viewHash: hexIn(shown['viewHash'], 32),
    fieldLength: numberIn(shown['fieldLength'], EVIDENCE_BYTES_MAX / 16),
    pieceBytes: numberIn(shown['pieceBytes'], EVIDENCE_BYTES_MAX),
    vectors: listIn(shown['vectors'], n).map((one) => {
      const { body, signature } = membersOf(one, 'body', 'signature');
      return { body: hexIn(body), signature: hexIn(signature, 64) };
    }),
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

function listIn(value: unknown, length: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length !== length) throw new NotEvidence();
  return value;
}

function numberIn(value: unknown, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > max || Object.is(value, -0))
    throw new NotEvidence();
  return value;
}

/** Lower case, of so many bytes, or of any whole number of them. */
function hexIn(value: unknown, bytes?: number): Hex {
  if (typeof value !== 'string' || !/^0x([0-9a-f]{2})*$/.test(value)) throw new NotEvidence();
  if (bytes !== undefined && value.length !== 2 + 2 * bytes) throw new NotEvidence();
  return value as Hex;
}
