// Loaded into each node of a soak by NODE_OPTIONS=--import: writes what lives in its heap after each marking of the whole heap to `heap.json` in the node's folder. No node code knows of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';

const at = process.argv.indexOf('--folder');
const folder = process.argv[at + 1];
if (at > 0 && folder !== undefined && process.argv[1]?.endsWith('main.ts') === true) {
  let marked = 0;
  const isMajor = (entry: PerformanceEntry): boolean =>
    (entry as { readonly detail?: { readonly kind?: number } }).detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
  new PerformanceObserver((list) => {
    if (!list.getEntries().some(isMajor)) return;
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    writeFileSync(join(folder, 'heap.json'), JSON.stringify({ marked: ++marked, heapUsed, arrayBuffers }));
  }).observe({ entryTypes: ['gc'] });
}
