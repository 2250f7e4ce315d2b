// The client API over HTTP/1.1 with CORS. Transport only: what is asked and answered is decided in api.ts, and every answer carries the node's signature, so that a
// browser need not trust whoever carries it. Bounds on size, time and rate are kept here, before a request costs more than its bytes.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  clientSocketsMax,
  requestAddressesMax,
  requestBytesMax,
  requestsPerWindowMax,
  requestTimeoutMs,
  requestWindowMs,
} from '../limits.ts';
import type { ApiAnswer, ApiRequest } from '../api.ts';
import { ALL_CHECKS, type NodeChecks } from '../defences.ts';
import type { Log } from '../log.ts';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly answer: (request: ApiRequest) => ApiAnswer;
  /** Requests of one address in a window, where not the limit. */
  readonly perWindowMax?: number;
  readonly nowMs: () => number;
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
  const server = createServer(
    { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs, maxHeaderSize: 8 * 1024 },
    (request, response) => {
      void serve(request, response);
    },
  );
  server.maxRequestsPerSocket = 10_000;
  server.maxConnections = clientSocketsMax;

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
      response.setHeader('retry-after', String(Math.ceil(requestWindowMs / 1000)));
      reply(response, {
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
    const body = await readBody(request, checks['http.size'] ? requestBytesMax : Infinity);
    if (body === undefined) {
      reply(response, {
        status: 413,
        body: { code: 'TOO_LARGE', message: `A request has at most ${requestBytesMax} bytes.` },
        signature: undefined,
      });
      return;
    }
    try {
      reply(response, options.answer({ method: request.method ?? 'GET', path: request.url ?? '/', body }));
    } catch (error) {
      // Our own fault: the cause goes to the log, the caller learns only that it happened.
      options.log('api.failed', { cause: error instanceof Error ? error.message : String(error) });
      reply(response, {
        status: 500,
        body: { code: 'INTERNAL', message: 'The node failed on this request; its log says why.' },
        signature: undefined,
      });
    }
  }

  function admitted(address: string): boolean {
    const now = options.nowMs();
    const window = windows.get(address);
    if (window === undefined || now - window.since >= requestWindowMs) {
      if (windows.size >= requestAddressesMax) windows.clear();
      windows.set(address, { since: now, count: 1 });
      return true;
    }
    window.count++;
    return window.count <= (options.perWindowMax ?? requestsPerWindowMax);
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
