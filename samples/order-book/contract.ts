type Price = Range<0, 20000>;
type Quantity = Range<0, 1000000>;
type Order = { buy: Secret<bool>; limit: Secret<Price>; quantity: Secret<Quantity> };
type Placed = { buy: Secret<bool>; limit: Secret<Price>; quantity: Secret<Quantity>; place: Secret<u32> };

/** Of each value the sum of it and all behind it. */
function sumsFromHere(values: Secret<u64>[]): Secret<u64>[] {
  const sums = prefixSums(values);
  const all = sums[values.length - 1];
  // Never below zero: the sum up to here is a part of all.
  return values.map((value, i) => wrapping(all - sums[i] + value));
}

/** Sealed orders until a block, then one price for all of them. What a trader gets goes to him alone. */
export class OrderBook extends Contract {
  readonly closes: u64;
  orders = inbox<Order>();
  private book: Placed[] = [];
  private fills = map<Address, Secret<u32>>();

  constructor(closes: u64) {
    super();
    this.closes = closes;
  }

  @atBlock('closes') clear(): { price: u32; volume: u64 } {
    const orders = this.orders.upTo(this.closes).lastBySender();
    require(orders.length >= 2, 'fewer than two orders');
    for (let i = 0; i < orders.length; i++) {
      const { buy, limit, quantity } = orders[i];
      this.book.push({ buy, limit, quantity, place: i });
    }
    // From the lowest limit up, sellers before buyers of the same limit; a draw decides between equal orders.
    const book = sortBy(random.shuffle(this.book), (order) => u32(order.limit) * 2 + u32(order.buy));
    const supply = prefixSums(book.map((order) => (order.buy ? 0 : u64(order.quantity))));
    const demand = sumsFromHere(book.map((order) => (order.buy ? u64(order.quantity) : 0)));
    const volumes = book.map((_, i) => min(supply[i], demand[i]));
    // Of limits at which as much is traded the lowest.
    const best = argmax(volumes);
    const volume = volumes[best];
    const price = volume > 0 ? book[best].limit : 0;
    // What is over at the end of a side goes away empty.
    const fills = book.map((order, i) => satSub(order.quantity, satSub(order.buy ? demand[i] : supply[i], volume)));
    const inOrder = sortBy(fills, (_, i) => book[i].place);
    for (let i = 0; i < orders.length; i++) this.fills.set(orders[i].sender, u32(inOrder[i]));
    return { price: reveal(price, 'the price of all trades'), volume: reveal(volume, 'how much is traded') };
  }

  @read fill(): Secret<u32> {
    return toCaller(this.fills.get(this.ctx.sender), 'how much of your order was filled');
  }
}
