// Elections and contracts that a command reads.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, type Compiled, renderDiagnostic, type SourceReader } from '@enigma/compiler';
import { type Election, parseElection } from './election.ts';
import { CliError } from './errors.ts';
import { electionBytesMax, sourceBytesMax } from './limits.ts';
import { readText } from './textFile.ts';

export { readText };

/** Beside this package, where the repository has them. */
export const sampleContract: string = fileURLToPath(new URL('../../../samples/voting/contract.ts', import.meta.url));
export const sampleElection: string = fileURLToPath(
  new URL('../../../samples/voting/elections/debian-2002-leader.soi', import.meta.url),
);

export function readElection(path: string): Election {
  return parseElection(readText(path, electionBytesMax), path);
}

export interface ProjectOptions {
  /** The folder that the contract's imports stay in (default: that of its file). */
  readonly root?: string;
}

/** `asked` hears the path of each file that the contract imports, or tries to. */
export function compileFile(path: string, { root }: ProjectOptions = {}, asked?: (file: string) => void): Compiled {
  const source = readText(path, sourceBytesMax);
  const project = projectOf(path, root, asked);
  const compiled = compile(source, project);
  if (project.failure !== undefined) throw project.failure;
  if (compiled.ok) return compiled;
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

interface Project extends SourceReader {
  /** A file that is there and cannot be read. */
  failure?: CliError;
}

/** The files around a contract's own, as far as its project goes; no link leads out of it. */
function projectOf(path: string, root: string | undefined, asked: ((file: string) => void) | undefined): Project {
  const folder = realpathSync(dirname(resolve(path)));
  const top = root === undefined ? folder : existsSync(root) ? realpathSync(root) : resolve(root);
  if (folder !== top && !folder.startsWith(top + sep))
    throw new CliError(
      'ARGUMENT_INVALID',
      `--root ${root} is no folder that ${path} is in.`,
      'Name the folder that holds the contract and all that it imports.',
    );
  const project: Project = {
    above: folder === top ? 0 : relative(top, folder).split(sep).length,
    read(file) {
      const full = join(folder, file);
      asked?.(full);
      if (!existsSync(full) || !realpathSync(full).startsWith(top + sep)) return undefined;
      try {
        return readText(full, sourceBytesMax);
      } catch (error) {
        if (!(error instanceof CliError)) throw error;
        project.failure ??= error;
        return undefined;
      }
    },
  };
  return project;
}
