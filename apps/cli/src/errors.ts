// What goes wrong at the command line: a code for programs, a sentence for people, and the step that mends it.
import type { Meaning } from '@enigma/client';

export type ErrorCode =
  | 'ARGUMENT_INVALID'
  | 'BACKUP_TOO_LARGE'
  | 'BACKUP_UNREADABLE'
  | 'CALLBACK_OWED'
  | 'CHAIN_REFUSED'
  | 'CHAIN_UNREACHABLE'
  | 'COMPILE_FAILED'
  | 'CONFIG_INVALID'
  | 'CONTRACT_UNKNOWN'
  | 'DRAIN_UNFINISHED'
  | 'ELECTION_INVALID'
  | 'EVIDENCE_DISPUTED'
  | 'EVIDENCE_WRONG'
  | 'FILE_UNREADABLE'
  | 'FOLDER_EMPTY'
  | 'FOLDER_EXISTS'
  | 'FOLDER_OUTSIDE'
  | 'FOLDER_UNWRITABLE'
  | 'INTERNAL'
  | 'KEY_INVALID'
  | 'KEY_UNREADABLE'
  | 'NAME_INVALID'
  | 'NETWORK_UNKNOWN'
  | 'NODE_FAILED'
  | 'NODE_NOT_RUNNING'
  | 'NODE_RUNNING'
  | 'NODE_UNREACHABLE'
  | 'NOT_DUE'
  | 'PASSPHRASE_WEAK'
  | 'PROTECTION_CONFLICT'
  | 'PROTECTION_FOREIGN'
  | 'PROTECTION_MALFORMED'
  | 'RESULT_WRONG'
  | 'SOURCE_DIFFERS'
  | 'STOPPED'
  | 'STORE_DAMAGED'
  | 'STORE_FAILED'
  | 'STORE_FULL'
  | 'STORE_LOCKED'
  | 'STORE_NEWER'
  | 'TASK_EXPIRED'
  | 'TASK_STUCK'
  | 'TASK_UNKNOWN';

/** What each means, for whoever looks a code up; the error itself says it with its facts. */
export const CLI_ERRORS: Readonly<Record<ErrorCode, Meaning>> = {
  ARGUMENT_INVALID: { says: 'A value on the command line does not fit.', next: 'Give it as the message says.' },
  BACKUP_TOO_LARGE: {
    says: 'The folder is larger than a backup holds.',
    next: 'Back up its keys and config.json by hand.',
  },
  BACKUP_UNREADABLE: {
    says: 'The backup cannot be made or opened.',
    next: 'Check the path and the passphrase; a file that was altered or cut does not open.',
  },
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
  CONFIG_INVALID: {
    says: 'The node’s configuration is missing, or a value of it does not fit.',
    next: 'Mend what is named; "enigma node dry-run" shows every value and where it comes from.',
  },
  CONTRACT_UNKNOWN: { says: 'There is no such contract on this network.', next: 'Check the id and the network.' },
  DRAIN_UNFINISHED: {
    says: 'The node is being drained and has not finished in the time given.',
    next: 'Wait longer by running the command again, or end it within its limit with SIGTERM.',
  },
  ELECTION_INVALID: { says: 'The election file is damaged.', next: 'Mend the line that is named.' },
  EVIDENCE_DISPUTED: {
    says: 'The contract that judges evidence says another thing of the file than this command.',
    next: 'Ask another endpoint; if it says the same, report it with the file.',
  },
  EVIDENCE_WRONG: {
    says: 'The file is no evidence, or what it holds does not show that the seat lied.',
    next: 'Ask whoever gave it to you for the file as their node wrote it.',
  },
  FILE_UNREADABLE: { says: 'A file is missing, too large or not to be read.', next: 'Check the path.' },
  FOLDER_EMPTY: { says: 'The folder is no folder of a node.', next: 'Name one that has a config.json.' },
  FOLDER_EXISTS: {
    says: 'The folder, or file, that was to be written is there already.',
    next: 'Take another name, or another folder.',
  },
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
  KEY_UNREADABLE: {
    says: 'A key file of a node is missing, damaged or no key.',
    next: 'Restore keys/ from a backup: without them a node cannot come back.',
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
  NODE_NOT_RUNNING: {
    says: 'No process runs on the folder.',
    next: 'Start it with "enigma node start --folder FOLDER", or name another folder.',
  },
  NODE_RUNNING: {
    says: 'A process runs on the folder, and what was asked needs it to be down.',
    next: 'Take it down with "enigma node drain --folder FOLDER", and try again.',
  },
  NODE_UNREACHABLE: { says: 'No node answers.', next: 'Start the network, or a node.' },
  NOT_DUE: { says: 'The scheduled block has not passed.', next: 'Wait, or let --wait do so.' },
  PASSPHRASE_WEAK: {
    says: 'No passphrase was given, or one that is too short.',
    next: 'Give one of twelve characters or more by --passphrase-file or ENIGMA_PASSPHRASE.',
  },
  PROTECTION_CONFLICT: {
    says: 'The file and the folder have signed different things in one slot.',
    next: 'Two nodes have run with one key: start neither, and report it.',
  },
  PROTECTION_FOREIGN: {
    says: 'The protection is of another node, key or network.',
    next: 'Take the file that was exported from this very node.',
  },
  PROTECTION_MALFORMED: {
    says: 'The file is no protection of a node, or was cut or altered.',
    next: 'Export it again from where it came from.',
  },
  RESULT_WRONG: {
    says: 'The secret tally and the plain count of the file differ.',
    next: 'Report it with the election file.',
  },
  SOURCE_DIFFERS: {
    says: 'The source compiles to another code than the chain holds.',
    next: 'Ask the deployer for the source of this code, and for the version of the compiler.',
  },
  STOPPED: { says: 'Ctrl-C came.', next: 'Run the command again.' },
  STORE_DAMAGED: {
    says: 'The node’s disk is not as it was written, or one of its files is missing or older than the other.',
    next: 'Do what one does after a lost disk (docs/guide/operating.md).',
  },
  STORE_FAILED: { says: 'The disk refused to be read or written.', next: 'See to the disk, and try again.' },
  STORE_FULL: { says: 'The disk is full.', next: 'Make room, and try again.' },
  STORE_LOCKED: {
    says: 'Another process has the node’s folder open.',
    next: 'Take that node down with "enigma node drain --folder FOLDER", and try again.',
  },
  STORE_NEWER: { says: 'The folder was written by a newer program.', next: 'Run the newer program.' },
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

/** An error of the rooms below under its own code, with the next step that the table has for it. */
export function withNextStep(error: unknown): unknown {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (
    error instanceof CliError ||
    !(error instanceof Error) ||
    typeof code !== 'string' ||
    !Object.hasOwn(CLI_ERRORS, code)
  )
    return error;
  return new CliError(code as ErrorCode, error.message, CLI_ERRORS[code as ErrorCode].next);
}
