/** A coin that the committee tosses together: nobody can load it, and nobody sees it fall before all do. */
export class Coin extends Contract {
  tosses: u32 = 0;

  toss(): { heads: bool } {
    this.tosses++;
    return { heads: reveal(random.bool(), 'whether it fell heads up') };
  }
}
