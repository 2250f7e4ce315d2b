// Fresh shares of the same values (docs/protocols/repair.md): x + r is opened, and (x + r) − [r] stays. The keys behind r may be others than those behind x: so a committee moves its state
// from one set of keys to the next, and a seat that has no share of x gets one of the new sharing from what was opened alone.
//
// Where a committee cannot spare a seat, what was opened and commitments to each r_A are kept: whoever lost his share then makes it again from pieces that the holders of each set hand him.
import { type FieldVector, type SeatSet, concat, hashOf, prf, u32be, utf8, vectorToBytes } from '@enigma/crypto';
import { type Engine, randomPieces, randomShares, shareOfPiece } from './engine.ts';
import { type Protocol, openField } from './round.ts';

/** `shares` of a seat that follows by the record are any, of the right number: they go nowhere. */
export function* refresh(engine: Engine, shares: FieldVector): Protocol<FieldVector> {
  const { kernel } = engine.context;
  const fresh = randomShares(engine, 'random', shares.length / 2);
  const opened = yield* openField('uniform', kernel.add(shares, fresh));
  return kernel.sub(opened, fresh);
}

export interface KeptPiece {
  readonly set: SeatSet;
  readonly salt: Uint8Array;
  /** r_A */
  readonly mask: FieldVector;
}

export interface Kept {
  /** x + r */
  readonly values: FieldVector;
  /** By T-set, all of them: what its piece and its mask key must hash to. */
  readonly hashes: readonly { readonly set: SeatSet; readonly piece: Uint8Array; readonly maskKey: Uint8Array }[];
  /** Of the sets that this seat holds. */
  readonly pieces: readonly KeptPiece[];
}

/** The same, with what a seat that loses its share makes it again from. One round. */
export function* refreshKept(
  engine: Engine,
  shares: FieldVector,
): Protocol<{ readonly shares: FieldVector; readonly kept: Kept }> {
  const { kernel, maskKeys } = engine.context;
  const count = shares.length / 2;
  const seeds = engine.context.setKeys('random');
  const masks = randomPieces(engine, 'random', count);
  const pieces = engine.held.map((set): KeptPiece => ({
    set,
    salt: prf(seeds.get(set) as Uint8Array, LABEL_SALT, SALT_BYTES),
    mask: masks.get(set) as FieldVector,
  }));
  const fresh = pieces
    .map((piece) => shareOfPiece(engine, piece.set, piece.mask, count))
    .reduce((sum, share) => kernel.add(sum, share));
  const hashed = pieces.map((piece): [SeatSet, Uint8Array] => [
    piece.set,
    concat(pieceHash(piece), maskKeyHash(piece.set, maskKeys.get(piece.set) as Uint8Array)),
  ]);
  const [opened, published] = yield [
    { kind: 'openField', bound: 'uniform', shares: kernel.add(shares, fresh) },
    { kind: 'publish', byteLength: 2 * HASH_BYTES, pieces: new Map(hashed) },
  ];
  if (opened?.kind !== 'field' || published?.kind !== 'published')
    throw new TypeError('the driver answered with another kind');
  const { values } = opened;
  const hashes = engine.sets.map((set) => {
    const both = published.pieces.get(set) as Uint8Array;
    return { set, piece: both.subarray(0, HASH_BYTES), maskKey: both.subarray(HASH_BYTES) };
  });
  return { shares: kernel.sub(values, fresh), kept: { values, hashes, pieces } };
}

const HASH_BYTES = 32;
const SALT_BYTES = 32;
const LABEL_SALT = utf8('kept salt');

/** Hides the piece by its salt. */
export function pieceHash({ set, salt, mask }: KeptPiece): Uint8Array {
  return hashOf('enigma.state.piece.v1', u32be(set), salt, vectorToBytes(mask));
}

/** Shows nothing of a key that nobody can guess. */
export function maskKeyHash(set: SeatSet, key: Uint8Array): Uint8Array {
  return hashOf('enigma.mask.key.v1', u32be(set), key);
}
