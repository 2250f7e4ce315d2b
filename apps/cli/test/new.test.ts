// What `enigma new` writes works as it is: its test, the compiler, the editor's types, the report; and what it refuses.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createCleanup } from '../src/cleanup.ts';
import { newContract } from '../src/commands/new.ts';
import { CliError } from '../src/errors.ts';
import type { Output } from '../src/output.ts';
import { type TemplateName, TEMPLATES } from '../src/templates.ts';
import { enigma } from './run.ts';

const clone = fileURLToPath(new URL('../../..', import.meta.url));
const exec = promisify(execFile);

describe('enigma new', () => {
  mkdirSync(join(clone, '.enigma'), { recursive: true });
  const folder = mkdtempSync(join(clone, '.enigma', 'test-'));
  after(() => rmSync(folder, { recursive: true }));

  const output = { result: () => undefined } as unknown as Output;
  const context = { output, signal: new AbortController().signal, cleanup: createCleanup(), fail: () => undefined };
  const write = (name: string, at: string): void => newContract(name, { template: 'offers', folder: at }, context);
  const refused = (code: string, next: RegExp, name: string, at: string): void =>
    assert.throws(
      () => write(name, at),
      (error) => error instanceof CliError && error.code === code && next.test(error.next),
      `${name} ${at}`,
    );

  for (const template of Object.keys(TEMPLATES) as TemplateName[]) {
    it(`writes ${template} under another name: its test passes, it compiles, its types and its report are right`, async () => {
      const at = join(folder, `my-${template}`);
      const made = await enigma(['new', `my-${template}`, '--template', template, '--folder', at, '--json']);
      assert.equal(made.code, 0, made.stderr);
      const { name, files } = JSON.parse(made.stdout) as { name: string; files: string[] };
      assert.equal(name, `My${template.replace(/^./, (letter) => letter.toUpperCase())}`);
      assert.deepEqual(new Set(files.map((file) => relative(at, file))), new Set(readdirSync(at)));
      const env = { ...process.env };
      delete env['NODE_TEST_CONTEXT'];
      const tested = await exec(process.execPath, ['--test', '--test-reporter=tap', join(at, 'contract.test.ts')], {
        env,
      });
      assert.match(tested.stdout, /# pass 6\n# fail 0/);
      const report = await enigma(['report', join(at, 'contract.ts'), '--json']);
      assert.deepEqual([report.code, (JSON.parse(report.stdout) as { name: string }).name], [0, name]);
      await exec(process.execPath, [join(clone, 'node_modules/typescript/bin/tsc'), '-b', at]);
      // The formatter passes over what Git ignores.
      const copy = mkdtempSync(join(tmpdir(), 'enigma-test-'));
      cpSync(at, copy, { recursive: true });
      const format = ['-c', join(clone, '.oxfmtrc.json'), '--check', copy];
      await exec(join(clone, 'node_modules/.bin/oxfmt'), format).finally(() => rmSync(copy, { recursive: true }));
      const readme = readFileSync(join(at, 'README.md'), 'utf8');
      assert.doesNotMatch(readme, new RegExp(`samples/${template}|\\b${TEMPLATES[template].className}\\b`));
      for (const [, link = ''] of readme.matchAll(/\]\(([^)]+)\)/g)) assert.ok(existsSync(join(at, link)), link);
    });
  }

  it('overwrites nothing, and leaves nothing where it fails', async () => {
    const at = join(folder, 'twice');
    write('twice', at);
    const before = readFileSync(join(at, 'contract.ts'), 'utf8');
    const again = await enigma(['new', 'other', '--folder', at, '--json']);
    const { error } = JSON.parse(again.stdout) as { error: { code: string } };
    assert.deepEqual([again.code, error.code], [1, 'FOLDER_EXISTS']);
    assert.equal(readFileSync(join(at, 'contract.ts'), 'utf8'), before);
    refused('FOLDER_EXISTS', /another name/, 'other', at);
    refused('FOLDER_UNWRITABLE', /you may write/, 'below', join(at, 'contract.ts', 'below'));
  });

  it('refuses names that cannot be a class, or that the language or the template has', () => {
    const never = join(folder, 'never');
    for (const name of ['9lives', 'a b', '../up', 'ünde', '-', 'a--b', '', 'x'.repeat(61)])
      refused('NAME_INVALID', /a letter first/, name, never);
    for (const name of ['contract', 'address', 'best']) refused('NAME_INVALID', /another name/, name, never);
    assert.ok(!existsSync(never));
  });

  it('says why a folder outside of the clone would not work, also behind a link', () => {
    const link = join(folder, 'link');
    symlinkSync(tmpdir(), link);
    for (const at of [tmpdir(), dirname(clone), link].map((where) => join(where, 'enigma-never'))) {
      refused('FOLDER_OUTSIDE', /without a test, compiles and deploys/, 'outside', at);
      assert.ok(!existsSync(at));
    }
  });
});
