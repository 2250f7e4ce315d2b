// Games of one bit: two inputs that both sides know, of which chance takes one; the engine runs among honest seats and colluders, and from what the colluders saw the extractor says
// which it was. Of an engine that keeps its secrets it is right half the time, whatever the colluders do; of one that leaks, nearly always.
import {
  type Module,
  type Verified,
  moduleBuilder,
  scalarRefs,
  secret,
  verifyModule,
  writtenTape,
} from '@enigma/bytecode';
import {
  type Random,
  type Seat,
  type SeatSet,
  elementAt,
  field,
  inSet,
  seatsIn,
  seededRandom,
  vectorFromBytes,
  vectorOf,
  vectorToBytes,
} from '@enigma/crypto';
import {
  type ReleasedTask,
  type SecretInput,
  type TaskInputs,
  releaseTasks,
  runTask,
} from '../../src/executor/execute.ts';
import { planTasks } from '../../src/executor/plan.ts';
import type { Engine } from '../../src/engine.ts';
import type { LockstepMessage } from '../../src/lockstep.ts';
import { maskWord } from '../../src/masks.ts';
import { type Protocol, openField } from '../../src/round.ts';
import { type Committee, committee, maskFor, run, sharedField } from '../committee.ts';
import { drawing } from '../integers.ts';
import type { Sample, Worlds } from './extractor.ts';
import { type Recorder, noteEnd, recorder } from './view.ts';

const { u32, bool } = scalarRefs;
const WIDTH = 32;

/** A contract, and the inputs of its two worlds: alike in everything that is told to anybody. */
export interface Play {
  readonly name: string;
  readonly module: Verified;
  readonly args: (random: () => bigint) => readonly [readonly bigint[], readonly bigint[]];
}

function verified(module: Module): Verified {
  const outcome = verifyModule(module);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

/** A bid against a kept one: comparison, choice, an answer for the caller alone, a state that lives on. */
function bidding(): Verified {
  const m = moduleBuilder();
  const best = m.field('best', 'state', u32, 's');
  const leads = m.release('return', 'whether you lead');
  const own = m.release('return', 'your bid');
  m.function(
    {
      name: 'bid',
      kind: 'call',
      params: [{ name: 'amount', type: u32, label: 's' }],
      results: [
        { type: bool, label: 's', release: leads },
        { type: u32, label: 's', release: own },
      ],
    },
    (r, [amount]) => {
      const before = r.get(best);
      const higher = r.emit('lt', [before, amount!]);
      r.set(best, r.emit('select', [higher, amount!, before]));
      return [higher, amount!];
    },
  );
  return verified(m.finish());
}

/** Two people's numbers of which the larger and the sum become known: who had which stays theirs. */
function pooling(): Verified {
  const m = moduleBuilder();
  const [larger, sum] = [m.release('reveal', 'the larger'), m.release('reveal', 'the sum')];
  const params = ['a', 'b'].map((name) => ({ name, type: u32, label: 's' as const }));
  const results = [0, 1].map(() => ({ type: u32, label: 'p' as const }));
  m.function({ name: 'pool', kind: 'call', params, results }, (r, [a, b]) => [
    r.reveal(larger, r.emit('max', [a!, b!])),
    r.reveal(sum, r.emit('add', [a!, b!])),
  ]);
  return verified(m.finish());
}

/** A product that is kept: multiplication, wrapped at its width. */
function multiplying(): Verified {
  const m = moduleBuilder();
  const kept = m.field('kept', 'state', u32, 's');
  const params = ['a', 'b'].map((name) => ({ name, type: u32, label: 's' as const }));
  m.function({ name: 'times', kind: 'call', params }, (r, [a, b]) => (r.set(kept, r.emit('mul', [a!, b!])), []));
  return verified(m.finish());
}

/** Two people's numbers, both of which become known: shuffled or sorted, whose is which does not. */
function mixing(op: 'permute' | 'sort'): Verified {
  const m = moduleBuilder();
  const list = m.vectorType(u32);
  const both = m.release('reveal', 'both');
  const params = ['a', 'b'].map((name) => ({ name, type: u32, label: 's' as const }));
  m.function({ name: 'mix', kind: 'call', params, results: [{ type: list, label: 'p' }] }, (r, [a, b]) => {
    const given = r.vector(list, [a!, b!]);
    const by = op === 'sort' ? given : r.emit('rand.perm', [r.constant(u32, 2)], [list]);
    return [r.reveal(both, r.emit(op, [given, by]))];
  });
  return verified(m.finish());
}

/** A small number and a large one, so that in which place one stands is seen at a glance. */
function unlike(random: () => bigint): readonly [readonly bigint[], readonly bigint[]] {
  const [small, large] = [random() & 0xffffn, random() | 0x8000_0000n];
  return [
    [small, large],
    [large, small],
  ];
}

export const PLAYS: readonly Play[] = [
  { name: 'bid', module: bidding(), args: (random) => [[random()], [random()]] },
  {
    name: 'pool',
    module: pooling(),
    args(random) {
      const [a, b] = [random(), random()];
      return [
        [a, b],
        [b, a],
      ];
    },
  },
  {
    name: 'times',
    module: multiplying(),
    args: (random) => [
      [random(), random()],
      [random(), random()],
    ],
  },
  { name: 'shuffle', module: mixing('permute'), args: unlike },
  { name: 'sort', module: mixing('sort'), args: unlike },
];

/** What colluders do beside looking. `chance` is theirs. */
export interface Behaviour {
  readonly name: string;
  tamper?(message: LockstepMessage, plan: Plan): Uint8Array;
}

/** Where a behaviour strikes: drawn for each game. */
interface Plan {
  readonly round: number;
  readonly victim: Seat;
  readonly noise: bigint;
}

function shifted(payload: Uint8Array, by: bigint): Uint8Array {
  if (payload.length % 16 !== 0 || payload.length === 0) return flipped(payload);
  const vector = vectorFromBytes(payload);
  if (!(vector instanceof BigUint64Array)) return flipped(payload);
  return vectorToBytes(
    vectorOf(Array.from({ length: vector.length / 2 }, (_, k) => field.add(elementAt(vector, k), k === 0 ? by : 0n))),
  );
}

function flipped(payload: Uint8Array): Uint8Array {
  const copy = payload.slice();
  if (copy.length > 0) copy[0] = (copy[0] as number) ^ 1;
  return copy;
}

export const BEHAVIOURS: readonly Behaviour[] = [
  { name: 'looks on' },
  {
    name: 'wrong shares to all',
    tamper: ({ round, kind, payload }, plan) =>
      round === plan.round && (kind === 'shares' || kind === 'piece') ? shifted(payload, plan.noise) : payload,
  },
  {
    name: 'wrong shares to one',
    tamper: ({ round, to, kind, payload }, plan) =>
      round === plan.round && to === plan.victim && (kind === 'shares' || kind === 'piece')
        ? shifted(payload, plan.noise)
        : payload,
  },
  {
    name: 'wrong hashes',
    tamper: ({ round, kind, payload }, plan) =>
      round === plan.round && (kind === 'hash' || kind === 'pieceHash') ? flipped(payload) : payload,
  },
  {
    name: 'wrong terms and sums',
    tamper: ({ round, kind, payload }, plan) =>
      round === plan.round && (kind === 'term' || kind === 'sum') ? shifted(payload, plan.noise) : payload,
  },
  {
    name: 'another vector after a complaint',
    tamper: ({ round, kind, payload }, plan) =>
      round >= plan.round && kind !== 'hash' && kind !== 'pieceHash' ? shifted(payload, plan.noise) : payload,
  },
];

/** Leaks put into the engine or its client on purpose, each with a play in which it tells something: the extractor that finds none of them proves nothing. */
export const LEAKS = {
  'a mask of zeros': 'bid',
  'one mask for two values': 'times',
  'a short mask before an opening': 'times',
  'a share sent in clear': 'bid',
  'an end that depends on the secret': 'pool',
  'an output opened before its time': 'bid',
  'an order that is always the same': 'shuffle',
} as const satisfies Record<string, string>;
export type Leak = keyof typeof LEAKS;

export interface Shape {
  readonly n: number;
  readonly T: number;
}

export interface Setting extends Shape {
  readonly play: Play;
  readonly behaviour: Behaviour;
  readonly colluders: SeatSet;
  readonly leak?: Leak;
}

const plans = new Map<string, ReturnType<typeof planTasks>>();

export function playOnce(setting: Setting, seed: string): Sample {
  const { n, T, play, colluders } = setting;
  const random = seededRandom(`views/${seed}`);
  const number = (): bigint => BigInt(new DataView(random(4).slice().buffer).getUint32(0));
  const worlds = play.args(number);
  const bit = ((random(1)[0] as number) & 1) as 0 | 1;
  const kept = number();
  const plan = (plans.get(`${play.name}/${n}/${T}`) ??
    planTasks({ n, T }, [inputsOf(setting, committee({ n, T }), worlds[0], [kept])])) as ReturnType<typeof planTasks>;
  plans.set(`${play.name}/${n}/${T}`, plan);
  const { triples, ands, daBits } = plan;
  const fresh = committee({ n, T, seed, triples, ands, daBits });
  const c = setting.leak === 'an order that is always the same' ? drawing(fresh, writtenTape([[0, 1]])) : fresh;
  const recording = recorder(c, c.dealt, colluders);
  const strike = {
    round: Math.floor((plan.rounds * (random(1)[0] as number)) / 256),
    victim: seatsIn(c.live).filter((seat) => !inSet(colluders, seat))[0] as Seat,
    noise: 1n + number(),
  };
  runGame(setting, c, { recording, worlds, bit, kept, strike, random });
  return { view: recording.view(), worlds: numbersOf(worlds), bit };
}

/** What a world consists of, and the differences that would tell it, as they stand at the width of a mask. */
function numbersOf(worlds: readonly [readonly bigint[], readonly bigint[]]): Worlds {
  const withDifferences = (values: readonly bigint[]): readonly bigint[] => [
    ...values,
    ...values.slice(1).map((value, k) => BigInt.asUintN(WIDTH, (values[k] as bigint) - value)),
  ];
  return [withDifferences(worlds[0]), withDifferences(worlds[1])];
}

interface Game {
  readonly recording: Recorder;
  readonly worlds: readonly [readonly bigint[], readonly bigint[]];
  readonly bit: 0 | 1;
  readonly kept: bigint;
  readonly strike: Plan;
  readonly random: Random;
}

function runGame(setting: Setting, c: Committee, game: Game): void {
  const { behaviour, colluders, leak } = setting;
  const { recording, worlds, bit, strike } = game;
  const values = worlds[bit];
  const keptShares = sharedField(c, vectorOf([game.kept]));
  const leaked = leakedShares(c, leak, values[0] as bigint, game.random);
  for (const seat of seatsIn(colluders)) recording.share(seat, elementAt(keptShares[seat]!, 0));
  noteInputs(setting, c, values, recording);
  function* protocolOf(engine: Engine): Protocol<ReleasedTask> {
    const { seat } = engine.context;
    if (leaked !== undefined) yield* openField('uniform', leaked[seat]!);
    const share = elementAt(keptShares[seat]!, 0);
    const task = yield* runTask(engine, inputsOf(setting, c, values, [share]), 0);
    return (yield* releaseTasks([task])).value[0] as ReleasedTask;
  }
  const outcome = run(c, (engine) => recording.overhear(engine.context.seat, protocolOf(engine)), {
    watch: recording.watch,
    honest: c.live & ~colluders,
    tamper(message) {
      if (inSet(colluders, message.from)) return behaviour.tamper?.(message, strike) ?? message.payload;
      // Somebody honest whose next step depends on what he holds.
      const stumbles = leak === 'an end that depends on the secret' && bit === 1 && message.round === 1;
      return stumbles ? message.payload.subarray(0, 1) : message.payload;
    },
  });
  noteEnd(recording, outcome);
  if (!outcome.ok) return;
  const [first] = outcome.results.values();
  for (const [b, block] of (first?.blocks ?? []).entries()) {
    recording.note(`output/${b}`, vectorToBytes(block.values));
    block.commitments.forEach((commitment, k) => recording.note(`output/${b}/c/${k}`, commitment));
    // Of a block for everybody all pieces come once the receipt is final; of another, colluders have their own.
    const isOpen = block.to === 'everyone' || leak === 'an output opened before its time';
    const pieces = new Map(
      [...outcome.results].flatMap(([seat, task]) =>
        isOpen || inSet(colluders, seat)
          ? (task.blocks[b]?.pieces ?? []).map((one) => [one.set, one.mask] as const)
          : [],
      ),
    );
    for (const [set, mask] of pieces) recording.note(`output/${b}/piece/${set}`, vectorToBytes(mask));
    const rest = [...pieces.values()].reduce((sum, mask) => c.kernel.sub(sum, mask), block.values);
    recording.note(`output/${b}/rest`, vectorToBytes(rest));
  }
  for (const seat of seatsIn(colluders)) {
    const ended = outcome.results.get(seat)?.ended;
    for (const value of ended?.status === 'ok' ? ended.state : [])
      if (typeof value === 'object' && 'scalar' in value && typeof value.scalar === 'object')
        recording.note(`${seat}/state`, vectorToBytes(vectorOf([(value.scalar as { share: bigint }).share])));
  }
}

/** Shares of something about the secret that a broken engine would open. */
function leakedShares(
  c: Committee,
  leak: Leak | undefined,
  value: bigint,
  random: Random,
): ReturnType<typeof sharedField> | undefined {
  if (leak === 'a share sent in clear') return sharedField(c, vectorOf([value]));
  if (leak !== 'a short mask before an opening') return undefined;
  return sharedField(c, vectorOf([value + BigInt(random(1)[0] as number)]));
}

/** δ of each argument stands on chain; of the words behind it colluders know all but those of sets without them. */
function noteInputs(setting: Setting, c: Committee, values: readonly bigint[], recording: Recorder): void {
  const masked = maskedArgs(setting, c, values);
  for (const [k, { maskId, position, delta }] of masked.entries()) {
    recording.note(`delta/${k}`, vectorToBytes(vectorOf([delta])));
    let partial = delta;
    for (const [set, key] of c.maskKeys)
      if (seatsIn(setting.colluders).some((seat) => !inSet(set, seat)))
        partial += maskWord(key, maskId, position, WIDTH);
    partial = BigInt.asUintN(WIDTH, partial);
    recording.note(`partial/${k}`, vectorToBytes(vectorOf([partial])));
    recording.relate(delta);
    recording.relate(partial);
  }
}

function maskedArgs({ leak }: Setting, c: Committee, values: readonly bigint[]): readonly ReturnType<typeof maskFor>[] {
  return values.map((value, position) => {
    const one = maskFor(c, value, 'call', leak === 'one mask for two values' ? 0 : position, WIDTH);
    return leak === 'a mask of zeros' ? { ...one, delta: value } : one;
  });
}

function inputsOf(setting: Setting, c: Committee, values: readonly bigint[], shares: readonly bigint[]): TaskInputs {
  const { module } = setting.play;
  const context = { sender: 7n, self: 9n, height: 3n, time: 4n, value: 0n, seats: setting.n, threshold: setting.T };
  return {
    module,
    fn: 0,
    args: maskedArgs(setting, c, values).map((one) => secret<SecretInput>(one)),
    state: module.module.fields.map((_, k) => secret<SecretInput>({ share: shares[k] as bigint })),
    inbox: [],
    context,
    openMode: 'afterSettle',
  };
}

/** Every choice of one to T colluders, seats that send and seats that only hash among them. */
export function coalitions({ n, T }: Shape): readonly SeatSet[] {
  return Array.from({ length: (1 << n) - 1 }, (_, k) => k + 1).filter((set) => seatsIn(set).length <= T);
}

/** How many of so many games an extractor that knows nothing may win: 3.3 standard deviations off the middle, 165 of 10,000. */
export function slackOf(games: number): number {
  return 3.3 * Math.sqrt(games) * 0.5;
}
