// What opens while a task runs steers it: an argument that may be outside its range, and values revealed before settlement. Whatever they turn out to be, the task ends and the nodes live on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isClientError } from '@enigma/client';
import { compile } from '@enigma/compiler';
import { fromHex, generateSigningKey, keccak256, toHex } from '@enigma/crypto';
import { digest, RESULT_STATUS, signRecord, TASK } from '@enigma/protocol';
import { deployed, drive, terms } from './support/calls.ts';

function compiled(source: string): Uint8Array {
  const result = compile(source);
  assert.ok(result.ok, result.ok ? '' : result.diagnostics.map(({ message }) => message).join('\n'));
  return result.bytes;
}

test('an argument in its range is computed on; one outside ends its task, and the next goes on', async () => {
  const program = compiled(`
export class Dice extends Contract {
  sum: Secret<u32> = 0;
  add(points: Secret<Range<0, 9>>) {
    this.sum += points * points;
    return toCaller(this.sum, 'the sum so far');
  }
}
`);
  const { world, contract } = await deployed('range', program);
  const sender = generateSigningKey(world.schedule.random);
  const add = async (points: number): Promise<unknown> => {
    const task = await drive(world, contract.call('add', { ...terms, args: [points], sender }));
    const settled = await drive(world, contract.waitForTask(task));
    return (await drive(world, contract.openOutput(settled, { sender }))).value;
  };
  assert.equal(await add(3), 9);
  await assert.rejects(add(10), (error) => isClientError(error, 'BAD_ARGUMENT'));
  // Another client sends 9 + 3: its four bits stand in the body's last byte, under the same mask.
  const sealed = await drive(world, contract.sealCall('add', { ...terms, args: [9], sender }));
  const bytes = fromHex(sealed.body) ?? new Uint8Array();
  bytes.set([((bytes.at(-1) ?? 0) + 3) % 16], bytes.length - 1);
  const header = { ...sealed.header, bodyHash: toHex(keccak256(bytes)) };
  const domain = { chainId: world.funder.chainId, verifyingContract: world.funder.tasks };
  const taskId = digest(domain, TASK, header);
  const senderSig = signRecord(domain, TASK, header, sender.privateKey);
  const task = await drive(world, contract.sendCall({ ...sealed, header, body: toHex(bytes), taskId, senderSig }));
  const { result } = await drive(world, contract.waitForTask(task));
  assert.deepEqual([result.status, result.code], [RESULT_STATUS.BAD_INPUT, 0]);
  assert.equal(await add(4), 25);
});

const STEERED = `
export class Steered extends Contract {
  static readonly openMode = 'beforeSettle';
  kept: Secret<u32> = 5;
  product: Secret<u32> = 1;
  set(value: Secret<u32>) {
    this.kept = value;
  }
  go() {
    const shown = reveal(this.kept, 'what was kept');
    if (shown === 1) this.product = this.product * this.kept;
    if (shown === 7) this.product = this.product * this.kept * this.kept;
    return shown;
  }
}
`;

test('a value revealed while the task runs may lead it where its plan does not reach: it ends OUT_OF_GAS', async () => {
  const { world, contract } = await deployed('steered', compiled(STEERED), { openMode: 'beforeSettle' });
  const sender = generateSigningKey(world.schedule.random);
  const go = async (value: number): Promise<number> => {
    await drive(
      world,
      contract.waitForTask(await drive(world, contract.call('set', { ...terms, args: [value], sender }))),
    );
    const task = await drive(world, contract.call('go', terms));
    return (await drive(world, contract.waitForTask(task))).result.status;
  };
  assert.equal(await go(5), RESULT_STATUS.OK);
  assert.equal(await go(1), RESULT_STATUS.OK);
  assert.equal(await go(7), RESULT_STATUS.OUT_OF_GAS);
  assert.equal(await go(5), RESULT_STATUS.OK);
  assert.equal(world.nodes.filter(({ node }) => node !== undefined).length, 4);
});
