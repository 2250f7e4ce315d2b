// Where the contracts of one deployment stand.
import type { Hex } from '@enigma/protocol';

export interface AddressBook {
  readonly chainId: number;
  /** No log of these contracts is older. */
  readonly deployedBlock: number;
  readonly token: Hex;
  readonly randomness: Hex;
  readonly bank: Hex;
  readonly stake: Hex;
  readonly committees: Hex;
  readonly registry: Hex;
  readonly tasks: Hex;
  readonly remedies: Hex;
  /** Judges what was signed; a deployment of before it has none, and needs none to work. */
  readonly evidence?: Hex;
}
