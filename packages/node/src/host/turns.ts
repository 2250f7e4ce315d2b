// Work that comes from outside and waits for its turn: done in the order in which it came, for a short while at a time, with everything else that the process does between. How long a newcomer would wait is known
// from what the last ones took, from one to the next, whatever else was done meanwhile.

export interface TurnTerms {
  readonly nowMs: () => number;
  /** So long work is done before others have their turn. */
  readonly turnMs: number;
  /** Nobody should wait longer. */
  readonly waitMs: number;
  /** So many may wait, however slow the machine. */
  readonly waitingMin: number;
}

export interface Turns {
  /** What a newcomer would wait, if that is too long; else 0. */
  waitMs(): number;
  take(work: () => void): void;
  /** What still waits is not done. */
  close(): void;
}

/** Of new connections the event loop accepts one each time that it goes round: so often it does between two turns, or newcomers would wait where nobody counts them. */
const roundsBetween = 8;
/** How much the last piece of work counts against those before. */
const newShare = 1 / 64;

export function createTurns({ nowMs, turnMs, waitMs, waitingMin }: TurnTerms): Turns {
  let waiting: (() => void)[] = [];
  /** Those of `waiting` that are done. */
  let done = 0;
  let eachMs = 0;
  let lastMs = 0;
  let due: NodeJS.Immediate | undefined;

  function turn(): void {
    due = undefined;
    const began = nowMs();
    for (let now = began; done < waiting.length && now - began < turnMs;) {
      waiting[done++]?.();
      now = nowMs();
      eachMs += newShare * (now - lastMs - eachMs);
      lastMs = now;
    }
    if (done < waiting.length) {
      due = setImmediate(pass, roundsBetween);
      if (done < waiting.length / 2) return;
    }
    waiting = waiting.slice(done);
    done = 0;
  }

  function pass(rounds: number): void {
    if (rounds <= 1) turn();
    else due = setImmediate(pass, rounds - 1);
  }

  return {
    waitMs() {
      const count = waiting.length - done;
      const expected = count * eachMs;
      return count >= waitingMin && expected > waitMs ? expected : 0;
    },
    take(work) {
      // From idleness to the first nothing was done.
      if (due === undefined) lastMs = nowMs();
      waiting.push(work);
      due ??= setImmediate(turn);
    },
    close() {
      waiting = [];
      done = 0;
      if (due !== undefined) clearImmediate(due);
      due = undefined;
    },
  };
}
