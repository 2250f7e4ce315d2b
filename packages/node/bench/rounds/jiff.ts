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

/** Its rate grows with the batch until about here; making its triples takes 10 ms each. */
const COUNT = 200;
const RESHARED = 1000;
const WAIT_MS = 120_000;
const script = new URL('../../../mpc/bench/jiff/process.ts', import.meta.url);

export async function jiffRates(n: number, T: number, runs: number): Promise<PeerRates> {
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
    const args = ['party', ...[port, n, T, COUNT, RESHARED, runs].map(String)];
    const parties = (await Promise.all(Array.from({ length: n }, () => start(...args)))) as Record<
      keyof PeerRates,
      number[]
    >[];
    const rate = (kind: keyof PeerRates): number => {
      const seconds = Array.from({ length: runs }, (_, run) =>
        Math.max(...parties.map((party) => party[kind][run] as number)),
      );
      return (kind === 'resharing' ? RESHARED : COUNT) / (seconds.toSorted((a, b) => a - b)[runs >> 1] as number);
    };
    return { online: rate('online'), preprocessed: rate('preprocessed'), resharing: rate('resharing') };
  } finally {
    for (const child of children) if (child.exitCode === null) child.kill();
  }
}
