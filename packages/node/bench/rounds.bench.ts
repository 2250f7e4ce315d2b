// Rounds between processes: n seats, each a process with the node's store, session machine and mutual-TLS links on loopback, make keys and pools
// and run tasks. One JSON line a figure; median of the runs. Beside them, in the same run, `jiff-mpc` does Shamir multiplications at (3,1).
import { jiffRates } from './rounds/jiff.ts';
import { type Table, convene } from './rounds/table.ts';
import type { Answer } from './rounds/seat.ts';

const RUNS = Number(process.env['RUNS'] ?? 5);
const PRODUCTS = Number(process.env['PRODUCTS'] ?? 1 << 17);
const ANDS = Number(process.env['ANDS'] ?? 1 << 20);
const CHAIN = 1000;
const SHAPES = (process.env['SHAPES'] ?? '3,4').split(',').map(Number);

type Facts = Readonly<Record<string, number | string>>;

function print(name: string, n: number, T: number, unit: string, value: number, more: Facts = {}): void {
  console.log(JSON.stringify({ name, n, T, unit, value: rounded(value), ...more }));
}

const rounded = (value: number): number => Number(value.toPrecision(4));
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number;

interface Rates {
  readonly online: number;
  readonly together: number;
}

interface Timed {
  /** First start to last end. */
  readonly seconds: number;
  readonly bytes: number;
  /** Work of all seats' cores: what a machine with a core for each seat and for the links would show less of than the clock does. */
  readonly coreMs: number;
}

function timed(answers: readonly Answer[], part: 'whole' | 'online'): Timed {
  const spans = answers.map((answer) => answer[part]).filter((span) => span !== null);
  return {
    seconds: (Math.max(...spans.map(({ end }) => end)) - Math.min(...spans.map(({ start }) => start))) / 1000,
    bytes: spans.reduce((sum, { sent }) => sum + sent, 0),
    coreMs: spans.reduce((sum, span) => sum + span.coreMs, 0),
  };
}

/** Makes material in a pool session, then uses it up in a session of tasks, again and again. */
async function measure(table: Table, kind: 'products' | 'ands', count: number, name: string): Promise<Rates> {
  const [pools, tasks, onlines]: [Timed[], Timed[], Timed[]] = [[], [], []];
  for (let k = 0; k <= RUNS; k++) {
    const pool = timed(
      await table.run({ do: 'pool', pool: kind === 'ands' ? 'and' : 'triple', batch: table.batches++, count }),
      'whole',
    );
    const answers = await table.run({ do: kind, seq: table.tasks++, count });
    if (k === 0) continue; // warms up
    pools.push(pool);
    tasks.push(timed(answers, 'whole'));
    onlines.push(timed(answers, 'online'));
  }
  const { n, T } = table;
  const rate = (parts: readonly Timed[]): number => median(parts.map(({ seconds }) => count / seconds));
  const perOperation = (parts: readonly Timed[]): Facts => {
    const bytes = median(parts.map((part) => part.bytes)) / count;
    const coreMs = median(parts.map((part) => part.coreMs)) / count;
    return {
      bytesInAll: rounded(bytes),
      bytesEachSeat: rounded(bytes / n),
      coreMicrosEachSeat: rounded((1000 * coreMs) / n),
    };
  };
  const together = pools.map((pool, k) => ({
    seconds: pool.seconds + (tasks[k] as Timed).seconds,
    bytes: pool.bytes + (tasks[k] as Timed).bytes,
    coreMs: pool.coreMs + (tasks[k] as Timed).coreMs,
  }));
  print(`${name}, online`, n, T, '1/s', rate(onlines), perOperation(onlines));
  print(`${name}, whole session of tasks`, n, T, '1/s', rate(tasks), perOperation(tasks));
  print(`${name}, making the pool`, n, T, '1/s', rate(pools), perOperation(pools));
  print(`${name}, pool and session together`, n, T, '1/s', rate(together), perOperation(together));
  return { online: rate(onlines), together: rate(together) };
}

async function measureChain(table: Table): Promise<void> {
  const onlines: Timed[] = [];
  await table.run({ do: 'pool', pool: 'triple', batch: table.batches++, count: (RUNS + 1) * CHAIN });
  for (let k = 0; k <= RUNS; k++) {
    const online = timed(await table.run({ do: 'chain', seq: table.tasks++, count: CHAIN }), 'online');
    if (k > 0) onlines.push(online);
  }
  print(
    'dependent rounds of one multiplication',
    table.n,
    table.T,
    '1/s',
    median(onlines.map(({ seconds }) => CHAIN / seconds)),
    {
      bytesInAll: rounded(median(onlines.map(({ bytes }) => bytes)) / CHAIN),
      bytesEachSeat: rounded(median(onlines.map(({ bytes }) => bytes)) / CHAIN / table.n),
      coreMicrosEachSeat: rounded((1000 * median(onlines.map(({ coreMs }) => coreMs))) / CHAIN / table.n),
    },
  );
}

for (const n of SHAPES) {
  const table = await convene(n, 1);
  let rates: Rates;
  try {
    const keys = timed(await table.run({ do: 'keys' }), 'whole');
    print('key set-up', n, 1, 's', keys.seconds, { bytesInAll: keys.bytes, bytesEachSeat: Math.round(keys.bytes / n) });
    rates = await measure(table, 'products', PRODUCTS, 'multiplications');
    await measureChain(table);
    if (ANDS > 0) {
      table.batches = 0;
      await measure(table, 'ands', ANDS, 'ANDs');
    }
  } finally {
    await table.leave();
  }
  if (n !== 3) continue;
  const peer = await jiffRates(3, 1, RUNS);
  const beside = (name: string, ours: number, theirs: number): void =>
    console.log(JSON.stringify({ name, n, T: 1, unit: '1/s', fast: rounded(ours), slow: rounded(theirs) }));
  beside('multiplications: ours online, jiff-mpc smult after its preprocessing', rates.online, peer.online);
  beside('multiplications: ours online, jiff-mpc smult_bgw, which needs none', rates.online, peer.resharing);
  beside('multiplications: pool and session, jiff-mpc smult and its preprocessing', rates.together, peer.preprocessed);
}
