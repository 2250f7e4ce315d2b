// Why a call did not end well.

export type LocalErrorCode =
  | 'DOES_NOT_COMPILE'
  | 'BAD_ARGUMENT'
  | 'NO_INBOX'
  | 'NOT_DUE'
  /** The contract's own `require`. */
  | 'REVERTED'
  /** A number outside its type, an index outside its array, a division by zero. */
  | 'TRAPPED'
  /** A secret argument outside its Range. */
  | 'BAD_INPUT';

export class LocalError extends Error {
  readonly code: LocalErrorCode;

  constructor(code: LocalErrorCode, message: string) {
    super(message);
    this.name = 'LocalError';
    this.code = code;
  }
}
