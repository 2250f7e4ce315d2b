// Receipts from a finished session on: signed once, gathered, submitted in turn, and after finality opened. Everything here is sent again to whoever asks, so that a lost
// frame costs a pause and nothing else.
import { concat, field, fieldFromBytes, fromHex, toHex, thresholdSets, type Hex } from '@enigma/crypto';
import { resultsFromBytes, valueToBytes, type ResultPlace, type Verified } from '@enigma/bytecode';
import {
  checkOutputPiece,
  decodeBlocks,
  digest as recordDigest,
  feeOf,
  FINAL,
  MASKED_TO,
  OPENING,
  outputHashOf,
  RECEIPT_KIND,
  RESULT_STATUS,
  SESSION_KIND,
  sessionIdOf,
  type ChainCall,
  type Domain,
  type MaskedBlock,
  type Receipt,
  type Task,
} from '@enigma/protocol';
import { addSignature, newAgreement, quorumOf, type Agreement } from './agreement.ts';
import type { Candidate } from './candidate.ts';
import type { CommitteeView } from './committee.ts';
import type { NodeChecks } from './defences.ts';
import type { Failpoint } from './failpoints.ts';
import type { Gossip } from './gossip.ts';
import { isConflict, type Signer } from './signer.ts';

/** One receipt's way at this seat. What the chain has done with it is in the chain's view, not here. */
export interface Journey {
  readonly candidate: Candidate;
  readonly headers: readonly Task[];
  readonly receipt: Agreement;
  readonly final: Agreement;
  /** By task. */
  readonly openings: (Agreement | undefined)[];
  readonly outputs: (Uint8Array | undefined)[];
  /** r′ by task, block and T-set, in canonical bytes. */
  readonly pieces: Map<string, readonly bigint[]>;
  /** Block at which the receipt, then the openings, had signatures enough; the turn to submit counts from there. */
  quorumBlock: bigint | undefined;
  openBlock: bigint | undefined;
  submitNotBefore: bigint;
  /** By task: blocks from which its opening may be sent (again). */
  readonly openNotBefore: (bigint | undefined)[];
  /** Blocks from which a claim of our late share may be sent (again); undefined once there is nothing to claim. */
  claimNotBefore: bigint | undefined;
  askedMs: number;
  /** When each seat was last told everything again. */
  readonly answeredMs: Map<number, number>;
  /** Our sign-once store holds another digest in one of its slots: this receipt goes no further here. */
  refused: boolean;
  /** Our pieces have been sent once. */
  shown: boolean;
  /** Every output stands in clear on chain. */
  done: boolean;
  /** Every seat holds it: the session's record is erased. */
  forgotten: boolean;
}

export interface JourneyContext {
  readonly domain: Domain;
  readonly committee: CommitteeView;
  readonly seat: number;
  readonly signer: Signer;
  readonly verified: Verified;
  readonly failpoint: Failpoint;
  readonly checks: NodeChecks;
  places(task: Task): readonly ResultPlace[];
  broadcast(message: Gossip): void;
}

export function startJourney(context: JourneyContext, candidate: Candidate, headers: readonly Task[]): Journey {
  const { contractId, generation, firstSeq } = candidate.receipt;
  const final = recordDigest(context.domain, FINAL, {
    contractId,
    generation,
    firstSeq,
    receiptDigest: candidate.digest,
  });
  return {
    candidate,
    headers,
    receipt: newAgreement(candidate.digest),
    final: newAgreement(final),
    openings: [],
    outputs: [],
    pieces: new Map(),
    quorumBlock: undefined,
    openBlock: undefined,
    submitNotBefore: 0n,
    openNotBefore: [],
    claimNotBefore: 0n,
    askedMs: 0,
    answeredMs: new Map(),
    refused: false,
    shown: false,
    done: false,
    forgotten: false,
  };
}

/**
 * Where a receipt is signed once. Another attempt is another slot only because it carries the record of the one before (abortsHash); another prevRoot, because a repair stands between; another number
 * of reads, because one of them is over, and then the chain takes no receipt of the others with it.
 */
export function receiptSlot(receipt: Receipt): string {
  const { committeeId, generation, contractId, kind, firstSeq, attempt, anchor, prevRoot } = receipt;
  const place = kind === RECEIPT_KIND.READS ? `${firstSeq}+${receipt.count}` : firstSeq;
  return ['receipt', committeeId, generation, contractId, kind, place, attempt, anchor, prevRoot].join('/');
}

export type SignOutcome = 'signed' | 'before' | 'conflict';

/** Signs the receipt in its slot, and tells the others. */
export function signReceipt(context: JourneyContext, journey: Journey): SignOutcome {
  const { candidate, receipt } = journey;
  if (receipt.signatures.has(context.seat)) return 'before';
  const signature = context.signer.signOnce('receipt.sign', receiptSlot(candidate.receipt), bytesOf(candidate.digest));
  if (isConflict(signature)) return 'conflict';
  receipt.signatures.set(context.seat, toHex(signature));
  context.broadcast({ kind: 'receipt', message: { receiptDigest: candidate.digest, signature: toHex(signature) } });
  context.failpoint('receipt.sign.d');
  return 'signed';
}

/** Says that this receipt is the one whose outputs are opened: once for a version, whatever a reorganisation brings. */
export function signFinal(context: JourneyContext, journey: Journey): SignOutcome {
  if (journey.final.signatures.has(context.seat)) return 'before';
  const { contractId, generation, firstSeq } = journey.candidate.receipt;
  const version = ['final', contractId, generation, firstSeq].join('/');
  const slot = context.checks.forkLock ? version : `${version}/${journey.candidate.digest}`;
  const signature = context.signer.signOnce('open.deliver', slot, bytesOf(journey.final.digest));
  if (isConflict(signature)) return 'conflict';
  journey.final.signatures.set(context.seat, toHex(signature));
  context.broadcast({
    kind: 'final',
    message: { receiptDigest: journey.candidate.digest, signature: toHex(signature) },
  });
  return 'signed';
}

/** Whether qHi seats say that this receipt is final: only then does a piece of a mask leave. */
export function mayOpen(context: JourneyContext, journey: Journey): boolean {
  return !context.checks.openAfterFinal || journey.final.signatures.size >= context.committee.qHi;
}

/** This seat's pieces of the blocks for everyone. */
export function ownPieces(context: JourneyContext, journey: Journey): readonly Gossip[] {
  const receiptDigest = journey.candidate.digest;
  return journey.candidate.tasks.flatMap((task, index) => {
    const blocks = blocksOf(context, journey, index);
    return task.pieces.flatMap((held, block) =>
      blocks[block]?.to === MASKED_TO.EVERYONE || !context.checks.reader
        ? held.map((piece): Gossip => ({ kind: 'piece', message: { receiptDigest, index, block, ...piece } }))
        : [],
    );
  });
}

/** Takes a seat's piece, or not: it counts if it is the one committed to in the receipt. */
export function takePiece(
  context: JourneyContext,
  journey: Journey,
  piece: {
    readonly index: number;
    readonly block: number;
    readonly set: number;
    readonly salt: Hex;
    readonly values: Hex;
  },
): boolean {
  const key = pieceKey(piece.index, piece.block, piece.set);
  if (journey.pieces.has(key)) return true;
  const block = blocksOf(context, journey, piece.index)[piece.block];
  const at = thresholdSets(context.committee.n, context.committee.T).indexOf(piece.set);
  const commitment = block?.commitments[at];
  if (block === undefined || commitment === undefined) return false;
  const { receipt } = journey.candidate;
  const slot = {
    // As a reader of the receipt makes it, whatever keys the committee computed with.
    sessionId: sessionIdOf({ ...receipt, kind: SESSION_KIND.TASKS, firstSeqOrBatch: receipt.firstSeq }),
    attempt: receipt.attempt,
    taskIndex: piece.index,
    blockIndex: piece.block,
  };
  const checked = checkOutputPiece(slot, piece.set, bytesOf(piece.salt), bytesOf(piece.values), commitment);
  const values = checked.ok ? checked.value : context.checks.pieces ? undefined : elementsOf(piece.values);
  if (values === undefined || values.length !== block.values.length) return false;
  journey.pieces.set(key, values);
  return true;
}

/** Signs the output of every task whose pieces are all there. */
export function signOpenings(context: JourneyContext, journey: Journey): void {
  for (const [index, task] of journey.candidate.tasks.entries()) {
    if (journey.openings[index] !== undefined || task.result.status !== RESULT_STATUS.OK) continue;
    const output = openedOutput(context, journey, index);
    if (output === undefined) continue;
    const outputHash = outputHashOf(output);
    const agreement = newAgreement(
      recordDigest(context.domain, OPENING, { receiptDigest: journey.candidate.digest, index, outputHash }),
    );
    const signature = context.signer.signOnce(
      'opening.sign',
      `opening/${journey.candidate.digest}/${index}`,
      bytesOf(agreement.digest),
    );
    if (isConflict(signature)) continue;
    agreement.signatures.set(context.seat, toHex(signature));
    journey.openings[index] = agreement;
    journey.outputs[index] = output;
    context.broadcast({
      kind: 'opening',
      message: { receiptDigest: journey.candidate.digest, index, outputHash, signature: toHex(signature) },
    });
  }
}

/** What everyone may read of a task's results, in their canonical bytes; undefined while a piece of a mask is missing. */
function openedOutput(context: JourneyContext, journey: Journey, index: number): Uint8Array | undefined {
  const task = journey.candidate.tasks[index];
  const header = journey.headers[index];
  if (task === undefined || header === undefined) return undefined;
  const blocks = blocksOf(context, journey, index);
  const at = blocks.findIndex((block) => block.to === MASKED_TO.EVERYONE);
  const block = blocks[at];
  const words = block === undefined ? [] : unmasked(context, journey, index, at, block);
  if (words === undefined) return undefined;
  const { module } = context.verified;
  const fn = module.functions.findIndex((one) => one.selector === header.fn);
  const places = context.places(header);
  let next = 0;
  const results = resultsFromBytes(module, fn, places, bytesOf(task.publicBytes), (place) =>
    place === 'everyone' ? (words[next++] ?? 0n) : 0n,
  );
  if (!results.ok) throw new Error(`own public result does not decode: ${results.code}`);
  const shown = results.value.flatMap((value, at_) =>
    places[at_] === 'caller' ? [] : [valueToBytes(module.types, module.functions[fn]?.results[at_]?.type ?? 0, value)],
  );
  return concat(...shown);
}

function unmasked(
  context: JourneyContext,
  journey: Journey,
  index: number,
  at: number,
  block: MaskedBlock,
): readonly bigint[] | undefined {
  const sets = thresholdSets(context.committee.n, context.committee.T);
  const pieces = sets.map((set) => journey.pieces.get(pieceKey(index, at, set)));
  if (pieces.includes(undefined)) return undefined;
  return block.values.map((value, k) => pieces.reduce((rest, piece) => field.sub(rest, piece?.[k] ?? 0n), value));
}

export function takeSignature(context: JourneyContext, journey: Journey, seat: number, message: Gossip): boolean {
  switch (message.kind) {
    case 'receipt':
      if (!addSignature(journey.receipt, context.committee, seat, message.message.signature, context.checks))
        return false;
      context.failpoint('receipt.gather.d');
      return true;
    case 'final':
      return addSignature(journey.final, context.committee, seat, message.message.signature, context.checks);
    case 'opening': {
      const agreement = journey.openings[message.message.index];
      return (
        agreement === undefined ||
        addSignature(agreement, context.committee, seat, message.message.signature, context.checks)
      );
    }
    default:
      return true;
  }
}

export function settleCall(context: JourneyContext, journey: Journey): ChainCall | undefined {
  const quorum = quorumOf(journey.receipt, context.committee.qHi);
  if (quorum === undefined) return undefined;
  const { receipt, tasks } = journey.candidate;
  return {
    name: 'settle',
    receipt,
    headers: journey.headers,
    results: tasks.map((task) => task.result),
    masked: tasks.map((task) => task.masked),
    ...quorum,
  };
}

/** What this seat's share of the receipt comes to. */
export function shareOf({ committee }: JourneyContext, { candidate, headers }: Journey): bigint {
  return candidate.tasks.reduce(
    (sum, { result }, at) =>
      sum + feeOf(result.status, result.gasUsed, headers[at]?.gasPrice ?? 0n) / BigInt(committee.n),
    0n,
  );
}

/** Claims the share of a settlement that left this seat's signature out. */
export function claimCall(context: JourneyContext, journey: Journey): ChainCall | undefined {
  const sig = journey.receipt.signatures.get(context.seat);
  if (sig === undefined) return undefined;
  const { receipt, tasks } = journey.candidate;
  return {
    name: 'claimLate',
    receipt,
    headers: journey.headers,
    results: tasks.map((task) => task.result),
    seat: context.seat,
    sig,
  };
}

export function openCall(context: JourneyContext, journey: Journey, index: number): ChainCall | undefined {
  const agreement = journey.openings[index];
  const output = journey.outputs[index];
  const header = journey.headers[index];
  const quorum = agreement && quorumOf(agreement, context.committee.T + 1);
  if (quorum === undefined || output === undefined || header === undefined) return undefined;
  const { receipt, tasks } = journey.candidate;
  return {
    name: 'open',
    header,
    index,
    output: toHex(output),
    receipt,
    results: tasks.map((task) => task.result),
    ...quorum,
  };
}

/** Blocks from the moment a quorum stands until it is this seat's turn to submit. */
export function turnOf(committee: CommitteeView, seat: number, firstSeq: bigint): bigint {
  const first = Number(firstSeq % BigInt(committee.n));
  return BigInt((seat + committee.n - first) % committee.n);
}

function blocksOf(context: JourneyContext, journey: Journey, index: number): readonly MaskedBlock[] {
  const task = journey.candidate.tasks[index];
  if (task === undefined) return [];
  const blocks = decodeBlocks(bytesOf(task.masked), thresholdSets(context.committee.n, context.committee.T).length);
  if (!blocks.ok) throw new Error(`own masked output does not decode: ${blocks.code}`);
  return blocks.value;
}

/** A piece as it was told, whatever it is: in tests that show what its commitment is for. */
function elementsOf(values: Hex): readonly bigint[] {
  const bytes = bytesOf(values);
  return Array.from({ length: bytes.length >> 4 }, (_, at) => fieldFromBytes(bytes, 16 * at) ?? 0n);
}

function pieceKey(index: number, block: number, set: number): string {
  return `${index}/${block}/${set}`;
}

function bytesOf(hex: Hex): Uint8Array {
  return fromHex(hex) ?? new Uint8Array();
}
