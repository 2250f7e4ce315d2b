// One node: what the chain says of its stake, and what it says of itself. Only an answer that the registered key signed is the node's.
import type { Hex } from '@enigma/crypto';
import { API_PATH, type NodeRecord } from '@enigma/protocol';
import { askSeat } from './asking.ts';
import { LyingRpc } from './errors.ts';
import { domainOf, type Ports } from './ports.ts';
import { guarded } from './reading.ts';

/** ready: chain fresh, peers linked, every seat serves. notReady: it lives, and says that it is not. silent: no answer. unsigned: somebody answers there who is not the node. */
export type NodeHealth = 'ready' | 'notReady' | 'silent' | 'unsigned';

export interface NodeStanding {
  readonly record: NodeRecord;
  /** What it has earned and not yet collected. */
  readonly credit: bigint;
}

export async function readStanding({ chain }: Ports, index: number): Promise<NodeStanding> {
  const [record, credit] = await Promise.all([
    guarded(() => chain.nodeOf(index)),
    guarded(() => chain.creditOf(index)),
  ]);
  if (record === undefined) throw new LyingRpc('a registered node does not exist');
  return { record, credit };
}

export async function readHealth(
  ports: Ports,
  node: { readonly index: number; readonly signer: Hex; readonly apiUrl: string },
  signal?: AbortSignal,
): Promise<NodeHealth> {
  const { index, signer } = node;
  const seat = { seat: 0, node: index, signer, nodeSigner: signer, apiUrl: node.apiUrl.replace(/\/+$/, '') };
  const answer = await askSeat(ports, domainOf(ports.chain), seat, API_PATH.ready, signal);
  if (answer.kind === 'body') return 'ready';
  if (answer.kind === 'refused') return 'notReady';
  return answer.why === 'unreachable' ? 'silent' : 'unsigned';
}
