/** Sealed answers come in until a block; once it has passed, their mean, variance, deviation and spread are computed. */
export class Statistics extends Contract {
  readonly closes: u64;
  answers = inbox<{ minutes: Secret<Range<0, 239>> }>();

  constructor(closes: u64) {
    super();
    this.closes = closes;
  }

  @atBlock('closes') publish() {
    const answers = this.answers.upTo(this.closes).lastBySender();
    const count = u32(answers.length);
    require(count >= 3, 'fewer than three people answered');
    let sum: Secret<u32> = 0;
    for (const answer of answers) sum = wrapping(sum + answer.minutes);
    const mean: Secret<u32> = sum / count;
    let squares: Secret<u64> = 0;
    for (const answer of answers) {
      const away = answer.minutes > mean ? satSub(answer.minutes, mean) : satSub(mean, answer.minutes);
      squares = wrapping(squares + away * away);
    }
    const variance: Secret<u64> = squares / u64(count);
    // Four hours, each a place of its own.
    const hours = zeros<u32>(4);
    for (const answer of answers) hours[answer.minutes / 60]++;
    return {
      mean: reveal(mean, 'the mean, in minutes'),
      variance: reveal(variance, 'the variance'),
      deviation: reveal(isqrt(variance), 'the standard deviation, rounded down'),
      hours: hours.map((n) => reveal(n, 'how many answered with so many hours')),
    };
  }
}
