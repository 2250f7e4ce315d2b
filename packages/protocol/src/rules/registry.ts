// Contracts and their terms, all fixed at deployment. The chain checks hashes and bounds; whether the code deserves its
// policy is for nodes and clients to verify, each for itself.
import { fromHex, type Hex, keccak256, toHex } from '@enigma/crypto';
import { ZERO_ADDRESS, ZERO_HASH } from '../abi.ts';
import { CONTRACT_STATUS, type DeployedContract, type Head } from '../chain.ts';
import type { Contract, Schedule } from '../chainRecords.ts';
import { contractIdOf } from '../ids.ts';
import { BASE_GAS, CODE_BYTES_MAX, INIT_BYTES_MAX, PRICE_MAX, READ_SEQ, SCHEDULES_MAX, SEATS_MAX } from '../limits.ts';
import { revert } from './revert.ts';
import { type CallContext, type ChainState, type InboxState, type Rule, withEntry } from './state.ts';

const UINT64_MAX = 2n ** 64n - 1n;
const UINT160_MAX = 2n ** 160n - 1n;

export const deploy: Rule<'deploy'> = (state, context, { contract, salt, code, initArgs }) => {
  const codeBytes = fromHex(code) ?? revert('Malformed');
  const initBytes = fromHex(initArgs) ?? revert('Malformed');
  if (codeBytes.length === 0 || codeBytes.length > CODE_BYTES_MAX)
    revert('OutOfRange', 'code', 1n, BigInt(CODE_BYTES_MAX));
  if (initBytes.length > INIT_BYTES_MAX) revert('OutOfRange', 'initArgs', 0n, BigInt(INIT_BYTES_MAX));
  if (toHex(keccak256(codeBytes)) !== contract.codeHash) revert('WrongHash', 'code');
  if (toHex(keccak256(initBytes)) !== contract.initHash) revert('WrongHash', 'initArgs');
  checkTerms(state, context, contract);
  const { codeHash, policyHash, initHash } = contract;
  const contractId = contractIdOf({
    chainId: state.config.chainId,
    tasks: state.config.tasks,
    deployer: context.from,
    salt,
    codeHash,
    policyHash,
    initHash,
    registeredEpoch: state.epoch,
  });
  if (state.contracts.has(contractId)) revert('AlreadyDeployed', contractId);
  const record: DeployedContract = { ...contract, deployer: context.from, registeredEpoch: state.epoch };
  const until = context.block.number + BigInt(state.config.times.drawBlocks);
  return {
    state: {
      ...state,
      contracts: withEntry(state.contracts, contractId, record),
      heads: withEntry(state.heads, contractId, newHead()),
      inboxes: withEntry(state.inboxes, contractId, newInbox(contract.price, until)),
    },
    events: [
      {
        name: 'ContractDeployed',
        contractId,
        deployer: context.from,
        salt,
        registeredEpoch: state.epoch,
        contract,
        code,
        initArgs,
      },
    ],
  };
};

export function contractOrRevert(state: ChainState, contractId: Hex): DeployedContract {
  return state.contracts.get(contractId) ?? revert('UnknownContract', contractId);
}

export function scheduleOrRevert(state: ChainState, contractId: Hex, fn: Hex, height: bigint): Schedule {
  const { schedules } = contractOrRevert(state, contractId);
  return (
    schedules.find((schedule) => schedule.height === height && schedule.fn === fn) ??
    revert('UnknownSchedule', fn, height)
  );
}

export function newHead(): Head {
  return {
    stateRoot: ZERO_HASH,
    nextSeq: 0n,
    doneSeq: 0n,
    nextRead: READ_SEQ,
    version: 0n,
    generation: 0,
    attempt: 0,
    aborts: 0,
    status: CONTRACT_STATUS.NEW,
    receiptHead: ZERO_HASH,
    committeeId: ZERO_HASH,
  };
}

function newInbox(price: bigint, newUntilBlock: bigint): InboxState {
  return { head: ZERO_HASH, count: 0n, lastBlock: 0n, price, newUntilBlock };
}

/** This deployment serves honest-majority MPC: T ≥ 1 and n ≥ 2T + 1. */
function checkTerms(state: ChainState, { block }: CallContext, terms: Contract): void {
  for (const field of ['mode', 'flags', 'priceClass', 'cell'] as const) if (terms[field] !== 0) revert('NotYet', field);
  const fewest = 2 * terms.T + 1;
  if (terms.T === 0 || terms.n < fewest || terms.n > SEATS_MAX)
    revert('OutOfRange', 'n', BigInt(fewest), BigInt(SEATS_MAX));
  if (terms.price > PRICE_MAX) revert('OutOfRange', 'price', 0n, PRICE_MAX);
  if (terms.tenure === 0) revert('OutOfRange', 'tenure', 1n, 65535n);
  if (terms.openMode > 1) revert('OutOfRange', 'openMode', 0n, 1n);
  if (terms.owner === ZERO_ADDRESS) revert('OutOfRange', 'owner', 1n, UINT160_MAX);
  if (terms.schedules.length > SCHEDULES_MAX) revert('OutOfRange', 'schedules', 0n, BigInt(SCHEDULES_MAX));
  for (const [i, schedule] of terms.schedules.entries()) {
    if (schedule.height <= block.number) revert('OutOfRange', 'height', block.number + 1n, UINT64_MAX);
    if (schedule.gasLimit < BASE_GAS) revert('OutOfRange', 'gasLimit', BASE_GAS, UINT64_MAX);
    if (schedule.gasPrice < terms.price) revert('PriceTooLow', terms.price, schedule.gasPrice);
    const windowMax = state.config.times.taskSecondsMax;
    if (schedule.windowSeconds === 0 || schedule.windowSeconds > windowMax) {
      revert('OutOfRange', 'windowSeconds', 1n, BigInt(windowMax));
    }
    // A scheduled task's nonce is its height, so two at one height could never both be triggered.
    if (terms.schedules.slice(0, i).some((other) => other.height === schedule.height))
      revert('ScheduleClash', schedule.height);
  }
}
