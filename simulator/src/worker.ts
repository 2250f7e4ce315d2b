// Runs the seeds that it is dealt, and tells of each what a reader needs.
import { parentPort, workerData } from 'node:worker_threads';
import { defenceNamed } from './defences.ts';
import type { ChainPlan } from './faults/chain.ts';
import { startTwin } from './evm/twin.ts';
import type { EndpointFault } from './faults/endpoints.ts';
import type { FaultKind, Faults } from './faults/index.ts';
import type { Violation } from './properties/property.ts';
import { run, type Outcome } from './run.ts';
import { weatherNamed } from './network.ts';
import { drawScenario, undisturbed, type Scenario, type Wanted } from './scenario.ts';

export interface Report extends Pick<
  Outcome,
  'ending' | 'votes' | 'trace' | 'crashed' | 'told' | 'naming' | 'aborts' | 'blocks' | 'chainFaults' | 'lies' | 'events'
> {
  readonly seed: string;
  readonly n: number;
  readonly T: number;
  readonly weather: string;
  readonly attack: string | undefined;
  readonly crash: string | undefined;
  readonly faults: Faults;
  readonly chain: ChainPlan | undefined;
  readonly endpoint: EndpointFault | undefined;
  /** The contract that is called; undefined for an election. */
  readonly called: string | undefined;
  readonly violations: readonly Violation[];
}

interface Task {
  readonly attack: string | undefined;
  readonly defenceOff: string | undefined;
  readonly calls: boolean | undefined;
  readonly evm: boolean;
  readonly faults: readonly FaultKind[];
  readonly trace: boolean;
}

export function scenarioOf(
  seed: string,
  { attack, defenceOff, faults, calls }: Pick<Task, 'attack' | 'defenceOff' | 'faults' | 'calls'>,
): Scenario {
  const defence = defenceOff === undefined ? undefined : defenceNamed(defenceOff);
  const chosen = attack ?? defence?.attack;
  return drawScenario(
    seed,
    chosen === undefined
      ? { faults, calls }
      : { attack: chosen, committee: [4, 1], defenceOff: defence, faults, calls },
  );
}

function reportOf({
  scenario,
  ending,
  votes,
  violations,
  trace,
  crashed,
  told,
  naming,
  aborts,
  blocks,
  chainFaults,
  lies,
  events,
}: Outcome): Report {
  const { seed, n, T, weather, attack, crash, faults, chain, endpoint, calls } = scenario;
  return {
    seed,
    n,
    T,
    weather: weatherNamed(weather),
    faults,
    chain,
    endpoint,
    called: calls?.contract.name,
    attack: attack?.name,
    crash:
      crash &&
      `node ${crash.node} dies at visit ${crash.visit} of ${crash.failpoint} and ${crash.restartMs === undefined ? 'stays away' : `is back after ${crash.restartMs} ms`}`,
    ending,
    votes,
    violations,
    trace,
    crashed,
    told,
    naming,
    aborts,
    blocks,
    chainFaults,
    lies,
    events,
  };
}

/** On the rules alone, or with the contracts beside them. */
async function runOne(seed: number, task: Task): Promise<Outcome> {
  const log = task.trace ? (line: string): void => parentPort?.postMessage(line) : undefined;
  const twin = task.evm ? await startTwin() : undefined;
  try {
    return await run(scenarioOf(String(seed), task), log, twin);
  } finally {
    await twin?.stop();
  }
}

/** A seed as it is drawn, or one cell of the table of behaviours. */
export type Job = number | { readonly seed: number; readonly wanted: Wanted };

async function runJob(job: Job, task: Task): Promise<Outcome> {
  if (typeof job === 'number') return runOne(job, task);
  return run(undisturbed(drawScenario(String(job.seed), job.wanted)));
}

const task = workerData as Task | null;
if (parentPort !== null && task !== null) {
  const port = parentPort;
  port.on('message', (job: Job) => {
    void runJob(job, task).then((outcome) => port.postMessage(reportOf(outcome)));
  });
}
