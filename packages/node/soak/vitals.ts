// A node's process from outside, as Linux shows it (proc(5)): memory, open files, threads, disk; and what a row of such looks says.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Vitals {
  /** Since the run began. */
  readonly seconds: number;
  readonly rssBytes: number;
  /** What lived in its heap after it was last marked whole, and vectors outside; undefined before that, or where no heapTeller.ts is loaded. */
  readonly liveBytes: number | undefined;
  /** The file of signatures and marks, which are kept for ever. */
  readonly signedBytes: number;
  /** The file of everything else. */
  readonly diskBytes: number;
  /** SQLite's write-ahead logs of the two, which grow to some 4 MB each and are written over from there on. */
  readonly logBytes: number;
  readonly handles: number;
  readonly threads: number;
}

/** Of the memory of a process so much was in use at most. */
export function peakBytesOf(pid: number): number {
  return kibibytes(pid, 'VmHWM');
}

export function vitalsOf(pid: number, folder: string, seconds: number): Vitals {
  return {
    seconds,
    rssBytes: kibibytes(pid, 'VmRSS'),
    liveBytes: liveIn(folder),
    signedBytes: bytesIn(join(folder, 'data'), (name) => name === 'protection.db'),
    diskBytes:
      bytesIn(join(folder, 'data'), (name) => name === 'state.db') + bytesIn(join(folder, 'data', 'blobs'), () => true),
    logBytes: bytesIn(join(folder, 'data'), (name) => name.endsWith('-wal')),
    handles: readdirSync(`/proc/${pid}/fd`).length,
    threads: Number(field(pid, 'Threads')),
  };
}

/** Children of this process that have ended and that nobody has asked about. */
export function zombies(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in parentheses may hold anything.
        const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return state === 'Z' && Number(parent) === process.pid ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
}

/** The line of least squares through points (x, y), and how far it rises from the first x to the last, as a share of its value at the first. */
export function riseOf(points: readonly (readonly [x: number, y: number])[]): number {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) throw new Error('a line needs three points');
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanX, meanY] = [mean(([x]) => x), mean(([, y]) => y)];
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) /
    points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const atFirst = meanY + slope * (first[0] - meanX);
  return (slope * (last[0] - first[0])) / atFirst;
}

function kibibytes(pid: number, name: string): number {
  return 1024 * Number.parseInt(field(pid, name), 10);
}

function field(pid: number, name: string): string {
  const found = new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (found === undefined) throw new Error(`/proc/${pid}/status has no ${name}`);
  return found;
}

function liveIn(folder: string): number | undefined {
  try {
    const { heapUsed, arrayBuffers } = JSON.parse(readFileSync(join(folder, 'heap.json'), 'utf8')) as {
      heapUsed: number;
      arrayBuffers: number;
    };
    return heapUsed + arrayBuffers;
  } catch {
    return undefined;
  }
}

function bytesIn(folder: string, counts: (name: string) => boolean): number {
  return readdirSync(folder)
    .filter(counts)
    .reduce((sum, name) => {
      try {
        return sum + statSync(join(folder, name)).size;
      } catch {
        return sum;
      }
    }, 0);
}
