// What an honest node must never do: sign twice in a slot, open two forks, serve from an old or copied folder.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSigningKey, keccak256, seededRandom, utf8 } from '@enigma/crypto';
import { createMemoryStore, createNode, noFailpoints, RefusesToServe } from '../src/index.ts';
import { createSigner, isConflict } from '../src/signer.ts';
import { signFinal, startJourney, type JourneyContext } from '../src/receipts.ts';
import type { Candidate } from '../src/candidate.ts';
import { openElection, opened, trigger, vote } from './support/election.ts';
import { repaired } from './support/repair.ts';
import type { SignedRow } from '../src/store.ts';
import { createWorld } from './support/world.ts';

const key = generateSigningKey(seededRandom('protection'));
const digest = (text: string): Uint8Array => keccak256(utf8(text));

test('a slot takes one digest for ever: the same gives the same bytes, another is refused, also after a crash', () => {
  const store = createMemoryStore();
  const first = createSigner(key, store, noFailpoints).signOnce('receipt.sign', 'slot', digest('a'));
  const again = createSigner(key, store.snapshot(), noFailpoints);
  assert.deepEqual(again.signOnce('receipt.sign', 'slot', digest('a')), first);
  assert.ok(isConflict(again.signOnce('receipt.sign', 'slot', digest('b'))));
});

test('a death before the row is durable leaves the slot free, after it the same bytes leave', () => {
  const store = createMemoryStore();
  const dying = (point: string) =>
    createSigner(key, store, (name) => {
      if (name === point) throw new Error('dead');
    });
  assert.throws(() => dying('receipt.sign.a').signOnce('receipt.sign', 'slot', digest('a')));
  assert.equal(store.signed('slot'), undefined);
  assert.throws(() => dying('receipt.sign.c').signOnce('receipt.sign', 'slot', digest('a')));
  assert.deepEqual(
    createSigner(key, store, noFailpoints).signOnce('receipt.sign', 'slot', digest('a')),
    store.signed('slot')?.signature,
  );
});

test('two forks are never both opened: Final is signed once for a version, whatever attempt or anchor another receipt has', async () => {
  const world = await createWorld({ seed: 'fork' });
  const election = await openElection(world);
  await vote(world, election, [1, 2]);
  await trigger(world, election);
  assert.deepEqual(await opened(world), [1, 1, 0, 0]);
  const one = world.nodes[0];
  const seat = one?.node?.seatOf(election.contractId);
  const [settlement] = [...(seat?.host.contract.settlements.values() ?? [])].slice(-1);
  const journey = seat?.journeyOf(settlement?.receiptDigest ?? '0x');
  assert.ok(one?.node !== undefined && seat !== undefined && journey !== undefined);
  const sent: string[] = [];
  const context = {
    ...seat.host,
    verified: seat.host.program.verified,
    places: () => [],
    broadcast: (message: { kind: string }) => void sent.push(message.kind),
  } as unknown as JourneyContext;
  // The receipt that another history would bring: another anchor, so another digest, of the same version.
  const receipt = { ...journey.candidate.receipt, anchor: `0x${'ab'.repeat(32)}` as const, attempt: 1 };
  const other: Candidate = { ...journey.candidate, receipt, digest: `0x${'cd'.repeat(32)}` };
  const fork = startJourney(context, other, journey.headers);
  assert.equal(signFinal(context, fork), 'conflict');
  assert.deepEqual(sent, []);
  assert.equal(
    signFinal(context, startJourney(context, journey.candidate, journey.headers)),
    'signed',
    'the same receipt again gives the same signature',
  );
});

test('a restored backup refuses to serve, for good, before anything of a session is signed', async () => {
  const world = await createWorld({ seed: 'restored' });
  const election = await openElection(world);
  const old = world.nodes[1];
  assert.ok(old);
  const backup = old.store.snapshot();
  world.crash(1);
  world.start(1);
  await world.until(() => old.node?.ready().ready === true, 10_000);
  await vote(world, election, [1]);
  world.crash(1);
  old.store = backup;
  const signedBefore = old.store.names('committee/').length;
  world.start(1);
  const from = old.sent.length;
  await world.until(() => old.node === undefined, 10_000);
  assert.ok(old.ended instanceof RefusesToServe);
  assert.ok(
    old.sent.slice(from).every(({ payload }) => payload.subarray(0, 32).every((byte) => byte === 0)),
    'nothing but its start number left',
  );
  assert.equal(old.store.names('committee/').length, signedBefore);
  for (let starts = 0; starts < 3; starts++) {
    world.start(1);
    await world.until(() => old.node === undefined, 5_000);
    assert.ok(old.ended instanceof RefusesToServe, 'starting again and again does not count it past the peers');
  }
  // With no folder at all it has nothing to contradict: the same ballots are tallied with it, while another is down.
  old.store = createMemoryStore();
  world.start(1);
  assert.ok(await repaired(world));
  world.crash(3);
  await trigger(world, election);
  assert.deepEqual(await opened(world), [1, 0, 0, 0]);
});

test('of two processes on copies of one folder the second refuses, and peers hear only the first', async () => {
  const world = await createWorld({ seed: 'twin' });
  await openElection(world);
  const one = world.nodes[1];
  assert.ok(one);
  world.crash(1);
  const copy = one.store.snapshot();
  world.start(1);
  await world.until(() => one.node?.ready().ready === true, 10_000);
  // The copy counts the same number, under another start.
  one.store = copy;
  world.start(1);
  await world.until(() => one.node === undefined, 10_000);
  assert.ok(one.ended instanceof RefusesToServe);
});

test('after a copy has spoken to them, peers hear the node itself again without its restart', async () => {
  const world = await createWorld({ seed: 'heard again' });
  const election = await openElection(world);
  await vote(world, election, [1, 2]);
  const [peer, one] = world.nodes;
  assert.ok(peer?.node !== undefined && one !== undefined);
  world.crash(1);
  const copy = one.store.snapshot();
  world.start(1);
  await world.until(() => one.node?.ready().ready === true, 10_000);
  // What a copy says first: the same number, under another start.
  const twin = createNode({
    chain: one.chain,
    store: copy,
    links: {
      know: () => undefined,
      send(to, payload) {
        world.nodes[to]?.node?.receive(1, payload, world.nowMs);
        return true;
      },
      connected: () => [0, 2, 3],
      stats: () => ({ bytesIn: 0, bytesOut: 0 }),
    },
    random: world.random,
    signerKey: one.signer,
    secret: new Uint8Array(32),
    index: 1,
    failpoint: noFailpoints,
    log: () => undefined,
  });
  await twin.step(world.nowMs);
  assert.ok(world.logged('peer.outdated', 0) > 0);
  // Three of four are needed, and the fourth is down.
  world.crash(3);
  await trigger(world, election);
  assert.deepEqual(await opened(world), [1, 1, 0, 0]);
});

test('a folder with what was signed and nothing else is a lost disk: its seat is repaired, and nothing that it forgot stands in the way', async () => {
  const world = await createWorld({ seed: 'protection alone' });
  const [, one] = world.nodes;
  assert.ok(one);
  const kept = { signed: new Map<string, SignedRow>(), marks: new Map<string, number>(), blobs: new Map() };
  const { putSigned, raiseMark } = one.store;
  one.store.putSigned = (slot, digest, signature) => {
    putSigned(slot, digest, signature);
    kept.signed.set(slot, { digest, signature });
  };
  one.store.raiseMark = (name, value) => {
    raiseMark(name, value);
    kept.marks.set(name, Math.max(value, kept.marks.get(name) ?? 0));
  };
  await openElection(world);
  await world.until(() => false, 10_000);
  kept.marks.set('boot', one.store.mark('boot'));
  world.crash(1);
  one.store = createMemoryStore(kept);
  world.start(1);
  assert.ok(await repaired(world), String(one.ended));
  assert.equal(world.logged('sign.refused'), 0);
});

test('a folder that does not remember a signature that the chain shows refuses, though no peer is there to tell', async () => {
  const world = await createWorld({ seed: 'forgot' });
  const election = await openElection(world);
  const settled = world.chain.state().heads.get(election.contractId);
  assert.equal(settled?.status, 2);
  const one = world.nodes[0];
  assert.ok(one);
  await world.until(() => one.node?.seatOf(election.contractId)?.serving() === true);
  world.crash(0);
  // All that it kept but its signatures.
  const forgetful = createMemoryStore();
  for (const name of one.store.names('')) forgetful.put(name, one.store.get(name) ?? new Uint8Array());
  forgetful.raiseMark('boot', 1_000);
  one.store = forgetful;
  world.start(0);
  await world.until(() => one.node === undefined, 20_000);
  assert.ok(one.ended instanceof RefusesToServe);
});

test('a peer cannot make an honest node refuse: only its own signature over a later start counts', async () => {
  const world = await createWorld({ seed: 'slander' });
  await openElection(world);
  const [liar, honest] = world.nodes;
  assert.ok(liar !== undefined && honest?.node !== undefined);
  const statement = liar.sent.find(
    ({ to, payload }) => to === 1 && payload.subarray(0, 32).every((byte) => byte === 0),
  )?.payload;
  assert.ok(statement);
  const forged = statement.slice();
  forged[35] = 1;
  forged[43] = 99;
  honest.node.receive(0, forged, world.nowMs);
  await world.until(() => false, 2_000);
  assert.notEqual(honest.node, undefined);
  assert.ok(world.logged('peer.fault', 1) > 0);
});

test('a folder serves one node of one deployment', async () => {
  const world = await createWorld({ seed: 'folder' });
  const one = world.nodes[0];
  assert.ok(one);
  world.crash(0);
  const host = {
    chain: one.chain,
    store: one.store,
    links: {
      know: () => undefined,
      send: () => false,
      connected: () => [],
      stats: () => ({ bytesIn: 0, bytesOut: 0 }),
    },
    random: world.random,
    signerKey: one.signer,
    secret: new Uint8Array(32),
    index: 0,
    failpoint: noFailpoints,
    log: () => undefined,
  };
  assert.throws(() => createNode({ ...host, index: 1 }), { code: 'WRONG_FOLDER' });
  assert.throws(() => createNode({ ...host, signerKey: key }), { code: 'WRONG_FOLDER' });
  assert.throws(() => createNode({ ...host, chain: { ...one.chain, chainId: 1n } }), { code: 'WRONG_FOLDER' });
  createNode(host);
});
