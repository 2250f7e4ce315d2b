import { Token } from './token.ts';

/** A token whose balances and amounts nobody sees; who sends to whom, and when, everybody does. */
export class Bank extends Contract {
  readonly issuer: Address;
  private token = new Token();

  constructor(issuer: Address) {
    super();
    this.issuer = issuer;
  }

  mint(to: Address, amount: Secret<u64>): Secret<u64> {
    require(this.ctx.sender === this.issuer, 'not the issuer');
    return toCaller(this.token.mint(to, amount), 'how much was minted');
  }

  transfer(to: Address, amount: Secret<u64>): Secret<u64> {
    return toCaller(this.token.move(this.ctx.sender, to, amount), 'how much moved');
  }

  allow(operator: Address, until: u64) {
    this.token.allow(this.ctx.sender, operator, until);
  }

  // The operator is not told how much moved: by trying amounts he would learn the balance.
  transferFrom(from: Address, to: Address, amount: Secret<u64>) {
    require(this.token.isAllowed(from, this.ctx.sender, this.block.time), 'not allowed');
    this.token.move(from, to, amount);
  }

  @read balance(): Secret<u64> {
    return toCaller(this.token.balanceOf(this.ctx.sender), 'your balance');
  }

  @read supply(): u64 {
    return reveal(this.token.total(), 'the supply');
  }
}
