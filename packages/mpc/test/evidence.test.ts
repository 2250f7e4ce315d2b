// Evidence for strangers: what shows a lie is accepted wherever it was seen, and nothing that an honest seat ever signed can be made to look like one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type FieldVector,
  type Hex,
  concat,
  newVector,
  plainKernel,
  seededRandom,
  setElement,
  elementAt,
  shareVectors,
  signingKeyOf,
  thresholdSets,
  inSet,
  toHex,
  vectorToBytes,
  field,
} from '@enigma/crypto';
import {
  type AnyStruct,
  type AnyType,
  CHECKPOINT,
  type Checkpoint,
  EVIDENCE_CHARACTERS_MAX,
  KEY_CHECK,
  KEY_CONTRIBUTION,
  SIGNED_VECTOR,
  type Struct,
  signRecord,
} from '@enigma/protocol';
import {
  type Accused,
  type Equivocation,
  type Evidence,
  type TwiceSigned,
  type WrongOpening,
  evidenceText,
  evidenceTextLength,
  readEvidence,
  verifyEvidence,
} from '../src/session/index.ts';
import { hashOfVector } from '../src/session/evidence.ts';

const random = seededRandom('evidence');
const domain = { chainId: 31337n, verifyingContract: `0x${'11'.repeat(20)}` } as const;
const committeeId: Hex = `0x${'22'.repeat(32)}`;
const session: Hex = `0x${'33'.repeat(32)}`;
const other: Hex = `0x${'44'.repeat(32)}`;
const zero: Hex = `0x${'00'.repeat(32)}`;

const keys = Array.from({ length: 10 }, () => signingKeyOf(random(32)));
const signed = <R>(by: number, struct: Struct<R>, record: R) => ({
  record,
  signature: signRecord(domain, struct, record, keys[by]!.privateKey),
});

function accusedOf(n: number, T: number, seat: number): Accused {
  return { domain, n, T, signers: keys.slice(0, n).map(({ address }) => address), seat };
}

const verdict = (accused: Accused, evidence: Evidence): string => {
  const found = verifyEvidence(accused, evidence, plainKernel);
  return found.ok ? 'shown' : found.code;
};

const checkpoint: Checkpoint = {
  sessionId: session,
  attempt: 0,
  index: 0,
  phase: 1,
  live: 15,
  viewHash: other,
  sentRoot: zero,
  leafRoot: zero,
  batchCommitment: zero,
};

function twice(second: Partial<Checkpoint>, by = 1, byOther = by): Equivocation {
  return {
    kind: 'equivocation',
    name: 'Checkpoint',
    records: [
      signed(by, CHECKPOINT, checkpoint),
      signed(byOther, CHECKPOINT, { ...checkpoint, ...second } as Checkpoint),
    ],
  };
}

test('two checkpoints of one seat in one slot show that it lied; of two slots, alike, or of two seats they show nothing', () => {
  const accused = accusedOf(4, 1, 1);
  assert.equal(verdict(accused, twice({ viewHash: session })), 'shown');
  assert.equal(verdict(accused, twice({ phase: 2 })), 'shown');
  assert.equal(verdict(accused, twice({})), 'SAME_RECORD');
  // An honest seat signs one of each of these.
  for (const slot of [{ attempt: 1 }, { index: 1 }, { sessionId: other }])
    assert.equal(verdict(accused, twice({ ...slot, viewHash: session })), 'OTHER_SLOT');
  assert.equal(verdict(accused, twice({ viewHash: session }, 1, 2)), 'BAD_SIGNATURE');
  assert.equal(verdict(accusedOf(4, 1, 2), twice({ viewHash: session })), 'BAD_SIGNATURE');
  const altered = twice({ viewHash: session });
  const [first, second] = altered.records;
  const forged = { ...altered, records: [first, { ...second, record: { ...second.record, live: 7 } }] } as Equivocation;
  assert.equal(verdict(accused, forged), 'BAD_SIGNATURE');
});

test('records of another chain, another contract, or of another kind show nothing', () => {
  const accused = accusedOf(4, 1, 1);
  const evidence = twice({ viewHash: session });
  assert.equal(verdict({ ...accused, domain: { ...domain, chainId: 1n } }, evidence), 'BAD_SIGNATURE');
  assert.equal(
    verdict({ ...accused, domain: { ...domain, verifyingContract: `0x${'12'.repeat(20)}` } }, evidence),
    'BAD_SIGNATURE',
  );
  assert.equal(verdict(accused, { ...evidence, name: 'KeyCheck' } as unknown as Evidence), 'MALFORMED');
});

test('committees that no chain draws are refused', () => {
  const evidence = twice({ viewHash: session });
  const accused = accusedOf(4, 1, 1);
  for (const wrong of [{ seat: 4 }, { n: 5 }, { T: 2 }, { T: 0 }, { signers: Array(4).fill(accused.signers[1]) }])
    assert.equal(verdict({ ...accused, ...wrong }, evidence), 'COMMITTEE');
});

test('two checks of one set of keys, and two contributions, are lies; of two sets they are not', () => {
  const check = (set: number, keyHash: Hex) => signed(2, KEY_CHECK, { committeeId, attempt: 0, set, keyHash });
  const both = (a: ReturnType<typeof check>, b: ReturnType<typeof check>): Evidence => ({
    kind: 'equivocation',
    name: 'KeyCheck',
    records: [a, b],
  });
  assert.equal(verdict(accusedOf(4, 1, 2), both(check(1, session), check(1, other))), 'shown');
  assert.equal(verdict(accusedOf(4, 1, 2), both(check(1, session), check(2, other))), 'OTHER_SLOT');
});

/** What makes the slot of each kind, as the protocol's text says it; members of members by their path. */
const SLOT_MEMBERS: Readonly<Record<TwiceSigned, { readonly struct: AnyStruct; readonly slot: readonly string[] }>> = {
  Checkpoint: { struct: CHECKPOINT, slot: ['sessionId', 'attempt', 'index'] },
  SignedVector: {
    struct: SIGNED_VECTOR,
    slot: ['slot.sessionId', 'slot.attempt', 'slot.phase', 'slot.round', 'slot.position'],
  },
  KeyContribution: { struct: KEY_CONTRIBUTION, slot: ['committeeId', 'attempt', 'set', 'seat'] },
  KeyCheck: { struct: KEY_CHECK, slot: ['committeeId', 'attempt', 'set'] },
};

/** A record whose member at `changed` is 2, or of twos, and whose others are ones. */
function filled({ fields }: AnyStruct, changed: string | undefined, path = ''): object {
  const member = (type: AnyType, at: string): unknown => {
    if (typeof type !== 'string') return filled(type as AnyStruct, changed, `${at}.`);
    const value = at === changed ? 2 : 1;
    return type === 'bytes32' ? toHex(new Uint8Array(32).fill(value)) : value;
  };
  return Object.fromEntries(fields.map(([name, type]) => [name, member(type, path + name)]));
}

function pathsIn({ fields }: AnyStruct, path = ''): readonly string[] {
  return fields.flatMap(([name, type]) =>
    typeof type === 'string' ? [path + name] : pathsIn(type as AnyStruct, `${path}${name}.`),
  );
}

test('of every kind of record, members of the slot make two slots, and all others a lie', () => {
  for (const [name, { struct, slot }] of Object.entries(SLOT_MEMBERS)) {
    const paths = pathsIn(struct);
    assert.ok(slot.every((path) => paths.includes(path)) && slot.length < paths.length, name);
    for (const path of paths) {
      const records = [undefined, path].map((changed) =>
        signed(2, struct as unknown as Struct<object>, filled(struct, changed)),
      );
      const evidence = { kind: 'equivocation', name, records } as unknown as Evidence;
      assert.equal(
        verdict(accusedOf(4, 1, 2), evidence),
        slot.includes(path) ? 'OTHER_SLOT' : 'shown',
        `${name}.${path}`,
      );
    }
  }
});

interface Round {
  readonly n: number;
  readonly T: number;
  readonly lies?: (by: number, shares: FieldVector, pieces: Uint8Array) => void;
  readonly view?: (by: number) => Hex;
  /** Bytes of each piece. */
  readonly pieceBytes?: number;
}

/** All vectors of a round that opens three elements and 32 bits. */
function roundOf({ n, T, lies, view = () => other, pieceBytes = 4 }: Round): WrongOpening {
  const sizes = { fieldLength: 3, pieceBytes };
  const values = newVector(3);
  for (let k = 0; k < 3; k++) setElement(values, k, BigInt(7 + k));
  const shares = shareVectors(values, n, T, random, plainKernel);
  const blobs = new Map(thresholdSets(n, T).map((set) => [set, random(pieceBytes)]));
  const slot = { sessionId: session, attempt: 0, phase: 0, round: 5, position: 0 };
  const vectors = Array.from({ length: n }, (_, by) => {
    const own = (shares[by] as FieldVector).slice();
    const pieces = concat(...[...blobs].filter(([set]) => !inSet(set, by)).map(([, bytes]) => bytes)).slice();
    lies?.(by, own, pieces);
    const body = concat(vectorToBytes(own), pieces);
    const record = { slot, viewHash: view(by), vectorHash: toHex(hashOfVector({ n, T, seat: by, ...sizes }, body)) };
    return { body, signature: signRecord(domain, SIGNED_VECTOR, record, keys[by]!.privateKey) };
  });
  return { kind: 'wrongOpening', slot, viewHash: other, ...sizes, vectors };
}

const addOne = (shares: FieldVector): void => setElement(shares, 1, field.add(elementAt(shares, 1), 1n));

for (const [n, T] of [
  [4, 1],
  [7, 2],
  [10, 3],
] as const) {
  test(`(${n},${T}): a share that is off, and a piece that is off, show who lied and nobody else`, () => {
    for (const lie of ['share', 'piece'] as const) {
      const evidence = roundOf({
        n,
        T,
        lies(by, shares, pieces) {
          if (by !== 2) return;
          if (lie === 'share') addOne(shares);
          else pieces[0] = (pieces[0] as number) ^ 1;
        },
      });
      assert.deepEqual(
        Array.from({ length: n }, (_, seat) => verdict(accusedOf(n, T, seat), evidence)),
        Array.from({ length: n }, (_, seat) => (seat === 2 ? 'shown' : 'NOT_WRONG')),
      );
    }
  });

  test(`(${n},${T}): T liars who agree on another polynomial can have nobody named, and more wrong vectors than can be told name nobody`, () => {
    // g is f at all honest seats but the victim, where it is not: they give the victim's place away to g.
    const framed = roundOf({ n, T, lies: (by, shares) => void (by < T && addOne(shares)) });
    for (let seat = T; seat < n; seat++)
      assert.notEqual(verdict(accusedOf(n, T, seat), framed), 'shown', `seat ${seat} was honest`);
    const many = roundOf({ n, T, lies: (by, shares) => void (by <= T && addOne(shares)) });
    for (let seat = 0; seat < n; seat++) assert.notEqual(verdict(accusedOf(n, T, seat), many), 'shown');
  });
}

function orders(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return orders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  );
}

/** All seats of a round without pieces are honest: rotated, their shares lie on one line but for one place. Whoever shows it says that `order` are the seats of the committee, and that it has another threshold if he likes. */
function framedBy(n: number, T: number, order: readonly number[], claimed = T): readonly number[] {
  const round = roundOf({ n, T, pieceBytes: 0 });
  const evidence = { ...round, vectors: order.map((by) => round.vectors[by]!) };
  const signers = order.map((by) => keys[by]!.address);
  return order.filter((_, seat) => verdict({ domain, n, T: claimed, signers, seat }, evidence) === 'shown');
}

test('a seat signs whose its vector is, of which sharing, and how it is cut', () => {
  const place = { n: 7, T: 2, seat: 3, fieldLength: 1, pieceBytes: 4 };
  const body = random(16 + 15 * 4);
  const hashes = [place, ...Object.keys(place).map((member) => ({ ...place, [member]: 0 }))].map((one) =>
    toHex(hashOfVector(one, body)),
  );
  assert.equal(new Set(hashes).size, 6);
});

test('honest vectors name nobody in whatever order the seats are told, and under no other threshold', () => {
  for (const order of orders(4)) assert.deepEqual(framedBy(4, 1, order), [], `(4,1) as ${order.join()}`);
  for (const [n, T] of [
    [5, 1],
    [7, 2],
    [10, 3],
  ] as const) {
    for (let turn = 0; turn < n; turn++) {
      const order = Array.from({ length: n }, (_, seat) => (seat + turn) % n);
      for (let claimed = 1; 3 * claimed + 1 <= n; claimed++)
        assert.deepEqual(framedBy(n, T, order, claimed), [], `(${n},${T}) turned by ${turn}, told as T = ${claimed}`);
    }
  }
});

test('a committee of more sets than any sharing has shows nothing, and throws nothing', () => {
  const many = Array.from({ length: 31 }, () => signingKeyOf(random(32)).address);
  const evidence = roundOf({ n: 4, T: 1 });
  const vectors = many.map(() => evidence.vectors[0]!);
  const accused = (T: number): Accused => ({ domain, n: 31, T, signers: many, seat: 2 });
  assert.equal(verdict(accused(10), { ...evidence, vectors }), 'COMMITTEE');
  assert.equal(verdict(accused(3), { ...evidence, vectors }), 'COMMITTEE');
  assert.equal(verdict(accused(2), { ...evidence, vectors }), 'BAD_SIGNATURE');
});

test('without all vectors, where nobody may be named, or under another view nothing is shown', () => {
  const lies = (by: number, shares: FieldVector): void => void (by === 2 && addOne(shares));
  const evidence = roundOf({ n: 4, T: 1, lies });
  assert.equal(verdict(accusedOf(4, 1, 2), { ...evidence, vectors: evidence.vectors.slice(1) }), 'TOO_FEW');
  assert.equal(verdict(accusedOf(3, 1, 2), roundOf({ n: 3, T: 1, lies })), 'TOO_FEW');
  // (7, 3) and its like could be framed inside the radius.
  assert.equal(verdict(accusedOf(7, 3, 2), roundOf({ n: 7, T: 3, lies })), 'TOO_FEW');
  // One honest seat was shown another value before, and its share of this round follows from it.
  const view = (by: number): Hex => (by === 2 ? session : other);
  assert.equal(verdict(accusedOf(4, 1, 2), roundOf({ n: 4, T: 1, lies, view })), 'BAD_SIGNATURE');
  assert.equal(verdict(accusedOf(4, 1, 2), { ...evidence, viewHash: session }), 'BAD_SIGNATURE');
  assert.equal(verdict(accusedOf(4, 1, 2), { ...evidence, slot: { ...evidence.slot, round: 6 } }), 'BAD_SIGNATURE');
  // Cut by other sizes the same bytes are other shares and pieces: so the sizes are signed too.
  for (const other of [{ fieldLength: 0, pieceBytes: 20 }, { fieldLength: 2 }])
    assert.equal(verdict(accusedOf(4, 1, 2), { ...evidence, ...other }), 'BAD_SIGNATURE');
  for (const vectors of [
    evidence.vectors.toReversed(),
    evidence.vectors.with(0, { ...evidence.vectors[0]!, body: evidence.vectors[1]!.body }),
    evidence.vectors.with(0, { ...evidence.vectors[0]!, signature: '0x12' }),
  ])
    assert.equal(verdict(accusedOf(4, 1, 2), { ...evidence, vectors }), 'BAD_SIGNATURE');
});

test('a file is read as it was written, and nothing else is read at all', () => {
  const accused = accusedOf(4, 1, 2);
  for (const evidence of [twice({ viewHash: session }), roundOf({ n: 4, T: 1 })] as const) {
    const text = evidenceText({ accused, committeeId, evidence });
    assert.deepEqual(readEvidence(text), { accused, committeeId, evidence });
    assert.equal(evidenceTextLength({ accused, committeeId, evidence }), text.length);
    const parsed = JSON.parse(text) as Record<string, unknown>;
    const spoilt: Record<string, unknown>[] = [
      { ...parsed, format: 'enigma.evidence.v2' },
      { ...parsed, more: 1 },
      { ...parsed, n: 5 },
      { ...parsed, seat: -1 },
      { ...parsed, seat: 1.5 },
      { ...parsed, chainId: 31337 },
      { ...parsed, chainId: '031337' },
      { ...parsed, committeeId: committeeId.toUpperCase() },
      { ...parsed, signers: 'all' },
      { ...parsed, evidence: null },
      { ...parsed, evidence: { kind: 'gossip' } },
      { ...parsed, evidence: { ...evidence, more: 1 } },
    ];
    for (const other of [text.trimEnd(), ` ${text}`, JSON.stringify(parsed, null, 1)])
      assert.equal(readEvidence(other), undefined, 'one text');
    for (const one of spoilt)
      assert.equal(readEvidence(`${JSON.stringify(one)}\n`), undefined, JSON.stringify(one).slice(0, 90));
  }
  for (const text of ['', '{', 'null', '[]', '{"__proto__":1}']) assert.equal(readEvidence(text), undefined);
  const odd = JSON.parse(evidenceText({ accused, committeeId, evidence: twice({ viewHash: session }) })) as {
    evidence: { name: string; records: { record: Record<string, unknown> }[] };
  };
  odd.evidence.name = 'toString';
  assert.equal(readEvidence(`${JSON.stringify(odd)}\n`), undefined);
});

test('members made in another order are written down in one', () => {
  const file = { accused: accusedOf(4, 1, 2), committeeId, evidence: twice({ viewHash: session }) };
  const turned = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([name, member]) => [name, turned(member)]),
        );
  const evidence = { ...file.evidence, records: file.evidence.records.map(turned) } as unknown as Evidence;
  assert.equal(evidenceText({ ...file, evidence }), evidenceText(file));
});

test('the longest bodies are read as short ones are, and capitals in them are another text', () => {
  const [n, T] = [4, 1];
  const body = new Uint8Array(1_900_000).fill(0xab);
  const vectors = roundOf({ n, T }).vectors.map((one) => ({ ...one, body }));
  const evidence: WrongOpening = { ...roundOf({ n, T }), vectors };
  const file = { accused: accusedOf(n, T, 2), committeeId, evidence };
  const text = evidenceText(file);
  assert.ok(text.length > 0.9 * EVIDENCE_CHARACTERS_MAX && text.length <= EVIDENCE_CHARACTERS_MAX);
  assert.equal(evidenceTextLength(file), text.length);
  const read = readEvidence(text)?.evidence as WrongOpening;
  assert.ok(read.vectors.every((one) => Buffer.compare(one.body, body) === 0));
  const at = text.indexOf('abab');
  for (const digits of ['AB', 'zz'])
    assert.ok(readEvidence(`${text.slice(0, at)}${digits}${text.slice(at + 2)}`) === undefined, digits);
});

test('a text that is too long is not looked at', () => {
  const text = evidenceText({ accused: accusedOf(4, 1, 2), committeeId, evidence: roundOf({ n: 4, T: 1 }) });
  assert.ok(readEvidence(text) !== undefined);
  assert.equal(readEvidence(text.padEnd(EVIDENCE_CHARACTERS_MAX + 1)), undefined);
});
