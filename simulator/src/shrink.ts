// Makes a scenario that breaks a property smaller, for as long as it breaks the same one: fewer faults, no attack, no crash, fair weather, a smaller committee, fewer ballots or calls, shorter times. Each
// step is tried by running it; what breaks less is dropped again.
import { FAULT_KINDS, type Faults } from './faults/index.ts';
import { FAIR } from './network.ts';
import type { Scenario } from './scenario.ts';

export interface Shrunk {
  readonly scenario: Scenario;
  /** Scenarios that were run. */
  readonly runs: number;
}

/** `breaks` runs a scenario and says whether it breaks the property that this is about. */
export async function shrink(
  scenario: Scenario,
  breaks: (smaller: Scenario) => Promise<boolean>,
  runsMax: number = 200,
): Promise<Shrunk> {
  let smallest = scenario;
  let runs = 0;
  for (let smaller = true; smaller && runs < runsMax;) {
    smaller = false;
    for (const step of STEPS) {
      // What a step offers depends on what is left: it is asked anew after each success.
      for (let at = 0; runs < runsMax; at++) {
        const candidate = step(smallest)[at];
        if (candidate === undefined) break;
        runs++;
        if (!(await breaks(candidate))) continue;
        smallest = candidate;
        smaller = true;
        at--;
      }
    }
  }
  return { scenario: smallest, runs };
}

/** Smaller ones, the boldest first. */
type Step = (scenario: Scenario) => readonly Scenario[];

const STEPS: readonly Step[] = [
  (one) => [
    ...(hasFaults(one) ? [{ ...one, faults: { network: [], disk: [], process: [] } }] : []),
    ...(one.attack !== undefined && one.defenceOff === undefined ? [{ ...one, attack: undefined }] : []),
    ...(['crash', 'chain', 'endpoint'] as const).flatMap((name) =>
      one[name] === undefined ? [] : [{ ...one, [name]: undefined }],
    ),
    ...(one.weather === FAIR || JSON.stringify(one.weather) === JSON.stringify(FAIR)
      ? []
      : [{ ...one, weather: FAIR }]),
  ],
  withoutOneFault,
  (one) => [...committees(one)],
  fewerBallots,
  fewerCalls,
  shorter,
];

const KINDS = FAULT_KINDS.filter((kind): kind is keyof Faults => ['network', 'disk', 'process'].includes(kind));

function hasFaults({ faults }: Scenario): boolean {
  return KINDS.some((kind) => faults[kind].length > 0);
}

function withoutOneFault(one: Scenario): readonly Scenario[] {
  return KINDS.flatMap((kind) =>
    one.faults[kind].map((_, at) => ({
      ...one,
      faults: { ...one.faults, [kind]: one.faults[kind].filter((_fault, k) => k !== at) },
    })),
  );
}

/** Where every node that is named still has a seat. */
function committees(one: Scenario): readonly Scenario[] {
  const named = JSON.stringify([one.faults, one.crash ?? null, one.endpoint ?? null]);
  const highest = Math.max(
    one.attack === undefined ? 0 : one.cheater + one.colluders - 1,
    ...[...named.matchAll(/"(?:node|other)":(\d+)/g)].map(([, index]) => Number(index)),
    ...[...named.matchAll(/"(?:between|side)":\[([\d,]+)\]/g)].flatMap(([, list = '']) => list.split(',').map(Number)),
  );
  const sizes: readonly (readonly [number, number])[] = [
    [3, 1],
    [4, 1],
  ];
  return sizes.filter(([n]) => n < one.n && highest < n).map(([n, T]) => ({ ...one, n, T }));
}

function fewerBallots(one: Scenario): readonly Scenario[] {
  const { ballots } = one.plan;
  if (one.calls !== undefined) return [];
  return parts(ballots, 1).map((kept) => ({ ...one, plan: { ...one.plan, ballots: kept } }));
}

function fewerCalls(one: Scenario): readonly Scenario[] {
  const { calls } = one;
  if (calls === undefined) return [];
  const taken = calls.heldSeconds > 0 ? [{ ...one, calls: { ...calls, heldSeconds: 0 } }] : [];
  return [...taken, ...parts(calls.acts, 1).map((acts) => ({ ...one, calls: { ...calls, acts } }))];
}

/** Halves, then all but one of each. */
function parts<T>(list: readonly T[], least: number): readonly (readonly T[])[] {
  if (list.length <= least) return [];
  const half = Math.ceil(list.length / 2);
  const halves = list.length > 2 ? [list.slice(0, half), list.slice(half)] : [];
  const others = list.length <= 8 ? list.map((_, at) => list.filter((_one, k) => k !== at)) : [];
  return [...halves, ...others];
}

/** Times and counts of faults, halved. */
function shorter(one: Scenario): readonly Scenario[] {
  return KINDS.flatMap((kind) =>
    one.faults[kind].flatMap((fault, at) =>
      Object.entries(fault)
        .filter(([name, value]) => /Ms$|^times$|^write$/.test(name) && typeof value === 'number' && value >= 2)
        .map(([name, value]) => {
          const smaller = { ...fault, [name]: Math.floor((value as number) / 2) };
          const list = one.faults[kind].map((other, k) => (k === at ? smaller : other));
          return { ...one, faults: { ...one.faults, [kind]: list } } as Scenario;
        }),
    ),
  );
}
