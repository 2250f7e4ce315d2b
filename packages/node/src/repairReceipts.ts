// The receipt of a repair at one seat: staged with the new shares, signed once, told until the chain has taken one, and submitted in turn.
import { fromHex, toHex, type Hex } from '@enigma/crypto';
import type { FinishedEvent } from '@enigma/mpc/session';
import {
  digest as recordDigest,
  RECEIPT,
  RECEIPT_KIND,
  resultsRootOf,
  secretRootOf,
  stateRootOf,
  ZERO_HASH,
  type Receipt,
} from '@enigma/protocol';
import { addSignature, newAgreement, quorumOf, type Agreement } from './agreement.ts';
import { decodeCandidate, encodeCandidate, type Candidate } from './candidate.ts';
import type { SessionOutcome } from './execute.ts';
import { askPauseMs } from './limits.ts';
import { receiptSlot, turnOf } from './receipts.ts';
import type { RepairGossip, RepairSignature } from './repairGossip.ts';
import type { SeatHost } from './seat.ts';
import { isConflict } from './signer.ts';
import { publicRootOfState } from './state.ts';
import type { Watch } from './watch.ts';

export interface RepairReceipts {
  /** Durably keeps what a session left, from this head of the contract. */
  stage(event: FinishedEvent, head: Pick<Receipt, 'firstSeq' | 'prevRoot'>): void;
  /** Signs, tells and submits in turn what stands on the contract's present head. */
  propose(watch: Watch, nowMs: number): void;
  receive(from: number, message: RepairSignature): void;
  of(digest: Hex): Candidate | undefined;
  isEmpty(): boolean;
  /** The chain has decided: none of them is needed. */
  clear(): void;
  /** Transactions on their way. */
  sending(): number;
}

interface Staged {
  readonly candidate: Candidate;
  readonly agreement: Agreement;
  quorumBlock: bigint | undefined;
  submitNotBefore: bigint;
  saidMs: number;
  refused: boolean;
}

export function createRepairReceipts({
  host,
  keysId,
  tell,
}: {
  readonly host: SeatHost;
  readonly keysId: Hex;
  readonly tell: (seat: number, message: RepairGossip) => void;
}): RepairReceipts {
  const { committee, contract, store, log, checks } = host;
  const prefix = `committee/${keysId}/repair/`;
  const staged: Staged[] = [];
  let sending = 0;

  function keep(candidate: Candidate): void {
    const agreement = newAgreement(candidate.digest);
    const none = { quorumBlock: undefined, submitNotBefore: 0n, saidMs: -Infinity, refused: false };
    staged.push({ candidate, agreement, ...none });
  }

  /** Whether our signature is under it. */
  function sign({ agreement, candidate: { receipt, digest } }: Staged): boolean {
    if (agreement.signatures.has(host.seat)) return true;
    const signature = host.signer.signOnce('receipt.sign', receiptSlot(receipt), fromHex(digest) ?? new Uint8Array());
    if (isConflict(signature)) {
      log('sign.refused', { digest });
      return false;
    }
    agreement.signatures.set(host.seat, toHex(signature));
    return true;
  }

  function say(one: Staged, nowMs: number): void {
    if (nowMs - one.saidMs < askPauseMs / 2) return;
    one.saidMs = nowMs;
    const receiptDigest = one.candidate.digest;
    const signature = one.agreement.signatures.get(host.seat) as Hex;
    for (const { seat } of committee.seats)
      if (seat !== host.seat) tell(seat, { kind: 'signature', message: { keysId, receiptDigest, signature } });
  }

  function submit(one: Staged, latest: bigint): void {
    const { receipt, digest } = one.candidate;
    const quorum = quorumOf(one.agreement, committee.qHi);
    if (quorum === undefined) return;
    one.quorumBlock ??= latest;
    if (latest < one.quorumBlock + turnOf(committee, host.seat, receipt.firstSeq) || latest < one.submitNotBefore)
      return;
    one.submitNotBefore = latest + 3n;
    host.failpoint('settle.send.c');
    sending++;
    const facts = { call: 'settle', receipt: digest };
    host
      .submit({ name: 'settle', receipt, headers: [], results: [], masked: [], ...quorum })
      .then((answer) =>
        log(
          answer.ok ? 'chain.included' : 'chain.refused',
          answer.ok ? { ...facts, gas: answer.gasUsed } : { ...facts, error: answer.refusal.name },
        ),
      )
      .catch(() => log('chain.unreachable', facts))
      .finally(() => sending--);
  }

  for (const name of store.names(prefix)) {
    const bytes = store.get(name);
    if (bytes !== undefined) keep(decodeCandidate(bytes));
  }

  return {
    stage(event, head) {
      const { state, backup } = event.result as SessionOutcome;
      const secretRoot = secretRootOf(event.leafRoots.map((root) => (root === ZERO_HASH ? undefined : root)));
      const receipt: Receipt = {
        contractId: contract.contractId,
        generation: committee.generation,
        kind: RECEIPT_KIND.REPAIR,
        ...head,
        count: 0,
        committeeId: committee.committeeId,
        attempt: event.attempt,
        abortsHash: event.abortsHash,
        anchor: keysId,
        newRoot: stateRootOf({ publicRoot: publicRootOfState(state), secretRoot, ledgerRoot: ZERO_HASH }),
        resultsRoot: resultsRootOf([]),
      };
      const digest = recordDigest(host.domain, RECEIPT, receipt);
      if (staged.some((one) => one.candidate.digest === digest)) return;
      const { sessionId } = event;
      const candidate: Candidate = { sessionId, receipt, digest, tasks: [], state, secretRoot, backup };
      host.failpoint('state.stage.a');
      store.put(`${prefix}${digest}`, encodeCandidate(candidate));
      host.failpoint('state.stage.c');
      keep(candidate);
      log('repair.staged', { committee: committee.committeeId, keys: keysId, attempt: receipt.attempt, digest });
    },
    propose(watch, nowMs) {
      for (const one of staged) {
        if (one.refused || one.candidate.receipt.prevRoot !== contract.stateRoot) continue;
        one.refused = !sign(one);
        if (one.refused) continue;
        say(one, nowMs);
        submit(one, watch.latestNumber);
      }
    },
    receive(from, { receiptDigest, signature }) {
      const one = staged.find(({ candidate }) => candidate.digest === receiptDigest);
      if (one !== undefined && !addSignature(one.agreement, committee, from, signature, checks))
        host.fault(from, 'BAD_SIGNATURE');
    },
    of: (digest) => staged.find((one) => one.candidate.digest === digest)?.candidate,
    isEmpty: () => staged.length === 0,
    clear() {
      staged.length = 0;
      for (const name of store.names(prefix)) store.delete(name);
    },
    sending: () => sending,
  };
}
