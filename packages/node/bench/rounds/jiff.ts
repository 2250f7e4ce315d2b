// `jiff-mpc` beside us: its server and three parties as processes on loopback. The rate of a run is that of its slowest party.
import { type ChildProcess, fork } from 'node:child_process';

export interface PeerRates {
  /** Products a second after its own preprocessing, which was not counted. */
  readonly online: number;
  /** The same with the preprocessing counted. */
  readonly preprocessed: number;
  /** By resharing, which needs no preprocessing. */
  readonly resharing: number;
}

export type PeerComparisons = Pick<PeerRates, 'online' | 'preprocessed'>;

/** Making the material of one comparison takes it seconds, and it compares several no faster. */
const COMPARED = 2;
/** Its rate grows with the batch until about here; making its triples takes 10 ms each. */
const COUNT = 200;
const RESHARED = 1000;
/** A machine whose cores others hold makes it ten times slower. */
const WAIT_MS = 600_000;
const script = new URL('../../../mpc/bench/jiff/process.ts', import.meta.url);

export async function jiffRates(n: number, T: number, runs: number): Promise<PeerRates> {
  const parties = await partiesOf<keyof PeerRates>('party', n, [n, T, COUNT, RESHARED, runs]);
  return {
    online: medianRate(parties, 'online', COUNT),
    preprocessed: medianRate(parties, 'preprocessed', COUNT),
    resharing: medianRate(parties, 'resharing', RESHARED),
  };
}

/** Comparisons of two shares in its default field of 24 bits. */
export async function jiffComparisons(n: number, T: number): Promise<PeerComparisons> {
  const parties = await partiesOf<keyof PeerComparisons>('comparer', n, [n, T, COMPARED]);
  return {
    online: medianRate(parties, 'online', COMPARED),
    preprocessed: medianRate(parties, 'preprocessed', COMPARED),
  };
}

/** Of each run the slowest party counts. */
function medianRate<Kind extends string>(
  parties: readonly Readonly<Record<Kind, readonly number[]>>[],
  kind: Kind,
  count: number,
): number {
  const runs = parties[0]?.[kind].length ?? 0;
  const seconds = Array.from({ length: runs }, (_, run) =>
    Math.max(...parties.map((party) => party[kind][run] as number)),
  );
  return count / (seconds.toSorted((a, b) => a - b)[runs >> 1] as number);
}

/** What each party took, in seconds. */
async function partiesOf<Kind extends string>(
  role: string,
  n: number,
  numbers: readonly number[],
): Promise<readonly Readonly<Record<Kind, readonly number[]>>[]> {
  const children: ChildProcess[] = [];
  const start = (...args: string[]): Promise<unknown> => {
    const child = fork(script, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    children.push(child);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('a process of jiff-mpc did not answer')), WAIT_MS);
      child.once('message', (answer) => (clearTimeout(timer), resolve(answer)));
      child.once('exit', () => (clearTimeout(timer), reject(new Error('a process of jiff-mpc ended early'))));
    });
  };
  try {
    const { port } = (await start('server')) as { port: number };
    const args = [role, ...[port, ...numbers].map(String)];
    return (await Promise.all(Array.from({ length: n }, () => start(...args)))) as Record<Kind, number[]>[];
  } finally {
    for (const child of children) if (child.exitCode === null) child.kill();
  }
}
