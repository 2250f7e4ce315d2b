// One question to one seat. An answer counts when the signer key that the chain gives for the seat signed it over this very request; so a replayed, altered or borrowed
// answer is none.
import type { Hex } from '@enigma/crypto';
import {
  API_ANSWER,
  apiBodyHash,
  apiRequestHash,
  digest,
  signerOf,
  type ApiError,
  type Domain,
} from '@enigma/protocol';
import { checksOf } from './defences.ts';
import { ClientError } from './errors.ts';
import { ANSWER_CHARS_MAX, ASK_TIMEOUT_MS } from './limits.ts';
import type { Answer, Ports } from './ports.ts';
import { isPresent, type Seat } from './reading.ts';

export type SeatAnswer =
  | { readonly kind: 'body'; readonly status: number; readonly body: unknown }
  /** The seat says, signed, that it has no answer (yet). */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      /** When it wants to be asked again, where it says so. */
      readonly retryAfterMs: number | undefined;
    }
  /** No answer, or one that nobody signed: the network's fault or the seat's, which nobody can tell. */
  | { readonly kind: 'silent'; readonly why: 'unreachable' | 'tooLong' | 'unsigned' | 'malformed' };

/** A signed GET. */
export async function askSeat(
  ports: Ports,
  domain: Domain,
  seat: Seat,
  path: string,
  signal?: AbortSignal,
): Promise<SeatAnswer> {
  const checks = checksOf(ports);
  const answer = await carry(ports, seat, 'GET', path, undefined, signal);
  if (answer === undefined) return { kind: 'silent', why: 'unreachable' };
  if (checks['answer.length'] && answer.text.length > ANSWER_CHARS_MAX) return { kind: 'silent', why: 'tooLong' };
  const record = {
    requestHash: apiRequestHash('GET', path, new Uint8Array()),
    status: answer.status,
    bodyHash: apiBodyHash(answer.text),
  };
  if (!Number.isInteger(answer.status) || answer.status < 0 || answer.status > 0xffff)
    return { kind: 'silent', why: 'malformed' };
  const signature = answer.headers['x-enigma-signature'];
  const signer = signature === undefined ? undefined : signerOf(digest(domain, API_ANSWER, record), signature as Hex);
  // A node whose keys have rotated answers under the new ones once that is final, which may be long after we have read of the seat.
  const isKnown = signer === seat.nodeSigner || signer === seat.signer;
  if (
    checks['answer.signature'] &&
    (signer === undefined || (!isKnown && !(await isPresent(ports, seat.node, signer))))
  )
    return { kind: 'silent', why: 'unsigned' };
  return read(answer);
}

/** A POST whose answer carries its own signature, for the caller to check. */
export async function postSeat(
  ports: Ports,
  seat: Seat,
  path: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<SeatAnswer> {
  const answer = await carry(ports, seat, 'POST', path, JSON.stringify(body), signal);
  if (answer === undefined) return { kind: 'silent', why: 'unreachable' };
  return checksOf(ports)['answer.length'] && answer.text.length > ANSWER_CHARS_MAX
    ? { kind: 'silent', why: 'tooLong' }
    : read(answer);
}

function read(answer: Answer): SeatAnswer {
  let body: unknown;
  try {
    body = JSON.parse(answer.text);
  } catch {
    return { kind: 'silent', why: 'malformed' };
  }
  if (answer.status === 200) return { kind: 'body', status: 200, body };
  const code = isRecord(body) && typeof body['code'] === 'string' ? (body['code'] as ApiError['code']) : 'INTERNAL';
  return { kind: 'refused', status: answer.status, code, retryAfterMs: retryAfterOf(answer, body) };
}

/** By the body, which is signed where an answer is; else by the header of whoever stands before the node. */
function retryAfterOf({ headers }: Answer, body: unknown): number | undefined {
  const told = isRecord(body) ? body['retryAfterMs'] : undefined;
  if (typeof told === 'number' && told > 0) return told;
  const seconds = headers['retry-after'];
  return seconds !== undefined && /^\d{1,9}$/.test(seconds) ? 1_000 * Number(seconds) : undefined;
}

async function carry(
  ports: Ports,
  seat: Seat,
  method: 'GET' | 'POST',
  path: string,
  body: string | undefined,
  signal?: AbortSignal,
): Promise<Answer | undefined> {
  const timeout = new AbortController();
  const stop = (): void => timeout.abort();
  signal?.addEventListener('abort', stop, { once: true });
  const request = {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
    signal: timeout.signal,
  };
  const timer = setTimeout(stop, ASK_TIMEOUT_MS);
  try {
    if (signal?.aborted) stop();
    return await ports.transport(seat.apiUrl + path, request);
  } catch (error) {
    if (error instanceof ClientError) throw error;
    return undefined;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lower-case hex of so many bytes; of any number without one. Takes a peer's value. */
export function isHex(value: unknown, bytes?: number): value is Hex {
  return (
    typeof value === 'string' &&
    /^0x([0-9a-f]{2})*$/.test(value) &&
    (bytes === undefined || value.length === 2 + 2 * bytes)
  );
}
