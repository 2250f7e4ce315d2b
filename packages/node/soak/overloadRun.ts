// What a network does with five times what it bears: first how much that is, by callers who wait for their results, then the same five times over by callers who do not, while others hold connections open
// and send what is too long.
import { generateSealingKey, generateSigningKey, toHex } from '@enigma/crypto';
import { API_PATH, MASK_KIND, MASK_REQUEST, signRecord, widthsHashOf, type MaskRequest } from '@enigma/protocol';
import { getJson, random, startNetwork, type ProcessNetwork } from '../test/support/processes.ts';
import type { Context, Outcome } from './command.ts';
import { askerOf, holdOpen, oversize, type Flood } from './http.ts';
import {
  closedLoop,
  countOf,
  latencies,
  openLoop,
  quantile,
  startLoad,
  type Fate,
  type Load,
  type Run,
} from './load.ts';
import { fund } from './serving.ts';
import { peakBytesOf } from './vitals.ts';

export interface OverloadTerms {
  /** Of each of the four parts. */
  readonly seconds: number;
  readonly times: number;
  /** Tasks that may wait at a node (its `limits.tasksWaiting`), and callers of the closed loop. */
  readonly tasksWaiting: number;
  /** Callers of masks in the closed loop. */
  readonly maskCallers: number;
  readonly setUpPauseMs?: number;
  /** Bars; Infinity and 0 where a machine with other work is not to be judged. */
  readonly goodputMin: number;
  readonly p99TimesMax: number;
  readonly peakBytesMax: number;
  /** Connections that hold places of each kind. */
  readonly floodSockets: number;
  /** One of the parts; both where not said. */
  readonly only?: 'tasks' | 'masks';
}

export interface Part {
  readonly capacity: number;
  readonly capacityP99Ms: number;
  readonly offered: number;
  readonly goodput: number;
  readonly p99Ms: number;
  readonly refused: number;
  /** Of those, how many said when to come again. */
  readonly refusedWithTime: number;
  readonly refusalP99Ms: number;
  readonly failed: readonly string[];
  readonly lost: number;
  /** How many of those done shared a receipt, on average: at capacity, and of what was offered. */
  readonly perReceipt?: readonly [number, number];
}

const openedLimitMs = 600_000;

export async function overloadRun(
  terms: OverloadTerms,
  context: Context,
): Promise<
  Outcome & { readonly parts: Readonly<Record<string, Part>>; readonly floods: Readonly<Record<string, unknown>> }
> {
  const { note } = context;
  note('starting a chain and four nodes');
  const network = await startNetwork(4, () => ({ ENIGMA_NODE_TASKS_WAITING: String(terms.tasksWaiting) }));
  context.onStop(() => network.stop());
  const floods: Record<string, Flood> = {};
  try {
    await fund(network);
    const load = await startLoad(network, terms.setUpPauseMs);
    const parts: Record<string, Part> = {};
    Object.assign(floods, startFloods(network, terms.floodSockets));
    if (terms.only !== 'masks')
      parts['tasks'] = await part(
        'tasks',
        () => load.offer(openedLimitMs),
        terms.tasksWaiting,
        terms,
        context,
        load.receipts,
      );
    if (terms.only !== 'tasks') {
      const ask = maskAsker(network, load, terms.maskCallers);
      parts['masks'] = await part('masks', ask.offer, terms.maskCallers, terms, context);
      ask.close();
    }
    const seen = Object.fromEntries(Object.entries(floods).map(([name, flood]) => [name, flood.seen()]));
    for (const flood of Object.values(floods)) flood.stop();
    const peaks = network.nodes.map(({ child }) => peakBytesOf(child.pid ?? 0));
    const named = Object.entries(parts);
    const wrong = [...load.judge(), ...named.flatMap(([name, one]) => judge(name, one, terms))];
    load.close();
    for (const [at, peak] of peaks.entries())
      if (peak > terms.peakBytesMax) wrong.push(`node ${at} took ${mega(peak)} MB`);
    for (const node of network.nodes) {
      if (node.ended !== undefined) wrong.push(`node ${node.index} ended with ${node.ended}`);
      else if ((await getJson(`${node.apiUrl}/ready`))?.status !== 200)
        wrong.push(`node ${node.index} is not ready after it`);
    }
    const oversized = seen['oversize'] ?? {};
    // A node with much to do says that it is busy before it looks at a body.
    if ((oversized['413'] ?? 0) + (oversized['503'] ?? 0) === 0) wrong.push('no body that is too long was refused');
    if ((oversized['200'] ?? 0) > 0) wrong.push('a body that is too long was taken');
    return {
      parts,
      floods: seen,
      report: { ...parts, floods: seen, peakBytes: peaks },
      lines: [
        ...named.map(([name, one]) => lineOf(name, one)),
        `memory at most ${peaks.map(mega).join(' ')} MB`,
        `floods: ${JSON.stringify(seen)}`,
      ],
      wrong,
    };
  } finally {
    for (const flood of Object.values(floods)) flood.stop();
    await network.stop();
  }
}

async function part(
  name: string,
  offer: () => Promise<Fate>,
  callers: number,
  terms: OverloadTerms,
  context: Context,
  receipts?: () => number,
): Promise<Part> {
  context.note(`${name}: ${callers} callers, each waiting for his result, for ${terms.seconds} s`);
  const start = receipts?.() ?? 0;
  const closed = await closedLoop(offer, callers, terms.seconds, context.goesOn);
  const middle = receipts?.() ?? 0;
  const capacity = countOf(closed, 'opened') / closed.seconds;
  const perSecond = terms.times * capacity;
  context.note(
    `${name}: ${capacity.toFixed(2)} a second; now ${perSecond.toFixed(2)} are offered, for ${terms.seconds} s`,
  );
  const open = await openLoop(offer, perSecond, terms.seconds, context.goesOn);
  const refusals = open.fates.flatMap((fate) => (fate.kind === 'refused' ? [fate] : []));
  const result: Part = {
    capacity,
    capacityP99Ms: quantile(latencies(closed), 0.99),
    offered: open.fates.length / terms.seconds,
    goodput: countOf(open, 'opened') / open.seconds,
    p99Ms: quantile(latencies(open), 0.99),
    refused: refusals.length,
    refusedWithTime: refusals.filter(({ retryAfterMs }) => retryAfterMs !== undefined && retryAfterMs > 0).length,
    refusalP99Ms: quantile(
      refusals.map(({ latencyMs }) => latencyMs),
      0.99,
    ),
    failed: failuresOf(closed, open),
    lost: countOf(closed, 'lost') + countOf(open, 'lost'),
    ...(receipts === undefined
      ? {}
      : {
          perReceipt: [
            countOf(closed, 'opened') / (middle - start),
            countOf(open, 'opened') / (receipts() - middle),
          ] as const,
        }),
  };
  context.note(lineOf(name, result));
  return result;
}

function failuresOf(...runs: readonly Run[]): readonly string[] {
  return runs.flatMap(({ fates }) => fates.flatMap((fate) => (fate.kind === 'failed' ? [fate.why] : [])));
}

function judge(name: string, one: Part, terms: OverloadTerms): readonly string[] {
  const wrong: string[] = [];
  if (one.lost > 0) wrong.push(`${one.lost} ${name} were taken and not done`);
  if (one.failed.length > 0) wrong.push(`${one.failed.length} ${name} were neither done nor refused: ${one.failed[0]}`);
  if (one.refusedWithTime < one.refused) wrong.push(`${name} were refused without a time to come again`);
  if (one.goodput < terms.goodputMin * one.capacity)
    wrong.push(`${name}: ${((100 * one.goodput) / one.capacity).toFixed(0)} % of capacity`);
  if (one.p99Ms > terms.p99TimesMax * one.capacityP99Ms)
    wrong.push(`${name}: 99 % took ${(one.p99Ms / one.capacityP99Ms).toFixed(1)} times as long as at capacity`);
  return wrong;
}

function lineOf(name: string, one: Part): string {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  return `${name}: capacity ${one.capacity.toFixed(2)} a second (99 % in ${seconds(one.capacityP99Ms)}); of ${one.offered.toFixed(2)} a second ${one.goodput.toFixed(2)} were done (${((100 * one.goodput) / one.capacity).toFixed(0)} %, 99 % in ${seconds(one.p99Ms)}), ${one.refused} refused (99 % in ${seconds(one.refusalP99Ms)}), ${one.failed.length} failed, ${one.lost} lost${one.perReceipt === undefined ? '' : `; ${one.perReceipt.map((count) => count.toFixed(1)).join(' and ')} share a receipt`}`;
}

/** Each node's API, and its peers' port: connections that say nothing, headers that never end, bodies without end. */
function startFloods(network: ProcessNetwork, sockets: number): Readonly<Record<string, Flood>> {
  const [node] = network.nodes;
  if (node === undefined) throw new Error('four nodes');
  const api = Number(new URL(node.apiUrl).port);
  return {
    silent: holdOpen(api, sockets, '127.0.0.2', undefined),
    slow: holdOpen(api, sockets, '127.0.0.3', 'POST /mask HTTP/1.1\r\nhost: a\r\nx-slow: '),
    oversize: oversize(`${node.apiUrl}${API_PATH.mask}`, 1 << 20, 8, '127.0.0.4'),
    peers: holdOpen(node.peerPort, sockets, '127.0.0.5', undefined),
  };
}

const maskRequests = 32;
/** Connections of the open loop; each answer comes on the one of its request. */
const maskSockets = 400;

/** Requests for masks of one node, signed before: many senders from addresses of their own, or one address would be told to come later by its rate. */
function maskAsker(network: ProcessNetwork, load: Load, callers: number): { offer(): Promise<Fate>; close(): void } {
  const { funder, nodes } = network;
  const domain = { chainId: funder.chainId, verifyingContract: funder.tasks };
  const bodies = Array.from({ length: maskRequests }, () => {
    const sender = generateSigningKey(random);
    const asked: MaskRequest = {
      committeeId: load.handle.committee.committeeId,
      period: 0,
      contractId: load.handle.contractId,
      sender: sender.address,
      kind: MASK_KIND.CALL,
      nonce: 1n,
      widthsHash: widthsHashOf([8]),
      requestKey: toHex(generateSealingKey(random).publicKey),
    };
    const signature = signRecord(domain, MASK_REQUEST, asked, sender.privateKey);
    return JSON.stringify({ ...asked, nonce: '1', widths: [8], signature });
  });
  const url = `${nodes[0]?.apiUrl}${API_PATH.mask}`;
  const addresses = 8;
  const askers = Array.from({ length: addresses }, (_, at) =>
    askerOf(url, Math.max(callers, maskSockets) / addresses, `127.0.1.${at + 1}`),
  );
  let at = 0;
  return {
    offer() {
      at++;
      const asker = askers[at % askers.length];
      if (asker === undefined) throw new Error('askers');
      return asker.ask(bodies[at % bodies.length] ?? '');
    },
    close() {
      for (const asker of askers) asker.close();
    },
  };
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(0);
