// What goes wrong at the command line: a code for programs, a sentence for people, and the step that mends it.

export type ErrorCode =
  | 'ARGUMENT_INVALID'
  | 'CALLBACK_OWED'
  | 'CHAIN_REFUSED'
  | 'CHAIN_UNREACHABLE'
  | 'COMPILE_FAILED'
  | 'CONTRACT_LOST'
  | 'CONTRACT_UNKNOWN'
  | 'ELECTION_INVALID'
  | 'FILE_UNREADABLE'
  | 'FOLDER_EXISTS'
  | 'FOLDER_OUTSIDE'
  | 'FOLDER_UNWRITABLE'
  | 'INTERNAL'
  | 'KEY_INVALID'
  | 'NAME_INVALID'
  | 'NETWORK_UNKNOWN'
  | 'NODE_FAILED'
  | 'NODE_UNREACHABLE'
  | 'NOT_DUE'
  | 'OUT_OF_GAS'
  | 'RESULT_WRONG'
  | 'STOPPED'
  | 'TASK_EXPIRED'
  | 'TASK_FAILED'
  | 'TASK_STUCK'
  | 'TASK_UNKNOWN'
  | 'USAGE';

export class CliError extends Error {
  readonly code: string;
  /** What to do now: one sentence, a command where there is one. */
  readonly next: string;
  /** Further facts for `--json`: never a secret. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, next: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.next = next;
    this.facts = facts;
  }
}

export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Thrown by whatever was interrupted; the cause is a signal, not a fault. */
export function stopped(): CliError {
  return new CliError('STOPPED', 'Stopped.', 'Run the command again to start over.');
}

export function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw stopped();
}
