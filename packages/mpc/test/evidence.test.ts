// Evidence for strangers: what shows a lie is accepted wherever it was seen, and nothing that an honest seat ever signed can be made to look like one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type FieldVector,
  type Hex,
  type SeatSet,
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
  readEvidence,
  verifyEvidence,
} from '../src/session/index.ts';
import { contradictionOf, judgeVectors } from '../src/session/vectors.ts';
import { SHARES, chunkPlace, chunkProof, hashOfVector } from '../src/session/vectorTree.ts';

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
  const found = verifyEvidence(accused, evidence);
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
  // More seats than a set of them has bits.
  const many = Array.from({ length: 32 }, (_, k) => keys[k]?.address ?? signingKeyOf(random(32)).address);
  assert.equal(verdict({ ...accused, n: 32, signers: many }, evidence), 'COMMITTEE');
  assert.equal(verdict({ ...accused, n: 31, signers: many.slice(1) }, evidence), 'BAD_SIGNATURE');
  assert.equal(verdict({ ...accused, n: 31, signers: many.slice(0, 31) }, evidence), 'shown');
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

interface RoundOptions {
  readonly n: number;
  readonly T: number;
  readonly lies?: (by: number, shares: FieldVector, pieces: Uint8Array) => void;
  readonly view?: (by: number) => Hex;
  readonly fieldLength?: number;
  /** Bytes of each piece. */
  readonly pieceBytes?: number;
}

interface Round {
  readonly n: number;
  readonly T: number;
  readonly fieldLength: number;
  readonly pieceBytes: number;
  readonly bodies: readonly Uint8Array[];
  readonly signatures: readonly Hex[];
}

const slot = { sessionId: session, attempt: 0, phase: 0, round: 5, position: 0 };

/** A round that opens elements and bits, as all seats show and sign it. */
function roundOf({ n, T, lies, view = () => other, fieldLength = 130, pieceBytes = 1100 }: RoundOptions): Round {
  const values = newVector(fieldLength);
  for (let k = 0; k < fieldLength; k++) setElement(values, k, BigInt(7 + k));
  const shares = shareVectors(values, n, T, random, plainKernel);
  const blobs = new Map(thresholdSets(n, T).map((set) => [set, random(pieceBytes)]));
  const bodies = Array.from({ length: n }, (_, by) => {
    const own = (shares[by] as FieldVector).slice();
    const pieces = concat(...[...blobs].filter(([set]) => !inSet(set, by)).map(([, bytes]) => bytes)).slice();
    lies?.(by, own, pieces);
    return concat(vectorToBytes(own), pieces);
  });
  const signatures = bodies.map((body, seat) => {
    const vectorHash = toHex(hashOfVector({ n, T, seat, fieldLength, pieceBytes }, body));
    return signRecord(domain, SIGNED_VECTOR, { slot, viewHash: view(seat), vectorHash }, keys[seat]!.privateKey);
  });
  return { n, T, fieldLength, pieceBytes, bodies, signatures };
}

interface Told {
  readonly set: SeatSet;
  readonly index: number;
  readonly seats: readonly number[];
}

/** What somebody who has the round tells of it. */
function told({ n, T, fieldLength, pieceBytes, bodies, signatures }: Round, { set, index, seats }: Told): WrongOpening {
  const shown = seats.map((seat) => {
    const place = { n, T, seat, fieldLength, pieceBytes };
    const at = chunkPlace(place, set, set === SHARES ? index >> 6 : index);
    const body = bodies[seat]!;
    return {
      seat,
      chunk: at ? body.slice(at.offset, at.offset + at.bytes) : new Uint8Array(),
      proof: at ? chunkProof(place, body, at).map(toHex) : [],
      signature: signatures[seat]!,
    };
  });
  return { kind: 'wrongOpening', slot, viewHash: other, fieldLength, pieceBytes, set, index, shown };
}

/** What an honest seat that has all vectors tells of one. */
function found(round: Round, seat: number): WrongOpening | undefined {
  const bodies = new Map(round.bodies.entries());
  const facts = { ...round, kernel: plainKernel, corrects: true };
  const judged = judgeVectors(facts, bodies);
  const off = judged.kind === 'values' ? contradictionOf(facts, bodies, judged, seat) : undefined;
  return off && told(round, { ...off, seats: [...off.others, seat].sort((a, b) => a - b) });
}

const addOne =
  (at: number) =>
  (shares: FieldVector): void =>
    setElement(shares, at, field.add(elementAt(shares, at), 1n));

/** All choices of so many of the seats. */
function choices(seats: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return seats.flatMap((seat, k) => choices(seats.slice(k + 1), count - 1).map((rest) => [seat, ...rest]));
}

for (const [n, T] of [
  [4, 1],
  [7, 2],
  [10, 3],
] as const) {
  test(`(${n},${T}): a share that is off, first, last or between, and a piece that is off, show who lied and nobody else`, () => {
    for (const place of [0, 1, 64, 129, 'piece 0', 'piece 1099']) {
      const round = roundOf({
        n,
        T,
        lies(by, shares, pieces) {
          if (by !== 2) return;
          if (typeof place === 'number') return addOne(place)(shares);
          const byte = Number(place.slice(6));
          pieces[byte] = (pieces[byte] as number) ^ 1;
        },
      });
      const evidence: WrongOpening | undefined = found(round, 2);
      assert.ok(evidence !== undefined, String(place));
      assert.equal(evidence.index, typeof place === 'number' ? place : place === 'piece 0' ? 0 : 1);
      for (let seat = 0; seat < n; seat++) {
        // The others of a seat that did not lie are then the liar and some that he contradicts.
        const ofHonest: string = evidence.shown.some((one) => one.seat === seat) ? 'MISMATCH' : 'TOO_FEW';
        const expected: string = seat === 2 ? 'shown' : ofHonest;
        assert.equal(verdict(accusedOf(n, T, seat), evidence), expected, `${place}, seat ${seat}`);
        if (seat !== 2) assert.equal(found(round, seat), undefined);
      }
      assert.ok(evidenceText({ accused: accusedOf(n, T, 2), committeeId, evidence }).length < EVIDENCE_CHARACTERS_MAX);
    }
  });

  test(`(${n},${T}): T liars who agree on another polynomial, or on another piece, cannot show that an honest seat lied, whatever they tell`, () => {
    const victim = T;
    for (const set of [SHARES, thresholdSets(n, T).find((one) => !inSet(one, victim) && !inSet(one, 0)) as SeatSet]) {
      // g is f at all honest seats but the victim, where it is not; a piece of their own.
      const round = roundOf({
        n,
        T,
        lies(by, shares, pieces) {
          if (by >= T) return;
          addOne(1)(shares);
          for (let k = 0; k < pieces.length; k++) pieces[k] = 7;
        },
      });
      const able = Array.from({ length: n }, (_, seat) => seat).filter((seat) => set === SHARES || !inSet(set, seat));
      for (const seats of choices(able, set === SHARES ? 2 * T + 2 : T + 2))
        for (const seat of [victim, n - 1])
          assert.notEqual(
            verdict(accusedOf(n, T, seat), told(round, { set, index: set === SHARES ? 1 : 0, seats })),
            'shown',
            `seat ${seat} of ${seats.join()}`,
          );
    }
  });
}

function orders(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return orders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  );
}

/** All of the round's seats are honest; whoever shows it says that `order` are the seats of the committee. */
function framedBy(n: number, T: number, order: readonly number[]): readonly number[] {
  const round = roundOf({ n, T, pieceBytes: 0, fieldLength: 3 });
  const told_: Round = {
    ...round,
    bodies: order.map((by) => round.bodies[by]!),
    signatures: order.map((by) => round.signatures[by]!),
  };
  const signers = order.map((by) => keys[by]!.address);
  return order.filter((_, seat) => {
    const others = order.map((__, by) => by).filter((by) => by !== seat);
    return choices(others, 2 * T + 1).some((chosen) => {
      const seats = [...chosen, seat].sort((a, b) => a - b);
      return verdict({ domain, n, T, signers, seat }, told(told_, { set: SHARES, index: 1, seats })) === 'shown';
    });
  });
}

test('a seat signs whose its vector is, of which sharing, and how it is cut', () => {
  const place = { n: 7, T: 2, seat: 3, fieldLength: 1, pieceBytes: 4 };
  const body = random(16 + 15 * 4);
  const others = Object.keys(place).map((member) => ({ ...place, [member]: 2 * place[member as 'n'] }));
  const hashes = [place, ...others].map((one) => toHex(hashOfVector(one, body)));
  assert.equal(new Set(hashes).size, 6);
});

test('a vector has no chunk beyond its shares and pieces, and no piece of a set that the seat is in', () => {
  const place = { n: 4, T: 1, seat: 2, fieldLength: 64, pieceBytes: 1024 };
  const at = (set: SeatSet, chunk: number) => chunkPlace(place, set, chunk);
  assert.deepEqual(at(SHARES, 0), { offset: 0, bytes: 1024, index: 0, count: 4 });
  assert.deepEqual(at(0b1000, 0), { offset: 3 * 1024, bytes: 1024, index: 3, count: 4 });
  for (const chunk of [1, -1, 0.5]) assert.deepEqual([at(SHARES, chunk), at(0b1000, chunk)], [undefined, undefined]);
  assert.equal(at(0b0100, 0), undefined);
});

test('bodies of all lengths have hashes of their own, also where they are cut alike', () => {
  const place = { n: 4, T: 1, seat: 0, fieldLength: 65, pieceBytes: 1028 };
  const whole = random(65 * 16 + 4 * 1028);
  const hashes = Array.from({ length: whole.length }, (_, k) => toHex(hashOfVector(place, whole.subarray(0, k))));
  assert.equal(new Set(hashes).size, whole.length);
});

test('honest vectors name nobody, in whatever order the seats are told', () => {
  for (const order of orders(4)) assert.deepEqual(framedBy(4, 1, order), [], `(4,1) as ${order.join()}`);
  for (const [n, T] of [
    [5, 1],
    [7, 2],
  ] as const) {
    for (let turn = 0; turn < n; turn++) {
      const order = Array.from({ length: n }, (_, seat) => (seat + turn) % n);
      assert.deepEqual(framedBy(n, T, order), [], `(${n},${T}) turned by ${turn}`);
    }
  }
});

test('a committee of more sets than any sharing has shows nothing, and throws nothing', () => {
  const many = Array.from({ length: 31 }, () => signingKeyOf(random(32)).address);
  const round = roundOf({ n: 10, T: 3, lies: (by, shares) => void (by === 2 && addOne(1)(shares)) });
  const evidence = found(round, 2) as WrongOpening;
  const accused = (T: number): Accused => ({ domain, n: 31, T, signers: many, seat: 2 });
  assert.equal(verdict(accused(10), evidence), 'COMMITTEE');
  assert.equal(verdict(accused(4), evidence), 'COMMITTEE');
  assert.equal(verdict(accused(2), evidence), 'TOO_FEW');
  const more = Array.from({ length: 40 }, () => signingKeyOf(random(32)).address);
  assert.equal(verdict({ domain, n: 40, T: 1, signers: more, seat: 2 }, evidence), 'COMMITTEE');
});

test('with fewer others, where nobody may be named, at another place or under another view nothing is shown', () => {
  const lies = (by: number, shares: FieldVector): void => void (by === 2 && addOne(1)(shares));
  const round = roundOf({ n: 4, T: 1, lies });
  const evidence = found(round, 2) as WrongOpening;
  const accused = accusedOf(4, 1, 2);
  assert.equal(verdict(accused, evidence), 'shown');
  const altered = (change: Partial<WrongOpening>): string => verdict(accused, { ...evidence, ...change });
  const { shown } = evidence;
  for (let k = 0; k < 4; k++) assert.equal(altered({ shown: shown.toSpliced(k, 1) }), 'TOO_FEW');
  assert.equal(
    verdict(accusedOf(3, 1, 2), told(roundOf({ n: 3, T: 1, lies }), { ...evidence, seats: [0, 1, 2] })),
    'TOO_FEW',
  );
  // Six are enough to show it with T = 2, and too few for the seats to name anybody.
  const of6 = roundOf({ n: 6, T: 2, lies });
  assert.equal(verdict(accusedOf(6, 2, 2), told(of6, { ...evidence, seats: [0, 1, 2, 3, 4, 5] })), 'TOO_FEW');
  const of7 = roundOf({ n: 7, T: 3, lies });
  // (7, 3) and its like could be framed inside the radius.
  assert.equal(verdict(accusedOf(7, 3, 2), told(of7, { ...evidence, seats: [0, 1, 2, 3, 4, 5, 6] })), 'TOO_FEW');
  // One honest seat was shown another value before, and its share of this round follows from it.
  const view = (by: number): Hex => (by === 2 ? session : other);
  assert.equal(verdict(accused, found(roundOf({ n: 4, T: 1, lies, view }), 2) as WrongOpening), 'BAD_SIGNATURE');
  assert.equal(altered({ viewHash: session }), 'BAD_SIGNATURE');
  assert.equal(altered({ slot: { ...slot, round: 6 } }), 'BAD_SIGNATURE');
  assert.equal(altered({ slot: { ...slot, attempt: 2 ** 16 } }), 'MALFORMED');
  // Where all agree nobody is off; a place that is none, or is another chunk's, is no place.
  assert.equal(verdict(accused, told(round, { set: SHARES, index: 0, seats: [0, 1, 2, 3] })), 'NOT_WRONG');
  assert.equal(altered({ index: 2 }), 'NOT_WRONG');
  for (const index of [128, 130, 2 ** 32 - 1]) assert.equal(altered({ index }), 'MALFORMED');
  assert.equal(altered({ index: 64 }), 'BAD_SIGNATURE');
  for (const set of [0b0001, 0b0100, 0b0011, 0b10000]) assert.notEqual(altered({ set }), 'shown');
  // Cut by other sizes the same bytes are other shares and pieces: so the sizes are signed too.
  assert.equal(altered({ pieceBytes: 1104 }), 'BAD_SIGNATURE');
  assert.equal(altered({ fieldLength: 131 }), 'BAD_SIGNATURE');
  const one = shown[0]!;
  for (const shownOther of [
    shown.with(0, { ...one, seat: 1 }),
    shown.toReversed(),
    shown.with(3, { ...shown[3]!, seat: 4 }),
    shown.with(0, { ...one, chunk: one.chunk.subarray(1) }),
    shown.with(0, { ...one, proof: one.proof.slice(1) }),
    shown.with(0, { ...one, proof: [...one.proof, other] }),
    shown.with(0, { ...one, proof: one.proof.with(0, '0x12') }),
  ])
    assert.equal(altered({ shown: shownOther }), 'MALFORMED');
  for (const shownOther of [
    shown.with(0, { ...one, proof: one.proof.with(0, other) }),
    shown.with(0, { ...one, chunk: one.chunk.with(500, 1 ^ one.chunk[500]!) }),
    shown.with(0, { ...one, signature: shown[1]!.signature }),
    shown.with(0, { ...one, signature: '0x12' }),
  ])
    assert.equal(altered({ shown: shownOther }), 'BAD_SIGNATURE');
  const tooLarge = roundOf({ n: 4, T: 1, lies: (by, shares) => void (by === 2 && shares.fill(2n ** 64n - 1n)) });
  assert.equal(verdict(accused, told(tooLarge, { set: SHARES, index: 1, seats: [0, 1, 2, 3] })), 'MALFORMED');
});

test('a file is read as it was written, and nothing else is read at all', () => {
  const accused = accusedOf(4, 1, 2);
  const lies = (by: number, shares: FieldVector): void => void (by === 2 && addOne(1)(shares));
  for (const evidence of [twice({ viewHash: session }), found(roundOf({ n: 4, T: 1, lies }), 2) as WrongOpening]) {
    const text = evidenceText({ accused, committeeId, evidence });
    assert.deepEqual(readEvidence(text), { accused, committeeId, evidence });
    const parsed = JSON.parse(text) as Record<string, unknown>;
    const spoilt: Record<string, unknown>[] = [
      { ...parsed, format: 'enigma.evidence.v1' },
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

test('members of a wrong opening have their ranges', () => {
  const lies = (by: number, shares: FieldVector): void => void (by === 2 && addOne(1)(shares));
  const accused = accusedOf(4, 1, 2);
  const text = evidenceText({
    accused,
    committeeId,
    evidence: found(roundOf({ n: 4, T: 1, lies }), 2) as WrongOpening,
  });
  const parsed = JSON.parse(text) as { evidence: { shown: Record<string, unknown>[] } };
  const read = (change: object): unknown =>
    readEvidence(`${JSON.stringify({ ...parsed, evidence: { ...parsed.evidence, ...change } })}\n`);
  assert.ok(read({}) !== undefined);
  for (const change of [{ set: 2 ** 31 }, { index: 2 ** 32 }, { fieldLength: -1 }, { pieceBytes: 1.5 }, { shown: [] }])
    assert.ok(read(change) === undefined, JSON.stringify(change));
  const [first, ...rest] = parsed.evidence.shown;
  const chunk = String(first?.['chunk']);
  const odd = { more: 1 };
  for (const change of [{ chunk: `${chunk}00` }, { chunk: chunk.toUpperCase() }, { chunk: chunk.slice(0, -1) }, odd])
    assert.ok(read({ shown: [{ ...first, ...change }, ...rest] }) === undefined, JSON.stringify(change));
  for (const change of [{ proof: 'all' }, { proof: Array(65).fill(other) }, { proof: ['0x12'] }, { seat: 32 }])
    assert.ok(read({ shown: [{ ...first, ...change }, ...rest] }) === undefined, JSON.stringify(change));
  assert.ok(read({ shown: Array(5).fill(first) }) === undefined);
});

test('a text that is too long is not looked at', () => {
  const text = evidenceText({ accused: accusedOf(4, 1, 2), committeeId, evidence: twice({ viewHash: session }) });
  assert.ok(readEvidence(text) !== undefined);
  assert.equal(readEvidence(text.padEnd(EVIDENCE_CHARACTERS_MAX + 1)), undefined);
});
