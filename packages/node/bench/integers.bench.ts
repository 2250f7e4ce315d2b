// Integers between processes, as rounds.bench.ts measures rounds: u64 comparisons of field elements, online and with their AND triples, and
// multiplications beside them, at (3,1) and (4,1). In the same run `jiff-mpc` compares at (3,1). One JSON line a figure; median of the runs.
import { negativeCost, totalsOf } from '@enigma/mpc';
import { jiffComparisons, jiffRates } from './rounds/jiff.ts';
import type { Answer } from './rounds/seat.ts';
import { type Table, convene } from './rounds/table.ts';

const RUNS = Number(process.env['RUNS'] ?? 5);
const COMPARISONS = Number(process.env['COMPARISONS'] ?? 10_000);
const PRODUCTS = Number(process.env['PRODUCTS'] ?? 100_000);
const SHAPES = (process.env['SHAPES'] ?? '3,4').split(',').map(Number);
const WITH_PEER = process.env['PEER'] !== '0';
// Eight rounds of as many products each, which is near the size that is fastest.
process.env['PRODUCTS_A_ROUND'] ??= String(Math.ceil(PRODUCTS / 8));

interface Timed {
  readonly seconds: number;
  readonly bytes: number;
  readonly coreMs: number;
}

interface Rates {
  readonly online: number;
  readonly together: number;
}

const rounded = (value: number): number => Number(value.toPrecision(4));
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number;

function timed(answers: readonly Answer[], part: 'whole' | 'online'): Timed {
  const spans = answers.map((answer) => answer[part]).filter((span) => span !== null);
  return {
    seconds: (Math.max(...spans.map(({ end }) => end)) - Math.min(...spans.map(({ start }) => start))) / 1000,
    bytes: spans.reduce((sum, { sent }) => sum + sent, 0),
    coreMs: spans.reduce((sum, span) => sum + span.coreMs, 0),
  };
}

function print(name: string, { n, T }: Table, count: number, parts: readonly Timed[]): number {
  const rate = median(parts.map(({ seconds }) => count / seconds));
  const bytes = median(parts.map((part) => part.bytes)) / count;
  const coreMs = median(parts.map((part) => part.coreMs)) / count;
  console.log(
    JSON.stringify({
      name,
      n,
      T,
      unit: '1/s',
      value: rounded(rate),
      bytesInAll: rounded(bytes),
      bytesEachSeat: rounded(bytes / n),
      coreMicrosEachSeat: rounded((1000 * coreMs) / n),
    }),
  );
  return rate;
}

async function measure(table: Table, kind: 'comparisons' | 'products', count: number): Promise<Rates> {
  const { ands } = totalsOf(table, negativeCost(table, 64), count);
  const [pools, tasks, onlines]: [Timed[], Timed[], Timed[]] = [[], [], []];
  for (let k = 0; k <= RUNS; k++) {
    const batch = table.batches++;
    const pool = await table.run(
      kind === 'comparisons'
        ? { do: 'pool', pool: 'and', batch, count: ands }
        : { do: 'pool', pool: 'triple', batch, count },
    );
    const seq = table.tasks++;
    const answers = await table.run(kind === 'comparisons' ? { do: kind, seq, count, ands } : { do: kind, seq, count });
    if (k === 0) continue; // warms up
    pools.push(timed(pool, 'whole'));
    tasks.push(timed(answers, 'whole'));
    onlines.push(timed(answers, 'online'));
  }
  const name = kind === 'comparisons' ? 'u64 comparisons' : 'multiplications';
  const together = pools.map((pool, k): Timed => {
    const task = tasks[k] as Timed;
    return { seconds: pool.seconds + task.seconds, bytes: pool.bytes + task.bytes, coreMs: pool.coreMs + task.coreMs };
  });
  const online = print(`${name}, online`, table, count, onlines);
  print(`${name}, whole session of tasks`, table, count, tasks);
  print(`${name}, making the pool`, table, count, pools);
  return { online, together: print(`${name}, pool and session together`, table, count, together) };
}

for (const n of SHAPES) {
  const table = await convene(n, 1);
  let comparisons: Rates;
  let products: Rates;
  try {
    await table.run({ do: 'keys' });
    comparisons = await measure(table, 'comparisons', COMPARISONS);
    table.batches = 0;
    products = await measure(table, 'products', PRODUCTS);
  } finally {
    await table.leave();
  }
  if (n !== 3 || !WITH_PEER) continue;
  const beside = (name: string, ours: number, theirs: number): void =>
    console.log(JSON.stringify({ name, n, T: 1, unit: '1/s', fast: rounded(ours), slow: rounded(theirs) }));
  const peer = await jiffComparisons(3, 1);
  beside(
    'comparisons: ours of u64 online, jiff-mpc lt of 24 bits after its preprocessing',
    comparisons.online,
    peer.online,
  );
  beside('comparisons: pool and session, jiff-mpc lt and its preprocessing', comparisons.together, peer.preprocessed);
  const rates = await jiffRates(3, 1, RUNS);
  beside('multiplications: ours online, jiff-mpc smult after its preprocessing', products.online, rates.online);
  beside(
    'multiplications: pool and session, jiff-mpc smult and its preprocessing',
    products.together,
    rates.preprocessed,
  );
}
