// The periods of a deployment, and the chain that they must form: stake is still there when the last thing that could
// cost it has happened (the constructor of Tasks asserts the same).

export interface Times {
  readonly taskSecondsMax: number;
  readonly graceSeconds: number;
  readonly handoverSeconds: number;
  readonly disputeSeconds: number;
  readonly exitDelaySeconds: number;
  /** After settlement, in which a seat that was left out may claim its share. */
  readonly lateSeconds: number;
  /** Blocks after the committee opened in which GENESIS may come. */
  readonly genesisBlocks: number;
  /** Blocks after deployment in which a committee may be opened. */
  readonly drawBlocks: number;
}

export const DEVELOPMENT_TIMES: Times = {
  taskSecondsMax: 3600,
  graceSeconds: 10,
  handoverSeconds: 600,
  disputeSeconds: 3600,
  exitDelaySeconds: 8 * 3600,
  lateSeconds: 86_400,
  genesisBlocks: 64,
  drawBlocks: 256,
};

/** Whether taskSecondsMax + grace + handover + dispute ≤ exitDelay, and every period is a positive whole number. */
export function timesHold(times: Times): boolean {
  const all = Object.values(times as unknown as Record<string, number>);
  if (!all.every((seconds) => Number.isSafeInteger(seconds) && seconds > 0)) return false;
  const longest = times.taskSecondsMax + times.graceSeconds + times.handoverSeconds + times.disputeSeconds;
  return longest <= times.exitDelaySeconds;
}
