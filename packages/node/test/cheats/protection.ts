// Old folders, twins and slander; slots signed twice; forks; receipts and pieces that are none.
import assert from 'node:assert/strict';
import {
  concat,
  fromHex,
  generateSigningKey,
  keccak256,
  seededRandom,
  sign,
  toHex,
  utf8,
  type Hex,
  type SigningKey,
} from '@enigma/crypto';
import { digest, encodeRecord, type Domain } from '@enigma/protocol';
import { addSignature, newAgreement } from '../../src/agreement.ts';
import { BOOT, claimFolder, createBoots, type Boot, type Boots } from '../../src/boots.ts';
import type { Candidate } from '../../src/candidate.ts';
import { contained, createFence } from '../../src/failure.ts';
import { NODE_CHANNEL } from '../../src/gossip.ts';
import {
  createMemoryStore,
  WrongFolder,
  isConflict,
  noFailpoints,
  type MemoryStore,
  type NodeCheck,
  type NodeChecks,
} from '../../src/index.ts';
import { createJourneys, encodeGossip, type Journeys } from '../../src/journeys.ts';
import { settleMs } from '../../src/limits.ts';
import type { Position } from '../../src/position.ts';
import { mayOpen, signFinal, startJourney, takePiece } from '../../src/receipts.ts';
import type { SeatHost } from '../../src/seat.ts';
import { createSigner, type Signer } from '../../src/signer.ts';
import type { Tenure } from '../../src/tenure.ts';
import { openElection } from '../support/election.ts';
import { createWorld, type TestNode } from '../support/world.ts';
import { contextOf, settled, throws, type Cheat, type Settled } from './cheat.ts';

const other: Hex = `0x${'cd'.repeat(32)}`;
const keys = [0, 1].map((at) => generateSigningKey(seededRandom(`boots ${at}`)));
const domain: Domain = { chainId: 1n, verifyingContract: `0x${'11'.repeat(20)}` };

/** The start numbers of node `index` of two; `told` is what it says to the other. */
function bootsOf(
  index: number,
  store: MemoryStore,
  checks: NodeChecks,
): Boots & { readonly told: Uint8Array[]; readonly signer: Signer } {
  const told: Uint8Array[] = [];
  const signer = createSigner(keys[index] as (typeof keys)[number], store, noFailpoints);
  const boots = createBoots({
    domain,
    index,
    store,
    signer,
    random: seededRandom(`start ${index} ${store.mark('boot')} ${bootsMade++}`),
    log: () => undefined,
    checks,
    signerOf: (node) => keys[node]?.address,
    send: (_, payload) => void told.push(payload),
    fault: () => undefined,
  });
  return { ...boots, told, signer };
}
let bootsMade = 0;

/** Node 0 says its number to node 1, and hears what that one answers. */
function tell(node: ReturnType<typeof bootsOf>, peer: ReturnType<typeof bootsOf>, nowMs: number): void {
  node.step([1], nowMs);
  for (const said of node.told.splice(0)) peer.receive(0, said);
  for (const said of peer.told.splice(0)) node.receive(1, said);
}

/** A folder that holds something of a committee. */
function used(): MemoryStore {
  const store = createMemoryStore();
  store.put(`committee/${other}/keys`, Uint8Array.of(1));
  return store;
}

/** What node 0 starts from, after a peer has heard of a start of it. Whether it goes on. */
export async function starts(checks: NodeChecks, first: MemoryStore, second: MemoryStore): Promise<boolean> {
  const peer = bootsOf(1, createMemoryStore(), checks);
  const before = bootsOf(0, first, checks);
  before.step([1], 0);
  for (const said of before.told) peer.receive(0, said);
  const after = bootsOf(0, second, checks);
  after.step([1], 10_000);
  peer.told.length = 0;
  for (const said of after.told) peer.receive(0, said);
  for (const said of peer.told) after.receive(1, said);
  return !(await throws(() => after.step([1], 20_000)));
}

/** Whether node 0 can be made to refuse by what its peer says of a start 99 of `about`, signed by the peer. */
function slandered(checks: NodeChecks, about: number): Promise<boolean> {
  const victim = bootsOf(0, used(), checks);
  victim.receive(1, signedBoot({ node: about, boot: 99n, start: other }, 1));
  return throws(() => victim.step([1], 0));
}

export function signedBoot(record: Boot, by: number, of: Domain = domain, key = keys[by]): Uint8Array {
  const signature = sign(fromHex(digest(of, BOOT, record)) ?? new Uint8Array(), key?.privateKey ?? new Uint8Array());
  const struct = { name: 'SignedBoot', fields: [...BOOT.fields, ['signature', { bytesMax: 64 }]] };
  return encodeRecord(struct as never, { ...record, signature: toHex(signature) } as never);
}

/** Receipts of seat 0 from a copy of its folder, with nobody to hear them. */
function journeysOf(
  { world, seat }: Settled,
  checks: NodeChecks,
  folder?: MemoryStore,
): {
  readonly journeys: Journeys;
  readonly sent: readonly Uint8Array[];
  readonly promoted: readonly Position[];
} {
  const sent: Uint8Array[] = [];
  const promoted: Position[] = [];
  const store = folder ?? (world.nodes[0] as TestNode).store.snapshot();
  const host: SeatHost = {
    ...seat.host,
    checks,
    store,
    signer: { ...seat.host.signer },
    log: () => undefined,
    send: (_, payload) => void sent.push(payload),
    submit: () => new Promise(() => undefined),
    refuse(why) {
      throw new Error(why);
    },
  };
  const start = { state: seat.host.start, nextSeq: 0n, secretRoot: other, keysId: seat.host.keysId };
  const journeys = createJourneys({
    host,
    order: { pursue: unused, running: unused, runningBy: unused, aborted: unused, ended: unused, again: unused },
    positions: { current: () => start, promote: (next: Position) => void promoted.push(next) },
    pending: { entries: [], step: unused, knownTo: () => true, consumed: unused },
    forget: unused,
  } as unknown as Parameters<typeof createJourneys>[0]);
  return { journeys, sent, promoted };
}
const unused = (): undefined => undefined;

/** What node 0 sends to node 1 at once, asked for what it signed of GENESIS. */
export async function answersTo(checks: NodeChecks, prepare: (fixture: Settled) => void): Promise<boolean> {
  const fixture = await withChecks(checks);
  const { world, seat } = fixture;
  const one = world.nodes[0];
  prepare(fixture);
  const before = one?.sent.length ?? 0;
  const receiptDigest = seat.host.contract.settlements.get(-1n)?.receiptDigest ?? '0x';
  const ask = encodeGossip({ kind: 'ask', message: { receiptDigest } });
  one?.node?.receive(1, concat(fromHex(seat.host.committee.committeeId) ?? new Uint8Array(), ask), world.nowMs);
  return (one?.sent.length ?? 0) > before;
}

/** A world of its own up to GENESIS, whose nodes run with these checks. */
export async function withChecks(checks: NodeChecks): Promise<Settled> {
  const world = await createWorld({ seed: 'cheats with checks', checks });
  const election = await openElection(world);
  await world.until(() => world.nodes.every((one) => one.node?.seatOf(election.contractId)?.serving() === true));
  const seat = world.nodes[0]?.node?.seatOf(election.contractId);
  return { world, election, seat } as unknown as Settled;
}

export const PROTECTION = {
  'boots.folder': (checks) => {
    const store = createMemoryStore();
    claimFolder(store, domain, 0, keys[0]?.address ?? '0x', checks);
    return claimFolder(store, domain, 1, keys[1]?.address ?? '0x', checks);
  },
  'boots.later': async (checks) => {
    const old = used();
    const newer = old.snapshot();
    newer.raiseMark('boot', 7);
    return starts(checks, newer, old);
  },
  'boots.twin': async (checks) => starts(checks, used(), used()),
  // A folder is copied, its process goes on and signs, ends, and the copy is put back: whether that one is believed.
  'boots.counts': async (checks) => {
    const peer = bootsOf(1, createMemoryStore(), checks);
    const folder = used();
    const running = bootsOf(0, folder, checks);
    tell(running, peer, 0);
    const copy = folder.snapshot();
    running.signer.signOnce('receipt.sign', 'receipt/1', utf8('a digest of thirty-two bytes here'.slice(0, 32)));
    tell(running, peer, 20_000);
    const again = bootsOf(0, copy, checks);
    tell(again, peer, 30_000);
    return !(await throws(() => again.step([1], 40_000)));
  },
  // A copy of the folder starts, is refused and goes: whether its node is still heard afterwards.
  'boots.again': (checks) => {
    const peer = bootsOf(1, createMemoryStore(), checks);
    const node = bootsOf(0, used(), checks);
    const copy = bootsOf(0, used(), checks);
    tell(node, peer, 0);
    tell(copy, peer, 1_000);
    tell(node, peer, 30_000);
    return !peer.current(0);
  },
  // A blank folder starts for the second time: whether it acts at once on a peer's word.
  'boots.settles': (checks) => {
    const folder = createMemoryStore();
    folder.raiseMark('boot', 1);
    const peer = bootsOf(1, createMemoryStore(), checks);
    const node = bootsOf(0, folder, checks);
    tell(node, peer, 0);
    tell(node, peer, settleMs - 1);
    const early = node.confirmedBy(1);
    tell(node, peer, settleMs);
    assert.ok(node.confirmedBy(1));
    return early;
  },
  'boots.blankAgain': (checks) => {
    const folder = createMemoryStore();
    assert.ok(!bootsOf(0, folder, checks).forgets(5n, 9n));
    return !bootsOf(0, folder, checks).forgets(5n, 9n);
  },
  // Two processes on copies of a blank folder, each of which takes a number above the other's: whether the first goes on.
  'boots.above': async (checks) => {
    const peer = bootsOf(1, createMemoryStore(), checks);
    const [first, second] = [bootsOf(0, createMemoryStore(), checks), bootsOf(0, createMemoryStore(), checks)];
    tell(first, peer, 0);
    tell(second, peer, 0);
    tell(second, peer, 10_000);
    tell(first, peer, 20_000);
    return !(await throws(() => first.step([1], 30_000)));
  },
  'boots.forGood': async (checks) => {
    const store = createMemoryStore();
    await throws(() => bootsOf(0, store, checks).refuse('it is old'));
    return !(await throws(() => bootsOf(0, store, checks).step([], 0)));
  },
  'boots.signature': (checks) => slandered(checks, 0),
  'boots.name': (checks) => slandered(checks, 7),
  'boots.cleared': async (checks) => {
    const world = await createWorld({ seed: 'cleared', checks });
    const said = (payload: Uint8Array): boolean => !toHex(payload.subarray(0, 32)).startsWith(NODE_CHANNEL);
    // No word about a start arrives anywhere.
    world.passes = (_from, _to, payload) => said(payload);
    await openElection(world, { serve: false });
    await world.until(() => false, 3_000);
    return world.nodes.some((one) => one.sent.some(({ payload }) => said(payload)));
  },
  // A folder of its own, and another node's key: nobody would believe a word of it.
  'keys.registered': async (checks) => {
    const world = await createWorld({ seed: 'registered', checks });
    await openElection(world, { serve: false });
    world.crash(1);
    const one = world.nodes[1] as { store: MemoryStore; signer: SigningKey };
    one.store = createMemoryStore();
    one.signer = world.nodes[2]?.signer as SigningKey;
    world.start(1);
    return !(await world.until(() => world.nodes[1]?.ended instanceof WrongFolder, 5_000));
  },
  'boots.current': (checks) =>
    answersTo(checks, ({ world, seat }) => {
      // Node 1, in a folder from before its first start.
      const said = signedBoot({ node: 1, boot: 0n, start: other }, 1, seat.host.domain, world.nodes[1]?.signer);
      world.nodes[0]?.node?.receive(1, concat(fromHex(NODE_CHANNEL) ?? new Uint8Array(), said), world.nowMs);
    }),
  stalled: (checks) => answersTo(checks, ({ seat }) => void (seat.host.contract.stalled = 'a lie')),
  faultLines: async (checks) => {
    const world = await createWorld({ seed: 'fault lines', checks });
    for (let count = 0; count < 1_000; count++) world.nodes[0]?.node?.receive(1, new Uint8Array(3), world.nowMs);
    return world.logged('peer.fault', 0) >= 1_000;
  },
  // What one contract asks for meets an error of ours: with it goes whoever runs it.
  contained: (checks) => {
    const step = (): never => {
      throw new Error('nobody expected this');
    };
    const fence = createFence(createMemoryStore(), noFailpoints);
    const tenure = contained({ step } as unknown as Tenure, fence, checks, () => undefined);
    return throws(() => tenure.step({} as never, 0, false));
  },
  signOnce: (checks) => {
    const signer = createSigner(keys[0] as (typeof keys)[number], createMemoryStore(), noFailpoints, checks);
    signer.signOnce('receipt.sign', 'slot', keccak256(utf8('a')));
    return !isConflict(signer.signOnce('receipt.sign', 'slot', keccak256(utf8('b'))));
  },
  signatures: async (checks) => {
    const { seat, receiptDigest, journey } = await settled();
    const [[by, signature] = [0, '0x' as Hex]] = [...journey.receipt.signatures];
    return addSignature(newAgreement(receiptDigest), seat.host.committee, (by + 1) % 4, signature, checks);
  },
  forkLock: async (checks) => {
    const { seat, journey } = await settled();
    // What another history would bring: another anchor and attempt, so another digest, of the same version.
    const receipt = { ...journey.candidate.receipt, anchor: other, attempt: 1 };
    const fork: Candidate = { ...journey.candidate, receipt, digest: other };
    const context = contextOf(seat, checks);
    return signFinal(context, startJourney(context, fork, journey.headers)) === 'signed';
  },
  openAfterFinal: async (checks) => {
    const { seat, journey } = await settled();
    const context = contextOf(seat, checks);
    return mayOpen(context, startJourney(context, journey.candidate, journey.headers));
  },
  ownFinal: async (checks) => {
    const fixture = await settled();
    const signatures = new Map(journeyFinal(fixture));
    signatures.delete(fixture.seat.host.seat);
    const locked = { ...fixture.journey, final: { ...fixture.journey.final, signatures } };
    return signatures.size === 3 && journeysOf(fixture, checks).journeys.mayOpen(locked);
  },
  pieces: async (checks) => {
    const { seat, journey } = await settled();
    const held = journey.candidate.tasks[0]?.pieces[0]?.[0];
    if (held === undefined) return false;
    const fresh = startJourney(contextOf(seat, checks), journey.candidate, journey.headers);
    const values: Hex = `0x01${held.values.slice(4)}`;
    return takePiece(contextOf(seat, checks), fresh, { index: 0, block: 0, ...held, values });
  },
  audit: async (checks) => {
    const fixture = await settled();
    const { journeys } = journeysOf(fixture, checks, createMemoryStore());
    return !(await throws(() => journeys.step(fixture.world.nodes[0]?.node?.watch() as never, 0)));
  },
  superseded: async (checks) => {
    const fixture = await settled();
    const { journeys, promoted } = journeysOf(fixture, checks);
    const { candidate } = fixture.journey;
    journeys.stage(0n, { ...candidate, digest: other, secretRoot: other });
    journeys.step(fixture.world.nodes[0]?.node?.watch() as never, fixture.world.nowMs);
    return promoted.some((one) => one.secretRoot === other);
  },
  askRate: async (checks) => {
    const fixture = await settled();
    const { journeys, sent } = journeysOf(fixture, checks);
    journeys.step(fixture.world.nodes[0]?.node?.watch() as never, fixture.world.nowMs);
    const before = sent.length;
    const ask = encodeGossip({ kind: 'ask', message: { receiptDigest: fixture.receiptDigest } }).subarray(1);
    for (let count = 0; count < 100; count++) journeys.receive(1, ask, fixture.world.nowMs);
    return sent.length - before >= 100;
  },
} satisfies Partial<Record<NodeCheck, Cheat>>;

function journeyFinal({ journey }: Settled): ReadonlyMap<number, Hex> {
  return journey.final.signatures;
}
