// How the process is: memory, and how late it gets to its work. A session computes for a while without looking up, so that a lag of a second is nothing; one of ten says that the machine has too little.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { lagWindowMs } from '../limits.ts';
import type { Sample } from '../metrics.ts';

export interface Vitals {
  samples(): readonly Sample[];
  stop(): void;
}

export function watchVitals(): Vitals {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let last = 0;
  const p99 = (): number => Math.max(0, delay.percentile(99) / 1e9);
  const timer = setInterval(() => {
    last = p99();
    delay.reset();
  }, lagWindowMs);
  timer.unref();
  return {
    samples: () => [
      // Of this window or the one before, whichever was worse: a reader who comes just after a window began sees it too.
      { name: 'enigma_event_loop_lag_p99_seconds', value: Math.max(last, p99()) },
      { name: 'enigma_resident_bytes', value: process.memoryUsage.rss() },
    ],
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
