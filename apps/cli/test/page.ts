// The commands of a page, run as they stand: what the page calls CONTRACT and TASK is what the commands before printed, and what follows `# →` must be in the answer.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { enigma } from './run.ts';

export const clone: string = fileURLToPath(new URL('../../..', import.meta.url));
const exec = promisify(execFile);

export interface PageCommand {
  readonly text: string;
  /** After `# →`. */
  readonly answers: string | undefined;
}

export function textOf(page: string): string {
  return readFileSync(new URL(page, new URL('../../../', import.meta.url)), 'utf8');
}

/** The lines of all `sh` blocks. */
export function commandsOf(text: string): readonly PageCommand[] {
  return [...text.matchAll(/^```sh\r?\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [text = '', comment] = line.split(/\s+# /, 2);
        return { text, answers: comment?.startsWith('→ ') ? comment.slice(2) : undefined };
      }),
  );
}

/** The contracts that a page shows, in order. */
export function contractsOf(text: string): readonly string[] {
  return [...text.matchAll(/^```ts\r?\n([\s\S]*?)^```/gm)]
    .map(([, block = '']) => block)
    .filter((block) => block.includes(' extends Contract {'));
}

export interface Walk {
  /** Stands for `contracts/`. */
  readonly folder: string;
  readonly network: string;
  /** Commands that are run elsewhere. */
  readonly without?: (text: string) => boolean;
  /** Before each command. */
  readonly before?: (text: string) => Promise<void>;
}

export async function walk(
  commands: readonly PageCommand[],
  { folder, network, without, before }: Walk,
): Promise<void> {
  const ids = new Map<string, string>();
  for (const { text, answers } of commands) {
    if (without?.(text) === true) continue;
    await before?.(text);
    const output = await runOne(text, { folder, network, ids });
    const [, kind = '', id = ''] = /^(contract|task) (0x[0-9a-f]{64})$/m.exec(output) ?? [];
    if (id !== '') ids.set(kind.toUpperCase(), id);
    if (answers !== undefined) assert.ok(output.includes(answers), `${text} answers ${answers}, not: ${output}`);
  }
}

async function runOne(
  text: string,
  { folder, network, ids }: Pick<Walk, 'folder' | 'network'> & { readonly ids: ReadonlyMap<string, string> },
): Promise<string> {
  const words = text.split(/\s+/).map((word) => {
    assert.ok(!/^(CONTRACT|TASK)$/.test(word) || ids.has(word), `${text}: nothing has printed ${word}`);
    return (ids.get(word) ?? word).replace(/^contracts\//, `${folder}/`);
  });
  if (text.startsWith('npm test -- ')) {
    const env = { ...process.env };
    delete env['NODE_TEST_CONTEXT'];
    const [, , , file = ''] = words;
    const { stdout } = await exec(process.execPath, ['--test', '--test-reporter=./scripts/reporter.ts', file], {
      cwd: clone,
      env,
    });
    return stdout;
  }
  assert.ok(text.startsWith('npm run enigma -- '), `${text} is none of the commands that a page may have`);
  const args = words.slice(4);
  if (args[0] === 'new') args.push('--folder', `${folder}/${args[1]}`);
  const ran = await enigma(args, { env: { ENIGMA_NETWORK: network } });
  assert.equal(ran.code, 0, `${text}: ${ran.stderr}`);
  return ran.stdout;
}
