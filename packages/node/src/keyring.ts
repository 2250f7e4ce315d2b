// Which of this node's keys signs what: for a committee the one of its draw, for its whole tenure; for everything else the one that the chain has of the node at present. Which that is, final blocks
// say; a folder holds the next set before its rotation is sent, and the earlier ones for as long as committees drawn under them sit.
import type { Hex, SigningKey } from '@enigma/crypto';
import type { Domain } from '@enigma/protocol';
import { claimFolder } from './boots.ts';
import type { NodeChecks } from './defences.ts';
import type { Failpoint } from './failpoints.ts';
import { createSigner, type Signer } from './signer.ts';
import type { Store } from './store.ts';

export interface KeyringHost {
  readonly store: Store;
  readonly failpoint: Failpoint;
  /** The present key when the node starts. */
  readonly signerKey: SigningKey;
  /** All signing keys of the folder, as it is now; the present one alone where absent. */
  readonly signerKeys?: () => readonly SigningKey[];
  /** Makes the set of this signer the present one: durable when it returns. */
  readonly rotated?: (signer: Hex) => void;
}

export interface Keyring {
  /** Signs with the present key, whichever that is when it is asked. */
  readonly present: Signer;
  /** The key with this address; undefined where the folder has none. */
  of(address: Hex): Signer | undefined;
  /** Takes what the chain has of this node as its present key; false where the folder does not have it. */
  follow(registered: Hex): boolean;
}

/** Undefined where the folder belongs to another node, key, chain or deployment. */
export function openKeyring(host: KeyringHost, domain: Domain, index: number, checks: NodeChecks): Keyring | undefined {
  const { store, failpoint } = host;
  const signers = new Map<Hex, Signer>();
  const read = (): void => {
    for (const key of [host.signerKey, ...(host.signerKeys?.() ?? [])])
      if (!signers.has(key.address)) signers.set(key.address, createSigner(key, store, failpoint, checks));
  };
  read();
  const { address: first } = host.signerKey;
  let current = signers.get(first) as Signer;
  if (!claimFolder(store, domain, index, first, checks, [...signers.keys()])) return undefined;

  function of(address: Hex): Signer | undefined {
    // Prepared since the start, perhaps.
    if (!signers.has(address)) read();
    return signers.get(address);
  }

  return {
    present: {
      get address() {
        return current.address;
      },
      taken: () => [...signers.values()].reduce((sum, signer) => sum + signer.taken(), 0),
      signOnce: (...given) => current.signOnce(...given),
      sign: (digest) => current.sign(digest),
    },
    of,
    follow(registered) {
      if (registered === current.address) return true;
      const next = of(registered);
      if (next === undefined) return false;
      failpoint('key.rotate.a');
      host.rotated?.(registered);
      failpoint('key.rotate.c');
      claimFolder(store, domain, index, registered, checks, [...signers.keys()]);
      current = next;
      return true;
    },
  };
}
