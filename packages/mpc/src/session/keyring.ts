// The seat's keys: one chain per T-set and purpose, one pairwise chain per other seat and purpose. On disk as one blob that is replaced
// whenever a chain moves, so that a key that was passed is gone.
//
// A step that this seat did not take part in stays as a skipped step until its session is followed or known to be dead: its key is
// needed to follow by the record, and its seeds cannot be made before the session's slot is known.
import { setsHeldBy } from '@enigma/crypto';
import { type Chain, nextChain, seedOf, startChain } from '../chains.ts';
import type { SeedKind } from '../context.ts';
import { SKIPPED_STEPS_MAX, STEPS_AHEAD_MAX } from './limits.ts';
import type { SessionPorts } from './ports.ts';
import { Reader, Writer } from './wire.ts';

/** task = the `output` chain of a session of tasks; pool = of a batch. Each has its pairwise twin. */
export type Purpose = 'pool' | 'task';

interface Track {
  step: number;
  /** By T-set, then by other seat. */
  sets: Map<number, Chain>;
  pairs: Map<number, Chain>;
  skipped: Map<number, { sets: Map<number, Chain>; pairs: Map<number, Chain> }>;
}

export interface Keyring {
  readonly tracks: Record<Purpose, Track>;
  readonly mask: Map<number, Uint8Array>;
}

const BLOB = 'keys';
const PURPOSES: readonly Purpose[] = ['pool', 'task'];

export function createKeyring(
  setKeys: ReadonlyMap<number, Uint8Array>,
  pairKeys: ReadonlyMap<number, Uint8Array>,
): Keyring {
  const track = (purpose: Purpose): Track => ({
    step: 0,
    sets: new Map([...setKeys].map(([set, key]) => [set, startChain(purpose === 'pool' ? 'pool' : 'output', key)])),
    pairs: new Map([...pairKeys].map(([seat, key]) => [seat, startChain('zero', purposeKey(key, purpose))])),
    skipped: new Map(),
  });
  const mask = new Map(
    [...setKeys].map(([set, key]) => [set, seedOf(startChain('mask', key), 'period', new Uint8Array(4))]),
  );
  return { tracks: { pool: track('pool'), task: track('task') }, mask };
}

function purposeKey(key: Uint8Array, purpose: Purpose): Uint8Array {
  return seedOf({ name: 'zero', step: 0, key }, purpose, new Uint8Array(0));
}

/** Moves a track to just behind `step` and returns that step's keys; undefined where they are gone. */
export function takeStep(ring: Keyring, purpose: Purpose, step: number): StepKeys | undefined {
  const track = ring.tracks[purpose];
  while (track.step <= step) {
    track.skipped.set(track.step, { sets: track.sets, pairs: track.pairs });
    track.sets = mapValues(track.sets, nextChain);
    track.pairs = mapValues(track.pairs, nextChain);
    track.step++;
    for (const oldest of track.skipped.keys()) {
      if (track.skipped.size <= SKIPPED_STEPS_MAX) break;
      track.skipped.delete(oldest);
    }
  }
  return track.skipped.get(step);
}

export interface StepKeys {
  readonly sets: ReadonlyMap<number, Chain>;
  readonly pairs: ReadonlyMap<number, Chain>;
}

/** The step's keys are no longer needed: seeds exist, or its session is dead. */
export function dropStep(ring: Keyring, purpose: Purpose, step: number): void {
  ring.tracks[purpose].skipped.delete(step);
}

/** Our own mark counts too: it rises with every proposal that fails, and the chain moves only with one that runs. */
export function stepInReach(ring: Keyring, purpose: Purpose, step: bigint, mark: bigint): boolean {
  const at = BigInt(ring.tracks[purpose].step);
  return step < (mark > at ? mark : at) + STEPS_AHEAD_MAX;
}

/** In the order in which a seat's seeds are written. */
export const SEED_KINDS: readonly SeedKind[] = [
  'triple',
  'and',
  'dabit',
  'product',
  'coin',
  'random',
  'output',
  'draw',
];

/** Seeds of one session attempt: all that is kept once the step's key is gone, and all that is ever shown of a failed batch. */
export interface SessionSeeds {
  /** By T-set: one seed a kind, in the order of SEED_KINDS. */
  readonly sets: ReadonlyMap<number, readonly Uint8Array[]>;
  readonly pairs: ReadonlyMap<number, Uint8Array>;
}

export function seedsOf(keys: StepKeys, slot: Uint8Array): SessionSeeds {
  return {
    sets: mapValues(keys.sets, (chain) => SEED_KINDS.map((kind) => seedOf(chain, kind, slot))),
    pairs: mapValues(keys.pairs, (chain) => seedOf(chain, 'zero', slot)),
  };
}

export function seedsOfKind(seeds: SessionSeeds, kind: SeedKind): ReadonlyMap<number, Uint8Array> {
  return mapValues(seeds.sets, (all) => all[SEED_KINDS.indexOf(kind)] as Uint8Array);
}

export function encodeSeeds(seeds: SessionSeeds): Uint8Array {
  return new Writer()
    .list([...seeds.sets], (w, [set, all]) => {
      w.uint(set, 4);
      for (const seed of all) w.raw(seed);
    })
    .list([...seeds.pairs], (w, [seat, seed]) => w.uint(seat, 1).raw(seed))
    .done();
}

export function decodeSeeds(bytes: Uint8Array): SessionSeeds | undefined {
  const r = new Reader(bytes);
  const sets = r.list(0xffff, (each) => [each.uint(4), SEED_KINDS.map(() => each.raw(16))] as const);
  const pairs = r.list(32, (each) => [each.uint(1), each.raw(16)] as const);
  const seeds = { sets: new Map(sets), pairs: new Map(pairs) };
  // Twice the same set would be another spelling of one of them.
  const once = seeds.sets.size === sets.length && seeds.pairs.size === pairs.length;
  return r.done() && once ? seeds : undefined;
}

/** The one encoding of a set's seeds, which is hashed at the start of a batch. */
export function setSeedBytes(seeds: readonly Uint8Array[]): Uint8Array {
  const w = new Writer();
  for (const seed of seeds) w.raw(seed);
  return w.done();
}

export function setSeedsFromBytes(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  return bytes.length === 16 * SEED_KINDS.length
    ? SEED_KINDS.map((_, k) => bytes.slice(16 * k, 16 * k + 16))
    : undefined;
}

export function saveKeyring(ring: Keyring, ports: SessionPorts): void {
  const chains = (w: Writer, map: ReadonlyMap<number, Chain>): unknown =>
    w.list([...map], (each, [id, chain]) => each.uint(id, 4).uint(chain.step, 4).raw(chain.key));
  const w = new Writer();
  for (const purpose of PURPOSES) {
    const track = ring.tracks[purpose];
    w.uint(track.step, 4);
    chains(w, track.sets);
    chains(w, track.pairs);
    w.list([...track.skipped], (each, [step, keys]) => {
      each.uint(step, 4);
      chains(each, keys.sets);
      chains(each, keys.pairs);
    });
  }
  w.list([...ring.mask], (each, [set, key]) => each.uint(set, 4).raw(key));
  ports.store(BLOB, w.done());
}

export function loadKeyring(ports: SessionPorts): Keyring | undefined {
  const bytes = ports.load(BLOB);
  if (!bytes) return undefined;
  const r = new Reader(bytes);
  const chains = (name: Chain['name']): Map<number, Chain> =>
    new Map(r.list(0xffff, () => [r.uint(4), { name, step: r.uint(4), key: r.raw(32) }] as const));
  const track = (purpose: Purpose): Track => {
    const name = purpose === 'pool' ? 'pool' : 'output';
    const step = r.uint(4);
    const sets = chains(name);
    const pairs = chains('zero');
    const skipped = new Map(
      r.list(SKIPPED_STEPS_MAX, () => [r.uint(4), { sets: chains(name), pairs: chains('zero') }] as const),
    );
    return { step, sets, pairs, skipped };
  };
  const ring: Keyring = { tracks: { pool: track('pool'), task: track('task') }, mask: new Map() };
  for (const [set, key] of r.list(0xffff, () => [r.uint(4), r.raw(16)] as const)) ring.mask.set(set, key);
  if (!r.done()) throw new Error('the keyring on disk is damaged');
  return ring;
}

export function keepMasks(ring: Keyring, masks: ReadonlyMap<number, Uint8Array>, ports: SessionPorts): void {
  for (const set of ring.mask.keys()) if (!masks.has(set)) throw new Error('a mask key is missing');
  for (const [set, key] of masks) ring.mask.set(set, key);
  saveKeyring(ring, ports);
}

/** T-sets whose keys a seat holds, and the other seats: what a keyring must have. */
export function expectedKeys(
  n: number,
  T: number,
  seat: number,
): { readonly sets: readonly number[]; readonly pairs: readonly number[] } {
  return {
    sets: setsHeldBy(n, T, seat),
    pairs: Array.from({ length: n }, (_, other) => other).filter((other) => other !== seat),
  };
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, each: (value: V) => W): Map<K, W> {
  return new Map([...map].map(([key, value]) => [key, each(value)]));
}
