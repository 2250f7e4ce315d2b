export class Canaries extends Contract {
  readonly limit: u64;
  readonly closes: u64;
  values = inbox<{ value: Secret<u64> }>();

  constructor(limit: u64, closes: u64) {
    super();
    this.limit = limit;
    this.closes = closes;
  }

  @atBlock('closes') count() {
    const above = zeros<u32>(1);
    for (const one of this.values.upTo(this.closes).lastBySender()) if (one.value > this.limit) above[0]++;
    return above.map((n) => reveal(n, 'how many are above the limit'));
  }
}
