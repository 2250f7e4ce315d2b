// Elections and contracts that a command reads.
import { fileURLToPath } from 'node:url';
import { compile, type Compiled, renderDiagnostic } from '@enigma/compiler';
import { type Election, parseElection } from './election.ts';
import { CliError } from './errors.ts';
import { electionBytesMax, sourceBytesMax } from './limits.ts';
import { readText } from './textFile.ts';

export { readText };

export interface CompiledFile {
  readonly source: string;
  readonly compiled: Compiled;
}

/** Beside this package, where the repository has them. */
export const sampleContract: string = fileURLToPath(new URL('../../../samples/voting/contract.ts', import.meta.url));
export const sampleElection: string = fileURLToPath(
  new URL('../../../samples/voting/elections/debian-2002-leader.soi', import.meta.url),
);

export function readElection(path: string): Election {
  return parseElection(readText(path, electionBytesMax), path);
}

export function compileFile(path: string): CompiledFile {
  const source = readText(path, sourceBytesMax);
  const compiled = compile(source);
  if (compiled.ok) return { source, compiled };
  const frames = compiled.diagnostics.map((one) => renderDiagnostic(one, path)).join('\n');
  throw new CliError(
    'COMPILE_FAILED',
    `${path} does not compile.\n${frames}`,
    `Mend the lines shown; ${compiled.diagnostics[0]?.page ?? 'docs/errors'} explains the first.`,
    {
      diagnostics: compiled.diagnostics,
    },
  );
}
