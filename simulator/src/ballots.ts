// What the voters of a run do, and, by a plain count that knows no node, what must come out.
export interface Ballot {
  readonly voter: number;
  /** 0 and numbers above the candidates are blank. */
  readonly choice: number;
  readonly nonce: bigint;
  /** Spoilt on the way by a relayer: a flipped bit, a cut, another sender's name, noise; appended after the close; never sealed, since seats disputed its mask; or never sent, since its client died when it had sealed it. */
  readonly spoilt: 'no' | 'bit' | 'cut' | 'sender' | 'noise' | 'late' | 'unsealed' | 'unsent';
}

export interface BallotPlan {
  readonly candidates: number;
  readonly voters: number;
  /** In the order in which relayers append them. */
  readonly ballots: readonly Ballot[];
}

export interface Chance {
  /** Uniform integer in [0, below). */
  below(limit: number): number;
  /** True once in `one` times. */
  once(one: number): boolean;
}

export function drawBallots(chance: Chance, candidates: number): BallotPlan {
  const voters = 3 + chance.below(8);
  const ballots: Ballot[] = [];
  for (let voter = 0; voter < voters; voter++) {
    const times = chance.once(4) ? 2 : 1;
    for (let nonce = 0; nonce < times; nonce++)
      ballots.push({
        voter,
        choice: chance.once(8) ? 31 : chance.below(candidates + 1),
        nonce: BigInt(nonce),
        spoilt: 'no',
      });
    // A client that died when it had sealed one, and knows of it or not: then it takes the same mask for another choice, and the first that comes counts.
    const forgets = chance.once(2);
    if (chance.once(10))
      ballots.push({
        voter,
        choice: chance.below(candidates + 1),
        nonce: BigInt(forgets ? times - 1 : times),
        spoilt: forgets ? 'no' : 'unsent',
      });
    if (chance.once(8))
      ballots.push({
        voter,
        choice: chance.below(candidates + 1),
        nonce: BigInt(times),
        spoilt: (['bit', 'cut', 'sender', 'noise'] as const)[chance.below(4)] ?? 'bit',
      });
  }
  // Relayers hold back, and send in any order.
  for (let at = ballots.length - 1; at > 0; at--) {
    if (!chance.once(3)) continue;
    const other = chance.below(at + 1);
    const moved = ballots[at] as Ballot;
    ballots[at] = ballots[other] as Ballot;
    ballots[other] = moved;
  }
  return { candidates, voters, ballots };
}

/** Each voter's sound ballot with the highest nonce counts, in whatever order they came; of two with one nonce the first. */
export function plainCount({ candidates, ballots }: BallotPlan): readonly number[] {
  const last = new Map<number, Ballot>();
  for (const ballot of ballots) {
    if (ballot.spoilt !== 'no') continue;
    const before = last.get(ballot.voter);
    if (before === undefined || before.nonce < ballot.nonce) last.set(ballot.voter, ballot);
  }
  const votes = new Array<number>(candidates).fill(0);
  for (const { choice } of last.values())
    if (choice >= 1 && choice <= candidates) votes[choice - 1] = (votes[choice - 1] ?? 0) + 1;
  return votes;
}
