// `enigma explain ID`: what a contract on chain can release, from its bytecode alone; with its source only if that is the source.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compile } from '@enigma/compiler';
import { toHex, zeroHash } from 'viem';
import { startDrawn } from './drawn.ts';
import { enigma } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-explain-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const source = `export class Favour extends Contract {
  total: Secret<u64> = 0;
  give(x: Secret<u32>) { this.total = wrapping(this.total + x); }
  sum(): u64 { return reveal(this.total, 'the sum'); }
}
`;
const path = join(folder, 'favour.ts');
writeFileSync(path, source);

test('a contract is explained from the bytes on chain; lines are shown of the source that gives these bytes, and of no other', async () => {
  const made = compile(source);
  assert.ok(made.ok);
  const drawn = await startDrawn(folder, { code: toHex(made.bytes), policyHash: made.policyHash });
  const explained = (id: string, ...more: string[]) => enigma(['explain', id, '--network', drawn.network, ...more]);
  try {
    const plain = await explained(drawn.contractId);
    assert.equal(plain.code, 0, plain.stderr);
    assert.match(plain.stdout, /a committee of 4, of which 1 together learn nothing, as this endpoint says/);
    assert.match(
      plain.stdout,
      /in short\n {2}Everyone learns a number \(u64\) \("the sum"\), computed from x of whoever calls give, by sum/,
    );
    assert.match(plain.stdout, /neutrality: neutral/);
    assert.match(plain.stdout, /cost of give/);
    assert.doesNotMatch(plain.stdout, /^release /m, 'no lines without a source');
    const json = JSON.parse((await explained(drawn.contractId, '--json')).stdout) as Record<string, unknown>;
    assert.deepEqual([json['codeHash'], json['policyHash'], json['releases']], [made.codeHash, made.policyHash, null]);

    const withSource = await explained(drawn.contractId.toUpperCase().replace('0X', '0x'), '--source', path);
    assert.match(
      withSource.stdout,
      /favour\.ts compiles to this code[^]*release "the sum" at .*favour\.ts:4:\d+ in sum/,
    );

    const other = join(folder, 'other.ts');
    copyFileSync(path, other);
    writeFileSync(other, readFileSync(path, 'utf8').replace('the sum', 'The sum'));
    const differs = await explained(drawn.contractId, '--source', other);
    assert.equal(differs.code, 1);
    assert.match(differs.stderr, /compiles to 0x[0-9a-f]{64}, and the chain holds 0x/);
    assert.doesNotMatch(differs.stdout, /release/);

    const nothing = await explained(zeroHash);
    assert.equal(nothing.code, 1);
    assert.match(nothing.stderr, /There is no (contract or )?task 0x0{64} on this network/);
  } finally {
    await drawn.stop();
  }
});

test('a contract whose record names another policy than its code has is refused, not explained', async () => {
  const made = compile(source);
  assert.ok(made.ok);
  const drawn = await startDrawn(folder, { code: toHex(made.bytes) });
  try {
    const { code, stdout, stderr } = await enigma(['explain', drawn.contractId, '--network', drawn.network]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /policy on chain is not the one that the code has/);
  } finally {
    await drawn.stop();
  }
});
