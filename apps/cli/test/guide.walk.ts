// The guide's commands, run as they stand on a network of their own; the README and what `enigma new` writes say the same. A step of the check, for it waits for many blocks.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rpc } from '../src/network/rpc.ts';
import { clone, commandsOf, contractsOf, textOf, walk } from './page.ts';
import { enigma } from './run.ts';

const guide = textOf('docs/guide/first-contract.md');
const halves = guide.split('## Functions that people call').map(commandsOf);
const [readings = [], offers = []] = halves;
/** They stay until Ctrl-C, and have tests of their own. */
const stays = (text: string): boolean => / (up$|dev )/.test(text);

test('the guide shows the contracts that new writes', () => {
  assert.deepEqual(contractsOf(guide), [textOf('samples/readings/contract.ts'), textOf('samples/offers/contract.ts')]);
});

test('the README, and those that new writes, say what the guide says', () => {
  const written = ['readings', 'offers'].map((name) =>
    textOf(`samples/${name}/README.md`).replaceAll('samples/', 'contracts/'),
  );
  const own = textOf('README.md').split('## Write your own')[1]?.split('\n## ')[0] ?? '';
  const commands = [own, ...written].map(commandsOf);
  assert.deepEqual(
    commands.map(({ length }) => length),
    [5, 7, 7],
  );
  for (const { text, answers } of commands.flat())
    assert.ok(
      halves.flat().some((other) => other.text === text && (answers ?? other.answers) === other.answers),
      text,
    );
});

test('the guide’s commands do what it says', { timeout: 600_000 }, async () => {
  mkdirSync(join(clone, '.enigma'), { recursive: true });
  const folder = mkdtempSync(join(clone, '.enigma', 'guide-'));
  const network = join(folder, 'network.json');
  let pid = 0;
  const up = enigma(['up', '--network', network], { timeoutMs: 590_000, onStart: (started) => void (pid = started) });
  try {
    for (let waited = 0; !existsSync(network) && waited < 120_000; waited += 100) await sleep(100);
    const { rpcUrl } = JSON.parse(readFileSync(network, 'utf8')) as { rpcUrl: string };
    // The minute until the close is not worth the wait.
    const before = async (command: string): Promise<void> => {
      if (command.includes(' trigger ')) await rpc(rpcUrl, 'anvil_mine', ['0x3c']);
    };
    await Promise.all(
      [readings, offers].map((commands) => walk(commands, { folder, network, without: stays, before })),
    );
    await followOnce(join(folder, 'offers', 'contract.ts'), network);
    assert.equal((await enigma(['node', 'status', '--network', network])).code, 0, 'a network that was up stays up');
  } finally {
    process.kill(pid, 'SIGTERM');
    await up;
    rmSync(folder, { recursive: true });
  }
});

/** `dev` on the network that is up: until it has deployed, and no longer. */
async function followOnce(file: string, network: string): Promise<void> {
  let pid = 0;
  let told = '';
  const { code, stdout, stderr } = await enigma(['dev', file, '--network', network, '--json'], {
    onStart: (started) => void (pid = started),
    onStdout(text) {
      told += text;
      if (told.includes('"event":"watching"')) process.kill(pid, 'SIGINT');
    },
  });
  assert.equal(code, 0, stderr);
  const lines = stdout.trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { event: string; own?: boolean });
  assert.deepEqual(
    events.map(({ event }) => event),
    ['network', 'compiled', 'tested', 'deployed', 'watching'],
  );
  assert.equal(events[0]?.own, false);
}
