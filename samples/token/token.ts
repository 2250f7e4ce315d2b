/** Balances that nobody sees. What cannot be done moves nothing, and stops nothing: a task that stops would tell. */
export class Token {
  private supply: Secret<u64> = 0;
  private balances = map<Address, Secret<u64>>();
  private operators = map<Address, KeyedMap<Address, u64>>();

  balanceOf(who: Address): Secret<u64> {
    return this.balances.get(who);
  }

  /** What was minted: nothing where the supply would pass what a u64 holds. */
  mint(to: Address, amount: Secret<u64>): Secret<u64> {
    // A sum that wrapped is below its parts.
    const supply = wrapping(this.supply + amount);
    const minted = supply >= amount ? amount : 0;
    this.supply = wrapping(this.supply + minted);
    this.credit(to, minted);
    return minted;
  }

  /** What moved: all of the amount, or nothing where the balance is smaller. */
  move(from: Address, to: Address, amount: Secret<u64>): Secret<u64> {
    const had = this.balances.get(from);
    const moved = had >= amount ? amount : 0;
    this.balances.set(from, had - moved);
    this.credit(to, moved);
    return moved;
  }

  total(): Secret<u64> {
    return this.supply;
  }

  /** Lets somebody move what the owner has, up to a time in seconds. */
  allow(owner: Address, operator: Address, until: u64) {
    this.operators.get(owner).set(operator, until);
  }

  isAllowed(owner: Address, operator: Address, time: u64): bool {
    const operators = this.operators.get(owner);
    return operators.has(operator) && time <= operators.get(operator);
  }

  private credit(to: Address, amount: Secret<u64>) {
    this.balances.set(to, wrapping(this.balances.get(to) + amount));
  }
}
