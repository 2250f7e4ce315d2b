export class Voting extends Contract {
  readonly candidates: u8;
  readonly closes: u64;
  ballots = inbox<{ choice: Secret<Range<0, 31>> }>(); // 0 is blank

  constructor(candidates: u8, closes: u64) {
    super();
    this.candidates = candidates;
    this.closes = closes;
  }

  @atBlock('closes') tally() {
    const votes = zeros<u32>(this.candidates);
    for (const ballot of this.ballots.upTo(this.closes).lastBySender())
      for (let c = 0; c < this.candidates; c++) if (ballot.choice === c + 1) votes[c]++;
    return votes.map((n) => reveal(n, 'votes of each candidate'));
  }
}
