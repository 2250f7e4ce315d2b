// A scenario as text that a test can hold: JSON, with attacks, defences and contracts by name and big numbers as "5n". What a seed draws may change as the simulator grows; a literal stays what it is.
import { attackNamed } from './attacks/index.ts';
import type { CallPlan } from './calls/plan.ts';
import { EVERYDAY } from './calls/programs.ts';
import { defenceNamed } from './defences.ts';
import type { Scenario } from './scenario.ts';

export function literalOf(scenario: Scenario): string {
  const { attack, defenceOff, calls, ...rest } = scenario;
  return JSON.stringify(
    {
      ...rest,
      attack: attack?.name,
      defenceOff: defenceOff?.name,
      calls: calls && { ...calls, contract: calls.contract.name },
    },
    (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
  );
}

/** What JSON leaves out where it is undefined. */
type Unsaid = 'crash' | 'chain' | 'endpoint' | 'phase' | 'colluders';

/** Of our own text: whoever edits it gets an error that names what is not there. */
export function scenarioOfLiteral(text: string): Scenario {
  const read = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as Omit<Scenario, Unsaid | 'attack' | 'defenceOff' | 'calls'> &
    Partial<Pick<Scenario, Unsaid>> & {
      readonly attack?: string;
      readonly defenceOff?: string;
      readonly calls?: Omit<CallPlan, 'contract' | 'heldSeconds'> & {
        readonly contract: string;
        readonly heldSeconds?: number;
      };
    };
  const { calls } = read;
  const contract =
    calls &&
    named(
      calls.contract,
      EVERYDAY.find(({ name }) => name === calls.contract),
    );
  return {
    ...read,
    crash: read.crash,
    chain: read.chain,
    endpoint: read.endpoint,
    phase: read.phase,
    colluders: read.colluders ?? 1,
    attack: read.attack === undefined ? undefined : named(read.attack, attackNamed(read.attack)),
    defenceOff: read.defenceOff === undefined ? undefined : named(read.defenceOff, defenceNamed(read.defenceOff)),
    calls: calls && contract && { ...calls, heldSeconds: calls.heldSeconds ?? 0, contract },
  };
}

function named<T>(name: string, found: T | undefined): T {
  if (found === undefined) throw new Error(`nothing is called ${name}`);
  return found;
}
