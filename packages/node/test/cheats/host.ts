// Strangers at the socket, and a disk that is not what it was.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as connectPlain, createServer, type AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { createTlsIdentity, type TlsIdentity } from '../../src/host/certificate.ts';
import { frameHeader } from '../../src/host/frames.ts';
import { openHttp, type HttpServer } from '../../src/host/http.ts';
import { openLinks, type ListeningLinks } from '../../src/host/links.ts';
import { openStore } from '../../src/host/sqlite.ts';
import type { NodeCheck, NodeChecks } from '../../src/index.ts';
import { greetingBytesMax, greetingTimeoutMs, requestBytesMax, rotationGraceMs } from '../../src/limits.ts';
import { throws, type Cheat } from './cheat.ts';

const network = new Uint8Array(32).fill(7);

export async function linksOf(
  index: number,
  identity: TlsIdentity,
  checks: NodeChecks,
  of = network,
  timeoutMs = greetingTimeoutMs,
  silentMs?: number,
  graceMs = rotationGraceMs,
): Promise<{ readonly links: ListeningLinks; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const links = await openLinks({
    identity,
    index,
    network: of,
    host: '127.0.0.1',
    port: 0,
    onFrame: () => undefined,
    onChange: () => undefined,
    log: (code) => void lines.push(code),
    timeoutMs,
    graceMs,
    perAddressMax: 2,
    ...(silentMs === undefined ? {} : { silentMs }),
    checks,
  });
  return { links, lines };
}

export async function until(done: () => boolean, triesMax = 500): Promise<void> {
  for (let tries = 0; tries < triesMax && !done(); tries++) await sleep(10);
}

/** Whether node 1 takes node 0 for a peer: known on chain by another key, or come from another network. */
async function welcomed(checks: NodeChecks, stranger: 'key' | 'network'): Promise<boolean> {
  const [mine, theirs, another] = await Promise.all([createTlsIdentity(), createTlsIdentity(), createTlsIdentity()]);
  const caller = await linksOf(0, theirs, checks, stranger === 'network' ? new Uint8Array(32).fill(8) : network);
  const { links, lines } = await linksOf(1, mine, checks);
  const at = (index: number, port: number, spkiHash: `0x${string}`) => ({ index, host: '127.0.0.1', port, spkiHash });
  links.know([at(0, caller.links.port, (stranger === 'key' ? another : theirs).spkiHash)]);
  caller.links.know([at(1, links.port, mine.spkiHash)]);
  await until(() => links.connected().length > 0 || lines.includes('link.stranger'));
  const got = links.connected().length > 0;
  await Promise.all([links.close(), caller.links.close()]);
  return got;
}

async function statusOf(server: HttpServer, body?: Uint8Array<ArrayBuffer>): Promise<number> {
  const init = body === undefined ? {} : { method: 'POST', body };
  return (await fetch(`http://127.0.0.1:${server.port}/`, init)).status;
}

async function served(checks: NodeChecks, ask: (server: HttpServer) => Promise<boolean>): Promise<boolean> {
  const server = await openHttp({
    host: '127.0.0.1',
    port: 0,
    perWindowMax: () => 1,
    perAddressMax: 2,
    nowMs: () => 0,
    log: () => undefined,
    checks,
    answer: () => ({ status: 200, body: {}, signature: undefined }),
  });
  try {
    return await ask(server);
  } finally {
    await server.close();
  }
}

async function inFolder(run: (folder: string) => boolean | Promise<boolean>): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'enigma-cheat-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a store opens. */
async function opens(folder: string, checks: NodeChecks): Promise<boolean> {
  return !(await throws(() => openStore(folder, checks).close()));
}

export const HOST = {
  'link.key': (checks) => welcomed(checks, 'key'),
  'link.network': (checks) => welcomed(checks, 'network'),
  'link.greeting': async (checks) => {
    const identity = await createTlsIdentity();
    const { links, lines } = await linksOf(1, identity, checks);
    const socket = connect({
      host: '127.0.0.1',
      port: links.port,
      key: identity.key,
      cert: identity.certificate,
      rejectUnauthorized: false,
    });
    socket.on('error', () => undefined);
    // More than a greeting, from somebody who has not said who he is: it is held in memory whole.
    const length = 1000 * greetingBytesMax;
    socket.write(Buffer.concat([frameHeader(length), new Uint8Array(length)]));
    await until(() => lines.includes('link.oversize') || lines.includes('link.stranger'));
    socket.destroy();
    await links.close();
    return lines.includes('link.stranger');
  },
  // Connected, and silent.
  'link.handshake': async (checks) => {
    const { links } = await linksOf(1, await createTlsIdentity(), checks, network, 100);
    const socket = connectPlain(links.port, '127.0.0.1');
    let closed = false;
    socket
      .on('error', () => undefined)
      .on('close', () => (closed = true))
      .resume();
    await until(() => closed, 100);
    socket.destroy();
    await links.close();
    return !closed;
  },
  'link.sockets': async (checks) => {
    const { links } = await linksOf(1, await createTlsIdentity(), checks);
    const sockets = [0, 1, 2].map(() => connectPlain(links.port, '127.0.0.1').on('error', () => undefined));
    let closed = false;
    sockets[2]?.on('close', () => (closed = true)).resume();
    await until(() => closed, 50);
    for (const socket of sockets) socket.destroy();
    await links.close();
    return !closed;
  },
  // Whoever stands between two nodes takes every byte and lets none through, and ends nothing.
  'link.silent': async (checks) => {
    const [mine, theirs] = await Promise.all([createTlsIdentity(), createTlsIdentity()]);
    const there = await linksOf(1, theirs, checks);
    const { links, lines } = await linksOf(0, mine, checks, network, greetingTimeoutMs, 200);
    const router = createServer((near) => {
      const far = connectPlain(there.links.port, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const)
        one.on('error', () => undefined).on('data', (bytes: Uint8Array) => forgets || other.write(bytes));
      near.on('close', () => far.destroy());
    });
    let forgets = false;
    await new Promise<void>((resolve) => router.listen(0, '127.0.0.1', resolve));
    const at = (index: number, port: number, spkiHash: `0x${string}`) => ({ index, host: '127.0.0.1', port, spkiHash });
    there.links.know([at(0, links.port, mine.spkiHash)]);
    links.know([at(1, (router.address() as AddressInfo).port, theirs.spkiHash)]);
    await until(() => links.connected().length > 0 && there.links.connected().length > 0);
    forgets = true;
    await until(() => lines.includes('link.silent'), 200);
    const stays = !lines.includes('link.silent') && links.connected().length > 0;
    await Promise.all([links.close(), there.links.close()]);
    await new Promise((resolve) => router.close(resolve));
    return stays;
  },
  'link.lines': async (checks) => {
    const { links, lines } = await linksOf(1, await createTlsIdentity(), checks);
    for (let count = 0; count < 40; count++)
      await new Promise<void>((resolve) => {
        const socket = connectPlain(links.port, '127.0.0.1', () => socket.end('no handshake at all'));
        socket.on('error', () => undefined).on('close', () => resolve());
      });
    await until(() => lines.length >= 40, 20);
    await links.close();
    return lines.length >= 40;
  },
  'http.sockets': (checks) =>
    served(checks, async (server) => {
      const sockets = [0, 1, 2].map(() => connectPlain(server.port, '127.0.0.1').on('error', () => undefined));
      let said = '';
      sockets[2]?.setEncoding('utf8').on('data', (text: string) => (said += text));
      let closed = false;
      sockets[2]?.on('close', () => (closed = true)).write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
      await until(() => closed || said !== '');
      for (const socket of sockets) socket.destroy();
      return said.startsWith('HTTP/1.1 200');
    }),
  // Many ask at once for what takes a while: those who come last wait for all the others.
  'http.wait': async (checks) => {
    const server = await openHttp({
      host: '127.0.0.1',
      port: 0,
      nowMs: () => performance.now(),
      log: () => undefined,
      checks,
      answer() {
        for (const began = performance.now(); performance.now() - began < 20;);
        return { status: 200, body: {}, signature: undefined };
      },
    });
    // Connections that stand, so that all ask at one moment; what an answer takes is known once each had one.
    const answers: string[] = [];
    const sockets = Array.from({ length: 60 }, () =>
      connectPlain(server.port, '127.0.0.1')
        .setEncoding('utf8')
        .on('error', () => undefined)
        .on('data', (text: string) => answers.push(text.slice(0, 12))),
    );
    for (const [at, socket] of sockets.entries()) {
      socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
      await until(() => answers.length === at + 1);
    }
    for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
    await until(() => answers.length === 2 * sockets.length);
    for (const socket of sockets) socket.destroy();
    await server.close();
    return answers.length > 0 && answers.every((one) => one === 'HTTP/1.1 200');
  },
  'http.size': (checks) =>
    served(checks, async (server) => (await statusOf(server, new Uint8Array(requestBytesMax + 1))) === 200),
  'http.rate': (checks) =>
    served(checks, async (server) => (await statusOf(server)) === 200 && (await statusOf(server)) === 200),
  'store.checksum': (checks) =>
    inFolder((folder) => {
      const store = openStore(folder);
      store.put('shares', new Uint8Array([1, 2, 3]));
      store.close();
      const raw = new DatabaseSync(join(folder, 'state.db'));
      raw.exec("UPDATE blob SET bytes = x'010204' WHERE name = 'shares'");
      raw.close();
      const again = openStore(folder, checks);
      try {
        return again.get('shares')?.[2] === 4;
      } catch {
        return false;
      } finally {
        again.close();
      }
    }),
  'store.halves': (checks) =>
    inFolder(async (folder) => {
      const store = openStore(folder);
      store.putSigned('slot', '0x01', new Uint8Array([1]));
      store.raiseMark('boot', 1);
      store.close();
      rmSync(join(folder, 'protection.db'));
      return opens(folder, { ...checks, 'store.older': checks['store.halves'] });
    }),
  'store.older': (checks) =>
    inFolder(async (folder) => {
      const file = join(folder, 'protection.db');
      for (const boot of [1, 2]) {
        const store = openStore(folder);
        store.raiseMark('boot', boot);
        store.close();
        if (boot === 1) copyFileSync(file, join(folder, 'backup'));
      }
      copyFileSync(join(folder, 'backup'), file);
      return opens(folder, checks);
    }),
  'store.total': (checks) =>
    inFolder(async (folder) => {
      const store = openStore(folder);
      store.putSigned('slot', '0x01', new Uint8Array([1]));
      store.close();
      const raw = new DatabaseSync(join(folder, 'protection.db'));
      raw.exec("UPDATE signed SET slot = 'slop'");
      raw.close();
      return opens(folder, checks);
    }),
  'store.pages': (checks) =>
    inFolder(async (folder) => {
      const store = openStore(folder);
      store.put('committee/1/key', new Uint8Array([1]));
      store.close();
      // The name in the row itself: the index beside it still has the right one.
      const file = join(folder, 'state.db');
      const bytes = readFileSync(file);
      const at = bytes.lastIndexOf('committee/1/key');
      for (const place of [bytes.indexOf('committee/1/key'), at]) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(place) ^ 1, place);
        writeFileSync(file, flipped);
        if (await opens(folder, checks)) return true;
      }
      return false;
    }),
  'store.lock': (checks) =>
    inFolder(async (folder) => {
      const first = openStore(folder, checks);
      const second = await opens(folder, checks);
      first.close();
      return second;
    }),
} satisfies Partial<Record<NodeCheck, Cheat>>;
