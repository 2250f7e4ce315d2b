// The typed client: these lines are the test; the compiler of the tests checks them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientValue, ContractClient, HexAddress, IsSecret } from '@enigma/compiler';

type u8 = number & { readonly '~'?: 'range' | 'u8' };
type u64 = number & { readonly '~'?: 'range' | 'u8' | 'u16' | 'u32' | 'u64' };
type SecretU64 = number & { readonly '~'?: 'range' | 'u8' | 'u16' | 'u32' | 'u64' | 'secret' };
interface Address {
  readonly '~address': true;
}
interface Inbox<T> {
  readonly '~entry'?: T;
  upTo(height: u64): readonly T[];
}
declare class Sample {
  readonly closes: u64;
  box: Inbox<{ choice: number & { readonly '~'?: 'range' | 'secret' } }>;
  constructor(seats: u8, closes: u64);
  bid(amount: SecretU64, to: Address): void;
  tally(): u8[];
  price(): { winner: Address; paid: u64; open: boolean };
}

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Client = ContractClient<typeof Sample>;

test('types of arguments and results', () => {
  const constructorArgs: Same<Client['constructorArgs'], readonly [seats: number, closes: bigint]> = true;
  const bid: Same<Client['functions']['bid']['args'], readonly [amount: bigint, to: HexAddress]> = true;
  const tally: Same<Client['functions']['tally']['result'], readonly number[]> = true;
  const price: Same<
    Client['functions']['price']['result'],
    { readonly winner: HexAddress; readonly paid: bigint; readonly open: boolean }
  > = true;
  const entry: Same<Client['entry'], { readonly choice: number }> = true;
  const names: Same<keyof Client['functions'], 'bid' | 'tally' | 'price'> = true;
  const secret: Same<IsSecret<SecretU64>, true> = true;
  const open: Same<IsSecret<u64>, false> = true;
  const none: Same<ClientValue<void>, void> = true;
  assert.ok([constructorArgs, bid, tally, price, entry, names, secret, open, none].every(Boolean));
});
