// How much garbage the process may hold before the collector marks its whole heap. A session makes vectors by the megabyte, which lie outside the heap but count: with the heap as
// small as ours V8 would begin a marking of everything that lives each time some twenty megabytes of vectors had been made, and that took half of a seat's time (docs/performance.md).
import { setFlagsFromString } from 'node:v8';

/** Garbage, in percent of what lives, at which the heap is marked. A node's heap holds some 20 MB, so that is 60 MB; V8's own bound of 64 MB for vectors stands. */
const growthPercent = 300;

/** For the whole process; takes effect with the next collection. */
export function collectLessOften(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
