// One run of one scenario, and everything that is checked after it.
import { readFileSync } from 'node:fs';
import { rememberSigners, toHex, type Hex } from '@enigma/crypto';
import type { MachineOptions } from '@enigma/mpc/session';
import { RECEIPT_KIND, type PendingCall } from '@enigma/protocol';
import { plainCount, type BallotPlan } from './ballots.ts';
import { judgeCalls } from './calls/judge.ts';
import { CALLEES, type CallPlan } from './calls/plan.ts';
import { deployFor, performCalls } from './calls/stage.ts';
import { CALM_CHAIN, hostileMiner, type HostileMiner } from './faults/chain.ts';
import { armEndpoint, mustFollow } from './faults/endpoints.ts';
import { useHeardCurve } from './signing.ts';
import { cast, openElection, tally, vote, type Ending } from './election.ts';
import { NotServed } from './givenUp.ts';
import { PROPERTIES } from './properties/index.ts';
import type { Violation } from './properties/property.ts';
import { isLoss } from './faults/disk.ts';
import { losesFolder as losesProcessFolder } from './faults/process.ts';
import { armFaults, hasFaults, strikesAtStart } from './faults/index.ts';
import type { Twin } from './evm/twin.ts';
import { createPhases, type Phases } from './faults/when.ts';
import { holdingMiner } from './miner.ts';
import { adversaryChance, chanceOf, cheatersOf, type Scenario } from './scenario.ts';
import { Crash, createWorld, FINALITY_BLOCKS, type World, type WorldOptions } from './world.ts';

export interface Outcome {
  readonly scenario: Scenario;
  readonly ending: Ending['kind'] | 'lost' | 'threw';
  readonly votes: readonly number[] | undefined;
  readonly violations: readonly Violation[];
  /** Hash over all that happened, in order. */
  readonly trace: string;
  /** The planned crash took place. */
  readonly crashed: boolean;
  /** The planned lie was told. */
  readonly told: boolean;
  /** Honest nodes that named somebody. */
  readonly naming: number;
  /** Nodes that ended themselves, and why. */
  readonly ended: readonly { readonly node: number; readonly why: string }[];
  readonly aborts: number;
  readonly blocks: number;
  /** Of the schedule: frames, steps, blocks. */
  readonly events: number;
  /** What a lying endpoint told. */
  readonly lies: readonly string[];
  /** What a hostile chain did, by name. */
  readonly chainFaults: Readonly<Record<string, number>>;
}

const source = readFileSync(new URL('../../samples/voting/contract.ts', import.meta.url), 'utf8');
/** Small pools and short rounds: the same code, less of it to compute and to wait for. */
const MACHINE: MachineOptions = {
  batchItems: { triple: 64, and: 1 << 14, daBit: 1 << 9 },
  timings: { roundMs: 6_000 },
};
const BLOCK_MS = 1000;
const windowSeconds = 240;
/** Time that a seat which was away has to follow, once the task is over. */
const followMs = 90_000;
const leapMs = 25_000;
/** Time in which every node has seen that a final block was replaced. */
const haltMs = 60_000;

rememberSigners(200_000);
useHeardCurve();

export async function run(scenario: Scenario, log?: (line: string) => void, twin?: Twin): Promise<Outcome> {
  const { seed, n, T, plan, weather, attack, cheater, defenceOff, chain: chainPlan } = scenario;
  const cheaters = new Set(cheatersOf(scenario));
  const facts = { n, T, phase: scenario.phase, colluders: cheaters };
  /** By node; of somebody without a seat by the cheater's number, which then means nobody. */
  const armed = new Map(
    attack === undefined
      ? []
      : (attack.seatless === true ? [cheater] : [...cheaters]).map((node, k) => [
          node,
          attack.begin({ ...facts, cheater: node, chance: adversaryChance(scenario, k) }),
        ]),
  );
  const told = (): boolean => [...armed.values()].some((one) => one.told());
  let miner: HostileMiner | undefined;
  const hostile: NonNullable<WorldOptions['miner']> = (chain, maker) => {
    const chance = chanceOf(`enigma blocks ${seed}`);
    const facts = { chain, maker, chance, blockMs: BLOCK_MS, finalityBlocks: FINALITY_BLOCKS };
    return (miner = hostileMiner({ ...facts, plan: chainPlan ?? CALM_CHAIN }));
  };
  const world = await createWorld({
    seed,
    nodes: n,
    weather,
    machine: (index) => ({ ...MACHINE, ...defenceOff?.off, ...armed.get(index)?.machine }),
    ...(defenceOff?.node === undefined ? {} : { checks: defenceOff.node }),
    ...(chainPlan === undefined || scenario.calls !== undefined ? {} : { miner: hostile }),
    ...(scenario.calls === undefined ? {} : { calleeTakes: (target: Hex) => target === CALLEES.takes }),
    ...(twin === undefined ? {} : { twin }),
    ...(log === undefined ? {} : { log }),
  });
  const watching = PROPERTIES.map((property) => ({ property, check: property.watch({ world, cheaters }) }));
  for (const one of armed.values()) one.arm(world);
  const crash = planCrash(world, scenario);
  const phases = createPhases(world.schedule);
  armFaults(world, scenario.faults, phases);
  const endpoint =
    scenario.endpoint &&
    armEndpoint(world, scenario.endpoint, phases, chanceOf(`enigma lies ${scenario.endpoint.label}`));
  phases.reached('start');
  const violations: Violation[] = [];
  let ending: Outcome['ending'] = 'lost';
  let votes: readonly number[] | undefined;
  let counted = plan;
  try {
    const course = {
      scenario,
      world,
      phases,
      cheaters,
      hostile,
      mustSettle: (): boolean => mustSettle(scenario, crash.done),
    };
    const went = scenario.calls === undefined ? await holdElection(course) : await holdCalls(course, scenario.calls);
    ({ ending } = went);
    votes = went.votes;
    counted = went.plan;
    violations.push(...went.violations);
    if (ending !== 'halted') await settleDown(world, scenario, cheaters, went.contractId, violations);
    // What a clock that leapt does is seen only some time after.
    if (scenario.faults.process.some(({ kind }) => kind === 'leap')) await world.run(() => false, leapMs);
  } catch (error) {
    ending = isHalted(world)
      ? 'halted'
      : error instanceof NotServed && mayBeVoid(scenario, crash.done, told())
        ? 'lost'
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
  violations.push(...judgeEnds(world, scenario));
  for (const { property, check } of watching)
    violations.push(...check().map((what) => ({ property: property.name, what })));
  for (const what of (await twin?.differences()) ?? [])
    violations.push({ property: 'the contracts do as the rules', what });
  for (const what of [...armed.values()].flatMap((one) => one.gained?.() ?? []))
    violations.push({ property: 'the adversary gains nothing', what });
  if (!hasFaults(scenario.faults) && attack?.named(n, T) === true && told() && ending === 'opened' && !crash.done)
    violations.push(...judgeNamed(world, cheaters));
  return {
    scenario,
    ending,
    votes,
    violations,
    trace: toHex(world.schedule.trace()),
    crashed: crash.done,
    told: told(),
    naming: namingOf(world, cheaters),
    ended: world.logs
      .filter(({ code }) => code === 'node.ended')
      .map(({ node, facts }) => ({ node, why: String(facts['why']) })),
    aborts: world.logs.filter(({ code }) => code === 'session.aborted').length,
    events: world.schedule.events(),
    blocks: Number(world.chain.latest().number),
    lies: [...(endpoint?.told ?? [])],
    chainFaults: Object.fromEntries(miner?.done ?? []),
  };
}

interface Course {
  readonly scenario: Scenario;
  readonly world: World;
  readonly phases: Phases;
  readonly cheaters: ReadonlySet<number>;
  readonly hostile: NonNullable<WorldOptions['miner']>;
  mustSettle(): boolean;
}

interface Went {
  readonly contractId: Hex;
  readonly ending: Ending['kind'];
  readonly votes: readonly number[] | undefined;
  /** As it went. */
  readonly plan: BallotPlan;
  readonly violations: readonly Violation[];
}

async function holdElection({ scenario, world, phases }: Course): Promise<Went> {
  const { n, T, plan, chain } = scenario;
  const election = await openElection(world, {
    source,
    n,
    T,
    candidates: plan.candidates,
    openBlocks: chain === undefined ? 14 : 45,
    windowSeconds,
  });
  phases.reached('served');
  const { sealed, late } = await vote(world, election, plan);
  const end = await tally(world, election, windowSeconds * 1000, () => phases.reached('triggered'), late);
  // The block of the last event may still have to be replaced.
  const halted = chain?.deep !== undefined && (await world.run(() => isHalted(world), haltMs));
  return {
    contractId: election.contractId,
    ending: halted ? 'halted' : end.kind,
    votes: end.kind === 'opened' ? end.votes : undefined,
    plan: cast(world, election, plan, sealed),
    violations: judgeKeepers(world),
  };
}

/** Whoever triggers, and how often: the close has one task. */
function judgeKeepers(world: World): readonly Violation[] {
  const { size } = world.trusted().tasks;
  return size > 1 ? [{ property: 'one canonical task', what: `${size} tasks of one close` }] : [];
}

async function holdCalls(
  { scenario, world, phases, cheaters, hostile, ...course }: Course,
  calls: CallPlan,
): Promise<Went> {
  const { n, T, plan, chain } = scenario;
  const contract = await deployFor(world, calls, n, T);
  if (chain !== undefined) world.harden(hostile);
  const { heldSeconds } = calls;
  if (heldSeconds > 0 && chain === undefined)
    world.mineBy((chainHeld, maker) =>
      holdingMiner({ chain: chainHeld, maker, blockMs: BLOCK_MS, isHeld: settlesReads, heldSeconds }),
    );
  phases.reached('served');
  const performed = await performCalls(world, contract, calls, () => phases.reached('triggered'));
  const judged = await judgeCalls(world, performed, {
    plan: calls,
    n,
    T,
    cheaters,
    mustSettle: course.mustSettle(),
    mustOpen: scenario.attack?.settles(n, T, scenario.colluders) ?? true,
    repairs: losesFolder(scenario),
  });
  const { contractId } = contract;
  return {
    contractId,
    ending: judged.expired > 0 ? 'expired' : 'opened',
    votes: undefined,
    plan,
    violations: judged.violations,
  };
}

/** The receipt of several reads. */
function settlesReads({ call }: PendingCall): boolean {
  return call.name === 'settle' && call.receipt.kind === RECEIPT_KIND.READS && call.receipt.count > 1;
}

/** No node ends itself but one whose disk, folder, process or endpoint something befell, and all where a final block is replaced. */
function judgeEnds(world: World, { faults, endpoint, chain }: Scenario): readonly Violation[] {
  if (chain?.deep !== undefined) return [];
  const struck = new Set(
    [...faults.disk, ...faults.process, ...(endpoint === undefined ? [] : [endpoint])].map(({ node }) => node),
  );
  return world.logs
    .filter(({ node, code }) => code === 'node.ended' && !struck.has(node))
    .map(({ node, facts }) => ({
      property: 'nodes end for a cause',
      what: `node ${node} ended: ${String(facts['why'])}`,
    }));
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

function namingOf(world: World, cheaters: ReadonlySet<number>): number {
  const named = world.logs.filter(({ node, code }) => code === 'seat.blamed' && !cheaters.has(node));
  return new Set(named.map(({ node }) => node)).size;
}

function isHalted(world: World): boolean {
  return world.nodes.every(({ ended }) => ended !== undefined);
}

function taskIsThere(world: World): boolean {
  return world.chain.state().tasks.size > 0;
}

/** Something befell a seat before its committee served, which takes all of them. */
function mayBeVoid({ faults, endpoint, phase }: Scenario, crashed: boolean, told: boolean): boolean {
  return crashed || strikesAtStart(faults) || endpoint !== undefined || (phase === 'keys' && told);
}

function losesFolder({ faults }: Pick<Scenario, 'faults'>): boolean {
  return faults.disk.some(isLoss) || faults.process.some(losesProcessFolder);
}

/** Whether no more goes wrong than (n, T) bears. */
function mustSettle({ n, T, attack, colluders, weather, chain, faults }: Scenario, crashed: boolean): boolean {
  // Of n = 2T + 1 every seat is needed: one that stays away, or comes back by a repair that takes longer than the task has, or after the settlement and then knows nothing of its receipt.
  if (losesFolder({ faults }) && n < 3 * T + 1) return false;
  const alone = attack === undefined || (!crashed && weather.drop === 0 && chain === undefined && !hasFaults(faults));
  return alone && (attack?.settles(n, T, colluders) ?? true);
}

/** The right result; or, where more went wrong than (n, T) bears, a clean end. */
function judgeEnding(
  scenario: Scenario,
  ending: Outcome['ending'],
  votes: readonly number[] | undefined,
  crashed: boolean,
): readonly Violation[] {
  const { plan, chain } = scenario;
  const expected = plainCount(plan).join();
  if (votes !== undefined && votes.join() !== expected)
    return [{ property: 'right result', what: `opened ${votes.join()}, the ballots say ${expected}` }];
  if (chain?.deep !== undefined && ending !== 'threw')
    return ending === 'halted'
      ? []
      : [{ property: 'nodes halt', what: `a final block was replaced, and it ended as ${ending}` }];
  if (ending === 'hanging') return [{ property: 'right result', what: 'the task neither settled nor could it expire' }];
  return mustSettle(scenario, crashed) && ending !== 'lost' && ending !== 'opened' && ending !== 'threw'
    ? [{ property: 'settles', what: `it ended as ${ending}` }]
    : [];
}

/** A seat that was away comes to the state that the chain has, without MPC. */
async function settleDown(
  world: World,
  { endpoint }: Scenario,
  cheaters: ReadonlySet<number>,
  contractId: Hex,
  violations: Violation[],
): Promise<void> {
  // A repair moves it on meanwhile.
  const version = (): bigint | undefined => world.chain.state().heads.get(contractId)?.version;
  const behind = (): number[] =>
    world.nodes
      .filter((one) => one.node !== undefined && !cheaters.has(one.index))
      .filter((one) => endpoint?.node !== one.index || mustFollow(endpoint))
      .filter((one) => one.node?.seatOf(contractId)?.state()?.version !== version())
      .map((one) => one.index);
  if (await world.run(() => behind().length === 0, followMs)) return;
  violations.push({
    property: 'seats follow',
    what: `after ${followMs / 1000} s nodes ${behind().join()} are behind version ${version()}`,
  });
}

/**
 * Whoever sees the signed vectors of a wrong round names the liar. A seat whose attempt the others ended meanwhile, by a record that they
 * signed, may lack the last of those vectors: then the others have named him.
 */
function judgeNamed(world: World, cheaters: ReadonlySet<number>): readonly Violation[] {
  const said = (node: number, code: string): boolean =>
    world.logs.some((line) => line.node === node && line.code === code);
  const honest = world.nodes.filter(({ index, node }) => !cheaters.has(index) && node !== undefined);
  const silent = honest.filter(({ index }) => !said(index, 'seat.blamed'));
  const nobody = silent.length === honest.length;
  return silent
    .filter(({ index }) => nobody || !said(index, 'session.aborted'))
    .map(({ index }) => ({ property: 'the cheater is named', what: `node ${index} names nobody` }));
}
