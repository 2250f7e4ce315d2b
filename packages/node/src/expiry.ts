// A task whose deadline is past holds up everything behind it until somebody ends it, and nobody is paid for that. The seats do, one after another: who comes first after a wait in which its payer or a keeper may,
// the others only if it is still there. The chain decides: what it refuses costs no gas, for a call is estimated before it is sent; what it takes is bounded by tasks a call and blocks between two calls.
import { type ChainCall, type Submitted } from '@enigma/protocol';
import type { CommitteeView } from './committee.ts';
import { expireAtOnce, expirePauseBlocks, sendPauseBlocks } from './limits.ts';
import type { Log } from './log.ts';
import { turnOf } from './receipts.ts';
import type { ContractView, TaskView } from './view.ts';
import type { Watch } from './watch.ts';

export interface ExpiryHost {
  readonly contract: ContractView;
  readonly committee: CommitteeView;
  readonly seat: number;
  readonly log: Log;
  /** Blocks after a deadline before the first seat ends the task; 0 = this node ends none. */
  readonly expireBlocks: () => number;
  submit(call: ChainCall): Promise<Submitted>;
}

export interface Expiry {
  step(watch: Watch): void;
  /** Calls on their way. */
  sending(): number;
}

export function createExpiry(host: ExpiryHost): Expiry {
  const { contract, committee, seat, log } = host;
  let sending = 0;
  let done = 0n;
  /** The head that was first seen overdue, and in which block. */
  let overdue: { readonly seq: bigint; readonly since: bigint } | undefined;
  let notBefore = 0n;

  /** The first of the queue that has not ended, as final blocks have it; nothing where a block that is not final ends it. */
  function headOf(watch: Watch): TaskView | undefined {
    let head = contract.tasks.get(done);
    while (head !== undefined && head.status !== 'created') head = contract.tasks.get(++done);
    const { contractId } = contract;
    const moves = watch.recent.some(
      ({ event }) => (event.name === 'Expired' || event.name === 'Settled') && event.contractId === contractId,
    );
    return moves ? undefined : head;
  }

  const isOverdue = (task: TaskView | undefined, { latestTime }: Watch): task is TaskView =>
    task?.status === 'created' && task.header.deadline < latestTime;

  return {
    step(watch) {
      const wait = host.expireBlocks();
      if (wait === 0 || sending > 0 || contract.lost) return;
      const head = headOf(watch);
      if (!isOverdue(head, watch)) {
        overdue = undefined;
        return;
      }
      if (overdue?.seq !== head.seq) overdue = { seq: head.seq, since: watch.latestNumber };
      const turn = overdue.since + BigInt(wait) + turnOf(committee, seat, head.seq) * sendPauseBlocks;
      if (watch.latestNumber < turn || watch.latestNumber < notBefore) return;
      notBefore = watch.latestNumber + expirePauseBlocks;
      const headers = [head.header];
      for (let seq = head.seq + 1n; headers.length < expireAtOnce; seq++) {
        const next = contract.tasks.get(seq);
        if (!isOverdue(next, watch)) break;
        headers.push(next.header);
      }
      sending++;
      const facts = { call: 'expire', contract: contract.contractId, seq: head.seq, count: headers.length };
      host
        .submit({ name: 'expire', headers })
        .then(
          (answer) =>
            answer.ok
              ? log('chain.included', { ...facts, gas: answer.gasUsed })
              : log('chain.refused', { ...facts, error: answer.refusal.name }),
          () => log('chain.unreachable', { ...facts, cause: 'expire' }),
        )
        .finally(() => sending--);
    },
    sending: () => sending,
  };
}
