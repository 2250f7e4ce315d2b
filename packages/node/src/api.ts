// The client API, decided without a socket: request in, signed answer out. What a client may learn here is public, or sealed to the one who asked and signed.
import { fromHex, toHex, type Hex } from '@enigma/crypto';
import {
  API_ANSWER,
  API_PATH,
  apiBodyHash,
  apiRequestHash,
  decodeRecord,
  digest,
  MASKED_TO,
  decodeBlocks,
  TASK,
  type ApiError,
  type BodyAnswerBody,
  type BodyRequestBody,
  type EvidenceBody,
  type EvidenceListBody,
  type HealthBody,
  type MaskRequestBody,
  type NodeInfo,
  type OpenBody,
  type OpeningBody,
  type ReceiptBody,
  type SeatState,
  type StateBody,
  type Task,
  type TaskBody,
} from '@enigma/protocol';
import { thresholdSets } from '@enigma/crypto';
import { sealedFor } from './calls.ts';
import type { NodeChecks } from './defences.ts';
import { busyRetryMs } from './limits.ts';
import { answerMask } from './masks.ts';
import type { Node } from './node.ts';
import { onlyPeriod } from './program.ts';
import { publicRootOfState } from './state.ts';
import { nodeVersion } from './version.ts';
import { encodeCursor } from '@enigma/protocol';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Over the request and the body's JSON text; absent where something was handed in: what is taken carries a signature of its own, and to refuse must cost less than to ask. */
  readonly signature: Hex | undefined;
}

export function answerRequest(node: Node, request: ApiRequest): ApiAnswer {
  const answer = route(node, request);
  if (request.method !== 'GET') return { ...answer, signature: undefined };
  const requestHash = apiRequestHash(request.method, request.path, request.body);
  const record = { requestHash, status: answer.status, bodyHash: apiBodyHash(JSON.stringify(answer.body)) };
  return { ...answer, signature: toHex(node.signer.sign(bytesOf(digest(node.domain, API_ANSWER, record)))) };
}

type Unsigned = Omit<ApiAnswer, 'signature'>;

function route(node: Node, { method, path, body }: ApiRequest): Unsigned {
  if (method === 'POST' && path === API_PATH.mask) return mask(node, body);
  if (method === 'POST' && path === API_PATH.body) return takeBody(node, body);
  if (method !== 'GET') return refuse(404, 'NOT_FOUND', `${method} ${path} is not served here.`);
  const [, first, ...rest] = path.split('/');
  switch (`/${first}`) {
    case API_PATH.health:
      return { status: 200, body: health(node) };
    case API_PATH.ready: {
      const ready = node.ready();
      return { status: ready.ready ? 200 : 503, body: ready };
    }
    case API_PATH.node:
      return { status: 200, body: nodeInfo(node) };
    case API_PATH.state:
      return state(node, rest[0]);
    case API_PATH.task:
      return task(node, rest[0]);
    case API_PATH.open:
      return open(node, rest[0], Number(rest[1]));
    case API_PATH.receipt:
      return receipt(node, rest[0]);
    case API_PATH.opening:
      return opening(node, rest[0], Number(rest[1]));
    case API_PATH.evidence:
      return evidence(node, rest[0]);
    default:
      return refuse(404, 'NOT_FOUND', `${path} is not served here.`);
  }
}

function mask(node: Node, bytes: Uint8Array): Unsigned {
  const { checks } = node;
  const body = parseMask(bytes, checks);
  if (body === undefined) return refuse(400, 'BAD_REQUEST', 'The body is not a mask request; see docs/formats.md.');
  const seat = node.seatOf(body.contractId);
  const wrong = seat?.host.committee.committeeId !== body.committeeId || body.period !== onlyPeriod;
  if (seat === undefined || (checks['mask.committee'] && wrong)) {
    return refuse(
      404,
      'WRONG_COMMITTEE',
      'This node does not serve that committee and period: read the committee from the chain again.',
    );
  }
  if (node.stateOf(seat) === 'Failed')
    return refuse(503, 'NOT_YET', 'This seat stands still after an error of its node: ask the others.', busyRetryMs);
  if (awaitsRepair(node.stateOf(seat)))
    return refuse(503, 'NOT_YET', 'This seat lost its disk and waits for its repair: ask the others.', busyRetryMs);
  if (seat.maskKeys().size === 0)
    return refuse(503, 'NOT_YET', 'The committee is still setting up its keys: try again in a few seconds.', 1_000);
  if (seat.full())
    return refuse(503, 'BUSY', 'Many tasks of this contract wait already: try again later.', busyRetryMs);
  const answer = answerMask(
    {
      domain: node.domain,
      seat: seat.host.seat,
      keys: seat.maskKeys(),
      signer: seat.host.signer,
      random: seat.host.random,
      checks,
    },
    body,
  );
  if (answer.ok) return { status: 200, body: answer.body };
  return answer.code === 'BAD_SIGNATURE'
    ? refuse(403, 'BAD_SIGNATURE', 'The request is not signed by its sender: a mask is told to nobody else.')
    : refuse(400, 'BAD_REQUEST', 'Widths or request key are not what a mask can have.');
}

function takeBody(node: Node, bytes: Uint8Array): Unsigned {
  const asked = parseBody(bytes);
  if (asked === undefined) return refuse(400, 'BAD_REQUEST', 'That is not a task with its body; see docs/formats.md.');
  const { header, body, senderSig } = asked;
  const seat = node.seatOf(header.contractId);
  if (seat === undefined)
    return refuse(
      404,
      'WRONG_COMMITTEE',
      'This node has no seat for that contract: read its committee from the chain.',
    );
  if (node.draining())
    return refuse(503, 'BUSY', 'This node is being taken down and takes nothing new: ask the others.', busyRetryMs);
  // Whoever acknowledges promises to compute.
  if (!node.mayServe(seat) || !seat.serving())
    return refuse(503, 'NOT_YET', 'This seat does not serve yet: try again in a few seconds.', 1_000);
  if (seat.full())
    return refuse(503, 'BUSY', 'Many tasks of this contract wait already: try again later.', busyRetryMs);
  const taken = seat.takeBody(header, body, senderSig, node.watch().latestTime);
  if (taken.ok) {
    const answer: BodyAnswerBody = { seat: seat.host.seat, signature: taken.signature };
    return { status: 200, body: answer };
  }
  const { code, why } = taken;
  if (code === 'BUSY') return refuse(503, code, why, busyRetryMs);
  return refuse(code === 'BAD_SIGNATURE' ? 403 : 400, code, why);
}

function health(node: Node): HealthBody {
  const waits = node.seats().some((seat) => awaitsRepair(node.stateOf(seat)));
  return { live: true, degraded: waits || node.failures().length > 0 };
}

function awaitsRepair(state: SeatState): boolean {
  return state === 'Superseded' || state === 'Repairing';
}

function nodeInfo(node: Node): NodeInfo {
  return {
    index: node.index,
    version: nodeVersion,
    signer: node.signer.address,
    chainId: Number(node.domain.chainId),
    tasksAddress: node.domain.verifyingContract,
    committees: node.seats().map((seat) => ({
      committeeId: seat.host.committee.committeeId,
      contractId: seat.host.contract.contractId,
      seat: seat.host.seat,
      serving: node.stateOf(seat) === 'Serving',
      state: node.stateOf(seat),
    })),
    ...node.linkStats(),
  };
}

function state(node: Node, contractId: string | undefined): Unsigned {
  const seat = node.seatOf(contractId as Hex);
  const current = seat?.state();
  const roots = seat?.roots();
  if (current === undefined || roots === undefined)
    return refuse(404, 'NOT_FOUND', 'This node holds no state of that contract.');
  const body: StateBody = {
    version: String(current.version),
    fields: [...current.fields, encodeCursor(current.cursor)].map(toHex),
    publicRoot: publicRootOfState(current),
    ...roots,
  };
  return { status: 200, body };
}

function task(node: Node, taskId: string | undefined): Unsigned {
  const found = node.taskOf(taskId as Hex);
  if (found === undefined)
    return refuse(404, 'NOT_FOUND', 'No final block holds that task yet, or this node has no seat for it.');
  const body: TaskBody = found.seat.taskFacts(found.task);
  return { status: 200, body };
}

function open(node: Node, receiptDigest: string | undefined, index: number): Unsigned {
  const found = node.journeyOf(receiptDigest as Hex);
  const held = found?.journey.candidate.tasks[index];
  if (found === undefined || held === undefined) return refuse(404, 'NOT_FOUND', 'This node knows no such receipt.');
  if (!found.seat.mayOpen(found.journey))
    return refuse(
      425,
      'NOT_YET',
      'The receipt is not final yet at enough seats: try again after the next blocks.',
      1_000,
    );
  const { n, T } = found.seat.host.committee;
  const blocks = decodeBlocks(bytesOf(held.masked), thresholdSets(n, T).length);
  const pieces = held.pieces.flatMap((one, block) =>
    blocks.ok && (blocks.value[block]?.to === MASKED_TO.EVERYONE || !node.checks.reader)
      ? one.map((piece) => ({ block, ...piece }))
      : [],
  );
  const task = node.taskOf(held.result.taskId)?.task;
  const sealed = held.pieces.flatMap((own, block) => {
    if (task === undefined || !blocks.ok || blocks.value[block]?.to !== MASKED_TO.ADDRESS) return [];
    const one = sealedFor(found.seat.host, task, { receiptDigest: receiptDigest as Hex, index, block }, own);
    return one === undefined ? [] : [{ block, sealed: one }];
  });
  const body: OpenBody = {
    seat: found.seat.host.seat,
    publicBytes: held.publicBytes,
    events: held.events,
    pieces,
    sealed,
  };
  return { status: 200, body };
}

function receipt(node: Node, receiptDigest: string | undefined): Unsigned {
  const found = node.journeyOf(receiptDigest as Hex);
  if (found === undefined) return refuse(404, 'NOT_FOUND', 'This node knows no such receipt.');
  const body: ReceiptBody = {
    signatures: [...found.journey.receipt.signatures].map(([seat, signature]) => ({ seat, signature })),
  };
  return { status: 200, body };
}

function opening(node: Node, receiptDigest: string | undefined, index: number): Unsigned {
  const found = node.journeyOf(receiptDigest as Hex);
  const output = found?.journey.outputs[index];
  const signature =
    found === undefined ? undefined : found.journey.openings[index]?.signatures.get(found.seat.host.seat);
  if (found === undefined || output === undefined || signature === undefined)
    return refuse(425, 'NOT_YET', 'This node has not opened that output yet.', 1_000);
  const body: OpeningBody = { seat: found.seat.host.seat, output: toHex(output), signature };
  return { status: 200, body };
}

/** Everything in it was signed by a seat and shown to all others: it is for anybody. */
function evidence(node: Node, name: string | undefined): Unsigned {
  const list: EvidenceListBody = { evidence: node.evidence.names() };
  if (name === undefined) return { status: 200, body: list };
  const text = isHex(name, 16) ? node.evidence.get(name) : undefined;
  if (text === undefined) return refuse(404, 'NOT_FOUND', 'This node holds no evidence of that name.');
  const body: EvidenceBody = { text };
  return { status: 200, body };
}

function refuse(status: number, code: ApiError['code'], message: string, retryAfterMs?: number): Unsigned {
  const body: ApiError = retryAfterMs === undefined ? { code, message } : { code, message, retryAfterMs };
  return { status, body };
}

const widthsCountMax = 64;

/** The request in its declared types, or undefined. Takes anybody's bytes. */
function parseMask(bytes: Uint8Array, checks: NodeChecks): MaskRequestBody | undefined {
  const read = parseObject<keyof MaskRequestBody>(bytes);
  if (read === undefined) return undefined;
  if (!checks['mask.form']) return read as MaskRequestBody;
  const { committeeId, period, contractId, sender, kind, nonce, widths, requestKey, signature } = read;
  if (
    !isHex(committeeId, 32) ||
    !isHex(contractId, 32) ||
    !isHex(sender, 20) ||
    !isHex(requestKey, 32) ||
    !isHex(signature, 64)
  )
    return undefined;
  if (!isUint(period, 2 ** 32) || !isUint(kind, 256)) return undefined;
  if (typeof nonce !== 'string' || !/^\d{1,20}$/.test(nonce) || BigInt(nonce) >= 1n << 64n) return undefined;
  if (!Array.isArray(widths) || widths.length > widthsCountMax || !widths.every((width) => isUint(width, 65)))
    return undefined;
  return { committeeId, period, contractId, sender, kind, nonce, widths: widths as number[], requestKey, signature };
}

/** A task and its body in their forms, or undefined. Takes anybody's bytes. */
function parseBody(
  bytes: Uint8Array,
): { readonly header: Task; readonly body: Uint8Array; readonly senderSig: Hex } | undefined {
  const { header, body, senderSig } = parseObject<keyof BodyRequestBody>(bytes) ?? {};
  if (typeof header !== 'string' || typeof body !== 'string' || !isHex(senderSig, 64)) return undefined;
  const record = fromHex(header as Hex);
  const content = fromHex(body as Hex);
  const task = record && decodeRecord(TASK, record);
  return task?.ok === true && content !== undefined ? { header: task.value, body: content, senderSig } : undefined;
}

function parseObject<K extends string>(bytes: Uint8Array): Partial<Record<K, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isHex(value: unknown, bytes: number): value is Hex {
  return typeof value === 'string' && value.length === 2 + 2 * bytes && /^0x[0-9a-f]*$/.test(value);
}

function isUint(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < limit;
}

function bytesOf(hex: Hex): Uint8Array {
  return fromHex(hex) ?? new Uint8Array();
}
