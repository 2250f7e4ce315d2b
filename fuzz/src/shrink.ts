// A shorter input with the same fault: stretches are taken out, then bytes made zero, as long as the fault stays one of its kind.
import { SHRINK_MS } from './limits.ts';

export interface Shrunk {
  readonly input: Uint8Array;
  readonly tries: number;
}

/** `fails` says whether an input still has the fault; it is asked `triesMax` times at most, and not again after `untilMs`. */
export async function shrink(
  input: Uint8Array,
  fails: (input: Uint8Array) => Promise<boolean>,
  triesMax: number,
  untilMs: number = performance.now() + SHRINK_MS,
): Promise<Shrunk> {
  let best = input;
  let tries = 0;
  const attempt = async (next: Uint8Array): Promise<boolean> => {
    if (tries >= triesMax || performance.now() > untilMs) return false;
    tries++;
    if (!(await fails(next))) return false;
    best = next;
    return true;
  };
  for (let size = best.length >> 1; size >= 1 && tries < triesMax; size >>= 1) {
    for (let at = 0; at < best.length && tries < triesMax;) {
      const without = new Uint8Array(best.length - Math.min(size, best.length - at));
      without.set(best.subarray(0, at));
      without.set(best.subarray(at + size), at);
      if (!(await attempt(without))) at += size;
    }
  }
  for (let at = 0; at < best.length && tries < triesMax; at++) {
    if (best[at] === 0) continue;
    const zeroed = best.slice();
    zeroed[at] = 0;
    await attempt(zeroed);
  }
  return { input: best, tries };
}
