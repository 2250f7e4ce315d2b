// Whole conversations of a seat with its committee, broken at random: set-up of keys, and a session of tasks from its hellos to its end. Each message is a peer's mistake, whatever it is.
import { concat, readBE, u32be, u8 } from '@enigma/crypto';
import { accepted, REFUSED, type Decoder, type Sample, type Seam } from '@enigma/fuzz';
import { barrier } from '../src/checkpoint.ts';
import type { EngineContext } from '../src/context.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { openField, type Protocol } from '../src/round.ts';
import type { SessionMachine, Work } from '../src/session/index.ts';
import { copyOf, machineOf, N, request, run, type Disk, type Letter } from './committee.ts';

function* wordless(context: EngineContext): Protocol<string> {
  const engine = createEngine(context);
  for (let k = 0; k < 2; k++) yield* openField('uniform', randomShares(engine, 'random', 2));
  yield* barrier({ leafRoot: new Uint8Array(32).fill(1 + context.seat) });
  return 'done';
}

const ZERO = `0x${'00'.repeat(32)}` as const;
const TASKS: Work = {
  kind: 'tasks',
  contractId: `0x${'33'.repeat(32)}`,
  firstSeq: 1n,
  count: 1,
  anchor: ZERO,
  demand: {},
  protocol: wordless,
};
const POOL: Work = { kind: 'pool', pool: 'triple', batch: 0, count: 4 };
const KEYS: Work = { kind: 'keys' };

const emptyDisk = (): Disk => ({ blobs: new Map(), slots: new Map(), marks: new Map() });
const machinesOn = (disks: readonly Disk[], seed: string): readonly SessionMachine[] =>
  disks.map((disk, seat) => machineOf(seat, disk, seed));

interface Recorded {
  /** Of seat 0 before the work. */
  readonly disk: Disk;
  /** What came to seat 0, in order. */
  readonly letters: readonly Letter[];
}

function recorded(work: Work, disks: readonly Disk[]): Recorded {
  const before = copyOf(disks[0] as Disk);
  const machines = machinesOn(disks, work.kind);
  request(machines, work);
  const ends = machines.map(() => false);
  const letters = run(machines, () => {
    for (const [seat, machine] of machines.entries())
      if (machine.events().some(({ type }) => type === 'finished' || type === 'batchReady')) ends[seat] = true;
    return ends.every((ended) => ended) || (work.kind === 'keys' && machines.every((machine) => machine.keysReady()));
  });
  return { disk: before, letters: letters.filter(({ to }) => to === 0) };
}

let known: { readonly keys: Recorded; readonly tasks: Recorded; readonly pool: Recorded } | undefined;

function recordings(): NonNullable<typeof known> {
  if (known !== undefined) return known;
  const disks = Array.from({ length: N }, emptyDisk);
  const keys = recorded(KEYS, disks);
  const tasks = recorded(TASKS, disks.map(copyOf));
  return (known = { keys, tasks, pool: recorded(POOL, disks.map(copyOf)) });
}

const FRAME_BYTES = 5;

/** from u8 ‖ length u32 ‖ message, one behind the other. */
function framed(letters: readonly Letter[]): Sample {
  const seams: Seam[] = [];
  let at = 0;
  for (const { bytes } of letters) {
    seams.push({ at, size: FRAME_BYTES + bytes.length, counts: false });
    seams.push({ at: at + FRAME_BYTES, size: 33, counts: false });
    at += FRAME_BYTES + bytes.length;
  }
  return { bytes: concat(...letters.flatMap(({ from, bytes }) => [u8(from), u32be(bytes.length), bytes])), seams };
}

function unframed(bytes: Uint8Array): readonly { readonly from: number; readonly bytes: Uint8Array }[] {
  const letters: { from: number; bytes: Uint8Array }[] = [];
  for (let at = 0; at + FRAME_BYTES <= bytes.length;) {
    const length = Number(readBE(bytes.subarray(at + 1, at + FRAME_BYTES)));
    const start = at + FRAME_BYTES;
    letters.push({ from: bytes[at] as number, bytes: bytes.slice(start, start + Math.min(length, bytes.length)) });
    at = start + length;
  }
  return letters;
}

const TICKS = 40;

function conversation(
  name: string,
  of: keyof NonNullable<typeof known>,
  work: Work,
  covers: readonly string[],
): Decoder {
  return {
    name,
    form: 'bytes',
    covers,
    every: 200,
    bytesMax: 1 << 17,
    // A machine, its keys and its arithmetic on BigInt.
    allocatesMax: 1 << 28,
    samples: () => [framed(recordings()[of].letters)],
    decode(bytes) {
      const machine = machineOf(0, copyOf(recordings()[of].disk), work.kind);
      machine.request(work, 0);
      let now = 0;
      for (const letter of unframed(bytes)) machine.receive(letter.from, letter.bytes, now);
      for (let k = 0; k < TICKS; k++) machine.tick((now += 200));
      const ended = machine.events().some(({ type }) => type === 'finished' || type === 'batchReady');
      machine.outgoing();
      return ended || (work.kind === 'keys' && machine.keysReady()) ? accepted() : REFUSED;
    },
  };
}

const FOLDER = 'packages/mpc/src/session';

export const decoders: readonly Decoder[] = [
  conversation('mpc/machine-keys', 'keys', KEYS, [`${FOLDER}/machine.ts#createSessionMachine`]),
  conversation('mpc/machine-tasks', 'tasks', TASKS, [
    `${FOLDER}/machine.ts#createSessionMachine`,
    `${FOLDER}/machine.ts#isEvidence`,
    `${FOLDER}/frame.ts#placeOf`,
  ]),
  conversation('mpc/machine-pool', 'pool', POOL, [`${FOLDER}/kingSums.ts#chunkFromBytes`]),
];
