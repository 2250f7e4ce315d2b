// What one seed stands for. Everything here is drawn from the seed, so that the number alone replays the run.
import { readLE, seededRandom } from '@enigma/crypto';
import { ATTACKS, attackNamed, type Attack, type AttackPhase } from './attacks/index.ts';
import { failpointNames } from '@enigma/node';
import { drawBallots, type BallotPlan, type Chance } from './ballots.ts';
import type { Defence } from './defences.ts';
import { drawChainPlan, type ChainPlan } from './faults/chain.ts';
import { drawEndpointFault, type EndpointFault } from './faults/endpoints.ts';
import { drawCalls, withoutHaste, type CallPlan } from './calls/plan.ts';
import { NO_FAULTS, type FaultKind, type Faults } from './faults/index.ts';
import { drawDiskFaults, isLoss } from './faults/disk.ts';
import { drawProcessFaults } from './faults/process.ts';
import { drawNetworkFaults } from './faults/network.ts';
import { BUSY, FAIR, FAR, STORMY, type Weather } from './network.ts';

export interface CrashPlan {
  /** Its index, or whichever node comes to the point first. */
  readonly node: number | 'first';
  readonly failpoint: string;
  /** The visit at which it dies, from 1. */
  readonly visit: number;
  /** Milliseconds until it starts again from its disk; undefined = never. */
  readonly restartMs: number | undefined;
  /** Count visits only once the task is on chain. */
  readonly inTally?: boolean;
}

export interface Scenario {
  readonly seed: string;
  readonly n: number;
  readonly T: number;
  readonly plan: BallotPlan;
  /** Calls in the place of an election. */
  readonly calls: CallPlan | undefined;
  readonly weather: Weather;
  readonly crash: CrashPlan | undefined;
  /** What the chain does; undefined = a block a second, with all that waits. */
  readonly chain: ChainPlan | undefined;
  /** What one node is told of the chain. */
  readonly endpoint: EndpointFault | undefined;
  readonly attack: Attack | undefined;
  readonly cheater: number;
  /** How many cheat together: the cheater and those after him. */
  readonly colluders: number;
  /** Where the attack strikes; undefined leaves it to the attack. */
  readonly phase: AttackPhase | undefined;
  readonly defenceOff: Defence | undefined;
  readonly faults: Faults;
}

/** Where a node may be killed: `<step>.<a before the write, c durable and not sent, d sent>`. Those that an election passes: nobody gives a node a body there, and test/repair.test.ts has those of a repair. */
export const FAILPOINTS: readonly string[] = failpointNames().filter((name) => !/^(body|key|repair)\./.test(name));

export interface Wanted {
  readonly attack?: string | undefined;
  readonly defenceOff?: Defence | undefined;
  readonly committee?: readonly [n: number, T: number];
  /** Kinds of faults that are drawn for certain. */
  readonly faults?: readonly FaultKind[];
  /** Whether its chain is hostile; by default one in three is. */
  readonly chain?: boolean;
  /** How many cheat together, and where; by default drawn, up to T. */
  readonly colluders?: number;
  readonly phase?: AttackPhase;
  /** Whether it is about calls; by default one in four is. */
  readonly calls?: boolean | undefined;
}

export function chanceOf(label: string): Chance {
  const random = seededRandom(label);
  const below = (limit: number): number => Number(readLE(random(6)) % BigInt(limit));
  return { below, once: (one) => below(one) === 0 };
}

/** For what the adversary draws. Of two colluders every other seed has both do the same at the same time. */
export function adversaryChance({ seed }: Pick<Scenario, 'seed'>, colluder = 0): Chance {
  const alike = chanceOf(`enigma alike ${seed}`).once(2);
  return chanceOf(`enigma adversary ${seed}${colluder === 0 || alike ? '' : ` ${colluder}`}`);
}

export function drawScenario(seed: string, wanted: Wanted = {}): Scenario {
  const chance = chanceOf(`enigma scenario ${seed}`);
  const kind = chance.below(20);
  const [n, T] =
    wanted.committee ?? (kind < 14 || wanted.defenceOff !== undefined ? [4, 1] : kind < 18 ? [3, 1] : [5, 2]);
  const plan = drawBallots(chance, 2 + chance.below(4));
  const stormy = chance.once(4);
  const attacked = chance.once(2);
  const drawn = ATTACKS[chance.below(ATTACKS.length)];
  const attack = wanted.attack === undefined ? (attacked ? drawn : undefined) : attackNamed(wanted.attack);
  const cheater = chance.below(n);
  const crashes = chance.once(3);
  const victim = chance.below(n - 1);
  const failpoint = FAILPOINTS[chance.below(FAILPOINTS.length)] ?? 'round.send.c';
  // Keys need all n: a committee whose seat is gone before it has them never serves, and is drawn again.
  const mayStayAway = n >= 3 * T + 1 && attack === undefined && !/^(keys|boot|chain)\./.test(failpoint);
  const crash: CrashPlan = {
    node: victim < cheater || attack === undefined ? victim : victim + 1,
    failpoint,
    visit: 1 + chance.below(3),
    restartMs: mayStayAway && chance.once(3) ? undefined : 500 + chance.below(8000),
  };
  // One trouble beside a cheat would be more than (n, T) promises: it is then only asked to end cleanly, which a few seeds are enough for.
  const both = chance.once(8);
  const alone = attack === undefined || both;
  // A lost folder is repaired while all seats are there and honest.
  const mayLose = attack === undefined && !(crashes && crash.restartMs === undefined);
  const faults = alone && wanted.defenceOff === undefined ? drawFaults(seed, n, mayLose, wanted.faults) : NO_FAULTS;
  const endpoint = endpointOf(seed, n, T, attack === undefined && !crashes && isIdle(faults), wanted);
  const calm = attack === undefined && !crashes && Object.values(faults).flat().length === 0;
  const calls = callsOf(seed, attack, wanted);
  const chain =
    wanted.defenceOff === undefined && endpoint === undefined
      ? chainOf(seed, calm && calls === undefined, wanted)
      : undefined;
  return {
    seed,
    n,
    T,
    plan,
    calls: calls && chain !== undefined ? withoutHaste(calls) : calls,
    weather: stormy && alone ? STORMY : alone ? drawWeather(seed) : FAIR,
    crash: crashes && alone && wanted.defenceOff === undefined ? crash : undefined,
    chain,
    endpoint,
    attack,
    cheater,
    ...collusionOf(seed, T, attack, wanted),
    defenceOff: wanted.defenceOff,
    faults,
  };
}

/** Nothing befalls it but its attack. */
export function undisturbed(scenario: Scenario): Scenario {
  return { ...scenario, weather: FAIR, chain: undefined, endpoint: undefined, crash: undefined, faults: NO_FAULTS };
}

/** From a stream of its own. A final block is replaced only where nothing else goes wrong: then every node must end. */
function chainOf(seed: string, calm: boolean, wanted: Wanted): ChainPlan | undefined {
  const chance = chanceOf(`enigma hostile chain ${seed}`);
  const hostile = chance.once(3);
  const plan = drawChainPlan(chance);
  if (!(wanted.chain ?? (hostile || wanted.faults?.includes('chain') === true))) return undefined;
  return calm ? plan : { ...plan, deep: undefined };
}

/** From a stream of its own. Attacks by name and defences are about elections, but for those that need calls. */
function callsOf(
  seed: string,
  drawnAttack: Attack | undefined,
  { attack, defenceOff, calls }: Wanted,
): CallPlan | undefined {
  const chance = chanceOf(`enigma calls ${seed}`);
  const drawn = chance.once(4) && attack === undefined && defenceOff === undefined;
  if (drawnAttack?.calls !== undefined) return drawnAttack.calls(drawCalls(chance));
  return (calls ?? drawn) ? drawCalls(chance) : undefined;
}

/** From a stream of its own. Without a defence an attack is as it is by itself. */
function collusionOf(
  seed: string,
  T: number,
  attack: Attack | undefined,
  { colluders, phase, defenceOff }: Wanted,
): Pick<Scenario, 'colluders' | 'phase'> {
  const chance = chanceOf(`enigma collusion ${seed}`);
  const many = 1 + chance.below(T);
  const drawn = attack?.phases[chance.below(attack.phases.length)];
  return { colluders: colluders ?? many, phase: phase ?? (defenceOff === undefined ? drawn : undefined) };
}

/** The nodes that cheat. */
export function cheatersOf({ attack, cheater, colluders, n }: Scenario): readonly number[] {
  if (attack === undefined || attack.seatless === true) return [];
  return Array.from({ length: colluders }, (_, k) => (cheater + k) % n);
}

/** A node that is told lies may stand still: one more than that is more than (n, T) bears. */
function endpointOf(seed: string, n: number, T: number, calm: boolean, wanted: Wanted): EndpointFault | undefined {
  const chance = chanceOf(`enigma endpoint ${seed}`);
  const lies = chance.once(4) || wanted.faults?.includes('endpoint') === true;
  const fault = drawEndpointFault(chance, n);
  return lies && calm && n >= 3 * T + 1 && wanted.chain === undefined ? fault : undefined;
}

/** No node is away for any time by these. */
function isIdle({ disk, process }: Faults): boolean {
  return disk.length + process.length === 0;
}

function drawWeather(seed: string): Weather {
  const chance = chanceOf(`enigma weather ${seed}`);
  return [FAIR, FAIR, FAR, BUSY][chance.below(4)] ?? FAIR;
}

function drawFaults(seed: string, n: number, mayLose: boolean, certain: readonly FaultKind[] = []): Faults {
  const stream = (kind: FaultKind): Chance => chanceOf(`enigma ${kind} faults ${seed}`);
  const draw = <T>(kind: FaultKind, of: (chance: Chance) => readonly T[]): readonly T[] => {
    const chance = stream(kind);
    return chance.once(3) || certain.includes(kind) ? of(chance) : [];
  };
  const disk = draw('disk', (chance) => drawDiskFaults(chance, n, mayLose));
  // Of two processes on one folder both may refuse, which is a folder lost.
  const mayCopy = mayLose && !disk.some(isLoss);
  return {
    network: draw('network', (chance) => drawNetworkFaults(chance, n)),
    disk,
    process: draw('process', (chance) => drawProcessFaults(chance, n, mayCopy)),
  };
}
