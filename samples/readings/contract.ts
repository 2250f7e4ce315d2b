/** Sealed entries come in until a block; once it has passed, they are summed. */
export class Readings extends Contract {
  readonly closes: u64;
  readings = inbox<{ watts: Secret<u16> }>();

  constructor(closes: u64) {
    super();
    this.closes = closes;
  }

  @atBlock('closes') total(): { sum: u64; high: u32 } {
    let sum: u64 = 0;
    let high: u32 = 0;
    for (const reading of this.readings.upTo(this.closes).lastBySender()) {
      sum += reading.watts;
      if (reading.watts > 3000) high++;
    }
    return { sum: reveal(sum, 'the sum of all readings'), high: reveal(high, 'how many are above 3000 watts') };
  }
}
