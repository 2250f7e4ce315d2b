type Best = { bidder: Address; amount: u64 };

export class Auction extends Contract {
  readonly closes: u64;
  readonly secondPrice: bool;
  phase: 'open' | 'settled' = 'open';
  bids = inbox<{ amount: Secret<u64> }>();

  constructor(closes: u64, secondPrice: bool) {
    super();
    this.closes = closes;
    this.secondPrice = secondPrice;
  }

  /** Anybody settles, once, after block `closes`. Of one bidder the last bid counts, of equal bids the earlier wins; without one, nobody wins for nothing. */
  settle(): { winner: Address; price: u64; bidders: u32 } {
    require(this.block.height > this.closes, 'still open');
    require(this.phase === 'open', 'settled already');
    this.phase = 'settled';
    const bids = this.bids.upTo(this.closes).lastBySender();
    let best: Secret<Best> = { bidder: NOBODY, amount: 0 };
    let second: Secret<u64> = 0;
    for (const bid of bids)
      if (bid.amount > best.amount) {
        second = best.amount;
        best = { bidder: bid.sender, amount: bid.amount };
      } else if (bid.amount > second) second = bid.amount;
    const price = this.secondPrice ? second : best.amount;
    return {
      winner: reveal(best.bidder, 'the winner'),
      price: reveal(price, 'the price the winner pays'),
      bidders: bids.length,
    };
  }
}
