// `enigma evidence`: files and answers that people and nodes may give, and what the command makes of them.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { signingKeyOf } from '@enigma/client';
import { evidenceName } from '@enigma/node';
import { CHECKPOINT, signRecord, type Checkpoint } from '@enigma/protocol';
import { enigma } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-evidence-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const keys = Array.from({ length: 4 }, (_, seat) => signingKeyOf(new Uint8Array(32).fill(seat + 1)));
const domain = { chainId: 31337n, verifyingContract: `0x${'11'.repeat(20)}` } as const;
const zero = `0x${'00'.repeat(32)}` as const;

/** Seat 2 signed two views at one checkpoint; or one, where they are the same. */
function file(second: string): string {
  const records = ['aa', second].map((view) => {
    const record: Checkpoint = {
      sessionId: zero,
      attempt: 0,
      index: 0,
      phase: 1,
      live: 15,
      viewHash: `0x${view.repeat(32)}`,
      sentRoot: zero,
      leafRoot: zero,
      batchCommitment: zero,
    };
    return { record, signature: signRecord(domain, CHECKPOINT, record, keys[2]!.privateKey) };
  });
  return `${JSON.stringify({
    format: 'enigma.evidence.v1',
    chainId: '31337',
    verifyingContract: domain.verifyingContract,
    committeeId: zero,
    n: 4,
    T: 1,
    signers: keys.map(({ address }) => address),
    seat: 2,
    evidence: { kind: 'equivocation', name: 'Checkpoint', records },
  })}\n`;
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a file that shows a lie says whose and which; one that shows none, or is none, says why and exits with 1', async () => {
  const shown = await enigma(['evidence', 'verify', written('two.json', file('bb')), '--json']);
  assert.equal(shown.code, 0, shown.stderr);
  const said = JSON.parse(shown.stdout) as Record<string, unknown>;
  assert.deepEqual(
    [said['shown'], said['reason'], said['seat'], said['signer'], said['chain']],
    [true, 'equivocation', 2, keys[2]!.address, null],
  );
  for (const [name, text, why] of [
    ['same.json', file('aa'), /the same record twice/],
    ['other.json', file('bb').replace('"seat":2', '"seat":1'), /signature that is not the seat’s/],
    ['none.json', '{}', /no evidence file/],
    ['cut.json', file('bb').slice(0, 400), /no evidence file/],
  ] as const) {
    const { code, stderr } = await enigma(['evidence', 'verify', written(name, text)]);
    assert.equal(code, 1);
    assert.match(stderr, why);
    assert.match(stderr, /EVIDENCE_WRONG/);
  }
  const lost = await enigma(['evidence', 'verify', join(folder, 'lost.json')]);
  assert.match(lost.stderr, /FILE_UNREADABLE/);
});

test('what nodes hold is listed, judged and saved; a node that answers nonsense hides nothing of the others', async () => {
  const name = evidenceName(file('bb'));
  const nothing = evidenceName(file('aa'));
  const answers: Readonly<Record<string, string>> = {
    '/evidence': JSON.stringify({ evidence: [name, '../../etc/passwd', 7] }),
    [`/evidence/${name}`]: JSON.stringify({ text: file('bb') }),
    '/odd/evidence': '{"evidence":{}}',
    '/liar/evidence': JSON.stringify({ evidence: [nothing, name] }),
    [`/liar/evidence/${nothing}`]: JSON.stringify({ text: file('aa') }),
    // Shows a lie, and would be saved over the other's.
    [`/liar/evidence/${name}`]: JSON.stringify({ text: file('cc') }),
  };
  const server = createServer((request, response) => {
    response.statusCode = answers[request.url ?? ''] === undefined ? 404 : 200;
    response.end(answers[request.url ?? ''] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const saved = join(folder, 'saved');
  try {
    const { code, stdout, stderr } = await enigma([
      'evidence',
      'list',
      '--url',
      url,
      `${url}/odd`,
      `${url}/liar`,
      '--save',
      saved,
      '--json',
    ]);
    assert.equal(code, 0, stderr);
    const said = JSON.parse(stdout) as {
      evidence: { name: string; seat: number }[];
      wrong: { name: string; why: string }[];
      silent: string[];
    };
    assert.deepEqual(
      said.wrong.map((one) => [one.name, one.why]),
      [
        [nothing, 'has the same record twice'],
        [name, 'is not the text of that name'],
      ],
    );
    assert.deepEqual([said.evidence.map((one) => [one.name, one.seat]), said.silent], [[[name, 2]], [`${url}/odd`]]);
    assert.deepEqual(readdirSync(saved), [`${name}.json`]);
    assert.equal(readFileSync(join(saved, `${name}.json`), 'utf8'), file('bb'));
    const nobody = await enigma(['evidence', 'list', '--url', 'http://127.0.0.1:9']);
    assert.match(nobody.stderr, /NODE_UNREACHABLE/);
  } finally {
    server.close();
  }
});
