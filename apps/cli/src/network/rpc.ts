// Requests that only a development chain answers: mining, balances.
import type { Hex } from '@enigma/protocol';
import { CliError } from '../errors.ts';
import { requestTimeoutMs } from '../limits.ts';

export async function rpc(url: string, method: string, params: readonly unknown[]): Promise<unknown> {
  let answer: { result?: unknown; error?: { message?: string } };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    answer = (await response.json()) as typeof answer;
  } catch (error) {
    throw unreachable(url, error);
  }
  if (answer.error !== undefined) {
    throw new CliError(
      'CHAIN_REFUSED',
      `${method}: ${answer.error.message ?? 'refused'}`,
      'Look into the chain: it is not the one that "enigma up" starts.',
    );
  }
  return answer.result;
}

export function unreachable(url: string, cause: unknown): CliError {
  const why =
    cause instanceof Error
      ? (cause.cause instanceof Error ? cause.cause.message : cause.message).split('\n', 1)[0]
      : 'no answer';
  return new CliError(
    'CHAIN_UNREACHABLE',
    `The chain at ${url} does not answer (${why}).`,
    'Check that the network is up ("npm run enigma -- up") and that --network names its file.',
  );
}

/** Ether for an account, from nowhere. */
export async function giveEther(url: string, account: Hex): Promise<void> {
  await rpc(url, 'anvil_setBalance', [account, `0x${(10n ** 21n).toString(16)}`]);
}

/** From a block for each transaction to a block every `seconds`. */
export async function mineEvery(url: string, seconds: number): Promise<void> {
  await rpc(url, 'evm_setIntervalMining', [seconds]);
}
