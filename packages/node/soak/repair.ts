// `npm run soak:repair`: a node of a running network loses its data folder, by real processes, and comes back; then it is needed.
import { calledWith, refuse, wholeNumber } from '@enigma/fuzz/commandLine';
import type { NodeInfo } from '@enigma/protocol';
import { getJson, until, type ProcessNode } from '../test/support/processes.ts';
import { startSoak, type Soak } from './network.ts';

const help = `npm run soak:repair -- [--losses 2] [--json]

Starts a chain and four nodes as processes, and lets them compute on a contract with a secret sum. One node is killed and its data folder put back
from an older copy: it must refuse and end. The folder is deleted: the node must come back superseded, be repaired by the others, and serve the
state on chain. Then another node is killed, so that no task computes without the repaired one, and the sum must go on from where it was.

  --losses n   so many nodes lose their disk, one after another
  --json       one JSON document on standard output

Exit code 1 if anything did not hold.`;

const repairLimitMs = 300_000;
const note = (text: string): void => void process.stderr.write(`${text}\n`);

interface Loss {
  readonly node: number;
  /** From the start on an empty folder until it serves. */
  readonly seconds: number;
  readonly wrong: readonly string[];
}

async function main(): Promise<number> {
  const values = calledWith(help, {
    losses: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') return values;
  const asked = wholeNumber(values.losses, 1, 16);
  if (asked === undefined) return refuse(help, '--losses is a whole number from 1 to 16.');
  const soak = await startSoak(note);
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopped) return;
      stopped = true;
      void soak.stop().then(() => process.exit(130));
    });
  const losses: Loss[] = [];
  let atEnd: readonly string[] = [];
  try {
    await soak.contract();
    await soak.healthy();
    for (let at = 0; at < asked; at++) {
      const loss = await lose(soak, at);
      losses.push(loss);
      note(`node ${loss.node} repaired in ${loss.seconds.toFixed(1)} s ${loss.wrong.join('; ')}`);
    }
    atEnd = await soak.finish();
  } catch (error) {
    if (!stopped) atEnd = [error instanceof Error ? error.message : String(error)];
  } finally {
    if (!stopped) await soak.stop();
  }
  const wrong = [...losses.flatMap((loss) => loss.wrong), ...atEnd];
  if (values.json) console.log(JSON.stringify({ losses, atEnd }));
  else {
    for (const { node, seconds } of losses) console.log(`node ${node} repaired in ${seconds.toFixed(1)} s`);
    for (const text of wrong) console.log(`WRONG ${text}`);
  }
  return wrong.length === 0 && losses.length === asked ? 0 : 1;
}

async function lose(soak: Soak, at: number): Promise<Loss> {
  const { nodes } = soak.network;
  const [victim, other] = [nodes[(2 + at) % nodes.length], nodes[at % nodes.length]] as [ProcessNode, ProcessNode];
  const wrong: string[] = [];
  wrong.push(...(await soak.judge(await soak.begin())));
  await soak.healthy();
  const backup = await soak.backUp(victim);
  soak.network.start(victim);
  await soak.healthy();
  wrong.push(...(await soak.judge(await soak.begin())));
  await soak.lose(victim, backup);
  soak.network.start(victim);
  const how = await until(() => victim.ended, 'the end of a node on an old folder', repairLimitMs);
  if (how !== 1 || !soak.network.log(victim).includes('RESTORED_BACKUP')) wrong.push(`an old folder ended with ${how}`);
  await soak.lose(victim);
  const began = performance.now();
  soak.network.start(victim);
  await until(async () => (await stateOf(victim))?.startsWith('Serving') === true, 'the repair', repairLimitMs);
  const seconds = (performance.now() - began) / 1000;
  await soak.healthy();
  other.child.kill('SIGKILL');
  await until(() => other.ended !== undefined, 'its end', 30_000);
  wrong.push(...(await soak.judge(await soak.begin())));
  await soak.revive(other);
  await soak.healthy();
  return { node: victim.index, seconds, wrong };
}

async function stateOf(node: ProcessNode): Promise<string | undefined> {
  if (node.ended !== undefined) throw new Error(`node ${node.index} ended: ${node.ended}`);
  const info = (await getJson(`${node.apiUrl}/node`))?.body as NodeInfo | undefined;
  return info?.committees.map(({ state }) => state).join();
}

process.exitCode = await main();
