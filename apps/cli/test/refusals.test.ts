// Every code that contracts, nodes, client and command can give has its sentence and its next step, and stands on the page.
// ENIGMA_WRITE=1 node --test apps/cli/test/refusals.test.ts writes the page anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { CHAIN_REFUSALS, chainMeaning, CLIENT_ERRORS, NODE_REFUSALS } from '@enigma/client';
import { enigmaTokenAbi, errorsAbi } from '@enigma/contracts';
import { ORDER_CODE } from '@enigma/protocol';
import { CODES } from '../src/commands/explain.ts';
import { CLI_ERRORS } from '../src/errors.ts';
import { refused } from '../src/network/submit.ts';
import { enigma } from './run.ts';

const page = new URL('../../../docs/errors/refusals.md', import.meta.url);
const root = new URL('../../../', import.meta.url);

const BUILT_IN = ['Error', 'Panic', 'Unknown'];
const declared = new Map<string, readonly { readonly name: string }[]>(
  [...errorsAbi, ...enigmaTokenAbi.filter((item) => item.type === 'error')].map(({ name, inputs }) => [name, inputs]),
);

test('every error that the contracts declare is explained, every reason to skip an order, and no other', () => {
  assert.ok(declared.size > 60);
  assert.deepEqual(
    new Set(Object.keys(CHAIN_REFUSALS)),
    new Set([...declared.keys(), ...Object.keys(ORDER_CODE), ...BUILT_IN]),
  );
});

test('every code that the node’s API has is explained', () => {
  const source = readFileSync(new URL('packages/protocol/src/clientApi.ts', root), 'utf8');
  const union = /interface ApiError \{\s+readonly code:([^;]*);/.exec(source)?.[1] ?? '';
  const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code ?? '');
  assert.ok(codes.includes('BUSY'));
  assert.deepEqual(new Set(Object.keys(NODE_REFUSALS)), new Set(codes));
});

test('each says a sentence with the facts that the error has, and a next step', () => {
  for (const { of, codes } of CODES)
    for (const [code, { says, next }] of Object.entries(codes)) {
      assert.match(says, /^[A-Z{].*\.$/, `${of} ${code}`);
      assert.match(next, /^[A-Z].*\.$/, `${of} ${code}`);
      const facts = [...says.matchAll(/\{(\d)\}/g)].map(([, at]) => Number(at));
      const inputs = of === 'the contracts' ? (declared.get(code)?.length ?? (BUILT_IN.includes(code) ? 1 : 0)) : 0;
      for (const at of facts) assert.ok(at < inputs, `${code} has no fact ${at}`);
      // An error's facts are there to be told, ids and times that say nothing apart.
      if (of === 'the contracts') assert.ok(facts.length > 0 || inputs === 0, code);
    }
});

test('a refusal is told with its name, its sentence and its facts', () => {
  const error = refused('create', { name: 'PriceTooLow', args: [7n, 3n] });
  assert.equal(error.code, 'CHAIN_REFUSED');
  assert.equal(
    error.message,
    'The contracts refuse create with PriceTooLow(7, 3). The contract asks 7 for a unit of gas, and 3 was offered.',
  );
  assert.equal(error.next, CHAIN_REFUSALS['PriceTooLow']?.next);
  assert.equal(refused('trigger', { name: 'NotDue', args: [9n] }).code, 'NOT_DUE');
  assert.match(chainMeaning('OfTheFuture', []).next, /of this version/);
});

test('enigma explain knows every code, and says so of one that nothing gives', async () => {
  const [known, compiler, unknown] = await Promise.all([
    enigma(['explain', 'TASK_EXPIRED', '--json']),
    enigma(['explain', 'E-FLOW']),
    enigma(['explain', 'toString', '--json']),
  ]);
  const { meanings } = JSON.parse(known.stdout) as { meanings: { of: string }[] };
  assert.deepEqual(
    meanings.map(({ of }) => of),
    ['the command line', 'the client'],
  );
  assert.equal(compiler.stdout, readFileSync(new URL('E-FLOW.md', page), 'utf8'));
  assert.equal(unknown.code, 1);
});

test('the page shows the tables', () => {
  const rows = (codes: Readonly<Record<string, { says: string; next: string }>>): string =>
    Object.entries(codes)
      .map(([code, { says, next }]) => {
        const inputs = declared.get(code) ?? [{ name: 'text' }];
        const named = says.replaceAll(/\{(\d)\}/g, (_, at: string) => `_${inputs[Number(at)]?.name ?? ''}_`);
        return `| \`${code}\` | ${named} | ${next} |`;
      })
      .join('\n');
  const section = (title: string, text: string, codes: Parameters<typeof rows>[0]): string =>
    `## ${title}\n\n${text}\n\n| code | what happened | next |\n|---|---|---|\n${rows(codes)}\n`;
  const text = [
    '# Refusals\n',
    'Every code that a command can print, with what it means and what to do; `npm run enigma -- explain CODE` says the same. What the compiler says has a page',
    'of its own beside this one. Written from the tables in the sources by `apps/cli/test/refusals.test.ts`; do not edit.\n',
    section(
      'Of the contracts',
      'By the name of the Solidity error, under the code `CHAIN_REFUSED`; and why one of many orders was skipped.',
      CHAIN_REFUSALS,
    ),
    section('Of a node', 'What a seat answers instead of what it was asked for.', NODE_REFUSALS),
    section('Of the client', 'What `ClientError` carries as its code.', CLIENT_ERRORS),
    section('Of the command line', 'Beside those of the client.', CLI_ERRORS),
  ].join('\n');
  if (process.env['ENIGMA_WRITE'] === '1') writeFileSync(page, text);
  assert.equal(readFileSync(page, 'utf8'), text, 'docs/errors/refusals.md is not what the tables say: ENIGMA_WRITE=1');
});
