// One election by real processes in which node 1 is killed at a named point of the tally: what came of it.
import { getJson, runElection, startNetwork, until } from './processes.ts';

export interface KillOutcome {
  readonly point: string;
  /** The process got there and was killed. */
  readonly died: boolean;
  /** The receipt stood on chain before the node was started again. */
  readonly settledWithThree: boolean;
  readonly tally: readonly number[];
  readonly settlements: number;
  /** Refused second signatures over all nodes' logs: none, if what is durable stands before what leaves. */
  readonly signRefused: number;
  readonly stoppedWith: number | string | undefined;
  /** Points that node 1 passed before it died and after. */
  readonly visited: readonly string[];
}

export const CHOICES: readonly number[] = [1, 2, 3, 3, 0, 4];
export const VOTES: readonly number[] = [1, 1, 2, 1];

export async function killAt(point: string): Promise<KillOutcome> {
  const network = await startNetwork();
  try {
    const victim = network.nodes[1];
    if (victim === undefined) throw new Error('four nodes');
    const election = await runElection(network, CHOICES, 1_000);
    // Asked to stop, a node finishes what it has in hand and ends with 0; then it comes back with a point to die at.
    victim.child.kill('SIGTERM');
    const stoppedWith = await until(
      () => (victim.ended === undefined ? undefined : { how: victim.ended }),
      'SIGTERM',
      30_000,
    );
    network.start(victim, { ENIGMA_FAIL_AT: point });
    await until(
      async () => victim.ended !== undefined || (await getJson(`${victim.apiUrl}/ready`))?.status === 200,
      'readiness',
    );
    await election.trigger();
    const died = await until(
      async () =>
        victim.ended !== undefined ||
        ((await election.settlements()) > 0 && (await election.opened(50).catch(() => undefined)) !== undefined),
      'death or the end',
    ).then(() => victim.ended !== undefined);
    let settledWithThree = false;
    if (died) {
      settledWithThree = await until(
        async () => (await election.settlements()) === 1,
        'a settlement without it',
        40_000,
      ).catch(() => false);
      network.start(victim);
    }
    const tally = await election.opened();
    await until(
      async () => (await getJson(`${victim.apiUrl}/state/${election.contractId}`))?.body['version'] === '1',
      'catching up',
    );
    await until(async () => (await getJson(`${victim.apiUrl}/ready`))?.status === 200, 'readiness after it');
    const signRefused = network.nodes.reduce(
      (sum, node) =>
        sum +
        network
          .log(node)
          .split('\n')
          .filter((line) => / (sign\.refused|fork\.locked) /.test(line)).length,
      0,
    );
    const visited = [
      ...new Set([...network.log(victim).matchAll(/^failpoint (\S+)$/gm)].map((match) => match[1] ?? '')),
    ];
    return {
      point,
      died,
      settledWithThree,
      tally,
      settlements: await election.settlements(),
      signRefused,
      stoppedWith: stoppedWith.how,
      visited,
    };
  } finally {
    await network.stop();
  }
}
