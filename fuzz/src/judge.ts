// What one input did: it was taken or refused, or the decoder broke a promise. Runs where the decoder runs; a hang is seen from outside (hunt.ts).
import { getHeapStatistics } from 'node:v8';
import { bytesMade } from './allocations.ts';
import type { Decoder, Verdict } from './decoder.ts';
import { ALLOCATED_MAX, ALLOCATED_PER_BYTE, CPU_MS_MAX, SUSPECT_MS } from './limits.ts';

export type FaultKind = 'throws' | 'hangs' | 'allocates' | 'twoEncodings' | 'dies';

export interface Fault {
  readonly kind: FaultKind;
  /** What was thrown, how much was allocated, what it encodes to. */
  readonly what: string;
}

export type Judged = 'taken' | 'refused' | Fault;

const RUNS = 3;

export async function judge(decoder: Decoder, bytes: Uint8Array): Promise<Judged> {
  const first = await once(decoder, bytes);
  if (typeof first.judged !== 'string') return first.judged;
  const most = (decoder.allocatesMax ?? ALLOCATED_MAX) + ALLOCATED_PER_BYTE * bytes.length;
  let { allocated } = first;
  // Tables and compiled code that the first run leaves behind are nobody's input: the least of some runs counts.
  for (let run = 1; run < RUNS && allocated > most; run++)
    allocated = Math.min(allocated, (await once(decoder, bytes)).allocated);
  if (allocated > most)
    return { kind: 'allocates', what: `${allocated} bytes for an input of ${bytes.length}; ${most} are allowed` };
  if (first.wallMs < SUSPECT_MS) return first.judged;
  let cpuMs = Infinity;
  for (let run = 1; run < RUNS && cpuMs > CPU_MS_MAX; run++)
    cpuMs = Math.min(cpuMs, (await once(decoder, bytes)).cpuMs);
  return cpuMs > CPU_MS_MAX
    ? { kind: 'hangs', what: `${Math.round(cpuMs)} ms of processor time; ${CPU_MS_MAX} are allowed` }
    : first.judged;
}

interface Once {
  readonly judged: Judged;
  readonly allocated: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function once(decoder: Decoder, bytes: Uint8Array): Promise<Once> {
  // Its own, at no particular place in memory: decoders hand out views.
  const input = bytes.slice();
  const before = memory();
  const cpu = process.threadCpuUsage();
  const start = performance.now();
  let judged: Judged;
  try {
    const given = decoder.decode(input);
    judged = verdictOf(given instanceof Promise ? await given : given, bytes);
  } catch (error) {
    judged = { kind: 'throws', what: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  const wallMs = performance.now() - start;
  const allocated = memory() - before;
  if (wallMs < SUSPECT_MS) return { judged, allocated, wallMs, cpuMs: 0 };
  const { user, system } = process.threadCpuUsage(cpu);
  return { judged, allocated, wallMs, cpuMs: (user + system) / 1000 };
}

function verdictOf(verdict: Verdict, bytes: Uint8Array): Judged {
  if (!verdict.taken) return 'refused';
  const { again } = verdict;
  if (again === undefined || (again.length === bytes.length && again.every((byte, i) => byte === bytes[i])))
    return 'taken';
  return { kind: 'twoEncodings', what: `taken, and encodes to ${hexOf(again.subarray(0, 200))}` };
}

/** All that was ever asked for, on the heap and beside it. */
function memory(): number {
  const { total_allocated_bytes: heap } = getHeapStatistics() as { readonly total_allocated_bytes?: number };
  if (heap === undefined) throw new Error('this Node.js does not count what a heap is asked for');
  return heap + bytesMade();
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
