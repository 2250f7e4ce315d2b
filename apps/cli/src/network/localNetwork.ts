// A whole network on this machine: chain, contracts, staked nodes as processes of their own, and somebody who turns the epochs. What it starts it
// hands to the cleanup at once.
import { type AddressBook, deployAll, DEVELOPMENT_TERMS, openChainPort } from '@enigma/contracts';
import { startAnvil } from '@enigma/contracts/anvil';
import type { ChainPort } from '@enigma/protocol';
import type { Cleanup } from '../cleanup.ts';
import { throwIfStopped } from '../errors.ts';
import type { Output } from '../output.ts';
import { accountsFor, type Role, roleKey } from './accounts.ts';
import type { NetworkFile } from './file.ts';
import { clearLeftOver, makeNetworkFolder, removeNetworkFolder } from './folder.ts';
import { startKeeper } from './keeper.ts';
import { awaitNodes, type LocalNode, startNodes } from './localNodes.ts';
import { mineEvery } from './rpc.ts';
import { submit } from './submit.ts';

export interface LocalNetworkOptions {
  readonly nodes: number;
  /** 0 = any free port. */
  readonly port?: number;
  readonly blockTimeSeconds: number;
  /** Leave the nodes' folders in place at the end. */
  readonly keep: boolean;
}

export interface LocalNetwork {
  readonly file: NetworkFile;
  readonly rpcUrl: string;
  readonly book: AddressBook;
  readonly nodes: readonly LocalNode[];
  readonly stakePerNode: bigint;
  chain(role: Role): ChainPort;
}

const stakeUnits = 10;

export async function startLocalNetwork(
  options: LocalNetworkOptions,
  output: Output,
  cleanup: Cleanup,
  signal: AbortSignal,
): Promise<LocalNetwork> {
  const leftOver = clearLeftOver();
  if (leftOver > 0)
    output.note(`removed what ${leftOver} killed ${leftOver === 1 ? 'network' : 'networks'} left behind`);
  const folder = makeNetworkFolder(options.keep);
  if (!options.keep) {
    const remove = (): void => removeNetworkFolder(folder);
    cleanup.defer(remove);
    // Whoever does not wait for the cleanup still gets the folder removed: it holds keys.
    process.once('exit', remove);
  }

  // Without a block time each transaction has its block at once: setting up takes two seconds and not twenty.
  const anvil = await startAnvil({
    accounts: accountsFor(options.nodes),
    slotsInAnEpoch: 1,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  cleanup.defer(() => anvil.stop());
  throwIfStopped(signal);
  output.done(`chain at ${anvil.url}, process ${anvil.pid}`);

  const rpcUrl = anvil.url;
  const book = await deployAll({ rpcUrl, privateKey: roleKey('deployer') });
  throwIfStopped(signal);
  output.done('contracts deployed');

  const chain = (role: Role): ChainPort => openChainPort({ rpcUrl, book, privateKey: roleKey(role) });
  const { unitTokens } = DEVELOPMENT_TERMS;
  const plan = { folder, rpcUrl, book, funder: chain('deployer'), units: stakeUnits, unitTokens };
  const nodes = await startNodes(plan, options.nodes, (child) => cleanup.defer(() => child.stop()));
  // Stake counts from the next epoch on.
  await submit(chain('clock'), { name: 'advance' });
  await mineEvery(rpcUrl, options.blockTimeSeconds);
  throwIfStopped(signal);
  output.done(
    `${nodes.length} nodes registered with ${stakeUnits * Number(unitTokens / 10n ** 18n)} tokens of stake each`,
  );

  await awaitNodes(nodes, signal);
  const clock = chain('clock');
  const keeper = startKeeper(clock, (await clock.latest()).number);
  cleanup.defer(() => keeper.stop());
  output.done(`nodes answer: ${nodes.map((node) => `${node.index} (process ${node.pid})`).join(', ')}`);

  const file: NetworkFile = {
    version: 1,
    rpcUrl,
    book,
    pid: process.pid,
    chainPid: anvil.pid,
    nodes: nodes.map(({ child: _child, ...node }) => node),
  };
  return { file, rpcUrl, book, nodes, stakePerNode: BigInt(stakeUnits) * unitTokens, chain };
}
