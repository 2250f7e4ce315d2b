// Two commands that pay from one account at once take each other's allowance: it is set again, and not for ever.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { payIn } from '@enigma/client';
import {
  createSimulatedChain,
  DEVELOPMENT_CONFIG,
  type ChainPort,
  type Hex,
  type SimulatedChain,
} from '@enigma/protocol';

const payer: Hex = `0x${'a1'.repeat(20)}`;
const { bank } = DEVELOPMENT_CONFIG;
const to = (name: string): Hex => `0x${name.repeat(20)}`;

function chainOf(): SimulatedChain {
  const seed: Hex = `0x${'11'.repeat(32)}`;
  const genesis = {
    balances: new Map([[payer, 1_000n]]),
    timestamp: 1_700_000_000,
    finalityBlocks: 2,
    autoMine: false,
    seed,
  };
  return createSimulatedChain(genesis, { nowSeconds: () => 1_700_000_000 });
}

/** Blocks, until the promises are kept. */
async function mined<T>(chain: SimulatedChain, all: Promise<T>): Promise<T> {
  let over = false;
  const end = (): void => void (over = true);
  all.then(end, end);
  for (let block = 0; !over && block < 100; block++) {
    chain.mine();
    await new Promise(setImmediate);
  }
  return all;
}

test('two that pay at once both pay, each what it was asked for', async () => {
  const chain = chainOf();
  const port = chain.port(payer);
  let refusals = 0;
  const counted: ChainPort = {
    ...port,
    async submit(call) {
      const submitted = await port.submit(call);
      if (!submitted.ok) refusals++;
      return submitted;
    },
  };
  await mined(chain, Promise.all([payIn(counted, bank, to('01'), 30n), payIn(counted, bank, to('02'), 50n)]));
  assert.ok(refusals > 0, 'they met');
  assert.equal(await port.availableOf(to('01')), 30n);
  assert.equal(await port.availableOf(to('02')), 50n);
});

test('an allowance that is always gone is said, and what else is refused at once', async () => {
  const chain = chainOf();
  const port = chain.port(payer);
  let deposits = 0;
  const robbed: ChainPort = {
    ...port,
    submit(call) {
      if (call.name === 'deposit') deposits++;
      return port.submit(call.name === 'approve' ? { ...call, amount: 1n } : call);
    },
  };
  await assert.rejects(mined(chain, payIn(robbed, bank, to('03'), 30n)), { code: 'CHAIN_REFUSED' });
  assert.equal(deposits, 8);
  deposits = 0;
  const counting: ChainPort = { ...port, submit: (call) => (call.name === 'deposit' && deposits++, port.submit(call)) };
  await assert.rejects(mined(chain, payIn(counting, bank, to('03'), 10_000n)), { code: 'CHAIN_REFUSED' });
  assert.equal(deposits, 1);
});
