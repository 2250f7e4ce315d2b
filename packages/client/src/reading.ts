// What the chain says of a contract, believed only as far as it hashes: code, policy, arguments and deployer to the contract's id, seats to the committee's id. What no
// hash binds (which keys a node has) is asked of every witness too.
import { checkOpenMode, entryWidths, loadModule, policyTermsOf, type OpenMode, type Verified } from '@enigma/bytecode';
import { fromHex, keccak256, thresholdSets, toHex, type Hex } from '@enigma/crypto';
import {
  committeeIdOf,
  CONTRACT_STATUS,
  contractIdOf,
  OPEN_MODE,
  quorumHigh,
  quorumLow,
  setCount,
  SETS_MAX,
  widthsFit,
  ZERO_ADDRESS,
  ZERO_HASH,
  type Block,
  type ChainEvent,
  type ChainLog,
  type ChainPort,
  type ChainReads,
  type EventFacts,
  type EventName,
  type EventOf,
  type InboxTerms,
  type NodeRecord,
} from '@enigma/protocol';
import { ALL_CHECKS, checksOf, type ClientChecks } from './defences.ts';
import { ClientError, LyingRpc } from './errors.ts';
import { domainOf, type Ports } from './ports.ts';

/** One period of masks is the committee's whole tenure. */
export const ONLY_PERIOD = 0;

export interface Deployed extends Omit<EventFacts['ContractDeployed'], 'code' | 'initArgs'> {
  readonly verified: Verified;
  readonly openMode: OpenMode;
  readonly initArgs: Uint8Array;
  /** Where its event is: nothing about the contract is older. */
  readonly blockNumber: bigint;
}

export interface Seat {
  readonly seat: number;
  readonly node: number;
  /** The key of its committee's draw: records are signed with it for the whole tenure. */
  readonly signer: Hex;
  /** The node's present key, which signs answers of its API. */
  readonly nodeSigner: Hex;
  readonly apiUrl: string;
}

export interface CommitteeFacts {
  readonly committeeId: Hex;
  readonly generation: number;
  readonly n: number;
  readonly T: number;
  readonly qHi: number;
  readonly qLo: number;
  readonly seats: readonly Seat[];
  /** T-sets in lexicographic order. */
  readonly sets: readonly number[];
}

/** The record behind an id, recomputed; NO_CONTRACT if there is none. */
export async function readContract(ports: Ports, contractId: Hex, fromBlock = 0n): Promise<Deployed> {
  const { chain } = ports;
  const latest = await latestOf(chain);
  const log = (await eventsOf(chain, 'ContractDeployed', fromBlock, latest.number)).find(
    (one) => one.event.contractId === contractId,
  );
  if (log === undefined) {
    if ((await guarded(() => chain.contractOf(contractId))) !== undefined)
      throw new LyingRpc('the event of a registered contract is missing');
    throw new ClientError(
      'NO_CONTRACT',
      `No contract ${contractId} on chain ${chain.chainId}.`,
      { contractId },
      'Check the id and the network, or deploy the contract first.',
    );
  }
  const { code, initArgs, ...facts } = log.event;
  const deployed = checkDeployed(chain, facts, bytesOf(code), bytesOf(initArgs), log.blockNumber, checksOf(ports));
  for (const witness of ports.witnesses ?? []) {
    const other = await guarded(() => witness.contractOf(contractId));
    if (checksOf(ports)['witness.contract'] && other?.codeHash !== facts.contract.codeHash)
      throw new LyingRpc('two RPCs differ on the contract');
  }
  return deployed;
}

export function checkDeployed(
  chain: ChainPort,
  facts: Omit<EventFacts['ContractDeployed'], 'code' | 'initArgs'>,
  code: Uint8Array,
  initArgs: Uint8Array,
  blockNumber: bigint,
  checks: ClientChecks = ALL_CHECKS,
): Deployed {
  const { contract, contractId, deployer, salt, registeredEpoch } = facts;
  const { codeHash, policyHash, initHash } = contract;
  const id = contractIdOf({
    chainId: chain.chainId,
    tasks: chain.tasks,
    deployer,
    salt,
    codeHash,
    policyHash,
    initHash,
    registeredEpoch,
  });
  if (checks['contract.id'] && id !== contractId) throw new LyingRpc('a contract record does not hash to its id');
  if (checks['contract.args'] && toHex(keccak256(initArgs)) !== initHash)
    throw new LyingRpc('constructor arguments do not hash to the record');
  const loaded = loadModule(code);
  // The chain checks this hash itself, so other bytes are the RPC's doing.
  if (checks['contract.code'] && toHex(keccak256(code)) !== codeHash)
    throw new LyingRpc('code does not hash to the record');
  if (!loaded.ok) throw badProgram(loaded.code, 'The code on chain is refused by the verifier');
  if (checks['contract.policy'] && policyTermsOf(loaded.value).policyHash !== policyHash)
    throw badProgram('policyHash', 'The policy on chain is not the one that the code has');
  const openMode: OpenMode = contract.openMode === OPEN_MODE.AFTER_SETTLE ? 'afterSettle' : 'beforeSettle';
  const allowed = checkOpenMode(loaded.value, openMode);
  if (checks['contract.openMode'] && !allowed.ok)
    throw badProgram(allowed.code, 'The contract opens what its code needs to open earlier');
  return { ...facts, verified: loaded.value, openMode, initArgs, blockNumber };
}

function badProgram(why: string, message: string): ClientError {
  return new ClientError('BAD_PROGRAM', `${message}.`, { why }, 'Do not use this contract: no honest node runs it.');
}

/** The committee that sits now, with its seats' keys and addresses. */
export async function readCommittee(ports: Ports, deployed: Deployed): Promise<CommitteeFacts> {
  const { chain } = ports;
  const { contractId, contract } = deployed;
  const head = await guarded(() => chain.headOf(contractId));
  if (head === undefined) throw new LyingRpc('a deployed contract has no head');
  if (head.status === CONTRACT_STATUS.LOST) throw lost(contractId);
  if (head.committeeId === ZERO_HASH) {
    throw new ClientError(
      'NO_COMMITTEE',
      `Contract ${contractId} has no committee yet.`,
      { contractId },
      'Wait for the next epoch, then open its committee.',
    );
  }
  const latest = await latestOf(chain);
  const opened = (await eventsOf(chain, 'CommitteeOpened', deployed.blockNumber, latest.number)).find(
    (one) => one.event.committeeId === head.committeeId,
  );
  if (opened === undefined) throw new LyingRpc('the event of the sitting committee is missing');
  const { event } = opened;
  if (event.contractId !== contractId) throw new LyingRpc('a committee is not of its contract’s shape');
  checkCommittee(contract, event, head.committeeId, checksOf(ports));
  const { n, T } = contract;
  if (setCount(n, T) > SETS_MAX) throw badProgram('shape', `Committees of (${n},${T}) have more keys than nodes serve`);
  const seats = await Promise.all(event.seats.map((node, seat) => readSeat(ports, node, seat, event.epochDrawn)));
  return {
    committeeId: head.committeeId,
    generation: event.generation,
    n,
    T,
    qHi: event.qHi,
    qLo: event.qLo,
    seats,
    sets: thresholdSets(n, T),
  };
}

/** Whether a committee hashes to this id, and has the shape of its contract. */
export function checkCommittee(
  { n, T }: { readonly n: number; readonly T: number },
  event: EventFacts['CommitteeOpened'],
  committeeId: Hex,
  checks: ClientChecks = ALL_CHECKS,
): void {
  const { contractId, generation, epochDrawn, replacements, seedBlockHash, seats } = event;
  const id = committeeIdOf({ contractId, generation, epochDrawn, replacements, seedBlockHash, seats });
  if (checks['committee.id'] && id !== committeeId) throw new LyingRpc('a committee does not hash to its id');
  const shaped = event.n === n && event.T === T && seats.length === n && new Set(seats).size === n;
  if (checks['committee.shape'] && !shaped) throw new LyingRpc('a committee is not of its contract’s shape');
  if (checks['committee.quorums'] && (event.qHi !== quorumHigh(n, T) || event.qLo !== quorumLow(T)))
    throw new LyingRpc('a committee’s quorums are not those of its shape');
}

async function readSeat(ports: Ports, node: number, seat: number, epoch: number): Promise<Seat> {
  const signerAt = (chain: ChainReads): Promise<Hex> => guarded(() => chain.signerAt(node, epoch));
  const [record, signer] = await Promise.all([readNode(ports, node), signerAt(ports.chain)]);
  if (signer === ZERO_ADDRESS) throw new LyingRpc('a seat’s node does not exist');
  for (const witness of ports.witnesses ?? [])
    if (checksOf(ports)['witness.signer'] && (await signerAt(witness)) !== signer)
      throw new LyingRpc('two RPCs differ on a node’s signer');
  return { seat, node, signer, nodeSigner: record.signer, apiUrl: record.apiUrl.replace(/\/+$/, '') };
}

async function readNode(ports: Ports, node: number): Promise<NodeRecord> {
  const record = await guarded(() => ports.chain.nodeOf(node));
  if (record === undefined) throw new LyingRpc('a seat’s node does not exist');
  for (const witness of ports.witnesses ?? []) {
    const other = await guarded(() => witness.nodeOf(node));
    if (checksOf(ports)['witness.signer'] && other?.signer !== record.signer)
      throw new LyingRpc('two RPCs differ on a node’s signer');
  }
  return record;
}

/** Whether the chain has this key of a node at present. */
export async function isPresent(ports: Ports, node: number, signer: Hex): Promise<boolean> {
  return (await readNode(ports, node)).signer === signer;
}

export function lost(contractId: Hex): ClientError {
  return new ClientError(
    'CONTRACT_LOST',
    `Contract ${contractId} is lost: its committee never settled its first state, or left long after its tenure.`,
    { contractId },
    'Deposits are back with its owner; what came since goes back by "enigma give-up CONTRACT". Deploy it again.',
  );
}

/** Drawn, and without a first state by the block that was the last for it. */
export function isVoid(contractId: Hex, until: bigint): ClientError {
  return new ClientError(
    'CONTRACT_VOID',
    `Contract ${contractId} never began: its committee should have settled a first state by block ${until}, and no longer can. A seat was away while keys were made.`,
    { contractId, until },
    'Give it up with "enigma give-up CONTRACT", which anybody may: its deposits go back to its owner. Then deploy it again.',
  );
}

/** What an entry of the contract's inbox must match. */
export function inboxTermsOf(chain: ChainPort, deployed: Deployed, committeeId: Hex): InboxTerms {
  const widths = entryWidths(deployed.verified.module);
  if (widths === undefined)
    throw new ClientError(
      'NO_INBOX',
      'The contract has no inbox.',
      { contractId: deployed.contractId },
      'Call one of its functions instead.',
    );
  const { policyHash, admission } = deployed.contract;
  const terms = {
    domain: domainOf(chain),
    contractId: deployed.contractId,
    committeeId,
    period: ONLY_PERIOD,
    policyHash,
    admission,
    widths,
  };
  if (!widthsFit(terms)) throw badProgram('inbox', 'An entry of this contract does not fit an inbox');
  return terms;
}

/** Events of one name, each where its block says it is. */
export async function eventsOf<N extends EventName>(
  chain: ChainPort,
  name: N,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<readonly (ChainLog & { readonly event: EventOf<N> })[]> {
  const logs = await logsOf(chain, fromBlock, toBlock);
  return logs.filter((log): log is ChainLog & { readonly event: EventOf<N> } => isNamed(log.event, name));
}

export function isNamed<N extends EventName>(event: ChainEvent, name: N): event is Extract<ChainEvent, EventOf<N>> {
  return event.name === name;
}

export async function logsOf(chain: ChainPort, fromBlock: bigint, toBlock: bigint): Promise<readonly ChainLog[]> {
  if (fromBlock > toBlock) return [];
  const logs = await guarded(() => chain.events(fromBlock, toBlock));
  const strange = logs.some((log) => log.blockNumber < fromBlock || log.blockNumber > toBlock);
  if (checksOf(chain)['events.blocks'] && strange) throw new LyingRpc('events of blocks that were not asked for');
  return logs;
}

export async function latestOf(chain: ChainPort): Promise<Block> {
  return guarded(() => chain.latest());
}

/** Whether every witness has the same block at that height. */
export async function crossCheck(ports: Ports, number: bigint): Promise<Hex | undefined> {
  const block = await guarded(() => ports.chain.block(number));
  for (const witness of ports.witnesses ?? []) {
    const other = await guarded(() => witness.block(number));
    if (checksOf(ports)['witness.block'] && other?.hash !== block?.hash)
      throw new LyingRpc(`two RPCs differ on block ${number}`);
  }
  return block?.hash;
}

/** A port throws when nobody answers: that is not a refusal. */
export async function guarded<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ClientError) throw error;
    if (isUncertain(error)) throw new ClientError('CALL_UNCERTAIN', error.message, {}, error.next);
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    if (lacksEther(error))
      throw new ClientError(
        'NO_ETHER',
        'The account cannot pay for the transaction: it holds too little ether.',
        { reason },
        'Send ether to it, or let another account send the transaction; tokens do not pay for gas.',
      );
    throw new ClientError(
      'CHAIN_UNREACHABLE',
      'The chain’s RPC did not answer.',
      { reason },
      'Check that the network runs and that the RPC URL is right.',
    );
  }
}

/** Sent, and its fate unknown: said in the port's own words, which name the transactions. */
function isUncertain(error: unknown): error is Error & { readonly next: string } {
  return error instanceof Error && 'code' in error && error.code === 'CallUncertain' && 'next' in error;
}

/** Nodes say it in their own words: geth and anvil, erigon and viem each have one. */
const POOR =
  /insufficient (funds|balance) for (gas|transfer)|gas required exceeds allowance|exceeds the balance of the account|out of funds/i;

function lacksEther(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++)
    if (POOR.test(at.message)) return true;
  return false;
}

/** Hex that a port gave. */
export function bytesOf(hex: Hex): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === undefined) throw new LyingRpc('something that is not hex');
  return bytes;
}
