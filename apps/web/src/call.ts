// One call: sealed and signed here by this visit's key, paid by the network's development account.
import { connect, type Hex } from '@enigma/client';
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
  const { price } = handle.deployed.contract;
  const gasPrice = price > GAS_PRICE ? price : GAS_PRICE;
  const sealed = await handle.sealCall(fn, {
    args,
    gasLimit: GAS_LIMIT,
    gasPrice,
    tip: TIP,
    windowSeconds: WINDOW_SECONDS,
    sender: caller,
  });
  await payIn(ports.chain, facts.book.bank, GAS_LIMIT * gasPrice + TIP);
  return (await handle.sendCall(sealed)).taskId;
}

async function payIn(chain: Connection['ports']['chain'], bank: Hex, need: bigint): Promise<void> {
  const have = await chain.availableOf(chain.account);
  if (have >= need) return;
  const amount = need - have;
  for (const call of [
    { name: 'approve', spender: bank, amount },
    { name: 'deposit', to: chain.account, amount },
  ] as const) {
    const submitted = await chain.submit(call);
    if (!submitted.ok) throw new Error(`the contracts refused ${call.name}: ${submitted.refusal.name}`);
  }
}
