// Lies of an endpoint: one recorded election, told with one thing changed, and read by a watcher of its own.
import { concat, fromHex, u64be, type Hex } from '@enigma/crypto';
import {
  committeeIdOf,
  digest,
  foldEntries,
  OPEN_MODE,
  READ_SEQ,
  RECEIPT,
  RECEIPT_KIND,
  resultsRootOf,
  TASK,
  ZERO_HASH,
  type ChainEvent,
  type ChainLog,
  type ChainPort,
  type EventName,
  type EventOf,
  type Receipt,
} from '@enigma/protocol';
import { createMemoryStore, noFailpoints, type MemoryStore, type NodeCheck, type NodeChecks } from '../../src/index.ts';
import type { ChainView, ContractView } from '../../src/view.ts';
import { looksAtOneHead } from '../../src/limits.ts';
import { createWatcher, type Watcher } from '../../src/watch.ts';
import { flipped, settled, throws, type Cheat, type Settled } from './cheat.ts';

interface Told {
  readonly logs: readonly ChainLog[];
  /** The last final block. */
  readonly at: bigint;
}

interface Reading {
  readonly watcher: Watcher;
  /** What the watcher said. */
  readonly lines: readonly string[];
  /** From here on the endpoint says otherwise. */
  change(more: Partial<ChainPort>): void;
}

export async function recorded({ world }: Settled): Promise<readonly ChainLog[]> {
  return world.funder.events(0n, world.chain.latest().number);
}

export function reading(
  { world }: Settled,
  told: Told,
  checks: NodeChecks,
  store: MemoryStore = createMemoryStore(),
): Reading {
  const lines: string[] = [];
  const { funder } = world;
  const end = async () => (await funder.block(told.at)) ?? world.chain.latest();
  let port: ChainPort = {
    ...funder,
    latest: end,
    finalized: end,
    events: async (from, to) => told.logs.filter((log) => log.blockNumber >= from && log.blockNumber <= to),
  };
  const watcher = createWatcher({
    chain: { ...proxy(() => port), chainId: funder.chainId, tasks: funder.tasks, account: funder.account },
    domain: { chainId: funder.chainId, verifyingContract: funder.tasks },
    store,
    failpoint: noFailpoints,
    log: (code) => void lines.push(code),
    checks,
  });
  return { watcher, lines, change: (more) => void (port = { ...port, ...more }) };
}

function proxy(port: () => ChainPort): ChainPort {
  return {
    ...port(),
    latest: () => port().latest(),
    finalized: () => port().finalized(),
    block: (number) => port().block(number),
    events: (from, to) => port().events(from, to),
    headOf: (...given) => port().headOf(...given),
    nodeOf: (...given) => port().nodeOf(...given),
    signerAt: (...given) => port().signerAt(...given),
  };
}

/** The history up to the first event that `change` alters, with what it makes of it. */
function forging<N extends EventName>(
  name: N,
  change: (event: EventOf<N>, log: ChainLog, before: readonly ChainLog[]) => ChainEvent | undefined,
  stands: (view: ChainView, contract: ContractView) => boolean,
): Cheat {
  return async (checks) => {
    const fixture = await settled();
    const logs: ChainLog[] = [];
    for (const log of await recorded(fixture)) {
      const forged = log.event.name === name ? change(log.event as unknown as EventOf<N>, log, logs) : undefined;
      logs.push(forged === undefined ? log : { ...log, event: forged });
      if (forged !== undefined) break;
    }
    const { watcher } = reading(fixture, { logs, at: logs.at(-1)?.blockNumber ?? 0n }, checks);
    await watcher.step();
    const contract = watcher.state.view.contracts.get(fixture.election.contractId);
    return name === 'NodeRegistered'
      ? stands(watcher.state.view, undefined as never)
      : contract !== undefined && stands(watcher.state.view, contract);
  };
}

/** The history up to `last`, without the events that are left out, and the chain's own heads at that block. */
function withholding(last: (event: ChainEvent) => boolean, tell: (event: ChainEvent) => ChainEvent | undefined): Cheat {
  return async (checks) => {
    const fixture = await settled();
    const all = await recorded(fixture);
    const end = all.findIndex(({ event }) => last(event));
    const logs = all.slice(0, end + 1).flatMap((log) => {
      const event = tell(log.event);
      return event === undefined ? [] : [{ ...log, event }];
    });
    const { watcher } = reading(fixture, { logs, at: all[end]?.blockNumber ?? 0n }, checks);
    await watcher.step();
    const contract = watcher.state.view.contracts.get(fixture.election.contractId);
    if (contract === undefined) return false;
    await watcher.compare(contract);
    return contract.stalled === undefined && contract.comparedAt >= 0n;
  };
}

const other: Hex = `0x${'ab'.repeat(32)}`;

/** The tally's settlement, with another receipt under its own right digest. */
function resettled(event: EventOf<'Settled'>, domain: Parameters<typeof digest>[0], change: Partial<Receipt>) {
  const receipt = { ...event.receipt, ...change };
  const { newRoot, resultsRoot } = receipt;
  return { ...event, receipt, newRoot, resultsRoot, receiptDigest: digest(domain, RECEIPT, receipt) };
}

async function domainOf(): Promise<Parameters<typeof digest>[0]> {
  const { funder } = (await settled()).world;
  return { chainId: funder.chainId, verifyingContract: funder.tasks };
}

/** `forging` of the tally's settlement. */
function forgingSettled(
  change: (event: EventOf<'Settled'>, domain: Parameters<typeof digest>[0]) => EventOf<'Settled'>,
): Cheat {
  return async (checks) => {
    const domain = await domainOf();
    let forged: EventOf<'Settled'> | undefined;
    return forging(
      'Settled',
      (event) => (event.count === 1 ? (forged = change(event, domain)) : undefined),
      (_, contract) => contract.settlements.get(forged?.firstSeq ?? 0n)?.receiptDigest === forged?.receiptDigest,
    )(checks);
  };
}

/** A task's record, told as that of a read. */
function asRead(event: EventOf<'TaskCreated'>, domain: Parameters<typeof digest>[0]): EventOf<'TaskCreated'> {
  const header = { ...event.header, fn: '0xff000001' as const };
  return { ...event, header, taskId: digest(domain, TASK, header), seq: READ_SEQ };
}

/** A read of the election that the chain does not have, at the end of the history before the tally. */
async function withInventedRead(fixture: Settled): Promise<Told> {
  const all = await recorded(fixture);
  const end = all.findIndex(({ event }) => event.name === 'TaskCreated');
  const created = all[end] as ChainLog;
  const at = created.blockNumber - 1n;
  const blockHash = (await fixture.world.funder.block(at))?.hash ?? ZERO_HASH;
  const event = asRead(created.event as EventOf<'TaskCreated'>, await domainOf());
  return { at, logs: [...all.slice(0, end), { ...created, blockNumber: at, blockHash, logIndex: 1_000, event }] };
}

function refolded(event: EventOf<'InputsAppended'>, head: Hex): EventOf<'InputsAppended'> {
  const entries = event.bodies.map((body, at) => ({
    index: event.first + BigInt(at),
    height: event.height,
    body: fromHex(body) ?? new Uint8Array(),
  }));
  return { ...event, head: foldEntries(event.contractId, head, entries) };
}

const isTally = (event: ChainEvent): boolean => event.name === 'Settled' && event.count === 1;
const named =
  (name: EventName) =>
  (event: ChainEvent): boolean =>
    event.name === name;

/** Steps until the watcher reads more of an unchanged chain than its head. */
async function readAgain(watcher: Watcher): Promise<void> {
  for (let look = 0; look <= looksAtOneHead; look++) await watcher.step();
}

export const CHAIN = {
  'NodeRegistered.node': forging(
    'NodeRegistered',
    (event) => ({ ...event, node: event.node + 1 }),
    (view) => view.nodes.has(1),
  ),
  'ContractDeployed.twice': async (checks) => {
    const fixture = await settled();
    const logs = [...(await recorded(fixture))];
    const genesis = logs.findIndex(({ event }) => event.name === 'Settled');
    const deployed = logs.find(({ event }) => event.name === 'ContractDeployed') as ChainLog;
    const { blockNumber, blockHash, logIndex } = logs[genesis] as ChainLog;
    logs.splice(genesis + 1, logs.length, { ...deployed, blockNumber, blockHash, logIndex: logIndex + 1 });
    const { watcher } = reading(fixture, { logs, at: blockNumber }, checks);
    await watcher.step();
    return watcher.state.view.contracts.get(fixture.election.contractId)?.stateRoot === ZERO_HASH;
  },
  'ContractDeployed.contractId': forging(
    'ContractDeployed',
    (event) => ({ ...event, contract: { ...event.contract, policyHash: other } }),
    (_, contract) => contract.contract.policyHash === other,
  ),
  'CommitteeOpened.committeeId': forging(
    'CommitteeOpened',
    (event) => ({ ...event, seats: event.seats.toReversed() }),
    (_, contract) => contract.committee !== undefined,
  ),
  'CommitteeOpened.seats': forging(
    'CommitteeOpened',
    (event) => ({ ...event, T: 2 }),
    (_, contract) => contract.committee?.T === 2,
  ),
  'InputsAppended.first': async (checks) => {
    const fixture = await settled();
    const logs: ChainLog[] = [];
    let appends = 0;
    for (const log of await recorded(fixture)) {
      if (log.event.name !== 'InputsAppended') logs.push(log);
      else if (appends++ > 0) {
        logs.push({ ...log, event: refolded(log.event as EventOf<'InputsAppended'>, ZERO_HASH) });
        break;
      }
    }
    const { watcher } = reading(fixture, { logs, at: logs.at(-1)?.blockNumber ?? 0n }, checks);
    await watcher.step();
    return watcher.state.view.contracts.get(fixture.election.contractId)?.inbox.length === 3;
  },
  'InputsAppended.height': forging(
    'InputsAppended',
    (event) => refolded({ ...event, height: event.height - 1n }, ZERO_HASH),
    (_, contract) => contract.inbox.length === 3,
  ),
  'InputsAppended.head': forging(
    'InputsAppended',
    (event) => ({ ...event, bodies: event.bodies.map(flipped) }),
    (_, contract) => contract.inbox.length === 3,
  ),
  'TaskCreated.seq': forging(
    'TaskCreated',
    (event) => ({ ...event, seq: 1n }),
    (_, contract) => contract.tasks.has(1n),
  ),
  'TaskCreated.header': async (checks) => {
    const domain = await domainOf();
    return forging(
      'TaskCreated',
      (event) => {
        const header = { ...event.header, contractId: other };
        return { ...event, header, taskId: digest(domain, TASK, header) };
      },
      (_, contract) => contract.tasks.size === 1,
    )(checks);
  },
  'TaskCreated.taskId': forging(
    'TaskCreated',
    (event) => ({ ...event, header: { ...event.header, gasLimit: 1n } }),
    (_, contract) => contract.tasks.get(0n)?.header.gasLimit === 1n,
  ),
  'TaskCreated.body': forging(
    'TaskCreated',
    (event) => ({ ...event, body: '0x01' }),
    (_, contract) => contract.tasks.get(0n)?.body === '0x01',
  ),
  'Settled.receiptDigest': forgingSettled((event) => ({ ...event, receiptDigest: other })),
  'Settled.receipt': forgingSettled((event, domain) => resettled(event, domain, { count: 2 })),
  'Settled.root': forgingSettled((event, domain) => resettled(event, domain, { prevRoot: other })),
  'Settled.read': async (checks) => {
    const fixture = await settled();
    const domain = await domainOf();
    const logs: ChainLog[] = [];
    let read: EventOf<'TaskCreated'> | undefined;
    for (const log of await recorded(fixture)) {
      const { event } = log;
      if (event.name === 'TaskCreated') {
        read = asRead(event, domain);
        logs.push({ ...log, event: read });
      } else if (!isTally(event)) logs.push(log);
      else {
        const tally = event as EventOf<'Settled'>;
        const results = tally.results.map((one) => ({ ...one, taskId: read?.taskId ?? other }));
        // Some other state, which the chain would take.
        const facts = { kind: RECEIPT_KIND.READS, firstSeq: READ_SEQ, prevRoot: other, newRoot: other };
        const forged = resettled(tally, domain, { ...facts, resultsRoot: resultsRootOf(results) });
        logs.push({ ...log, event: { ...forged, firstSeq: READ_SEQ, results } });
        break;
      }
    }
    const { watcher } = reading(fixture, { logs, at: logs.at(-1)?.blockNumber ?? 0n }, checks);
    await watcher.step();
    return watcher.state.view.contracts.get(fixture.election.contractId)?.settlements.has(READ_SEQ) === true;
  },
  'Settled.results': forgingSettled((event) => ({
    ...event,
    results: event.results.map((one) => ({ ...one, gasUsed: 1n })),
  })),
  'Settled.taskId': forgingSettled((event, domain) => {
    const results = event.results.map((one) => ({ ...one, taskId: other }));
    return { ...resettled(event, domain, { resultsRoot: resultsRootOf(results) }), results };
  }),
  'Settled.maskedHash': forgingSettled((event) => ({ ...event, masked: event.masked.map(flipped) })),
  'BodyPosted.body': async (checks) => {
    const { taskId } = await settled();
    return forging(
      'Settled',
      (event) => (event.count === 1 ? { name: 'BodyPosted', taskId, body: '0x01' } : undefined),
      (view, contract) => contract.stalled === undefined && view.tasks.has(taskId),
    )(checks);
  },
  'Expired.taskId': forging(
    'Settled',
    (event) => {
      const taskId = event.results[0]?.taskId;
      if (taskId === undefined) return undefined;
      return {
        name: 'Expired',
        contractId: event.contractId,
        taskId,
        seq: 5n,
        liability: false,
        liable: 0,
        refund: 0n,
      };
    },
    (_, contract) => contract.tasks.get(0n)?.status === 'expired',
  ),
  'events.known': async (checks) => {
    const fixture = await settled();
    const logs = (await recorded(fixture)).filter(({ event }) => event.name === 'InputsAppended');
    const { watcher } = reading(fixture, { logs, at: logs[0]?.blockNumber ?? 0n }, checks);
    return throws(() => watcher.step());
  },
  'watch.order': async (checks) => {
    const fixture = await settled();
    const all = await recorded(fixture);
    const end = all.findIndex(({ event }) => event.name === 'TaskCreated');
    const at = (all[end]?.blockNumber ?? 0n) - 1n;
    const { watcher, change } = reading(fixture, { logs: all, at }, checks);
    // The task's block is not final yet; its event is told all the same.
    change({ events: async (from) => (from <= at ? all.slice(0, end + 1) : []) });
    await throws(() => watcher.step());
    return watcher.state.view.tasks.size === 1;
  },
  'watch.anchor': async (checks) => {
    const fixture = await settled();
    const all = await recorded(fixture);
    const end = all.findIndex(({ event }) => event.name === 'TaskCreated');
    const logs = all.slice(0, end + 1).map((log, at) => (at === end ? { ...log, blockHash: other } : log));
    const { watcher } = reading(fixture, { logs, at: logs[end]?.blockNumber ?? 0n }, checks);
    await throws(() => watcher.step());
    return [...watcher.state.view.tasks.values()][0]?.blockHash === other;
  },
  'watch.finality': async (checks) => {
    const fixture = await settled();
    const at = fixture.world.chain.latest().number - 5n;
    const { watcher, change } = reading(fixture, { logs: [], at }, checks);
    await watcher.step();
    const block = { ...fixture.world.chain.latest(), number: at, hash: other };
    change({ finalized: async () => block });
    return !(await throws(() => readAgain(watcher)));
  },
  'watch.remembered': async (checks) => {
    const fixture = await settled();
    const at = fixture.world.chain.latest().number;
    const store = createMemoryStore();
    store.put('chain/cursor', concat(u64be(at - 9n), fromHex(other) ?? new Uint8Array()));
    const { watcher } = reading(fixture, { logs: [], at }, checks, store);
    return !(await throws(() => watcher.step()));
  },
  'watch.behind': async (checks) => {
    const fixture = await settled();
    const all = await recorded(fixture);
    const at = fixture.world.chain.latest().number;
    const { watcher, change } = reading(fixture, { logs: all, at }, checks);
    await watcher.step();
    const older = await fixture.world.funder.block((all.find(({ event }) => isTally(event))?.blockNumber ?? 1n) - 1n);
    if (older !== undefined) change({ finalized: async () => older });
    await readAgain(watcher);
    return watcher.state.recent.some(({ event }) => isTally(event));
  },
  'heads.inbox': withholding(named('TaskCreated'), (event) => (event.name === 'InputsAppended' ? undefined : event)),
  // Of a read: it moves no state.
  'heads.receiptHead': async (checks) => {
    const fixture = await settled();
    const { funder } = fixture.world;
    const { at, logs } = await withInventedRead(fixture);
    const last = logs.at(-1) as ChainLog;
    const { taskId } = last.event as EventOf<'TaskCreated'>;
    const tally = (await recorded(fixture)).find(({ event }) => isTally(event))?.event as EventOf<'Settled'>;
    const results = tally.results.map((one) => ({ ...one, taskId }));
    const facts = { kind: RECEIPT_KIND.READS, firstSeq: READ_SEQ, newRoot: tally.receipt.prevRoot };
    const forged = resettled(tally, await domainOf(), { ...facts, resultsRoot: resultsRootOf(results) });
    const event = { ...forged, firstSeq: READ_SEQ, results };
    const told = [...logs, { ...last, logIndex: last.logIndex + 1, event }];
    const { watcher, change } = reading(fixture, { at, logs: told }, checks);
    // As if the chain had the read: its settlement alone is invented.
    change({
      headOf: async (...given) => {
        const head = await funder.headOf(...given);
        return head && { ...head, nextRead: READ_SEQ + 1n };
      },
    });
    await watcher.step();
    const contract = watcher.state.view.contracts.get(fixture.election.contractId);
    if (contract?.settlements.has(READ_SEQ) !== true) return false;
    await watcher.compare(contract);
    return contract.stalled === undefined && contract.comparedAt >= 0n;
  },
  'heads.nextSeq': withholding(named('TaskCreated'), (event) => (event.name === 'TaskCreated' ? undefined : event)),
  'heads.nextRead': async (checks) => {
    const fixture = await settled();
    const { watcher } = reading(fixture, await withInventedRead(fixture), checks);
    await watcher.step();
    const contract = watcher.state.view.contracts.get(fixture.election.contractId);
    if (contract?.reads.size !== 1) return false;
    await watcher.compare(contract);
    return contract.stalled === undefined && contract.comparedAt >= 0n;
  },
  'heads.committeeId': withholding(named('CommitteeOpened'), (event) => {
    if (event.name !== 'CommitteeOpened') return event;
    const { contractId, generation, epochDrawn, replacements, seedBlockHash } = event as EventOf<'CommitteeOpened'>;
    const seats = (event as EventOf<'CommitteeOpened'>).seats.toReversed();
    const drawn = { contractId, generation, epochDrawn, replacements, seedBlockHash, seats };
    return { ...event, seats, committeeId: committeeIdOf(drawn) } as ChainEvent;
  }),
  'heads.contract': withholding(named('CommitteeOpened'), (event) => {
    if (event.name !== 'ContractDeployed') return event;
    const { contract } = event as EventOf<'ContractDeployed'>;
    // Results would leave in clear before they are settled.
    return { ...event, contract: { ...contract, openMode: OPEN_MODE.BEFORE_SETTLE } } as ChainEvent;
  }),
  'heads.signers': withholding(named('CommitteeOpened'), (event) => {
    if (event.name !== 'NodeRegistered') return event;
    const { keys } = event as EventOf<'NodeRegistered'>;
    return { ...event, keys: { ...keys, signer: `0x${'5e'.repeat(20)}` } } as ChainEvent;
  }),
} satisfies Partial<Record<NodeCheck, Cheat>>;
