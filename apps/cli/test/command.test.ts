import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployAll } from '@enigma/contracts';
import { type Anvil, startAnvil } from '@enigma/contracts/anvil';
import { compileFile, sampleContract } from '../src/files.ts';
import { roleKey } from '../src/network/accounts.ts';
import { writeNetwork } from '../src/network/file.ts';
import { argumentValues, constructorArgs, entryValues } from '../src/values.ts';
import { enigma } from './run.ts';

const ID = `0x${'11'.repeat(32)}`;

function errorOf(stdout: string): { code: string; message: string; next: string; line?: number } {
  return (JSON.parse(stdout) as { error: { code: string; message: string; next: string } }).error;
}

describe('the command line', () => {
  it('explains every command and ends with 0', async () => {
    const commands = [
      [],
      ['up'],
      ['demo'],
      ['new'],
      ['dev'],
      ['explain'],
      ['address'],
      ['compile'],
      ['report'],
      ['deploy'],
      ['append'],
      ['call'],
      ['trigger'],
      ['task'],
      ['node'],
      ['node', 'start'],
      ['node', 'status'],
    ];
    const ran = await Promise.all(commands.map((command) => enigma([...command, '--help'])));
    for (const [i, { code, stdout }] of ran.entries()) {
      assert.equal(code, 0, String(commands[i]));
      assert.match(stdout, /Usage: enigma/);
      if ((commands[i]?.length ?? 0) > 0 && commands[i]?.join() !== 'node') assert.match(stdout, /--json/);
    }
  });

  it('ends with 2 where it was called wrongly, and says how to call it', async () => {
    for (const args of [[], ['bogus'], ['task', '0x12'], ['up', '--nodes', '2'], ['compile'], ['append', ID]]) {
      const { code, stderr, stdout } = await enigma(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.ok(stderr.length > 0);
    }
  });

  it('compiles and reports, as text and as one document', async () => {
    const [text, json, report] = await Promise.all([
      enigma(['compile', sampleContract]),
      enigma(['compile', sampleContract, '--json']),
      enigma(['report', sampleContract, '--json']),
    ]);
    assert.equal(text.code, 0);
    assert.match(text.stdout, /contract Voting: \d+ bytes/);
    const document = JSON.parse(json.stdout) as { ok: boolean; codeHash: string; abi: { name: string } };
    assert.deepEqual([document.ok, document.abi.name], [true, 'Voting']);
    assert.match(report.stdout, /votes of each candidate/);
    assert.match(report.stdout, /counted with the constructor’s arguments: candidates: u8, closes: u64/);
    assert.ok(!text.stderr.includes('\u001b'));
  });

  it('says what options on how much is told lack without the constructor’s arguments, and counts with them', async () => {
    const [upTo, entries, given] = await Promise.all([
      enigma(['report', sampleContract, '--up-to', '2', '--json']),
      enigma(['report', sampleContract, '--entries', '2']),
      enigma(['report', sampleContract, '2', '9', '--up-to', '2', '--entries', '1', '--json']),
    ]);
    const { code, message, next } = errorOf(upTo.stdout);
    assert.deepEqual([upTo.code, code, entries.code], [1, 'ARGUMENT_INVALID', 1]);
    assert.match(message, /arguments: candidates: u8, closes: u64\.$/);
    assert.match(next, /after the file/);
    assert.match(entries.stderr, /candidates: u8/);
    const { amounts, text } = JSON.parse(given.stdout) as { amounts: unknown[]; text: string };
    assert.deepEqual([given.code, amounts.length > 0, text.includes('counted with')], [0, true, false]);
  });

  it('says which file is missing, and where a contract is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enigma-test-'));
    try {
      const missing = await enigma(['compile', join(folder, 'none.ts'), '--json']);
      assert.deepEqual([missing.code, errorOf(missing.stdout).code], [1, 'FILE_UNREADABLE']);
      const path = join(folder, 'contract.ts');
      writeFileSync(path, 'export class Bad extends Contract { x = 1 + ; }\n');
      const broken = await enigma(['compile', path, '--json']);
      assert.deepEqual([broken.code, errorOf(broken.stdout).code], [1, 'COMPILE_FAILED']);
      assert.match(broken.stderr, /contract\.ts:1:\d+/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('compiles a contract of two files, and stays inside its project', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enigma-test-'));
    try {
      const [own, lib] = [join(folder, 'own'), join(folder, 'lib')];
      for (const one of [own, lib]) mkdirSync(one);
      const path = join(own, 'contract.ts');
      writeFileSync(
        path,
        "import { half } from '../lib/half.ts';\nexport class Halves extends Contract { run(n: u8): u8 { return half(n); } }\n",
      );
      writeFileSync(join(lib, 'half.ts'), 'export function half(n: u8): u8 {\n  return n / 2;\n}\n');
      const [outside, inside] = await Promise.all([
        enigma(['compile', path, '--json']),
        enigma(['compile', path, '--root', folder, '--json']),
      ]);
      assert.deepEqual([outside.code, errorOf(outside.stdout).code], [1, 'COMPILE_FAILED']);
      assert.match(outside.stderr, /contract\.ts:1:22 E-IMPORT `\.\.\/lib\/half\.ts` leaves the project/);
      assert.deepEqual([inside.code, (JSON.parse(inside.stdout) as { name: string }).name], [0, 'Halves']);
      // A link leads to a file of the disk that is none of the project's.
      symlinkSync(join(lib, 'half.ts'), join(own, 'half.ts'));
      writeFileSync(path, readFileSync(path, 'utf8').replace('../lib/', './'));
      assert.throws(() => compileFile(path), /There is no file `\.\/half\.ts`/);
      assert.equal(compileFile(path, { root: folder }).name, 'Halves');
      writeFileSync(join(lib, 'half.ts'), 'export function half(n: u8): u8 {\n  return n > 2;\n}\n');
      assert.throws(() => compileFile(path, { root: folder }), new RegExp(`${join(own, 'half.ts')}:2:10 E-TYPE`));
      assert.throws(() => compileFile(path, { root: lib }), { code: 'ARGUMENT_INVALID' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses a damaged or missing election before anything is started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enigma-test-'));
    try {
      const path = join(folder, 'damaged.soi');
      writeFileSync(path, '# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n3: 2,1\n2: 9\n');
      const [damaged, text, missing] = await Promise.all([
        enigma(['demo', '--election', path, '--json']),
        enigma(['demo', '--election', path]),
        enigma(['demo', '--election', join(folder, 'none.soi'), '--json']),
      ]);
      const error = errorOf(damaged.stdout);
      assert.deepEqual([damaged.code, error.code, error.line], [1, 'ELECTION_INVALID', 5]);
      assert.match(error.next, /line 5/);
      assert.deepEqual([text.code, text.stdout], [1, '']);
      assert.match(text.stderr, /ELECTION_INVALID: .*damaged\.soi:5: there is no alternative 9/);
      assert.deepEqual([missing.code, errorOf(missing.stdout).code], [1, 'FILE_UNREADABLE']);
      for (const { stderr } of [damaged, text, missing]) assert.doesNotMatch(stderr, /chain at/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('takes constructor arguments by their types', () => {
    const { abi } = compileFile(sampleContract);
    assert.deepEqual(constructorArgs(abi, ['4', '+60'], 40n), [4, 100n]);
    for (const wrong of [
      ['256', '9'],
      ['four', '9'],
      ['-1', '9'],
      ['4', '1.5'],
      ['4'],
      ['4', '18446744073709551616'],
    ]) {
      assert.throws(() => constructorArgs(abi, wrong, 0n), { code: 'ARGUMENT_INVALID' });
    }
  });

  it('takes records and arrays as JSON, in a call and in an entry, every whole number exactly', () => {
    const most = '18446744073709551615';
    assert.deepEqual(argumentValues([`[${most},9007199254740993,7]`, most, 'true'], ['ids', 'most', 'flag']), [
      [2n ** 64n - 1n, 2n ** 53n + 1n, 7],
      2n ** 64n - 1n,
      true,
    ]);
    assert.deepEqual(entryValues(['affected=false', 'alleles=[0,2,1]', `one={"a":${most},"b":[true]}`]), {
      affected: false,
      alleles: [0, 2, 1],
      one: { a: 2n ** 64n - 1n, b: [true] },
    });
    for (const wrong of ['alleles=[0,2', 'alleles=0,2', 'one={a:1}'])
      assert.throws(() => entryValues([wrong]), { code: 'ARGUMENT_INVALID' });
  });

  it('tells the address of a key, and the key to nobody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enigma-test-'));
    try {
      const file = join(folder, 'my.key');
      writeFileSync(file, `${'11'.repeat(32)}\n`);
      const told = await enigma(['address', file]);
      assert.deepEqual([told.code, told.stdout.trim()], [0, '0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a']);
      writeFileSync(file, '11'.repeat(31));
      const wrong = await enigma(['address', file, '--json']);
      assert.deepEqual([wrong.code, errorOf(wrong.stdout).code], [1, 'KEY_INVALID']);
      assert.ok(!`${wrong.stdout}${wrong.stderr}`.includes('1111'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says how to start a network where none is', async () => {
    for (const args of [
      ['deploy', sampleContract, '4', '+60'],
      ['append', ID, 'choice=1'],
      ['trigger', ID, 'tally'],
      ['task', ID],
      ['node', 'status'],
    ]) {
      const { code, stdout } = await enigma([...args, '--json']);
      assert.deepEqual([code, errorOf(stdout).code], [1, 'NETWORK_UNKNOWN'], args.join(' '));
      assert.match(errorOf(stdout).next, /enigma -- up/);
    }
  });
});

describe('commands on a chain', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enigma-test-'));
  const network = join(folder, 'network.json');
  let anvil: Anvil;
  before(async () => {
    anvil = await startAnvil({});
    const book = await deployAll({ rpcUrl: anvil.url, privateKey: roleKey('deployer') });
    writeNetwork(network, { version: 1, rpcUrl: anvil.url, book, pid: process.pid, chainPid: anvil.pid, nodes: [] });
  });
  after(async () => {
    await anvil.stop();
    rmSync(folder, { recursive: true });
  });

  const code = async (...args: readonly string[]): Promise<readonly [number | null, string]> => {
    const ran = await enigma([...args, '--network', network, '--json']);
    return [ran.code, errorOf(ran.stdout).code];
  };

  it('name what is missing, of a wrong type, or the wrong key', async () => {
    const poor = join(folder, 'poor.key');
    writeFileSync(poor, '42'.repeat(32));
    const bad = join(folder, 'bad.key');
    writeFileSync(bad, 'not a key');
    const deploy = ['deploy', sampleContract, '4', '+60'] as const;
    assert.deepEqual(
      await Promise.all([
        code('append', ID, 'choice=3'),
        code('trigger', ID, 'tally'),
        code('task', ID),
        code('append', ID, 'choice'),
        code('deploy', sampleContract, '400', '+60'),
        code(...deploy, '--key', poor),
        code(...deploy, '--key', bad),
        code(...deploy, '--key', join(folder, 'none')),
      ]),
      [
        [1, 'NO_CONTRACT'],
        [1, 'NO_CONTRACT'],
        [1, 'TASK_UNKNOWN'],
        [1, 'ARGUMENT_INVALID'],
        [1, 'ARGUMENT_INVALID'],
        [1, 'KEY_INVALID'],
        [1, 'KEY_INVALID'],
        [1, 'KEY_INVALID'],
      ],
    );
  });

  it('say why the contracts refuse, and what to do', async () => {
    const tooFew = ['--n', '4', '--threshold', '2'];
    const ran = await enigma(['deploy', sampleContract, '4', '+60', ...tooFew, '--network', network, '--json']);
    const { code: name, message, next } = errorOf(ran.stdout);
    assert.deepEqual([ran.code, name], [1, 'CHAIN_REFUSED']);
    assert.match(message, /OutOfRange\(n, 5, 31\)\. n must lie between 5 and 31\.$/);
    assert.match(next, /inside the range/);
  });

  it('say that the chain does not answer', async () => {
    const gone = join(folder, 'gone.json');
    const { book } = JSON.parse((await import('node:fs')).readFileSync(network, 'utf8')) as {
      book: Parameters<typeof writeNetwork>[1]['book'];
    };
    writeNetwork(gone, { version: 1, rpcUrl: 'http://127.0.0.1:9', book, pid: process.pid, chainPid: 0, nodes: [] });
    for (const args of [
      ['deploy', sampleContract, '4', '+60'],
      ['append', ID, 'choice=1'],
      ['task', ID],
    ]) {
      const ran = await enigma([...args, '--network', gone, '--json']);
      assert.deepEqual([ran.code, errorOf(ran.stdout).code], [1, 'CHAIN_UNREACHABLE'], args.join(' '));
    }
  });
});
