// The search for secrets is itself searched: what it must find, it finds, through the recorder too; and the simulator's run is clean.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { u64be, u64le, utf8 } from '@enigma/crypto';
import { createTlsIdentity } from '@enigma/node/host';
import { createMedia } from '../src/leaks/media.ts';
import { MEDIA } from '../src/leaks/plants.ts';
import { judge } from '../src/leaks/real.ts';
import { searchSimulatedNetwork } from '../src/leaks/simulated.ts';
import { createFinder, formsOf } from '../src/needles.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-leaks-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Its bytes give + and / in base64. */
const value = 0xfbef_beff_fe3e_fbffn;

test('every form is found: raw, hex, decimal, base64 and base64url of both byte orders at each alignment', () => {
  const finder = createFinder([1n << 63n, value]);
  const found = (text: string | Uint8Array): boolean =>
    finder.find(typeof text === 'string' ? utf8(text) : text).some((name) => name.endsWith(' of 1'));
  const hex = value.toString(16);
  assert.ok(found(Uint8Array.from([1, 2, 3, ...u64be(value), 4])));
  assert.ok(found(u64le(value)));
  for (const text of [String(value), hex, `0x${hex}`, hex.toUpperCase(), `0X${hex.toUpperCase()}`])
    assert.ok(found(`a ${text} b`), text);
  for (const raw of [u64be(value), u64le(value)])
    for (let lead = 0; lead < 6; lead++)
      for (let tail = 0; tail < 4; tail++)
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = Buffer.from([...new Uint8Array(lead).fill(7), ...raw, ...new Uint8Array(tail).fill(9)]).toString(
            encoding,
          );
          assert.ok(found(`{"a":"${text}"}`), `${encoding} ${lead} ${tail}`);
        }
  assert.ok(/[-_]/.test(Buffer.from(u64be(value)).toString('base64url')));
  assert.deepEqual(finder.find(utf8(String(value + 1n))), []);
  assert.equal(new Set(formsOf(value).map(({ form }) => form)).size, formsOf(value).length);
});

test('files are searched across chunks, and again where they change; rows of databases whole', () => {
  const files = join(folder, 'files');
  mkdirSync(files);
  const media = createMedia(createFinder([value]));
  const bytes = new Uint8Array(3 << 20);
  writeFileSync(join(files, 'a'), bytes);
  media.seeFiles('disk', files);
  assert.deepEqual(media.hits, []);
  bytes.set(u64be(value), (1 << 20) - 4);
  writeFileSync(join(files, 'a'), bytes);
  media.seeFiles('disk', files);
  assert.ok(media.hits.length > 0);
  const before = media.counts.get('disk')?.bytes;
  media.seeFiles('disk', files);
  assert.equal(media.counts.get('disk')?.bytes, before, 'the same bytes are searched once');
  const database = new DatabaseSync(join(folder, 'a.db'));
  database.exec('CREATE TABLE t (a BLOB, b TEXT)');
  database.prepare('INSERT INTO t VALUES (?, ?)').run(new Uint8Array(9000), `x${value}`);
  database.close();
  const rows = createMedia(createFinder([value]));
  rows.seeDatabase('disk', join(folder, 'a.db'));
  assert.equal(rows.hits.length, 1);
});

test('a hit, a plant that is not found and a medium of which nothing is seen are told', () => {
  const media = createMedia(createFinder([value, 5n << 60n]));
  const run = { snapshots: 1, above: 1 };
  const clean = judge(media, [value], new Map([['log', 5n << 60n]]), run);
  assert.ok(clean.missed.includes('log in log'));
  assert.deepEqual(clean.unseen, MEDIA);
  media.see('log', 'here', utf8(`${5n << 60n} ${value}`));
  const told = judge(media, [value], new Map([['log', 5n << 60n]]), run);
  assert.ok(!told.missed.includes('log in log'));
  assert.deepEqual(told.hits, ['log, here: decimal of 0']);
});

test(
  'the recorder writes down both ways of a TLS link, clients’ requests and answers, and what a database is given',
  { timeout: 30_000 },
  async () => {
    const { key, certificate } = await createTlsIdentity();
    mkdirSync(join(folder, 'host'));
    const script = join(folder, 'host', 'main.js');
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(
      script,
      `import { connect, createServer } from 'node:tls';
import { createServer as createHttp } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
const secure = { key: process.env.KEY, cert: process.env.CERT, rejectUnauthorized: false };
const server = createServer(secure, (socket) => socket.on('data', () => { socket.cork(); socket.write('link-'); socket.end('answer'); socket.uncork(); }));
server.listen(0, '127.0.0.1', () => {
  const socket = connect({ ...secure, port: server.address().port }, () => socket.write(Buffer.from('link-question')));
  socket.on('data', () => undefined).on('close', () => {
    server.close();
    const http = createHttp((request, response) => request.on('data', () => undefined).on('end', () => response.end('http-answer')));
    http.listen(0, '127.0.0.1', async () => {
      await (await fetch('http://127.0.0.1:' + http.address().port + '/http-path', { method: 'POST', body: 'http-question' })).text();
      http.close();
      const database = new DatabaseSync(':memory:');
      database.exec('CREATE TABLE t (a BLOB)');
      database.prepare('INSERT INTO t VALUES (?)').run(Buffer.from('row-value'));
    });
  });
});
`,
    );
    const recorder = new URL('../src/leaks/recorder.ts', import.meta.url).href;
    const record = join(folder, 'record');
    mkdirSync(record);
    const child = spawn(process.execPath, [`--import=${recorder}`, script, '--folder', 'node-7'], {
      stdio: 'inherit',
      env: { ...process.env, ENIGMA_RECORD: record, KEY: key, CERT: certificate },
    });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    const [name = ''] = readdirSync(record);
    assert.match(name, /^node-7-/);
    const files = readdirSync(join(record, name));
    const text = (wanted: RegExp): string =>
      files
        .filter((file) => wanted.test(file))
        .map((file) => readFileSync(join(record, name, file), 'utf8'))
        .join();
    for (const way of [/^links-\d+-out$/, /^links-\d+-in$/])
      assert.match(text(way), /link-question[^]*link-answer|link-answer[^]*link-question/);
    assert.match(text(/^http-in$/), /POST \/http-path[^]*http-question/);
    assert.match(text(/^http-out$/), /http-answer/);
    assert.match(text(/^http-chain$/), /http-question/);
    assert.match(text(/^writes$/), /row-value/);
  },
);

test('the simulator’s network shows no canary', { timeout: 100_000 }, async () => {
  let text = '';
  assert.equal(await searchSimulatedNetwork('in the suite', true, (part) => void (text += part)), 0);
  assert.deepEqual((JSON.parse(text) as { hits: string[] }).hits, []);
});
