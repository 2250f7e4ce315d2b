// Nodes of a local network: keys and configuration in a folder of its own, stake on the chain, and a process each.
import { randomFillSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AddressBook, openChainPort } from '@enigma/contracts';
import { freePorts } from '@enigma/contracts/anvil';
import { openKeyring, writeConfig } from '@enigma/node/host';
import {
  API_PATH,
  type ChainPort,
  type Domain,
  NODE_PROOF,
  type NodeInfo,
  type NodeKeys,
  signRecord,
} from '@enigma/protocol';
import { CliError, throwIfStopped } from '../errors.ts';
import { nodeStartTimeoutMs, pollPauseMs, requestTimeoutMs } from '../limits.ts';
import { addressOf, ownerKey } from './accounts.ts';
import { type Child, startScript } from './children.ts';
import type { NetworkNode } from './file.ts';
import { giveEther } from './rpc.ts';
import { eventOf, submit } from './submit.ts';

export interface LocalNode extends NetworkNode {
  readonly child: Child;
}

export interface NodePlan {
  readonly folder: string;
  readonly rpcUrl: string;
  readonly book: AddressBook;
  /** Holds the tokens that are staked. */
  readonly funder: ChainPort;
  readonly units: number;
  readonly unitTokens: bigint;
}

const host = '127.0.0.1';
const random = (byteLength: number): Uint8Array => randomFillSync(new Uint8Array(byteLength));

/** Makes, stakes and starts `count` nodes; the children are handed over as soon as they exist, so that they can be ended whatever comes next. */
export async function startNodes(
  plan: NodePlan,
  count: number,
  started: (child: Child) => void,
): Promise<readonly LocalNode[]> {
  const ports = await freePorts(2 * count);
  await submit(plan.funder, {
    name: 'approve',
    spender: plan.book.bank,
    amount: BigInt(count) * BigInt(plan.units) * plan.unitTokens,
  });
  return Promise.all(
    Array.from({ length: count }, (_, i) => startNode(plan, i, ports.slice(2 * i, 2 * i + 2), started)),
  );
}

async function startNode(
  plan: NodePlan,
  i: number,
  ports: readonly number[],
  started: (child: Child) => void,
): Promise<LocalNode> {
  const { book, rpcUrl, funder } = plan;
  const [peerPort = 0, apiPort = 0] = ports;
  const folder = join(plan.folder, `node-${i}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keyring = await openKeyring(join(folder, 'keys'), random);
  const owner = openChainPort({ rpcUrl, book, privateKey: ownerKey(i) });
  const keys: NodeKeys = {
    signer: keyring.signer.address,
    sealingKey: `0x${Buffer.from(keyring.sealing.publicKey).toString('hex')}`,
    tlsSpkiHash: keyring.tls.spkiHash,
    payout: owner.account,
    operator: keyring.operator.address,
    peerUrl: `tls://${host}:${peerPort}`,
    apiUrl: `http://${host}:${apiPort}`,
  };
  const domain: Domain = { chainId: BigInt(book.chainId), verifyingContract: book.tasks };
  const proof = signRecord(domain, NODE_PROOF, { owner: owner.account, ...keys }, keyring.signer.privateKey);
  await giveEther(rpcUrl, addressOf(`0x${Buffer.from(keyring.operator.privateKey).toString('hex')}`));
  await submit(funder, { name: 'deposit', to: owner.account, amount: BigInt(plan.units) * plan.unitTokens });
  const { node: index } = eventOf(
    await submit(owner, { name: 'register', keys, units: plan.units, proof }),
    'NodeRegistered',
  );
  writeConfig(folder, { rpcUrl, book, index, peer: { host, port: peerPort }, api: { host, port: apiPort } });
  const child = startNodeProcess(`node ${index}`, folder);
  started(child);
  return { index, apiUrl: keys.apiUrl, peerUrl: keys.peerUrl, pid: child.pid, folder, logFile: child.logFile, child };
}

/** A node's process on its folder, which ends when we do, however that comes. */
export function startNodeProcess(name: string, folder: string): Child {
  const script = nodeScript();
  return startScript(name, script, ['--folder', folder, '--until-stdin-ends'], join(folder, 'node.log'));
}

/** The process entry beside the door, as source or as built. */
export function nodeScript(): string {
  const door = fileURLToPath(import.meta.resolve('@enigma/node/host'));
  return door.replace(/index\.(ts|js)$/, 'main.$1');
}

/** Waits until every node answers; a node that ends meanwhile is an error with the end of its log. */
export async function awaitNodes(nodes: readonly LocalNode[], signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + nodeStartTimeoutMs;
  await Promise.all(
    nodes.map(async (node) => {
      while ((await nodeInfo(node.apiUrl)) === undefined) {
        throwIfStopped(signal);
        if (!node.child.running()) throw nodeFailed(node.child, await node.child.ended);
        if (performance.now() > deadline) throw nodeFailed(node.child, 'did not answer in time');
        await new Promise((resolve) => setTimeout(resolve, pollPauseMs));
      }
    }),
  );
}

export function nodeFailed(child: Child, how: string): CliError {
  return new CliError(
    'NODE_FAILED',
    `${child.name} ${how}. The end of its log:\n${child.logTail()}`,
    'Start the network again; if the log names a cause, mend it first.',
  );
}

/** What a node says of itself; undefined while it does not answer. */
export async function nodeInfo(apiUrl: string): Promise<NodeInfo | undefined> {
  try {
    const response = await fetch(`${apiUrl}${API_PATH.node}`, { signal: AbortSignal.timeout(requestTimeoutMs) });
    return response.ok ? ((await response.json()) as NodeInfo) : undefined;
  } catch {
    return undefined;
  }
}
