// Serves the explorer on loopback: the files of one folder, read once, and the facts of the network. Nothing else has a name here, so that no path leads anywhere else.
import { globSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { loopback, siteConnectionsMax } from '../limits.ts';
import { roleKey } from '../network/accounts.ts';
import type { NetworkFile } from '../network/file.ts';

export interface SiteServer {
  readonly url: string;
  close(): Promise<void>;
}

interface Page {
  readonly type: string;
  readonly body: Buffer;
  /** Its name changes with its contents. */
  readonly fixed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export async function serveSite(folder: string, network: NetworkFile, port = 0): Promise<SiteServer> {
  const pages = pagesOf(folder);
  pages.set('/network.json', { type: 'application/json', body: Buffer.from(factsOf(network)), fixed: false });
  const headers = headersOf(network);
  const server = createServer((request, response) => answer(pages, headers, request, response));
  server.maxConnections = siteConnectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server has a port');
  return {
    url: `http://${loopback}:${bound.port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function pagesOf(folder: string): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const path of globSync('**/*.*', { cwd: folder })) {
    const type = TYPES[extname(path)];
    if (type === undefined) throw new Error(`the explorer has a file of an unknown kind: ${path}`);
    const name = path.replaceAll('\\', '/');
    pages.set(`/${name}`, { type, body: readFileSync(join(folder, path)), fixed: name.startsWith('assets/') });
  }
  const index = pages.get('/index.html');
  if (index === undefined) throw new Error('the explorer has no index.html');
  return pages.set('/', index);
}

/** What the page must know: where the chain answers, where the contracts are, whom its policy lets it ask, and a development account that pays for calls, whose key everybody knows. */
function factsOf({ rpcUrl, book, nodes }: NetworkFile): string {
  return JSON.stringify({
    version: 1,
    rpcUrl,
    book,
    nodes: nodes.map(({ apiUrl }) => apiUrl),
    payer: roleKey('deployer'),
  });
}

/** The page runs its own scripts and asks the chain and these nodes, and that is all. */
function headersOf({ rpcUrl, nodes }: NetworkFile): Readonly<Record<string, string>> {
  const asked = [rpcUrl, ...nodes.map(({ apiUrl }) => apiUrl)].map((url) => new URL(url).origin);
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `connect-src 'self' ${asked.join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

function answer(
  pages: ReadonlyMap<string, Page>,
  headers: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const refuse = (status: number, text: string): void =>
    void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  // Another site's name that was pointed at this machine must not read what is served here.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return refuse(421, 'Not served here.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET.');
  const page = pages.get((request.url ?? '/').split('?', 1)[0] ?? '/');
  if (page === undefined) return refuse(404, 'Not found.');
  const { type, body, fixed } = page;
  const cache = fixed ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, { 'content-type': type, 'content-length': body.length, 'cache-control': cache });
  response.end(request.method === 'HEAD' ? undefined : body);
}
