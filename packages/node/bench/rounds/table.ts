// The seats of one committee as child processes, and the orders they are given. Every wait has a limit; each child is ended by its own id.
import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Introduction, Order } from './seat.ts';

const WAIT_MS = 120_000;

export interface Table {
  readonly n: number;
  readonly T: number;
  /** Next batch number of the pool in use, and next sequence number of tasks. */
  batches: number;
  tasks: number;
  /** Gives all seats one order; their answers in order of seats. */
  run(order: Order): Promise<readonly Answer[]>;
  leave(): Promise<void>;
}

export async function convene(n: number, T: number): Promise<Table> {
  const children = Array.from({ length: n }, (_, seat) =>
    fork(new URL('seat.ts', import.meta.url), [String(seat)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
  try {
    const seats = (await Promise.all(children.map((child) => answerOf(child)))) as Introduction[];
    await tell(children, (seat) => ({ do: 'sit', T, seat, seats }));
  } catch (error) {
    await dismiss(children);
    throw error;
  }
  return {
    n,
    T,
    batches: 0,
    tasks: 1,
    async run(order) {
      const answers = (await tell(children, () => order)) as Answer[];
      for (const [seat, { failed }] of answers.entries())
        if (failed) throw new Error(`seat ${seat}: ${order.do}: ${failed}`);
      return answers;
    },
    leave: () => dismiss(children),
  };
}

async function tell(children: readonly ChildProcess[], order: (seat: number) => Order): Promise<unknown[]> {
  const answers = children.map((child) => answerOf(child));
  for (const [seat, child] of children.entries()) child.send(order(seat));
  return Promise.all(answers);
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (error: Error): void => {
      settle();
      reject(error);
    };
    const onExit = (code: number | null): void => end(new Error(`a seat ended with ${code}`));
    const onMessage = (answer: unknown): void => {
      settle();
      resolve(answer);
    };
    const timer = setTimeout(() => end(new Error('a seat did not answer')), WAIT_MS);
    const settle = (): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
    };
    child.once('message', onMessage).once('exit', onExit);
  });
}

async function dismiss(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map(
      (child) =>
        new Promise<void>((resolve) => {
          if (child.exitCode !== null || child.signalCode !== null) return resolve();
          const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
          child.once('exit', () => {
            clearTimeout(timer);
            resolve();
          });
          if (child.connected) child.send({ do: 'leave' } satisfies Order);
          else child.kill();
        }),
    ),
  );
}
