// What the session machine of one committee borrows from this node: the sign-once store, marks and blobs under the committee's own names.
import { toHex, type FieldKernel, type Hex, type Random } from '@enigma/crypto';
import { MATERIAL, type MaterialKind, type SessionPorts, type SignedKind } from '@enigma/mpc/session';
import { signedBySeat, type CommitteeView } from './committee.ts';
import type { Failpoint } from './failpoints.ts';
import { isConflict, type Signer } from './signer.ts';
import type { Store } from './store.ts';

/** Failpoint step of each kind of record. */
const STEP: Partial<Record<SignedKind, string>> = { open: 'session.open', checkpoint: 'checkpoint.sign', verdict: 'pool.make', abort: 'abort.sign' };

export function createSessionPorts(host: {
  readonly committee: CommitteeView;
  readonly store: Store;
  readonly signer: Signer;
  readonly random: Random;
  readonly kernel: FieldKernel;
  readonly failpoint: Failpoint;
}): SessionPorts {
  const { committee, store, signer, failpoint } = host;
  const prefix = `committee/${committee.committeeId}`;
  const kinds: readonly MaterialKind[] = Object.values(MATERIAL);
  return {
    sign(kind, slotKey, digest) {
      const signed = signer.signOnce(STEP[kind] ?? `${kind}.sign`, `${prefix}/${kind}/${slotKey}`, digest);
      return isConflict(signed) ? { code: 'SLOT_TAKEN' } : signed;
    },
    verify: (seat, digest, signature) => signedBySeat(committee, seat, toHex(digest) as Hex, signature),
    burn(ranges) {
      failpoint('pool.reserve.a');
      for (const { kind, start, length } of ranges) store.raiseMark(`${prefix}/mark/${kind}`, Number(start + length));
      failpoint('pool.reserve.c');
    },
    marks: () => new Map(kinds.map((kind) => [kind, BigInt(store.mark(`${prefix}/mark/${kind}`))])),
    store(name, bytes) {
      if (bytes === null) store.delete(`${prefix}/${name}`);
      else store.put(`${prefix}/${name}`, bytes);
    },
    load: (name) => store.get(`${prefix}/${name}`),
    random: host.random,
    kernel: host.kernel,
    failpoint,
  };
}
