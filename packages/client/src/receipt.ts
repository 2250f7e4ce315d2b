// Receipts: whether a settlement event contradicts itself, and whether enough seats signed what it says.
import type { Hex } from '@enigma/crypto';
import {
  API_PATH,
  digest,
  maskedHashOf,
  RECEIPT,
  resultsRootOf,
  seatsOf,
  signerOf,
  type Domain,
  type EventFacts,
  type Receipt,
} from '@enigma/protocol';
import { askSeat, isHex, isRecord } from './asking.ts';
import { ALL_CHECKS, checksOf, type ClientChecks } from './defences.ts';
import { ClientError, isClientError, LyingNode, LyingRpc } from './errors.ts';
import { ASK_TOTAL_MS } from './limits.ts';
import { domainOf, until, type Ports, type WaitOptions } from './ports.ts';
import { bytesOf, type CommitteeFacts } from './reading.ts';

/** The receipt's digest, recomputed; everything in the event hangs on it. */
export function checkSettled(
  domain: Domain,
  committee: Pick<CommitteeFacts, 'committeeId'>,
  event: EventFacts['Settled'],
  checks: ClientChecks = ALL_CHECKS,
): Hex {
  const { receipt, results, masked } = event;
  const receiptDigest = digest(domain, RECEIPT, receipt);
  const whole = checks['settled.digest'];
  if (whole && receiptDigest !== event.receiptDigest) throw new LyingRpc('a receipt does not hash to its digest');
  if (
    whole &&
    (receipt.contractId !== event.contractId ||
      receipt.firstSeq !== event.firstSeq ||
      receipt.newRoot !== event.newRoot)
  ) {
    throw new LyingRpc('a settlement contradicts its receipt');
  }
  if (whole && (receipt.count !== results.length || receipt.count !== masked.length))
    throw new LyingRpc('a settlement does not have its receipt’s count');
  if (checks['settled.results'] && resultsRootOf(results) !== receipt.resultsRoot)
    throw new LyingRpc('results do not hash to their receipt');
  for (const [i, result] of results.entries()) {
    if (checks['settled.masked'] && maskedHashOf(bytesOf(masked[i] as Hex)) !== result.maskedHash)
      throw new LyingRpc('a masked output does not hash to its result');
  }
  if (checks['settled.committee'] && receipt.committeeId !== committee.committeeId)
    throw new LyingRpc('a receipt of another committee');
  return receiptDigest;
}

export interface SeatSignature {
  readonly seat: number;
  readonly signature: Hex;
}

export interface ReceiptProof {
  readonly receiptDigest: Hex;
  /** Seats whose signature was checked. */
  readonly signers: readonly number[];
  readonly signatures: readonly SeatSignature[];
  /** Fewer than the quorum of any time: settled after the grace, by T+1 at least. */
  readonly degraded: boolean;
  readonly liars: readonly LyingNode[];
}

/** Which of the signatures are the seats' own, over this receipt; RECEIPT_UNPROVEN below T+1, since then none need be honest. */
export function verifyReceipt(
  domain: Domain,
  committee: CommitteeFacts,
  receipt: Receipt,
  signatures: readonly SeatSignature[],
): ReceiptProof {
  const receiptDigest = digest(domain, RECEIPT, receipt);
  const good = new Map<number, Hex>();
  for (const { seat, signature } of signatures) {
    const signer = committee.seats[seat]?.signer;
    if (signer !== undefined && !good.has(seat) && signerOf(receiptDigest, signature) === signer)
      good.set(seat, signature);
  }
  if (good.size < committee.qLo) throw unproven(receiptDigest, good.size, committee);
  return proofOf(receiptDigest, committee, good, []);
}

function proofOf(
  receiptDigest: Hex,
  committee: CommitteeFacts,
  good: ReadonlyMap<number, Hex>,
  liars: readonly LyingNode[],
): ReceiptProof {
  const signers = [...good.keys()].sort((a, b) => a - b);
  const signatures = signers.map((seat) => ({ seat, signature: good.get(seat) as Hex }));
  return { receiptDigest, signers, signatures, degraded: good.size < committee.qHi, liars };
}

function unproven(receiptDigest: Hex, have: number, committee: CommitteeFacts): ClientError {
  return new ClientError(
    'RECEIPT_UNPROVEN',
    `Only ${have} of ${committee.n} seats are known to have signed the receipt.`,
    { receiptDigest, have, need: committee.qLo },
    'Do not believe the result; use another RPC and ask again.',
  );
}

/**
 * Gathers the seats' signatures from the seats themselves, because the chain keeps a bitmap and no signatures. Done with as many as the chain counted, or with what is known
 * when every seat has answered.
 */
export async function proveReceipt(
  ports: Ports,
  committee: CommitteeFacts,
  receipt: Receipt,
  bitmap: number,
  options: WaitOptions = {},
): Promise<ReceiptProof> {
  const domain = domainOf(ports.chain);
  const receiptDigest = digest(domain, RECEIPT, receipt);
  const checks = checksOf(ports);
  const wanted = Math.min(seatsOf(bitmap).length, committee.qHi);
  if (checks['receipt.quorum'] && wanted < committee.qLo)
    throw new LyingRpc('a settlement that fewer than T+1 seats signed');
  const good = new Map<number, Hex>();
  const liars = new Map<number, LyingNode>();
  const gathered = until(ports, { timeoutMs: ASK_TOTAL_MS, ...options }, 'proof of the receipt', async () => {
    const answers = await Promise.all(
      committee.seats.map(async (seat) => ({
        seat,
        answer: await askSeat(ports, domain, seat, `${API_PATH.receipt}/${receiptDigest}`, options.signal),
      })),
    );
    for (const { seat, answer } of answers) {
      if (answer.kind !== 'body') continue;
      if (!takeSignatures(committee, receiptDigest, answer.body, good, checks))
        liars.set(seat.seat, new LyingNode(seat.seat, 'a receipt signature that is not the seat’s'));
    }
    if (good.size >= wanted) return proofOf(receiptDigest, committee, good, [...liars.values()]);
    const all = answers.every(({ answer }) => answer.kind === 'body');
    if (all && checks['receipt.quorum'] && good.size < committee.qLo)
      throw [...liars.values()][0] ?? unproven(receiptDigest, good.size, committee);
    return all ? proofOf(receiptDigest, committee, good, [...liars.values()]) : undefined;
  });
  try {
    return await gathered;
  } catch (error) {
    // Seats that do not know the receipt, or do not answer: one that they had signed, T+1 would show.
    throw isClientError(error, 'TIMED_OUT') ? unproven(receiptDigest, good.size, committee) : error;
  }
}

/** False where one of them is wrong: an honest seat passes on none that it has not checked. */
function takeSignatures(
  committee: CommitteeFacts,
  receiptDigest: Hex,
  body: unknown,
  good: Map<number, Hex>,
  checks: ClientChecks,
): boolean {
  const list = isRecord(body) ? body['signatures'] : undefined;
  if (!Array.isArray(list) || list.length > committee.n) return false;
  let honest = true;
  for (const one of list as readonly unknown[]) {
    const seat = isRecord(one) && typeof one['seat'] === 'number' ? one['seat'] : -1;
    const signature = isRecord(one) ? one['signature'] : undefined;
    const signer = committee.seats[seat]?.signer;
    if (good.has(seat)) continue;
    const right = signer !== undefined && isHex(signature, 64);
    if (right && (!checks['receipt.signatures'] || signerOf(receiptDigest, signature) === signer))
      good.set(seat, signature);
    else honest = false;
  }
  return honest;
}
