// What a task takes beyond the chain's own time: a network as `enigma up` starts it, small calls one after another, and of each the time from the block that makes it final, which is
// when a seat may begin, to the settlement's arrival among the chain's waiting transactions. One JSON line a figure; medians of the tasks.
import { connectTo, random, sleep } from '../src/connection.ts';
import { createCleanup } from '../src/cleanup.ts';
import { startLocalNetwork, type LocalNetwork } from '../src/network/localNetwork.ts';
import { rpc } from '../src/network/rpc.ts';
import { createOutput } from '../src/output.ts';
import { compile } from '@enigma/compiler';
import {
  generateSigningKey,
  signingKeyOf,
  type ContractHandle,
  type CreatedTask,
  type SealedCall,
  type SettledTask,
} from '@enigma/client';
import type { Hex } from '@enigma/protocol';
import { hexToBytes } from 'viem';
import { roleKey } from '../src/network/accounts.ts';

const TASKS = Number(process.env['TASKS'] ?? 20);
const BLOCK_SECONDS = 1;
const LOOK_MS = 10;
const GAS_PRICE = 10n ** 12n;
const GAS_LIMIT = 1_000_000n;
const TERMS = { gasLimit: GAS_LIMIT, gasPrice: GAS_PRICE, windowSeconds: 300 };
const BATCH = 15;
const WAIT_MS = 120_000;

const SOURCE = `
export class Offers extends Contract {
  best: Secret<u64> = 0;
  offer(amount: Secret<u64>) {
    const leads = amount > this.best;
    if (leads) this.best = amount;
    return toCaller(leads, 'whether it leads');
  }
}
`;

interface Times {
  /** Milliseconds from the block that holds the task to the one that makes it final. */
  readonly finality: number;
  /** From there to the settlement among the waiting transactions. */
  readonly overhead: number;
  /** From there to its block. */
  readonly inclusion: number;
}

interface Look {
  readonly atMs: number;
  readonly latest: bigint;
  readonly finalized: bigint;
  /** Whether a transaction of somebody else waits for the Tasks contract. */
  readonly settling: boolean;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number;
const cleanup = createCleanup();
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

try {
  await measure();
} finally {
  await cleanup.run();
}

async function measure(): Promise<void> {
  const network = await startLocalNetwork(
    { nodes: 4, blockTimeSeconds: BLOCK_SECONDS, keep: false },
    createOutput(false),
    cleanup,
    stop.signal,
  );
  const chain = network.chain('deployer');
  const compiled = compile(SOURCE);
  if (!compiled.ok) throw new Error('the benchmark’s contract does not compile');
  const { bytes, codeHash, policyHash, openMode } = compiled;
  const handle = await connectTo(chain).deploy(
    {
      program: { bytes, codeHash, policyHash },
      args: [],
      n: 4,
      T: 1,
      tenure: 1000,
      salt: `0x${'00'.repeat(32)}`,
      price: 1n,
      openMode,
    },
    { signal: stop.signal, timeoutMs: WAIT_MS },
  );
  const need = BigInt(TASKS + 1 + BATCH) * GAS_LIMIT * GAS_PRICE;
  await chain.submit({ name: 'approve', spender: network.book.bank, amount: need });
  await chain.submit({ name: 'deposit', to: chain.account, amount: need });
  const times: Times[] = [];
  // The first finds the pools empty and is not counted.
  for (let k = 0; k <= TASKS; k++) {
    const sender = signingKeyOf(hexToBytes(roleKey('deployer')));
    const { times: one } = await timed(network, handle, () =>
      handle.call('offer', { ...TERMS, args: [BigInt(k)], sender }),
    );
    if (k > 0) times.push(one);
  }
  for (const part of ['finality', 'overhead', 'inclusion'] as const) {
    const values = times.map((one) => one[part]);
    console.log(
      JSON.stringify({
        name: `task, ${part}`,
        n: 4,
        T: 1,
        unit: 'ms',
        tasks: TASKS,
        value: Math.round(median(values)),
        most: Math.round(Math.max(...values)),
      }),
    );
  }
  await measureBatch(network, handle);
}

/** As many callers' tasks in one transaction of a relayer, and so in one block: one session, one receipt. */
async function measureBatch(network: LocalNetwork, handle: ContractHandle): Promise<void> {
  const calls: SealedCall[] = [];
  for (let k = 0; k < BATCH; k++)
    calls.push(await handle.sealCall('offer', { ...TERMS, args: [BigInt(k)], sender: generateSigningKey(random) }));
  const { times, settled } = await timed(network, handle, async () => {
    const [first] = await handle.sendCalls(calls);
    if (first?.sent !== true) throw new Error('the batch was not created');
    return first.task;
  });
  const mined = (await rpc(network.rpcUrl, 'eth_getTransactionReceipt', [settled.settledTx])) as { gasUsed: Hex };
  const tasks = settled.receipt.count;
  const common = { n: 4, T: 1, tasks };
  console.log(
    JSON.stringify({ name: 'receipt of a batch, overhead', ...common, unit: 'ms', value: Math.round(times.overhead) }),
  );
  const each = Math.round(Number(BigInt(mined.gasUsed)) / tasks);
  console.log(JSON.stringify({ name: 'receipt of a batch, a task', ...common, unit: 'gas', value: each }));
}

async function timed(
  network: LocalNetwork,
  handle: ContractHandle,
  begin: () => Promise<CreatedTask>,
): Promise<{ readonly times: Times; readonly settled: SettledTask }> {
  const { rpcUrl, book } = network;
  const account = network.chain('deployer').account;
  const looks: Look[] = [];
  let watching = true;
  const watched = (async () => {
    for (; watching; await sleep(LOOK_MS)) looks.push(await look(rpcUrl, account, book.tasks));
  })();
  let settled: SettledTask;
  try {
    settled = await handle.waitForTask(await begin(), { until: 'settled', signal: stop.signal, timeoutMs: WAIT_MS });
  } finally {
    watching = false;
    await watched;
  }
  const at = (found: Look | undefined): number => {
    if (found === undefined) throw new Error('the chain was not seen at a moment of the task');
    return found.atMs;
  };
  const created = at(looks.find((one) => one.latest >= settled.blockNumber));
  const final = at(looks.find((one) => one.finalized >= settled.blockNumber));
  const sent = at(looks.find((one) => one.atMs >= final && (one.settling || one.latest >= settled.settledBlock)));
  const included = at(
    looks.find((one) => one.latest >= settled.settledBlock) ?? {
      atMs: performance.now(),
      latest: 0n,
      finalized: 0n,
      settling: false,
    },
  );
  // What it opens is sent too, and would look like the next one's settlement.
  await handle.waitForTask(settled, { until: 'final', signal: stop.signal, timeoutMs: WAIT_MS });
  return { times: { finality: final - created, overhead: sent - final, inclusion: included - sent }, settled };
}

async function look(url: string, account: Hex, tasks: Hex): Promise<Look> {
  const [latest, finalized, pool] = (await Promise.all([
    rpc(url, 'eth_blockNumber', []),
    rpc(url, 'eth_getBlockByNumber', ['finalized', false]),
    rpc(url, 'txpool_content', []),
  ])) as [Hex, { number: Hex }, { pending: Record<Hex, Record<string, { to: Hex | null }>> }];
  const settling = Object.entries(pool.pending).some(
    ([from, sent]) =>
      from.toLowerCase() !== account && Object.values(sent).some(({ to }) => to?.toLowerCase() === tasks),
  );
  return { atMs: performance.now(), latest: BigInt(latest), finalized: BigInt(finalized.number), settling };
}
