// One run of one scenario, and everything that is checked after it.
import { readFileSync } from 'node:fs';
import { rememberSigners, toHex, useCurve } from '@enigma/crypto';
import type { MachineOptions } from '@enigma/mpc/session';
import { plainCount } from './ballots.ts';
import { CALM_CHAIN, hostileMiner, type HostileMiner } from './faults/chain.ts';
import { armEndpoint, mustFollow } from './faults/endpoints.ts';
import { fastCurve } from './curve.ts';
import { cast, NotServed, openElection, tally, vote, type Election, type Ending } from './election.ts';
import { PROPERTIES } from './properties/index.ts';
import type { Violation } from './properties/property.ts';
import { armFaults, strikesAtStart } from './faults/index.ts';
import { createPhases } from './faults/when.ts';
import { adversaryChance, chanceOf, type Scenario } from './scenario.ts';
import { Crash, createWorld, FINALITY_BLOCKS, type World, type WorldOptions } from './world.ts';

export interface Outcome {
  readonly scenario: Scenario;
  readonly ending: Ending['kind'] | 'not served' | 'threw';
  readonly votes: readonly number[] | undefined;
  readonly violations: readonly Violation[];
  /** Hash over all that happened, in order. */
  readonly trace: string;
  /** The planned crash took place. */
  readonly crashed: boolean;
  /** The planned lie was told. */
  readonly told: boolean;
  readonly aborts: number;
  readonly blocks: number;
  /** What a lying endpoint told. */
  readonly lies: readonly string[];
  /** What a hostile chain did, by name. */
  readonly chainFaults: Readonly<Record<string, number>>;
  /** Failpoints visited by any node. */
  readonly visited: readonly string[];
  /** Those visited once the task was on chain. */
  readonly visitedInTally: readonly string[];
}

const source = readFileSync(new URL('../../samples/voting/contract.ts', import.meta.url), 'utf8');
/** Small pools and short rounds: the same code, less of it to compute and to wait for. */
const MACHINE: MachineOptions = {
  batchItems: { triple: 64, and: 1 << 14, daBit: 1 << 10 },
  timings: { roundMs: 6_000 },
};
const windowSeconds = 240;
/** Time that a seat which was away has to follow, once the task is over. */
const followMs = 90_000;
/** Time in which every node has seen that a final block was replaced. */
const haltMs = 60_000;

rememberSigners(200_000);
useCurve(fastCurve);

export async function run(scenario: Scenario, log?: (line: string) => void): Promise<Outcome> {
  const { seed, n, T, plan, weather, attack, cheater, defenceOff, chain: chainPlan } = scenario;
  const armed = attack?.begin({ n, T, cheater, chance: adversaryChance(scenario) });
  const cheaters = new Set(attack === undefined ? [] : [cheater]);
  let miner: HostileMiner | undefined;
  const hostile: WorldOptions['miner'] = (chain, schedule) => {
    const chance = chanceOf(`enigma blocks ${seed}`);
    const facts = { chain, schedule, chance, blockMs: 1000, finalityBlocks: FINALITY_BLOCKS };
    return (miner = hostileMiner({ ...facts, plan: chainPlan ?? CALM_CHAIN }));
  };
  const world = await createWorld({
    seed,
    nodes: n,
    weather,
    machine: (index) => ({ ...MACHINE, ...defenceOff?.off, ...(index === cheater ? armed?.machine : {}) }),
    ...(defenceOff?.node === undefined ? {} : { checks: defenceOff.node }),
    ...(chainPlan === undefined ? {} : { miner: hostile }),
    ...(log === undefined ? {} : { log }),
  });
  const watching = PROPERTIES.map((property) => ({ property, check: property.watch({ world, cheaters }) }));
  armed?.arm(world);
  const visitedInTally = new Set<string>();
  world.visits.push((name) => {
    if (taskIsThere(world)) visitedInTally.add(name);
  });
  const crash = planCrash(world, scenario);
  const phases = createPhases(world.schedule);
  armFaults(world, scenario.faults, phases);
  const endpoint =
    scenario.endpoint &&
    armEndpoint(world, scenario.endpoint, phases, chanceOf(`enigma lies ${scenario.endpoint.label}`));
  phases.reached('start');
  const violations: Violation[] = [];
  let ending: Outcome['ending'] = 'not served';
  let votes: readonly number[] | undefined;
  let counted = plan;
  try {
    const election = await openElection(world, {
      source,
      n,
      T,
      candidates: plan.candidates,
      openBlocks: chainPlan === undefined ? 14 : 45,
      windowSeconds,
    });
    phases.reached('served');
    const sealed = await vote(world, election, plan);
    const end = await tally(world, election, windowSeconds * 1000, () => phases.reached('triggered'));
    ending = end.kind;
    // The block of the last event may still have to be replaced.
    if (chainPlan?.deep !== undefined && (await world.run(() => isHalted(world), haltMs))) ending = 'halted';
    counted = cast(world, election, plan, sealed);
    if (end.kind === 'opened') votes = end.votes;
    if (ending !== 'halted') await settleDown(world, scenario, election, violations);
  } catch (error) {
    ending = isHalted(world)
      ? 'halted'
      : error instanceof NotServed && (strikesAtStart(scenario.faults) || scenario.endpoint !== undefined)
        ? 'not served'
        : 'threw';
    if (ending === 'threw')
      violations.push({
        property: 'runs',
        what:
          error instanceof Error
            ? `${error.message} ${(error.stack ?? '').split('\n')[1]?.trim() ?? ''}`
            : String(error),
      });
  }
  violations.push(...judgeEnding({ ...scenario, plan: counted }, ending, votes, crash.done));
  for (const { property, check } of watching)
    violations.push(...check().map((what) => ({ property: property.name, what })));
  for (const what of armed?.gained?.() ?? []) violations.push({ property: 'the adversary gains nothing', what });
  if (attack?.named(n, T) === true && armed?.told() === true && ending === 'opened')
    violations.push(...judgeNamed(world, cheater));
  return {
    scenario,
    ending,
    votes,
    violations,
    trace: toHex(world.schedule.trace()),
    crashed: crash.done,
    told: armed?.told() ?? false,
    aborts: world.logs.filter(({ code }) => code === 'session.aborted').length,
    blocks: Number(world.chain.latest().number),
    lies: [...(endpoint?.told ?? [])],
    chainFaults: Object.fromEntries(miner?.done ?? []),
    visitedInTally: [...visitedInTally],
    visited: [...new Set(world.nodes.flatMap((node) => [...node.visited]))],
  };
}

function planCrash(world: World, { crash }: Scenario): { readonly done: boolean } {
  const state = { done: false };
  if (crash === undefined) return state;
  let left = crash.visit;
  for (const node of world.nodes) {
    if (crash.node !== 'first' && node.index !== crash.node) continue;
    node.failpoint = (name) => {
      if (state.done || name !== crash.failpoint || (crash.inTally === true && !taskIsThere(world)) || --left > 0)
        return;
      state.done = true;
      if (crash.restartMs !== undefined) world.schedule.after(crash.restartMs, () => world.start(node));
      throw new Crash(name);
    };
  }
  return state;
}

function isHalted(world: World): boolean {
  return world.nodes.every(({ ended }) => ended !== undefined);
}

function taskIsThere(world: World): boolean {
  return world.chain.state().tasks.size > 0;
}

/** The right result; or, where more went wrong than (n, T) bears, a clean end. */
function judgeEnding(
  scenario: Scenario,
  ending: Outcome['ending'],
  votes: readonly number[] | undefined,
  crashed: boolean,
): readonly Violation[] {
  const { n, T, attack, plan, weather, chain } = scenario;
  const expected = plainCount(plan).join();
  if (votes !== undefined && votes.join() !== expected)
    return [{ property: 'right result', what: `opened ${votes.join()}, the ballots say ${expected}` }];
  if (chain?.deep !== undefined && ending !== 'threw')
    return ending === 'halted'
      ? []
      : [{ property: 'nodes halt', what: `a final block was replaced, and it ended as ${ending}` }];
  if (ending === 'hanging') return [{ property: 'right result', what: 'the task neither settled nor could it expire' }];
  const alone = attack === undefined || (!crashed && weather.drop === 0 && chain === undefined);
  const mustSettle = alone && ending !== 'not served' && (attack?.settles(n, T) ?? true);
  return mustSettle && ending !== 'opened' && ending !== 'threw'
    ? [{ property: 'settles', what: `it ended as ${ending}` }]
    : [];
}

/** A seat that was away comes to the state that the chain has, without MPC. */
async function settleDown(
  world: World,
  { attack, cheater, endpoint }: Scenario,
  { contractId }: Election,
  violations: Violation[],
): Promise<void> {
  const version = world.chain.state().heads.get(contractId)?.version;
  const behind = (): number[] =>
    world.nodes
      .filter((one) => one.node !== undefined && !(attack !== undefined && one.index === cheater))
      .filter((one) => endpoint?.node !== one.index || mustFollow(endpoint))
      .filter((one) => one.node?.seatOf(contractId)?.state()?.version !== version)
      .map((one) => one.index);
  if (await world.run(() => behind().length === 0, followMs)) return;
  violations.push({
    property: 'seats follow',
    what: `after ${followMs / 1000} s nodes ${behind().join()} are behind version ${version}`,
  });
}

function judgeNamed(world: World, cheater: number): readonly Violation[] {
  const silent = world.nodes.filter(
    ({ index, node }) =>
      index !== cheater &&
      node !== undefined &&
      !world.logs.some((line) => line.node === index && line.code === 'seat.blamed'),
  );
  return silent.map(({ index }) => ({ property: 'the cheater is named', what: `node ${index} names nobody` }));
}
