// One call: sealed and signed here by this visit's key, paid by the network's development account.
import { connect, lockedBy, payIn, type Hex, type Ports, type SealedCall } from '@enigma/client';
import type { Connection } from './network.ts';

const GAS_LIMIT = 50_000_000n;
const GAS_PRICE = 10n ** 12n;
const TIP = 10n ** 18n;
const WINDOW_SECONDS = 600;
const SERVING_TIMEOUT_MS = 60_000;

export async function callFunction(
  { ports, facts, caller }: Connection,
  contractId: Hex,
  fn: string,
  args: readonly unknown[],
): Promise<Hex> {
  const handle = await connect(ports).contract(contractId, {
    timeoutMs: SERVING_TIMEOUT_MS,
    fromBlock: BigInt(facts.book.deployedBlock),
  });
  const sealed = await handle.sealCall(fn, { ...payTerms(handle.deployed.contract.price), args, sender: caller });
  await payFor(ports.chain, facts.book.bank, sealed);
  return (await handle.sendCall(sealed)).taskId;
}

/** Far above what a call costs; what is not used is refunded. `price`: the contract's lowest. */
export function payTerms(price: bigint): {
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip: bigint;
  readonly windowSeconds: number;
} {
  const gasPrice = price > GAS_PRICE ? price : GAS_PRICE;
  return { gasLimit: GAS_LIMIT, gasPrice, tip: TIP, windowSeconds: WINDOW_SECONDS };
}

/** What the call locks, beyond what the account has paid in already. */
export async function payFor(chain: Ports['chain'], bank: Hex, call: Pick<SealedCall, 'header'>): Promise<void> {
  const amount = lockedBy(call) - (await chain.availableOf(chain.account));
  if (amount > 0n) await payIn(chain, bank, chain.account, amount);
}
