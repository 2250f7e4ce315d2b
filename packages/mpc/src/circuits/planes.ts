// Secret integers as bit planes: planes[k] holds bit k of every value of the batch, so that a circuit runs once for all of them.
import type { SeatSet } from '@enigma/crypto';
import { type Bits, type SharedBits, constantBits, xorPublic, xorShared } from '../bits.ts';
import type { Engine } from '../engine.ts';
import { wordsOf } from '../internal/words.ts';

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
  const zero: SharedBits = {
    length: bits.length,
    pieces: new Map(engine.held.map((set) => [set, new Uint32Array(bits.words.length)])),
  };
  return xorPublic(zero, bits, engine.firstSet);
}

export function xorPlanes(a: Planes, b: Planes): Planes {
  return a.map((plane, k) => xorShared(plane, b[k] as SharedBits));
}

export function xorPublicPlanes(engine: Engine, a: Planes, b: PublicPlanes): Planes {
  return a.map((plane, k) => xorPublic(plane, b[k] as Bits, engine.firstSet));
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

/** Integers that exactly the holders of one set know, as a sharing: the piece for that set is the value, every other piece zero. */
export function knownPlanes(
  engine: Engine,
  set: SeatSet,
  values: readonly bigint[] | undefined,
  count: number,
  width: number,
): Planes {
  const own = values && planesOf(values, width);
  return Array.from({ length: width }, (_, k) => ({
    length: count,
    pieces: new Map(
      engine.held.map((held) => [
        held,
        held === set && own ? (own[k]?.words as Uint32Array) : new Uint32Array(wordsOf(count)),
      ]),
    ),
  }));
}
