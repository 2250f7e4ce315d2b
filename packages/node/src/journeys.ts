// Receipts of one seat, from the staged outcome to the opened result. The chain's view says what has become of a receipt, the store what this seat has promised; an attempt that
// this seat finished and the others did not is kept beside the next one until the chain has taken either.
import { concat, toHex, u8, type Hex } from '@enigma/crypto';
import { resultPlaces } from '@enigma/bytecode';
import {
  decodeRecord,
  encodeRecord,
  isReadSeq,
  outputHashOf,
  RECEIPT_KIND,
  RESULT_STATUS,
  type ChainCall,
  type Receipt,
  type Submitted,
} from '@enigma/protocol';
import { decodeCandidate, encodeCandidate, type Candidate } from './candidate.ts';
import { CHANNEL, GOSSIP, type Gossip } from './gossip.ts';
import { askPauseMs, claimPauseBlocks, journeysKept, journeysMax, sendPauseBlocks } from './limits.ts';
import type { Order } from './order.ts';
import type { Positions } from './position.ts';
import {
  claimCall,
  mayOpen,
  openCall,
  ownPieces,
  receiptSlot,
  settleCall,
  shareOf,
  signFinal,
  signOpenings,
  signReceipt,
  startJourney,
  takePiece,
  takeSignature,
  turnOf,
  type Journey,
  type JourneyContext,
} from './receipts.ts';
import type { SeatHost } from './seat.ts';
import type { Pending } from './pending.ts';
import { genesisSeq, taskAt, type Settlement } from './view.ts';
import type { Watch } from './watch.ts';

export interface Journeys {
  /** Durably stages a finished session's outcome, and begins its receipt's journey. */
  stage(seq: bigint, candidate: Candidate): void;
  step(watch: Watch, nowMs: number): void;
  receive(fromSeat: number, payload: Uint8Array, nowMs: number): void;
  /** The journey that counts for a seq: the settled one, else the latest attempt. */
  of(seq: bigint): Journey | undefined;
  byDigest(digest: Hex): Journey | undefined;
  mayOpen(journey: Journey): boolean;
  /** Transactions on their way. */
  sending(): number;
  /** Receipts of ours that are on their way to the chain, or whose outputs are not in clear there. */
  unfinished(): number;
}

export interface JourneysHost {
  readonly host: SeatHost;
  readonly order: Order;
  readonly positions: Positions;
  readonly pending: Pending;
  /** Every seat holds this session's outcome: its record may go. */
  forget(sessionId: Hex): void;
}

/** What the contracts say of a share that is not to be had. */
const CLAIM_IS_OVER: readonly string[] = ['ClaimOver', 'AlreadyPaid'];

export function createJourneys({ host, order, positions, pending, forget }: JourneysHost): Journeys {
  const { committee, contract, program, store, log } = host;
  const prefix = `committee/${committee.committeeId}/candidate/`;
  /** By seq, attempts in order. */
  const journeys = new Map<bigint, Journey[]>();
  /** Settlements compared with what this seat remembers to have signed. */
  let audited = 0;
  let sending = 0;

  const context: JourneyContext = {
    domain: host.domain,
    committee,
    seat: host.seat,
    signer: host.signer,
    verified: program.verified,
    failpoint: host.failpoint,
    checks: host.checks,
    places(task) {
      const { module } = program.verified;
      const fn = module.functions.findIndex((one) => one.selector === task.fn);
      return resultPlaces(module, fn, program.verified.revealed, program.openMode);
    },
    broadcast(message) {
      const payload = encodeGossip(message);
      for (const { seat } of committee.seats) if (seat !== host.seat) host.send(seat, payload);
    },
  };

  /** A read's receipt of before a repair may still be the one that the chain takes: it stays beside that of after it. */
  const blobOf = (seq: bigint, { attempt, prevRoot }: Receipt): string =>
    `${prefix}${seq}/${attempt}${isReadSeq(seq) ? `.${prevRoot}` : ''}`;
  const all = (): readonly Journey[] => [...journeys.values()].flat();

  function begin(seq: bigint, candidate: Candidate): void {
    const { firstSeq, count } = candidate.receipt;
    const headers = Array.from({ length: count }, (_, at) => taskAt(contract, firstSeq + BigInt(at))?.header);
    const journey = startJourney(
      context,
      candidate,
      headers.filter((header) => header !== undefined),
    );
    for (const [index, one] of candidate.tasks.entries()) {
      one.pieces.forEach((held, block) =>
        held.forEach((piece) => takePiece(context, journey, { index, block, ...piece })),
      );
    }
    const place = blobOf(seq, candidate.receipt);
    const others = (journeys.get(seq) ?? []).filter((one) => blobOf(seq, one.candidate.receipt) !== place);
    journeys.set(
      seq,
      [...others, journey].sort((a, b) => a.candidate.receipt.attempt - b.candidate.receipt.attempt),
    );
  }

  /** A receipt on chain that carries our signature and that we do not remember signing: this folder is not the one that signed. */
  function audit(): void {
    if (contract.settlements.size === audited) return;
    const forgotten = host.forgottenUntil();
    for (const { receipt, receiptDigest, bitmap, blockNumber } of [...contract.settlements.values()].slice(audited)) {
      if (receipt.committeeId !== committee.committeeId || ((bitmap >>> host.seat) & 1) === 0) continue;
      // Signed by the disk before this one, whose seat was repaired since.
      if (blockNumber <= forgotten) continue;
      if (host.checks.audit && store.signed(receiptSlot(receipt))?.digest !== receiptDigest)
        host.refuse(
          `the chain shows our signature under receipt ${receiptDigest}, which this folder does not remember`,
        );
    }
    audited = contract.settlements.size;
  }

  function carry(seq: bigint, watch: Watch, nowMs: number): void {
    const settlement = contract.settlements.get(seq);
    if (settlement !== undefined) return settled(seq, settlement, watch, nowMs);
    for (const journey of journeys.get(seq) ?? []) {
      if (isOver(seq, journey)) {
        drop(seq, journey);
        order.ended(seq);
        if (isReadSeq(seq)) forget(journey.candidate.sessionId);
      }
      // A repair stands between: the chain takes this receipt no more, and its task runs again.
      else if (isVoid(journey)) drop(seq, journey);
      else propose(seq, journey, watch, nowMs);
    }
  }

  /** Its task expired; of reads, one of them is over, and then the chain takes no receipt of all. */
  function isOver(seq: bigint, { candidate: { receipt } }: Journey): boolean {
    if (!isReadSeq(seq)) return contract.tasks.get(seq)?.status === 'expired';
    return Array.from({ length: receipt.count }, (_, at) => contract.openReads.has(seq + BigInt(at))).includes(false);
  }

  function isVoid({ candidate: { receipt } }: Journey): boolean {
    // The chain asks a read for no root.
    if (receipt.kind === RECEIPT_KIND.READS) return false;
    return contract.repairs.length > 0 && receipt.prevRoot !== contract.stateRoot;
  }

  /** Signs, gathers and submits, in turn. */
  function propose(seq: bigint, journey: Journey, watch: Watch, nowMs: number): void {
    if (journey.refused) return;
    if (signReceipt(context, journey) === 'conflict') {
      journey.refused = true;
      log('sign.refused', { digest: journey.candidate.digest });
      return;
    }
    if (settledRecently(seq, watch)) return;
    const call = settleCall(context, journey);
    if (call === undefined) return ask(journey, nowMs);
    journey.quorumBlock ??= watch.latestNumber;
    // A seat whose signature is left out is not paid: where one is missing, it has until the next block.
    if (journey.receipt.signatures.size < committee.n && watch.latestNumber === journey.quorumBlock) return;
    if (watch.latestNumber >= journey.quorumBlock + turnOf(committee, host.seat, journey.candidate.receipt.firstSeq))
      submit(journey, call, watch);
  }

  function settled(seq: bigint, settlement: Settlement, watch: Watch, nowMs: number): void {
    for (const journey of journeys.get(seq) ?? []) {
      if (journey.candidate.digest === settlement.receiptDigest || !host.checks.superseded) continue;
      // The chain took another attempt's receipt: what we staged of this one is void.
      log('receipt.superseded', {
        committee: committee.committeeId,
        seq,
        ours: journey.candidate.digest,
        settled: settlement.receiptDigest,
      });
      drop(seq, journey);
    }
    const journey = journeys.get(seq)?.[0];
    const position = positions.current();
    const isRead = isReadSeq(seq);
    const behind = !isRead && (position === undefined ? seq === genesisSeq : position.nextSeq <= seq);
    if (journey === undefined) {
      // Of that attempt we hold nothing: its session's record leads to it.
      if (behind || isRead) order.again(seq);
      return;
    }
    if (behind) promote(seq, journey);
    remember(journey);
    if (isRead) order.ended(seq);
    if (seq !== genesisSeq) {
      claim(journey, settlement, watch);
      openUp(seq, journey, watch, nowMs);
    }
    // Once every seat has said so, none of them needs the session's record to follow.
    if (journey.final.signatures.size < committee.n || journey.forgotten) return;
    journey.forgotten = true;
    forget(journey.candidate.sessionId);
  }

  /** What this seat signed before it started again: whoever opens a result asks the seats for it, for the chain keeps none. */
  function remember({ candidate, receipt }: Journey): void {
    if (receipt.signatures.has(host.seat)) return;
    const row = store.signed(receiptSlot(candidate.receipt));
    if (row?.digest === candidate.digest) receipt.signatures.set(host.seat, toHex(row.signature));
  }

  function promote(seq: bigint, journey: Journey): void {
    const { candidate } = journey;
    positions.promote({
      state: candidate.state,
      nextSeq: seq === genesisSeq ? 0n : seq + BigInt(candidate.receipt.count),
      secretRoot: candidate.secretRoot,
      keysId: host.keysId,
      backup: candidate.backup,
    });
    pending.consumed(candidate.state.cursor.next);
    order.ended(seq);
    host.failpoint('state.promote.d');
    log('state.promoted', {
      committee: committee.committeeId,
      seq,
      version: candidate.state.version,
      root: candidate.receipt.newRoot,
    });
  }

  /** After finality: says so, and once enough seats say so, shows the pieces, then the output. */
  function openUp(seq: bigint, journey: Journey, watch: Watch, nowMs: number): void {
    if (journey.refused) return;
    if (signFinal(context, journey) === 'conflict') {
      journey.refused = true;
      log('fork.locked', { committee: committee.committeeId, seq, digest: journey.candidate.digest });
      return;
    }
    if (!mayOpen(context, journey)) return ask(journey, nowMs);
    if (!journey.shown) {
      journey.shown = true;
      for (const piece of ownPieces(context, journey)) context.broadcast(piece);
      host.failpoint('open.deliver.d');
    }
    signOpenings(context, journey);
    let waiting = false;
    for (const [index, one] of journey.candidate.tasks.entries()) {
      if (one.result.status !== RESULT_STATUS.OK || isOpened(one.result.taskId, watch)) continue;
      waiting = true;
      const call = openCall(context, journey, index);
      if (call === undefined) continue;
      journey.openBlock ??= watch.latestNumber;
      // Each task of a receipt has another seat's turn first.
      const turn = turnOf(committee, host.seat, journey.candidate.receipt.firstSeq + BigInt(index));
      if (watch.latestNumber < journey.openBlock + turn) continue;
      if (watch.latestNumber < (journey.openNotBefore[index] ?? 0n)) continue;
      journey.openNotBefore[index] = watch.latestNumber + sendPauseBlocks;
      send(journey, call);
    }
    journey.done = !waiting;
    if (waiting) ask(journey, nowMs);
  }

  /** The share of a receipt that was settled without our signature waits for it. */
  function claim(journey: Journey, settlement: Settlement, watch: Watch): void {
    if (journey.claimNotBefore === undefined || watch.latestNumber < journey.claimNotBefore) return;
    const paid = ((settlement.bitmap >>> host.seat) & 1) === 1 || settlement.claimed.has(host.seat);
    if (paid || shareOf(context, journey) === 0n || signReceipt(context, journey) === 'conflict') {
      journey.claimNotBefore = undefined;
      return;
    }
    const call = claimCall(context, journey);
    if (call === undefined) return;
    journey.claimNotBefore = watch.latestNumber + claimPauseBlocks;
    // Its time is over, or it was paid already: asking again would cost gas for nothing. A transaction that ran out of gas, or was asked of a chain that lags, says nothing of the share.
    send(journey, call, (error) => {
      if (CLAIM_IS_OVER.includes(error)) journey.claimNotBefore = undefined;
    });
  }

  function submit(journey: Journey, call: ChainCall, watch: Watch): void {
    if (watch.latestNumber < journey.submitNotBefore) return;
    journey.submitNotBefore = watch.latestNumber + sendPauseBlocks;
    send(journey, call);
  }

  function send(journey: Journey, call: ChainCall, refused: (error: string) => void = () => undefined): void {
    host.failpoint('settle.send.c');
    sending++;
    const facts = { call: call.name, receipt: journey.candidate.digest };
    host
      .submit(call)
      .then(
        (answer: Submitted) => {
          if (!answer.ok) refused(answer.refusal.name);
          log(
            answer.ok ? 'chain.included' : 'chain.refused',
            answer.ok ? { ...facts, gas: answer.gasUsed } : { ...facts, error: answer.refusal.name },
          );
        },
        (error: unknown) =>
          log('chain.unreachable', {
            ...facts,
            cause: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'unknown',
          }),
      )
      .finally(() => sending--);
    host.failpoint('settle.send.d');
  }

  function ask(journey: Journey, nowMs: number): void {
    if (journey.askedMs === 0) journey.askedMs = nowMs;
    if (nowMs - journey.askedMs < askPauseMs) return;
    journey.askedMs = nowMs;
    context.broadcast({ kind: 'ask', message: { receiptDigest: journey.candidate.digest } });
  }

  function settledRecently(seq: bigint, watch: Watch): boolean {
    return watch.recent.some(
      ({ event }) =>
        event.name === 'Settled' &&
        event.contractId === contract.contractId &&
        (event.count === 0 || event.firstSeq === seq),
    );
  }

  function isOpened(taskId: Hex, watch: Watch): boolean {
    return (
      (watch.view.tasks.get(taskId)?.opened.size ?? 0) > 0 ||
      watch.recent.some(({ event }) => event.name === 'Opened' && event.taskId === taskId)
    );
  }

  function drop(seq: bigint, journey: Journey): void {
    store.delete(blobOf(seq, journey.candidate.receipt));
    const rest = (journeys.get(seq) ?? []).filter((one) => one !== journey);
    if (rest.length === 0) journeys.delete(seq);
    else journeys.set(seq, rest);
  }

  /** Forgets the oldest: those that every seat is done with beyond the kept ones, and any beyond the limit. GENESIS is small, and stays for whoever was away. */
  function prune(): void {
    if (journeys.size <= journeysKept) return;
    const settledAt = (seq: bigint): bigint => contract.settlements.get(seq)?.blockNumber ?? 0n;
    for (const [seq, [journey]] of [...journeys].sort(([a], [b]) => (settledAt(a) < settledAt(b) ? -1 : 1))) {
      if (journeys.size <= journeysKept) return;
      if (journey === undefined || seq === genesisSeq || !contract.settlements.has(seq)) continue;
      if (!(journey.done && journey.forgotten) && journeys.size <= journeysMax) continue;
      drop(seq, journey);
      // Nobody's state rests on it, so whoever was away needs no record of it.
      if (isReadSeq(seq)) forget(journey.candidate.sessionId);
    }
  }

  function answerAsk(toSeat: number, journey: Journey, nowMs: number): void {
    // Whoever asks faster than askers do gets the answer once.
    if (host.checks.askRate && nowMs - (journey.answeredMs.get(toSeat) ?? -Infinity) < askPauseMs / 2) return;
    journey.answeredMs.set(toSeat, nowMs);
    const receiptDigest = journey.candidate.digest;
    const reply = (message: Gossip): void => host.send(toSeat, encodeGossip(message));
    const signature = journey.receipt.signatures.get(host.seat);
    if (signature !== undefined) reply({ kind: 'receipt', message: { receiptDigest, signature } });
    const final = journey.final.signatures.get(host.seat);
    if (final !== undefined) reply({ kind: 'final', message: { receiptDigest, signature: final } });
    if (final !== undefined && mayOpen(context, journey)) for (const piece of ownPieces(context, journey)) reply(piece);
    for (const [index, agreement] of journey.openings.entries()) {
      const own = agreement?.signatures.get(host.seat);
      const output = journey.outputs[index];
      if (own !== undefined && output !== undefined)
        reply({ kind: 'opening', message: { receiptDigest, index, outputHash: outputHashOf(output), signature: own } });
    }
  }

  // What an earlier process of this folder had staged.
  for (const name of store.names(prefix)) {
    const bytes = store.get(name);
    if (bytes !== undefined) begin(BigInt(name.slice(prefix.length, name.lastIndexOf('/'))), decodeCandidate(bytes));
  }

  return {
    stage(seq, candidate) {
      if (journeys.get(seq)?.some((one) => one.candidate.digest === candidate.digest) === true) return;
      host.failpoint('state.stage.a');
      store.put(blobOf(seq, candidate.receipt), encodeCandidate(candidate));
      host.failpoint('state.stage.c');
      begin(seq, candidate);
      host.failpoint('state.stage.d');
      log('receipt.staged', {
        committee: committee.committeeId,
        seq,
        attempt: candidate.receipt.attempt,
        digest: candidate.digest,
      });
    },
    step(watch, nowMs) {
      audit();
      for (const seq of Array.from(journeys.keys())) carry(seq, watch, nowMs);
      const position = positions.current();
      const next = position === undefined ? genesisSeq : position.nextSeq;
      // Settled from an attempt of which this seat staged nothing, or expired while it ran.
      if (!journeys.has(next) && contract.tasks.get(next)?.status === 'expired') order.ended(next);
      prune();
    },
    receive(fromSeat, payload, nowMs) {
      const message = decodeGossip(payload);
      if (message === undefined) return host.fault(fromSeat, 'MALFORMED');
      const journey = all().find((one) => one.candidate.digest === message.message.receiptDigest);
      if (journey === undefined) return;
      if (message.kind === 'ask') return answerAsk(fromSeat, journey, nowMs);
      const taken =
        message.kind === 'piece'
          ? takePiece(context, journey, message.message)
          : takeSignature(context, journey, fromSeat, message);
      if (!taken) host.fault(fromSeat, message.kind === 'piece' ? 'BAD_PIECE' : 'BAD_SIGNATURE');
    },
    of(seq) {
      for (const [first, list] of journeys) {
        const count = BigInt(list[0]?.candidate.receipt.count || 1);
        if (seq < first || seq >= first + count) continue;
        const digest = contract.settlements.get(first)?.receiptDigest;
        return list.find((one) => one.candidate.digest === digest) ?? list.at(-1);
      }
      return undefined;
    },
    byDigest: (digest) => all().find((one) => one.candidate.digest === digest),
    // Our own Final first: whoever would not sign it serves nothing, whatever the others say.
    mayOpen: (journey) =>
      (!host.checks.ownFinal || journey.final.signatures.has(host.seat)) && mayOpen(context, journey),
    sending: () => sending,
    unfinished: () =>
      [...journeys].filter(([seq, list]) => {
        if (list.every(({ refused }) => refused)) return false;
        if (contract.settlements.has(seq)) return seq !== genesisSeq && list.some(({ done }) => !done);
        return list.some((journey) => !isOver(seq, journey));
      }).length,
  };
}

export function encodeGossip(message: Gossip): Uint8Array {
  const entry = GOSSIP.find((one) => one.kind === message.kind);
  if (entry === undefined) throw new Error('every kind is in the table');
  return concat(u8(CHANNEL.gossip), u8(entry.byte), encodeRecord(entry.struct as never, message.message as never));
}

/** After the channel byte. Takes a peer's bytes. */
export function decodeGossip(payload: Uint8Array): Gossip | undefined {
  const entry = GOSSIP.find((one) => one.byte === payload[0]);
  const decoded = entry && decodeRecord<unknown>(entry.struct as never, payload.subarray(1));
  return entry === undefined || decoded?.ok !== true
    ? undefined
    : ({ kind: entry.kind, message: decoded.value } as Gossip);
}
