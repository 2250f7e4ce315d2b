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
import { CHECKPOINT, EVIDENCE_KEPT_MAX, signRecord, type Checkpoint } from '@enigma/protocol';
import type { NetworkFile } from '../src/network/file.ts';
import { rpc } from '../src/network/rpc.ts';
import { startDrawn, type Drawn } from './drawn.ts';
import { enigma } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-evidence-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const keys = Array.from({ length: 4 }, (_, seat) => signingKeyOf(new Uint8Array(32).fill(seat + 1)));
const zero = `0x${'00'.repeat(32)}` as const;
const nowhere = {
  domain: { chainId: 31337n, verifyingContract: `0x${'11'.repeat(20)}` },
  committeeId: zero,
  signers: keys,
} as const;

/** Seat 2 signed two views at one checkpoint; or one, where they are the same. */
function file(
  second: string,
  { domain, committeeId, signers }: Pick<Drawn, 'domain' | 'committeeId' | 'signers'> = nowhere,
): string {
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
    return { record, signature: signRecord(domain, CHECKPOINT, record, signers[2]!.privateKey) };
  });
  return `${JSON.stringify({
    format: 'enigma.evidence.v2',
    chainId: String(domain.chainId),
    verifyingContract: domain.verifyingContract,
    committeeId,
    n: 4,
    T: 1,
    signers: signers.map(({ address }) => address),
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
    // The same to an editor, and other bytes under another name.
    ['mark.json', `\ufeff${file('bb')}`, /no evidence file/],
  ] as const) {
    const { code, stderr } = await enigma(['evidence', 'verify', written(name, text)]);
    assert.equal(code, 1);
    assert.match(stderr, why);
    assert.match(stderr, /EVIDENCE_WRONG/);
  }
  const lost = await enigma(['evidence', 'verify', join(folder, 'lost.json')]);
  assert.match(lost.stderr, /FILE_UNREADABLE/);
});

/** A node that answers so, by path, and nothing else. */
async function answering(
  answers: Readonly<Record<string, string>>,
  use: (url: string, asked: readonly string[]) => Promise<void>,
): Promise<void> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.statusCode = answers[url] === undefined ? 404 : 200;
    response.end(answers[url] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

interface Listed {
  readonly evidence: readonly { readonly name: string; readonly seat: number }[];
  readonly wrong: readonly { readonly name: string; readonly why: string }[];
  readonly unasked: readonly { readonly url: string; readonly names: number }[];
  readonly silent: readonly string[];
}

test('what nodes hold is listed, judged and saved; a node that answers nonsense hides nothing of the others', async () => {
  const name = evidenceName(file('bb'));
  const nothing = evidenceName(file('aa'));
  const unheld = `0x${'12'.repeat(16)}`;
  const answers: Readonly<Record<string, string>> = {
    '/evidence': JSON.stringify({ evidence: [name, '../../etc/passwd', 7] }),
    [`/evidence/${name}`]: JSON.stringify({ text: file('bb') }),
    '/odd/evidence': '{"evidence":{}}',
    '/liar/evidence': JSON.stringify({ evidence: [nothing, name, unheld] }),
    [`/liar/evidence/${nothing}`]: JSON.stringify({ text: file('aa') }),
    // Shows a lie, and would be saved over the other's.
    [`/liar/evidence/${name}`]: JSON.stringify({ text: file('cc') }),
  };
  const saved = join(folder, 'saved');
  await answering(answers, async (url) => {
    const list = ['evidence', 'list', '--url', url, `${url}/odd/`, `${url}/liar`, '--save', saved, '--json'];
    const { code, stdout, stderr } = await enigma(list);
    assert.equal(code, 0, stderr);
    const said = JSON.parse(stdout) as Listed;
    assert.deepEqual(
      said.wrong.map((one) => [one.name, one.why]),
      [
        [nothing, 'has the same record twice'],
        [name, 'is not the text of that name'],
        [unheld, 'was listed, and its text did not come'],
      ],
    );
    assert.deepEqual([said.evidence.map((one) => [one.name, one.seat]), said.silent], [[[name, 2]], [`${url}/odd`]]);
    // Whoever made the file wrote down whose signer it is.
    const { stdout: text } = await enigma(['evidence', 'list', '--url', url]);
    assert.match(
      text,
      /said to be seat 2, signer 0x[0-9a-f]{40}, of committee 0x[0-9a-f]{64}: not compared with the chain/,
    );
    assert.deepEqual(readdirSync(saved), [`${name}.json`]);
    assert.equal(readFileSync(join(saved, `${name}.json`), 'utf8'), file('bb'));
  });
  const nobody = await enigma(['evidence', 'list', '--url', 'http://127.0.0.1:9']);
  assert.match(nobody.stderr, /NODE_UNREACHABLE/);
});

test('of a node that lists without end no more names are asked than a node keeps, and it is said', async () => {
  const names = Array.from({ length: EVIDENCE_KEPT_MAX + 3 }, (_, i) => `0x${i.toString(16).padStart(32, '0')}`);
  await answering({ '/evidence': JSON.stringify({ evidence: names }) }, async (url, asked) => {
    const { code, stdout } = await enigma(['evidence', 'list', '--url', url, '--json']);
    const { unasked, wrong } = JSON.parse(stdout) as Listed;
    assert.deepEqual([code, unasked, wrong.length], [0, [{ url, names: 3 }], EVIDENCE_KEPT_MAX]);
    assert.equal(asked.length, 1 + EVIDENCE_KEPT_MAX);
    const { stdout: text } = await enigma(['evidence', 'list', '--url', url]);
    assert.match(text, new RegExp(`lists 3 more than the ${EVIDENCE_KEPT_MAX} that a node keeps`));
  });
});

test('Ctrl-C ends a list while a node does not answer: no other is asked, and half a list is no result', async () => {
  const asked: string[] = [];
  let pid = 0;
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const answer = (): unknown => response.end('{"evidence":[]}');
    if (!url.startsWith('/slow')) return void answer();
    process.kill(pid, 'SIGINT');
    // To a command that goes on waiting it answers after all, and is heard by one that goes on listing.
    setTimeout(answer, 8_000).unref();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const list = ['evidence', 'list', '--url', `${url}/good`, `${url}/slow`, `${url}/last`];
    const { code, stdout } = await enigma(list, { onStart: (started) => (pid = started) });
    assert.deepEqual([code, stdout, asked], [130, '', ['/good/evidence', '/slow/evidence']]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('an address that is none is refused by its option', async () => {
  for (const [command, address] of [
    [['evidence', 'list'], 'nonsense'],
    [['evidence', 'list'], 'file:///etc/passwd'],
    [['node', 'status'], `http://${'a'.repeat(3_000)}`],
  ] as const) {
    const { code, stderr } = await enigma([...command, '--url', 'http://127.0.0.1:9', address]);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /--url takes addresses of nodes, as http:/);
  }
});

test('--on-chain compares chain, committee and signers with the record, and asks the contract that judges evidence', async () => {
  const drawn = await startDrawn(folder);
  const compared = async (text: string): Promise<readonly [number | null, string]> => {
    const path = written('drawn-evidence.json', text);
    const verify = ['evidence', 'verify', path, '--on-chain', '--network', drawn.network, '--json'];
    const { code, stdout, stderr } = await enigma(verify);
    return [code, code === 0 ? stdout : stderr];
  };
  try {
    const [code, said] = await compared(file('bb', drawn));
    assert.equal(code, 0, said);
    assert.deepEqual((JSON.parse(said) as { chain: unknown }).chain, { node: drawn.seats[2], contract: 'SHOWN' });
    const [alike, why] = await compared(file('aa', drawn));
    assert.equal(alike, 1);
    assert.match(why, /the same record twice, and the contract that judges evidence says the same/);
    const [first, second, ...others] = drawn.signers;
    const { domain } = drawn;
    for (const [wrong, why] of [
      [{ ...drawn, domain: { ...domain, chainId: 1n } }, /is another one than the evidence is of/],
      [{ ...drawn, domain: { ...domain, verifyingContract: nowhere.domain.verifyingContract } }, /is another one/],
      [{ ...drawn, committeeId: zero }, /knows no such committee/],
      // The accused seat's own key is right: whom the others are said to be counts too.
      [{ ...drawn, signers: [second, first, ...others] as Drawn['signers'] }, /another signer for seat 0/],
    ] as const) {
      const [exit, stderr] = await compared(file('bb', wrong));
      assert.equal(exit, 1);
      assert.match(stderr, why);
    }
    // A contract that knows no committee, whatever it is asked.
    const { rpcUrl, book, ...rest } = JSON.parse(readFileSync(drawn.network, 'utf8')) as NetworkFile;
    await rpc(rpcUrl, 'anvil_setCode', [book.evidence, '0x5f5f5260205ff3']);
    for (const second of ['bb', 'aa']) {
      const [exit, stderr] = await compared(file(second, drawn));
      assert.equal(exit, 1);
      assert.match(stderr, /EVIDENCE_DISPUTED.*the contract that judges evidence says COMMITTEE/s);
    }
    const { evidence: _, ...older } = book;
    writeFileSync(drawn.network, JSON.stringify({ ...rest, rpcUrl, book: older }));
    assert.match((await compared(file('bb', drawn)))[1], /has no contract that judges evidence/);
  } finally {
    await drawn.stop();
  }
});
