// A contract with a secret sum, and a node that comes back with nothing but its keys.
import assert from 'node:assert/strict';
import { encodeModule, moduleBuilder, scalarRefs } from '@enigma/bytecode';
import type { ContractHandle } from '@enigma/client';
import { generateSigningKey } from '@enigma/crypto';
import type { Seat } from '@enigma/node';
import { createDisk } from '../../src/disk.ts';
import type { SimulatedNode, World } from '../../src/world.ts';
import { drive } from './calls.ts';

const { u64 } = scalarRefs;
export const terms = { gasLimit: 10_000_000n, gasPrice: 1n, tip: 1000n, windowSeconds: 600 };

/** add(amount) adds a secret amount to a secret sum; total() reveals the sum. */
export function sum(): Uint8Array {
  const m = moduleBuilder();
  const kept = m.field('kept', 'state', u64, 's');
  const total = m.release('reveal', 'the sum');
  m.function({ name: 'add', kind: 'call', params: [{ name: 'amount', type: u64, label: 's' }] }, (r, [amount]) => {
    const before = r.get(kept);
    r.set(kept, r.emit('add', [before, amount as typeof before]));
    return [];
  });
  m.function({ name: 'total', kind: 'call', params: [], results: [{ type: u64, label: 'p' }] }, (r) => [
    r.reveal(total, r.get(kept)),
  ]);
  return encodeModule(m.finish());
}

/** A call of `add`, sealed with masks of now. */
export function sealed(
  world: World,
  contract: ContractHandle,
  amount: bigint,
): Promise<Awaited<ReturnType<ContractHandle['sealCall']>>> {
  const sender = generateSigningKey(world.schedule.random);
  return drive(world, contract.sealCall('add', { ...terms, args: [amount], sender }));
}

export async function add(world: World, contract: ContractHandle, amount: bigint): Promise<void> {
  const task = await drive(world, contract.sendCall(await sealed(world, contract, amount)));
  assert.equal((await drive(world, contract.waitForTask(task))).result.status, 1);
}

export async function total(world: World, contract: ContractHandle): Promise<unknown> {
  const settled = await drive(world, contract.waitForTask(await drive(world, contract.call('total', terms))));
  return (await drive(world, contract.openOutput(settled))).value;
}

export function nodeAt(world: World, index: number): SimulatedNode {
  const node = world.nodes[index];
  if (node === undefined) throw new Error(`no node ${index}`);
  return node;
}

/** The node's process ends, and comes back with nothing but its keys. */
export function loseDisk(world: World, index: number): SimulatedNode {
  const node = nodeAt(world, index);
  world.crash(node);
  node.store = createDisk();
  world.start(node);
  return node;
}

export function seatOf(node: SimulatedNode): Seat | undefined {
  return node.node?.seats()[0];
}

export function stateOf(node: SimulatedNode): string {
  const seat = seatOf(node);
  return (seat && node.node?.stateOf(seat)) ?? 'none';
}

/** Whether every node serves, after so many repairs. */
export function serves(world: World, repairs: number): boolean {
  return world.nodes.every(
    (node) => stateOf(node) === 'Serving' && seatOf(node)?.host.contract.repairs.length === repairs,
  );
}
