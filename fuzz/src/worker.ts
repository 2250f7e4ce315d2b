// A thread that runs one decoder on a range of its inputs. It tells where it is in shared memory, so that whoever waits sees an input that does not end.
import { parentPort, workerData } from 'node:worker_threads';
import { countBuffers } from './allocations.ts';
import { loadDecoder } from './find.ts';
import { inputsOf } from './inputs.ts';
import { judge, type Fault } from './judge.ts';

export type Job =
  | { readonly file: string; readonly name: string; readonly seed: string; readonly from: number; readonly to: number }
  | { readonly file: string; readonly name: string; readonly input: Uint8Array };

export type Done =
  | {
      readonly taken: number;
      readonly refused: number;
      readonly fault?: Fault & { readonly input: Uint8Array; readonly index: number };
    }
  | { readonly failed: string };

/** Place of the number of the input in hand; below zero while there is none. */
const AT = 0;

async function run(job: Job, at: Int32Array): Promise<Done> {
  const decoder = await loadDecoder(job.file, job.name);
  const inputs = 'input' in job ? undefined : inputsOf(decoder, job.seed);
  const [from, to] = 'input' in job ? [0, 1] : [job.from, job.to];
  let taken = 0;
  let refused = 0;
  for (let index = from; index < to; index++) {
    const input = 'input' in job ? job.input : (inputs?.at(index) as Uint8Array);
    Atomics.store(at, AT, index);
    const judged = await judge(decoder, input);
    if (judged === 'taken') taken++;
    else if (judged === 'refused') refused++;
    else return { taken, refused, fault: { ...judged, input, index } };
  }
  return { taken, refused };
}

countBuffers();
parentPort?.on('message', (job: Job) => {
  const at = new Int32Array((workerData as { readonly at: SharedArrayBuffer }).at);
  void run(job, at)
    .catch((error: unknown): Done => ({
      failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }))
    .then((done) => {
      Atomics.store(at, AT, -1);
      parentPort?.postMessage(done);
    });
});
