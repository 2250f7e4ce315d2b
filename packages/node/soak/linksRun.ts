// One network whose links, processes and disks fail one after another while a contract with a secret sum goes from task to task, and what must hold after each fault.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getJson, until, type ProcessNode } from '../test/support/processes.ts';
import type { Context, Outcome } from './command.ts';
import { startSoak, type Round, type Soak } from './network.ts';
import { startWeb, type Fault, type Web } from './proxy.ts';

/** What of a node fails: one link, all its links, the way to its chain, the process, or its disk. */
export type Scope = 'one' | 'all' | 'chain' | 'process' | 'disk';

export interface Case {
  readonly name: string;
  readonly scope: Scope;
  readonly fault?: Fault;
  /** The node stands still there when its fault begins. */
  readonly point: string;
}

const reset: Fault = { kind: 'reset' };
const silent: Fault = { kind: 'silent' };
const halfOpen: Fault = { kind: 'halfOpen' };
const delayed: Fault = { kind: 'delayed', fromMs: 40, toMs: 200 };
const throttled: Fault = { kind: 'throttled', bytesPerSecond: 20_000 };
const tail: Fault = { kind: 'tail', bytes: 2_000 };

export const CASES: readonly Case[] = [
  { name: 'reset-one', scope: 'one', fault: reset, point: 'round.send.c' },
  { name: 'reset-all', scope: 'all', fault: reset, point: 'receipt.sign.c' },
  { name: 'silent-one', scope: 'one', fault: silent, point: 'round.send.c' },
  { name: 'silent-all', scope: 'all', fault: silent, point: 'checkpoint.sign.c' },
  { name: 'one-way-out', scope: 'one', fault: { kind: 'oneWay', to: 'listener' }, point: 'session.open.c' },
  { name: 'one-way-in', scope: 'one', fault: { kind: 'oneWay', to: 'dialler' }, point: 'round.send.c' },
  { name: 'half-open-one', scope: 'one', fault: halfOpen, point: 'state.stage.c' },
  { name: 'half-open-all', scope: 'all', fault: halfOpen, point: 'round.send.c' },
  { name: 'throttled', scope: 'all', fault: throttled, point: 'session.open.c' },
  { name: 'delayed', scope: 'all', fault: delayed, point: 'session.open.c' },
  { name: 'tail-one', scope: 'one', fault: tail, point: 'checkpoint.sign.c' },
  { name: 'tail-all', scope: 'all', fault: tail, point: 'open.deliver.c' },
  { name: 'chain-reset', scope: 'chain', fault: reset, point: 'receipt.sign.c' },
  { name: 'chain-silent', scope: 'chain', fault: silent, point: 'state.stage.c' },
  { name: 'chain-delayed', scope: 'chain', fault: delayed, point: 'session.open.c' },
  { name: 'stopped-round', scope: 'process', point: 'round.send.c' },
  { name: 'stopped-signing', scope: 'process', point: 'receipt.sign.a' },
  { name: 'stopped-promoting', scope: 'process', point: 'state.promote.c' },
  { name: 'disk-full', scope: 'disk', point: 'session.open.a' },
];

export interface LinksTerms {
  readonly cases: readonly Case[];
  /** How long a fault lasts. */
  readonly holdMs: number;
  readonly setUpPauseMs?: number;
  /** Seconds to serving after a start, and to links and the chain's state after a fault. */
  readonly readyMax: number;
  readonly caughtUpMax: number;
}

export interface CaseOutcome {
  readonly name: string;
  readonly node: number;
  /** It stood still at the point when the fault began. */
  readonly atPoint: boolean;
  /** The task was settled before the fault was over. */
  readonly settledMeanwhile: boolean;
  /** From the start of a node that had ended until it serves. */
  readonly readySeconds: number | null;
  /** From the end of the fault until all nodes serve and hold the state on chain, and until all links stand. */
  readonly caughtUpSeconds: number;
  readonly linkedSeconds: number;
  readonly wrong: readonly string[];
}

const limitMs = 300_000;
const pointLimitMs = 60_000;

export async function linksRun(
  terms: LinksTerms,
  context: Context,
): Promise<Outcome & { readonly outcomes: readonly CaseOutcome[] }> {
  const places = Array.from({ length: 4 }, (_, at) => ({
    name: String(at),
    pid: () => soak?.network.nodes[at]?.child.pid,
  }));
  let soak: Soak | undefined;
  const web = startWeb(places);
  context.onStop(() => web.close());
  try {
    // A connection that comes before all nodes are known is nobody's; the first case finds the links made anew.
    soak = await startSoak(context.note, {
      detours: {
        peer: async (at, port) => (await web.before(String(at), port)).port,
        chain: async (at, url) =>
          `http://127.0.0.1:${(await web.before(`chain ${at}`, Number(new URL(url).port))).port}`,
      },
      ...(terms.setUpPauseMs === undefined ? {} : { setUpPauseMs: terms.setUpPauseMs }),
    });
    const running = soak;
    context.onStop(() => running.stop());
    await running.contract();
    await running.healthy();
    const outcomes: CaseOutcome[] = [];
    for (const [at, one] of terms.cases.entries()) {
      if (!context.goesOn()) break;
      const outcome = await play(running, web, one, at, terms);
      outcomes.push(outcome);
      context.note(`${`${at + 1}/${terms.cases.length}`.padStart(6)}  ${lineOf(outcome)}`);
    }
    const atEnd = await running.finish();
    const wrong = outcomes.flatMap((one) => one.wrong.map((text) => `${one.name}: ${text}`));
    return { outcomes, report: { outcomes, atEnd }, lines: outcomes.map(lineOf), wrong: [...wrong, ...atEnd] };
  } finally {
    await soak?.stop();
    await web.close();
  }
}

function lineOf(one: CaseOutcome): string {
  const seconds = (value: number): string => `${value.toFixed(1)} s`;
  return [
    one.wrong.length === 0 ? 'ok   ' : 'WRONG',
    one.name.padEnd(18),
    `node ${one.node}${one.atPoint ? '' : ' not at the point'},`,
    one.settledMeanwhile ? 'settled meanwhile,' : 'settled after it,',
    ...(one.readySeconds === null ? [] : [`ready ${seconds(one.readySeconds)} after its start,`]),
    `caught up ${seconds(one.caughtUpSeconds)} and linked ${seconds(one.linkedSeconds)} after it`,
    ...one.wrong.map((text) => `; ${text}`),
  ].join(' ');
}

async function play(soak: Soak, web: Web, one: Case, at: number, terms: LinksTerms): Promise<CaseOutcome> {
  const { nodes } = soak.network;
  const [victim, peer] = [nodes[at % nodes.length], nodes[(at + 1) % nodes.length]] as [ProcessNode, ProcessNode];
  const name = (node: ProcessNode): string => String(nodes.indexOf(node));
  const wrong: string[] = [];
  soak.arm(one.point, victim, 'stop');
  const beginning = soak.begin();
  // What a caller does may itself wait for the node that stands still.
  beginning.catch(() => undefined);
  const atPoint = await until(() => isStopped(victim), one.point, pointLimitMs).catch(() => false);
  soak.disarm();
  const faulty = (fault: Fault | undefined): void => {
    const others = one.scope === 'one' ? [name(peer)] : nodes.filter((node) => node !== victim).map(name);
    for (const other of one.scope === 'chain' ? [`chain ${name(victim)}`] : others) web.set(name(victim), other, fault);
  };
  const goOn = (): void => void victim.child.kill('SIGCONT');
  const began = performance.now();
  if (one.fault !== undefined) faulty(one.fault);
  if (one.scope === 'disk') fill(victim);
  if (one.scope === 'process') await sleep(terms.holdMs);
  goOn();
  let round: Round;
  let settledMeanwhile = false;
  let readySeconds: number | null = null;
  try {
    round = await beginning;
    const settled = async (): Promise<boolean> => round.settled().catch(() => false);
    if (one.scope === 'disk') {
      const how = await until(() => victim.ended, 'the end of a node without room', limitMs);
      if (how !== 1) wrong.push(`a full disk ended it with ${how}`);
      if (!/STORE_(FULL|FAILED)|make room|see to the disk/.test(soak.network.log(victim)))
        wrong.push('its log does not say that the disk is full');
      settledMeanwhile = await until(settled, 'a settlement without it', limitMs).catch(() => false);
    } else {
      while (performance.now() - began < terms.holdMs) await sleep(100);
      settledMeanwhile = await settled();
    }
  } finally {
    if (one.fault !== undefined) faulty(undefined);
  }
  const lifted = performance.now();
  const since = (): number => (performance.now() - lifted) / 1000;
  if (victim.ended !== undefined) {
    await soak.revive(victim);
    await until(async () => (await getJson(`${victim.apiUrl}/ready`))?.status === 200, 'readiness', limitMs);
    readySeconds = since();
  }
  const linking = until(
    () => allLinked(web, nodes.length),
    'all links',
    Math.min(limitMs, 2_000 * terms.caughtUpMax),
  ).then(since);
  linking.catch(() => undefined);
  wrong.push(...(await soak.judge(round)));
  await soak.healthy();
  const caughtUpSeconds = since();
  const linkedSeconds = await linking.catch(() => Infinity);
  if (readySeconds !== null && readySeconds > terms.readyMax) wrong.push(`ready after ${readySeconds.toFixed(1)} s`);
  if (Math.max(caughtUpSeconds, linkedSeconds) > terms.caughtUpMax) wrong.push('not caught up in time');
  return {
    name: one.name,
    node: victim.index,
    atPoint,
    settledMeanwhile,
    readySeconds,
    caughtUpSeconds,
    linkedSeconds,
    wrong,
  };
}

function allLinked(web: Web, count: number): boolean {
  return Array.from({ length: count }, (_, a) => a).every((a) =>
    Array.from({ length: a }, (_, b) => b).every((b) => web.count(String(a), String(b)) > 0),
  );
}

/** Whether the process stands still (proc(5): T). */
function isStopped({ child, ended }: ProcessNode): boolean {
  if (ended !== undefined) return false;
  return / T /.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
}

/** No file of the process may be longer than its log and a little more (prlimit(1)): what SQLite's log needs in one task does not fit, what the node says of it does. */
function fill({ child, folder }: ProcessNode): void {
  const bytes = statSync(join(folder, 'log')).size + 64 * 1024;
  execFileSync('prlimit', [`--pid=${child.pid}`, `--fsize=${bytes}`]);
}
