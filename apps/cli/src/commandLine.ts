// What all commands have in common: how one runs, the options that come again and again.
import { Option } from 'commander';
import type { CommandContext } from './command.ts';
import { amount } from './options.ts';

export type Run = (json: boolean | undefined, body: (context: CommandContext) => Promise<void>) => Promise<void>;

export interface Common {
  readonly json?: boolean;
  readonly network?: string;
}

/** With its default as text: commander would write a big integer as JSON. */
export function amountOption(flags: string, description: string, fallback: bigint): Option {
  return new Option(flags, description)
    .argParser(amount(flags.split(' ', 1)[0] ?? flags))
    .default(fallback, String(fallback));
}

export const ROOT_HELP = 'the folder that imports stay in (default: that of the contract)';
export const JSON_HELP = 'print one JSON document on standard output';
export const NETWORK_HELP = 'the network file that "enigma up" wrote (default: .enigma/network.json here or above)';
