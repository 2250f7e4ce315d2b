// A peer's mistake, returned and never thrown: a code and the facts that explain it, without any secret.

/** Why bytes, a record, a proof or a signature was refused. */
export type RefusalCode =
  | 'Truncated'
  | 'TrailingBytes'
  | 'TooLong'
  | 'OutOfRange'
  | 'Malformed'
  | 'WrongLength'
  | 'WrongIndex'
  | 'WrongRoot'
  | 'WrongSignature'
  | 'UnknownKind';

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export type Outcome<T> = Accepted<T> | Refusal;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, facts: Readonly<Record<string, string | number>> = {}): Refusal {
  return { ok: false, code, facts };
}
