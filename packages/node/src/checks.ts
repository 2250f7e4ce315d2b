// What an event must be, from everything the events before it said: ids and digests are computed again, numbers have no gaps, folds meet. An endpoint that lies, leaves out or
// reorders shows here, and the node then neither computes nor signs for that contract.
import { fromHex, keccak256, toHex, type Hex } from '@enigma/crypto';
import {
  committeeIdOf,
  contractIdOf,
  digest,
  foldEntries,
  isReadFunction,
  maskedHashOf,
  READ_SEQ,
  RECEIPT,
  RECEIPT_KIND,
  resultsRootOf,
  TASK,
  ZERO_HASH,
  type ChainEvent,
  type ChainLog,
  type Domain,
  type EventOf,
} from '@enigma/protocol';
import { ALL_CHECKS, type NodeCheck, type NodeChecks } from './defences.ts';
import { taskAt, versionsRead, type ChainView, type ContractView, type NodeView, type TaskView } from './view.ts';

/** What is wrong with an event: the fact that differs. `contractId` is absent where the event names no contract that is known. */
export interface Mismatch {
  readonly contractId: Hex | undefined;
  readonly event: string;
  readonly what: string;
}

/** A fact of an event: its name, and whether it holds. */
type Fact = readonly [what: string, holds: () => boolean];

/** Undefined where the event fits what is known. Takes whatever an endpoint says. */
export function checkLog(
  domain: Domain,
  view: ChainView,
  log: ChainLog,
  checks: NodeChecks = ALL_CHECKS,
): Mismatch | undefined {
  const { event } = log;
  if (event.name === 'NodeRegistered')
    return broken(checks, undefined, event.name, [['node', () => event.node === view.nodes.size]]);
  if (event.name === 'KeysRotated') {
    const node = view.nodes.get(event.node);
    if (node === undefined) return unknown(checks, event.name, 'node');
    return broken(checks, undefined, event.name, keysRotated(view, node, event));
  }
  if (event.name === 'ContractDeployed')
    return broken(checks, event.contractId, event.name, [
      ['twice', () => !view.contracts.has(event.contractId)],
      ['contractId', () => contractIdOfEvent(domain, event) === event.contractId],
    ]);
  if (event.name === 'Opened') return view.tasks.has(event.taskId) ? undefined : unknown(checks, event.name, 'taskId');
  if (event.name === 'BodyPosted') {
    const task = view.tasks.get(event.taskId);
    if (task === undefined) return unknown(checks, event.name, 'taskId');
    return broken(checks, task.header.contractId, event.name, [
      ['body', () => toHex(keccak256(fromHex(event.body) ?? new Uint8Array())) === task.header.bodyHash],
    ]);
  }
  if (!('contractId' in event)) return undefined;
  const contract = view.contracts.get(event.contractId);
  if (contract === undefined) return unknown(checks, event.name, 'contractId');
  const facts = factsOf(domain, view, contract, log);
  return broken(checks, event.contractId, event.name, facts);
}

/** The first fact that does not hold, of those whose check is on. */
function broken(
  checks: NodeChecks,
  contractId: Hex | undefined,
  event: ChainEvent['name'],
  facts: readonly Fact[],
): Mismatch | undefined {
  const found = facts.find(([what, holds]) => checks[`${event}.${what}` as NodeCheck] && !holds());
  return found && { contractId, event, what: found[0] };
}

function unknown(checks: NodeChecks, event: ChainEvent['name'], what: string): Mismatch | undefined {
  return checks['events.known'] ? { contractId: undefined, event, what } : undefined;
}

function factsOf(domain: Domain, view: ChainView, contract: ContractView, log: ChainLog): readonly Fact[] {
  const { event } = log;
  switch (event.name) {
    case 'CommitteeOpened':
      return committeeOpened(view, contract, event);
    case 'InputsAppended':
      return inputsAppended(contract, event, log.blockNumber);
    case 'TaskCreated':
      return taskCreated(domain, contract, event);
    case 'Settled':
      return settled(domain, contract, event);
    case 'Expired':
      return [['taskId', () => taskAt(contract, event.seq)?.taskId === event.taskId]];
    default:
      return [];
  }
}

/** A key is one node's for ever, and a rotation takes over later than everything before it: one that is told again, or of another node, fits nothing. */
function keysRotated(view: ChainView, node: NodeView, event: EventOf<'KeysRotated'>): readonly Fact[] {
  const used = (one: NodeView): boolean => [...one.signers, ...one.rotations].some((at) => at.signer === event.signer);
  return [
    ['signer', () => ![...view.nodes.values()].some(used)],
    [
      'effectiveEpoch',
      () =>
        event.effectiveEpoch > (node.signers.at(-1)?.from ?? -1) &&
        node.rotations.every(({ from }) => from !== event.effectiveEpoch),
    ],
  ];
}

function contractIdOfEvent(domain: Domain, event: EventOf<'ContractDeployed'>): Hex {
  const { codeHash, policyHash, initHash } = event.contract;
  const { deployer, salt, registeredEpoch } = event;
  return contractIdOf({
    chainId: domain.chainId,
    tasks: domain.verifyingContract,
    deployer,
    salt,
    codeHash,
    policyHash,
    initHash,
    registeredEpoch,
  });
}

function committeeOpened(view: ChainView, contract: ContractView, event: EventOf<'CommitteeOpened'>): readonly Fact[] {
  const { contractId, generation, epochDrawn, replacements, seedBlockHash, seats, n, T } = event;
  const id = { contractId, generation, epochDrawn, replacements, seedBlockHash, seats };
  return [
    ['committeeId', () => committeeIdOf(id) === event.committeeId],
    [
      'seats',
      () =>
        n === contract.contract.n &&
        T === contract.contract.T &&
        seats.length === n &&
        new Set(seats).size === seats.length &&
        seats.every((node) => view.nodes.has(node)),
    ],
  ];
}

function inputsAppended(
  contract: ContractView,
  event: EventOf<'InputsAppended'>,
  blockNumber: bigint,
): readonly Fact[] {
  const entries = event.bodies.map((body, at) => ({
    index: event.first + BigInt(at),
    height: event.height,
    body: fromHex(body) ?? new Uint8Array(),
  }));
  return [
    ['first', () => event.first === BigInt(contract.inbox.length) && event.count === event.bodies.length],
    ['height', () => event.height === blockNumber],
    ['head', () => foldEntries(contract.contractId, contract.inboxHead, entries) === event.head],
  ];
}

function taskCreated(domain: Domain, contract: ContractView, event: EventOf<'TaskCreated'>): readonly Fact[] {
  const body = fromHex(event.body);
  return [
    ['seq', () => event.seq === nextSeqOf(contract, event)],
    ['header', () => event.header.contractId === contract.contractId],
    ['taskId', () => digest(domain, TASK, event.header) === event.taskId],
    ['body', () => body !== undefined && (body.length === 0 || toHex(keccak256(body)) === event.header.bodyHash)],
  ];
}

function readsOwnBlock(
  contract: ContractView,
  { prevRoot, newRoot }: EventOf<'Settled'>['receipt'],
  task: TaskView | undefined,
): boolean {
  if (task === undefined || newRoot !== prevRoot) return false;
  // Any of them: a receipt may come to the chain after a repair that followed the one under whose keys it was made.
  return versionsRead(contract, task).some(({ stateRoot }) => stateRoot === prevRoot);
}

/** Tasks and reads are counted apart. */
function nextSeqOf({ tasks, reads }: ContractView, { header }: EventOf<'TaskCreated'>): bigint {
  return isReadFunction(header.fn) ? READ_SEQ + BigInt(reads.size) : BigInt(tasks.size);
}

function settled(domain: Domain, contract: ContractView, event: EventOf<'Settled'>): readonly Fact[] {
  const { receipt, results, masked } = event;
  const taskOf = (at: number): TaskView | undefined => taskAt(contract, event.firstSeq + BigInt(at));
  const isRead = receipt.kind === RECEIPT_KIND.READS;
  return [
    ['receiptDigest', () => digest(domain, RECEIPT, receipt) === event.receiptDigest],
    [
      'receipt',
      () =>
        receipt.contractId === contract.contractId &&
        receipt.firstSeq === event.firstSeq &&
        receipt.count === event.count,
    ],
    [
      'root',
      () =>
        receipt.newRoot === event.newRoot &&
        receipt.resultsRoot === event.resultsRoot &&
        (isRead || receipt.prevRoot === contract.stateRoot) &&
        (receipt.kind !== RECEIPT_KIND.GENESIS || receipt.prevRoot === ZERO_HASH) &&
        event.count > 0 === (isRead || receipt.kind === RECEIPT_KIND.TASKS),
    ],
    // The chain takes any root here: that it is the one of the reads' own block its signers answer for.
    ['read', () => !isRead || results.every((_, at) => readsOwnBlock(contract, receipt, taskOf(at)))],
    [
      'results',
      () =>
        results.length === event.count &&
        masked.length === event.count &&
        resultsRootOf(results) === receipt.resultsRoot,
    ],
    [
      'taskId',
      () =>
        results.every((result, at) => {
          const task = taskOf(at);
          return task?.taskId === result.taskId && task.status === 'created';
        }),
    ],
    [
      'maskedHash',
      () =>
        results.every(
          (result, at) => maskedHashOf(fromHex(masked[at] ?? '0x') ?? new Uint8Array()) === result.maskedHash,
        ),
    ],
  ];
}
