// The one tree shape: ordered, binary, a node without a sibling promoted as it is. Leaves and nodes are hashed under
// different first bytes, so that neither can be shown as the other (RFC 6962 §2.1).
import { concat, equalBytes, keccak256 } from '@enigma/crypto';
import { PROOF_NODES_MAX } from './limits.ts';
import { accept, type Outcome, refuse } from './refusal.ts';

export function leafHash(data: Uint8Array): Uint8Array {
  return keccak256(concat(Uint8Array.of(0x00), data));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return keccak256(concat(Uint8Array.of(0x01), left, right));
}

/** The root over hashed leaves in their order; 32 zero bytes over none. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return new Uint8Array(32);
  let level = leaves;
  while (level.length > 1) level = above(level);
  return level[0] as Uint8Array;
}

/** The siblings on the way from a leaf to the root; a promoted node adds none. */
export function merkleProof(leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] {
  if (!(Number.isInteger(index) && index >= 0 && index < leaves.length)) throw new RangeError('no such leaf');
  const proof: Uint8Array[] = [];
  let level = leaves;
  for (let at = index; level.length > 1; at >>= 1) {
    const sibling = level[at ^ 1];
    if (sibling !== undefined) proof.push(sibling);
    level = above(level);
  }
  return proof;
}

/** Whether `leaf` stands at `index` of `count` under `root`. Takes a peer's proof. */
export function checkMerkleProof(
  root: Uint8Array,
  leaf: Uint8Array,
  index: number,
  count: number,
  proof: readonly Uint8Array[],
): Outcome<true> {
  const reached = rootOfProof(leaf, index, count, proof);
  if (!reached.ok) return reached;
  return equalBytes(reached.value, root) ? accept(true as const) : refuse('WrongRoot');
}

/** The root under which `leaf` stands at `index` of `count`. Takes a peer's proof. */
export function rootOfProof(
  leaf: Uint8Array,
  index: number,
  count: number,
  proof: readonly Uint8Array[],
): Outcome<Uint8Array> {
  if (!(Number.isSafeInteger(count) && Number.isSafeInteger(index) && index >= 0 && index < count)) {
    return refuse('WrongIndex', { index, count });
  }
  if (proof.length > PROOF_NODES_MAX || proof.some((node) => node.length !== 32)) return refuse('Malformed');
  let hash = leaf;
  let at = index;
  let used = 0;
  for (let width = count; width > 1; width = Math.ceil(width / 2)) {
    const promoted = at === width - 1 && width % 2 === 1;
    if (!promoted) {
      const sibling = proof[used++];
      if (sibling === undefined) return refuse('Truncated', { have: proof.length });
      hash = at % 2 === 0 ? nodeHash(hash, sibling) : nodeHash(sibling, hash);
    }
    at = Math.floor(at / 2);
  }
  if (used !== proof.length) return refuse('TrailingBytes', { extra: proof.length - used });
  return accept(hash);
}

function above(level: readonly Uint8Array[]): Uint8Array[] {
  const next: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i] as Uint8Array;
    const right = level[i + 1];
    next.push(right === undefined ? left : nodeHash(left, right));
  }
  return next;
}
