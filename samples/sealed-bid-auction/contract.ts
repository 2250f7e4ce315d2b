type Bid = { bidder: Address; amount: u64 };

export class Auction extends Contract {
  readonly closes: u64;
  readonly secondPrice: bool;
  phase: 'open' | 'settled' = 'open';
  bids: u32 = 0;
  private best: Secret<Bid> = { bidder: NOBODY, amount: 0 };
  private second: Secret<u64> = 0;

  constructor(closes: u64, secondPrice: bool) {
    super();
    this.closes = closes;
    this.secondPrice = secondPrice;
  }

  /** Of equal bids the earlier wins. */
  bid(amount: Secret<u64>) {
    require(this.block.height < this.closes, 'closed');
    if (amount > this.best.amount) {
      this.second = this.best.amount;
      this.best = { bidder: this.ctx.sender, amount };
    } else if (amount > this.second) this.second = amount;
    this.bids++;
  }

  /** Anybody settles once the height has come. Without a bid the winner is nobody and the price 0. */
  settle(): { winner: Address; price: u64; bids: u32 } {
    require(this.block.height >= this.closes, 'still open');
    require(this.phase === 'open', 'settled already');
    this.phase = 'settled';
    const price = this.secondPrice ? this.second : this.best.amount;
    emit('Settled', { bids: this.bids });
    return {
      winner: reveal(this.best.bidder, 'the winner'),
      price: reveal(price, 'the price the winner pays'),
      bids: this.bids,
    };
  }
}
