// What the operator's account holds for gas, and how long that lasts; and what the chain says of the node's stake and credit. Asked now and then, beside the node's own work: nothing waits for it.
import type { ChainPort, Hex } from '@enigma/protocol';
import { moneyPauseMs, rpcTimeoutMs } from '../limits.ts';
import type { Sample } from '../metrics.ts';

export const gasDaysMax = 3_650;
const dayMs = 86_400_000;

/** How many days a balance lasts that shrank by `spent` in `forMs`. */
export function daysLeft(balanceWei: bigint, spentWei: bigint, forMs: number): number {
  if (spentWei <= 0n || forMs <= 0) return gasDaysMax;
  return Math.min(gasDaysMax, (Number(balanceWei) / Number(spentWei)) * (forMs / dayMs));
}

/** One JSON-RPC question; throws where there is no answer. */
export async function askRpc(rpcUrl: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const response = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(rpcTimeoutMs),
  });
  const answer = (await response.json()) as {
    readonly result?: unknown;
    readonly error?: { readonly message?: string };
  };
  if (answer.error !== undefined || answer.result === undefined)
    throw new Error(`${method}: ${answer.error?.message ?? 'no result'}`);
  return answer.result;
}

export async function etherOf(rpcUrl: string, account: Hex): Promise<bigint> {
  return BigInt((await askRpc(rpcUrl, 'eth_getBalance', [account, 'latest'])) as string);
}

export interface Money {
  samples(): readonly Sample[];
  stop(): void;
}

export function watchMoney(host: {
  readonly rpcUrl: string;
  readonly chain: ChainPort;
  readonly index: number;
  readonly nowMs: () => number;
}): Money {
  const { rpcUrl, chain, index, nowMs } = host;
  const since = nowMs();
  let balance: bigint | undefined;
  let spent = 0n;
  let credit: bigint | undefined;
  let units: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    // Each for itself: where the endpoint keeps one back, the others still count.
    const [ether, earned, record] = await Promise.allSettled([
      etherOf(rpcUrl, chain.account),
      chain.creditOf(index),
      chain.nodeOf(index),
    ]);
    if (ether.status === 'fulfilled') {
      // What came in is not what was not spent: only steps down count.
      if (balance !== undefined && ether.value < balance) spent += balance - ether.value;
      balance = ether.value;
    }
    if (earned.status === 'fulfilled') credit = earned.value;
    if (record.status === 'fulfilled') units = record.value?.units;
    timer = setTimeout(() => void look(), moneyPauseMs);
    timer.unref();
  }
  timer = setTimeout(() => void look(), 0);

  return {
    samples: () => [
      { name: 'enigma_gas_balance_ether', value: balance === undefined ? NaN : Number(balance) / 1e18 },
      {
        name: 'enigma_gas_days_left',
        value: balance === undefined ? NaN : daysLeft(balance, spent, nowMs() - since),
      },
      { name: 'enigma_credit_tokens', value: credit === undefined ? NaN : Number(credit) / 1e18 },
      { name: 'enigma_stake_units', value: units ?? NaN },
    ],
    stop: () => clearTimeout(timer),
  };
}
