// A client of the nodes' API that opens as many connections as it is told to, and floods of those who mean no good. Each has a loopback address of its own, so that it takes nobody else's places.
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fate } from './load.ts';

export interface Asker {
  /** One request to a path of one node; from the offer to the whole answer. */
  ask(body: string): Promise<Fate>;
  close(): void;
}

const answerLimitMs = 20_000;

/** Requests by POST to one URL, over at most so many connections. */
export function askerOf(url: string, connections: number, localAddress: string): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, localAddress });
  return {
    ask: (body) =>
      new Promise((resolve) => {
        const began = performance.now();
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
        const asked = request(url, { method: 'POST', agent, headers, timeout: answerLimitMs }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => (text += part));
          answer.on('end', () => {
            const latencyMs = performance.now() - began;
            if (answer.statusCode === 200) return resolve({ kind: 'opened', latencyMs });
            if (answer.statusCode !== 503 && answer.statusCode !== 429)
              return resolve({ kind: 'failed', why: `${answer.statusCode} ${text}` });
            const { retryAfterMs } = JSON.parse(text) as { retryAfterMs?: number };
            resolve({ kind: 'refused', retryAfterMs, latencyMs });
          });
        });
        asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
        asked.on('error', (error) => resolve({ kind: 'failed', why: error.message }));
        asked.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export interface Flood {
  /** What it saw: connections that stand, those that were cut, and answers by status. */
  seen(): Readonly<Record<string, number>>;
  stop(): void;
}

/** So many connections to a port that begin something and never end it: a byte of a header now and then, or nothing at all. Those that are cut come again. */
export function holdOpen(port: number, count: number, localAddress: string, says: string | undefined): Flood {
  const sockets = new Set<Socket>();
  const seen = { opened: 0, cut: 0 };
  let over = false;
  const open = (): void => {
    if (over) return;
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    sockets.add(socket);
    socket.on('connect', () => {
      seen.opened++;
      if (says !== undefined) socket.write(says);
    });
    socket.on('error', () => undefined).resume();
    socket.on('close', () => {
      sockets.delete(socket);
      seen.cut++;
      setTimeout(open, 200).unref();
    });
  };
  for (let at = 0; at < count; at++) open();
  const drip = setInterval(() => {
    if (says !== undefined) for (const socket of sockets) if (socket.writable) socket.write('x');
  }, 1_000);
  return {
    seen: () => ({ ...seen, standing: sockets.size }),
    stop() {
      over = true;
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Bodies that are too long, again and again. */
export function oversize(url: string, bytes: number, callers: number, localAddress: string): Flood {
  const agent = new Agent({ localAddress });
  const seen: Record<string, number> = {};
  const body = Buffer.alloc(bytes, 0x20);
  let over = false;
  const count = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);
  const once = (): Promise<void> =>
    new Promise((resolve) => {
      const headers = { 'content-length': bytes };
      const asked = request(url, { method: 'POST', agent, headers, timeout: answerLimitMs }, (answer) => {
        count(String(answer.statusCode));
        answer.resume().on('end', () => resolve());
      });
      asked.on('error', () => {
        count('cut');
        resolve();
      });
      asked.end(body);
    });
  for (let at = 0; at < callers; at++)
    void (async () => {
      while (!over) {
        await once();
        await sleep(100);
      }
    })();
  return {
    seen: () => seen,
    stop() {
      over = true;
      agent.destroy();
    },
  };
}
