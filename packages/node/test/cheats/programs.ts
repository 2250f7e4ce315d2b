// Deployers, relayers and whoever appends: programs that are not what their record says, entries that must not count, and tasks that would run on what is not settled yet.
import { encodeCall, functionNamed, scalarRefs } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';
import type { TaskRun } from '@enigma/mpc';
import { field, fromHex, generateSigningKey, keccak256, seededRandom, share, toHex, type Hex } from '@enigma/crypto';
import {
  chunkLeafHash,
  seatRootOf,
  siftEntries,
  signEntry,
  signVoucher,
  START_CURSOR,
  type AcceptedEntry,
} from '@enigma/protocol';
import { isTooLong, prepare, type Site } from '../../src/execute.ts';
import { noFailpoints, type NodeCheck, type NodeChecks } from '../../src/index.ts';
import { createOrder } from '../../src/order.ts';
import { createPending } from '../../src/pending.ts';
import { isRefused, loadProgram } from '../../src/program.ts';
import { genesisState, leafRootOfState } from '../../src/state.ts';
import { batchFrom } from '../../src/batch.ts';
import type { ContractView, TaskView } from '../../src/view.ts';
import { sealBallot } from '../support/election.ts';
import { settled, throws, type Cheat, type Settled } from './cheat.ts';

const other: Hex = `0x${'ab'.repeat(32)}`;
const EARLY =
  'export class A extends Contract { static readonly openMode = "beforeSettle"; k: u8 = 0; s: Secret<u8> = 3; go() { this.k = reveal(this.s, "x"); } }';
/** Cheap to run on 1, dear by its bound. */
const DEAR =
  'export class A extends Contract { n: u32 = 0; constructor(a: u64) { super(); if (a > 5) { for (let i = 0; i < 1000000; i++) for (let j = 0; j < 1000000; j++) this.n = this.n + 1; } } go(): u32 { return this.n; } }';
const PAID = 'export class A extends Contract { paid: u64 = 0; go() { this.paid = this.ctx.value; } }';
const PLAIN =
  'export class A extends Contract { n: u32 = 0; constructor() { super(); this.n = 3; } go(): u32 { return this.n; } }';

/** The election's contract with another program in it, and everything in its record right. */
async function deployed(source: string, initArgs: Uint8Array = new Uint8Array()): Promise<ContractView> {
  const { contract } = (await settled()).seat.host;
  const compiled = compile(source);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map((one) => one.message).join());
  const { codeHash, policyHash } = compiled;
  const record = { ...contract.contract, codeHash, policyHash, initHash: toHex(keccak256(initArgs)) };
  return { ...contract, code: toHex(compiled.bytes), initArgs: toHex(initArgs), contract: record };
}

async function runs(checks: NodeChecks, contract: ContractView): Promise<boolean> {
  const { domain, committee } = (await settled()).seat.host;
  return !isRefused(loadProgram(domain, contract, committee, checks));
}

async function recordWith(change: Partial<ContractView['contract']>): Promise<ContractView> {
  const { contract } = (await settled()).seat.host;
  return { ...contract, contract: { ...contract.contract, ...change } };
}

/** How many of these bodies count. */
async function counted(checks: NodeChecks, bodies: readonly Uint8Array[]): Promise<number> {
  const { contract, program } = (await settled()).seat.host;
  const inbox = bodies.map((body, at) => ({ index: BigInt(at), height: 1n, body: toHex(body) }));
  const pending = createPending({ ...contract, inbox }, program, noFailpoints, checks);
  pending.step();
  return pending.entries.length;
}

function siteOf({ seat }: Settled, checks: NodeChecks): Site {
  const { program, contract, committee, keysId, secret } = seat.host;
  return { program, contract, committee, keysId, seat: seat.host.seat, secret, checks };
}

interface Tried {
  readonly checks: NodeChecks;
  readonly task?: Partial<TaskView['header']>;
  /** Entries from this index on are not consumed. */
  readonly next?: bigint;
  /** Height of the entries after the task's block. */
  readonly late?: bigint;
}

/** The tally as a seat prepares it. */
async function prepared({ checks, task: header, next = 0n, late = 0n }: Tried): Promise<ReturnType<typeof prepare>> {
  const fixture = await settled();
  const { contract, program, start } = fixture.seat.host;
  const task = contract.tasks.get(0n) as TaskView;
  const sifted: readonly AcceptedEntry[] =
    program.inbox === undefined
      ? []
      : siftEntries(
          program.inbox,
          contract.inbox.map((item) => ({ ...item, body: fromHex(item.body) ?? new Uint8Array() })),
        ).accepted;
  const entries = sifted.map((entry) => (late > 0n ? { ...entry, height: task.blockNumber + late } : entry));
  const state = { ...start, cursor: { ...start.cursor, next } };
  return prepare(siteOf(fixture, checks), state, { ...task, header: { ...task.header, ...header } }, entries);
}

const taken = async (tried: Tried): Promise<boolean> => {
  const { prepared: got } = await prepared(tried);
  return got.kind === 'run' && got.entries.length > 0;
};

/** Whether a seat asks for the tally's session. */
async function begins(checks: NodeChecks, comparedAt: bigint, known: boolean): Promise<boolean> {
  const fixture = await settled();
  const contract: ContractView = { ...fixture.seat.host.contract, comparedAt, settlements: new Map() };
  const asked: string[] = [];
  const order = createOrder({
    site: { ...siteOf(fixture, checks), contract },
    start: fixture.seat.host.start,
    machine: {
      request: (work: { readonly kind: string }) => (asked.push(work.kind), other),
      keysReady: () => true,
      waiting: () => false,
      wanted: () => undefined,
      pools: () => [],
      lacking: () => [],
      sweep: () => undefined,
      proceed: () => undefined,
      close: () => undefined,
      forget: () => undefined,
    },
    positions: {
      current: () => ({ state: fixture.seat.host.start, nextSeq: 0n, secretRoot: other }),
      promote: () => undefined,
    },
    pending: { entries: [], step: () => undefined, knownTo: () => known, consumed: () => undefined },
    bodies: { ready: () => true },
  } as unknown as Parameters<typeof createOrder>[0]);
  order.pursue(fixture.world.nodes[0]?.node?.watch() as never, 0, false);
  return asked.includes('tasks');
}

const committeeId: Hex = `0x${'c0'.repeat(32)}`;
const slot = new Uint8Array(34).fill(1);

/** One of (4,1) tries both values of a bit: a line through the value and its own share gives the victim's share, and so a root to compare. */
function readsBit(checks: NodeChecks, secret: Uint8Array): boolean {
  const random = seededRandom('salts cheat');
  for (let game = 0; game < 20; game++) {
    const bit = BigInt(game % 2);
    const shares = share(bit, 4, 1, random);
    const state = { version: 3n, fields: [], cursor: START_CURSOR, shares: [shares[2] as bigint] };
    const root = leafRootOfState(state, { committeeId, seat: 2, slot, secret }, checks);
    const guess = [0n, 1n].find((value) => {
      const slope = field.sub(shares[0] as bigint, value);
      const bytes = new Uint8Array(16);
      let rest = field.add(value, field.mul(slope, 3n));
      for (let at = 0; at < 16; at++, rest >>= 8n) bytes[at] = Number(rest & 255n);
      const leaf = { committeeId, seat: 2, version: 3n, salt: new Uint8Array(32), chunk: bytes };
      return seatRootOf([chunkLeafHash(leaf)]) === root;
    });
    if (guess !== bit) return false;
  }
  return true;
}

export const PROGRAMS = {
  'program.mode': async (checks) => runs(checks, await recordWith({ mode: 1 })),
  'program.shape': async (checks) => runs(checks, await recordWith({ n: 31, T: 15 })),
  'program.codeHash': async (checks) => runs(checks, await recordWith({ codeHash: other })),
  'program.policyHash': async (checks) => runs(checks, await recordWith({ policyHash: other })),
  'program.initHash': async (checks) => runs(checks, await recordWith({ initHash: other })),
  'program.openMode': async (checks) => runs(checks, await deployed(EARLY)),
  constructorGas: async (checks) => {
    const args = new Uint8Array(8);
    args[0] = 1;
    const contract = await deployed(DEAR, args);
    const compiled = compile(DEAR);
    return compiled.ok && !(await throws(() => genesisState(compiled.verified, contract, checks)));
  },
  salts: (checks) => readsBit(checks, seededRandom('salt root')(32)),
  'entry.sender': async (checks) => {
    const { election } = await settled();
    const { terms } = election;
    // An admitted voter's name and voucher, which anybody can read on chain, over somebody else's values and signature.
    const victim = generateSigningKey(seededRandom('a victim'));
    const voucher = signVoucher(terms.domain, terms.contractId, victim.address, election.admission.privateKey);
    const forger = generateSigningKey(seededRandom('a forger')).privateKey;
    return (
      (await counted(checks, [
        signEntry(terms, { sender: victim.address, nonce: 9n, deltas: [3n], voucher }, forger),
      ])) === 1
    );
  },
  'entry.admission': async (checks) => {
    const { election } = await settled();
    const { terms } = election;
    const voter = generateSigningKey(seededRandom('not admitted'));
    const voucher = signVoucher(terms.domain, terms.contractId, voter.address, voter.privateKey);
    const body = signEntry(terms, { sender: voter.address, nonce: 0n, deltas: [3n], voucher }, voter.privateKey);
    return (await counted(checks, [body])) === 1;
  },
  'entry.period': async (checks) => {
    const { election } = await settled();
    const terms = { ...election.terms, period: 1 };
    const voter = generateSigningKey(seededRandom('another period'));
    const voucher = signVoucher(terms.domain, terms.contractId, voter.address, election.admission.privateKey);
    const body = signEntry(terms, { sender: voter.address, nonce: 0n, deltas: [3n], voucher }, voter.privateKey);
    return (await counted(checks, [body])) === 1;
  },
  'entry.nonce': async (checks) => {
    const { world, election } = await settled();
    const voter = generateSigningKey(seededRandom('one voter'));
    const bodies = [1n, 0n].map((nonce) => sealBallot(world, election, voter, 1, nonce));
    return (await counted(checks, bodies)) === 2;
  },
  gas: async (checks) => (await prepared({ checks, task: { gasLimit: 1_100n } })).prepared.kind === 'run',
  callable: async (checks) => {
    const compiled = compile(PLAIN);
    const fixture = await settled();
    if (!compiled.ok) return false;
    const contract = await deployed(PLAIN);
    const program = loadProgram(fixture.seat.host.domain, contract, fixture.seat.host.committee);
    if (isRefused(program)) return false;
    const task = fixture.seat.host.contract.tasks.get(0n) as TaskView;
    const fn = compiled.verified.module.functions.find((one) => one.kind === 'ctor')?.selector ?? '0x';
    const site: Site = { ...siteOf(fixture, checks), contract, program };
    return prepare(site, program.start, { ...task, header: { ...task.header, fn } }, []).prepared.kind === 'run';
  },
  'call.value': async (checks) => {
    // Read as u64, 2^64 + 1 would be 1.
    const fixture = await settled();
    const contract = await deployed(PAID);
    const program = loadProgram(fixture.seat.host.domain, contract, fixture.seat.host.committee);
    if (isRefused(program)) return false;
    const { module } = program.verified;
    const fn = functionNamed(program.verified, 'go');
    const committeeId = fromHex(fixture.seat.host.committee.committeeId) ?? new Uint8Array();
    const body = encodeCall(module, fn, { committeeId, period: 0, args: [], deltas: [] });
    const task = fixture.seat.host.contract.tasks.get(0n) as TaskView;
    const header = { ...task.header, fn: module.functions[fn]?.selector ?? '0x', value: (1n << 64n) + 1n };
    const site: Site = { ...siteOf(fixture, checks), contract, program };
    return prepare(site, program.start, { ...task, header, body: toHex(body) }, []).prepared.kind === 'run';
  },
  // A task that is over in a second, before three that are not: the chain takes their one receipt whole or not at all.
  'output.length': async (checks) => {
    const { committee } = (await settled()).seat.host;
    const block = { to: 'caller', types: Array.from({ length: 400 }, () => scalarRefs.u64) } as const;
    return !isTooLong({ committee, checks }, { blocks: [block as unknown as TaskRun['blocks'][number]] }, 0);
  },
  'batch.alone': async (checks) => {
    const fixture = await settled();
    const { contract, program } = fixture.seat.host;
    const late = contract.tasks.get(0n);
    if (late === undefined) throw new Error('the tally is task 0');
    const tasks = [0n, 1n, 2n].map((seq): [bigint, TaskView] => {
      const deadline = late.blockTime + (seq === 0n ? 1 : 600);
      return [seq, { ...late, seq, header: { ...late.header, deadline } }];
    });
    const site = { contract: { ...contract, tasks: new Map(tasks), settlements: new Map() }, program, checks };
    return batchFrom(site, tasks[0]?.[1] as TaskView).length > 1;
  },
  'call.committee': async (checks) => {
    // Sealed for the committee before this one, whose masks nobody here knows.
    const fixture = await settled();
    const contract = await deployed(PLAIN);
    const program = loadProgram(fixture.seat.host.domain, contract, fixture.seat.host.committee);
    if (isRefused(program)) return false;
    const { module } = program.verified;
    const fn = functionNamed(program.verified, 'go');
    const body = encodeCall(module, fn, { committeeId: new Uint8Array(32), period: 0, args: [], deltas: [] });
    const task = fixture.seat.host.contract.tasks.get(0n) as TaskView;
    const header = { ...task.header, fn: module.functions[fn]?.selector ?? '0x' };
    const site: Site = { ...siteOf(fixture, checks), contract, program };
    return prepare(site, program.start, { ...task, header, body: toHex(body) }, []).prepared.kind === 'run';
  },
  'inbox.height': (checks) => taken({ checks, late: 1n }),
  'inbox.once': (checks) => taken({ checks, next: 6n }),
  compared: (checks) => begins(checks, -1n, true),
  sifted: (checks) => begins(checks, 1_000_000n, false),
} satisfies Partial<Record<NodeCheck, Cheat>>;
