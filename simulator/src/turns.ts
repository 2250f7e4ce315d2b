// A node's step that may wait for virtual time, as for an endpoint that takes its time to answer: the schedule goes on with others meanwhile, and comes back when the wait is over.
import { setImmediate as drained } from 'node:timers/promises';
import type { Schedule } from './schedule.ts';

export interface Turns {
  /** Runs until it is over, or until it waits. */
  run(work: () => Promise<void>): Promise<void>;
  /** Called from within that work. */
  wait(ms: number): Promise<void>;
}

/** `alive`: whether whoever waits is still there; a process that ended meanwhile never comes back from its wait. */
export function createTurns(schedule: Schedule, alive: () => boolean): Turns {
  let waits = 0;
  let isOver = true;
  let over: Promise<void> = Promise.resolve();
  let waited = (): void => undefined;

  /** Until the work is over, or all that it does waits. */
  async function follow(): Promise<void> {
    do await drained();
    while (!isOver && waits === 0);
    return isOver ? over : undefined;
  }

  return {
    async run(work) {
      const first = new Promise<void>((resolve) => (waited = resolve));
      isOver = false;
      const end = (): void => void (isOver = true);
      over = work();
      over.then(end, end);
      await Promise.race([over, first]);
      if (!isOver) await follow();
    },
    wait: (ms) =>
      new Promise((resolve) => {
        waits++;
        waited();
        schedule.after(ms, async () => {
          if (!alive()) return;
          waits--;
          resolve();
          await follow();
        });
      }),
  };
}
