// Pools of verified material on disk. Items of batch b of a kind stand at positions b · 2^32 … + count; a mark is the first position
// that is not burnt, and ranges are cut from usable batches at and after it, always the same way, so that all seats agree.
import { type FieldVector, concatVectors, vectorToBytes } from '@enigma/crypto';
import { type SharedBits, concatShared, sliceShared } from '../bits.ts';
import { PlanExceeded, type AndTriples, type DaBits, type Material, type Triples } from '../context.ts';
import { takeDaBits, takeTriples } from '../batches.ts';
import { wordsOf } from '../internal/words.ts';
import { BATCH_STRIDE } from './limits.ts';
import type { MaterialKind, MaterialRange, SessionPorts } from './ports.ts';
import { Reader, Writer } from './wire.ts';
import { type Demand, MATERIAL_OF, type PoolKind, type PoolStatus } from './work.ts';

export interface BatchEntry {
  readonly pool: PoolKind;
  readonly batch: number;
  readonly count: number;
  /** usable: OK of every seat of its live set. failed: a FAIL was signed, the number is dead. */
  readonly state: 'usable' | 'failed';
}

export interface Pools {
  readonly entries: BatchEntry[];
}

const INDEX = 'pools';
export const POOL_KINDS: readonly PoolKind[] = ['triple', 'and', 'daBit'];
const blobOf = (pool: PoolKind, batch: number): string => `pool/${pool}/${batch}`;

export function loadPools(ports: SessionPorts): Pools {
  const bytes = ports.load(INDEX);
  if (!bytes) return { entries: [] };
  const r = new Reader(bytes);
  const entries = r.list(0xffff, (each): BatchEntry => ({
    pool: POOL_KINDS[each.uint(1)] as PoolKind,
    batch: each.uint(4),
    count: each.uint(4),
    state: each.uint(1) === 1 ? 'usable' : 'failed',
  }));
  if (!r.done()) throw new Error('the index of pools on disk is damaged');
  return { entries };
}

export function addBatch(pools: Pools, ports: SessionPorts, entry: BatchEntry): void {
  if (pools.entries.some((one) => one.pool === entry.pool && one.batch === entry.batch)) return;
  pools.entries.push(entry);
  pools.entries.sort((a, b) => a.batch - b.batch);
  savePools(pools, ports);
  if (entry.state === 'failed') ports.store(blobOf(entry.pool, entry.batch), null);
}

function savePools(pools: Pools, ports: SessionPorts): void {
  const w = new Writer().list(pools.entries, (each, one) =>
    each
      .uint(POOL_KINDS.indexOf(one.pool), 1)
      .uint(one.batch, 4)
      .uint(one.count, 4)
      .uint(one.state === 'usable' ? 1 : 0, 1),
  );
  ports.store(INDEX, w.done());
}

/** The items of a batch, before its verdict is known: durable before this seat signs OK. */
export function storeItems(ports: SessionPorts, pool: PoolKind, batch: number, items: unknown): void {
  ports.store(blobOf(pool, batch), encodeItems(pool, items));
}

export function hasItems(ports: SessionPorts, pool: PoolKind, batch: number): boolean {
  return ports.load(blobOf(pool, batch)) !== undefined;
}

/** Ranges for a demand from the given marks on, or undefined where the usable batches do not hold enough. */
export function allocate(
  pools: Pools,
  marks: ReadonlyMap<MaterialKind, bigint>,
  demand: Demand,
): MaterialRange[] | undefined {
  const ranges: MaterialRange[] = [];
  for (const pool of POOL_KINDS) {
    let missing = BigInt(demand[pool] ?? 0);
    const kind = MATERIAL_OF[pool];
    const mark = marks.get(kind) ?? 0n;
    for (const entry of pools.entries) {
      if (missing === 0n || entry.pool !== pool || entry.state !== 'usable') continue;
      const first = BigInt(entry.batch) * BATCH_STRIDE;
      const start = mark > first ? mark : first;
      const end = first + BigInt(entry.count);
      if (start >= end) continue;
      const length = end - start < missing ? end - start : missing;
      ranges.push({ kind, start, length });
      missing -= length;
    }
    if (missing > 0n) return undefined;
  }
  return ranges;
}

/** Items of a batch as this committee makes them. */
export type BatchItems = Readonly<Record<PoolKind, number>>;

/** The first number that sessions can yet take from. What stands below it may be known no more. */
function firstOf(pools: Pools, pool: PoolKind, mark: bigint, items: BatchItems): number {
  const batch = Number(mark / BATCH_STRIDE);
  const known = pools.entries.find((one) => one.pool === pool && one.batch === batch);
  return mark % BATCH_STRIDE >= BigInt(known?.count ?? items[pool]) ? batch + 1 : batch;
}

export function poolStatus(pools: Pools, marks: ReadonlyMap<MaterialKind, bigint>, items: BatchItems): PoolStatus[] {
  return POOL_KINDS.map((pool) => {
    const mark = marks.get(MATERIAL_OF[pool]) ?? 0n;
    let available = 0;
    let nextBatch = firstOf(pools, pool, mark, items);
    for (const entry of pools.entries) {
      if (entry.pool !== pool) continue;
      nextBatch = Math.max(nextBatch, entry.batch + 1);
      const first = BigInt(entry.batch) * BATCH_STRIDE;
      const start = mark > first ? mark : first;
      const left = first + BigInt(entry.count) - start;
      if (entry.state === 'usable' && left > 0n) available += Number(left);
    }
    return { pool, available, nextBatch };
  });
}

/**
 * Numbers that we have neither as usable nor as failed, though others may take from them: before the last that we have, and up to one that a
 * proposal took from. Of the latter the first alone: it is the number that is made next in any case, whoever names another.
 */
export function lackingBatches(
  pools: Pools,
  marks: ReadonlyMap<MaterialKind, bigint>,
  named: ReadonlyMap<PoolKind, number>,
  items: BatchItems,
): { readonly pool: PoolKind; readonly batch: number }[] {
  const out: { pool: PoolKind; batch: number }[] = [];
  for (const pool of POOL_KINDS) {
    const known = new Set(pools.entries.filter((one) => one.pool === pool).map((one) => one.batch));
    const first = firstOf(pools, pool, marks.get(MATERIAL_OF[pool]) ?? 0n, items);
    const next = Math.max(first - 1, ...known) + 1;
    for (let batch = first; batch < next; batch++) if (!known.has(batch)) out.push({ pool, batch });
    if ((named.get(pool) ?? -1) >= next) out.push({ pool, batch: next });
  }
  return out;
}

export function eraseItems(ports: SessionPorts, { pool, batch }: Pick<BatchEntry, 'pool' | 'batch'>): void {
  ports.store(blobOf(pool, batch), null);
}

/** Of a number below the marks: nothing asks for it any more. */
export function dropEntry(
  pools: Pools,
  ports: SessionPorts,
  { pool, batch }: Pick<BatchEntry, 'pool' | 'batch'>,
): void {
  const at = pools.entries.findIndex((one) => one.pool === pool && one.batch === batch);
  if (at < 0) return;
  pools.entries.splice(at, 1);
  savePools(pools, ports);
}

/** Takers over the agreed ranges, in order. Asking more than the plan said is a fault of ours. */
export function materialOf(ports: SessionPorts, ranges: readonly MaterialRange[], held: readonly number[]): Material {
  const pieces = <T>(pool: PoolKind, take: (items: T, start: number, count: number) => T): T[] =>
    ranges
      .filter((range) => range.kind === MATERIAL_OF[pool])
      .map((range) => {
        const batch = Number(range.start / BATCH_STRIDE);
        const bytes = ports.load(blobOf(pool, batch));
        if (!bytes) throw new Error(`no items of ${blobOf(pool, batch)}`);
        return take(decodeItems(pool, bytes, held) as T, Number(range.start % BATCH_STRIDE), Number(range.length));
      });
  const triples = lazy(() => joinTriples(pieces<Triples>('triple', takeTriples)));
  const ands = lazy(() => joinAnds(pieces<AndTriples>('and', takeAnds), held));
  const daBits = lazy(() => joinDaBits(pieces<DaBits>('daBit', takeDaBits), held));
  const at = { triple: 0, and: 0, daBit: 0 };
  const next = (pool: PoolKind, count: number, size: number): number => {
    at[pool] += count;
    if (at[pool] > size) throw new PlanExceeded(`more ${pool} items asked than the plan says`);
    return at[pool] - count;
  };
  return {
    triples: (count) => takeTriples(triples(), next('triple', count, triples().a.length / 2), count),
    ands: (count) => takeAnds(ands(), next('and', count, ands().a.length), count),
    daBits: (count) => takeDaBits(daBits(), next('daBit', count, daBits().bits.length), count),
  };
}

function takeAnds({ a, b, c }: AndTriples, start: number, count: number): AndTriples {
  return { a: sliceShared(a, start, count), b: sliceShared(b, start, count), c: sliceShared(c, start, count) };
}

function lazy<T>(make: () => T): () => T {
  let value: { readonly made: T } | undefined;
  return () => (value ??= { made: make() }).made;
}

function joinTriples(parts: readonly Triples[]): Triples {
  if (parts.length === 1) return parts[0] as Triples;
  const join = (pick: (part: Triples) => FieldVector): FieldVector => concatVectors(...parts.map(pick));
  return { a: join((p) => p.a), b: join((p) => p.b), c: join((p) => p.c) };
}

function joinBits(parts: readonly SharedBits[], held: readonly number[]): SharedBits {
  return parts.length > 0
    ? concatShared(parts)
    : { length: 0, pieces: new Map(held.map((set) => [set, new Uint32Array(0)])) };
}

function joinAnds(parts: readonly AndTriples[], held: readonly number[]): AndTriples {
  const join = (pick: (part: AndTriples) => SharedBits): SharedBits => joinBits(parts.map(pick), held);
  return { a: join((p) => p.a), b: join((p) => p.b), c: join((p) => p.c) };
}

function joinDaBits(parts: readonly DaBits[], held: readonly number[]): DaBits {
  return {
    bits: joinBits(
      parts.map((p) => p.bits),
      held,
    ),
    field: concatVectors(...parts.map((p) => p.field)),
  };
}

function encodeItems(pool: PoolKind, items: unknown): Uint8Array {
  const w = new Writer();
  const field = (vector: FieldVector): unknown => w.bytes(vectorToBytes(vector));
  const bits = (shared: SharedBits): void => {
    w.uint(shared.length, 4);
    w.list([...shared.pieces], (each, [set, words]) =>
      each.uint(set, 4).raw(new Uint8Array(words.buffer, words.byteOffset, words.byteLength)),
    );
  };
  if (pool === 'triple') for (const part of ['a', 'b', 'c'] as const) field((items as Triples)[part]);
  else if (pool === 'and') for (const part of ['a', 'b', 'c'] as const) bits((items as AndTriples)[part]);
  else {
    bits((items as DaBits).bits);
    field((items as DaBits).field);
  }
  return w.done();
}

function decodeItems(pool: PoolKind, bytes: Uint8Array, held: readonly number[]): Triples | AndTriples | DaBits {
  const r = new Reader(bytes);
  const field = (): FieldVector => {
    const raw = r.bytes(0xffff_ffff);
    return new BigUint64Array(raw.buffer as ArrayBuffer, raw.byteOffset, raw.length / 8); // a copy of its own, so it may be kept
  };
  const bits = (): SharedBits => {
    const length = r.uint(4);
    const pieces = new Map(
      r.list(held.length, () => [r.uint(4), new Uint32Array(r.raw(4 * wordsOf(length)).buffer)] as const),
    );
    return { length, pieces };
  };
  if (pool === 'triple') return { a: field(), b: field(), c: field() };
  if (pool === 'and') return { a: bits(), b: bits(), c: bits() };
  return { bits: bits(), field: field() };
}
