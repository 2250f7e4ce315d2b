// Contracts of every day that a seed calls: secret arguments, answers for the caller, results for everyone, values, events, maps, ranges, and functions that stop.
import { compile } from '@enigma/compiler';
import type { Chance } from '../ballots.ts';

/** An argument as the client takes it, and as the plain evaluator does. */
export interface Argument {
  readonly client: unknown;
  readonly plain: bigint;
}

export interface CallableFunction {
  readonly name: string;
  args(chance: Chance): readonly Argument[];
  /** Answers its caller, or hides an argument: it needs a sender's key. */
  readonly signed: boolean;
  /** Leaves the state as it is, and is settled beside the queue: answered from the state of its own block. */
  readonly read?: true;
  readonly value?: (chance: Chance) => bigint;
}

export interface EverydayContract {
  readonly name: string;
  readonly source: string;
  readonly functions: readonly CallableFunction[];
}

const small = (value: number): Argument => ({ client: value, plain: BigInt(value) });
const wide = (value: bigint): Argument => ({ client: value, plain: value });
const word = (chance: Chance): bigint => (BigInt(chance.below(2 ** 32)) << 32n) | BigInt(chance.below(2 ** 32));

const COUNTER: EverydayContract = {
  name: 'counter',
  source: `
export class Counter extends Contract {
  sum: Secret<u32> = 0;
  calls: u32 = 0;
  add(amount: Secret<u32>, most: u32) {
    require(this.calls < most, 'Full');
    this.calls += 1;
    this.sum += amount;
    emit('Added', { caller: this.ctx.sender, calls: this.calls });
    return toCaller(this.sum, 'the sum so far');
  }
  small(amount: Secret<Range<0, 9>>) {
    this.calls += 1;
    this.sum += amount * amount;
  }
  total() {
    return reveal(this.sum, 'the sum');
  }
  @read now(): u32 { return reveal(this.sum, 'the sum of now'); }
  @read above(limit: Secret<u32>) { return toCaller(this.sum > limit, 'whether the sum is above your limit'); }
}
`,
  functions: [
    { name: 'add', signed: true, args: (chance) => [small(chance.below(2 ** 31)), small(chance.below(6))] },
    { name: 'small', signed: true, args: (chance) => [small(chance.below(10))] },
    { name: 'total', signed: false, args: () => [] },
    { name: 'now', signed: true, read: true, args: () => [] },
    { name: 'above', signed: true, read: true, args: (chance) => [small(chance.below(2 ** 31))] },
  ],
};

const SHOP: EverydayContract = {
  name: 'shop',
  source: `
export class Shop extends Contract {
  stock = map<Address, u32>();
  best: Secret<u64> = 10;
  sales: u32 = 0;
  paid: u64 = 0;
  buy(offer: Secret<u64>, count: u32) {
    require(count > 0, 'Nothing');
    this.sales += 1;
    this.stock.set(this.ctx.sender, this.stock.get(this.ctx.sender) + count);
    const leads = offer > this.best;
    if (leads) this.best = offer;
    emit('Sold', { buyer: this.ctx.sender, count, left: -1 });
    return toCaller(leads, 'whether you lead');
  }
  tip() {
    this.paid += this.ctx.value;
    return this.paid;
  }
  close(secretBelow: u64) {
    return reveal(this.best < secretBelow, 'whether the best offer is lower');
  }
  @read leads(offer: Secret<u64>) { return toCaller(offer > this.best, 'whether it would lead'); }
  @read sold(): u32 { return this.sales; }
}
`,
  functions: [
    { name: 'buy', signed: true, args: (chance) => [wide(word(chance)), small(chance.below(4))] },
    { name: 'tip', signed: false, args: () => [], value: (chance) => BigInt(chance.below(10_000)) },
    { name: 'close', signed: false, args: (chance) => [wide(word(chance))] },
    { name: 'leads', signed: true, read: true, args: (chance) => [wide(word(chance))] },
    { name: 'sold', signed: true, read: true, args: () => [] },
  ],
};

const KEEPER: EverydayContract = {
  name: 'keeper',
  source: `
export class Keeper extends Contract {
  kept: Secret<i32> = 0;
  product: Secret<u64> = 1;
  rounds: u32 = 0;
  put(amount: Secret<i32>) {
    this.kept = this.kept + amount;
    this.rounds += 1;
  }
  times(factor: Secret<u8>) {
    this.product = this.product * factor;
    return toCaller(this.product, 'the product');
  }
  show() {
    return { kept: reveal(this.kept, 'what is kept'), product: reveal(this.product, 'the product'), rounds: this.rounds };
  }
  @read look() { return { kept: reveal(this.kept, 'what is kept now'), rounds: this.rounds }; }
  @read mine(offset: Secret<i32>) {
    require(this.rounds > 0, 'Empty');
    return toCaller(this.kept > offset, 'whether more is kept');
  }
}
`,
  functions: [
    {
      name: 'put',
      signed: true,
      args: (chance) => {
        const value = chance.below(2 ** 32) - 2 ** 31;
        return [small(value)];
      },
    },
    { name: 'times', signed: true, args: (chance) => [small(chance.below(256))] },
    { name: 'show', signed: false, args: () => [] },
    { name: 'look', signed: true, read: true, args: () => [] },
    { name: 'mine', signed: true, read: true, args: (chance) => [small(chance.below(2 ** 32) - 2 ** 31)] },
  ],
};

export const EVERYDAY: readonly EverydayContract[] = [COUNTER, SHOP, KEEPER];

const compiled = new Map<string, Uint8Array>();

/** Its bytes; compiled once. */
export function bytesOf({ name, source }: EverydayContract): Uint8Array {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const result = compile(source);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  compiled.set(name, result.bytes);
  return result.bytes;
}
