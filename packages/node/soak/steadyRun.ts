// A network under steady load, looked at from outside: what grows, and whether anything is left when the load is over.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNetwork, until, type ProcessNode } from '../test/support/processes.ts';
import type { Context, Outcome } from './command.ts';
import { closedLoop, countOf, latencies, openLoop, quantile, startLoad } from './load.ts';
import { fund } from './serving.ts';
import { riseOf, vitalsOf, zombies, type Vitals } from './vitals.ts';

export interface SteadyTerms {
  readonly seconds: number;
  /** Calls a second; half of what a closed loop reaches where not said. */
  readonly perSecond?: number;
  readonly samplePauseMs: number;
  /** Time between blocks while the committee sets up its keys. */
  readonly setUpPauseMs?: number;
  /** How far a node's memory may rise over the last two thirds, as a share; and its disk, but for what is kept for ever. */
  readonly riseMax: number;
}

const callers = 15;
const measureSeconds = 30;
/** Of one call, however busy the machine. */
const openedLimitMs = 600_000;
/** Connections of clients that are idle are closed within it. */
const quietLimitMs = 60_000;

export interface Watched {
  readonly node: number;
  readonly first: Vitals;
  readonly last: Vitals;
  /** Over the last two thirds, as a share of what they were at their begin. */
  readonly rise: { readonly rss: number; readonly disk: number; readonly live: number | null };
  /** Bytes of signatures for each call. */
  readonly signedPerCall: number;
  /** Open files before the load and after it. */
  readonly handles: { readonly before: number; readonly most: number; readonly after: number };
  readonly endedWith: number | string | undefined;
  /** Rows and bytes on disk at the end, by what they are. */
  readonly kept: Readonly<Record<string, { readonly rows: number; readonly bytes: number }>>;
}

export async function steadyRun(
  terms: SteadyTerms,
  context: Context,
): Promise<Outcome & { readonly watched: readonly Watched[]; readonly opened: number }> {
  const { note } = context;
  note('starting a chain and four nodes');
  const network = await startNetwork(4, () => ({
    NODE_OPTIONS: `--import=${new URL('heapTeller.ts', import.meta.url).href}`,
  }));
  context.onStop(() => network.stop());
  try {
    await fund(network);
    const load = await startLoad(network, terms.setUpPauseMs);
    const { nodes } = network;
    const offer = () => load.offer(openedLimitMs);
    const look = (node: ProcessNode, since: number): Vitals =>
      vitalsOf(node.child.pid ?? 0, node.folder, (performance.now() - since) / 1000);
    const before = nodes.map((node) => look(node, performance.now()).handles);
    let perSecond = terms.perSecond;
    if (perSecond === undefined) {
      note(`${callers} callers for ${measureSeconds} s, to see what the network bears`);
      const run = await closedLoop(offer, callers, measureSeconds, context.goesOn);
      perSecond = countOf(run, 'opened') / run.seconds / 2;
    }
    note(`${perSecond.toFixed(2)} calls a second for ${terms.seconds} s`);
    const began = performance.now();
    const samples: Vitals[][] = nodes.map(() => []);
    let over = false;
    const sampling = (async () => {
      for (let at = 0; !over; at++) {
        nodes.forEach((node, index) => samples[index]?.push(look(node, began)));
        if (at % Math.ceil(60_000 / terms.samplePauseMs) === 0)
          note(
            `${load.opened()} opened; memory ${samples.map((row) => mega(row.at(-1)?.rssBytes ?? 0)).join(' ')} MB, disk ${samples.map((row) => mega(row.at(-1)?.diskBytes ?? 0)).join(' ')} MB`,
          );
        await sleep(terms.samplePauseMs);
      }
    })();
    const run = await openLoop(offer, perSecond, terms.seconds, context.goesOn).finally(() => (over = true));
    await sampling;
    note('the load is over');
    const after = await Promise.all(
      nodes.map(async (node, at) => {
        const quiet = () => look(node, began).handles <= (before[at] ?? 0);
        await until(quiet, 'the handles', quietLimitMs).catch(() => undefined);
        return look(node, began).handles;
      }),
    );
    const wrong = [...load.judge()];
    load.close();
    for (const kind of ['lost', 'failed', 'refused'] as const)
      if (countOf(run, kind) > 0) wrong.push(`${countOf(run, kind)} calls ${kind}`);
    for (const node of nodes) node.child.kill('SIGTERM');
    for (const node of nodes)
      await until(() => node.ended !== undefined, `the end of node ${node.index}`, 30_000).catch(() => undefined);
    const watched = nodes.map((node, at): Watched => {
      const row = samples[at] ?? [];
      const kept = keptIn(node.folder);
      const [first, last] = [row[0], row.at(-1)];
      if (first === undefined || last === undefined) throw new Error('no sample');
      const tail = row.filter(({ seconds }) => seconds >= last.seconds / 3);
      const live = tail.flatMap(({ seconds, liveBytes }) =>
        liveBytes === undefined ? [] : [[seconds, liveBytes] as const],
      );
      return {
        node: node.index,
        first,
        last,
        rise: {
          rss: riseOf(tail.map(({ seconds, rssBytes }) => [seconds, rssBytes])),
          disk: riseOf(tail.map(({ seconds, diskBytes }) => [seconds, diskBytes])),
          live: live.length < 3 ? null : riseOf(live),
        },
        signedPerCall: signedIn(kept) / countOf(run, 'opened'),
        handles: {
          before: before[at] ?? 0,
          most: Math.max(...row.map(({ handles }) => handles)),
          after: after[at] ?? 0,
        },
        endedWith: node.ended,
        kept,
      };
    });
    for (const { node, rise, handles, endedWith } of watched) {
      if (rise.rss > terms.riseMax) wrong.push(`node ${node}: memory rises by ${percent(rise.rss)}`);
      if (rise.disk > terms.riseMax) wrong.push(`node ${node}: disk rises by ${percent(rise.disk)}`);
      if (handles.after > handles.before)
        wrong.push(`node ${node}: ${handles.after - handles.before} handles are left`);
      if (endedWith !== 0) wrong.push(`node ${node} ended with ${endedWith} on SIGTERM`);
    }
    const left = zombies();
    if (left.length > 0) wrong.push(`zombies: ${left.join()}`);
    const opened = countOf(run, 'opened');
    const times = latencies(run);
    return {
      watched,
      opened,
      report: { perSecond, opened, p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99), watched },
      lines: [
        `${opened} calls opened, ${perSecond.toFixed(2)} a second; from offer to result ${ms(quantile(times, 0.5))} (half), ${ms(quantile(times, 0.99))} (99 %)`,
        ...watched.map(
          ({ node, first, last, rise, handles, signedPerCall }) =>
            `node ${node}: memory ${mega(first.rssBytes)} → ${mega(last.rssBytes)} MB, ${percent(rise.rss)} over the last two thirds (what lives in its heap ${mega(last.liveBytes ?? 0)} MB, ${percent(rise.live ?? NaN)}); signatures ${signedPerCall.toFixed(0)} bytes a call; other disk ${mega(first.diskBytes)} → ${mega(last.diskBytes)} MB, ${percent(rise.disk)}; handles ${handles.before}, ${handles.most}, ${handles.after}`,
        ),
        ...Object.entries(watched[0]?.kept ?? {}).map(
          ([name, { rows, bytes }]) => `node ${watched[0]?.node} keeps ${name}: ${rows} rows, ${bytes} bytes`,
        ),
      ],
      wrong,
    };
  } finally {
    await network.stop();
  }
}

function signedIn(kept: Watched['kept']): number {
  return Object.entries(kept).reduce((sum, [name, { bytes }]) => sum + (name.startsWith('signature') ? bytes : 0), 0);
}

/** Rows by what they are: their names without numbers and ids. */
function keptIn(folder: string): Watched['kept'] {
  const kept: Record<string, { rows: number; bytes: number }> = {};
  const count = (kind: string, name: string, bytes: number): void => {
    const plain = `${kind} ${name.replaceAll(/0x[0-9a-f]+/g, '*').replaceAll(/\d+/g, '#')}`;
    const found = (kept[plain] ??= { rows: 0, bytes: 0 });
    found.rows++;
    found.bytes += name.length + bytes;
  };
  const data = join(folder, 'data');
  for (const file of readdirSync(data).filter((name) => name.endsWith('.db'))) {
    const database = new DatabaseSync(join(data, file), { readOnly: true });
    const rows = (sql: string): readonly Record<string, unknown>[] => database.prepare(sql).all();
    try {
      if (file === 'protection.db')
        for (const { slot, bytes } of rows('SELECT slot, length(digest) + length(signature) AS bytes FROM signed'))
          count('signature', String(slot), Number(bytes));
      else
        for (const { name, bytes } of rows(
          'SELECT name, max(length(blob.bytes), coalesce(blobFile.bytes, 0)) AS bytes FROM blob LEFT JOIN blobFile USING (name)',
        ))
          count('blob', String(name), Number(bytes));
      for (const { name } of rows('SELECT name FROM mark')) count(`mark in ${file}`, String(name), 8);
    } finally {
      database.close();
    }
  }
  return kept;
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
const ms = (time: number): string => `${(time / 1000).toFixed(1)} s`;
