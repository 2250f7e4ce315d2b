// How much each function of a contract tells, where its inputs are few enough to be tried: for the report.
import {
  evaluate,
  initialState,
  leakageOf,
  type Leakage,
  type TaskContext,
  type Value,
  type Verified,
} from '@enigma/bytecode';

/** What the counts are of: the constructor's arguments, and so many entries in the inbox, each of another sender. */
export interface Trial {
  readonly args: readonly Value<never>[];
  readonly entries: number;
  /** Only inputs from zero to here. */
  readonly upTo?: bigint;
}

export interface Amount {
  readonly function: string;
  readonly entries: number;
  readonly upTo?: bigint;
  /** Absent where nothing was counted. */
  readonly leakage?: Leakage;
  readonly why?: 'too many inputs to try' | 'it draws random values';
}

/** Long after every height that a contract waits for. */
const CONTEXT: TaskContext = {
  sender: 1n << 100n,
  self: 2n,
  height: 1n << 60n,
  time: 1n << 60n,
  value: 0n,
  seats: 4,
  threshold: 1,
};

/** Of every function without public parameters from which something leaves; undefined where the constructor refuses the arguments. */
export function amountsOf(verified: Verified, { args, entries, upTo }: Trial): readonly Amount[] | undefined {
  const { functions, fields } = verified.module;
  const ctor = functions.findIndex(({ kind }) => kind === 'ctor');
  const made = ctor < 0 ? undefined : evaluate(verified, ctor, { args, context: CONTEXT });
  if (made !== undefined && made.outcome.status !== 'ok') return undefined;
  const state = made?.outcome.status === 'ok' ? made.outcome.state : initialState(verified);
  const hasInbox = fields.some(({ kind }) => kind === 'inbox');
  return functions.flatMap(({ kind, name, params }, fn): Amount[] => {
    if (kind === 'ctor' || kind === 'internal' || params.some(({ label }) => label === 'p')) return [];
    const only = upTo === undefined ? {} : { upTo };
    const found = leakageOf(verified, fn, { state, context: CONTEXT, entries, ...only });
    const amount = { function: name, entries: hasInbox ? entries : 0, ...only };
    if (!found.ok)
      return [{ ...amount, why: found.code === 'E-LIMIT' ? 'too many inputs to try' : 'it draws random values' }];
    return found.value.callerOutputs === 1 ? [] : [{ ...amount, leakage: found.value }];
  });
}

export function amountText({ function: name, entries, upTo, leakage, why }: Amount): string {
  const inputs = upTo === undefined ? '' : `, inputs from 0 to ${upTo}`;
  const of = `${entries === 0 ? '' : ` of ${entries} entries`}${inputs}`;
  if (leakage === undefined) return `${name}${of}: not counted, ${why}`;
  const { bits, ownerBits, ownerHas, callerOutputs, outputs } = leakage;
  const two = (value: number): string => value.toFixed(2);
  const own =
    callerOutputs > outputs ? `, and ${two(Math.log2(callerOutputs))} with what its caller alone is told` : '';
  return `${name}${of}: everyone learns ${two(bits)} bits in all${own}; about one owner at most ${two(ownerBits)} of his ${two(ownerHas)}, if all others tell what they know`;
}
