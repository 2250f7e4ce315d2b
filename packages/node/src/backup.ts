// What a seat keeps for others of a committee that cannot spare one: the masked values of its state, hashes of the pieces of the mask, and the pieces that it holds itself
// (docs/protocols/repair.md, "Committees that cannot spare a seat"). T + 1 seats that say the same of values and hashes, and of each T-set one holder who hands on what hashes to them, give a lost share back.
import {
  fieldFromBytes,
  field,
  fromHex,
  inSet,
  keccak256,
  setsHeldBy,
  shareCoefficient,
  toHex,
  utf8,
  vectorToBytes,
  vectorOf,
  type Hex,
} from '@enigma/crypto';
import { maskKeyHash, pieceHash, type Kept } from '@enigma/mpc';
import { liveMin, stateRootOf, ZERO_HASH } from '@enigma/protocol';
import type { CommitteeView } from './committee.ts';
import type { NodeChecks } from './defences.ts';
import { bytesOf } from './hex.ts';
import type { Position } from './position.ts';
import { publicRootOfState, type ContractState } from './state.ts';

/** In JSON's own types, as candidates and positions are kept. */
export interface Backup {
  /** x + r, 16 bytes little endian an element. */
  readonly values: Hex;
  /** By T-set, in order. */
  readonly hashes: readonly { readonly set: number; readonly piece: Hex; readonly maskKey: Hex }[];
  /** r_A of the sets that this seat holds. */
  readonly pieces: readonly BackupPiece[];
}

export interface BackupPiece {
  readonly set: number;
  readonly salt: Hex;
  readonly values: Hex;
}

/** Whether a session among the others would have too few shares to check an opening with. */
export function keepsBackups({ n, T }: { readonly n: number; readonly T: number }): boolean {
  return n - 1 < liveMin(n, T);
}

export function backupOf({ values, hashes, pieces }: Kept): Backup {
  return {
    values: toHex(vectorToBytes(values)),
    hashes: hashes.map(({ set, piece, maskKey }) => ({ set, piece: toHex(piece), maskKey: toHex(maskKey) })),
    pieces: pieces.map(({ set, salt, mask }) => ({ set, salt: toHex(salt), values: toHex(vectorToBytes(mask)) })),
  };
}

/** What one seat shows to another that lost its disk, of the state that the chain has. */
export interface Shown {
  readonly version: bigint;
  readonly next: bigint;
  readonly head: Hex;
  readonly secretRoot: Hex;
  readonly fields: readonly { readonly bytes: Hex }[];
  readonly values: Hex;
  readonly hashes: Backup['hashes'];
  readonly pieces: readonly BackupPiece[];
  readonly keys: readonly { readonly set: number; readonly key: Hex }[];
}

export interface Recovery {
  take(from: number, shown: Shown): void;
  /** This seat's share of the state with that root, and its mask keys, once enough of the others have shown theirs. */
  recovered(stateRoot: Hex, keysId: Hex): Recovered | undefined;
}

export interface Recovered {
  readonly position: Position;
  readonly masks: ReadonlyMap<number, Uint8Array>;
}

export function createRecovery({
  committee,
  seat,
  checks,
}: {
  readonly committee: CommitteeView;
  readonly seat: number;
  readonly checks: NodeChecks;
}): Recovery {
  const { n, T } = committee;
  const sets = setsHeldBy(n, T, seat);
  /** The last word of each seat. */
  const said = new Map<number, Shown>();

  /** The seats that say the same of everything that is alike at all: T + 1, one of them honest. */
  function agreeing(stateRoot: Hex): readonly Shown[] {
    const groups = new Map<Hex, Shown[]>();
    for (const one of said.values()) {
      if (checks['backup.root'] && rootOf(one) !== stateRoot) continue;
      const key = commonHash(one);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const need = checks['backup.agree'] ? T + 1 : 1;
    return [...groups.values()].find((group) => group.length >= need) ?? [];
  }

  function pieceOf(set: number, expected: Hex): Hex | undefined {
    for (const [from, { pieces }] of said) {
      const piece = inSet(set, from) ? undefined : pieces.find((one) => one.set === set);
      if (piece === undefined) continue;
      const values = elementsOf(piece.values);
      if (values === undefined) continue;
      const hash = toHex(pieceHash({ set, salt: bytesOf(piece.salt), mask: vectorOf(values) }));
      if (!checks['backup.piece'] || hash === expected) return piece.values;
    }
    return undefined;
  }

  function keyOf(set: number, expected: Hex): Uint8Array | undefined {
    for (const [from, { keys }] of said) {
      const key = inSet(set, from) ? undefined : keys.find((one) => one.set === set)?.key;
      if (key === undefined) continue;
      if (!checks['backup.key'] || toHex(maskKeyHash(set, bytesOf(key))) === expected) return bytesOf(key);
    }
    return undefined;
  }

  return {
    take: (from, shown) => void said.set(from, shown),
    recovered(stateRoot, keysId) {
      const [one] = agreeing(stateRoot);
      const values = one && elementsOf(one.values);
      if (one === undefined || values === undefined) return undefined;
      let shares = values;
      const masks = new Map<number, Uint8Array>();
      for (const set of sets) {
        const hashes = one.hashes.find((each) => each.set === set);
        const piece = hashes && pieceOf(set, hashes.piece);
        const key = hashes && keyOf(set, hashes.maskKey);
        const elements = piece === undefined ? undefined : elementsOf(piece);
        if (key === undefined || elements?.length !== shares.length) return undefined;
        const factor = shareCoefficient(set, seat);
        shares = shares.map((share, at) => field.sub(share, field.mul(factor, elements[at] ?? 0n)));
        masks.set(set, key);
      }
      const state: ContractState = { ...publicOf(one), shares };
      return { position: { state, nextSeq: 0n, secretRoot: one.secretRoot, keysId }, masks };
    },
  };
}

function publicOf({ version, next, head, fields }: Shown): Omit<ContractState, 'shares'> {
  return { version, cursor: { next, head }, fields: fields.map(({ bytes }) => fromHex(bytes) ?? new Uint8Array()) };
}

function rootOf(shown: Shown): Hex {
  const publicRoot = publicRootOfState({ ...publicOf(shown), shares: [] });
  return stateRootOf({ publicRoot, secretRoot: shown.secretRoot, ledgerRoot: ZERO_HASH });
}

function commonHash({ pieces: _pieces, keys: _keys, ...common }: Shown): Hex {
  return toHex(
    keccak256(utf8(JSON.stringify(common, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)))),
  );
}

/** Takes a peer's bytes. */
function elementsOf(hex: Hex): bigint[] | undefined {
  const bytes = fromHex(hex);
  if (bytes === undefined || bytes.length % 16 !== 0) return undefined;
  const values = Array.from({ length: bytes.length / 16 }, (_, at) => fieldFromBytes(bytes, 16 * at));
  return values.every((value) => value !== undefined) ? values : undefined;
}
