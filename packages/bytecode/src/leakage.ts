/**
 * How much a run tells, in bits, by trying every input there is: log₂ of the number of outputs, which is the min-capacity of a deterministic program (Smith, FoSSaCS 2009, §4). Twice: in all; and about
 * one owner, whatever the others put in and if they all tell it (the largest number of outputs that his inputs alone can bring about). Exact, and only for small domains.
 */
import { toHex } from '@enigma/crypto';
import { evaluate, plainOf, type PlainInputs } from './evaluate.ts';
import { fieldBytes } from './layout.ts';
import { LEAKAGE_CASES_MAX } from './limits.ts';
import type { TypeRef } from './module.ts';
import { accept, refuse, type Outcome } from './refusal.ts';
import type { InboxEntry } from './run.ts';
import { boundsOf } from './types.ts';
import { fromLeaves, leafTypesOf, type Value } from './value.ts';
import type { Verified } from './verify.ts';

/** The public surroundings of the run; secret arguments and entries are what is tried. */
export interface LeakageTerms extends Pick<PlainInputs, 'state' | 'context' | 'openMode'> {
  /** Of the public parameters, by index; those of secret ones are not looked at. */
  readonly args?: readonly Value<bigint>[];
  /** Entries in the inbox, each of another sender. */
  readonly entries: number;
  /** Only inputs from zero to here, where their types have more. */
  readonly upTo?: bigint;
}

export interface Leakage {
  /** Inputs that were tried. */
  readonly cases: number;
  /** Different outputs for everyone among them; and for the caller, who sees what is for him alone besides. */
  readonly outputs: number;
  readonly callerOutputs: number;
  /** log₂ of `outputs`. */
  readonly bits: number;
  /** The most that everyone learns about one owner, of the bits that his inputs have. */
  readonly ownerBits: number;
  readonly ownerHas: number;
}

interface Leaf {
  readonly owner: number;
  readonly low: bigint;
  readonly size: number;
}

/** Refused where there are too many inputs to try, and where the run draws random values: the count is of programs that do the same each time. */
export function leakageOf(verified: Verified, fn: number, terms: LeakageTerms): Outcome<Leakage> {
  if (verified.functions[fn]?.effects.draw === true) return refuse('E-KIND', { what: 'random draws' });
  const leaves = leavesTried(verified, fn, terms);
  const cases = leaves.reduce((product, { size }) => product * size, 1);
  if (cases > LEAKAGE_CASES_MAX) return refuse('E-LIMIT', { what: 'inputs to try', max: LEAKAGE_CASES_MAX });
  const ids = new Map<string, number>();
  const callers = new Set<string>();
  const outputs = new Uint32Array(cases);
  for (let one = 0; one < cases; one++) {
    const { everyone, caller } = outputOf(verified, fn, terms, valuesAt(leaves, one));
    const known = ids.get(everyone) ?? ids.size;
    ids.set(everyone, known);
    callers.add(`${everyone} ${caller}`);
    outputs[one] = known;
  }
  let [most, has] = [1, 1];
  for (const owner of new Set(leaves.map((leaf) => leaf.owner))) {
    most = Math.max(most, outputsOfOwner(leaves, outputs, owner));
    has = Math.max(has, ownSize(leaves, owner));
  }
  return accept({
    cases,
    outputs: ids.size,
    callerOutputs: callers.size,
    bits: Math.log2(ids.size),
    ownerBits: Math.log2(most),
    ownerHas: Math.log2(has),
  });
}

/** Owner 0 calls; entry i is of owner i + 1. */
function leavesTried({ module }: Verified, fn: number, { entries, upTo }: LeakageTerms): readonly Leaf[] {
  const tried = (owner: number, type: TypeRef): readonly Leaf[] =>
    leafTypesOf(module.types, type).map((leaf) => {
      const [least, most] = boundsOf(module.types, leaf);
      const [low, high] = upTo === undefined ? [least, most] : [0n, most < upTo ? most : upTo];
      return { owner, low, size: Number(high - low) + 1 };
    });
  const args = (module.functions[fn]?.params ?? []).filter(({ label }) => label === 's');
  const inbox = module.fields.find(({ kind }) => kind === 'inbox');
  return [
    ...args.flatMap(({ type }) => tried(0, type)),
    ...Array.from({ length: inbox === undefined ? 0 : entries }, (_, i) => tried(i + 1, inbox?.type ?? 0)).flat(),
  ];
}

/** Mixed radix, the first leaf fastest. */
function valuesAt(leaves: readonly Leaf[], index: number): readonly bigint[] {
  let rest = index;
  return leaves.map(({ low, size }) => {
    const digit = rest % size;
    rest = Math.floor(rest / size);
    return low + BigInt(digit);
  });
}

function ownSize(leaves: readonly Leaf[], owner: number): number {
  return leaves.reduce((size, leaf) => (leaf.owner === owner ? size * leaf.size : size), 1);
}

/** Most outputs that differ in nothing but this owner's inputs. */
function outputsOfOwner(leaves: readonly Leaf[], outputs: Uint32Array, owner: number): number {
  const own = offsets(leaves, (leaf) => leaf.owner === owner);
  const others = offsets(leaves, (leaf) => leaf.owner !== owner);
  let most = 1;
  for (const other of others) most = Math.max(most, new Set(own.map((place) => outputs[other + place])).size);
  return most;
}

/** What the values of some leaves add to an index, for each choice of them. */
function offsets(leaves: readonly Leaf[], counts: (leaf: Leaf) => boolean): readonly number[] {
  let stride = 1;
  let sums: readonly number[] = [0];
  for (const leaf of leaves) {
    const step = stride;
    if (counts(leaf)) sums = sums.flatMap((sum) => Array.from({ length: leaf.size }, (_, digit) => sum + step * digit));
    stride *= leaf.size;
  }
  return sums;
}

/** What everyone sees of the run, and what its caller sees besides, as texts that are equal where nothing differs. */
function outputOf(
  verified: Verified,
  fn: number,
  { args = [], entries, ...terms }: LeakageTerms,
  values: readonly bigint[],
): { readonly everyone: string; readonly caller: string } {
  const { module } = verified;
  let next = 0;
  const params = module.functions[fn]?.params ?? [];
  const given = params.map(({ type, label }, i) =>
    label === 's' ? fromLeaves<bigint>(module.types, type, () => values[next++] as bigint) : (args[i] as Value<bigint>),
  );
  const inbox = module.fields.find(({ kind }) => kind === 'inbox');
  const width = inbox === undefined ? 0 : leafTypesOf(module.types, inbox.type).length;
  const list = Array.from({ length: width === 0 ? 0 : entries }, (_, i): InboxEntry<bigint> => {
    const own = values.slice(next + i * width, next + (i + 1) * width);
    return { sender: BigInt(i + 1), index: BigInt(i), height: 0n, values: own };
  });
  const { outcome, opened, sent } = evaluate(verified, fn, { ...terms, args: given, inbox: list });
  const shown = (leaves: readonly { readonly scalar: Parameters<typeof plainOf>[0] }[]): string =>
    leaves.map(({ scalar }) => plainOf(scalar)).join();
  if (outcome.status !== 'ok') {
    const facts = outcome.status === 'revert' ? [outcome.code, ...outcome.facts] : [outcome.argument];
    return { everyone: [outcome.status, ...facts, ...opened.flatMap((one) => one.values)].join(), caller: '' };
  }
  const told = outcome.events.flatMap(({ error, facts }) => [error, ...facts]);
  const state = fieldBytes(module, outcome.state).map(toHex);
  return {
    everyone: [shown(outcome.outputs.everyone), opened.flatMap((one) => one.values), told, state].join(';'),
    caller: [shown(outcome.outputs.caller), sent.flatMap((one) => one.values)].join(';'),
  };
}
