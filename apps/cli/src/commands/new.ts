// `enigma new`: a folder with a contract, its test and a README, copied from a sample under another name.
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@enigma/compiler';
import type { CommandContext } from '../command.ts';
import { CliError } from '../errors.ts';
import { nameCharactersMax } from '../limits.ts';
import { type TemplateName, TEMPLATES } from '../templates.ts';

export interface NewOptions {
  readonly template: TemplateName;
  readonly folder?: string;
}

const FILES = ['contract.ts', 'contract.test.ts', 'README.md'] as const;

// Packages are found from here upwards, and nowhere else: none is published.
const clone: string = realpathSync(fileURLToPath(new URL('../../../..', import.meta.url)));

export function newContract(name: string, { template, folder: given }: NewOptions, { output }: CommandContext): void {
  const className = classNameOf(name);
  const folder = place(given ?? join(clone, 'contracts', name));
  const inClone = relative(clone, folder).replaceAll(sep, '/');
  const files = FILES.map((file) => ({ file, text: rewritten(sample(template, file), template, className, inClone) }));
  checkCompiles(name, files[0]?.text ?? '');
  write(folder, [...files, { file: 'tsconfig.json', text: tsconfig(folder) }]);
  const contract = `${inClone}/contract.ts`;
  const next = [
    `npm test -- ${inClone}/contract.test.ts`,
    ['npm run enigma -- dev', contract, ...TEMPLATES[template].deployArgs].join(' '),
  ];
  const text = [
    `${inClone}: contract ${className}, its test and a README`,
    `Change ${contract}, and run its test:`,
    `  ${next[0]}`,
    'Let a network follow what you write: compile, test and deploy at every change',
    `  ${next[1]}`,
    `${inClone}/README.md goes on from there.`,
  ].join('\n');
  output.result(
    { name: className, template, folder, files: [...FILES, 'tsconfig.json'].map((file) => join(folder, file)), next },
    text,
  );
}

/** `my-auction` and `myAuction` name the class MyAuction. */
function classNameOf(name: string): string {
  const form = /^[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$/;
  if (name.length > nameCharactersMax || !form.test(name))
    throw new CliError(
      'NAME_INVALID',
      `${JSON.stringify(name.slice(0, nameCharactersMax))} cannot name a contract.`,
      `Take at most ${nameCharactersMax} letters and digits, a letter first, words parted by a dash: my-auction.`,
    );
  return name.replaceAll(/(^|[_-])([A-Za-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Where the folder comes to stand, links resolved; refused outside of the clone, where its test would find no package. */
function place(given: string): string {
  const wanted = resolve(given);
  const folder = join(realOf(dirname(wanted)), wanted.slice(dirname(wanted).length));
  if (folder.startsWith(clone + sep)) return folder;
  throw new CliError(
    'FOLDER_OUTSIDE',
    `${wanted} is outside of the clone ${clone}, where the test of a contract finds no @enigma/testing: no package is published.`,
    'Name a folder in the clone, or leave --folder out. A contract alone, without a test, compiles and deploys from any folder.',
    { folder: wanted, clone },
  );
}

/** The folder's true name, of which the last parts may not exist yet. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : join(realOf(above), folder.slice(above.length));
  }
}

function sample(template: TemplateName, file: string): string {
  return readFileSync(join(clone, 'samples', template, file), 'utf8');
}

/** The sample under its new name and place. */
function rewritten(text: string, template: TemplateName, className: string, inClone: string): string {
  const up = '../'.repeat(inClone.split('/').length);
  return text
    .replaceAll(new RegExp(`\\b${TEMPLATES[template].className}\\b`, 'g'), className)
    .replaceAll(`samples/${template}/`, `${inClone}/`)
    .replaceAll('](../../', `](${up}`)
    .replace(`# ${template}\n`, `# ${inClone.split('/').at(-1) ?? className}\n`);
}

/** A name may be one that the language has taken, which the compiler knows best. */
function checkCompiles(name: string, source: string): void {
  const compiled = compile(source);
  if (compiled.ok) return;
  throw new CliError(
    'NAME_INVALID',
    `A contract cannot be called ${name}: the language or the template has that name already.`,
    'Take another name.',
  );
}

function tsconfig(folder: string): string {
  const packages = relative(folder, join(clone, 'packages')).replaceAll(sep, '/');
  const config = {
    compilerOptions: {
      target: 'es2024',
      lib: ['es2024'],
      module: 'nodenext',
      types: ['node'],
      strict: true,
      noImplicitOverride: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      noEmit: true,
    },
    files: ['contract.ts', 'contract.test.ts', `${packages}/compiler/lib/enigma.d.ts`],
    references: [{ path: `${packages}/testing` }],
  };
  // Arrays of texts in one line, as the formatter has them.
  return `${JSON.stringify(config, null, 2).replaceAll(/\[\s+("[^\]{]*")\s+\]/g, (_, list: string) => `[${list.replaceAll(/\s+/g, ' ')}]`)}\n`;
}

/** All of it or nothing; what stands there already is nobody's to overwrite. */
function write(folder: string, files: readonly { readonly file: string; readonly text: string }[]): void {
  if (existsSync(folder))
    throw new CliError(
      'FOLDER_EXISTS',
      `${folder} exists already, and nothing is overwritten.`,
      'Take another name, or another place with --folder.',
      { folder },
    );
  let made = false;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder);
    made = true;
    for (const { file, text } of files) writeFileSync(join(folder, file), text, { flag: 'wx' });
  } catch (error) {
    if (made) rmSync(folder, { recursive: true, force: true });
    throw new CliError(
      'FOLDER_UNWRITABLE',
      `${folder} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      'Name a folder that you may write with --folder.',
      { folder },
    );
  }
}
