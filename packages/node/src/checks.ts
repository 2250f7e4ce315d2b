// What an event must be, from everything the events before it said: ids and digests are computed again, numbers have no gaps, folds meet. An endpoint that lies, leaves out or
// reorders shows here, and the node then neither computes nor signs for that contract.
import { fromHex, keccak256, toHex, type Hex } from '@enigma/crypto';
import {
  committeeIdOf,
  contractIdOf,
  digest,
  foldEntries,
  maskedHashOf,
  RECEIPT,
  resultsRootOf,
  TASK,
  ZERO_HASH,
  type ChainLog,
  type Domain,
  type EventOf,
} from '@enigma/protocol';
import type { ChainView, ContractView } from './view.ts';

/** What is wrong with an event: the fact that differs. `contractId` is absent where the event names no contract that is known. */
export interface Mismatch {
  readonly contractId: Hex | undefined;
  readonly event: string;
  readonly what: string;
}

/** Undefined where the event fits what is known. Takes whatever an endpoint says. */
export function checkLog(domain: Domain, view: ChainView, log: ChainLog): Mismatch | undefined {
  const { event } = log;
  if (event.name === 'NodeRegistered')
    return event.node === view.nodes.size ? undefined : { contractId: undefined, event: event.name, what: 'node' };
  if (event.name === 'ContractDeployed')
    return name(event, view.contracts.has(event.contractId) ? 'twice' : deployed(domain, event));
  if (event.name === 'Opened') {
    const task = view.tasks.get(event.taskId);
    return task === undefined ? { contractId: undefined, event: event.name, what: 'taskId' } : undefined;
  }
  if (!('contractId' in event)) return undefined;
  const contract = view.contracts.get(event.contractId);
  if (contract === undefined) return { contractId: undefined, event: event.name, what: 'contractId' };
  switch (event.name) {
    case 'CommitteeOpened':
      return name(event, committeeOpened(view, contract, event));
    case 'InputsAppended':
      return name(event, inputsAppended(contract, event, log.blockNumber));
    case 'TaskCreated':
      return name(event, taskCreated(domain, contract, event));
    case 'Settled':
      return name(event, settled(domain, contract, event));
    case 'Expired':
      return name(event, contract.tasks.get(event.seq)?.taskId === event.taskId ? undefined : 'taskId');
    default:
      return undefined;
  }
}

function name(
  event: { readonly name: string; readonly contractId: Hex },
  what: string | undefined,
): Mismatch | undefined {
  return what === undefined ? undefined : { contractId: event.contractId, event: event.name, what };
}

function deployed(domain: Domain, event: EventOf<'ContractDeployed'>): string | undefined {
  const { codeHash, policyHash, initHash } = event.contract;
  const { deployer, salt, registeredEpoch } = event;
  const id = contractIdOf({
    chainId: domain.chainId,
    tasks: domain.verifyingContract,
    deployer,
    salt,
    codeHash,
    policyHash,
    initHash,
    registeredEpoch,
  });
  return id === event.contractId ? undefined : 'contractId';
}

function committeeOpened(
  view: ChainView,
  contract: ContractView,
  event: EventOf<'CommitteeOpened'>,
): string | undefined {
  const { contractId, generation, epochDrawn, replacements, seedBlockHash, seats } = event;
  if (committeeIdOf({ contractId, generation, epochDrawn, replacements, seedBlockHash, seats }) !== event.committeeId)
    return 'committeeId';
  if (event.n !== contract.contract.n || event.T !== contract.contract.T || seats.length !== event.n) return 'seats';
  if (new Set(seats).size !== seats.length || seats.some((node) => !view.nodes.has(node))) return 'seats';
  return undefined;
}

function inputsAppended(
  contract: ContractView,
  event: EventOf<'InputsAppended'>,
  blockNumber: bigint,
): string | undefined {
  if (event.first !== BigInt(contract.inbox.length) || event.count !== event.bodies.length) return 'first';
  if (event.height !== blockNumber) return 'height';
  const entries = event.bodies.map((body, at) => ({
    index: event.first + BigInt(at),
    height: event.height,
    body: fromHex(body) ?? new Uint8Array(),
  }));
  return foldEntries(contract.contractId, contract.inboxHead, entries) === event.head ? undefined : 'head';
}

function taskCreated(domain: Domain, contract: ContractView, event: EventOf<'TaskCreated'>): string | undefined {
  if (event.seq !== BigInt(contract.tasks.size)) return 'seq';
  if (event.header.contractId !== contract.contractId) return 'header';
  if (digest(domain, TASK, event.header) !== event.taskId) return 'taskId';
  const body = fromHex(event.body);
  if (body === undefined) return 'body';
  return body.length === 0 || toHex(keccak256(body)) === event.header.bodyHash ? undefined : 'bodyHash';
}

function settled(domain: Domain, contract: ContractView, event: EventOf<'Settled'>): string | undefined {
  const { receipt, results, masked } = event;
  if (digest(domain, RECEIPT, receipt) !== event.receiptDigest) return 'receiptDigest';
  if (
    receipt.contractId !== contract.contractId ||
    receipt.firstSeq !== event.firstSeq ||
    receipt.count !== event.count
  )
    return 'receipt';
  if (
    receipt.newRoot !== event.newRoot ||
    receipt.resultsRoot !== event.resultsRoot ||
    receipt.prevRoot !== contract.stateRoot
  )
    return 'root';
  if (results.length !== event.count || masked.length !== event.count || resultsRootOf(results) !== receipt.resultsRoot)
    return 'results';
  if (event.count === 0) return receipt.prevRoot === ZERO_HASH ? undefined : 'root';
  for (const [at, result] of results.entries()) {
    const task = contract.tasks.get(event.firstSeq + BigInt(at));
    if (task?.taskId !== result.taskId || task.status !== 'created') return 'taskId';
    if (maskedHashOf(fromHex(masked[at] ?? '0x') ?? new Uint8Array()) !== result.maskedHash) return 'maskedHash';
  }
  return undefined;
}
