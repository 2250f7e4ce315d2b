// What an operator's own machine may ask: /metrics, /health, /ready, /duties, over HTTP on loopback. No part of the client API: nothing here is signed, and nothing is a secret either; but who runs
// which seat, and what a node owes, is nobody's business. A page in a browser on the same machine gets nothing: there is no CORS, and a host name that is no address of ours is refused.
import { createServer, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { operatorSocketsMax, requestTimeoutMs } from '../limits.ts';

export interface OperatorRoutes {
  readonly [path: string]: () => { readonly status: number; readonly type: string; readonly text: string };
}

export interface OperatorServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function openOperator(host: string, port: number, routes: OperatorRoutes): Promise<OperatorServer> {
  const server = createServer(
    { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs, maxHeaderSize: 4 * 1024 },
    (request, response) => {
      // A body is not read: no path takes one.
      request.resume();
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
      if (!isOurs(request.headers.host)) return answer(response, 403, 'text/plain', 'ask by address\n');
      if (request.method !== 'GET' || route === undefined)
        return answer(response, 404, 'text/plain', `${Object.keys(routes).join(' ')}\n`);
      try {
        const { status, type, text } = route();
        answer(response, status, type, text);
      } catch {
        answer(response, 500, 'text/plain', 'the node failed on this request\n');
      }
    },
  );
  server.maxConnections = operatorSocketsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
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

/** A name that somebody else's DNS points here is how a web page reaches loopback. */
function isOurs(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || isIP(name) !== 0;
}

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}
