// One committee seat as a process of its own: the node's store on disk, its mutual-TLS links on loopback, and the session machine between them.
// The parent says over IPC what to run and is told when this seat began and was done. Nothing here is faster or laxer than a node: same ports,
// same checks, same waiting times.
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Hex, signingKeyOf, wasmKernel } from '@enigma/crypto';
import { BATCH_ITEMS, type SessionMachine, type Work, createSessionMachine } from '@enigma/mpc/session';
import { noFailpoints } from '../../src/failpoints.ts';
import { createTlsIdentity } from '../../src/host/certificate.ts';
import { collectLessOften } from '../../src/host/collector.ts';
import { openLinks } from '../../src/host/links.ts';
import { openStore } from '../../src/host/sqlite.ts';
import { createSessionPorts } from '../../src/sessionPorts.ts';
import { createSigner } from '../../src/signer.ts';
import { type Meter, type Span, type Watch, andsOf, chainOf, comparisonsOf, productsOf, spanOf } from './protocols.ts';

export interface Introduction {
  readonly port: number;
  readonly spkiHash: Hex;
  readonly signer: Hex;
}

export type Order =
  | { readonly do: 'sit'; readonly T: number; readonly seat: number; readonly seats: readonly Introduction[] }
  | { readonly do: 'keys' }
  | { readonly do: 'pool'; readonly pool: 'triple' | 'and'; readonly batch: number; readonly count: number }
  | { readonly do: 'products' | 'ands' | 'chain'; readonly seq: number; readonly count: number }
  | { readonly do: 'comparisons'; readonly seq: number; readonly count: number; readonly ands: number }
  | { readonly do: 'leave' };

/** Milliseconds of the machine's clock, so that spans of different processes compare; bytes of frames given to the links. */
export interface Answer {
  readonly whole: Span;
  /** The operations alone, without opening the session and signing its end; null where the whole is what counts. */
  readonly online: Span | null;
  readonly failed?: string;
}

collectLessOften();
const folder = mkdtempSync(join(tmpdir(), 'enigma-bench-'));
const random = (byteLength: number): Uint8Array => randomFillSync(new Uint8Array(byteLength));
const store = openStore(folder);
const key = signingKeyOf(random(32));
const identity = await createTlsIdentity();
const index = Number(process.argv[2]);
let machine: SessionMachine | undefined;
let online: Span | null = null;
let waiting: { readonly done: () => boolean; readonly answer: (failed?: string) => void } | null = null;
let failure: string | undefined;
/** `PROFILE=folder`: a profile of each online part alone, which the rest of a session hides, and one of each pool session. */
const profiles = process.env['PROFILE'];
const profiler = profiles === undefined ? undefined : new Session();
profiler?.connect();
profiler?.post('Profiler.enable');
profiler?.post('Profiler.setSamplingInterval', { interval: 250 });
let finished = 0;
let readyBatches = 0;

const meter: Meter = () => {
  const { user, system } = process.cpuUsage();
  return {
    at: performance.timeOrigin + performance.now(),
    sent: links.stats().bytesOut,
    coreMs: (user + system) / 1000,
  };
};
const links = await openLinks({
  identity,
  index,
  network: new Uint8Array(32).fill(9),
  host: '127.0.0.1',
  port: 0,
  onFrame: (from, payload) => {
    machine?.receive(from, payload, Date.now());
    drain();
  },
  onChange: () => undefined,
  log: (code, facts) => console.error(`seat ${index}: ${code} ${JSON.stringify(facts)}`),
});

function drain(): void {
  if (!machine) return;
  for (const { to, bytes } of machine.outgoing()) links.send(to, bytes);
  for (const event of machine.events()) {
    if (event.type === 'batchReady') readyBatches++;
    else if (event.type === 'finished' && event.work === 'tasks') finished++;
    else if (event.type !== 'opened' && event.type !== 'keysReady' && event.type !== 'finished')
      failure ??= JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  }
  if (!waiting || (!failure && !waiting.done())) return;
  const { answer } = waiting;
  waiting = null;
  answer(failure);
}

function sit({ T, seat, seats }: Extract<Order, { do: 'sit' }>): void {
  const n = seats.length;
  const committee = {
    committeeId: `0x${'22'.repeat(32)}` as const,
    contractId: `0x${'33'.repeat(32)}` as const,
    generation: 1,
    n,
    T,
    qHi: Math.ceil((n + T + 1) / 2),
    blockNumber: 1n,
    seats: seats.map((one, node) => ({
      seat: node,
      node,
      signer: one.signer,
      apiUrl: '',
      peerUrl: '',
      tlsSpkiHash: one.spkiHash,
    })),
  };
  const facts = { chainId: 31337n, tasksAddress: `0x${'11'.repeat(20)}` as const, ...committee, seat, boot: 1n };
  const ports = createSessionPorts({
    committee,
    keysId: committee.committeeId,
    store,
    signer: createSigner(key, store, noFailpoints),
    random,
    kernel: wasmKernel,
    failpoint: noFailpoints,
  });
  machine = createSessionMachine(facts, ports, { batchItems: BATCH_ITEMS });
  links.know(seats.map((one, node) => ({ index: node, host: '127.0.0.1', port: one.port, spkiHash: one.spkiHash })));
}

function workOf(order: Exclude<Order, { do: 'sit' | 'leave' }>): Work {
  if (order.do === 'keys') return { kind: 'keys' };
  if (order.do === 'pool') return { kind: 'pool', pool: order.pool, batch: order.batch, count: order.count };
  const watch: Watch = {
    meter,
    begin: () => profiler?.post('Profiler.start'),
    span(span) {
      online = span;
      stopProfile(`${order.do}-${order.seq}`);
    },
  };
  const { count } = order;
  const protocol = { products: productsOf, ands: andsOf, chain: chainOf, comparisons: comparisonsOf }[order.do](
    count,
    watch,
  );
  const demand =
    order.do === 'ands' ? { and: count } : order.do === 'comparisons' ? { and: order.ands } : { triple: count };
  return {
    kind: 'tasks',
    contractId: `0x${'33'.repeat(32)}`,
    firstSeq: BigInt(order.seq),
    count: 1,
    anchor: `0x${'00'.repeat(32)}`,
    demand,
    protocol,
  };
}

function stopProfile(name: string): void {
  profiler?.post('Profiler.stop', (_, stopped) =>
    writeFileSync(join(profiles ?? folder, `${name}-seat${index}.cpuprofile`), JSON.stringify(stopped?.profile)),
  );
}

function run(order: Exclude<Order, { do: 'sit' | 'leave' }>): void {
  if (!machine) throw new Error('not seated');
  const seated = machine;
  if (order.do === 'pool') profiler?.post('Profiler.start');
  const start = meter();
  const [before, batches] = [finished, readyBatches];
  online = null;
  let id: Hex | undefined;
  waiting = {
    done: () =>
      order.do === 'keys' ? seated.keysReady() : order.do === 'pool' ? readyBatches > batches : finished > before,
    answer: (failed) => {
      const answer: Answer = { whole: spanOf(start, meter()), online, ...(failed ? { failed } : {}) };
      if (order.do === 'pool') stopProfile(`pool-${order.pool}-${order.batch}`);
      // As a node does.
      if (id && order.do !== 'keys') seated.close(id);
      process.send?.(answer);
    },
  };
  id = seated.request(workOf(order), Date.now());
  drain();
}

const ticking = setInterval(() => {
  machine?.tick(Date.now());
  drain();
}, 50);

/** Also when the parent is gone: a seat never outlives its run. */
async function leave(): Promise<void> {
  clearInterval(ticking);
  await links.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
  if (process.connected) process.disconnect?.();
}

process.on('disconnect', () => void leave().finally(() => process.exit()));
process.on('message', (order: Order) => {
  if (order.do === 'leave') return void leave();
  if (order.do !== 'sit') return run(order);
  sit(order);
  const wait = setInterval(() => {
    if (links.connected().length < order.seats.length - 1) return;
    clearInterval(wait);
    process.send?.('seated');
  }, 20);
});
process.send?.({ port: links.port, spkiHash: identity.spkiHash, signer: key.address } satisfies Introduction);
