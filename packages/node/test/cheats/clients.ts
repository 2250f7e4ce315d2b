// What a client may ask of the API, with one check off.
import { fromHex, generateSigningKey, isRefusal, open, seededRandom, thresholdSets, toHex } from '@enigma/crypto';
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
  type MaskAnswerBody,
  type OpenBody,
} from '@enigma/protocol';
import { answerRequest, type ApiAnswer, type NodeCheck, type NodeChecks } from '../../src/index.ts';
import { tasksWaitingMax } from '../../src/limits.ts';
import { maskRequest } from '../support/election.ts';
import { ownPieces, type Journey } from '../../src/receipts.ts';
import { contextOf, settled, throws, type Cheat } from './cheat.ts';

async function ask(checks: NodeChecks, body: unknown): Promise<ApiAnswer> {
  const { world } = await settled();
  const node = world.nodes[0]?.node;
  if (node === undefined) throw new Error('node 0 runs');
  const request = { method: 'POST', path: API_PATH.mask, body: new TextEncoder().encode(JSON.stringify(body)) };
  return answerRequest({ ...node, checks }, request);
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
