// Runs jobs in a worker and watches it: an input that does not end, or ends the worker, is a fault like any other.
import { Worker } from 'node:worker_threads';
import type { Found } from './find.ts';
import { inputsOf } from './inputs.ts';
import type { Fault } from './judge.ts';
import { BEGIN_MS, HANG_MS, HEAP_MB, JOB_INPUTS } from './limits.ts';
import type { Done, Job } from './worker.ts';

export interface Hunt {
  readonly taken: number;
  readonly refused: number;
  readonly fault?: Fault & { readonly input: Uint8Array; readonly index: number };
}

export interface Range {
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

export interface Hunter {
  /** Every input of the range, or until the first fault. */
  hunt(found: Found, range: Range, onJob?: (inputs: number) => void): Promise<Hunt>;
  /** One input. */
  try(
    found: Pick<Found, 'file'> & { readonly decoder: { readonly name: string } },
    input: Uint8Array,
    hangMs?: number,
  ): Promise<Fault | undefined>;
  close(): Promise<void>;
}

export interface HunterOptions {
  readonly hangMs?: number;
  readonly heapMb?: number;
}

const LOOK_MS = 20;

export function createHunter({ hangMs = HANG_MS, heapMb = HEAP_MB }: HunterOptions = {}): Hunter {
  let worker: Worker | undefined;
  const shared = new SharedArrayBuffer(4);
  const at = new Int32Array(shared);

  function begin(): Worker {
    at[0] = -1;
    return new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { at: shared },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      // What a decoder prints is not for the reader of a report.
      stdout: true,
      stderr: true,
    });
  }

  function end(): Promise<unknown> {
    const old = worker;
    worker = undefined;
    return old === undefined ? Promise.resolve() : old.terminate();
  }

  /** The worker's answer, or what became of it at which input. */
  function run(job: Job, limitMs: number): Promise<Done | { readonly fault: Fault; readonly index: number }> {
    const one = (worker ??= begin());
    return new Promise((resolve) => {
      let seen = -1;
      let since = performance.now();
      const settle = (done: Done | { readonly fault: Fault; readonly index: number }): void => {
        clearInterval(look);
        one.off('message', settle).off('error', failed).off('exit', ended);
        resolve(done);
      };
      const lost = (kind: 'hangs' | 'dies', what: string): void => {
        const index = Atomics.load(at, 0);
        settle({ fault: { kind, what }, index });
        void end();
      };
      const look = setInterval(() => {
        const now = Atomics.load(at, 0);
        if (now !== seen) [seen, since] = [now, performance.now()];
        else if (performance.now() - since > (now < 0 ? BEGIN_MS : limitMs))
          lost('hangs', `no end after ${limitMs} ms`);
      }, LOOK_MS);
      const failed = (error: Error): void => lost('dies', error.message);
      const ended = (code: number): void => lost('dies', `the thread ended with ${code}`);
      one.on('message', settle).on('error', failed).on('exit', ended);
      one.postMessage(job);
    });
  }

  return {
    async hunt({ file, decoder }, { seed, from, to }, onJob) {
      let taken = 0;
      let refused = 0;
      for (let first = from; first < to; first += JOB_INPUTS) {
        const job = { file, name: decoder.name, seed, from: first, to: Math.min(to, first + JOB_INPUTS) };
        const done = await run(job, hangMs);
        if ('failed' in done) throw new Error(`${decoder.name}: ${done.failed}`);
        if ('index' in done) {
          if (done.index < 0) throw new Error(`${decoder.name}: ${done.fault.what}, before its first input`);
          const input = inputsOf(decoder, seed).at(done.index);
          return { taken, refused, fault: { ...done.fault, input, index: done.index } };
        }
        taken += done.taken;
        refused += done.refused;
        if (done.fault !== undefined) return { taken, refused, fault: done.fault };
        onJob?.(job.to - job.from);
      }
      return { taken, refused };
    },
    async try({ file, decoder }, input, limitMs = hangMs) {
      const done = await run({ file, name: decoder.name, input }, limitMs);
      if ('failed' in done) throw new Error(`${decoder.name}: ${done.failed}`);
      return done.fault;
    },
    async close() {
      await end();
    },
  };
}
