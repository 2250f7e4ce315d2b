// Input masks from the seats. Each r_A is known to the n − T seats outside A; what T+1 of them say alike, an honest one says. So T liars can neither shift an input nor
// keep a client from its mask, and a seat that says otherwise is named by its own signature.
import { fromHex, generateSealingKey, keccak256, open, toHex, type Hex, type SigningKey } from '@enigma/crypto';
import {
  API_PATH,
  decodeMaskPieces,
  digest,
  MASK_REQUEST,
  MASK_SEAL_INFO,
  maskAnswerContext,
  maskIdOf,
  signRecord,
  verifyMaskAnswer,
  widthsHashOf,
  type ApiError,
  type Domain,
  type MaskRequest,
  type MaskRequestBody,
} from '@enigma/protocol';
import { isHex, isRecord, postSeat } from './asking.ts';
import { checksOf, type ClientChecks } from './defences.ts';
import { ClientError, LyingNode } from './errors.ts';
import { ASK_ROUNDS_MAX } from './limits.ts';
import { createPatience } from './patience.ts';
import { checkAborted, type Ports } from './ports.ts';
import { nodeCode, refusalsText } from './refusals.ts';
import { ONLY_PERIOD, type CommitteeFacts, type Seat } from './reading.ts';

export interface MaskTerms {
  readonly domain: Domain;
  readonly committee: CommitteeFacts;
  readonly contractId: Hex;
  /** One of MASK_KIND. */
  readonly kind: number;
  readonly nonce: bigint;
  readonly widths: readonly number[];
}

export interface Masks {
  readonly maskId: Hex;
  /** r = Σ_A r_A mod 2^w, one per value: secret. */
  readonly values: readonly bigint[];
  /** Seats whose answers did not agree with T+1 others, or that signed what does not open. */
  readonly liars: readonly LyingNode[];
  /** Seats whose answer counted. */
  readonly answered: readonly number[];
}

interface Request {
  readonly record: MaskRequest;
  readonly requestDigest: Hex;
  readonly body: MaskRequestBody;
}

/** Asks 2T+1 seats first, in an order that the sender decides so that the load is spread; the others when that is not enough. */
export async function requestMasks(
  ports: Ports,
  terms: MaskTerms,
  sender: SigningKey,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Masks> {
  const { committee, widths } = terms;
  const checks = checksOf(ports);
  const requestKey = generateSealingKey(ports.random);
  const request = requestOf(terms, sender, toHex(requestKey.publicKey));
  const told = new Map<number, readonly (readonly bigint[])[]>();
  const liars = new Map<number, LyingNode>();
  const refusals = new Map<number, ApiError['code']>();
  const patience = createPatience(ports);
  let waiting = orderOf(committee.seats, sender);
  let count = 2 * committee.T + 1;
  for (let round = 0; round < ASK_ROUNDS_MAX; round++) {
    checkAborted(options.signal);
    const now = patience.due(waiting.slice(0, count));
    const answers = await Promise.all(
      now.map(async (seat) => ({
        seat,
        answer: await postSeat(ports, seat, API_PATH.mask, request.body, options.signal),
      })),
    );
    const later: Seat[] = waiting.slice(0, count).filter((seat) => !now.includes(seat));
    for (const { seat, answer } of answers) {
      patience.saw(seat, answer);
      if (answer.kind === 'refused') refusals.set(seat.seat, nodeCode(answer.code));
      else refusals.delete(seat.seat);
      const words =
        answer.kind === 'body' ? readAnswer(terms, request, requestKey, seat, answer.body, checks) : undefined;
      if (words instanceof LyingNode) liars.set(seat.seat, words);
      else if (words === undefined) later.push(seat);
      else told.set(seat.seat, words);
    }
    const agreed = agree(terms, told, checks);
    for (const seat of agreed.liars) liars.set(seat, new LyingNode(seat, 'mask words other than those of T+1 seats'));
    if (agreed.words !== undefined) {
      const values = widths.map((width, i) =>
        BigInt.asUintN(
          width,
          (agreed.words ?? []).reduce((sum, words) => sum + (words[i] ?? 0n), 0n),
        ),
      );
      return { maskId: maskIdOf(request.record), values, liars: [...liars.values()], answered: [...told.keys()] };
    }
    const untried = waiting.slice(count);
    if (untried.length === 0 && later.length === 0) break;
    // Seats that were silent are asked once more after the others, busy ones when they said; before that nobody is asked where the others are too few.
    const tooFew = later.length > 0 && told.size + untried.length < 2 * committee.T + 1;
    if ((untried.length === 0 || tooFew) && !(await patience.rest(later, options.signal))) break;
    waiting = [...untried, ...later];
    count = waiting.length;
  }
  const first = [...liars.values()][0];
  if (first !== undefined) throw first;
  const disputed = agree(terms, told, checks).disputed;
  if (disputed.length > 0)
    throw new ClientError(
      'MASKS_DISPUTED',
      `Seats ${disputed.join(', ')} told different words of one mask, and too few agree to say which is right.`,
      { suspects: disputed.join(), answered: told.size, need: committee.T + 1, seats: committee.n },
      'Report these seats. A committee of n ≥ 3T+1 seats outvotes a liar; one of 2T+1 can only wait for another committee.',
    );
  const { text, next } = refusalsText(refusals);
  throw new ClientError(
    'NODES_UNREACHABLE',
    `Only ${told.size} of ${committee.n} seats told their part of a mask.${text}`,
    { answered: told.size, need: 2 * committee.T + 1, seats: committee.n, refused: [...refusals.values()].join() },
    next ?? 'Check that the nodes run and that their API addresses can be reached, then ask again.',
  );
}

function requestOf(terms: MaskTerms, sender: SigningKey, requestKey: Hex): Request {
  const { contractId, kind, nonce, widths, committee } = terms;
  const { committeeId } = committee;
  const record: MaskRequest = {
    committeeId,
    period: ONLY_PERIOD,
    contractId,
    sender: sender.address,
    kind,
    nonce,
    widthsHash: widthsHashOf(widths),
    requestKey,
  };
  const signature = signRecord(terms.domain, MASK_REQUEST, record, sender.privateKey);
  const { widthsHash: _, ...facts } = record;
  return {
    record,
    requestDigest: digest(terms.domain, MASK_REQUEST, record),
    body: { ...facts, nonce: nonce.toString(), widths, signature },
  };
}

/** A seat's words by its sets; undefined where nobody signed the answer; a liar where the seat did and it is wrong. */
function readAnswer(
  terms: MaskTerms,
  request: Request,
  requestKey: ReturnType<typeof generateSealingKey>,
  seat: Seat,
  body: unknown,
  checks: ClientChecks,
): readonly (readonly bigint[])[] | LyingNode | undefined {
  if (!isRecord(body) || body['seat'] !== seat.seat || !isHex(body['sealed']) || !isHex(body['signature'], 64))
    return undefined;
  const sealed = fromHex(body['sealed']) ?? new Uint8Array();
  // Another key, or an answer to another request: it may be the transport's doing.
  if (
    checks['mask.signature'] &&
    !verifyMaskAnswer(terms.domain, request.requestDigest, seat.seat, sealed, body['signature'], seat.signer)
  )
    return undefined;
  const plain = open(requestKey, MASK_SEAL_INFO, maskAnswerContext(request.requestDigest, seat.seat), sealed);
  if (!(plain instanceof Uint8Array)) return new LyingNode(seat.seat, 'a signed mask that does not open');
  const sets = heldSets(terms.committee, seat.seat);
  const pieces = decodeMaskPieces(plain, sets, terms.widths);
  return pieces.ok
    ? pieces.value.map((piece) => piece.words)
    : new LyingNode(seat.seat, `a signed mask of the wrong form (${pieces.code})`);
}

function heldSets(committee: CommitteeFacts, seat: number): readonly number[] {
  return committee.sets.filter((set) => ((set >>> seat) & 1) === 0);
}

interface Agreement {
  /** Each r_A that T+1 holders told alike; undefined while one is missing. */
  readonly words: readonly (readonly bigint[])[] | undefined;
  /** Who told another word than an agreed one. */
  readonly liars: ReadonlySet<number>;
  /** Seats that told different words where no T+1 agree: at least one of them lies. */
  readonly disputed: readonly number[];
}

function agree(
  { committee }: MaskTerms,
  told: ReadonlyMap<number, readonly (readonly bigint[])[]>,
  checks: ClientChecks,
): Agreement {
  const alike = checks['mask.agreement'] ? committee.T + 1 : 1;
  const liars = new Set<number>();
  const disputed = new Set<number>();
  const agreed: (readonly bigint[])[] = [];
  for (const set of committee.sets) {
    const said = new Map<string, number[]>();
    for (const [seat, words] of told) {
      const at = heldSets(committee, seat).indexOf(set);
      if (at < 0) continue;
      const key = (words[at] ?? []).join();
      said.set(key, [...(said.get(key) ?? []), seat]);
    }
    const enough = [...said.entries()].find(([, seats]) => seats.length >= alike);
    if (enough === undefined) {
      if (said.size > 1) for (const seat of [...said.values()].flat()) disputed.add(seat);
      continue;
    }
    for (const [key, seats] of said) if (key !== enough[0]) for (const seat of seats) liars.add(seat);
    agreed.push(enough[0].split(',').map(BigInt));
  }
  return {
    words: agreed.length === committee.sets.length ? agreed : undefined,
    liars,
    disputed: [...disputed].toSorted((a, b) => a - b),
  };
}

function orderOf(seats: readonly Seat[], sender: SigningKey): readonly Seat[] {
  const start = Number(BigInt(toHex(keccak256(sender.publicKey).subarray(0, 4)))) % seats.length;
  return [...seats.slice(start), ...seats.slice(0, start)];
}
