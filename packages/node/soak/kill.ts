// `npm run soak:kill`: kill −9 of one node of four at every named point, by real processes on one real network, and what must hold after each.
import { setTimeout as sleep } from 'node:timers/promises';
import { calledWith, refuse } from '@enigma/fuzz/commandLine';
import { until, type ProcessNode } from '../test/support/processes.ts';
import { startSoak, type Soak } from './network.ts';
import { pointsNamed, type Point } from './points.ts';

const help = `npm run soak:kill -- [--points a,b] [--json]

Starts a chain and four nodes as processes, then for each named point of packages/node/src/failpoints.ts kills one node with SIGKILL where it
passes the point, while the network computes a task. After each: the result is right and carries on from the one before (nothing lost), the task
settled once and paid each seat once, no slot of a sign-once store was lost, changed or asked for a second digest, and the node that was started again
serves and holds the state on chain. At the end all nodes are stopped, and what stands on chain in their names is looked up in their stores.

  --points a,b   only these, to go on where a run stopped; two nodes never die at one time
  --json         one JSON document on standard output

Exit code 1 if anything did not hold; a point that no run of its task passes is told, and is no failure.`;

/** A point that only some tasks pass is waited for over so many. */
const tasksMax = 4;
const settleLimitMs = 240_000;
/** Between two looks: the machine has better to do. */
const lookPauseMs = 250;

interface Outcome {
  readonly point: string;
  readonly moment: string;
  readonly killed: boolean;
  readonly node: number | null;
  /** The receipt stood on chain before the node was started again. */
  readonly settledWithThree: boolean;
  readonly seconds: number;
  readonly wrong: readonly string[];
}

const note = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(): Promise<number> {
  const values = calledWith(help, { points: { type: 'string' }, json: { type: 'boolean', default: false } });
  if (typeof values === 'number') return values;
  const points = pointsNamed(values.points?.split(',').map((name) => name.trim()));
  if ('unknown' in points)
    return refuse(help, `There is no point ${points.unknown}; packages/node/src/failpoints.ts has the table.`);
  const startedMs = performance.now();
  let stopped = false;
  const soak = await startSoak(note);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopped) return;
      stopped = true;
      note('stopping …');
      void soak.stop().then(() => process.exit(130));
    });
  const outcomes: Outcome[] = [];
  let atEnd: readonly string[] = [];
  try {
    await soak.contract();
    for (const [at, point] of points.entries()) {
      const outcome = await attempt(soak, point, at);
      outcomes.push(outcome);
      const left = ((performance.now() - startedMs) / outcomes.length) * (points.length - outcomes.length);
      note(
        `${`${at + 1}/${points.length}`.padStart(6)}  ${lineOf(outcome)}  ${left > 0 ? `about ${Math.ceil(left / 60_000)} min left` : ''}`,
      );
    }
    await soak.healthy();
    atEnd = await soak.finish();
  } catch (error) {
    if (!stopped) atEnd = [messageOf(error)];
  } finally {
    if (!stopped) await soak.stop();
  }
  const wrong = outcomes.filter((one) => one.wrong.length > 0);
  const missed = outcomes.filter(({ killed }) => !killed).map(({ point }) => point);
  const seconds = (performance.now() - startedMs) / 1000;
  if (values.json) console.log(JSON.stringify({ outcomes, missed, atEnd, seconds }));
  else {
    console.log(
      `killed at ${outcomes.length - missed.length} of ${points.length} points: ${outcomes
        .filter(({ killed }) => killed)
        .map(({ point }) => point)
        .join(' ')}`,
    );
    console.log(`not passed: ${missed.join(' ') || 'none'}`);
    console.log(
      `settled by three before the node came back: ${outcomes.filter(({ settledWithThree }) => settledWithThree).length}`,
    );
    for (const one of wrong) console.log(`WRONG ${one.point}: ${one.wrong.join('; ')}`);
    for (const text of atEnd) console.log(`WRONG ${text}`);
    console.log(`${seconds.toFixed(0)} s`);
  }
  return wrong.length === 0 && atEnd.length === 0 && outcomes.length === points.length ? 0 : 1;
}

function lineOf({ point, killed, node, settledWithThree, seconds, wrong }: Outcome): string {
  const what = killed
    ? `node ${node} killed, ${settledWithThree ? 'settled by three' : 'settled after its return'}`
    : 'not passed';
  return `${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${point.padEnd(18)} ${`${seconds.toFixed(1)} s`.padStart(7)}  ${what}${wrong.map((text) => `; ${text}`).join('')}`;
}

/** A cause that a client's error keeps for itself is told too. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, facts } = error as { readonly cause?: unknown; readonly facts?: unknown };
  return [error.message, facts === undefined ? '' : JSON.stringify(facts), cause === undefined ? '' : messageOf(cause)]
    .filter((text) => text !== '')
    .join(' ');
}

/** Never throws for what a network did wrong: the next point finds a healthy network, or says that it does not. */
async function attempt(soak: Soak, point: Point, at: number): Promise<Outcome> {
  const began = performance.now();
  const seen = { killed: false, node: null as number | null, settledWithThree: false };
  const wrong: string[] = [];
  try {
    for (let task = 0; task < tasksMax && !seen.killed; task++) {
      await soak.healthy();
      // First the node whose turn it is, then whichever passes the point.
      const target = task === 0 ? soak.network.nodes[at % soak.network.nodes.length] : undefined;
      wrong.push(...(await byMoment[point.moment](soak, point.name, target, seen)));
      soak.disarm();
    }
  } catch (error) {
    wrong.push(messageOf(error));
    soak.disarm();
    const down = soak.dead();
    if (down !== undefined) await soak.revive(down);
  }
  return { point: point.name, moment: point.moment, ...seen, seconds: (performance.now() - began) / 1000, wrong };
}

type Seen = { killed: boolean; node: number | null; settledWithThree: boolean };
type Try = (soak: Soak, point: string, target: ProcessNode | undefined, seen: Seen) => Promise<readonly string[]>;

const byMoment: Readonly<Record<Point['moment'], Try>> = {
  task: inTask,
  async firstTask(soak, point, target, seen) {
    await soak.contract();
    await soak.healthy();
    return inTask(soak, point, target, seen);
  },
  /** Is killed in a task, and dies again while it starts; then it comes back for good. */
  async start(soak, point, target, seen) {
    const victim = target ?? soak.network.nodes[0];
    if (victim === undefined) throw new Error('four nodes');
    const round = await soak.begin();
    victim.child.kill('SIGKILL');
    await until(() => victim.ended !== undefined, 'its end');
    soak.arm(point, victim);
    await soak.revive(victim);
    if (await until(() => victim.ended !== undefined, 'a death while it starts', settleLimitMs).catch(() => false)) {
      noteDeath(victim, seen);
      seen.settledWithThree = await until(round.settled, 'a settlement without it', settleLimitMs).catch(() => false);
      await soak.revive(victim);
    }
    const wrong = await soak.judge(round);
    await soak.healthy();
    return wrong;
  },
  /** One node dies in the middle of a round and comes back at once; another dies where it ends the attempt. */
  async abort(soak, point, target, seen) {
    const first = soak.network.nodes.find((node) => node !== target);
    soak.arm('round.send.c', first);
    const round = await soak.begin();
    await until(() => soak.dead(), 'the first death', settleLimitMs);
    soak.disarm();
    soak.arm(point, target);
    if (first !== undefined) await soak.revive(first);
    await until(
      async () => soak.dead() !== undefined || (await isOver(soak, round)),
      'death or the end',
      settleLimitMs,
    );
    const victim = soak.dead();
    if (victim !== undefined) {
      noteDeath(victim, seen);
      seen.settledWithThree = await until(round.settled, 'a settlement without it', settleLimitMs).catch(() => false);
      await soak.revive(victim);
    }
    const wrong = await soak.judge(round);
    await soak.healthy();
    return wrong;
  },
  /** Dies while a new committee sets up its keys, for which every seat is needed: it comes back at once, and the committee serves. */
  async setUp(soak, point, target, seen) {
    soak.arm(point, target);
    const serving = soak.contract();
    const death = until(() => soak.dead(), 'a death', settleLimitMs).catch(() => undefined);
    const victim = await Promise.race([death, serving.then(() => undefined)]);
    if (victim !== undefined) {
      noteDeath(victim, seen);
      await soak.revive(victim);
    }
    await serving;
    const wrong = await soak.judge(await soak.begin());
    await soak.healthy();
    return wrong;
  },
};

/** Dies in a task, which the other three end; then it comes back. */
async function inTask(
  soak: Soak,
  point: string,
  target: ProcessNode | undefined,
  seen: Seen,
): Promise<readonly string[]> {
  soak.arm(point, target);
  const round = await soak.begin();
  await until(async () => soak.dead() !== undefined || (await isOver(soak, round)), 'death or the end', settleLimitMs);
  const victim = soak.dead();
  if (victim !== undefined) {
    noteDeath(victim, seen);
    seen.settledWithThree = await until(round.settled, 'a settlement without it', settleLimitMs).catch(() => false);
    await soak.revive(victim);
  }
  const wrong = await soak.judge(round);
  await soak.healthy();
  return wrong;
}

function noteDeath(victim: ProcessNode, seen: Seen): void {
  if (victim.ended !== 'SIGKILL') throw new Error(`node ${victim.index} was not killed but ended: ${victim.ended}`);
  Object.assign(seen, { killed: true, node: victim.index });
}

/** Opened on chain, and every node has gone on to it: nothing of the task is left to pass. */
async function isOver(soak: Soak, round: { opened(limitMs: number): Promise<unknown> }): Promise<boolean> {
  await sleep(lookPauseMs);
  if ((await round.opened(1).catch(() => undefined)) === undefined) return false;
  await soak.healthy().catch(() => undefined);
  return true;
}

process.exitCode = await main();
