// Whose secrets reach which release: sources as bits, through values, fields, calls and the conditions above them.
import type { Module } from './module.ts';
import type { Effects } from './effects.ts';
import { propagate, type Bits } from './flow.ts';
import * as limits from './limits.ts';
import { opcodes } from './opcodes.ts';
import { Refused, type Meter } from './refusal.ts';
import { holdsSecret } from './types.ts';

/** One origin of secrets: an argument of a function, the entries of the inbox, or the tape. */
export interface Source {
  /** `bid.amount` for an argument, `ballots` for an inbox, `random draws` for the tape. */
  readonly name: string;
  readonly owner: 'sender' | 'contract' | 'each sender' | 'nobody';
}

export interface SiteProvenance {
  /** Indices into `sources`, ascending. */
  readonly sources: readonly number[];
  /** Nothing but secret arguments of this very call: its sender knows it all already. */
  readonly ownerOnly: boolean;
  /** Function of the site, by index. */
  readonly function: number;
}

export interface Provenance {
  readonly sources: readonly Source[];
  /** Sources that may stand in each field, by field. */
  readonly fields: readonly (readonly number[])[];
  /** By release site. */
  readonly sites: readonly SiteProvenance[];
}

export function sourcesOf(module: Module, effects: readonly Effects[], meter: Meter): Provenance {
  const sources: Source[] = [];
  const bitOf = new Map<string, Bits>();
  const add = (key: string, source: Source): void => {
    if (sources.length >= limits.SOURCES_MAX)
      throw new Refused('E-LIMIT', { what: 'sources', max: limits.SOURCES_MAX });
    bitOf.set(key, 1n << BigInt(sources.length));
    sources.push(source);
  };
  module.functions.forEach((fn, f) => {
    if (fn.kind === 'internal') return;
    fn.params.forEach((param, i) => {
      if (param.label === 's' || holdsSecret(module.types, param.type))
        add(`${f}.${i}`, { name: `${fn.name}.${param.name}`, owner: param.owner });
    });
  });
  module.fields.forEach((field, i) => {
    if (field.kind === 'inbox') add(`inbox ${i}`, { name: field.name, owner: 'each sender' });
  });
  if (effects.some(({ draw }) => draw)) add('tape', { name: 'random draws', owner: 'nobody' });
  // Beyond the sources one bit says "was read from a field": then it may be another call's argument of the same name.
  const stored: Bits = 1n << BigInt(sources.length);

  const fields = module.fields.map((): Bits => 0n);
  const sites = module.releases.map((): Bits => 0n);
  const siteFunctions = module.releases.map((): number => -1);
  const reach = (site: number, fn: number, bits: Bits): void => {
    if (sites[site] === undefined) return;
    sites[site] |= bits;
    siteFunctions[site] = fn;
  };
  let settled = false;
  let results: readonly (readonly Bits[])[] = [];
  // Fields feed back into reads: repeat until no field grows. The walk inside is monotone in them.
  while (!settled) {
    const before = fields.join();
    results = propagate(
      module,
      {
        param: (f, i) => bitOf.get(`${f}.${i}`) ?? 0n,
        control: (bits) => bits,
        argument: (bits) => bits,
        value(f, { op, immediates }, operands, control) {
          const joined = operands.reduce((sum, bits) => sum | bits, control);
          const index = immediates[0] as number;
          if (opcodes[op].immediates[0] === 'field' && op !== 'inbox.take') {
            // What a map holds and which keys it has are one source: a key's presence may have been decided by what else is there.
            if (opcodes[op].effect === 'state' && fields[index] !== undefined) fields[index] |= joined & ~stored;
            return joined | (fields[index] ?? 0n) | stored;
          }
          if (opcodes[op].effect === 'draw') return joined | (bitOf.get('tape') ?? 0n);
          if (op === 'inbox.take') return joined | (bitOf.get(`inbox ${index}`) ?? 0n);
          if (op === 'reveal' || op === 'send') reach(index, f, joined);
          return joined;
        },
      },
      meter,
    );
    settled = fields.join() === before;
  }
  module.functions.forEach((fn, f) => {
    fn.results.forEach((result, i) => {
      if (result.release !== undefined) reach(result.release, f, results[f]?.[i] ?? 0n);
    });
  });

  const indices = (bits: Bits): number[] => sources.flatMap((_, i) => ((bits >> BigInt(i)) & 1n ? [i] : []));
  return {
    sources,
    fields: fields.map(indices),
    sites: sites.map((bits, site) => {
      const fn = siteFunctions[site] as number;
      const own = module.functions[fn]?.params.reduce((sum, _, i) => sum | (bitOf.get(`${fn}.${i}`) ?? 0n), 0n) ?? 0n;
      return {
        sources: indices(bits),
        ownerOnly: (bits & ~own) === 0n && module.functions[fn]?.kind === 'call',
        function: fn,
      };
    }),
  };
}
