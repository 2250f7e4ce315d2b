// A contract on a network of processes, ready to be called: what every soak starts from.
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, fetchTransport, type Client, type ContractHandle, type Transport } from '@enigma/client';
import { compile } from '@enigma/compiler';
import { openChainPort } from '@enigma/contracts';
import { toHex, type Hex } from '@enigma/crypto';
import { ok, random, type ProcessNetwork } from '../test/support/processes.ts';

/** Its key is known to everybody and guards nothing: the second account of anvil turns the epochs. */
const clockKey: Hex = '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d';
/** A committee has 64 blocks to agree on its keys, of which a node that dies and comes back takes many. */
export const setUpPauseMs = 3_000;
/** A machine with much else to do takes minutes for what takes seconds. */
export const servingLimitMs = 300_000;

export function clientOf({ funder }: ProcessNetwork, transport: Transport = fetchTransport(fetch)): Client {
  return connect({
    chain: funder,
    transport,
    random,
    nowMs: () => Date.now(),
    sleep: (ms) => sleep(ms),
    pollMs: 100,
  });
}

/** What the account of the network needs to pay for tasks. */
export async function fund({ funder }: ProcessNetwork): Promise<void> {
  await ok(funder.submit({ name: 'deposit', to: funder.account, amount: 10n ** 18n }));
}

/** Deploys the source on a committee of all four nodes, and waits until it serves. `pauseMs` = time between blocks while the committee sets up its keys. */
export async function serve(
  network: ProcessNetwork,
  client: Client,
  source: string,
  pauseMs: number = setUpPauseMs,
): Promise<ContractHandle> {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error('the contract does not compile');
  const clock = openChainPort({ rpcUrl: network.rpcUrl, book: network.book, privateKey: clockKey });
  network.pace(pauseMs);
  const handle = await client.deploy(
    { program: { bytes: compiled.bytes }, args: [], n: 4, T: 1, tenure: 60_000, salt: toHex(random(32)), price: 1n },
    {
      timeoutMs: servingLimitMs,
      onProgress: ({ stage }) => {
        // Its seed is that of an epoch after the one in which it was registered.
        if (stage === 'deployed') void clock.submit({ name: 'advance' }).then(() => clock.submit({ name: 'advance' }));
      },
    },
  );
  network.hurry();
  return handle;
}
