// The client API over HTTP/1.1 with CORS. Transport only: what is asked and answered is decided in api.ts, and what is read there carries the node's signature, so that a
// browser need not trust whoever carries it. Bounds on size, time and rate are kept here, before a request costs more than its bytes. Requests are answered one after another, a few at a time, so that peers
// and the chain have their turn between; whoever would wait too long is told so at once, which costs a small part of an answer: under more than a node bears the answers that it gives are still in time.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  clientSocketsMax,
  clientSocketsPerAddressMax,
  requestAddressesMax,
  requestBytesMax,
  requestsPerWindowMax,
  requestsWaitingMin,
  requestTimeoutMs,
  requestTurnMs,
  requestWaitMs,
  requestWindowMs,
} from '../limits.ts';
import type { ApiError } from '@enigma/protocol';
import type { ApiAnswer, ApiRequest } from '../api.ts';
import { ALL_CHECKS, type NodeChecks } from '../defences.ts';
import { causeOf } from '../failure.ts';
import type { Log } from '../log.ts';
import { countPlaces } from './places.ts';
import { createTurns } from './turns.ts';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly answer: (request: ApiRequest) => ApiAnswer;
  /** Requests of one address in a window, where not the limit. */
  readonly perWindowMax?: () => number;
  /** Told of every request that is refused for its size or rate, or by a fault of ours, or that is told to come later. */
  readonly refused?: (code: string) => void;
  readonly nowMs: () => number;
  /** Connections of one address, where not the limit. */
  readonly perAddressMax?: number;
  /** How long a request may take to come in, where not the limit. */
  readonly timeoutMs?: number;
  /** Tests alone. */
  readonly checks?: NodeChecks;
  readonly log: Log;
}

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function openHttp(options: HttpOptions): Promise<HttpServer> {
  const checks = options.checks ?? ALL_CHECKS;
  const windows = new Map<string, { since: number; count: number }>();
  const timeoutMs = options.timeoutMs ?? requestTimeoutMs;
  let failures = 0;
  const turns = createTurns({
    nowMs: options.nowMs,
    turnMs: requestTurnMs,
    waitMs: checks['http.wait'] ? requestWaitMs : Infinity,
    waitingMin: requestsWaitingMin,
  });
  const server = createServer(
    {
      requestTimeout: timeoutMs,
      headersTimeout: timeoutMs,
      // Node.js looks for those who are late twice in a minute where nothing else is said.
      connectionsCheckingInterval: timeoutMs / 4,
      maxHeaderSize: 8 * 1024,
    },
    (request, response) => {
      void serve(request, response);
    },
  );
  server.maxRequestsPerSocket = 10_000;
  server.maxConnections = clientSocketsMax;
  const hasPlace = countPlaces(options.perAddressMax ?? clientSocketsPerAddressMax);
  server.on('connection', (socket) => {
    if (!hasPlace(socket) && checks['http.sockets']) socket.destroy();
  });

  /** An answer; where the caller is to come later, it says when in the header that every client knows. */
  function tell(response: ServerResponse, answer: ApiAnswer): void {
    const { code, retryAfterMs } = answer.body as Partial<ApiError>;
    if (retryAfterMs !== undefined) response.setHeader('retry-after', String(Math.ceil(retryAfterMs / 1000)));
    if (answer.status !== 200 && code !== undefined) options.refused?.(code);
    reply(response, answer);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    response.setHeader('access-control-expose-headers', 'x-enigma-signature, retry-after');
    response.setHeader('cache-control', 'no-store');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    if (checks['http.rate'] && !admitted(request.socket.remoteAddress ?? '')) {
      tell(response, {
        status: 429,
        body: {
          code: 'BUSY',
          message: 'Too many requests from this address: try again in a while.',
          retryAfterMs: requestWindowMs,
        },
        signature: undefined,
      });
      return;
    }
    // Before its body is read: those who are sent away must cost little.
    if (turns.waitMs() > 0) return tellLater(response);
    const body = await readBody(request, checks['http.size'] ? requestBytesMax : Infinity);
    if (body === undefined) {
      // What is still to come of it is not read.
      response.setHeader('connection', 'close');
      tell(response, {
        status: 413,
        body: { code: 'TOO_LARGE', message: `A request has at most ${requestBytesMax} bytes.` },
        signature: undefined,
      });
      return;
    }
    // Others may have come while it was read.
    if (turns.waitMs() > 0) return tellLater(response);
    turns.take(() => {
      // Nobody waits for it any more.
      if (response.destroyed) return;
      try {
        tell(response, options.answer({ method: request.method ?? 'GET', path: request.url ?? '/', body }));
      } catch (error) {
        // Our own fault: the cause goes to the log, the caller learns only that it happened.
        failures++;
        if ((failures & (failures - 1)) === 0) options.log('api.failed', { ...causeOf(error), count: failures });
        tell(response, {
          status: 500,
          body: { code: 'INTERNAL', message: 'The node failed on this request; its log says why.' },
          signature: undefined,
        });
      }
    });
  }

  function tellLater(response: ServerResponse): void {
    tell(response, {
      status: 503,
      body: {
        code: 'BUSY',
        message: 'Many requests wait here already: try again in a while, or ask another node.',
        retryAfterMs: Math.ceil(turns.waitMs()),
      },
      signature: undefined,
    });
  }

  function admitted(address: string): boolean {
    const now = options.nowMs();
    const window = windows.get(address);
    if (window === undefined || now - window.since >= requestWindowMs) {
      if (windows.size >= requestAddressesMax) makeRoom(now);
      windows.set(address, { since: now, count: 1 });
      return true;
    }
    window.count++;
    return window.count <= (options.perWindowMax?.() ?? requestsPerWindowMax);
  }

  /** The windows that are over; where none is, the oldest: so nobody forgets his own count by coming from many addresses. */
  function makeRoom(now: number): void {
    for (const [address, { since }] of windows) if (now - since >= requestWindowMs) windows.delete(address);
    for (const address of windows.keys()) if (windows.size >= requestAddressesMax) windows.delete(address);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server has a port');
  return {
    port: bound.port,
    async close() {
      turns.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function reply(response: ServerResponse, answer: ApiAnswer): void {
  if (response.destroyed || response.headersSent) return;
  if (answer.signature !== undefined) response.setHeader('x-enigma-signature', answer.signature);
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
}

/** The whole body, or undefined when it is too large; then the rest is not read. */
async function readBody(request: IncomingMessage, bytesMax: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > bytesMax) {
        request.pause();
        return undefined;
      }
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}
