// Evidence, right and forged in every member, for the contract and for mpc's `verifyEvidence`. Rounds are of any size, for nobody makes them: a leaf with made-up siblings has a root as well.
import {
  concat,
  field,
  fieldToBytes,
  fromHex,
  type Hex,
  inSet,
  P,
  seededRandom,
  share,
  signingKeyOf,
  thresholdSets,
  toHex,
} from '@enigma/crypto';
import type { Accused, Evidence } from '@enigma/mpc/session';
import {
  type AnyStruct,
  type AnyType,
  CHECKPOINT,
  type Domain,
  KEY_CHECK,
  KEY_CONTRIBUTION,
  leafHash,
  rootOfProof,
  SIGNED_VECTOR,
  type Slot,
  type Struct,
  signRecord,
  structHash,
  VECTOR_CONTENT,
} from '@enigma/protocol';

export interface EvidenceCase {
  /** What was done to it; none where it shows a lie. */
  readonly changes: readonly string[];
  readonly accused: Accused;
  readonly evidence: Evidence;
}

export interface Signer {
  readonly address: Hex;
  readonly privateKey: Uint8Array;
}

const CHUNK_BYTES = 1024;
const ELEMENT_BYTES = 16;
const DRAWN = [
  [4, 1],
  [5, 1],
  [7, 2],
  [10, 3],
] as const;
/** Committees in which nobody is named by vectors, and larger ones. */
const OTHERS = [
  [3, 1],
  [6, 2],
  [7, 3],
  [13, 4],
  [31, 1],
  [31, 2],
] as const;
/** Such as no chain draws. */
const NONE = [
  [31, 4],
  [32, 1],
  [4, 2],
  [4, 0],
] as const;
const LENGTHS = [1, 3, 64, 65, 130, 2 ** 20, 2 ** 32 - 1];
const PIECES = [0, 1, 1023, 1024, 1025, 5000, 2 ** 20, 2 ** 32 - 1];

const STRUCTS = {
  Checkpoint: CHECKPOINT,
  SignedVector: SIGNED_VECTOR,
  KeyContribution: KEY_CONTRIBUTION,
  KeyCheck: KEY_CHECK,
} as unknown as Readonly<Record<string, AnyStruct>>;

/** Seats with their keys. */
export interface Signing {
  readonly domain: Domain;
  readonly signers: readonly Signer[];
}

/** Keys of as many seats as any case has, and one more. */
export const SIGNERS: readonly Signer[] = Array.from({ length: 33 }, (_, seat) =>
  signingKeyOf(new Uint8Array(32).fill(seat + 1)),
);
const DOMAIN: Domain = { chainId: 31337n, verifyingContract: `0x${'11'.repeat(20)}` };

/** Where its numbers come from. */
interface Dice {
  bytes(length: number): Uint8Array;
  below(count: number): number;
  of<T>(list: readonly T[]): T;
  hash(): Hex;
}

function diceOf(seed: string): Dice {
  const bytes = seededRandom(seed);
  const below = (count: number): number => Number(BigInt(toHex(bytes(6))) % BigInt(count));
  return { bytes, below, of: (list) => list[below(list.length)] as never, hash: () => toHex(bytes(32)) };
}

export function evidenceCase(seed: number, number: number): EvidenceCase {
  const dice = diceOf(`evidence ${seed} ${number}`);
  const none = dice.below(40) === 0;
  const [n, T] = none ? dice.of(NONE) : dice.below(8) === 0 ? dice.of(OTHERS) : dice.of(DRAWN);
  const seat = dice.below(n);
  const signers = SIGNERS.slice(0, n);
  const accused = { domain: DOMAIN, n, T, signers: signers.map(({ address }) => address), seat };
  const changes = none ? ['no committee'] : n < 3 * T + 1 ? ['nobody is named by vectors'] : [];
  const evidence =
    none || dice.below(4) === 0
      ? twiceSigned(dice, { domain: DOMAIN, signers }, accused, changes)
      : wrongOpening(dice, { domain: DOMAIN, signers }, accused, changes);
  const told = dice.below(6) === 0 ? otherAccused(dice, accused, changes) : accused;
  return { changes, accused: told, evidence };
}

export const LIES = ['records', 'share', 'piece'] as const;

/** A lie of seat 2, shown; in a round of as many elements as a large one has. */
export function shownLie(kind: (typeof LIES)[number], signing: Signing, T: number): Evidence {
  const n = signing.signers.length;
  const dice = diceOf(`shown ${kind} ${n} ${T}`);
  if (kind === 'records') {
    const first = recordOf(dice, STRUCTS['Checkpoint'] as AnyStruct);
    return signedTwice(signing, 'Checkpoint', [first, changedAt(dice, first, 'viewHash')], 2);
  }
  const set = kind === 'share' ? 0 : (thresholdSets(n, T).findLast((one) => !inSet(one, 2)) as number);
  const round = { n, T, fieldLength: 2 ** 20, pieceBytes: 2 ** 17, set, index: 77 };
  const seats = seatsShown(dice, round, 2);
  return signedOpening(dice, signing, round, seats, chunksOf(dice, round, seats, 2, 'off'));
}

function otherAccused(dice: Dice, accused: Accused, changes: string[]): Accused {
  const { n, T, seat, signers, domain } = accused;
  const at = dice.below(n);
  const others: Readonly<Record<string, Accused>> = {
    'accused seat': { ...accused, seat: (seat + 1 + dice.below(n + 1)) % (n + 2) },
    'n less': { ...accused, n: n - 1 },
    'committee of one seat less': { ...accused, n: n - 1, signers: signers.slice(0, -1) },
    'T more': { ...accused, T: T + 1 },
    'T less': { ...accused, T: Math.max(0, T - 1) },
    'signers turned': { ...accused, signers: [...signers.slice(1), signers[0] as Hex] },
    'signer twice': { ...accused, signers: signers.with(at, signers[(at + 1) % n] as Hex) },
    'signer nobody': { ...accused, signers: signers.with(at, `0x${'00'.repeat(20)}`) },
    'other chain': { ...accused, domain: { ...domain, chainId: 1n } },
    'other contract': { ...accused, domain: { ...domain, verifyingContract: `0x${'12'.repeat(20)}` } },
  };
  const name = dice.of(Object.keys(others));
  changes.push(name);
  return others[name] as Accused;
}

// ---- two records in one slot

type Equivocation = Extract<Evidence, { readonly kind: 'equivocation' }>;

function twiceSigned(dice: Dice, signing: Signing, { seat }: Accused, changes: string[]): Evidence {
  const name = dice.of(Object.keys(STRUCTS));
  const struct = STRUCTS[name] as AnyStruct;
  const first = recordOf(dice, struct);
  const paths = pathsIn(struct);
  // Mostly the last member, which is in no slot.
  const path = dice.below(2) === 0 ? (paths.at(-1) as string) : dice.of(paths);
  if (path !== paths.at(-1)) changes.push(`other ${path}`);
  const second = dice.below(12) === 0 ? first : changedAt(dice, first, path);
  if (second === first) changes.push('same record');
  const by = dice.below(12) === 0 ? (seat + 1) % signing.signers.length : seat;
  if (by !== seat) changes.push('other signer');
  const right = signedTwice(signing, name, [first, second], by);
  return dice.below(8) === 0 ? forgedTwice(dice, struct, right, changes) : right;
}

function signedTwice(signing: Signing, name: string, records: readonly object[], by: number): Equivocation {
  const signed = records.map((record) => ({
    record,
    signature: signedBy(signing, by, STRUCTS[name] as AnyStruct, record),
  }));
  return { kind: 'equivocation', name, records: signed } as unknown as Equivocation;
}

/** One member, or signature, changed after both were signed. */
function forgedTwice(dice: Dice, struct: AnyStruct, right: Equivocation, changes: string[]): Equivocation {
  const place = dice.below(2);
  const one = right.records[place] as { record: object; signature: Hex };
  const record = forgedRecord(dice, struct, one.record);
  if (record !== undefined) changes.push('member changed, or too large');
  const forged =
    record === undefined ? { ...one, signature: forgedSignature(dice, one.signature, changes) } : { ...one, record };
  const [first, second] = right.records;
  return { ...right, records: place === 0 ? [forged, second] : [first, forged] } as unknown as Equivocation;
}

function signedBy({ domain, signers }: Signing, by: number, struct: AnyStruct, record: object): Hex {
  return signRecord(domain, struct as unknown as Struct<object>, record, (signers[by] as Signer).privateKey);
}

function recordOf(dice: Dice, { fields }: AnyStruct): object {
  return Object.fromEntries(fields.map(([name, type]) => [name, memberOf(dice, type)]));
}

function memberOf(dice: Dice, type: AnyType): unknown {
  if (typeof type !== 'string') return recordOf(dice, type as AnyStruct);
  return type === 'bytes32' ? dice.hash() : dice.below(2 ** Number(type.slice(4)));
}

function pathsIn({ fields }: AnyStruct, path = ''): readonly string[] {
  return fields.flatMap(([name, type]) =>
    typeof type === 'string' ? [path + name] : pathsIn(type as AnyStruct, `${path}${name}.`),
  );
}

function at(record: object, path: string): unknown {
  return path.split('.').reduce<unknown>((from, name) => (from as Record<string, unknown>)[name], record);
}

function withAt(record: object, path: string, value: unknown): object {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  const member = (record as Record<string, unknown>)[first];
  return { ...record, [first]: rest.length === 0 ? value : withAt(member as object, rest.join('.'), value) };
}

/** With another value of the member's type. */
function changedAt(dice: Dice, record: object, path: string): object {
  const value = at(record, path);
  if (typeof value !== 'number') return withAt(record, path, dice.hash());
  return withAt(record, path, value === 0 ? 1 : value - 1);
}

function forgedRecord(dice: Dice, struct: AnyStruct, record: object): object | undefined {
  const paths = pathsIn(struct);
  const path = dice.of(paths);
  if (dice.below(3) === 0) return undefined;
  if (dice.below(2) === 0 || typeof at(record, path) !== 'number') return changedAt(dice, record, path);
  return withAt(record, path, 2 ** dice.of([8, 16, 32, 40]));
}

function forgedSignature(dice: Dice, signature: Hex, changes: string[]): Hex {
  const bytes = fromHex(signature) as Uint8Array;
  const flipped = bytes.slice();
  const place = dice.below(64);
  flipped[place] = (flipped[place] as number) ^ (1 << dice.below(8));
  const forms: Readonly<Record<string, Uint8Array>> = {
    'signature flipped': flipped,
    'signature cut': bytes.slice(0, -1),
    'signature longer': concat(bytes, new Uint8Array(1)),
    'no signature': new Uint8Array(),
    'signature of zeros': new Uint8Array(64),
    'high s': highS(bytes),
  };
  const name = dice.of(Object.keys(forms));
  changes.push(name);
  return toHex(forms[name] as Uint8Array);
}

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** The same signer's other signature, where its s has room beside the parity. */
function highS(signature: Uint8Array): Uint8Array {
  const s = BigInt(toHex(signature.subarray(32))) & ((1n << 255n) - 1n);
  const high = (ORDER - s) & ((1n << 255n) - 1n);
  const parity = (signature[32] as number) >> 7 === 0 ? 1n << 255n : 0n;
  return concat(
    signature.subarray(0, 32),
    fromHex(`0x${(high | parity).toString(16).padStart(64, '0')}`) as Uint8Array,
  );
}

// ---- a vector off the polynomial

interface Shown {
  readonly seat: number;
  readonly chunk: Uint8Array;
  readonly proof: readonly Hex[];
  readonly signature: Hex;
}

interface Opening {
  readonly kind: 'wrongOpening';
  readonly slot: Slot;
  readonly viewHash: Hex;
  readonly fieldLength: number;
  readonly pieceBytes: number;
  readonly set: number;
  readonly index: number;
  readonly shown: readonly Shown[];
}

interface Round {
  readonly n: number;
  readonly T: number;
  readonly fieldLength: number;
  readonly pieceBytes: number;
  readonly set: number;
  readonly index: number;
}

/** What the accused's vector is beside the others': mostly off. */
const FATES = ['off', 'off', 'off', 'off', 'on', 'another off', 'too large'] as const;
/** What a seat signs otherwise than it is told. */
const UNTOLD = ['view', 'slot', 'n', 'T', 'seat', 'fieldLength', 'pieceBytes'] as const;

function wrongOpening(dice: Dice, signing: Signing, { n, T, seat }: Accused, changes: string[]): Evidence {
  const ofShares = dice.below(2) === 0;
  const set = ofShares ? 0 : dice.of(thresholdSets(n, T).filter((one) => !inSet(one, seat)));
  const fieldLength = ofShares ? dice.of(LENGTHS) : dice.of([0, ...LENGTHS]);
  const pieceBytes = ofShares ? dice.of(PIECES) : dice.of(PIECES.slice(1));
  const whole = ofShares ? fieldLength : Math.ceil(pieceBytes / CHUNK_BYTES);
  // First and last ones as often as all others.
  const round = { n, T, fieldLength, pieceBytes, set, index: dice.of([0, whole - 1, dice.below(whole)]) };
  const seats = seatsShown(dice, round, seat);
  const fate = dice.of(FATES);
  if (fate !== 'off') changes.push(`accused and others: ${fate}`);
  const chunks = chunksOf(dice, round, seats, seat, fate);
  const untold = dice.below(10) === 0 ? { by: dice.of(seats), what: dice.of(UNTOLD) } : undefined;
  if (untold !== undefined) changes.push(`signs another ${untold.what}`);
  const opening = signedOpening(dice, signing, round, seats, chunks, untold);
  return dice.below(3) === 0 ? forgedOpening(dice, opening, n, changes) : opening;
}

/** The accused and as many others as are wanted. */
function seatsShown(dice: Dice, { n, T, set }: Round, accused: number): readonly number[] {
  const able = Array.from({ length: n }, (_, by) => by).filter((by) => by !== accused && !inSet(set, by));
  while (able.length > (set === 0 ? 2 * T + 1 : T + 1)) able.splice(dice.below(able.length), 1);
  return [...able, accused].sort((a, b) => a - b);
}

function signedOpening(
  dice: Dice,
  signing: Signing,
  round: Round,
  seats: readonly number[],
  chunks: readonly Uint8Array[],
  untold?: { readonly by: number; readonly what: (typeof UNTOLD)[number] },
): Opening {
  const slot = recordOf(dice, SIGNED_VECTOR.fields[0]?.[1] as unknown as AnyStruct) as Slot;
  const viewHash = dice.hash();
  const shown = seats.map((seat, k): Shown => {
    const chunk = chunks[k] as Uint8Array;
    const proof = proofOf(dice, round, seat);
    const what = untold?.by === seat ? untold.what : undefined;
    const record = {
      slot: what === 'slot' ? { ...slot, round: (slot.round + 1) % 2 ** 32 } : slot,
      viewHash: what === 'view' ? dice.hash() : viewHash,
      vectorHash: vectorHashOf(round, seat, chunk, proof, what),
    };
    return { seat, chunk, proof, signature: signedBy(signing, seat, SIGNED_VECTOR as unknown as AnyStruct, record) };
  });
  const { fieldLength, pieceBytes, set, index } = round;
  return { kind: 'wrongOpening', slot, viewHash, fieldLength, pieceBytes, set, index, shown };
}

/** What the seats hold. */
function chunksOf(
  dice: Dice,
  { n, T, fieldLength, pieceBytes, set, index }: Round,
  seats: readonly number[],
  accused: number,
  fate: (typeof FATES)[number],
): readonly Uint8Array[] {
  const another = dice.of(seats.filter((by) => by !== accused));
  const isOff = (by: number): boolean =>
    (by === accused && fate !== 'on') || (by === another && fate === 'another off');
  if (set !== 0) {
    const alike = dice.bytes(Math.min(CHUNK_BYTES, pieceBytes - CHUNK_BYTES * index));
    return seats.map((by) => {
      const own = alike.slice();
      const place = dice.below(own.length);
      if (isOff(by)) own[place] = (own[place] as number) ^ (1 + dice.below(255));
      return own;
    });
  }
  const elements = Math.min(CHUNK_BYTES / ELEMENT_BYTES, fieldLength - 64 * Math.floor(index / 64));
  const secret = BigInt(dice.hash()) % P;
  const shares = share(secret, n, T, dice.bytes);
  const large = dice.of([accused, another]);
  return seats.map((by) => {
    const own = dice.bytes(ELEMENT_BYTES * elements).slice();
    const honest = shares[by] as bigint;
    const value = fieldToBytes(
      isOff(by) ? field.add(honest, dice.of([1n, P - 1n, BigInt(dice.hash()) % P || 1n])) : honest,
    );
    own.set(value, ELEMENT_BYTES * (index % 64));
    if (fate === 'too large' && by === large)
      own.set(littleEndian(P + BigInt(dice.below(3))), ELEMENT_BYTES * (index % 64));
    return own;
  });
}

function littleEndian(value: bigint): Uint8Array {
  return (fromHex(`0x${value.toString(16).padStart(32, '0')}`) as Uint8Array).toReversed();
}

/** Where the chunk stands among the leaves of that seat's vector, by listing the sets. */
function leafOf({ n, T, fieldLength, pieceBytes, set, index }: Round, seat: number): readonly [number, number] {
  const shareChunks = Math.ceil((ELEMENT_BYTES * fieldLength) / CHUNK_BYTES);
  const pieceChunks = Math.ceil(pieceBytes / CHUNK_BYTES);
  const held = thresholdSets(n, T).filter((one) => !inSet(one, seat));
  const leaf = set === 0 ? Math.floor(index / 64) : shareChunks + held.indexOf(set) * pieceChunks + index;
  return [leaf, shareChunks + held.length * pieceChunks];
}

function proofOf(dice: Dice, round: Round, seat: number): readonly Hex[] {
  const proof: Hex[] = [];
  let [leaf, count] = leafOf(round, seat);
  for (; count > 1; [leaf, count] = [Math.floor(leaf / 2), Math.ceil(count / 2)])
    if (leaf !== count - 1 || count % 2 === 0) proof.push(dice.hash());
  return proof;
}

function vectorHashOf(
  round: Round,
  seat: number,
  chunk: Uint8Array,
  proof: readonly Hex[],
  untold: (typeof UNTOLD)[number] | undefined,
): Hex {
  const [leaf, count] = leafOf(round, seat);
  const root = rootOfProof(
    leafHash(chunk),
    leaf,
    count,
    proof.map((node) => fromHex(node) as Uint8Array),
  );
  if (!root.ok) throw new Error('a path of the right length leads to a root');
  const { n, T, fieldLength, pieceBytes } = round;
  const content = { n, T, seat, fieldLength, pieceBytes, root: toHex(root.value) };
  const other = untold === 'view' || untold === 'slot' || untold === undefined ? undefined : untold;
  return structHash(
    VECTOR_CONTENT,
    other === undefined ? content : { ...content, [other]: content[other] === 0 ? 1 : content[other] - 1 },
  );
}

/** One member changed after all was signed. */
function forgedOpening(dice: Dice, opening: Opening, n: number, changes: string[]): Opening {
  const { shown, slot, set, index, fieldLength, pieceBytes } = opening;
  const k = dice.below(shown.length);
  const one = shown[k] as Shown;
  const with_ = (change: Partial<Shown>): Opening => ({ ...opening, shown: shown.with(k, { ...one, ...change }) });
  const node = dice.below(Math.max(1, one.proof.length));
  const near = (value: number): number => Math.min(2 ** 32 - 1, Math.max(0, value + dice.of([-64, -1, 1, 64])));
  const forms: Readonly<Record<string, () => Opening>> = {
    'slot changed': () => ({ ...opening, slot: changedAt(dice, slot, dice.of(Object.keys(slot))) as Slot }),
    'view changed': () => ({ ...opening, viewHash: dice.hash() }),
    'fieldLength changed': () => ({ ...opening, fieldLength: near(fieldLength) }),
    'pieceBytes changed': () => ({ ...opening, pieceBytes: near(pieceBytes) }),
    'index changed': () => ({ ...opening, index: dice.of([near(index), 2 ** 32 - 1, fieldLength]) }),
    'set changed': () => ({ ...opening, set: dice.of([set ^ (1 << dice.below(n)), dice.below(2 ** 31), 2 ** n, 0]) }),
    'seat changed': () => with_({ seat: dice.of([n, 255, dice.below(n), (one.seat + 1) % n]) }),
    'order turned': () => ({ ...opening, shown: shown.toReversed() }),
    'two changed places': () => ({ ...opening, shown: [...shown.slice(1), shown[0] as Shown] }),
    'one missing': () => ({ ...opening, shown: shown.toSpliced(k, 1) }),
    'one twice': () => ({ ...opening, shown: shown.toSpliced(k, 0, one) }),
    'one in another’s place': () => ({ ...opening, shown: shown.with((k + 1) % shown.length, one) }),
    'one more': () => ({ ...opening, shown: [...shown, { ...one, seat: dice.below(n) }] }),
    'nothing shown': () => ({ ...opening, shown: [] }),
    'node changed': () => with_({ proof: one.proof.length === 0 ? [dice.hash()] : one.proof.with(node, dice.hash()) }),
    'node missing': () => with_({ proof: one.proof.toSpliced(node, 1) }),
    'node more': () => with_({ proof: one.proof.toSpliced(node, 0, dice.hash()) }),
    'many nodes': () => with_({ proof: Array.from({ length: 65 }, () => dice.hash()) }),
    'chunk changed': () => with_({ chunk: one.chunk.with(dice.below(one.chunk.length), dice.below(256)) }),
    'chunk cut': () => with_({ chunk: one.chunk.slice(dice.of([1, 16])) }),
    'chunk longer': () => with_({ chunk: concat(one.chunk, dice.bytes(dice.of([1, 16, 1024]))) }),
    'no chunk': () => with_({ chunk: new Uint8Array() }),
    'another’s chunk': () => with_({ chunk: (shown[(k + 1) % shown.length] as Shown).chunk }),
    'another’s signature': () => with_({ signature: (shown[(k + 1) % shown.length] as Shown).signature }),
    'signature forged': () => with_({ signature: forgedSignature(dice, one.signature, changes) }),
  };
  const name = dice.of(Object.keys(forms));
  changes.push(name);
  return (forms[name] as () => Opening)();
}
