// Claims of lost disks in one committee, as this seat knows them: its own, kept until it is repaired, and those of others that it accepted. A claim is no proof and accuses nobody; it is
// enough to try a repair, so each seat has a few of them in a tenure and no more.
import { toHex, type Hex } from '@enigma/crypto';
import { decodeRecord, digest, encodeRecord, keysIdOf, liveMin, type Domain, type LossParts } from '@enigma/protocol';
import { keepsBackups } from './backup.ts';
import { signedBySeat, type CommitteeView } from './committee.ts';
import type { NodeChecks } from './defences.ts';
import type { Failpoint } from './failpoints.ts';
import { bytesOf } from './hex.ts';
import { claimFreshMs, claimsMax } from './limits.ts';
import type { Log } from './log.ts';
import { LOSS, SIGNED_LOSS, type SignedLoss } from './repairGossip.ts';
import { isConflict, type Signer } from './signer.ts';
import type { Store } from './store.ts';

export interface Losses {
  /** This seat's own claim, if it ever made one. */
  own(): SignedLoss | undefined;
  /** Claims that this seat's disk is gone, durably. */
  claim(boot: bigint): SignedLoss;
  /** Another's claim: false where it does not count. A seat's newer claim takes the place of its older one. */
  take(from: number, said: SignedLoss, nowMs: number): boolean;
  /** The claim under which these keys are made, whoever made it. */
  of(keysId: Hex): SignedLoss | undefined;
  /** Whether its seat still says so. */
  fresh(claim: SignedLoss, nowMs: number): boolean;
  /** The last claim of each seat. */
  all(): readonly SignedLoss[];
}

export interface LossesHost {
  readonly domain: Domain;
  readonly committee: CommitteeView;
  readonly seat: number;
  readonly store: Store;
  readonly signer: Signer;
  readonly random: (bytes: number) => Uint8Array;
  readonly failpoint: Failpoint;
  readonly log: Log;
  readonly checks: NodeChecks;
  /** Whether the chain has taken a repair to these keys. */
  readonly isRepaired: (keysId: Hex) => boolean;
}

export function createLosses(host: LossesHost): Losses {
  const { domain, committee, seat, store, signer, log, checks } = host;
  const prefix = `committee/${committee.committeeId}/loss/`;
  const heardMs = new Map<number, number>();
  let impossible = false;

  /** By seat, as on disk: asked for at every step. */
  const kept = new Map(committee.seats.map((one) => [one.seat, load(one.seat)]));

  function load(of: number): SignedLoss | undefined {
    const bytes = store.get(`${prefix}${of}`);
    const read = bytes && decodeRecord(SIGNED_LOSS, bytes);
    return read?.ok === true ? read.value : undefined;
  }

  const last = (of: number): SignedLoss | undefined => kept.get(of);

  const all = (): SignedLoss[] => committee.seats.flatMap((one) => last(one.seat) ?? []);
  const digestOf = (loss: LossParts): Hex =>
    digest(domain, LOSS, {
      committeeId: loss.committeeId,
      seat: loss.seat,
      boot: loss.boot,
      start: loss.start,
    });

  const fresh = (claim: SignedLoss, nowMs: number): boolean =>
    claim.seat === seat || nowMs - (heardMs.get(claim.seat) ?? -Infinity) < claimFreshMs;

  function keep(said: SignedLoss): void {
    const counter = `committee/${committee.committeeId}/claims/${said.seat}`;
    const claims = store.mark(counter) + 1;
    if (said.seat !== seat) store.raiseMark(counter, claims);
    store.put(`${prefix}${said.seat}`, encodeRecord(SIGNED_LOSS, said));
    kept.set(said.seat, said);
    log('repair.claimed', { committee: committee.committeeId, seat: said.seat, claims, keys: keysIdOf(said) });
  }

  return {
    own: () => last(seat),
    claim(boot) {
      host.failpoint('repair.claim.a');
      const loss: LossParts = { committeeId: committee.committeeId, seat, boot, start: toHex(host.random(32)) };
      const signature = signer.signOnce('repair.claim', `loss/${loss.committeeId}/${boot}`, bytesOf(digestOf(loss)));
      if (isConflict(signature)) throw new Error('a start claims a loss once');
      const said = { ...loss, signature: toHex(signature) };
      keep(said);
      return said;
    },
    take(from, said, nowMs) {
      const known = last(said.seat);
      if (known !== undefined && known.signature === said.signature && known.boot === said.boot) {
        heardMs.set(said.seat, nowMs);
        return true;
      }
      const itsOwn = said.seat === from && signedBySeat(committee, said.seat, digestOf(said), said.signature);
      if (said.committeeId !== committee.committeeId || said.seat >= committee.n || said.seat === seat) return false;
      if ((checks['repair.claim'] && !itsOwn) || (known !== undefined && said.boot <= known.boot)) return false;
      if (checks['repair.limit'] && store.mark(`committee/${committee.committeeId}/claims/${said.seat}`) >= claimsMax) {
        log('repair.refused', { committee: committee.committeeId, seat: said.seat, claims: claimsMax });
        return false;
      }
      const standing = all().filter((one) => !host.isRepaired(keysIdOf(one)) && fresh(one, nowMs));
      const gone = new Set([said, ...standing].map((one) => one.seat));
      const { n, T } = committee;
      // Fewer shares than an opening is checked with, and no backups: whoever is left could move every value unseen. Of a backup T + 1 must say the same.
      if (n - gone.size < (keepsBackups(committee) ? T + 1 : liveMin(n, T))) {
        if (!impossible) log('repair.impossible', { committee: committee.committeeId, lost: [...gone].join() });
        impossible = true;
        return false;
      }
      keep(said);
      heardMs.set(said.seat, nowMs);
      return true;
    },
    of: (keysId) => all().find((one) => keysIdOf(one) === keysId),
    fresh,
    all,
  };
}
