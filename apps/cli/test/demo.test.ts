// The walk as people start it: a child process with limits, from the election file to the verified result, and nothing left behind.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enigma, processesIn, processOf } from './run.ts';

const LIMIT_MS = 150_000;

const EIGHT = [
  '# TITLE: Eight',
  '# DATA TYPE: soc',
  '# NUMBER ALTERNATIVES: 3',
  '# NUMBER VOTERS: 8',
  '# NUMBER UNIQUE ORDERS: 3',
  '3: 2,1,3',
  '4: 3,1,2',
  '1: 1,3,2',
].join('\n');

describe('the demo', () => {
  let folder: string;
  before(() => void (folder = mkdtempSync(join(tmpdir(), 'enigma-demo-'))));
  after(() => rmSync(folder, { recursive: true }));

  function assertNothingLeft(stderr: string): void {
    const processes = processesIn(stderr);
    assert.ok(processes.length >= 5, stderr);
    for (const pid of processes) assert.doesNotMatch(processOf(pid) ?? '', /anvil|node/);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('enigma-')),
      [],
    );
  }

  it(
    'counts an election in secret and tells everything about it in one document',
    { timeout: LIMIT_MS + 10_000 },
    async () => {
      const election = join(folder, 'eight.soc');
      writeFileSync(election, EIGHT);
      const { code, stdout, stderr } = await enigma(['demo', '--election', election, '--json'], {
        timeoutMs: LIMIT_MS,
        env: { TMPDIR: folder },
      });
      assert.equal(code, 0, stderr);
      const document = JSON.parse(stdout) as {
        tally: Record<string, number>;
        taskId: string;
        receipt: { digest: string; signers: number[] };
        seconds: number;
        gas: { total: number; append: { transactions: number; gas: number }; open: { transactions: number } };
        ballots: { keys: number };
        money: {
          deposit: string;
          perSeat: string;
          escrow: string;
          refund: string;
          reserved: string;
          toPot: string;
          tipToSubmitter: string;
          tipToOpener: string;
          paidSeats: number[];
        };
        nodes: { bytesIn: number; bytesOut: number; openings: number; maskedEntries: number; pay: string }[];
      };
      assert.deepEqual(document.tally, { 1: 1, 2: 3, 3: 4 });
      assert.match(document.taskId, /^0x[0-9a-f]{64}$/);
      assert.match(document.receipt.digest, /^0x[0-9a-f]{64}$/);
      assert.ok(document.receipt.signers.length >= 3);
      assert.ok(document.seconds > 0);
      assert.equal(document.ballots.keys, 8);
      assert.deepEqual([document.gas.append.transactions, document.gas.open.transactions], [1, 1]);
      assert.ok(document.gas.total > document.gas.append.gas);
      // Every unit of the escrow is accounted for.
      const { perSeat, paidSeats, refund, reserved, toPot, tipToSubmitter, tipToOpener, escrow } = document.money;
      const parts =
        BigInt(perSeat) * BigInt(paidSeats.length) +
        [refund, reserved, toPot, tipToSubmitter, tipToOpener].reduce((sum, part) => sum + BigInt(part), 0n);
      assert.equal(parts, BigInt(escrow));
      assert.equal(document.nodes.length, 4);
      for (const node of document.nodes)
        assert.ok(node.bytesIn > 0 && node.bytesOut > 0 && node.openings > 0 && node.maskedEntries === 8);
      assertNothingLeft(stderr);
    },
  );

  it('ends on Ctrl-C with 130 and takes everything it started with it', { timeout: 70_000 }, async () => {
    let told = false;
    const { code, stderr } = await enigma(['demo'], {
      timeoutMs: 60_000,
      env: { TMPDIR: folder },
      onStderr: (text, pid) => {
        if (told || !text.includes('nodes answer')) return;
        told = true;
        process.kill(pid, 'SIGINT');
      },
    });
    assert.ok(told, stderr);
    assert.equal(code, 130, stderr);
    assertNothingLeft(stderr);
  });
});
