// What a contract tells everybody beside its results: events, under the receipt's hash, and views, computed by whoever asks from public state under the root on chain.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isClientError } from '@enigma/client';
import { compile } from '@enigma/compiler';
import { generateSigningKey } from '@enigma/crypto';
import { RESULT_STATUS } from '@enigma/protocol';
import { deployed, drive, terms } from './support/calls.ts';

const SHOP = `
export class Shop extends Contract {
  stock = map<Address, u32>();
  least: Secret<u64> = 10;
  sales: u32 = 0;
  buy(offer: Secret<u64>, count: u32) {
    require(count > 0, 'Nothing');
    this.sales += 1;
    this.stock.set(this.ctx.sender, this.stock.get(this.ctx.sender) + count);
    emit('Sold', { buyer: this.ctx.sender, count, left: -1 });
    emit('Again', {});
    return toCaller(offer >= this.least, 'whether it is enough');
  }
  @view bought(who: Address) {
    return this.stock.get(who);
  }
  @view mine() {
    require(this.sales > 0, 'Nothing');
    return { sales: this.sales, count: this.stock.get(this.ctx.sender) };
  }
}
`;

test('events and views of a contract, each checked against what the chain holds', async () => {
  const compiled = compile(SHOP);
  assert.ok(compiled.ok);
  const { world, contract } = await deployed('told', compiled.bytes);
  await assert.rejects(drive(world, contract.view('mine')), (error) => isClientError(error, 'TASK_REVERTED'));
  const sender = generateSigningKey(world.schedule.random);
  const task = await drive(world, contract.call('buy', { ...terms, args: [12n, 3], sender }));
  const settled = await drive(world, contract.waitForTask(task));
  assert.equal(settled.result.status, RESULT_STATUS.OK);
  const opened = await drive(world, contract.openOutput(settled, { sender }));
  assert.equal(opened.value, true);
  assert.deepEqual(opened.events, [
    { name: 'Sold', facts: { buyer: sender.address, count: 3, left: -1 } },
    { name: 'Again', facts: {} },
  ]);
  const viewed = await drive(world, contract.view('bought', { args: [sender.address] }));
  assert.equal(viewed.value, 3);
  assert.equal(viewed.state.version, 1n);
  const mine = await drive(world, contract.view('mine', { sender: sender.address }));
  assert.deepEqual(mine.value, [1, 3]);
  assert.deepEqual((await drive(world, contract.view('mine'))).value, [1, 0]);
  await assert.rejects(drive(world, contract.view('buy')), (error) => isClientError(error, 'NO_FUNCTION'));
});
