// Bodies that stay off chain: given to the seats, which sign that they have them. With T + 1 signatures on chain those seats answer for the task, so that a caller who shows them is as safe as one
// who pays for calldata (docs/protocols/bodies.md).
import { toHex, type Hex } from '@enigma/crypto';
import {
  ACK,
  API_PATH,
  BODY_BYTES_MAX,
  digest,
  encodeAcks,
  encodeRecord,
  joinAcks,
  signerOf,
  TASK,
  TASK_STATUS,
  type ApiError,
  type BodyRequestBody,
  type Task,
} from '@enigma/protocol';
import { isHex, isRecord, postSeat } from './asking.ts';
import type { SealedCall } from './calls.ts';
import { refused } from './chainRefusal.ts';
import { checksOf } from './defences.ts';
import { ClientError, isClientError } from './errors.ts';
import { ASK_ROUNDS_MAX } from './limits.ts';
import { createPatience } from './patience.ts';
import { checkAborted, domainOf, type Ports } from './ports.ts';
import { bytesOf, guarded, type CommitteeFacts, type Deployed, type Seat } from './reading.ts';
import { nodeCode, refusalsText } from './refusals.ts';
import { callTask, readTask, type CreatedTask } from './tasks.ts';

/** The call with what shows that the seats hold its body; as it was where too few do and the chain can carry the body itself. */
export async function giveBody<N extends string>(
  ports: Ports,
  committee: CommitteeFacts,
  call: SealedCall<N>,
  options: { readonly signal?: AbortSignal } = {},
): Promise<SealedCall<N>> {
  const ack = { taskId: call.taskId, bodyHash: call.header.bodyHash };
  const hash = digest(domainOf(ports.chain), ACK, ack);
  const request: BodyRequestBody = {
    header: toHex(encodeRecord(TASK, call.header)),
    body: call.body,
    senderSig: call.senderSig,
  };
  const signatures = new Map<number, Hex>();
  const refusals = new Map<number, ApiError['code']>();
  const patience = createPatience(ports);
  let waiting: readonly Seat[] = committee.seats;
  for (let round = 0; round < ASK_ROUNDS_MAX && waiting.length > 0; round++) {
    checkAborted(options.signal);
    const answers = await Promise.all(
      patience.due(waiting).map(async (seat) => ({
        seat,
        answer: await postSeat(ports, seat, API_PATH.body, request, options.signal),
      })),
    );
    const later: Seat[] = waiting.filter((seat) => answers.every((one) => one.seat !== seat));
    for (const { seat, answer } of answers) {
      patience.saw(seat, answer);
      const said = answer.kind === 'body' && isRecord(answer.body) ? answer.body['signature'] : undefined;
      const own = isHex(said, 64) && (!checksOf(ports)['ack.signature'] || signerOf(hash, said) === seat.signer);
      if (own) signatures.set(seat.seat, said);
      else if (answer.kind === 'refused' && answer.status < 500 && answer.status !== 429)
        refusals.set(seat.seat, nodeCode(answer.code));
      else later.push(seat);
    }
    if (signatures.size >= committee.qLo) {
      const acks = joinAcks(domainOf(ports.chain), ack, signatures, (seat) => committee.seats[seat]?.signer);
      return { ...call, acks: encodeAcks(acks) };
    }
    waiting = later;
    // A seat that is away or busy may be back; one that refuses will refuse again.
    if (!(await patience.rest(later, options.signal))) break;
  }
  if (bytesOf(call.body).length <= BODY_BYTES_MAX) return call;
  const { text, next } = refusalsText(refusals);
  throw new ClientError(
    'NOT_ACKNOWLEDGED',
    `Only ${signatures.size} of ${committee.n} seats took the body; it is too long for the chain.${text}`,
    { have: signatures.size, need: committee.qLo, refused: [...refusals.values()].join() },
    next ?? 'Check that the nodes run, or call with shorter arguments.',
  );
}

/**
 * Sends a call that was sealed for this, so that only somebody who saw its signature can have spent its nonce: a seat that was given the body, or a reader of the mempool. He made it a task, and may
 * have left its body out; then it is shown who has it, or posted.
 */
export async function callSealed<N extends string>(
  ports: Ports,
  deployed: Deployed,
  call: SealedCall<N>,
): Promise<CreatedTask<N>> {
  try {
    return await callTask(ports, deployed, call);
  } catch (error) {
    if (!isClientError(error, 'CHAIN_REFUSED') || error.facts['refusal'] !== 'NonceUsed') throw error;
    if ((await guarded(() => ports.chain.taskStatusOf(call.taskId))) === TASK_STATUS.NONE) throw error;
  }
  const task = (await readTask(ports, deployed, call.taskId)) as CreatedTask<N>;
  const { header, body, acks } = call;
  const submitted = await guarded(() =>
    ports.chain.submit(
      acks === undefined ? { name: 'postBody', header, body } : { name: 'ackBodies', headers: [header], acks: [acks] },
    ),
  );
  if (submitted.ok || ['BodyKnown', 'AlreadyEnded'].includes(submitted.refusal.name)) return task;
  throw refused(acks === undefined ? 'postBody' : 'ackBodies', submitted.refusal);
}

/** Puts the body of a task that nodes do not take into the chain's log. */
export async function postBody(ports: Ports, task: { readonly header: Task }, body: Hex): Promise<void> {
  const submitted = await guarded(() => ports.chain.submit({ name: 'postBody', header: task.header, body }));
  if (!submitted.ok) throw refused('postBody', submitted.refusal);
}
