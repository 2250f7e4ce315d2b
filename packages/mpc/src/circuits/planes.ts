// Secret integers as bit planes: planes[k] holds bit k of every value of the batch, so that a circuit runs once for all of them.
import { type Bits, type SharedBits, andPublic, constantBits, mapPieces, xorPublic, xorShared } from '../bits.ts';
import type { Engine } from '../engine.ts';

export type Planes = readonly SharedBits[];
export type PublicPlanes = readonly Bits[];

export function not(engine: Engine, a: SharedBits): SharedBits {
  return xorPublic(a, constantBits(a.length, true), engine.firstSet);
}

export function zeroShared(engine: Engine, length: number): SharedBits {
  return constantShared(engine, { length, words: constantBits(length, false).words });
}

/** A public vector as a sharing of itself. */
export function constantShared(engine: Engine, bits: Bits): SharedBits {
  const zero: SharedBits = { length: bits.length, pieces: new Map(engine.held.map((set) => [set, new Uint32Array(bits.words.length)])) };
  return xorPublic(zero, bits, engine.firstSet);
}

export function xorPlanes(a: Planes, b: Planes): Planes {
  return a.map((plane, k) => xorShared(plane, b[k] as SharedBits));
}

export function xorPublicPlanes(engine: Engine, a: Planes, b: PublicPlanes): Planes {
  return a.map((plane, k) => xorPublic(plane, b[k] as Bits, engine.firstSet));
}

export function andPublicPlanes(a: Planes, mask: Bits): Planes {
  return a.map((plane) => andPublic(plane, mask));
}

/** Bits of public integers, `width` planes. */
export function planesOf(values: readonly bigint[], width: number): PublicPlanes {
  return Array.from({ length: width }, (_, k) => {
    const words = new Uint32Array((values.length + 31) >>> 5);
    for (let j = 0; j < values.length; j++) {
      if (((values[j] as bigint) >> BigInt(k)) & 1n) words[j >>> 5] = (words[j >>> 5] as number) | (1 << (j & 31));
    }
    return { length: values.length, words };
  });
}

export function copyOf(bits: SharedBits): SharedBits {
  return mapPieces(bits, bits.length, (words) => words.slice());
}
