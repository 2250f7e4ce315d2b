// Every check of the room beside a cheat. With the check the cheat gains nothing; with this one check off it gets what it wants. A name without a cheat does not compile, a file that nobody
// looked through fails below, and nothing that a process is started with reaches a switch.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ALL_CHECKS, DEFENCES, type NodeCheck } from '../src/defences.ts';
import { testBuild } from '../src/host/testBuild.ts';
import { CHAIN } from './cheats/chain.ts';
import type { Cheat } from './cheats/cheat.ts';
import { CLIENTS } from './cheats/clients.ts';
import { HOST } from './cheats/host.ts';
import { PROGRAMS } from './cheats/programs.ts';
import { PROTECTION } from './cheats/protection.ts';
import { REPAIR } from './cheats/repair.ts';
import { ROTATION } from './cheats/rotation.ts';

const CHEATS: Readonly<Record<NodeCheck, Cheat>> = {
  ...CHAIN,
  ...PROTECTION,
  ...PROGRAMS,
  ...CLIENTS,
  ...HOST,
  ...REPAIR,
  ...ROTATION,
};
const NAMES = Object.keys(DEFENCES) as readonly NodeCheck[];

for (const name of NAMES) {
  test(`${name}: ${DEFENCES[name]}; without it the cheat succeeds`, async () => {
    assert.equal(await CHEATS[name](ALL_CHECKS), false, 'the cheat succeeds though the check is on');
    assert.equal(await CHEATS[name]({ ...ALL_CHECKS, [name]: false }), true, 'the cheat fails though the check is off');
  });
}

test('every cheat has its check', () => {
  assert.deepEqual(Object.keys(CHEATS).toSorted(), [...NAMES].toSorted());
});

/** Every file of the room: with the checks in it, or why there is none to switch off. */
const ROOM: Readonly<Record<string, readonly NodeCheck[] | string>> = {
  'agreement.ts': ['signatures'],
  'api.ts': ['mask.form', 'mask.committee', 'reader'],
  'backup.ts': ['backup.agree', 'backup.root', 'backup.piece', 'backup.key'],
  'boots.ts': [
    'boots.folder',
    'boots.later',
    'boots.twin',
    'boots.blank',
    'boots.settles',
    'boots.blankAgain',
    'boots.above',
    'boots.forGood',
    'boots.again',
    'boots.counts',
    'boots.rotated',
    'boots.signature',
    'boots.name',
  ],
  'batch.ts': ['batch.alone'],
  'bodies.ts': ['body.hash', 'body.sender', 'body.room', 'body.wanted'],
  'calls.ts': ['call.committee'],
  'candidate.ts': 'own bytes, whose checksum the store compares',
  'checks.ts': NAMES.filter((name) => /^[A-Z]/.test(name) || name === 'events.known'),
  'committee.ts': 'reads the view',
  'defences.ts': 'the table',
  'evidence.ts': 'keeps what the engine has shown, and judges by its rules: packages/mpc/test/evidence.test.ts',
  'expiry.ts': 'asks the chain, which refuses what has not expired: expiry.test.ts',
  'execute.ts': ['gas', 'callable', 'call.value', 'output.length', 'inbox.height', 'inbox.once'],
  'failpoints.ts': 'where tests kill',
  'failure.ts': ['contained'],
  'gossip.ts': 'forms; their decoder is fuzzed in api.test.ts',
  'duties.ts': 'reads what is there',
  'figures.ts': 'reads what is there',
  'hex.ts': 'forms',
  'index.ts': 'the door',
  'journeys.ts': ['audit', 'superseded', 'ownFinal', 'askRate'],
  'keyring.ts': 'hands out signers: which is whose, checks.ts, watch.ts and node.ts say',
  'limits.ts': 'numbers',
  'log.ts': 'escapes what it writes: host.test.ts',
  'losses.ts': ['repair.claim', 'repair.limit'],
  'maskVote.ts': ['repair.agree'],
  'masks.ts': ['mask.signer'],
  'metrics.ts': 'a table, whose labels tally.ts keeps to: metrics.test.ts',
  'node.ts': ['keys.registered', 'keys.drawn', 'boots.cleared', 'boots.current', 'stalled', 'faultLines'],
  'order.ts': ['compared', 'sifted'],
  'pending.ts': ['entry.sender', 'entry.admission', 'entry.period', 'entry.nonce'],
  'ports.ts': 'types',
  'position.ts': 'own bytes',
  'program.ts': [
    'program.mode',
    'program.shape',
    'program.codeHash',
    'program.policyHash',
    'program.initHash',
    'program.openMode',
  ],
  'receipts.ts': ['forkLock', 'openAfterFinal', 'pieces'],
  'repair.ts': ['repair.fields'],
  'repairReceipts.ts': 'signatures by agreement.ts, slots by signer.ts',
  'repairGossip.ts': 'forms; their decoder is fuzzed in api.test.ts',
  'seat.ts': ['queue'],
  'sessionPorts.ts': 'hands the session machine the sign-once store; its checks are those of mpc',
  'signer.ts': ['signOnce'],
  'reread.ts': 'puts to checks.ts what watch.ts has asked for again: watch.test.ts',
  'stages.ts': 'reads what is there',
  'tally.ts': 'counts, under labels of the table: metrics.test.ts',
  'tips.ts': 'remembers blocks for a number: metrics.test.ts',
  'state.ts': ['constructorGas', 'salts'],
  'steady.ts': 'a clock that never goes back: steady.test.ts',
  'store.ts': 'a port, and a store in memory',
  'tenure.ts': ['repair.masks', 'repair.current'],
  'view.ts': 'applies what checks.ts has let through',
  'watch.ts': [
    'watch.order',
    'watch.anchor',
    'watch.finality',
    'watch.remembered',
    'watch.behind',
    'heads.inbox',
    'heads.receiptHead',
    'heads.nextSeq',
    'heads.nextRead',
    'heads.committeeId',
    'heads.contract',
    'heads.signers',
    'heads.rotation',
  ],
  'version.ts': 'a word',
  'host/archive.ts': 'the operator’s own folder and file: keeping.test.ts',
  'host/interchange.ts': 'the operator’s own file: keeping.test.ts',
  'host/blobFiles.ts': 'long blobs, whose checksum sqlite.ts compares: blobFiles.test.ts',
  'host/certificate.ts': 'makes a key',
  'host/collector.ts': 'how often memory is swept, which only the clock shows: docs/performance.md',
  'host/durable.ts': 'writes names down: blobFiles.test.ts',
  'host/config.ts': 'the operator’s own file: host.test.ts',
  'host/ending.ts': 'words',
  'host/frames.ts': 'a decoder with a bound, which links.ts gives: links.test.ts',
  'host/http.ts': ['http.size', 'http.rate', 'http.sockets', 'http.wait'],
  'host/index.ts': 'the door',
  'host/keys.ts': 'the operator’s own files: host.test.ts',
  'host/links.ts': [
    'link.key',
    'link.rotated',
    'link.network',
    'link.greeting',
    'link.handshake',
    'link.sockets',
    'link.silent',
    'link.lines',
  ],
  'host/main.ts': 'starts',
  'host/money.ts': 'reads what the chain says, for a number',
  'host/operator.ts': 'loopback, GET and no body: operator.test.ts',
  'host/places.ts': 'counts, for http.ts and links.ts',
  'host/quantile.ts': 'numbers',
  'host/routes.ts': 'numbers to loopback: operator.test.ts',
  'host/turns.ts': 'an order of work, whose bounds http.ts gives: host.test.ts',
  'host/vitals.ts': 'reads the process',
  'host/running.ts': 'the node’s own file',
  'host/settings.ts': 'the operator’s own values: keeping.test.ts',
  'host/run.ts': 'puts together, with every check',
  'host/sqlite.ts': ['store.checksum', 'store.halves', 'store.older'],
  'host/storeFile.ts': ['store.total', 'store.pages', 'store.lock'],
  'host/testBuild.ts': 'where tests kill',
};

const source = new URL('../src/', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, source), 'utf8');

test('every file of the room is in the table, every check stands in the file that it is said to be in, and nowhere unsaid', () => {
  const files = globSync('**/*.ts', { cwd: source }).map((file) => file.replaceAll('\\', '/'));
  for (const file of files) assert.notEqual(ROOM[file], undefined, `${file}: which checks has it, and which cheats?`);
  const listed = Object.entries(ROOM).flatMap(([file, checks]) =>
    typeof checks === 'string' ? [] : checks.map((check) => ({ file, check })),
  );
  assert.deepEqual(listed.map(({ check }) => check).toSorted(), [...NAMES].toSorted());
  for (const { file, check } of listed) {
    const fact = /^[A-Z]/.test(check) ? `'${check.slice(check.indexOf('.') + 1)}'` : check;
    assert.ok(text(file).includes(fact), `${file} does not look at ${check}`);
  }
});

test('a production build has every check on: what starts a node passes none, and nothing from outside reaches them', () => {
  for (const file of ['host/run.ts', 'host/main.ts', 'host/index.ts', 'host/testBuild.ts', 'host/config.ts'])
    assert.doesNotMatch(text(file), /\bchecks\b|defences/, file);
  assert.doesNotMatch(text('index.ts'), /export \* from '.\/defences|ALL_CHECKS|\bDEFENCES\b/);
  const env = { ENIGMA_TEST_BUILD: '1', ENIGMA_SMALL_BATCHES: '1', ENIGMA_CHECKS: '{"signOnce":false}' };
  assert.ok(!('checks' in testBuild(env)));
  assert.equal(testBuild(env).machine?.checks, undefined);
  // Nor do the rooms above: the command line and the applications never say the word.
  const root = new URL('../../../', import.meta.url);
  for (const file of globSync('{apps,samples}/*/src/**/*.ts', { cwd: root }))
    assert.doesNotMatch(readFileSync(new URL(file, root), 'utf8'), /\b(Node|Session)Checks\b|\bchecks:/, file);
});
