// All parties of a committee in one process, one round at a time, for tests, the simulator and benches. It moves the messages of the real
// exchanges and makes the real checks; only links, signatures and time are missing. A test may rewrite any message on its way.
import {
  type FieldVector,
  Refusal,
  type Seat,
  type SeatSet,
  concat,
  equalBytes,
  hashOf,
  inSet,
  seatsIn,
  vectorFromBytes,
  vectorToBytes,
} from '@enigma/crypto';
import { bitsFromBytes, bitsToBytes, xorInto, xorWords } from './bits.ts';
import type { EngineContext } from './context.ts';
import { wordsOf } from './internal/words.ts';
import { SUM_CHUNK_BITS, SUM_CHUNK_ELEMENTS } from './limits.ts';
import {
  type Mismatch,
  type SharePattern,
  checkFieldOpening,
  checkPieceOpening,
  decodeFieldOpening,
  decodePiece,
  fieldPlan,
  hashOfPieces,
  hashOfShares,
  interpolateUnchecked,
  isMismatch,
  piecePlan,
  witnessedSets,
} from './openings.ts';
import {
  type Exchange,
  type ExchangeResult,
  type OpenField,
  type Protocol,
  type SumBits,
  type SumField,
  resultBytes,
} from './round.ts';

export interface Party<T> {
  readonly seat: Seat;
  readonly protocol: Protocol<T>;
}

/** shares, hash: of a field opening. piece, pieceHash: of bits and published pieces. term, sum: to and from a king. full: after a mismatch. */
export type MessageKind = 'shares' | 'hash' | 'piece' | 'pieceHash' | 'term' | 'sum' | 'full';

export interface LockstepMessage {
  readonly round: number;
  /** Which exchange of the round. */
  readonly index: number;
  readonly from: Seat;
  readonly to: Seat;
  readonly kind: MessageKind;
  /** First element, bit or T-set that the payload is of. */
  readonly part: number;
  readonly payload: Uint8Array;
}

export interface LockstepOptions extends Pick<EngineContext, 'n' | 'T' | 'live' | 'openers' | 'kernel'> {
  readonly pattern?: SharePattern;
  /** What the receiver gets instead. Must not change the payload in place: it may be the sender's own memory. */
  readonly tamper?: (message: LockstepMessage) => Uint8Array;
  /** Off: values are taken from T + 1 shares unchecked. */
  readonly checkOpenings?: boolean;
  /** Off: nobody compares views, so equivocation goes unseen. */
  readonly checkViews?: boolean;
  /** Whose view counts: the honest seats. All live ones if absent. */
  readonly honest?: SeatSet;
  readonly watch?: (message: LockstepMessage) => void;
}

export type LockstepOutcome<T> =
  | {
      readonly ok: true;
      readonly results: ReadonlyMap<Seat, T>;
      readonly rounds: number;
      /** Bytes sent to other seats, by sender. */
      readonly bytes: ReadonlyMap<Seat, number>;
      /** Seats that a correction named, ascending. */
      readonly named: readonly Seat[];
    }
  | {
      readonly ok: false;
      readonly code: 'MISMATCH' | 'VIEWS_DIFFER' | 'MALFORMED';
      readonly round: number;
      readonly named: readonly Seat[];
    };

class Stop extends Error {
  readonly code: 'MISMATCH' | 'VIEWS_DIFFER' | 'MALFORMED';
  constructor(code: 'MISMATCH' | 'VIEWS_DIFFER' | 'MALFORMED') {
    super(code);
    this.code = code;
  }
}

interface Run {
  readonly options: LockstepOptions;
  readonly seats: readonly Seat[];
  readonly bytes: Map<Seat, number>;
  readonly named: Set<Seat>;
  round: number;
  send(message: Omit<LockstepMessage, 'round'>): Uint8Array;
}

/** Runs the live parties to the end, or to the first failed check. */
export function lockstep<T>(parties: readonly Party<T>[], options: LockstepOptions): LockstepOutcome<T> {
  const run = startRun(parties, options);
  try {
    const results = drive(parties, run);
    return { ok: true, results, rounds: run.round, bytes: run.bytes, named: [...run.named].sort((a, b) => a - b) };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { ok: false, code: error.code, round: run.round, named: [...run.named].sort((a, b) => a - b) };
  }
}

function startRun<T>(parties: readonly Party<T>[], options: LockstepOptions): Run {
  const seats = seatsIn(options.live);
  if (parties.length !== seats.length || parties.some(({ seat }, k) => seat !== seats[k]))
    throw new RangeError('one party a live seat, in order');
  const bytes = new Map(seats.map((seat) => [seat, 0]));
  const run: Run = {
    options,
    seats,
    bytes,
    named: new Set(),
    round: 0,
    send(message) {
      if (message.from === message.to) return message.payload;
      bytes.set(message.from, (bytes.get(message.from) as number) + message.payload.length);
      const sent = { ...message, round: run.round };
      options.watch?.(sent);
      return options.tamper ? options.tamper(sent) : message.payload;
    },
  };
  return run;
}

function drive<T>(parties: readonly Party<T>[], run: Run): ReadonlyMap<Seat, T> {
  const results = new Map<Seat, T>();
  const views = new Map<Seat, Uint8Array>(run.seats.map((seat) => [seat, new Uint8Array(32)]));
  let answers = new Map<Seat, readonly ExchangeResult[]>(run.seats.map((seat) => [seat, []]));
  for (;;) {
    const asks = new Map<Seat, readonly Exchange[]>();
    for (const { seat, protocol } of parties) {
      const state = protocol.next(answers.get(seat) as readonly ExchangeResult[]);
      if (state.done) results.set(seat, state.value);
      else asks.set(seat, state.value);
    }
    if (asks.size === 0) return results;
    assertAlike(asks, run.seats.length);
    // The header of every message carries the view so far.
    compareViews(views, run);
    answers = exchangeAll(asks, run);
    for (const seat of run.seats) {
      views.set(
        seat,
        hashOf(
          'enigma.mpc.view.v1',
          views.get(seat) as Uint8Array,
          ...(answers.get(seat) as readonly ExchangeResult[]).map(resultBytes),
        ),
      );
    }
    if (
      [...(asks.values().next().value as readonly Exchange[])].some(
        (ask) => ask.kind === 'echo' || ask.kind === 'checkpoint',
      )
    )
      compareViews(views, run);
    run.round++;
  }
}

function assertAlike(asks: ReadonlyMap<Seat, readonly Exchange[]>, count: number): void {
  const shapes = new Set([...asks.values()].map((exchanges) => exchanges.map(shapeOf).join()));
  if (asks.size !== count || shapes.size !== 1) throw new Error('the parties do not run the same protocol');
}

function shapeOf(ask: Exchange): string {
  if (ask.kind === 'openField') return `${ask.kind} ${ask.bound} ${ask.shares.length}`;
  if (ask.kind === 'openBits') return `${ask.kind} ${ask.bound} ${ask.bits.length}`;
  if (ask.kind === 'publish') return `${ask.kind} ${ask.byteLength}`;
  return ask.kind === 'sumField' || ask.kind === 'sumBits' ? `${ask.kind} ${ask.length}` : `${ask.kind} ${ask.phase}`;
}

function compareViews(views: ReadonlyMap<Seat, Uint8Array>, { options, seats }: Run): void {
  if (options.checkViews === false) return;
  const counted = seats.filter((seat) => inSet(options.honest ?? options.live, seat));
  const first = views.get(counted[0] as Seat) as Uint8Array;
  if (counted.some((seat) => !equalBytes(views.get(seat) as Uint8Array, first))) throw new Stop('VIEWS_DIFFER');
}

function exchangeAll(asks: ReadonlyMap<Seat, readonly Exchange[]>, run: Run): Map<Seat, readonly ExchangeResult[]> {
  const answers = new Map<Seat, ExchangeResult[]>(run.seats.map((seat) => [seat, []]));
  const count = (asks.values().next().value as readonly Exchange[]).length;
  for (let index = 0; index < count; index++) {
    const column = new Map(run.seats.map((seat) => [seat, asks.get(seat)?.[index] as Exchange]));
    for (const [seat, result] of exchange(column, index, run)) answers.get(seat)?.push(result);
  }
  return answers;
}

function exchange(column: ReadonlyMap<Seat, Exchange>, index: number, run: Run): ReadonlyMap<Seat, ExchangeResult> {
  const [ask] = column.values() as Iterator<Exchange> & Iterable<Exchange>;
  switch ((ask as Exchange).kind) {
    case 'openField':
      return openFieldRound(column as ReadonlyMap<Seat, OpenField>, index, run);
    case 'openBits':
    case 'publish':
      return openPiecesRound(column, index, run);
    case 'sumField':
    case 'sumBits':
      return sumRound(column as ReadonlyMap<Seat, SumField | SumBits>, index, run);
    default:
      return new Map(run.seats.map((seat) => [seat, { kind: 'passed' }]));
  }
}

function openFieldRound(
  column: ReadonlyMap<Seat, OpenField>,
  index: number,
  run: Run,
): ReadonlyMap<Seat, ExchangeResult> {
  const { n, T, live, kernel, pattern = 'ring', checkOpenings = true } = run.options;
  const shares = (seat: Seat): FieldVector => (column.get(seat) as OpenField).shares;
  const count = shares(run.seats[0] as Seat).length / 2;
  const opened = new Map<Seat, FieldVector | Mismatch>();
  for (const seat of run.seats) {
    const plan = fieldPlan(seat, n, T, live, pattern);
    const received = plan.sharers.map((from): [Seat, FieldVector] => [
      from,
      decodeVector(
        run.send({ index, from, to: seat, kind: 'shares', part: 0, payload: vectorToBytes(shares(from)) }),
        count,
      ),
    ]);
    const hashes = plan.hashers.map((from): [Seat, Uint8Array] => [
      from,
      run.send({ index, from, to: seat, kind: 'hash', part: 0, payload: hashOfShares(shares(from)) }),
    ]);
    const opening = { T, kernel, seat, own: shares(seat), shares: new Map(received), hashes: new Map(hashes) };
    opened.set(seat, checkOpenings ? checkFieldOpening(opening) : interpolateUnchecked(opening));
  }
  // After a complaint of one all seats send their whole vector to all: nobody has computed with a wrong value yet.
  const complained = [...opened.values()].some((value) => isMismatch(value));
  return new Map(
    run.seats.map((seat) => {
      let values = opened.get(seat) as FieldVector | Mismatch;
      if (complained) {
        const vectors = run.seats.map((from): [Seat, FieldVector] => [
          from,
          decodeVector(
            run.send({ index, from, to: seat, kind: 'full', part: 0, payload: vectorToBytes(shares(from)) }),
            count,
          ),
        ]);
        const corrected = decodeFieldOpening(n, T, kernel, new Map(vectors));
        if (isMismatch(corrected)) throw new Stop('MISMATCH');
        for (const liar of corrected.wrong) run.named.add(liar);
        values = corrected.values;
      }
      return [seat, { kind: 'field', values: values as FieldVector }];
    }),
  );
}

function decodeVector(bytes: Uint8Array, count: number): FieldVector {
  const vector = vectorFromBytes(bytes, count);
  if (vector instanceof Refusal) throw new Stop('MALFORMED');
  return vector;
}

function openPiecesRound(
  column: ReadonlyMap<Seat, Exchange>,
  index: number,
  run: Run,
): ReadonlyMap<Seat, ExchangeResult> {
  const { n, T, live, checkOpenings = true } = run.options;
  const plans = new Map(run.seats.map((seat) => [seat, piecePlan(seat, n, T, live)]));
  const received = new Map<Seat, Map<SeatSet, Uint8Array>>();
  let complained = false;
  for (const seat of run.seats) {
    const plan = plans.get(seat) ?? [];
    const pieces = new Map(
      plan.map(({ set, sender }) => [
        set,
        run.send({ index, from: sender, to: seat, kind: 'piece', part: set, payload: pieceOf(column, sender, set) }),
      ]),
    );
    const hashes = new Map<Seat, Uint8Array>();
    for (const from of run.seats) {
      const sets = witnessedSets(plan, from);
      if (sets.length === 0) continue;
      const payload = hashOfPieces(sets.map((set) => pieceOf(column, from, set)));
      hashes.set(from, run.send({ index, from, to: seat, kind: 'pieceHash', part: sets[0] as SeatSet, payload }));
    }
    if (checkOpenings && checkPieceOpening({ plan, pieces, hashes })) complained = true;
    received.set(seat, pieces);
  }
  return new Map(
    run.seats.map((seat) => {
      const ask = column.get(seat) as Exchange;
      const pieces = received.get(seat) as Map<SeatSet, Uint8Array>;
      if (complained) {
        for (const { set, sender, witnesses } of plans.get(seat) ?? []) {
          const versions = [sender, ...witnesses].map((from): [Seat, Uint8Array] => [
            from,
            run.send({ index, from, to: seat, kind: 'full', part: set, payload: pieceOf(column, from, set) }),
          ]);
          const decoded = decodePiece(T, new Map(versions));
          if (isMismatch(decoded)) throw new Stop('MISMATCH');
          for (const liar of decoded.wrong) run.named.add(liar);
          pieces.set(set, decoded.piece);
        }
      }
      return [seat, ask.kind === 'publish' ? publishedResult(ask, pieces) : bitsResult(ask, pieces)];
    }),
  );
}

function pieceOf(column: ReadonlyMap<Seat, Exchange>, seat: Seat, set: SeatSet): Uint8Array {
  const ask = column.get(seat) as Exchange;
  if (ask.kind === 'publish') return ask.pieces.get(set) as Uint8Array;
  if (ask.kind === 'openBits') return bitsToBytes(ask.bits.pieces.get(set) as Uint32Array);
  throw new TypeError('an exchange without pieces');
}

function bitsResult(ask: Exchange, pieces: ReadonlyMap<SeatSet, Uint8Array>): ExchangeResult {
  if (ask.kind !== 'openBits') throw new TypeError('an exchange without bits');
  const words = new Uint32Array(wordsOf(ask.bits.length));
  for (const own of ask.bits.pieces.values()) xorInto(words, own);
  for (const bytes of pieces.values()) {
    const piece = bitsFromBytes(bytes, ask.bits.length);
    if (piece === undefined) throw new Stop('MALFORMED');
    xorInto(words, piece);
  }
  return { kind: 'bits', bits: { length: ask.bits.length, words } };
}

function publishedResult(
  ask: Exchange & { kind: 'publish' },
  pieces: ReadonlyMap<SeatSet, Uint8Array>,
): ExchangeResult {
  const all = [...ask.pieces, ...pieces];
  if (all.some(([, bytes]) => bytes.length !== ask.byteLength)) throw new Stop('MALFORMED');
  return { kind: 'published', pieces: new Map(all) };
}

/** A king adds the terms of D for its chunks and tells the sums to all. */
function sumRound(
  column: ReadonlyMap<Seat, SumField | SumBits>,
  index: number,
  run: Run,
): ReadonlyMap<Seat, ExchangeResult> {
  const { openers, kernel } = run.options;
  const senders = seatsIn(openers);
  const ask = column.get(run.seats[0] as Seat) as SumField | SumBits;
  const field = ask.kind === 'sumField';
  const chunk = field ? SUM_CHUNK_ELEMENTS : SUM_CHUNK_BITS;
  const sums = new Map<Seat, Uint8Array[]>(run.seats.map((seat) => [seat, []]));
  for (let start = 0, c = 0; start < ask.length; start += chunk, c++) {
    const king = senders[c % senders.length] as Seat;
    const count = Math.min(chunk, ask.length - start);
    const terms = senders.map((from) =>
      run.send({
        index,
        from,
        to: king,
        kind: 'term',
        part: start,
        payload: termBytes(column.get(from) as SumField | SumBits, start, count),
      }),
    );
    const sum = field
      ? vectorToBytes(terms.map((term) => decodeVector(term, count)).reduce((total, term) => kernel.add(total, term)))
      : bitsToBytes(terms.map((term) => decodeWords(term, count)).reduce(xorWords));
    for (const to of run.seats)
      sums.get(to)?.push(run.send({ index, from: king, to, kind: 'sum', part: start, payload: sum }));
  }
  return new Map(
    run.seats.map((seat): [Seat, ExchangeResult] => {
      const bytes = concat(...(sums.get(seat) as Uint8Array[]));
      if (field) return [seat, { kind: 'field', values: decodeVector(bytes, ask.length) }];
      return [seat, { kind: 'bits', bits: { length: ask.length, words: decodeWords(bytes, ask.length) } }];
    }),
  );
}

function termBytes(ask: SumField | SumBits, start: number, count: number): Uint8Array {
  if (ask.terms === null) throw new TypeError('a seat of D has terms');
  if (ask.kind === 'sumField') return vectorToBytes(ask.terms.subarray(2 * start, 2 * (start + count)));
  return bitsToBytes(ask.terms.words.subarray(start >>> 5, (start >>> 5) + wordsOf(count)));
}

function decodeWords(bytes: Uint8Array, length: number): Uint32Array {
  const words = bitsFromBytes(bytes, length);
  if (words === undefined) throw new Stop('MALFORMED');
  return words;
}
