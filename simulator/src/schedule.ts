// Virtual time: a queue of things to happen, by time and, at one time, in the order in which they were asked for. The seed is the only source of chance.
import { readLE, seededRandom, u64le, hashOf, concat, utf8 } from '@enigma/crypto';

interface Due {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

export interface Schedule {
  nowMs(): number;
  after(delayMs: number, run: () => void | Promise<void>): void;
  /** Runs what is due, one after another, until `done` or the time is up. True if done. */
  runUntil(done: () => boolean, limitMs: number): Promise<boolean>;
  /** Uniform in [0, 1). */
  chance(): number;
  random(byteLength: number): Uint8Array;
  /** Mixes what happened into the trace; same seed, same trace. */
  note(...parts: readonly (string | number | Uint8Array)[]): void;
  trace(): Uint8Array;
  events(): number;
}

export function createSchedule(seed: string): Schedule {
  const queue: Due[] = [];
  const random = seededRandom(`enigma simulation ${seed}`);
  let nowMs = 1_000_000;
  let order = 0;
  let events = 0;
  let trace: Uint8Array = hashOf('enigma.simulation.trace.v1', utf8(seed));

  function push(due: Due): void {
    queue.push(due);
    let at = queue.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(queue[at] as Due, queue[parent] as Due)) break;
      swap(queue, at, parent);
      at = parent;
    }
  }

  function pop(): Due | undefined {
    const first = queue[0];
    const last = queue.pop();
    if (first === undefined || last === undefined || queue.length === 0) return first;
    queue[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < queue.length && before(queue[child] as Due, queue[least] as Due)) least = child;
      }
      if (least === at) return first;
      swap(queue, at, least);
      at = least;
    }
  }

  return {
    nowMs: () => nowMs,
    after: (delayMs, run) => push({ atMs: nowMs + delayMs, order: order++, run }),
    async runUntil(done, limitMs) {
      const end = nowMs + limitMs;
      while (!done()) {
        const next = pop();
        if (next === undefined || next.atMs > end) {
          if (next !== undefined) push(next);
          // The time is up also where nothing happened meanwhile.
          nowMs = end;
          return false;
        }
        nowMs = next.atMs;
        events++;
        await next.run();
      }
      return true;
    },
    chance: () => Number(readLE(random(6))) / 2 ** 48,
    random,
    note(...parts) {
      const bytes = parts.map((part) =>
        typeof part === 'number' ? u64le(BigInt(part)) : typeof part === 'string' ? utf8(part) : part,
      );
      trace = hashOf('enigma.simulation.step.v1', trace, concat(u64le(BigInt(Math.floor(nowMs * 1000)))), ...bytes);
    },
    trace: () => trace,
    events: () => events,
  };
}

function before(a: Due, b: Due): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

function swap(queue: Due[], a: number, b: number): void {
  const held = queue[a] as Due;
  queue[a] = queue[b] as Due;
  queue[b] = held;
}
