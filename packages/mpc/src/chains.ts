// Key chains (docs/protocols/field-and-prss.md). K_{b+1} = HKDF(K_b, "next") and S_{b,kind} = HKDF(K_b, kind ‖ slot) are siblings: a seed
// that is shown, to find out who spoiled a failed batch, says nothing of any other batch. Chains only move forward; the caller erases
// K_b once K_{b+1} and the seeds it needs exist.
import { KEY_BYTES, concat, hkdf, u8, utf8 } from '@enigma/crypto';

/** Chains that key set-up starts, each on its own. `zero` is the pairwise one, every other one belongs to a T-set. */
export type ChainName = 'pool' | 'mask' | 'output' | 'zero';

export interface Chain {
  readonly name: ChainName;
  readonly step: number;
  readonly key: Uint8Array;
}

const CHAIN_KEY_BYTES = 32;

export function startChain(name: ChainName, key: Uint8Array): Chain {
  return { name, step: 0, key: hkdf(key, utf8(`enigma.mpc.chain.v1/${name}`), CHAIN_KEY_BYTES) };
}

export function nextChain(chain: Chain): Chain {
  return { name: chain.name, step: chain.step + 1, key: hkdf(chain.key, utf8('next'), CHAIN_KEY_BYTES) };
}

/** The chain at a later step. Backwards there is no way. */
export function chainAt(chain: Chain, step: number): Chain {
  if (step < chain.step) throw new RangeError('a chain only moves forward');
  let at = chain;
  while (at.step < step) at = nextChain(at);
  return at;
}

/** S_{b,kind}: 16 bytes for F, bound to the slot. The kind is length-prefixed, and none is called "next". */
export function seedOf(chain: Chain, kind: string, slot: Uint8Array): Uint8Array {
  return hkdf(chain.key, concat(utf8('seed'), u8(kind.length), utf8(kind), slot), KEY_BYTES);
}
