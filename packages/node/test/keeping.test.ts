// What leaves a folder and comes back: backups, and protection from one folder to another; and where a start's values come from.
import assert from 'node:assert/strict';
import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { generateSigningKey, keccak256, seededRandom, toHex, utf8 } from '@enigma/crypto';
import { createSigner, isConflict, noFailpoints } from '../src/index.ts';
import { archiveBytesMax, blobFileBytesMin } from '../src/limits.ts';
import {
  ArchiveError,
  exportProtection,
  importProtection,
  InterchangeError,
  openKeyring,
  openStore,
  readSettings,
  restoreArchive,
  SETTING_NAMES,
  SETTINGS,
  writeArchive,
  writeConfig,
  type NodeConfig,
  type ProtectionOf,
} from '../src/host/index.ts';
import { prepareKeys, usePreparedKeys } from '../src/host/keys.ts';
import { nodeVersion } from '../src/version.ts';

const root = mkdtempSync(join(tmpdir(), 'enigma-keeping-'));
after(() => rmSync(root, { recursive: true, force: true }));

const tasks = `0x${'22'.repeat(20)}` as const;
const config = {
  rpcUrl: 'http://127.0.0.1:1/secret',
  book: {
    chainId: 7,
    deployedBlock: 0,
    ...Object.fromEntries(
      ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'].map((name) => [
        name,
        tasks,
      ]),
    ),
  },
  index: 3,
  peer: { host: '127.0.0.1', port: 1 },
  api: { host: '127.0.0.1', port: 2 },
} as unknown as NodeConfig;
const of: ProtectionOf = { domain: { chainId: 7n, verifyingContract: tasks }, node: 3, signer: `0x${'33'.repeat(20)}` };
const passphrase = 'twelve or more characters';

const longBlob = new Uint8Array(blobFileBytesMin).fill(0x6d);

async function folderOf(name: string): Promise<string> {
  const folder = join(root, name);
  mkdirSync(folder);
  writeConfig(folder, config);
  await openKeyring(join(folder, 'keys'), seededRandom(name));
  const store = openStore(join(folder, 'data'));
  store.raiseMark('boot', 4);
  store.put(`committee/0x${'ab'.repeat(32)}/position`, utf8('shares that nobody may read'));
  store.put(`committee/0x${'ab'.repeat(32)}/pool`, longBlob);
  store.putSigned('receipt/1', toHex(keccak256(utf8('a'))), new Uint8Array(64).fill(1));
  store.close();
  return folder;
}

const fails = (code: string) => (error: unknown) => (error as { code?: string }).code === code;

test('a backup holds the whole folder and shows none of it; it comes back as it was, for its owner alone', async () => {
  const folder = await folderOf('whole');
  const file = join(root, 'whole.backup');
  const facts = writeArchive(folder, file, passphrase, 0);
  assert.deepEqual(
    [facts.node, facts.chainId, facts.start, facts.signedSlots, facts.committees.length],
    [3, 7, 4, 1, 1],
  );
  const bytes = readFileSync(file);
  for (const secret of [
    'shares that nobody may read',
    readFileSync(join(folder, 'keys', 'node.key'), 'utf8').slice(2, 40),
  ])
    assert.ok(!bytes.includes(secret));
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const back = join(root, 'back');
  restoreArchive(file, back, passphrase, true);
  for (const name of ['signer.key', 'sealing.key', 'operator.key', 'node.key', 'tls.json']) {
    assert.deepEqual(readFileSync(join(back, 'keys', name)), readFileSync(join(folder, 'keys', name)));
    assert.equal(statSync(join(back, 'keys', name)).mode & 0o077, 0);
  }
  const store = openStore(join(back, 'data'));
  assert.equal(store.mark('boot'), 4);
  assert.equal(store.signed('receipt/1')?.digest, toHex(keccak256(utf8('a'))));
  assert.deepEqual(store.get(`committee/0x${'ab'.repeat(32)}/pool`), longBlob);
  store.close();
  const keys = join(root, 'keys-alone');
  restoreArchive(file, keys, passphrase, false);
  assert.deepEqual(readdirSync(keys).toSorted(), ['config.json', 'keys']);
});

test('keys that rotated, and those that are to, come back with the rest; what a death left half made does not', async () => {
  const folder = await folderOf('rotated');
  const keys = join(folder, 'keys');
  const next = await prepareKeys(keys, seededRandom('next'));
  usePreparedKeys(keys, next.signer.address);
  const after = await prepareKeys(keys, seededRandom('the one after'));
  mkdirSync(join(keys, 'making-x'));
  writeFileSync(join(keys, 'making-x', 'signer.key'), 'half');
  const file = join(root, 'rotated.backup');
  writeArchive(folder, file, passphrase, 0);
  const back = join(root, 'rotated-back');
  restoreArchive(file, back, passphrase, false);
  assert.ok(!existsSync(join(back, 'keys', 'making-x')));
  const ring = await openKeyring(join(back, 'keys'), seededRandom('none'));
  assert.equal(ring.signer.address, next.signer.address);
  const none = (): never => assert.fail('no key is made anew');
  assert.equal((await prepareKeys(join(back, 'keys'), none)).signer.address, after.signer.address);
});

test('nothing is written over anything, and what was altered, cut or under another passphrase does not open', async () => {
  const folder = await folderOf('careful');
  const file = join(root, 'careful.backup');
  assert.throws(() => writeArchive(folder, file, 'short', 0), fails('PASSPHRASE_WEAK'));
  assert.throws(() => writeArchive(join(root, 'nowhere'), file, passphrase, 0), fails('FOLDER_EMPTY'));
  writeArchive(folder, file, passphrase, 0);
  assert.throws(() => writeArchive(folder, file, passphrase, 0), fails('EEXIST'));
  assert.throws(() => restoreArchive(file, folder, passphrase, false), fails('FOLDER_EXISTS'));
  const target = join(root, 'careful-target');
  const whole = readFileSync(file);
  assert.throws(() => restoreArchive(file, target, `${passphrase}!`, true), fails('BACKUP_UNREADABLE'));
  const at = (place: number): Buffer => {
    const altered = Buffer.from(whole);
    altered[place] = (altered[place] ?? 0) ^ 1;
    return altered;
  };
  const salt = whole.indexOf('salt') + 9;
  for (const bytes of [
    at(whole.length - 1),
    at(whole.length >> 1),
    at(salt),
    whole.subarray(0, -1),
    Buffer.from('{}\n'),
    Buffer.alloc(0),
  ]) {
    const altered = join(root, 'altered.backup');
    writeFileSync(altered, bytes);
    assert.throws(
      () => restoreArchive(altered, target, passphrase, true),
      (error) => error instanceof ArchiveError,
    );
  }
  assert.ok(!existsSync(target), 'no file of a backup that does not open');
  assert.throws(() => restoreArchive(join(root, 'none'), target, passphrase, true), fails('BACKUP_UNREADABLE'));
  assert.ok(archiveBytesMax > 0);
});

/** The backup as somebody with its passphrase may write it, who needs no name that a folder has. */
function renamed(whole: Buffer, from: string, to: string): Buffer {
  const headEnd = whole.indexOf(10) + 1;
  const head = whole.subarray(0, headEnd);
  const { N, r, p, salt, nonce } = JSON.parse(head.toString()) as Record<'N' | 'r' | 'p', number> &
    Record<'salt' | 'nonce', string>;
  const key = scryptSync(passphrase, Buffer.from(salt, 'hex'), 32, { N, r, p, maxmem: 1 << 28 });
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex')).setAAD(head);
  decipher.setAuthTag(whole.subarray(-16));
  const plain = Buffer.concat([decipher.update(whole.subarray(headEnd, -16)), decipher.final()]);
  const indexEnd = plain.indexOf(10);
  const index = plain.toString('utf8', 0, indexEnd).replaceAll(JSON.stringify(from), JSON.stringify(to));
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex')).setAAD(head);
  const parts = [cipher.update(index), cipher.update(plain.subarray(indexEnd)), cipher.final()];
  return Buffer.concat([head, ...parts, cipher.getAuthTag()]);
}

test('of a backup that opens no name leads out of the folder, nor to a file that no backup has', async () => {
  const folder = await folderOf('named');
  const file = join(root, 'named.backup');
  writeArchive(folder, file, passphrase, 0);
  const whole = readFileSync(file);
  const target = join(root, 'named-target');
  const inner = 'keys/signer.key';
  for (const [at, name] of [
    '../escaped',
    '../config.json',
    'keys/../../escaped',
    'data/blobs/../../../escaped',
    'data/blobs/1/../../../../escaped',
    `${inner}/../../../escaped`,
    join(root, 'escaped'),
    '..\\escaped',
    'keys/authorized_keys',
    'other.json',
    '',
  ].entries()) {
    const altered = join(root, `named-${at}.backup`);
    writeFileSync(altered, renamed(whole, inner, name));
    assert.throws(() => restoreArchive(altered, target, passphrase, true), fails('BACKUP_UNREADABLE'), name);
  }
  assert.ok(!existsSync(join(root, 'escaped')) && !existsSync(target));
  // The same hand, and a name that backups have: it is the name that was refused.
  const good = join(root, 'named-good.backup');
  writeFileSync(good, renamed(whole, inner, `keys/0x${'ab'.repeat(20)}/signer.key`));
  restoreArchive(good, target, passphrase, false);
  assert.ok(existsSync(join(target, 'keys', `0x${'ab'.repeat(20)}`, 'signer.key')));
});

test('a node that runs is not backed up', async () => {
  const folder = await folderOf('running');
  const store = openStore(join(folder, 'data'));
  assert.throws(() => writeArchive(folder, join(root, 'running.backup'), passphrase, 0), fails('STORE_LOCKED'));
  store.close();
});

test('protection goes from one folder to another: what was signed there is refused here, marks take the maximum', () => {
  const [there, here] = [openStore(join(root, 'there')), openStore(join(root, 'here'))];
  const key = generateSigningKey(seededRandom('a signer'));
  const digest = (text: string): Uint8Array => keccak256(utf8(text));
  const first = createSigner(key, there, noFailpoints);
  first.signOnce('receipt.sign', 'receipt/9', digest('nine'));
  first.signOnce('receipt.sign', 'receipt/10', digest('ten'));
  first.signOnce('session.open', 'committee/0xab/open/1', digest('open'));
  there.raiseMark('boot', 8);
  there.raiseMark('committee/0xab/mark/1', 500);
  here.raiseMark('boot', 9);
  const text = JSON.stringify(exportProtection(there, of));
  const { classes } = exportProtection(there, of);
  assert.deepEqual(
    [classes['receipt']?.slots, classes['receipt']?.highest.slot, classes['open']?.highest.slot],
    [2, 'receipt/10', 'committee/0xab/open/1'],
  );
  assert.deepEqual(importProtection(here, of, text), { slots: 3, marks: 1, known: 0 });
  assert.deepEqual([here.mark('boot'), here.mark('committee/0xab/mark/1')], [9, 500]);
  const second = createSigner(key, here, noFailpoints);
  assert.ok(isConflict(second.signOnce('receipt.sign', 'receipt/10', digest('another ten'))));
  assert.deepEqual(
    second.signOnce('receipt.sign', 'receipt/10', digest('ten')),
    first.signOnce('receipt.sign', 'receipt/10', digest('ten')),
  );
  assert.deepEqual(importProtection(here, of, text), { slots: 0, marks: 0, known: 3 }, 'a second time adds nothing');
  there.close();
  here.close();
});

test('protection of another network, node or key is refused, and one that contradicts; nothing of them is taken', () => {
  const [there, here] = [openStore(join(root, 'from')), openStore(join(root, 'to'))];
  there.putSigned('a', `0x${'01'.repeat(32)}`, new Uint8Array(64));
  there.putSigned('b', `0x${'02'.repeat(32)}`, new Uint8Array(64));
  there.raiseMark('boot', 5);
  here.putSigned('b', `0x${'03'.repeat(32)}`, new Uint8Array(64));
  const text = JSON.stringify(exportProtection(there, of));
  const others: readonly ProtectionOf[] = [
    { ...of, node: 4 },
    { ...of, signer: `0x${'44'.repeat(20)}` },
    { ...of, domain: { ...of.domain, chainId: 8n } },
    { ...of, domain: { ...of.domain, verifyingContract: `0x${'55'.repeat(20)}` } },
  ];
  for (const other of others) assert.throws(() => importProtection(here, other, text), fails('PROTECTION_FOREIGN'));
  assert.throws(() => importProtection(here, of, text), fails('PROTECTION_CONFLICT'));
  const read = JSON.parse(text) as { signed: unknown[]; marks: Record<string, unknown> };
  for (const broken of [
    '',
    'null',
    '{}',
    JSON.stringify({ ...read, signed: read.signed.slice(1) }),
    JSON.stringify({ ...read, marks: {} }),
    JSON.stringify({ ...read, marks: { boot: -1 } }),
    JSON.stringify({ ...read, signed: [null] }),
  ])
    assert.throws(
      () => importProtection(here, of, broken),
      (error) => error instanceof InterchangeError && error.code === 'PROTECTION_MALFORMED',
    );
  assert.deepEqual([here.signed('a'), here.mark('boot')], [undefined, 0]);
  there.close();
  here.close();
});

test('each value comes from the flag, the environment, the file or a default, in this order, and is told so', () => {
  const folder = join(root, 'sources');
  mkdirSync(folder);
  writeConfig(folder, config);
  const plain = readSettings(folder);
  assert.deepEqual(
    [plain.rpcUrl, plain.sources.rpcUrl, plain.operator.port, plain.sources['operator.port']],
    [config.rpcUrl, 'file', 0, 'default'],
  );
  const env = Object.fromEntries(
    SETTING_NAMES.map((name) => [SETTINGS[name].env, /host|Url/.test(name) ? 'http://env' : '17']),
  );
  for (const name of ['peer.host', 'api.host', 'operator.host'] as const) env[SETTINGS[name].env] = 'env';
  const both = readSettings(folder, { env, flags: { 'api-port': '18' } });
  assert.deepEqual(
    [both.rpcUrl, both.peer, both.api],
    ['http://env', { host: 'env', port: 17 }, { host: 'env', port: 18 }],
  );
  assert.deepEqual(
    [both.sources['api.port'], both.sources['peer.port'], both.sources.index],
    ['flag', 'environment', 'file'],
  );
  for (const [flag, value] of [
    ['rpc-url', 'ws://x'],
    ['peer-port', '65536'],
    ['tasks-waiting', '257'],
    ['requests-per-window', '0'],
    ['drain-seconds', '1.5'],
    ['api-host', 'a b'],
  ] as const)
    assert.throws(
      () => readSettings(folder, { flags: { [flag]: value } }),
      (error) => fails('CONFIG_INVALID')(error) && (error as Error).message.includes(`--${flag}`),
    );
});

test('a node says the version of its package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  assert.equal(nodeVersion, version);
});
