// A relayer's orders: many calls of others in one transaction. A wrong one is skipped and says why, so that one spent nonce does not take its neighbours with it.
import { BATCH_MAX, ORDER_CODE } from '@enigma/protocol';
import type { SealedCall } from './calls.ts';
import { refused } from './chainRefusal.ts';
import { checksOf } from './defences.ts';
import { ClientError, LyingRpc } from './errors.ts';
import type { Ports } from './ports.ts';
import { guarded, isNamed, type Deployed } from './reading.ts';
import { CHAIN_REFUSALS } from './refusals.ts';
import { createdOf, type CreatedTask } from './tasks.ts';

export type SentCall<N extends string = string> =
  | { readonly sent: true; readonly call: SealedCall<N>; readonly task: CreatedTask<N> }
  /** `reason` is the refusal that the call would have had alone. */
  | { readonly sent: false; readonly call: SealedCall<N>; readonly reason: string; readonly next: string };

/** Sends sealed calls, at most 64, as the account of the ports; it pays for those that name it. Bodies go in calldata. */
export async function sendCalls<N extends string>(
  ports: Ports,
  deployed: Deployed,
  calls: readonly SealedCall<N>[],
): Promise<readonly SentCall<N>[]> {
  const { chain } = ports;
  if (calls.length === 0 || calls.length > BATCH_MAX)
    throw new ClientError(
      'BAD_ARGUMENT',
      `${calls.length} calls in one transaction; it takes 1 to ${BATCH_MAX}.`,
      { calls: calls.length, max: BATCH_MAX },
      'Send them in several.',
    );
  const orders = calls.map(({ header, body, senderSig }) => ({
    header,
    body,
    senderSig: header.sender === chain.account ? ('0x' as const) : senderSig,
    payerSig: '0x' as const,
  }));
  const submitted = await guarded(() => chain.submit({ name: 'createMany', orders }));
  if (!submitted.ok) throw refused('createMany', submitted.refusal);
  const { events, blockNumber } = submitted;
  const block = await guarded(() => chain.block(blockNumber));
  return calls.map((call, at) => {
    const skipped = events.find((one) => isNamed(one, 'OrderSkipped') && one.index === at);
    if (skipped !== undefined && isNamed(skipped, 'OrderSkipped')) {
      const reason =
        Object.entries(ORDER_CODE).find(([, code]) => code === skipped.code)?.[0] ?? `code ${skipped.code}`;
      return { sent: false, call, reason, next: CHAIN_REFUSALS[reason]?.next ?? 'Mend the call and seal it again.' };
    }
    const event = events.find((one) => isNamed(one, 'TaskCreated') && one.taskId === call.taskId);
    if (event === undefined || !isNamed(event, 'TaskCreated'))
      throw new LyingRpc('an order that was neither created nor skipped');
    const place = { event, blockNumber, blockHash: block?.hash ?? '0x' } as const;
    return { sent: true, call, task: createdOf(chain, deployed, place, checksOf(ports)) as CreatedTask<N> };
  });
}
