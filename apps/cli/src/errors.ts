// What goes wrong at the command line: a code for programs, a sentence for people, and the step that mends it.
import type { Meaning } from '@enigma/client';

export type ErrorCode =
  | 'ARGUMENT_INVALID'
  | 'CALLBACK_OWED'
  | 'CHAIN_REFUSED'
  | 'CHAIN_UNREACHABLE'
  | 'COMPILE_FAILED'
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
  | 'RESULT_WRONG'
  | 'STOPPED'
  | 'TASK_EXPIRED'
  | 'TASK_STUCK'
  | 'TASK_UNKNOWN';

/** What each means, for whoever looks a code up; the error itself says it with its facts. */
export const CLI_ERRORS: Readonly<Record<ErrorCode, Meaning>> = {
  ARGUMENT_INVALID: { says: 'A value on the command line does not fit.', next: 'Give it as the message says.' },
  CALLBACK_OWED: { says: 'The callee was told again and did not take it.', next: 'Mend the callee and try again.' },
  CHAIN_REFUSED: {
    says: 'The contracts, or the chain, said no, by the name in the message.',
    next: 'Look the name up with "enigma explain NAME".',
  },
  CHAIN_UNREACHABLE: {
    says: 'The chain does not answer.',
    next: 'Check that the network is up and that --network names its file.',
  },
  COMPILE_FAILED: {
    says: 'The contract does not compile.',
    next: 'Mend the lines shown; each names its page in docs/errors.',
  },
  CONTRACT_UNKNOWN: { says: 'There is no such contract on this network.', next: 'Check the id and the network.' },
  ELECTION_INVALID: { says: 'The election file is damaged.', next: 'Mend the line that is named.' },
  FILE_UNREADABLE: { says: 'A file is missing, too large or not to be read.', next: 'Check the path.' },
  FOLDER_EXISTS: { says: 'The folder for the new contract is there already.', next: 'Take another name or --folder.' },
  FOLDER_OUTSIDE: {
    says: 'The folder for the new contract lies outside of the clone.',
    next: 'Name one inside: a test finds its packages there alone.',
  },
  FOLDER_UNWRITABLE: {
    says: 'The folder for the new contract cannot be written.',
    next: 'Name one that you may write.',
  },
  INTERNAL: { says: 'A fault of ours.', next: 'Report it with the lines shown.' },
  KEY_INVALID: {
    says: 'A key file is missing, is no key, or its account has no ether.',
    next: 'Check that it is the right file.',
  },
  NAME_INVALID: {
    says: 'The name cannot name a contract.',
    next: 'Take letters and digits, a letter first, and no name of the language.',
  },
  NETWORK_UNKNOWN: {
    says: 'No network file is known here.',
    next: 'Start a network with "enigma up", or name its file with --network.',
  },
  NODE_FAILED: {
    says: 'A node of the local network ended.',
    next: 'Mend what the end of its log names, and start again.',
  },
  NODE_UNREACHABLE: { says: 'No node answers.', next: 'Start the network, or a node.' },
  NOT_DUE: { says: 'The scheduled block has not passed.', next: 'Wait, or let --wait do so.' },
  RESULT_WRONG: {
    says: 'The secret tally and the plain count of the file differ.',
    next: 'Report it with the election file.',
  },
  STOPPED: { says: 'Ctrl-C came.', next: 'Run the command again.' },
  TASK_EXPIRED: {
    says: 'No receipt came before the task’s deadline.',
    next: 'End it with "enigma task ID --expire": its escrow goes back.',
  },
  TASK_STUCK: {
    says: 'The tally takes a hundred times as long as it should.',
    next: 'Run it again with --keep and look into the nodes’ logs.',
  },
  TASK_UNKNOWN: { says: 'There is no such task on this network.', next: 'Check the id and the network.' },
};

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
