// What a release tells beyond one answer, because it can be asked for again: after every change, or with other arguments. The policy says it; nothing refuses it yet.
import { propagate, type Bits } from './flow.ts';
import * as limits from './limits.ts';
import { reachedFrom } from './effects.ts';
import { runsOnce } from './once.ts';
import { meter, Refused } from './refusal.ts';
import type { Verified } from './verify.ts';

export interface Repeats {
  /** Everyone may see it again after every change: what two results differ by tells what came between. */
  readonly again: boolean;
  /** Whoever calls chooses arguments that it depends on, besides what others put in, and may try others. */
  readonly steered: boolean;
}

/** By release site. */
export function repeatsOf(verified: Verified): readonly Repeats[] {
  const { module, provenance } = verified;
  const steered = steeredSites(verified);
  const roots = module.functions.flatMap(({ kind }, f) => (kind === 'call' || kind === 'read' ? [f] : []));
  const repeated = new Set(
    roots.filter((root) => !runsOnce(module, root)).flatMap((root) => [...reachedFrom(module, root)]),
  );
  return module.releases.map(({ kind }, site) => {
    const place = provenance.sites[site];
    const others =
      place !== undefined &&
      !place.ownerOnly &&
      place.sources.some((one) => provenance.sources[one]?.owner !== 'nobody');
    const more = others && repeated.has(place.function);
    return { again: more && kind === 'reveal', steered: more && steered.has(site) };
  });
}

/** Sites to which an argument of the call comes, by value or by condition; none where that takes too many steps to say. */
function steeredSites({ module }: Verified): ReadonlySet<number> {
  const sites = new Set<number>();
  const reach = (site: number, bits: Bits): void => {
    if (bits !== 0n) sites.add(site);
  };
  try {
    const results = propagate(
      module,
      {
        param: (f) => (module.functions[f]?.kind === 'call' || module.functions[f]?.kind === 'read' ? 1n : 0n),
        control: (bits) => bits,
        argument: (bits) => bits,
        value(_, { op, immediates }, operands, control) {
          const bits = operands.reduce((sum, one) => sum | one, control);
          if (op === 'reveal' || op === 'send') reach(immediates[0] as number, bits);
          return bits;
        },
      },
      meter(limits.VERIFY_STEPS_MAX),
    );
    module.functions.forEach((fn, f) =>
      fn.results.forEach(({ release }, i) => {
        if (release !== undefined) reach(release, results[f]?.[i] ?? 0n);
      }),
    );
    return sites;
  } catch (error) {
    if (error instanceof Refused) return new Set();
    throw error;
  }
}
