// Accounts of the development chain by role. Their keys are known to everybody and guard nothing.
import { DEVELOPMENT_MNEMONIC } from '@enigma/contracts/anvil';
import type { Hex } from '@enigma/protocol';
import { toHex } from 'viem';
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts';

/** Index of each role among the chain's accounts; nodes' owners follow. */
export const ROLES = { deployer: 0, relayer: 1, keeper: 2, clock: 3 } as const;
export type Role = keyof typeof ROLES;
const ownersFrom = 4;

export function accountsFor(nodes: number): number {
  return ownersFrom + nodes;
}

export function roleKey(role: Role): Hex {
  return developmentKey(ROLES[role]);
}

export function ownerKey(node: number): Hex {
  return developmentKey(ownersFrom + node);
}

export function addressOf(privateKey: Hex): Hex {
  return privateKeyToAccount(privateKey).address.toLowerCase() as Hex;
}

function developmentKey(addressIndex: number): Hex {
  const { privateKey } = mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex }).getHdKey();
  if (!privateKey) throw new Error('a mnemonic account has a private key');
  return toHex(privateKey);
}
