// A command's place on a network that is up: its file, its chain, its client.
import { signingKeyOf, type Client, type ContractHandle, type SigningKey } from '@enigma/client';
import { openChainPort } from '@enigma/contracts';
import type { ChainPort, EventOf, Hex } from '@enigma/protocol';
import { hexToBytes } from 'viem';
import { connectTo } from './connection.ts';
import { CliError } from './errors.ts';
import { accountKey, signingKeyIn } from './keys.ts';
import { servingTimeoutMs } from './limits.ts';
import type { Role } from './network/accounts.ts';
import { type NetworkFile, readNetwork } from './network/file.ts';
import { rpc } from './network/rpc.ts';
import { reaching } from './network/submit.ts';

export interface Session {
  readonly network: NetworkFile;
  readonly chain: ChainPort;
  readonly client: Client;
}

export interface SessionOptions {
  readonly network?: string;
  readonly key?: string;
}

export async function openSession(options: SessionOptions, role: Role): Promise<Session> {
  const network = readNetwork(options.network);
  const chain = portOf(network, options.key, role);
  if (options.key !== undefined) await checkFunded(network.rpcUrl, chain.account);
  return { network, chain, client: connectTo(chain) };
}

export function portOf(network: NetworkFile, key: string | undefined, role: Role): ChainPort {
  return openChainPort({ rpcUrl: network.rpcUrl, book: network.book, privateKey: accountKey(key, role, network) });
}

/** A contract that is on the network, once its committee serves. */
export function contractOf(
  { client, network }: Session,
  contractId: Hex,
  signal: AbortSignal,
): Promise<ContractHandle> {
  return client.contract(contractId, {
    signal,
    timeoutMs: servingTimeoutMs,
    fromBlock: BigInt(network.book.deployedBlock),
  });
}

/** Who calls: the key in that file, else the account that pays. */
export function senderOf(options: SessionOptions & { readonly senderKey?: string }, network: NetworkFile): SigningKey {
  return options.senderKey === undefined
    ? signingKeyOf(hexToBytes(accountKey(options.key, 'deployer', network)))
    : signingKeyIn(options.senderKey);
}

/** An account without ether can send nothing: most often it is the wrong key. */
async function checkFunded(rpcUrl: string, account: Hex): Promise<void> {
  const balance = await rpc(rpcUrl, 'eth_getBalance', [account, 'latest']);
  if (typeof balance === 'string' && BigInt(balance) > 0n) return;
  throw new CliError(
    'KEY_INVALID',
    `The account ${account} of this key has no ether on this chain, so it can send nothing.`,
    'Check that it is the right key, or pay ether to the account first.',
    { account },
  );
}

/** What the chain says of a task, by its number there. */
export const STATUS_NAMES: Readonly<Record<number, string>> = {
  0: 'unknown',
  1: 'created',
  2: 'settled',
  3: 'expired',
  4: 'opened',
};

export type CreatedEvent = EventOf<'TaskCreated'> & { readonly blockNumber: bigint };

/** The event of a task, from which everything about it follows. */
export async function findCreated({ chain, network }: Session, taskId: Hex): Promise<CreatedEvent> {
  const found = await reaching(async () => {
    const { number } = await chain.latest();
    return chain.events(BigInt(network.book.deployedBlock), number);
  }, network.rpcUrl);
  for (const { event, blockNumber } of found)
    if (event.name === 'TaskCreated' && event.taskId === taskId) return { ...event, blockNumber };
  throw new CliError(
    'TASK_UNKNOWN',
    `There is no task ${taskId} on this network.`,
    'Check the id: "enigma trigger" prints it; ids of another network are unknown here.',
    { taskId },
  );
}
