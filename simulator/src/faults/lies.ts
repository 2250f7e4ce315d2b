// What an endpoint may say instead of what is so: an event with one fact changed, whichever it has.
import type { ChainEvent, ChainLog, EventName } from '@enigma/protocol';
import type { Chance } from '../ballots.ts';

type Path = readonly (string | number)[];

/** Places of all facts in an event, however deep. */
export function factsOf(value: unknown, at: Path = []): readonly Path[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((one, k) => factsOf(one, [...at, k]))];
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, one]) => factsOf(one, [...at, name]));
}

/** The event with the fact at a place changed: a digit of a text, a number by one, a list without its last. */
export function changed(event: ChainEvent, path: Path, chance: Chance): ChainEvent {
  return put(event, path, (fact) => {
    if (typeof fact === 'bigint') return fact === 0n || chance.once(2) ? fact + 1n : fact - 1n;
    if (typeof fact === 'number') return fact === 0 || chance.once(2) ? fact + 1 : fact - 1;
    if (typeof fact === 'boolean') return !fact;
    if (Array.isArray(fact)) return fact.slice(0, -1);
    if (typeof fact !== 'string') return fact;
    if (!/^0x[0-9a-f]+$/.test(fact)) return `${fact}x`;
    const digit = 2 + chance.below(fact.length - 2);
    const other = ((Number.parseInt(fact[digit] ?? '0', 16) + 1 + chance.below(15)) % 16).toString(16);
    return `${fact.slice(0, digit)}${other}${fact.slice(digit + 1)}`;
  }) as ChainEvent;
}

function put(value: unknown, [step, ...rest]: Path, change: (fact: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, k) => (k === step ? put(one, rest, change) : (one as unknown)));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [step]: put(record[step], rest, change) };
}

export interface Forgery {
  /** Undefined where it is left out. */
  readonly log: ChainLog | undefined;
  readonly what: string;
}

/** One lie about this event: a fact changed, or nothing told of it. */
export function forge(log: ChainLog, chance: Chance, path?: Path): Forgery {
  const { name } = log.event;
  const places = factsOf(log.event).filter((one) => one[0] !== 'name' && one.length > 0);
  const at = path ?? places[chance.below(places.length)];
  if (at === undefined) return { log: undefined, what: `${name} is left out` };
  return { log: { ...log, event: changed(log.event, at, chance) }, what: `${name}.${at.join('.')}` };
}

export const FORGED: readonly EventName[] = [
  'NodeRegistered',
  'ContractDeployed',
  'CommitteeOpened',
  'InputsAppended',
  'TaskCreated',
  'Settled',
  'Opened',
];
