// The one place that holds the signer key, and the sign-once rule: a slot gets one digest for ever. The row is durable before the signature exists outside.
import { sign, type SigningKey, toHex } from '@enigma/crypto';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';
import type { Failpoint, FailpointStep } from './failpoints.ts';
import type { Store } from './store.ts';

export interface SignConflict {
  readonly code: 'SLOT_TAKEN';
  readonly slot: string;
}

export interface Signer {
  readonly address: `0x${string}`;
  /** Slots taken since the process began. */
  taken(): number;
  /** 64 bytes (EIP-2098). The same slot and digest give the same bytes; another digest in a taken slot is refused. `step` names the failpoints. */
  signOnce(step: FailpointStep, slot: string, digest: Uint8Array): Uint8Array | SignConflict;
  /** For statements that may be made again and again and stand in no slot: answers of the API, which are no commitments, and acknowledgements, of which each task allows one. */
  sign(digest: Uint8Array): Uint8Array;
}

export function createSigner(
  key: SigningKey,
  store: Store,
  failpoint: Failpoint,
  checks: NodeChecks = ALL_CHECKS,
): Signer {
  let taken = 0;
  return {
    address: key.address,
    taken: () => taken,
    signOnce(step, slot, digest) {
      const wanted = toHex(digest);
      const before = store.signed(slot);
      if (before !== undefined && (checks.signOnce || before.digest === wanted))
        return before.digest === wanted ? before.signature : { code: 'SLOT_TAKEN', slot };
      failpoint(`${step}.a`);
      const signature = sign(digest, key.privateKey);
      if (before === undefined) store.putSigned(slot, wanted, signature);
      taken++;
      failpoint(`${step}.c`);
      return signature;
    },
    sign: (digest) => sign(digest, key.privateKey),
  };
}

export function isConflict(value: Uint8Array | SignConflict): value is SignConflict {
  return !(value instanceof Uint8Array);
}
