// Random values: what tasks draw against the plain evaluator on the same tape, in committees of three shapes; and what the seats draw by themselves, from their seeds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnTape, scalarRefs, writtenTape, type Tape } from '@enigma/bytecode';
import { type SeatSet, seatsIn, seededRandom, thresholdSets } from '@enigma/crypto';
import { type DrawPlace, seatDraws } from '../src/draws.ts';
import type { EngineContext } from '../src/context.ts';
import { type Engine, createEngine } from '../src/engine.ts';
import { type TaskInputs, type TaskRun, runTask } from '../src/executor/execute.ts';
import { emptyGraph } from '../src/executor/graph.ts';
import { planTasks } from '../src/executor/plan.ts';
import { taskDraws } from '../src/executor/random.ts';
import { runGraph } from '../src/executor/schedule.ts';
import { fieldOf } from '../src/executor/secrets.ts';
import type { Protocol } from '../src/round.ts';
import { type Committee, committee, passes, run, shapes } from './committee.ts';
import { type Known, type Line, type ScalarType, SCALARS, programsOf } from './integerPrograms.ts';
import { type Tried, inputsOf, sharesOf, tryPrograms } from './integers.ts';

function right({ wrong, plan, used, rounds }: Tried): void {
  assert.deepEqual(wrong, []);
  assert.deepEqual(used, { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  assert.equal(rounds, plan.rounds);
}

const drawn = (built: Known['built']): Known => ({ built, name: 'drawn', isSecret: true });

/** Draws bits of a type and shows them by themselves, in a sum, in a product and compared. */
const bitsOf =
  (type: ScalarType): Line =>
  ({ r, emit, constant, cast }) => {
    const x = drawn(r.emit('rand.bits', [], [scalarRefs[type]]));
    if (type === 'bool') return [x, emit('not', [x])].map((value) => ({ type, value }));
    const seven = constant(type, 7n);
    return [
      ...[x, emit('add', [x, seven]), emit('mul', [x, x])].map((value) => ({ type, value })),
      { type: 'bool', value: emit('lt', [x, seven]) },
      { type: 'i16', value: type === 'i16' ? x : cast('i16', x) },
    ];
  };

const belowOf =
  (bound: bigint): Line =>
  ({ r, emit, constant }) => {
    const x = drawn(r.emit('rand.below', [constant('u32', bound).built]));
    return [x, emit('mul', [x, x])].map((value) => ({ type: 'u32' as const, value }));
  };

/** Numbers R whose limbs are at their ends. */
const RS = [0n, 1n, (1n << 96n) - 1n, 0xffff_ffffn, 1n << 32n, ((1n << 32n) - 1n) << 32n, 1n << 95n, (1n << 64n) - 1n];
const BOUNDS = [1n, 2n, 3n, 52n, 1n << 31n, (1n << 32n) - 1n];

/** Words at their ends, then others. */
function edgeTape(): Tape {
  const random = seededRandom('edges');
  let next = 0;
  const word = (bits: number): bigint =>
    random(16).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) & ((1n << BigInt(bits)) - 1n);
  return {
    bits: (width) => [0n, (1n << BigInt(width)) - 1n, 1n << BigInt(width - 1)][next++ % 4] ?? word(width),
    below: () => RS[next++ % (RS.length + 1)] ?? word(96),
    permutation: (count) => drawnTape(random).permutation(count),
  };
}

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) drawn values mean what the evaluator says on the same tape`, () => {
    const lines = [
      ...SCALARS.flatMap((type) => Array.from({ length: shape.n < 5 ? 4 : 1 }, () => bitsOf(type))),
      ...BOUNDS.flatMap((bound) => RS.map(() => belowOf(bound))).filter((_, k) => shape.n < 5 || k % 3 === 0),
    ];
    right(tryPrograms(shape, programsOf(lines, 1, edgeTape)));
  });

test('a written tape says what each draw gives', () => {
  const entries = [5n, 2n, 0n, 51n, (1n << 32n) - 2n];
  const lines = [bitsOf('u8'), belowOf(3n), belowOf(1n), belowOf(52n), belowOf((1n << 32n) - 1n)];
  const programs = programsOf(lines, 1, () => writtenTape(entries));
  const firstOf = (program: number): bigint =>
    programs.expected.find((shown) => shown.program === program)?.value as bigint;
  assert.deepEqual(
    lines.map((_, k) => firstOf(k)),
    entries,
  );
  right(tryPrograms({ n: 3, T: 1 }, programs));
});

const PLACES: readonly DrawPlace[] = [0, 1, 2].flatMap((task) => [0, 1, 2].map((draw) => ({ task, draw })));

/** XOR of all pieces of a committee of one seed, as somebody who has all keys sees it. */
function drawsOf(seed: string): {
  bits: (place: DrawPlace, width: number) => bigint;
  below: (place: DrawPlace, bound: bigint) => bigint;
} {
  const c = committee({ n: 3, T: 1, seed });
  const keys = new Map<SeatSet, Uint8Array>(c.contexts.flatMap((context) => [...context.setKeys('draw')]));
  assert.equal(keys.size, thresholdSets(3, 1).length);
  const draws = seatDraws(keys);
  return {
    bits: (place, width) => [...draws.bits(place, width).values()].reduce((sum, piece) => sum ^ piece, 0n),
    below: (place, bound) => {
      const limbs = [...draws.below(place, bound).values()];
      const R = [0, 1, 2].reduce(
        (sum, k) =>
          sum +
          (BigInt.asUintN(
            32,
            limbs.reduce((total, piece) => total + (piece[k] as bigint), 0n),
          ) <<
            BigInt(32 * k)),
        0n,
      );
      return (R * bound) >> 96n;
    },
  };
}

test('no two draws, tasks or slots share a value', () => {
  const seen = new Set<bigint>();
  for (const seed of ['one', 'two']) {
    const draws = drawsOf(seed);
    for (const place of PLACES) seen.add(draws.bits(place, 64));
  }
  assert.equal(seen.size, 2 * PLACES.length);
});

test('two tasks of one session draw each for themselves', () => {
  const lines = [bitsOf('u64'), belowOf((1n << 32n) - 1n)];
  const programs = programsOf(lines, 1, () => drawnTape(seededRandom('one task')));
  const inputs = (c: Committee, seat: number): TaskInputs => ({
    ...inputsOf(c, programs, sharesOf(c, programs), seat),
    openMode: 'beforeSettle',
  });
  const empty = committee({ n: 3, T: 1 });
  const { triples, ands, daBits } = planTasks(empty, [inputs(empty, 0), inputs(empty, 0)]);
  const c = committee({ n: 3, T: 1, triples, ands, daBits });
  const runs = passes(
    run(c, function* (engine) {
      const own = inputs(c, engine.context.seat);
      return [yield* runTask(engine, own, 0), yield* runTask(engine, own, 1)];
    }),
  );
  for (const [first, second] of runs.values()) {
    const shown = (task: TaskRun | undefined, type: ScalarType): readonly bigint[] =>
      task?.early.find(({ release }) => release === SCALARS.indexOf(type))?.values.slice(1) ?? [];
    for (const type of ['u64', 'u32'] as const) {
      assert.ok(shown(first, type).length > 0);
      assert.notDeepEqual(shown(first, type), shown(second, type));
    }
  }
});

test('seats draw uniformly: bits by their number of ones, numbers below three, six and seven by χ²', () => {
  const { bits, below } = drawsOf('uniform');
  const COUNT = 3000;
  for (const width of [1, 8, 64]) {
    let ones = 0;
    for (let draw = 0; draw < COUNT; draw++)
      ones += bits({ task: width, draw }, width).toString(2).replaceAll('0', '').length;
    const [mean, deviation] = [(COUNT * width) / 2, Math.sqrt(COUNT * width) / 2];
    assert.ok(Math.abs(ones - mean) < 5 * deviation, `${ones} of ${COUNT * width} bits`);
  }
  // Above 20.5 with 2, 27.9 with 5 and 30.7 with 6 degrees of freedom in one of thirty thousand.
  for (const [bound, most] of [
    [3, 20.5],
    [6, 27.9],
    [7, 30.7],
  ] as const) {
    const counts = Array.from({ length: bound }, () => 0);
    for (let draw = 0; draw < COUNT; draw++) counts[Number(below({ task: 100 + bound, draw }, BigInt(bound)))]!++;
    const squared = counts.reduce((sum, count) => sum + (count - COUNT / bound) ** 2 / (COUNT / bound), 0);
    assert.ok(squared < most, `below ${bound}: ${counts.join()} has χ² ${squared}`);
  }
});

test('any T seats together lack exactly one piece of every draw', () => {
  for (const { n, T } of shapes) {
    const { contexts } = committee({ n, T });
    const piecesOf = (seat: number): readonly SeatSet[] => {
      const seeds = (contexts[seat] as EngineContext).setKeys('draw');
      return [...seatDraws(seeds).bits({ task: 0, draw: 0 }, 64).keys()];
    };
    for (const corrupt of thresholdSets(n, T)) {
      const known = new Set(seatsIn(corrupt).flatMap(piecesOf));
      assert.deepEqual(
        thresholdSets(n, T).filter((set) => !known.has(set)),
        [corrupt],
      );
    }
  }
});

test('a holder who draws another piece than the others is found: in the field, and in bits', () => {
  for (const { n, T } of shapes) {
    for (const kind of ['below', 'bits'] as const) {
      const c = committee({ n, T, ands: 6000, daBits: 60 });
      const draw = function* (engine: Engine): Protocol<unknown> {
        const graph = emptyGraph();
        const draws = taskDraws(engine, graph, 0);
        const shape = { bits: 32, signed: false };
        const drawn = kind === 'below' ? draws.below(shape, 6n) : draws.bits(shape);
        return yield* runGraph(engine, graph, [fieldOf(graph, drawn)], []);
      };
      const cheated = (engine: Engine): Protocol<unknown> => {
        const { context } = engine;
        if (context.seat !== 1) return draw(engine);
        const [first, ...others] = [...context.setKeys('draw')];
        const [set, key] = first as [SeatSet, Uint8Array];
        const keys = new Map([[set, key.map((byte) => byte ^ 1)], ...others]);
        return draw(createEngine({ ...context, setKeys: (of) => (of === 'draw' ? keys : context.setKeys(of)) }));
      };
      const outcome = run(c, cheated, { honest: (2 ** n - 1) & ~2 });
      if (n < 3 * T + 1) assert.equal(outcome.ok ? 'passed' : outcome.code, 'MISMATCH');
      else assert.deepEqual(outcome.ok && outcome.named, [1]);
    }
  }
});
