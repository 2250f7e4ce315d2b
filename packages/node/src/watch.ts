// Follows the chain: finalised events enter the view once and for ever; what came after them is kept beside it and read anew at each step, so a reorganisation above
// finality needs no undoing. One below finality stops the node, for everything it has signed rests on that history.
import { concat, fromHex, toHex, u64be, type Hex } from '@enigma/crypto';
import { READ_SEQ, type Block, type ChainLog, type ChainPort, type Domain } from '@enigma/protocol';
import { checkLog } from './checks.ts';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';
import type { Failpoint } from './failpoints.ts';
import { blocksPerStepMax, looksAtOneHead, rotationTriesMax, stalledTriesLog } from './limits.ts';
import type { Log } from './log.ts';
import { rereadingOf, type Rereading } from './reread.ts';
import type { Store } from './store.ts';
import { createTips } from './tips.ts';
import {
  applyLog,
  emptyView,
  endRotation,
  lapseReads,
  signerAt,
  type ChainView,
  type ContractView,
  type Rotation,
} from './view.ts';

const cursorBlob = 'chain/cursor';

export interface Watch {
  readonly view: ChainView;
  /** Events after the finalised block, in order; they may still vanish. */
  readonly recent: readonly ChainLog[];
  readonly finalizedNumber: bigint;
  readonly latestNumber: bigint;
  /** Seconds since 1970 of the latest block. */
  readonly latestTime: number;
  /** The finalised history is known up to the chain's own finalised block. */
  readonly fresh: boolean;
  /** The chain's own, when it was last asked. */
  readonly chainFinalized: bigint;
  /** Replacements of blocks that were not final, and the deepest of them, as far as it was seen. */
  readonly reorgs: number;
  readonly reorgDepth: number;
}

/** The chain dropped a block that it had called final. */
export class FinalityBroken extends Error {
  readonly code = 'FINALITY_BROKEN';
}

/** The endpoint did not answer, or with something that is no answer. Whoever steps the node tries again. */
export class ChainTrouble extends Error {
  readonly code = 'CHAIN_UNREACHABLE';
}

export interface Watcher {
  readonly state: Watch;
  /** Reads what is new. Rejects with ChainTrouble when the chain does not answer; the state is then as it was, up to a block. */
  step(): Promise<void>;
  /** Compares the chain's own heads of a contract with what its events say, at the last final block; on a difference the contract stalls, and is compared again after 2, 4, 8 … blocks. One whose events contradict each other is read again instead, and is then another object in the view. */
  compare(contract: ContractView): Promise<void>;
}

export interface WatchHost {
  readonly chain: ChainPort;
  readonly domain: Domain;
  readonly store: Store;
  readonly failpoint: Failpoint;
  readonly log: Log;
  readonly checks?: NodeChecks;
}

export function createWatcher({ chain, domain, store, failpoint, log, checks = ALL_CHECKS }: WatchHost): Watcher {
  const view = emptyView();
  const state = {
    view,
    recent: [] as readonly ChainLog[],
    finalizedNumber: -1n,
    latestNumber: -1n,
    latestTime: 0,
    fresh: false,
    chainFinalized: -1n,
    reorgs: 0,
    reorgDepth: 0,
  };
  const tips = createTips();
  const remembered = readCursor(store);
  let hash: Hex | undefined;
  /** Contract and committee whose records the chain has shown. */
  const compared = new Set<string>();
  /** Of contracts that stall because heads differ: when they are asked for again. */
  const waits = new Map<Hex, { readonly tries: number; readonly askAt: bigint }>();
  /** The head at which everything was read, and how often it was seen again since: a chain that stands still is asked for little. */
  let read: { readonly head: Hex | undefined; looks: number } = { head: undefined, looks: 0 };
  /** Contracts with an event that fitted nothing, for what is held of them is not whole: when they are read again. */
  const contradicted = new Map<Hex, { readonly tries: number; readonly askAt: bigint }>();
  let rereading: Rereading | undefined;

  function stall(contract: ContractView, what: string): void {
    if (contract.stalled !== undefined) return;
    contract.stalled = what;
    log('contract.stalled', { contract: contract.contractId, what });
  }

  function reorganised(depth: number, { number }: Block): void {
    if (depth === 0) return;
    state.reorgs++;
    state.reorgDepth = Math.max(state.reorgDepth, depth);
    log('chain.reorganised', { depth, latest: number });
  }

  function apply(entry: ChainLog, blockTime: number): void {
    const wrong = checkLog(domain, view, entry, checks);
    if (wrong === undefined) return applyLog(view, entry, blockTime);
    const contract = wrong.contractId === undefined ? undefined : view.contracts.get(wrong.contractId);
    if (contract !== undefined) {
      const { contractId } = contract;
      if (!contradicted.has(contractId)) contradicted.set(contractId, { tries: 1, askAt: entry.blockNumber + 2n });
      waits.delete(contract.contractId);
      return stall(contract, `${wrong.event}.${wrong.what}`);
    }
    log('chain.event.refused', { event: wrong.event, what: wrong.what, block: entry.blockNumber });
  }

  /** A step of the history: its events, in order, then its last block, which must still stand after they were read. */
  async function advance(from: bigint, to: bigint): Promise<boolean> {
    const logs = await ask(() => chain.events(from, to));
    if (checks['watch.order'] && !inOrder(logs, from, to))
      throw new ChainTrouble(`events of blocks ${from} to ${to} are not of these blocks, or not in order`);
    const end = await askBlock(() => chain.block(to));
    if (end === undefined) return false;
    if (checks['watch.remembered'] && remembered !== undefined && from <= remembered.number && remembered.number <= to)
      await expectHash(chain, remembered.number, remembered.hash);
    const times = await timesOf(chain, logs, end, checks);
    for (const entry of logs) apply(entry, times.get(entry.blockNumber) ?? 0);
    lapseReads(view, end.timestamp);
    state.finalizedNumber = to;
    hash = end.hash;
    if (remembered === undefined || to >= remembered.number) {
      failpoint('chain.cursor.a');
      store.put(cursorBlob, concat(u64be(to), fromHex(end.hash) ?? new Uint8Array()));
      failpoint('chain.cursor.c');
    }
    return true;
  }

  /** One stretch of the history of a contract that is read again; at its end what was read counts, or it is put off. */
  async function reread(): Promise<void> {
    const at = state.finalizedNumber;
    const due = [...contradicted].find(([, { askAt }]) => askAt <= at)?.[0];
    const held = due === undefined ? undefined : view.contracts.get(due);
    if (rereading === undefined && held !== undefined) rereading = rereadingOf(domain, view, held, checks);
    if (rereading === undefined) return;
    const [from, last] = [rereading.next(), rereading.next() + BigInt(blocksPerStepMax) - 1n];
    const to = last < at ? last : at;
    if (from <= to) {
      const logs = await ask(() => chain.events(from, to));
      const end = await askBlock(() => chain.block(to));
      if (end === undefined || (checks['watch.order'] && !inOrder(logs, from, to))) return putOffReading(rereading, at);
      const wrong = rereading.take(logs, await timesOf(chain, logs, end, checks), to, end.timestamp);
      if (wrong !== undefined) return putOffReading(rereading, at);
    }
    if (to < at) return;
    const { contractId } = rereading;
    const fresh = rereading.contract();
    // Compared with the chain's records anew: what was said of them before was of another history.
    for (const name of Array.from(compared)) if (name.startsWith(contractId)) compared.delete(name);
    const differing = fresh === undefined ? 'contract' : await differs(fresh, at);
    if (differing === 'pending') return;
    if (fresh === undefined || differing !== undefined) return putOffReading(rereading, at);
    fresh.comparedAt = at;
    log('contract.resumed', { contract: contractId, what: view.contracts.get(contractId)?.stalled ?? '' });
    rereading.replace(view);
    contradicted.delete(contractId);
    rereading = undefined;
  }

  function putOffReading({ contractId }: Rereading, at: bigint): void {
    const tries = (contradicted.get(contractId)?.tries ?? 0) + 1;
    contradicted.set(contractId, { tries, askAt: at + (1n << BigInt(Math.min(tries, stalledTriesLog))) });
    rereading = undefined;
  }

  /** A rotation counts once the chain's own record has it: neither a key's possession nor its addresses are in the event. */
  async function confirmRotations(): Promise<void> {
    const at = state.finalizedNumber;
    for (const { index, rotations } of view.nodes.values())
      for (const rotation of rotations) {
        if (rotation.askAt > at) continue;
        const [record, signer] = await Promise.all([
          ask(() => chain.nodeOf(index, at)),
          ask(() => chain.signerAt(index, rotation.from, at)),
        ]);
        // The record is of the last rotation: of one before it the chain tells the signer alone.
        const { sealingKey, tlsSpkiHash } = rotation;
        const isLast = record?.signer === rotation.signer;
        const stands =
          signer === rotation.signer &&
          record !== undefined &&
          (!isLast || (record.sealingKey === sealingKey && record.tlsSpkiHash === tlsSpkiHash));
        if (stands || !checks['heads.rotation']) {
          const keys = record ?? view.nodes.get(index)?.keys;
          endRotation(view, index, rotation, keys);
          log('node.rotated', { node: index, signer: rotation.signer, from: rotation.from });
          continue;
        }
        log('chain.event.refused', { event: 'KeysRotated', what: 'record', block: at });
        const tries = rotation.tries + 1;
        if (tries >= rotationTriesMax) endRotation(view, index, rotation, undefined);
        else putOff(index, { ...rotation, tries, askAt: at + (1n << BigInt(tries)) });
      }
  }

  function putOff(index: number, rotation: Rotation): void {
    const node = view.nodes.get(index);
    if (node === undefined) return;
    const rotations = node.rotations.map((one) => (one.from === rotation.from ? rotation : one));
    view.nodes.set(index, { ...node, rotations });
  }

  return {
    state,
    async step() {
      const latest = await askBlock(() => chain.latest());
      if (latest.hash === read.head && read.looks++ < looksAtOneHead) return;
      read = { head: undefined, looks: 0 };
      const finalized = await askBlock(() => chain.finalized());
      state.chainFinalized = finalized.number;
      reorganised(tips.see(latest), latest);
      if (remembered !== undefined && finalized.number < remembered.number) return;
      if (checks['watch.finality']) await stillFinal(chain, finalized, state.finalizedNumber, hash);
      while (state.finalizedNumber < finalized.number) {
        const from = state.finalizedNumber + 1n;
        const last = from + BigInt(blocksPerStepMax) - 1n;
        if (!(await advance(from, last < finalized.number ? last : finalized.number))) return;
      }
      await confirmRotations();
      // An endpoint that falls behind what it said before: what it calls recent would be told twice.
      if (checks['watch.behind'] && finalized.number < state.finalizedNumber) return;
      state.recent =
        latest.number > finalized.number ? await ask(() => chain.events(finalized.number + 1n, latest.number)) : [];
      state.latestNumber = latest.number;
      state.latestTime = latest.timestamp;
      state.fresh = true;
      try {
        await reread();
      } catch (error) {
        // An endpoint that does not give the old blocks keeps nobody but this contract waiting.
        if (!(error instanceof ChainTrouble) || rereading === undefined) throw error;
        putOffReading(rereading, state.finalizedNumber);
      }
      if (rereading === undefined) read = { head: latest.hash, looks: 0 };
    },
    async compare(contract) {
      const at = state.finalizedNumber;
      const again = waits.get(contract.contractId);
      if (contract.stalled !== undefined && (again === undefined || at < again.askAt)) return;
      const isKnown = contract.comparedAt >= contract.changedAt && contract.comparedAt >= 0n;
      if (contract.stalled === undefined && isKnown) return;
      const wrong = await differs(contract, at);
      if (wrong === 'pending') return;
      if (wrong !== undefined) {
        stall(contract, wrong);
        putOffHeads(contract, at);
        return;
      }
      contract.comparedAt = at;
      if (contract.stalled === undefined) return;
      // Every event of it was checked as it came, and now the chain's own heads hold them all: what did not fit was an answer, and nothing was signed meanwhile.
      log('contract.resumed', { contract: contract.contractId, what: contract.stalled });
      contract.stalled = undefined;
      waits.delete(contract.contractId);
    },
  };

  /** Twice as many blocks each time, up to a bound; a contract whose events contradict each other is read again instead. */
  function putOffHeads({ contractId }: ContractView, at: bigint): void {
    if (contradicted.has(contractId)) return;
    const tries = (waits.get(contractId)?.tries ?? 0) + 1;
    waits.set(contractId, { tries, askAt: at + (1n << BigInt(Math.min(tries, stalledTriesLog))) });
  }

  /** What the chain's own heads and records say otherwise than the events. */
  async function differs(contract: ContractView, at: bigint): Promise<string | undefined> {
    const [inbox, head] = await Promise.all([
      ask(() => chain.inboxOf(contract.contractId, at)),
      ask(() => chain.headOf(contract.contractId, at)),
    ]);
    if (checks['heads.inbox'] && (inbox.head !== contract.inboxHead || inbox.count !== BigInt(contract.inbox.length)))
      return 'inboxHead';
    if (head === undefined) return 'head';
    // It holds every state root too, and the receipts of reads, which move none.
    if (checks['heads.receiptHead'] && head.receiptHead !== contract.receiptHead) return 'receiptHead';
    if (checks['heads.nextSeq'] && head.nextSeq !== BigInt(contract.tasks.size)) return 'nextSeq';
    if (checks['heads.nextRead'] && head.nextRead !== READ_SEQ + BigInt(contract.reads.size)) return 'nextRead';
    const { committee } = contract;
    if (checks['heads.committeeId'] && committee !== undefined && head.committeeId !== committee.committeeId)
      return 'committeeId';
    return recordsDiffer(contract, at);
  }

  /** Once for each committee: neither the terms of a contract nor the keys of its seats are in an id that is computed again. */
  async function recordsDiffer(contract: ContractView, at: bigint): Promise<string | undefined> {
    const { contractId, committee } = contract;
    const name = `${contractId}/${committee?.committeeId ?? ''}`;
    if (compared.has(name)) return undefined;
    const [record, ...own] = await Promise.all([
      ask(() => chain.contractOf(contractId, at)),
      ...(committee?.seats ?? []).map((node) => ask(() => chain.signerAt(node, committee?.epochDrawn ?? 0, at))),
    ]);
    if (checks['heads.contract'] && !holds(contract.contract, record)) return 'contract';
    const signers = committee?.seats.map((node) => signerAt(view, node, committee.epochDrawn)) ?? [];
    // A rotation that the chain has not confirmed yet: what signs for the seat is not known.
    if (signers.includes(undefined)) return 'pending';
    if (checks['heads.signers'] && signers.some((signer, seat) => signer !== own[seat])) return 'signers';
    compared.add(name);
    return undefined;
  }
}

/** Whether an answer says all that was told. */
function holds(told: unknown, answer: unknown): boolean {
  if (typeof told !== 'object' || told === null) return told === answer;
  if (typeof answer !== 'object' || answer === null) return false;
  return Object.entries(told).every(([name, one]) => holds(one, (answer as Readonly<Record<string, unknown>>)[name]));
}

/** Any failure of the endpoint or of its adapter is trouble with the chain: nothing it says may end the node. */
async function ask<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw new ChainTrouble(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error), {
      cause: error,
    });
  }
}

/** A block of which something is missing is no answer. */
async function askBlock<B extends Block | undefined>(question: () => Promise<B>): Promise<B> {
  return ask(async () => {
    const block = await question();
    if (block !== undefined && !isBlock(block)) throw new TypeError('a block without its number, hash or time');
    return block;
  });
}

function isBlock({ number, hash, timestamp }: Block): boolean {
  return typeof number === 'bigint' && fromHex(hash)?.length === 32 && Number.isSafeInteger(timestamp);
}

function inOrder(logs: readonly ChainLog[], from: bigint, to: bigint): boolean {
  let before: ChainLog | undefined;
  for (const entry of logs) {
    if (entry.blockNumber < from || entry.blockNumber > to) return false;
    if (
      before !== undefined &&
      (entry.blockNumber < before.blockNumber ||
        (entry.blockNumber === before.blockNumber && entry.logIndex <= before.logIndex))
    )
      return false;
    before = entry;
  }
  return true;
}

/** Times of the blocks that hold a task's record, which is what a contract sees as its time, or a receipt. `end` = the last block, which is known. */
async function timesOf(
  chain: ChainPort,
  logs: readonly ChainLog[],
  end: Block,
  checks: NodeChecks,
): Promise<ReadonlyMap<bigint, number>> {
  const times = new Map<bigint, number>();
  for (const { event, blockNumber, blockHash } of logs) {
    if ((event.name !== 'TaskCreated' && event.name !== 'Settled') || times.has(blockNumber)) continue;
    const block = blockNumber === end.number ? end : await askBlock(() => chain.block(blockNumber));
    if (block === undefined || (checks['watch.anchor'] && block.hash !== blockHash))
      throw new ChainTrouble(`block ${blockNumber} is not the one its events name`);
    times.set(blockNumber, block.timestamp);
  }
  return times;
}

async function stillFinal(chain: ChainPort, finalized: Block, number: bigint, hash: Hex | undefined): Promise<void> {
  if (hash === undefined) return;
  if (finalized.number === number) return compareHash(number, hash, finalized.hash);
  await expectHash(chain, number, hash);
}

async function expectHash(chain: ChainPort, number: bigint, hash: Hex): Promise<void> {
  const block = await askBlock(() => chain.block(number));
  if (block === undefined) throw new ChainTrouble(`the endpoint does not know block ${number}`);
  compareHash(number, hash, block.hash);
}

function compareHash(number: bigint, hash: Hex, now: Hex): void {
  if (now !== hash)
    throw new FinalityBroken(
      `Block ${number} was final as ${hash} and is now ${now}: this node has signed on the first and stops. Check the chain endpoint.`,
    );
}

function readCursor(store: Store): { number: bigint; hash: Hex } | undefined {
  const bytes = store.get(cursorBlob);
  if (bytes?.length !== 40) return undefined;
  return { number: new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0), hash: toHex(bytes.subarray(8)) };
}
