// What a node must not forget about what it signed, as one JSON document in the manner of EIP-3076: which network, node and key it is of, every slot with its digest and signature, every high-water mark, and
// for each class of slots how many there are and the highest. Taking it in can only add: marks take the maximum, slots that are there stay, and one that holds another digest stops it before anything is written.
import { createHash } from 'node:crypto';
import { fromHex, toHex, type Hex } from '@enigma/crypto';
import type { Domain } from '@enigma/protocol';
import type { OpenStore } from './sqlite.ts';

const format = 'enigma.protection.v1';

export interface ProtectionOf {
  readonly domain: Domain;
  readonly node: number;
  readonly signer: Hex;
  /** Its keys before that one, where keys have rotated. */
  readonly earlier?: readonly Hex[];
}

interface SignedSlot {
  readonly slot: string;
  readonly digest: Hex;
  readonly signature: Hex;
}

export interface Interchange {
  readonly metadata: {
    readonly format: typeof format;
    readonly chainId: string;
    readonly verifyingContract: Hex;
    readonly node: number;
    readonly signer: Hex;
    /** Over marks and signed, so that a file that was cut or altered is known. */
    readonly sha256: string;
  };
  readonly classes: Readonly<
    Record<string, { readonly slots: number; readonly highest: { readonly slot: string; readonly digest: Hex } }>
  >;
  readonly marks: Readonly<Record<string, number>>;
  readonly signed: readonly SignedSlot[];
}

export class InterchangeError extends Error {
  readonly code: 'PROTECTION_MALFORMED' | 'PROTECTION_FOREIGN' | 'PROTECTION_CONFLICT';
  constructor(code: InterchangeError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export function exportProtection(store: OpenStore, of: ProtectionOf): Interchange {
  const signed = [...store.signedRows()].map(({ slot, digest, signature }): SignedSlot => ({
    slot,
    digest,
    signature: toHex(signature),
  }));
  const marks = Object.fromEntries(store.marks());
  const { chainId, verifyingContract } = of.domain;
  return {
    metadata: {
      format,
      chainId: chainId.toString(),
      verifyingContract,
      node: of.node,
      signer: of.signer,
      sha256: hashOf(marks, signed),
    },
    classes: classesOf(signed),
    marks,
    signed,
  };
}

export interface Taken {
  /** Slots and marks that were not here, or lower. */
  readonly slots: number;
  readonly marks: number;
  /** Slots that were here with the same digest. */
  readonly known: number;
}

/** Throws InterchangeError, and has then written nothing. */
export function importProtection(store: OpenStore, of: ProtectionOf, text: string): Taken {
  const read = parse(text);
  const { metadata } = read;
  const signer = metadata.signer.toLowerCase();
  // Of a node whose keys have rotated since: an earlier one is its own too.
  const isEarlier = of.earlier?.some((key) => key.toLowerCase() === signer) === true;
  const own = of.signer.toLowerCase();
  const mine = [of.domain.chainId.toString(), of.domain.verifyingContract.toLowerCase(), of.node, own];
  const theirs = [metadata.chainId, metadata.verifyingContract.toLowerCase(), metadata.node, isEarlier ? own : signer];
  const names = ['chain', 'deployment', 'node', 'signer'];
  const foreign = names.flatMap((name, at) =>
    mine[at] === theirs[at] ? [] : [`${name} ${theirs[at]}, not ${mine[at]}`],
  );
  if (foreign.length > 0)
    throw new InterchangeError('PROTECTION_FOREIGN', `The file is of another node or network (${foreign.join('; ')}).`);
  const conflicts = read.signed.filter(({ slot, digest }) => (store.signed(slot)?.digest ?? digest) !== digest);
  if (conflicts.length > 0)
    throw new InterchangeError(
      'PROTECTION_CONFLICT',
      `${conflicts.length} slots hold another digest here, the first ${conflicts[0]?.slot}: this node and the one of the file have both signed.`,
    );
  const added = read.signed.filter(({ slot }) => store.signed(slot) === undefined);
  const raised = Object.entries(read.marks).filter(([name, value]) => store.mark(name) < value);
  // Slots first: a mark says that what was before it is known.
  for (const { slot, digest, signature } of added)
    store.putSigned(slot, digest, fromHex(signature) ?? new Uint8Array());
  for (const [name, value] of raised) store.raiseMark(name, value);
  return { slots: added.length, marks: raised.length, known: read.signed.length - added.length };
}

function parse(text: string): Interchange {
  const wrong = (what: string): InterchangeError =>
    new InterchangeError('PROTECTION_MALFORMED', `The file is no protection of a node, or not whole (${what}).`);
  let read: Partial<Interchange>;
  try {
    read = JSON.parse(text) as Partial<Interchange>;
  } catch {
    throw wrong('it is no JSON');
  }
  const { metadata, marks, signed } = read ?? {};
  if (metadata?.format !== format) throw wrong(`its format is not ${format}`);
  const names = [metadata.chainId, metadata.verifyingContract, metadata.signer];
  if (!names.every((name) => typeof name === 'string') || typeof metadata.node !== 'number')
    throw wrong('it does not say whose it is');
  if (typeof marks !== 'object' || marks === null || !Array.isArray(signed)) throw wrong('a part is missing');
  const isMark = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  if (!Object.values(marks).every(isMark)) throw wrong('a mark is no number');
  const isSlot = (one: Partial<SignedSlot> | null): boolean =>
    typeof one?.slot === 'string' &&
    /^0x[0-9a-f]{64}$/.test(String(one.digest)) &&
    /^0x[0-9a-f]{128}$/.test(String(one.signature));
  if (!(signed as readonly (Partial<SignedSlot> | null)[]).every(isSlot)) throw wrong('a slot is not of its form');
  // The second of them would be refused by the store after the first was written.
  if (new Set(signed.map(({ slot }) => slot)).size !== signed.length) throw wrong('a slot stands in it twice');
  if (metadata.sha256 !== hashOf(marks, signed as readonly SignedSlot[])) throw wrong('its checksum is another');
  return read as Interchange;
}

function hashOf(marks: Readonly<Record<string, number>>, signed: readonly SignedSlot[]): string {
  const hash = createHash('sha256');
  for (const [name, value] of Object.entries(marks).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${JSON.stringify([name, value])}\n`);
  for (const { slot, digest, signature } of signed.toSorted((a, b) => (a.slot < b.slot ? -1 : 1)))
    hash.update(`${JSON.stringify([slot, digest, signature])}\n`);
  return hash.digest('hex');
}

/** The kind of a slot; those of sessions stand under their committee's keys. */
function classOf(slot: string): string {
  const [first = '', , kind = ''] = slot.split('/');
  return first === 'committee' ? kind : first;
}

function classesOf(signed: readonly SignedSlot[]): Interchange['classes'] {
  const order = new Intl.Collator('en', { numeric: true });
  const classes: Record<string, { slots: number; highest: { slot: string; digest: Hex } }> = {};
  for (const { slot, digest } of signed) {
    const known = (classes[classOf(slot)] ??= { slots: 0, highest: { slot, digest } });
    known.slots++;
    if (order.compare(slot, known.highest.slot) > 0) known.highest = { slot, digest };
  }
  return classes;
}
