// What the soak runs again and again: each round counts the ballots since the last one, and adds to a secret sum that is carried from state to state. A lost, doubled or half
// written state shows in every later result.
export const ROUNDS = `
export class Rounds extends Contract {
  ballots = inbox<{ choice: Secret<Range<0, 31>> }>();
  private sum: Secret<u64> = 0;

  round() {
    const out = zeros<u64>(6);
    for (const ballot of this.ballots.upTo(this.block.height).lastBySender()) {
      for (let c = 0; c < 4; c++) if (ballot.choice === c + 1) out[c]++;
      this.sum = wrapping(this.sum + ballot.choice);
      if (this.sum > 12) out[4]++;
    }
    out[5] = this.sum;
    return out.map((n) => reveal(n, 'votes, how often the sum was above twelve, and the sum'));
  }
}
`;

/** The same in plain numbers: what round comes after a sum. */
export function plainRound(sum: number, choices: readonly number[]): readonly number[] {
  const out = [0, 0, 0, 0, 0, 0];
  for (const choice of choices) {
    if (choice >= 1 && choice <= 4) out[choice - 1] = (out[choice - 1] ?? 0) + 1;
    sum += choice;
    if (sum > 12) out[4] = (out[4] ?? 0) + 1;
  }
  out[5] = sum;
  return out;
}
