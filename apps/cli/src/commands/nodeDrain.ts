// `enigma node drain`: the node acknowledges nothing more and begins nothing new, sees settled and opened what it has begun, and ends. This command waits for that.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandContext } from '../command.ts';
import { CliError, throwIfStopped } from '../errors.ts';
import { pollPauseMs } from '../limits.ts';
import { isAlive } from '../network/file.ts';
import { processOf, runningProcess } from '../operator/process.ts';

export interface DrainOptions {
  readonly folder: string;
  /** Seconds. */
  readonly timeout: number;
}

export async function nodeDrain({ folder, timeout }: DrainOptions, { output, signal }: CommandContext): Promise<void> {
  const { pid, index } = await runningProcess(folder);
  process.kill(pid, 'SIGUSR2');
  output.phase(`Draining node ${index}, process ${pid}`);
  const deadline = performance.now() + 1_000 * timeout;
  while (isAlive(pid)) {
    throwIfStopped(signal);
    const owed = await (await processOf(folder))?.duties().catch(() => undefined);
    if (owed !== undefined) {
      const left = owed.seats.flatMap(({ duties }) => duties.filter(({ stage }) => stage !== 'Queued')).length;
      output.progress(`${owed.inHand} in hand, ${left} tasks that are not opened`);
    }
    if (performance.now() > deadline)
      throw new CliError(
        'DRAIN_UNFINISHED',
        `Process ${pid} has not finished after ${timeout} s; it goes on.`,
        `Run this again to wait longer, or end it within its limit: kill -TERM ${pid}`,
        { pid },
      );
    await sleep(pollPauseMs);
  }
  output.result({ node: index, pid, drained: true }, `node ${index} has finished and ended.`);
}
