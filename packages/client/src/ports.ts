// What the room is given: a chain as one account sees it, a way to ask a URL, and the clock. Node and browser differ only in these.
import type { Random } from '@enigma/crypto';
import type { ChainPort, Domain } from '@enigma/protocol';
import { ClientError } from './errors.ts';
import { POLL_MS } from './limits.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Not trusted: what counts in an answer is signed. Throws when there is none. */
export type Transport = (url: string, request: Request) => Promise<Answer>;

export interface Ports {
  readonly chain: ChainPort;
  /** Other views of the same chain, asked whether they see the same blocks, contract and committee. */
  readonly witnesses?: readonly ChainPort[];
  readonly transport: Transport;
  readonly random: Random;
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Time between two looks; default 250 ms. */
  readonly pollMs?: number;
}

/** Bounds of one wait. */
export interface WaitOptions {
  readonly signal?: AbortSignal;
  /** Gives up with TIMED_OUT after so long; default never. */
  readonly timeoutMs?: number;
}

export function domainOf(chain: ChainPort): Domain {
  return { chainId: chain.chainId, verifyingContract: chain.tasks };
}

/** A transport over `fetch`, in the browser or Node. */
export function fetchTransport(fetchLike: typeof globalThis.fetch): Transport {
  return async (url, { method, headers, body, signal }) => {
    const response = await fetchLike(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    const given: Record<string, string> = {};
    for (const [name, value] of response.headers) given[name.toLowerCase()] = value;
    return { status: response.status, headers: given, text: await response.text() };
  };
}

/** Looks again and again until there is something. */
export async function until<T>(
  ports: Ports,
  options: WaitOptions,
  what: string,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const start = ports.nowMs();
  for (;;) {
    checkAborted(options.signal);
    const found = await look();
    if (found !== undefined) return found;
    const waitedMs = ports.nowMs() - start;
    if (options.timeoutMs !== undefined && waitedMs >= options.timeoutMs) {
      throw new ClientError(
        'TIMED_OUT',
        `No ${what} after ${Math.round(waitedMs / 1000)} s.`,
        { what, waitedMs },
        'Wait again: nothing is lost by waiting.',
      );
    }
    await ports.sleep(ports.pollMs ?? POLL_MS);
  }
}

export function checkAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new ClientError('ABORTED', 'Stopped by the caller.', {}, 'What was sent stays sent; wait again to go on.');
}
