type Best = { who: Address; amount: u64 };

/** Nobody sees an offer. What is Secret leaves by `reveal`, to everyone, or by `toCaller`, to the caller alone, each with its reason. */
export class Offers extends Contract {
  offers: u32 = 0; // public, like everything that is not Secret
  private best: Secret<Best> = { who: NOBODY, amount: 0 };
  private own = map<Address, Secret<u64>>();

  offer(amount: Secret<u64>) {
    // Both sides of a secret condition run, and what differs is chosen: nobody sees which.
    if (amount > this.best.amount) this.best = { who: this.ctx.sender, amount };
    this.own.set(this.ctx.sender, amount);
    this.offers++;
  }

  @read mine(): Secret<u64> {
    return toCaller(this.own.get(this.ctx.sender), 'your last offer');
  }

  @read winner(): Address {
    require(this.offers >= 2, 'fewer than two offers');
    return reveal(this.best.who, 'who offered most');
  }
}
