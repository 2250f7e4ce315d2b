// What the session machine of one committee borrows from this node: the sign-once store, marks and blobs under the names of the committee's keys.
import { toHex, type FieldKernel, type Hex, type Random } from '@enigma/crypto';
import { MATERIAL, type MaterialKind, type SessionPorts, type SignedKind } from '@enigma/mpc/session';
import { signedBySeat, type CommitteeView } from './committee.ts';
import type { Failpoint, FailpointStep } from './failpoints.ts';
import { isConflict, type Signer } from './signer.ts';
import type { Store } from './store.ts';

/** Failpoint step of each kind of record. */
const STEP: Readonly<Record<SignedKind, FailpointStep>> = {
  hello: 'session.hello',
  open: 'session.open',
  checkpoint: 'checkpoint.sign',
  abort: 'abort.sign',
  vector: 'evidence.sign',
  complain: 'evidence.sign',
  dispute: 'evidence.sign',
  blame: 'evidence.sign',
  keyContribution: 'keys.contribute',
  keyCheck: 'keys.check',
  seedCommit: 'check.coin',
  verdict: 'pool.make',
};

export function createSessionPorts(host: {
  readonly committee: CommitteeView;
  readonly keysId: Hex;
  readonly store: Store;
  readonly signer: Signer;
  readonly random: Random;
  readonly kernel: FieldKernel;
  readonly failpoint: Failpoint;
}): SessionPorts {
  const { committee, store, signer, failpoint } = host;
  const prefix = `committee/${host.keysId}`;
  const kinds: readonly MaterialKind[] = Object.values(MATERIAL);
  return {
    sign(kind, slotKey, digest) {
      const signed = signer.signOnce(STEP[kind], `${prefix}/${kind}/${slotKey}`, digest);
      return isConflict(signed) ? { code: 'SLOT_TAKEN' } : signed;
    },
    verify: (seat, digest, signature) => signedBySeat(committee, seat, toHex(digest) as Hex, signature),
    burn(ranges) {
      failpoint('pool.reserve.a');
      for (const [at, { kind, start, length }] of ranges.entries()) {
        if (at > 0) failpoint('pool.reserve.b');
        store.raiseMark(`${prefix}/mark/${kind}`, Number(start + length));
      }
      failpoint('pool.reserve.c');
    },
    marks: () => new Map(kinds.map((kind) => [kind, BigInt(store.mark(`${prefix}/mark/${kind}`))])),
    store(name, bytes) {
      if (bytes === null) store.delete(`${prefix}/${name}`);
      else store.put(`${prefix}/${name}`, bytes);
    },
    load: (name) => store.get(`${prefix}/${name}`),
    names: (start) => store.names(`${prefix}/${start}`).map((name) => name.slice(prefix.length + 1)),
    random: host.random,
    kernel: host.kernel,
    failpoint,
  };
}
