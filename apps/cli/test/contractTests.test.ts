// `enigma test`: what it finds, what it says of each, and its exit code.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { enigma, processOf } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-tests-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const offers = fileURLToPath(new URL('../../../samples/offers', import.meta.url));

function written(name: string, contract: string, its?: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'contract.ts'), contract);
  if (its !== undefined) writeFileSync(join(folder, name, 'contract.test.ts'), its);
}

const eventsOf = (stdout: string): readonly Record<string, unknown>[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a folder’s contracts are compiled and tested one after the other; one that fails spoils the exit code and not the rest', async () => {
  const good = 'export class Good extends Contract { f(x: u8): u8 { return x; } }';
  const passes = (what: string): string =>
    `import { test } from 'node:test'; import assert from 'node:assert/strict'; test('it', () => assert.${what});`;
  written('a-leaks', 'export class A extends Contract { f(x: Secret<u8>) { const y: u8 = x; } }');
  written('b-fails', good, passes('ok(false)'));
  written('c-passes', good, passes('ok(true)'));
  written('d-has-none', good);
  mkdirSync(join(folder, 'e-is-empty'));
  const { code, stdout, stderr } = await enigma(['test', folder, '--json']);
  assert.equal(code, 1, stderr);
  assert.deepEqual(
    eventsOf(stdout).map(({ event, code: why, passed, failed }) => [event, why ?? passed, failed]),
    [
      ['refused', 'COMPILE_FAILED', undefined],
      ['compiled', undefined, undefined],
      ['tested', 0, 1],
      ['compiled', undefined, undefined],
      ['tested', 1, 0],
      ['compiled', undefined, undefined],
      ['untested', undefined, undefined],
    ],
  );
});

test('a sample passes; a folder without contracts, and a file that is not there, say so', async () => {
  const { code, stdout } = await enigma(['test', offers]);
  assert.equal(code, 0);
  assert.match(stdout, /contract\.test\.ts: 6 passed/);
  const none = await enigma(['test', join(folder, 'e-is-empty')]);
  assert.deepEqual([none.code, /FILE_UNREADABLE: There is no contract/.test(none.stderr)], [1, true]);
  const lost = await enigma(['test', join(folder, 'lost.ts')]);
  assert.equal(lost.code, 1);
});

test('a contract without a test beside it has not passed, and it is said which file is missing', async () => {
  written('f-alone', 'export class Good extends Contract { f(x: u8): u8 { return x; } }');
  const alone = join(folder, 'f-alone');
  const { code, stdout, stderr } = await enigma(['test', alone]);
  assert.equal(code, 1);
  const said = stdout + stderr;
  assert.match(said, /f-alone\/contract\.ts has no test beside it/);
  assert.match(said, /next: Write .*f-alone\/contract\.test\.ts/);
});

test('Ctrl-C while a test runs ends it and the command with 130; nothing is tested after it', async () => {
  const tests = join(folder, 'stopped');
  mkdirSync(tests);
  const good = 'export class Good extends Contract { f(x: u8): u8 { return x; } }';
  const place = join(folder, 'pid');
  // It never ends by itself, and says who it is.
  const endless = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(place)}, String(process.pid)); setInterval(() => {}, 1000);`;
  written('stopped/a-endless', good, endless);
  written('stopped/b-next', good, `import { test } from 'node:test'; test('it', () => {});`);
  let pid = 0;
  const started = enigma(['test', tests, '--json'], { onStart: (own) => (pid = own) });
  for (let tries = 0; tries < 1_000 && (!existsSync(place) || readFileSync(place, 'utf8') === ''); tries++)
    await sleep(50);
  process.kill(pid, 'SIGINT');
  const { code, stdout } = await started;
  assert.equal(code, 130);
  assert.deepEqual(
    eventsOf(stdout).map(({ event }) => event),
    ['compiled'],
  );
  assert.equal(processOf(Number(readFileSync(place, 'utf8'))), undefined, 'the test lives on');
});
