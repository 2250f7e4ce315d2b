// What a client may ask of the API, with one check off.
import {
  concat,
  fromHex,
  generateSigningKey,
  isRefusal,
  keccak256,
  open,
  seededRandom,
  thresholdSets,
  toHex,
  u32be,
  u8,
  type Hex,
} from '@enigma/crypto';
import {
  API_PATH,
  decodeBlocks,
  digest,
  encodeBlocks,
  MASKED_TO,
  MASK_REQUEST,
  MASK_SEAL_INFO,
  maskAnswerContext,
  signRecord,
  TASK,
  type MaskAnswerBody,
  type OpenBody,
  type Task,
} from '@enigma/protocol';
import {
  answerRequest,
  createMemoryStore,
  noFailpoints,
  type ApiAnswer,
  type MemoryStore,
  type NodeCheck,
  type NodeChecks,
} from '../../src/index.ts';
import { createBodies, type Bodies } from '../../src/bodies.ts';
import { createSigner } from '../../src/signer.ts';
import { tasksWaitingMax } from '../../src/limits.ts';
import { maskRequest } from '../support/election.ts';
import { ownPieces, type Journey } from '../../src/receipts.ts';
import { contextOf, settled, throws, type Cheat, type Settled } from './cheat.ts';

async function ask(checks: NodeChecks, body: unknown): Promise<ApiAnswer> {
  const { world } = await settled();
  const node = world.nodes[0]?.node;
  if (node === undefined) throw new Error('node 0 runs');
  const request = { method: 'POST', path: API_PATH.mask, body: new TextEncoder().encode(JSON.stringify(body)) };
  return answerRequest({ ...node, checks }, request);
}

/** A task that its sender signed, not on chain, whose deadline lies so far ahead. */
async function asked(
  ahead = 600,
): Promise<{ readonly header: Task; readonly body: Uint8Array; readonly senderSig: Hex; readonly now: number }> {
  const { world, election } = await settled();
  const sender = generateSigningKey(seededRandom('a caller'));
  const task = world.nodes[0]?.node?.watch().view.contracts.get(election.contractId)?.tasks.get(0n);
  const now = world.nodes[0]?.node?.watch().latestTime ?? 0;
  if (task === undefined) throw new Error('the tally is task 0');
  const body = new Uint8Array([1, 2, 3]);
  const bodyHash = toHex(keccak256(body));
  const header = { ...task.header, sender: sender.address, bodyHash, deadline: now + ahead };
  return { header, body, senderSig: signRecord(election.terms.domain, TASK, header, sender.privateKey), now };
}

/** The seat's bodies on an empty disk, with these checks. */
function bodiesOf({ seat }: Settled, checks: NodeChecks): { readonly bodies: Bodies; readonly store: MemoryStore } {
  const store = createMemoryStore();
  const signer = createSigner(generateSigningKey(seededRandom('a seat')), store, noFailpoints, checks);
  return { store, bodies: createBodies({ ...seat.host, store, signer, checks }) };
}

export const CLIENTS = {
  'mask.form': async (checks) => {
    const { world, election } = await settled();
    const { body } = maskRequest(world, election, generateSigningKey(seededRandom('form')), 0n);
    return throws(() => ask(checks, { ...body, nonce: 'first' }));
  },
  'mask.committee': async (checks) => {
    const { world, election } = await settled();
    const voter = generateSigningKey(seededRandom('another period'));
    const { body, record } = maskRequest(world, election, voter, 0n);
    const signature = signRecord(election.terms.domain, MASK_REQUEST, { ...record, period: 1 }, voter.privateKey);
    return (await ask(checks, { ...body, period: 1, signature })).status === 200;
  },
  'mask.signer': async (checks) => {
    const { world, election, seat } = await settled();
    const [voter, stranger] = ['voter', 'stranger'].map((name) => generateSigningKey(seededRandom(name)));
    if (voter === undefined || stranger === undefined) return false;
    // The voter's mask, sealed to a key of the stranger's.
    const asked = maskRequest(world, election, voter, 0n, stranger);
    const answer = await ask(checks, asked.body);
    if (answer.status !== 200) return false;
    const { sealed } = answer.body as MaskAnswerBody;
    const context = maskAnswerContext(digest(election.terms.domain, MASK_REQUEST, asked.record), seat.host.seat);
    return !isRefusal(open(asked.requestKey, MASK_SEAL_INFO, context, fromHex(sealed) ?? new Uint8Array()));
  },
  // Anybody asks for what opens a block that is the caller's; or a corrupt seat waits for it.
  reader: async (checks) => {
    const { world, receiptDigest, seat, journey } = await settled();
    const [task] = journey.candidate.tasks;
    const node = world.nodes[0]?.node;
    const { n, T } = seat.host.committee;
    const blocks = decodeBlocks(fromHex(task?.masked ?? '0x') ?? new Uint8Array(), thresholdSets(n, T).length);
    if (task === undefined || node === undefined || !blocks.ok) return false;
    const forCaller = blocks.value.map((one) => ({
      ...one,
      to: MASKED_TO.ADDRESS,
      recipient: seat.host.signer.address,
    }));
    const tasks = [{ ...task, masked: toHex(encodeBlocks(forCaller)) }];
    const other: Journey = { ...journey, candidate: { ...journey.candidate, tasks } };
    const request = { method: 'GET', path: `${API_PATH.open}/${receiptDigest}/0`, body: new Uint8Array() };
    const { body } = answerRequest({ ...node, checks, journeyOf: () => ({ seat, journey: other }) }, request);
    const told = (body as OpenBody).pieces.length > 0;
    return told || ownPieces(contextOf(seat, checks), other).length > 0;
  },
  'body.hash': async (checks) => {
    const { header, senderSig, now } = await asked();
    return bodiesOf(await settled(), checks).bodies.take(header, new Uint8Array([7]), senderSig, now).ok;
  },
  // Somebody else's task, with the right body.
  'body.sender': async (checks) => {
    const { header, body, now } = await asked();
    return bodiesOf(await settled(), checks).bodies.take(header, body, `0x${'11'.repeat(64)}`, now).ok;
  },
  // A body that nobody pays for, to be kept for a year.
  'body.room': async (checks) => {
    const { header, body, senderSig, now } = await asked(31_536_000);
    return bodiesOf(await settled(), checks).bodies.take(header, body, senderSig, now).ok;
  },
  // A peer sends what is known already: each costs a write.
  'body.wanted': async (checks) => {
    const fixture = await settled();
    const { bodies, store } = bodiesOf(fixture, checks);
    const watch = fixture.world.nodes[0]?.node?.watch();
    const task = fixture.seat.host.contract.tasks.get(0n);
    if (watch === undefined || task === undefined) throw new Error('node 0 runs, and the tally is task 0');
    bodies.step(watch, 0);
    const body = fromHex(task.body) ?? new Uint8Array();
    bodies.receive(1, concat(u8(2), fromHex(task.taskId) ?? new Uint8Array(), u32be(body.length), body), 0);
    return store.names('').length > 0;
  },
  queue: async (checks) => {
    const { world, election, seat } = await settled();
    const { contract } = seat.host;
    const before = { waiting: contract.waiting, checks: seat.host.checks };
    const host = seat.host as { checks: NodeChecks };
    host.checks = checks;
    contract.waiting = tasksWaitingMax;
    const { status } = await ask(
      checks,
      maskRequest(world, election, generateSigningKey(seededRandom('late')), 0n).body,
    );
    contract.waiting = before.waiting;
    host.checks = before.checks;
    return status === 200;
  },
} satisfies Partial<Record<NodeCheck, Cheat>>;
