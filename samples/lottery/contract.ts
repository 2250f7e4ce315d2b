/** People buy tickets in the open; once sales are over, anybody has a winner drawn whom nobody chose and nobody could know before. */
export class Lottery extends Contract {
  readonly closes: u64;
  tickets: Address[] = [];
  drawn: bool = false;

  constructor(closes: u64) {
    super();
    this.closes = closes;
  }

  buy() {
    require(this.block.height < this.closes, 'sales are over');
    this.tickets.push(this.ctx.sender);
  }

  draw(): { winner: Address } {
    require(this.block.height >= this.closes, 'sales go on');
    require(!this.drawn, 'a winner was drawn');
    require(this.tickets.length > 0, 'nobody bought a ticket');
    this.drawn = true;
    const place = random.below(this.tickets.length);
    return { winner: reveal(this.tickets[place], 'who wins') };
  }
}
