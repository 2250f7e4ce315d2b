// Nodes, their keys and their stake, in equal units; a change counts from the next epoch. And the development clock.
import type { Hex } from '@enigma/crypto';
import { keccakWords, ZERO_ADDRESS } from '../abi.ts';
import type { ChainEvent, NodeRecord } from '../chain.ts';
import type { NodeKeys } from '../chainRecords.ts';
import { digest, signerOf } from '../eip712.ts';
import { TREE_LEAVES, URL_BYTES_MAX } from '../limits.ts';
import { NODE_PROOF } from '../records.ts';
import { setUnits } from '../sumTree.ts';
import { give, take } from './bank.ts';
import { revert } from './revert.ts';
import { type CallContext, type ChainState, type Rule, withEntry } from './state.ts';

export const register: Rule<'register'> = (state, { from }, { keys, units, proof }) => {
  const { unitsMax, unitTokens } = state.config;
  if (state.byOwner.has(from)) revert('AlreadyRegistered', from);
  if (units === 0 || units > unitsMax) revert('UnitsOutOfRange', 1n, BigInt(unitsMax));
  checkKeys(state, from, keys, proof);
  checkUrls(keys);
  const node = state.nodes.length;
  if (node === TREE_LEAVES) revert('TreeFull');
  const record: NodeRecord = {
    ...keys,
    index: node,
    owner: from,
    units,
    pendingUnits: 0,
    withdrawableAt: 0,
    seatsHeld: 0,
  };
  const entered: ChainState = {
    ...withTree(state, node, units),
    nodes: [...state.nodes, record],
    byOwner: withEntry(state.byOwner, from, node),
    bySigner: withEntry(state.bySigner, keys.signer, node),
    signers: withEntry(state.signers, node, [{ signer: keys.signer, from: state.epoch }]),
  };
  return {
    state: stakeFrom(entered, from, BigInt(units) * unitTokens),
    events: [{ name: 'NodeRegistered', node, owner: from, keys, units, effectiveEpoch: state.epoch + 1 }],
  };
};

export const addStake: Rule<'addStake'> = (state, context, { units }) => {
  const record = own(state, context);
  const { unitsMax, unitTokens } = state.config;
  const sum = record.units + units;
  if (units === 0 || sum > unitsMax) revert('UnitsOutOfRange', 1n, BigInt(unitsMax - record.units));
  return {
    state: stakeFrom(
      withNode(withTree(state, record.index, sum), { ...record, units: sum }),
      context.from,
      BigInt(units) * unitTokens,
    ),
    events: [stakeChanged(state, record.index, sum)],
  };
};

export const requestExit: Rule<'requestExit'> = (state, context, { units }) => {
  const record = own(state, context);
  if (units === 0 || units > record.units) revert('UnitsOutOfRange', 1n, BigInt(record.units));
  const withdrawableAt = context.block.timestamp + state.config.times.exitDelaySeconds;
  const rest = record.units - units;
  const left = withNode(withTree(state, record.index, rest), {
    ...record,
    units: rest,
    pendingUnits: record.pendingUnits + units,
    withdrawableAt,
  });
  const amount = BigInt(units) * state.config.unitTokens;
  return {
    state: { ...left, stake: left.stake - amount, pending: left.pending + amount },
    events: [
      stakeChanged(state, record.index, rest),
      { name: 'ExitRequested', node: record.index, units, withdrawableAt },
    ],
  };
};

export const completeExit: Rule<'completeExit'> = (state, context) => {
  const record = own(state, context);
  const units = record.pendingUnits;
  if (units === 0) revert('UnitsOutOfRange', 1n, 0n);
  if (context.block.timestamp < record.withdrawableAt) revert('NotWithdrawable', BigInt(record.withdrawableAt));
  if (record.seatsHeld !== 0) revert('SeatsHeld', BigInt(record.seatsHeld), BigInt(lastSeatEnd(state, record.index)));
  const amount = BigInt(units) * state.config.unitTokens;
  const paid = give(withNode(state, { ...record, pendingUnits: 0 }), context.from, amount);
  return {
    state: { ...paid, pending: paid.pending - amount },
    events: [{ name: 'Exited', node: record.index, units }],
  };
};

/** The new signer counts from the next epoch; committees drawn until then keep the old one. */
export const rotateKeys: Rule<'rotateKeys'> = (state, context, { keys, proof }) => {
  const record = own(state, context);
  const { index } = record;
  checkKeys(state, context.from, keys, proof);
  checkUrls(keys);
  const from = state.epoch + 1;
  const known = state.signers.get(index) ?? [];
  const last = known.at(-1)?.from ?? 0;
  if (last >= from) revert('RotationPending', BigInt(last));
  const { signer, sealingKey, tlsSpkiHash } = keys;
  return {
    state: {
      ...withNode(state, { ...record, ...keys }),
      bySigner: withEntry(state.bySigner, signer, index),
      signers: withEntry(state.signers, index, [...known, { signer, from }]),
    },
    events: [{ name: 'KeysRotated', node: index, signer, sealingKey, tlsSpkiHash, effectiveEpoch: from }],
  };
};

/** The key of a node in committees drawn in `epoch`; zero before it had one. */
export function signerAt({ signers }: Pick<ChainState, 'signers'>, node: number, epoch: number): Hex {
  return signers.get(node)?.findLast(({ from }) => from <= epoch)?.signer ?? ZERO_ADDRESS;
}

export const setUrls: Rule<'setUrls'> = (state, context, { peerUrl, apiUrl }) => {
  const record = own(state, context);
  checkUrls({ peerUrl, apiUrl });
  return {
    state: withNode(state, { ...record, peerUrl, apiUrl }),
    events: [{ name: 'UrlsChanged', node: record.index, peerUrl, apiUrl }],
  };
};

/** DevRandomness: insecure, for development chains alone. */
export const advance: Rule<'advance'> = (state, { block }) => {
  if (state.advancedAt === block.number) revert('AlreadyAdvanced', block.number);
  const epoch = state.epoch + 1;
  const seed = keccakWords(['bytes32', block.prevrandao], ['uint32', epoch]);
  return {
    state: {
      ...state,
      epoch,
      advancedAt: block.number,
      seeds: withEntry(state.seeds, epoch, { seed, block: block.number }),
    },
    events: [{ name: 'EpochAdvanced', epoch, seed }],
  };
};

/** One seat more, or one less, for each of the nodes. */
export function withSeats(state: ChainState, nodes: readonly number[], change: 1 | -1): ChainState {
  const records = [...state.nodes];
  for (const node of nodes) {
    const record = records[node] as NodeRecord;
    records[node] = { ...record, seatsHeld: record.seatsHeld + change };
  }
  return { ...state, nodes: records };
}

function own(state: ChainState, { from }: CallContext): NodeRecord {
  const index = state.byOwner.get(from) ?? revert('UnknownNode');
  return state.nodes[index] as NodeRecord;
}

function withNode(state: ChainState, record: NodeRecord): ChainState {
  return { ...state, nodes: state.nodes.with(record.index, record) };
}

function withTree(state: ChainState, node: number, units: number): ChainState {
  const tree = setUnits(state.tree, node, units, state.epoch);
  if ('refused' in tree) revert(tree.refused);
  return { ...state, tree };
}

function stakeFrom(state: ChainState, owner: Hex, amount: bigint): ChainState {
  const taken = take(state, owner, amount);
  return { ...taken, stake: taken.stake + amount };
}

function stakeChanged(state: ChainState, node: number, units: number): ChainEvent {
  return { name: 'StakeChanged', node, units, effectiveEpoch: state.epoch + 1 };
}

function lastSeatEnd(state: ChainState, node: number): number {
  const ends = [...state.committees.values()].filter((c) => c.seats.includes(node)).map((c) => c.tenureEnd);
  return Math.max(0, ...ends);
}

function checkKeys(state: ChainState, owner: Hex, keys: NodeKeys, proof: Hex): void {
  if (keys.signer === owner || keys.signer === keys.operator) revert('KeysNotSeparate', keys.signer);
  if (state.bySigner.has(keys.signer)) revert('AlreadyRegistered', keys.signer);
  if (keys.payout === ZERO_ADDRESS) revert('OutOfRange', 'payout', 1n, 2n ** 160n - 1n);
  const { sealingKey, tlsSpkiHash, payout, operator } = keys;
  const domain = { chainId: state.config.chainId, verifyingContract: state.config.tasks };
  const signed = digest(domain, NODE_PROOF, { owner, sealingKey, tlsSpkiHash, payout, operator });
  const recovered = signerOf(signed, proof) ?? ZERO_ADDRESS;
  if (recovered !== keys.signer || recovered === ZERO_ADDRESS) revert('BadPossession', keys.signer, recovered);
}

function checkUrls(urls: { readonly peerUrl: string; readonly apiUrl: string }): void {
  for (const field of ['peerUrl', 'apiUrl'] as const) {
    if (new TextEncoder().encode(urls[field]).length > URL_BYTES_MAX)
      revert('OutOfRange', field, 0n, BigInt(URL_BYTES_MAX));
  }
}
