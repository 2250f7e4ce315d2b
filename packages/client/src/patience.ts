// When seats that had no answer are asked again. A seat that is busy says for how long, and is left alone so long; whoever says too much postpones himself alone, and not for ever.
import type { SeatAnswer } from './asking.ts';
import { checksOf } from './defences.ts';
import { ASK_TOTAL_MS, POLL_MS, RETRY_AFTER_MS_MAX } from './limits.ts';
import { checkAborted, type Ports } from './ports.ts';
import type { Seat } from './reading.ts';

export interface Patience {
  /** Of these, the ones that may be asked now. */
  due(seats: readonly Seat[]): readonly Seat[];
  saw(seat: Seat, answer: SeatAnswer): void;
  /** Waits until one of these may be asked again; false once that would be too long in all. */
  rest(seats: readonly Seat[], signal?: AbortSignal): Promise<boolean>;
}

export function createPatience(ports: Ports): Patience {
  const notBefore = new Map<number, number>();
  /** Counted in what was waited, so that no clock is asked that may stand still. */
  let waitedMs = 0;
  return {
    due: (seats) => seats.filter(({ seat }) => (notBefore.get(seat) ?? 0) <= waitedMs),
    saw({ seat }, answer) {
      const said = answer.kind === 'refused' ? answer.retryAfterMs : undefined;
      const bounded = checksOf(ports)['retry.bound'] ? Math.min(said ?? 0, RETRY_AFTER_MS_MAX) : (said ?? 0);
      notBefore.set(seat, waitedMs + bounded);
    },
    async rest(seats, signal) {
      const next = Math.min(...seats.map(({ seat }) => notBefore.get(seat) ?? 0));
      const ms = Math.max(ports.pollMs ?? POLL_MS, next - waitedMs);
      if (seats.length === 0 || (checksOf(ports)['retry.bound'] && waitedMs + ms > ASK_TOTAL_MS)) return false;
      checkAborted(signal);
      await ports.sleep(ms);
      waitedMs += ms;
      return true;
    },
  };
}
