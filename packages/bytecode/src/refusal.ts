// What is wrong with a module that somebody gave us: returned as a code and public facts, never thrown.

/** Codes that authors meet carry the names of the language's error pages; the others speak of bytes. */
export type RefusalCode =
  | 'E-FORMAT' // bytes that are no module: truncated, trailing, an unknown kind, text that is no text
  | 'E-VERSION' // a format or gas version this node does not run
  | 'E-OPCODE' // a reserved or unknown opcode
  | 'E-CANONICAL' // a second spelling of the same module: long LEB128, unsorted or unused table entries
  | 'E-LIMIT' // a declared bound exceeded
  | 'E-SCOPE' // an operand that is not visible where it is used
  | 'E-TYPE' // operand types that do not fit the opcode's row
  | 'E-LABEL' // a declared label that the value does not have
  | 'E-FLOW' // a secret that reaches a public place without a release
  | 'E-ABORT' // a trap that would tell a secret
  | 'E-SHAPE' // a length, count, index or height that would tell a secret
  | 'E-READER' // a secret sent or returned to somebody who may not read it
  | 'E-REASON' // a release without a reason
  | 'E-RELEASE' // a release site used twice, not at all, or of the wrong kind
  | 'E-CALLS' // calls in a circle, or of a function that only the outside may call
  | 'E-FIELD' // a write to a readonly field, an inbox used as state
  | 'E-REGION' // an effect inside a parallel region, a yield out of place
  | 'E-VIEW' // a view that writes, releases or draws
  | 'E-READ' // a read that writes
  | 'E-KIND' // a constructor or scheduled function with what its kind may not have
  | 'E-SELECTOR' // a selector that is not the hash of the signature
  | 'E-OPENMODE'; // a contract deployed as afterSettle that needs an opened value while it runs

export type Facts = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly facts: Facts;
}

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export type Outcome<T> = Accepted<T> | Refusal;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, facts: Facts = {}): Refusal {
  return { ok: false, code, facts };
}

/** Carries a refusal up through a pass; each pass catches it at its door, and nothing else does. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, facts: Facts = {}) {
    super(code);
    this.refusal = refuse(code, facts);
  }
}

/** Runs a pass that may throw `Refused` and returns what it says. Any other error is ours and passes through. */
export function outcomeOf<T>(pass: () => T): Outcome<T> {
  try {
    return accept(pass());
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Counts the steps of a pass, so that its cost is bounded by the module and never by the clock. */
export interface Meter {
  step(count: number): void;
}

export function meter(stepsMax: number): Meter {
  let left = stepsMax;
  return {
    step(count) {
      left -= count;
      if (left < 0) throw new Refused('E-LIMIT', { what: 'steps', max: stepsMax });
    },
  };
}
