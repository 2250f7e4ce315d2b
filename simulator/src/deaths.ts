// A node that dies at one named point, again and again: each time in another network, and another way.
import { attackNamed } from './attacks/index.ts';
import type { Violation } from './properties/property.ts';
import { run, type Outcome } from './run.ts';
import { drawScenario, undisturbed, type CrashPlan, type Scenario } from './scenario.ts';

/** Not every network passes every point: so many are tried for one death. */
const NETWORKS_MAX = 24;
/** Keys need every seat, and a seat that is to be repaired has to come back; so has one that has not yet begun. */
const RETURNS = /^(keys|boot|chain|pool|repair)\./;
/** Passed once in a run. */
const ONCE = /^(repair|key)\./;

/** What came of the deaths at one point. */
export interface Deaths {
  readonly point: string;
  deaths: number;
  opened: number;
  expired: number;
  otherwise: number;
  readonly broken: (Violation & { readonly seed: string })[];
}

/** `times` deaths at a point, fewer where too few networks pass it. */
export async function dieAt(point: string, times: number): Promise<Deaths> {
  const row: Deaths = { point, deaths: 0, opened: 0, expired: 0, otherwise: 0, broken: [] };
  for (let network = 0; row.deaths < times && network < NETWORKS_MAX * times; network++) {
    const scenario = deadly(point, network, row.deaths);
    const outcome = await run(scenario);
    for (const violation of outcome.violations) row.broken.push({ seed: scenario.seed, ...violation });
    if (outcome.crashed) count(row, outcome);
  }
  return row;
}

function count(row: Deaths, { ending }: Outcome): void {
  row.deaths++;
  if (ending === 'opened') row.opened++;
  else if (ending === 'expired') row.expired++;
  else row.otherwise++;
}

/** The `death`-th way to die at a point, in a network that may pass it. */
function deadly(point: string, network: number, death: number): Scenario {
  const seed = `points ${point} ${network}`;
  const scenario = undisturbed({
    ...drawScenario(seed, { committee: [4, 1], calls: point.startsWith('body.') }),
    attack: undefined,
  });
  const returns = RETURNS.test(point) || death % 3 !== 1;
  const crash: CrashPlan = {
    node: 'first',
    failpoint: point,
    visit: death % 3 === 2 && !ONCE.test(point) ? 2 + (network % 3) : 1,
    restartMs: returns ? 500 + ((network * 1709) % 6000) : undefined,
    inTally: !returns,
  };
  return { ...scenario, crash, ...bringingAbout(point, scenario) };
}

/** What makes nodes come to a point that a calm election does not pass. */
function bringingAbout(point: string, { calls, cheater }: Scenario): Partial<Scenario> {
  const [step] = point.split('.');
  if (step === 'abort') return { attack: attackNamed('silent-round') };
  if (step === 'evidence') return { attack: attackNamed('wrong-share') };
  if (step === 'body' && calls !== undefined) {
    const acts = calls.acts.map((act) => (act.fn.signed ? { ...act, body: 'offChain' as const, garbled: false } : act));
    return { calls: { ...calls, acts } };
  }
  if (step === 'key') {
    const rotation = { kind: 'rotation', node: cheater, at: { phase: 'served', ms: 1000 } } as const;
    return { faults: { network: [], process: [rotation], disk: [] } };
  }
  if (step !== 'repair') return {};
  const loss = { kind: 'gone', node: cheater, at: { phase: 'served', ms: 3000 }, files: 'both', anewMs: 1000 } as const;
  return { faults: { network: [], process: [], disk: [loss] } };
}
