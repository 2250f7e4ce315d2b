// `enigma explain`: what a code means, and what to do, whoever gave it: this command, the client, a node or the contracts.
import { CHAIN_REFUSALS, CLIENT_ERRORS, type Meaning, NODE_REFUSALS } from '@enigma/client';
import type { CommandContext } from '../command.ts';
import { CLI_ERRORS, CliError } from '../errors.ts';

/** By who gives them, in the order in which a code is looked up. */
export const CODES: readonly { readonly of: string; readonly codes: Readonly<Record<string, Meaning>> }[] = [
  { of: 'the command line', codes: CLI_ERRORS },
  { of: 'the client', codes: CLIENT_ERRORS },
  { of: 'the contracts', codes: CHAIN_REFUSALS },
  { of: 'a node', codes: NODE_REFUSALS },
];

export function explain(code: string, { output }: CommandContext): void {
  const found = CODES.flatMap(({ of, codes }) => {
    const meaning = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (meaning === undefined) return [];
    // The facts of one refusal are not known here.
    return [{ of, says: meaning.says.replaceAll(/\{\d\}/g, '…'), next: meaning.next }];
  });
  if (found.length === 0)
    throw new CliError(
      'ARGUMENT_INVALID',
      `Nothing here gives the code ${JSON.stringify(code.slice(0, 60))}.`,
      'docs/errors/refusals.md lists all of them; what the compiler says has a page of its own in docs/errors.',
    );
  const text = found.map(({ of, says, next }) => `${code}, of ${of}: ${says}\n  next: ${next}`).join('\n');
  output.result({ code, meanings: found }, text);
}
