// The commands in the README of each sample, without a network: the contract compiles, what is called is there and takes what it is given, and answers what the page says.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reportText } from '@enigma/compiler';
import { hashOf, utf8 } from '@enigma/crypto';
import { local } from '@enigma/testing';

const ROOT = new URL('../../../', import.meta.url);
const DEPLOYED_AT = 100n;
/** As a network's: what two commands in a row wait for. */
const BLOCKS_A_COMMAND = 5n;

type Who = `0x${string}`;
interface Shown {
  as(sender: Who): Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;
  at(clock: { readonly height: bigint }): unknown;
  append(sender: Who, entry: unknown): void;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly compiled: Parameters<typeof reportText>[0];
}

/** Whose key `alice.key` is has the address that a page calls ALICE. */
const addressOf = (name: string): Who =>
  `0x${Buffer.from(hashOf('enigma.testing.readme', utf8(name.toLowerCase())))
    .toString('hex')
    .slice(0, 40)}`;

function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}

function valueOf(text: string): unknown {
  if (/^\+\d+$/.test(text)) return DEPLOYED_AT + BigInt(text.slice(1));
  if (/^[A-Z]+$/.test(text)) return addressOf(text);
  return text.startsWith('0x') ? text : (JSON.parse(text) as unknown);
}

/** As a terminal shows it: wide integers in quotes, of several results a list without names. */
function shown(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `[ ${Object.values(value).map(shown).join(', ')} ]`;
}

function linesOf(page: string): readonly (readonly [command: string, answers: string | undefined])[] {
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map((line) => line.split(/\s+# → /))
    .map(([command = '', answers]) => [command, answers] as const);
}

for (const page of globSync('samples/*/README.md', { cwd: ROOT }).sort()) {
  const lines = linesOf(readFileSync(new URL(page, ROOT), 'utf8'));
  if (!lines.some(([command]) => command.includes(' deploy '))) continue;
  test(page, async () => {
    let contract: Shown | undefined;
    let height = DEPLOYED_AT;
    let [triggered, strangers] = ['', 0];
    const key = (words: readonly string[], otherwise: string): Who => {
      const at = words.indexOf('--sender-key');
      return addressOf(at < 0 ? otherwise : (words[at + 1] ?? '').replace('.key', ''));
    };
    const deployed = async (file: string, args: readonly unknown[]): Promise<Shown> =>
      (await local(new URL(file, ROOT), args as never)) as unknown as Shown;

    for (const [command, answers] of lines) {
      const words = wordsOf(command);
      const [kind = '', target = '', name = ''] = words.slice(4);
      const given = words.slice(7).filter((word, i, rest) => !word.startsWith('--') && rest[i - 1] !== '--sender-key');
      let told: string | undefined;
      if (words[0] === 'openssl') assert.equal(command, `openssl rand -hex 32 > ${words[5]}`);
      else if (words[0] === 'sleep') height += BigInt(words[1] ?? 0);
      else if (command.startsWith('npm test -- '))
        assert.ok(globSync(words[3] ?? '', { cwd: ROOT }).length === 1, command);
      else if (kind === 'address') told = '0x';
      else if (kind === 'report') told = reportText((contract ?? (await anyArgs(target))).compiled, target);
      else if (kind === 'deploy') {
        contract = await deployed(target, words.slice(6).map(valueOf));
        told = 'contract 0x';
      } else if (kind === 'append') {
        const entry = words.slice(6).filter((word) => word.includes('='));
        const pairs = entry.map((pair) => [
          pair.slice(0, pair.indexOf('=')),
          valueOf(pair.slice(pair.indexOf('=') + 1)),
        ]);
        contract?.append(key(words, `stranger ${strangers++}`), Object.fromEntries(pairs));
        told = 'entry 0x';
      } else if (kind === 'trigger') {
        const due = contract?.compiled.abi.schedule.find((entry) => entry.function === name)?.field ?? '';
        height = BigInt(contract?.fields[due] as bigint);
        triggered = name;
        told = 'task 0x';
      } else if (kind === 'task') told = shown(await run(triggered, []));
      else if (kind === 'call') {
        const result = await run(name, given.map(valueOf), key(words, 'payer'));
        const single = typeof result === 'object' && result !== null && Object.keys(result).length === 1;
        told =
          result === undefined
            ? `${name} ran`
            : `${name} answered ${shown(single ? Object.values(result)[0] : result)}`;
      } else assert.fail(`${command} is none of the commands that a page may have`);
      if (answers !== undefined && !command.startsWith('npm test'))
        assert.ok(told?.includes(answers), `${command}: ${told}`);
      height += BLOCKS_A_COMMAND;
      contract?.at({ height });
    }

    async function run(fn: string, args: readonly unknown[], who = addressOf('payer')): Promise<unknown> {
      contract?.at({ height });
      const called = contract?.as(who)[fn];
      assert.ok(called, `${fn} is no function of the contract`);
      return called(...args);
    }

    /** For its report, which comes before the page deploys. */
    async function anyArgs(file: string): Promise<Shown> {
      const deploy = lines.map(([line]) => wordsOf(line)).find((words) => words[4] === 'deploy') ?? [];
      return deployed(file, deploy.slice(6).map(valueOf));
    }
  });
}
