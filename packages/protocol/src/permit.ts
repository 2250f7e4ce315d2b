// The token's permit (EIP-2612): leave for the bank to take an amount, signed instead of sent. The token has a domain of its
// own under the same name and version, so nothing that is signed for it counts in the protocol's.
import type { Hex } from '@enigma/crypto';
import type { Struct } from './struct.ts';

export interface Permit {
  readonly owner: Hex;
  readonly spender: Hex;
  readonly value: bigint;
  readonly nonce: bigint;
  readonly deadline: bigint;
}
/** Signed under {chainId, verifyingContract: the token}. */
export const PERMIT: Struct<Permit> = {
  name: 'Permit',
  fields: [
    ['owner', 'address'],
    ['spender', 'address'],
    ['value', 'uint256'],
    ['nonce', 'uint256'],
    ['deadline', 'uint256'],
  ],
};
