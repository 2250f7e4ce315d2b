// A command's place on a network that is up: its file, its chain, its client.
import type { Client } from '@enigma/client';
import { openChainPort } from '@enigma/contracts';
import type { ChainPort, Hex } from '@enigma/protocol';
import { connectTo } from './connection.ts';
import { CliError } from './errors.ts';
import { accountKey } from './keys.ts';
import type { Role } from './network/accounts.ts';
import { type NetworkFile, readNetwork } from './network/file.ts';
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

export function openSession(options: SessionOptions, role: Role): Session {
  const network = readNetwork(options.network);
  const chain = portOf(network, options.key, role);
  return { network, chain, client: connectTo(chain) };
}

export function portOf(network: NetworkFile, key: string | undefined, role: Role): ChainPort {
  return openChainPort({ rpcUrl: network.rpcUrl, book: network.book, privateKey: accountKey(key, role, network) });
}

/** The contract that a task belongs to. */
export async function contractOfTask({ chain, network }: Session, taskId: Hex): Promise<Hex> {
  const found = await reaching(async () => {
    const { number } = await chain.latest();
    return chain.events(BigInt(network.book.deployedBlock), number);
  }, network.rpcUrl);
  for (const { event } of found) if (event.name === 'TaskCreated' && event.taskId === taskId) return event.contractId;
  throw new CliError('TASK_UNKNOWN', `There is no task ${taskId} on this network.`, 'Check the id: "enigma trigger" prints it; ids of another network are unknown here.', { taskId });
}
