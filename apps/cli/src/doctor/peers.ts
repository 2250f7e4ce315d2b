// What other nodes show: whether they reach this one, what time they have, which program they run.
import { connect } from 'node:tls';
import { nodeVersion, spkiHashOf, type Settings } from '@enigma/node/host';
import { API_PATH, type ChainPort, type NodeInfo, type NodeRecord } from '@enigma/protocol';
import { clockSkewSecondsMax, peersAskedMax, requestTimeoutMs } from '../limits.ts';
import type { NodeProcess } from '../operator/process.ts';
import { bad, ok, skipped, type Check } from './check.ts';

export interface Peer {
  readonly record: NodeRecord;
  readonly info: NodeInfo;
  /** Their clock less ours, seconds; they say whole ones. */
  readonly aheadSeconds: number;
}

/** Others that are registered and answer. */
export async function peersOf(chain: ChainPort, own: number): Promise<readonly Peer[]> {
  const records: NodeRecord[] = [];
  for (let index = 0; index < peersAskedMax; index++) {
    const record = await chain.nodeOf(index);
    if (record === undefined) break;
    if (index !== own) records.push(record);
  }
  const asked = await Promise.all(
    records.map(async (record) => {
      try {
        const response = await fetch(`${record.apiUrl}${API_PATH.node}`, {
          signal: AbortSignal.timeout(requestTimeoutMs),
        });
        const date = Date.parse(response.headers.get('date') ?? '');
        return { record, info: (await response.json()) as NodeInfo, aheadSeconds: (date - Date.now()) / 1_000 };
      } catch {
        return undefined;
      }
    }),
  );
  return asked.filter((peer) => peer !== undefined);
}

export function clocks(peers: readonly Peer[]): Check {
  const known = peers.filter(({ aheadSeconds }) => !Number.isNaN(aheadSeconds));
  if (known.length === 0) return skipped('clock of peers', 'no other node answers');
  const middle = known.map(({ aheadSeconds }) => aheadSeconds).toSorted((a, b) => a - b)[known.length >> 1] ?? 0;
  // A date header is cut to its second.
  return Math.abs(middle) > clockSkewSecondsMax + 1
    ? bad(
        'clock of peers',
        `the middle one of ${known.length} peers is ${Math.round(middle)} s off`,
        'Set the clock, by NTP.',
      )
    : ok('clock of peers', `within ${clockSkewSecondsMax} s of ${known.length} peers`);
}

export function version(peers: readonly Peer[]): Check {
  const theirs = peers.flatMap(({ info }) => info.version ?? []);
  if (theirs.length === 0) return skipped('version', `${nodeVersion}; no other node says its own`);
  const newer = theirs.filter((one) => isNewer(one, nodeVersion));
  return 2 * newer.length > theirs.length
    ? bad(
        'version',
        `${nodeVersion}; ${newer.length} of ${theirs.length} peers run a newer one`,
        'Take the newer program: drain, update the clone, start.',
      )
    : ok('version', `${nodeVersion}; ${theirs.length - newer.length} of ${theirs.length} peers run none that is newer`);
}

export function isNewer(one: string, other: string): boolean {
  return new Intl.Collator('en', { numeric: true }).compare(one, other) > 0;
}

/** Of two nodes the one with the lower number dials: a link to one of those is a link that reached us from there. */
export function reached(running: NodeProcess | undefined, own: number): Check {
  if (running === undefined) return skipped('reached by peers', 'the node does not run');
  const from = running.linked.filter((peer) => peer < own);
  if (from.length > 0) return ok('reached by peers', `nodes ${from.join(', ')} have dialled in`);
  return skipped(
    'reached by peers',
    running.linked.length > 0
      ? 'linked peers were all dialled from here: none has had to dial in'
      : 'no peer is linked',
  );
}

export async function links(running: NodeProcess | undefined): Promise<Check> {
  if (running === undefined) return skipped('links', 'the node does not run');
  const { peers, peersNeeded } = (await running.ready()) as unknown as {
    readonly peers: number;
    readonly peersNeeded: number;
  };
  return peers >= peersNeeded
    ? ok('links', `${peers} up, ${peersNeeded} needed`)
    : bad('links', `${peers} up, ${peersNeeded} needed`, 'See docs/runbook/LinksLow.md.');
}

export async function pools(running: NodeProcess | undefined): Promise<Check> {
  if (running === undefined) return skipped('material', 'the node does not run');
  const metrics = await running.metrics();
  const items = ['triple', 'and', 'daBit'].map(
    (kind) => `${metrics.get(`enigma_pool_items{kind="${kind}"}`) ?? 0} ${kind}`,
  );
  const waiting = metrics.get('enigma_tasks{stage="Reserved"}') ?? 0;
  const burnt = metrics.get('enigma_batches_failed_total') ?? 0;
  const seen = `${items.join(', ')} ready; ${waiting} tasks wait for theirs; ${burnt} batches burnt`;
  return burnt > 5 ? bad('material', seen, 'See docs/runbook/PoolStarved.md.') : ok('material', seen);
}

/** Dials what is registered, as a peer would; from here, which a firewall may see otherwise than from there. */
export async function ownAddress(
  chain: ChainPort,
  settings: Settings,
  spkiHash: string,
  running: NodeProcess | undefined,
): Promise<readonly Check[]> {
  if (running === undefined) return [skipped('registered addresses', 'the node does not run')];
  const record = await chain.nodeOf(settings.index);
  const place = /^[a-z]+:\/\/(?:\[([0-9a-fA-F:]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(record?.peerUrl ?? '');
  const next = 'Open the port, or let the owner register the address at which others find this node (setUrls).';
  const seen = place === null ? undefined : await keyAt(place[1] ?? place[2] ?? '', Number(place[3]));
  const peer =
    seen === spkiHash
      ? ok('peer address', `${record?.peerUrl} answers with this node’s key`)
      : bad(
          'peer address',
          `${record?.peerUrl ?? 'none'} ${seen === undefined ? 'does not answer' : 'answers with another key'}`,
          next,
        );
  const info = await fetch(`${record?.apiUrl}${API_PATH.node}`, { signal: AbortSignal.timeout(requestTimeoutMs) })
    .then((response) => response.json() as Promise<NodeInfo>)
    .catch(() => undefined);
  const api =
    info?.index === settings.index
      ? ok('API address', `${record?.apiUrl} answers as node ${info.index}`)
      : bad(
          'API address',
          `${record?.apiUrl ?? 'none'} ${info === undefined ? 'does not answer' : `answers as node ${info.index}`}`,
          next,
        );
  return [peer, api];
}

function keyAt(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, rejectUnauthorized: false, minVersion: 'TLSv1.3', timeout: requestTimeoutMs });
    const end = (found: string | undefined): void => {
      socket.destroy();
      resolve(found);
    };
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      end(certificate === undefined ? undefined : spkiHashOf(certificate));
    });
    socket.once('error', () => end(undefined)).once('timeout', () => end(undefined));
  });
}
