// `enigma explain`: what a code means, and what to do, whoever gave it: this command, the client, a node, the contracts or the compiler.
import { existsSync, readFileSync } from 'node:fs';
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
  const page = compilerPage(code);
  if (page !== undefined) return output.result({ code, page }, page);
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
      'docs/errors/refusals.md lists all of them; what the compiler says has a page of its own beside it.',
    );
  const text = found.map(({ of, says, next }) => `${code}, of ${of}: ${says}\n  next: ${next}`).join('\n');
  output.result({ code, meanings: found }, text);
}

/** What the compiler says has a page for each code. */
function compilerPage(code: string): string | undefined {
  if (!/^[EW]-[A-Z0-9]+$/.test(code)) return undefined;
  const page = new URL(`../../../../docs/errors/${code}.md`, import.meta.url);
  return existsSync(page) ? readFileSync(page, 'utf8') : undefined;
}
