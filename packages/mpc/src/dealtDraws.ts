// A tape for a committee in one process: the dealer who knows it lays down pieces that give its entries.
import type { Tape } from '@enigma/bytecode';
import { type Random, type Seat, type SeatSet, inSet, readBE, thresholdSets } from '@enigma/crypto';
import type { DrawPlace, Draws } from './draws.ts';
import { LIMB_BITS, LIMBS } from './limits.ts';
import { permutationOf } from './shuffle.ts';

/** All seats draw alike, in the order of the program, so the first to ask takes the entry for all of them. */
export function dealtDraws(
  { n, T, random }: { readonly n: number; readonly T: number; readonly random: Random },
  tape: Tape,
): (seat: Seat) => Draws {
  const [first, ...others] = thresholdSets(n, T) as [SeatSet, ...SeatSet[]];
  const word = (bits: number): bigint => BigInt.asUintN(bits, readBE(random(8)));
  const once = <Piece>(
    deal: () => ReadonlyMap<SeatSet, Piece>,
    dealt: Map<string, unknown>,
    { task, draw }: DrawPlace,
  ) => {
    const key = `${task} ${draw}`;
    if (!dealt.has(key)) dealt.set(key, deal());
    return dealt.get(key) as ReadonlyMap<SeatSet, Piece>;
  };
  const dealt = new Map<string, unknown>();
  const held = <Piece>(pieces: ReadonlyMap<SeatSet, Piece>, seat: Seat): ReadonlyMap<SeatSet, Piece> =>
    new Map([...pieces].filter(([set]) => !inSet(set, seat)));
  const xored = (value: bigint, width: number): ReadonlyMap<SeatSet, bigint> => {
    const pieces = new Map(others.map((set) => [set, word(width)]));
    return pieces.set(
      first,
      [...pieces.values()].reduce((rest, piece) => rest ^ piece, value),
    );
  };
  const summed = (R: bigint): ReadonlyMap<SeatSet, readonly bigint[]> => {
    const pieces = new Map(others.map((set) => [set, Array.from({ length: LIMBS }, () => word(LIMB_BITS))]));
    const rest = Array.from({ length: LIMBS }, (_, k) =>
      [...pieces.values()].reduce(
        (sum, limbs) => BigInt.asUintN(LIMB_BITS, sum - (limbs[k] as bigint)),
        BigInt.asUintN(LIMB_BITS, R >> BigInt(k * LIMB_BITS)),
      ),
    );
    return pieces.set(first, rest);
  };
  const composed = (order: readonly number[]): ReadonlyMap<SeatSet, ArrayLike<number>> => {
    const pieces = new Map(
      others.map((set): [SeatSet, ArrayLike<number>] => [set, permutationOf(order.length, random(16))]),
    );
    const rest = order.map((_, place) =>
      others.reduceRight((at, set) => (pieces.get(set) as ArrayLike<number>)[at] as number, place),
    );
    const own = new Uint32Array(order.length);
    order.forEach((from, place) => void (own[rest[place] as number] = from));
    return pieces.set(first, own);
  };
  return (seat) => ({
    permutation: (place, count) =>
      held(
        once(() => composed(tape.permutation(count)), dealt, place),
        seat,
      ),
    bits: (place, width) =>
      held(
        once(() => xored(tape.bits(width), width), dealt, place),
        seat,
      ),
    below: (place, bound) =>
      held(
        once(() => summed(tape.below(bound)), dealt, place),
        seat,
      ),
  });
}
