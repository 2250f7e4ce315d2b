// Games of a cheater against the engine's own protocols, over whatever field they were loaded with (smallField.ts). Each plays the best strategy that is known, so that its success
// is the bound itself and not only below it.
import {
  type FieldVector,
  P,
  type Random,
  elementAt,
  field,
  readBE,
  seededRandom,
  setElement,
  toBigints,
  vectorFromBytes,
  vectorOf,
  vectorToBytes,
} from '@enigma/crypto';
import { makeAnds } from '../src/andTriples.ts';
import type { Checks, Engine } from '../src/engine.ts';
import type { LockstepMessage } from '../src/lockstep.ts';
import { coin, multiplyUnverified } from '../src/products.ts';
import { type Exchange, type ExchangeResult, PHASE, type Protocol, echo, openField } from '../src/round.ts';
import { verifyProducts } from '../src/verification.ts';
import { type Committee, committee, passes, run, sharedField } from './committee.ts';

export interface Game {
  readonly name: string;
  /** How often the cheater should win. */
  readonly rate: number;
  /** What the bound that the documents state allows. */
  readonly bound: number;
  /** Whether he wins; `checks` for the tests that switch one off. */
  play(seed: number, checks?: Checks): boolean;
}

const { add, inv, mul, sub } = field;
const p = Number(P);
/** The one corrupt seat: a sender of D, and no king of these small sums. */
const CHEATER = 1;

/** A seat's protocol, whose answers are also told to the cheater. */
function* overheard<T>(
  protocol: Protocol<T>,
  hear: (asked: readonly Exchange[], answers: readonly ExchangeResult[]) => void,
): Protocol<T> {
  let answers: readonly ExchangeResult[] = [];
  for (;;) {
    const step = protocol.next(answers);
    if (step.done) return step.value;
    answers = yield step.value;
    hear(step.value, answers);
  }
}

function shifted(payload: Uint8Array, by: readonly bigint[]): Uint8Array {
  const vector = vectorFromBytes(payload) as FieldVector;
  by.forEach((value, place) => setElement(vector, place, add(elementAt(vector, place), value)));
  return vectorToBytes(vector);
}

/** Coefficients of Π (t − root), lowest first. */
function polynomialOf(roots: readonly bigint[]): readonly bigint[] {
  return roots.reduce<readonly bigint[]>(
    (known, root) => [0n, ...known].map((above, k) => sub(above, mul(root, known[k] ?? 0n))),
    [1n],
  );
}

/**
 * Values at 0 and 2 of a parabola with two roots whose values at 0 and 1 add up to `sum`. One root is the last coin: as good a guess as any, and
 * the best where coins were not fresh.
 */
function falseClaim(sum: bigint, last: bigint): readonly [bigint, bigint] {
  for (let other = 7n; ; other++) {
    const at = (t: bigint): bigint => mul(sub(t, last), sub(t, other));
    const whole = add(at(0n), at(1n));
    if (other === last || whole === 0n) continue;
    const scale = mul(sum, inv(whole));
    return [mul(scale, at(0n)), mul(scale, at(2n))];
  }
}

/**
 * m wrong products whose errors vanish together at m values of the first coin, and at each fold a claim about the parabola that vanishes at
 * two values of the next. The cheater knows each coin once it is open, and so the error that is left; once it is zero he is honest.
 */
function productGame(n: number, T: number, m: number): Game {
  const folds = Math.ceil(Math.log2(m + 1));
  const roots = Array.from({ length: m }, (_, k) => BigInt(3 * k + 2));
  const errors = polynomialOf(roots);
  return {
    name: `(${n},${T}): ${m} wrong products of ${m}`,
    rate: 1 - (1 - m / p) * (1 - 2 / p) ** folds,
    bound: (m + 2 * folds) / p,
    play(seed, checks) {
      const c = committee({ n, T, seed: `products ${seed}` });
      let left: bigint | undefined;
      let claim: readonly [bigint, bigint] = [0n, 0n];
      // Coins are the openings of one element.
      const hear = ([ask]: readonly Exchange[], [answer]: readonly ExchangeResult[]): void => {
        if (ask?.kind !== 'openField' || ask.shares.length !== 2 || answer?.kind !== 'field') return;
        const value = elementAt(answer.values, 0);
        left = left === undefined ? at(errors, value) : parabolaError(left, claim, value);
        claim = left === 0n ? [0n, 0n] : falseClaim(left, value);
      };
      const tamper = (message: LockstepMessage): Uint8Array => {
        if (message.from !== CHEATER || message.kind !== 'term') return message.payload;
        if (message.round === 0) return shifted(message.payload, errors.slice(1));
        return shifted(message.payload, message.round === 1 ? [errors[0] as bigint] : claim);
      };
      const [x, y] = [0, 1].map((k) => sharedField(c, vectorOf(roots.map((root) => add(root, BigInt(k)))))) as [
        FieldVector[],
        FieldVector[],
      ];
      const outcome = run(
        c,
        (engine) => {
          const { seat } = engine.context;
          const whole = claimed(engine, (x[seat] as FieldVector).slice(), (y[seat] as FieldVector).slice());
          return seat === CHEATER ? overheard(whole, hear) : whole;
        },
        checks === undefined ? { tamper } : { tamper, checks },
      );
      return passes(outcome).get(0) === true;
    },
  };
}

function* claimed(engine: Engine, x: FieldVector, y: FieldVector): Protocol<boolean> {
  const z = yield* multiplyUnverified(engine, x.slice(), y);
  return yield* verifyProducts(engine, { x, y, z });
}

function at(polynomial: readonly bigint[], t: bigint): bigint {
  return polynomial.reduceRight((sum, coefficient) => add(mul(sum, t), coefficient), 0n);
}

/** The value at t of the parabola through the errors at 0, 1 and 2. */
function parabolaError(sum: bigint, [e0, e2]: readonly [bigint, bigint], t: bigint): bigint {
  const e1 = sub(sum, e0);
  const half = inv(2n);
  const [t1, t2] = [sub(t, 1n), sub(t, 2n)];
  const parts = [mul(mul(e0, half), mul(t1, t2)), sub(0n, mul(e1, mul(t, t2))), mul(mul(e2, half), mul(t, t1))];
  return parts.reduce(add);
}

/** T seats know their keys and all that is sent before the echo; of the coin they know nothing. */
function coinGame(n: number, T: number): Game {
  return {
    name: `(${n},${T}): a coin guessed before its echo`,
    rate: 1 / p,
    bound: 1 / p,
    play(seed) {
      const c = committee({ n, T, seed: `coin ${seed}` });
      const outcome = run(c, function* (engine): Protocol<bigint> {
        yield* echo(PHASE.coin);
        return elementAt(yield* coin(engine), 0);
      });
      return passes(outcome).get(0) === BigInt(seed % p);
    },
  };
}

/** A share that is off by a random amount, to all or to one: never a wrong value, whatever the field. */
function openingGame(n: number, T: number): Game {
  return {
    name: `(${n},${T}): a wrong value opened by T seats`,
    rate: 0,
    bound: 0,
    play(seed) {
      const c = committee({ n, T, seed: `opening ${seed}` });
      const random = seededRandom(`lie ${seed}`);
      const victim = (random(1)[0] as number) % n;
      const value = BigInt((random(1)[0] as number) % p);
      const shares = sharedField(c, vectorOf([value]));
      const tamper = (message: LockstepMessage): Uint8Array => {
        if (message.from >= T || (message.kind !== 'shares' && message.kind !== 'full')) return message.payload;
        if (seed % 2 === 0 && message.to !== victim) return message.payload;
        return shifted(message.payload, [BigInt(1 + ((random(1)[0] as number) % (p - 1)))]);
      };
      const honest = ((1 << n) - 1) & ~((1 << T) - 1);
      const outcome = run(c, (engine) => openField('uniform', shares[engine.context.seat] as FieldVector), {
        tamper,
        honest,
        checkViews: false,
      });
      if (!outcome.ok) return false;
      return [...outcome.results].some(([seat, opened]) => seat >= T && toBigints(opened)[0] !== value);
    },
  };
}

/** `count` of the numbers below `total`. */
function drawn(total: number, count: number, random: Random): readonly number[] {
  const left = Array.from({ length: total }, (_, k) => k);
  return Array.from({ length: count }, () => left.splice(Number(readBE(random(4))) % left.length, 1)[0] as number);
}

/** AND triples are bits: the same rates over every field, but that a coin of a small one chooses among as many permutations as it has elements. N = B = 2. */
function andGame(wrong: 'all' | 'all but B' | 'one bucket', rate: number): Game {
  const [N, B] = [2, 2];
  const total = B * N + B;
  return {
    name: `(3,1): AND triples wrong in ${wrong}`,
    rate,
    bound: rate,
    play(seed) {
      // None better than others where every permutation is as likely; drawn anew in each game, their average is exact where a few permutations alone are.
      const count = wrong === 'all' ? total : wrong === 'one bucket' ? 2 : total - B;
      const places = drawn(total, count, seededRandom(`places ${wrong} ${seed}`));
      const c: Committee = committee({ n: 3, T: 1, seed: `ands ${wrong} ${seed}` });
      const tamper = (message: LockstepMessage): Uint8Array => {
        if (message.kind !== 'term' || message.from !== CHEATER || message.round !== 0) return message.payload;
        const bits = message.payload.slice();
        for (const place of places) bits[place >> 3] = (bits[place >> 3] as number) ^ (1 << (place & 7));
        return bits;
      };
      const checks = { products: true, andTriples: true, bucketSize: false };
      const outcome = run(c, (engine) => makeAnds(engine, N, { count: N, size: B, block: 1 }), { tamper, checks });
      return passes(outcome).get(0)?.ok === true;
    },
  };
}

export const GAMES: readonly Game[] = [
  openingGame(3, 1),
  openingGame(4, 1),
  openingGame(5, 2),
  coinGame(3, 1),
  coinGame(4, 1),
  productGame(3, 1, 1),
  productGame(3, 1, 5),
  productGame(4, 1, 8),
  productGame(5, 2, 3),
  andGame('all', 0),
  andGame('all but B', 1 / 15),
  andGame('one bucket', 2 / 15),
];
