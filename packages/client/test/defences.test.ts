// Every check of the room beside a cheat. With the check the lie is found; with this one check off the client takes it. A name without a cheat does not compile, a file that nobody looked
// through fails below, and no caller of the door reaches a switch.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ALL_CHECKS, DEFENCES, type ClientCheck } from '../src/defences.ts';
import * as door from '../src/index.ts';
import { CHEATS } from './support/cheats.ts';

const NAMES = Object.keys(DEFENCES) as readonly ClientCheck[];

for (const name of NAMES) {
  test(`${name}: ${DEFENCES[name]}; without it the cheat succeeds`, async () => {
    assert.equal(await CHEATS[name](ALL_CHECKS), false, 'the cheat succeeds though the check is on');
    assert.equal(await CHEATS[name]({ ...ALL_CHECKS, [name]: false }), true, 'the cheat fails though the check is off');
  });
}

/** Every file of the room: with the checks in it, or why there is none to switch off. */
const ROOM: Readonly<Record<string, readonly ClientCheck[] | string>> = {
  'abi.ts': ['abi.code'],
  'asking.ts': ['answer.signature', 'answer.length'],
  'bodies.ts': ['ack.signature'],
  'callbacks.ts': ['callback.owed'],
  'callable.ts': 'reads verified code',
  'calls.ts': 'hides arguments as entries.ts hides values, under mask.once too',
  'chainRefusal.ts': 'words',
  'client.ts': 'puts together',
  'defences.ts': 'the table',
  'deploy.ts': ['program.hash', 'deploy.same'],
  'entries.ts': ['mask.once', 'voucher'],
  'errors.ts': 'words',
  'refusals.ts': 'words',
  'explorer.ts': 'shows what reading.ts and receipt.ts have checked; its own tests are in explorer.test.ts',
  'giveUp.ts': 'sends, and tells what the chain said of it: giveUp.test.ts',
  'inbox.ts': ['inbox'],
  'index.ts': 'the door',
  'journal.ts': 'the caller’s own',
  'journalFile.ts': 'the caller’s own file: journal.test.ts',
  'limits.ts': 'numbers',
  'masks.ts': ['mask.signature', 'mask.agreement'],
  'networkView.ts': 'folds what reading.ts and receipt.ts have checked; its own tests are in explorer.test.ts',
  'nodeHealth.ts': 'what a node says of itself, signed: asking.ts',
  'opening.ts': ['open.width', 'open.chain'],
  'orders.ts': 'sends; what became of an order is held against its id in tasks.ts',
  'patience.ts': ['retry.bound'],
  'payIn.ts': 'sends what the caller pays, and believes nothing: payIn.test.ts',
  'pieces.ts': ['open.publicBytes', 'open.events', 'open.piece'],
  'ports.ts': 'types, and waiting',
  'reading.ts': [
    'contract.id',
    'contract.code',
    'contract.args',
    'contract.policy',
    'contract.openMode',
    'committee.id',
    'committee.shape',
    'committee.quorums',
    'witness.contract',
    'witness.signer',
    'witness.block',
    'events.blocks',
  ],
  'receipt.ts': [
    'settled.digest',
    'settled.results',
    'settled.masked',
    'settled.committee',
    'receipt.signatures',
    'receipt.quorum',
  ],
  'relayer.ts': ['entry.included'],
  'reports.ts': 'what a node says of itself, signed: asking.ts',
  'state.ts': ['state.root'],
  'tasks.ts': ['task.id', 'task.contract', 'settled.place', 'settled.anchor'],
  'views.ts': ['view.gas'],
  'values.ts': 'types of the caller’s values',
};

const source = new URL('../src/', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, source), 'utf8');

test('every file of the room is in the table, and every check stands in the file that it is said to be in', () => {
  for (const file of globSync('**/*.ts', { cwd: source }))
    assert.notEqual(ROOM[file], undefined, `${file}: which checks has it, and which cheats?`);
  const listed = Object.entries(ROOM).flatMap(([file, checks]) =>
    typeof checks === 'string' ? [] : checks.map((check) => ({ file, check })),
  );
  assert.deepEqual(listed.map(({ check }) => check).toSorted(), [...NAMES].toSorted());
  for (const { file, check } of listed) assert.ok(text(file).includes(check), `${file} does not look at ${check}`);
});

test('no caller of the door reaches a switch: the key of the ports is in one file, and the door does not export it', () => {
  for (const name of ['withChecks', 'checksOf', 'ALL_CHECKS', 'DEFENCES'])
    assert.ok(!(name in door), `${name} leaves the door`);
  for (const file of globSync('**/*.ts', { cwd: source }))
    if (file !== 'defences.ts') assert.doesNotMatch(text(file), /withChecks/, file);
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    exports: object;
  };
  assert.deepEqual(Object.keys(exports), ['.', './journal-file']);
});
