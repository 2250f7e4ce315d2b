// Everything that the chain shows: blocks with their transactions, receipts with their logs, and its state. Searched as text and as the bytes that the text names.
import { fromHex, utf8, type Hex } from '@enigma/crypto';
import type { Media } from './media.ts';

export async function rpc(url: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = (await answer.json()) as { result?: unknown; error?: { message: string } };
  if (error !== undefined) throw new Error(`${method}: ${error.message}`);
  return result;
}

export async function seeChain(media: Media, url: string): Promise<void> {
  const last = Number(await rpc(url, 'eth_blockNumber', []));
  for (let number = 0; number <= last; number++) {
    const at = `0x${number.toString(16)}`;
    const block = (await rpc(url, 'eth_getBlockByNumber', [at, true])) as { transactions?: readonly unknown[] };
    seeJson(media, `block ${number}`, block);
    if ((block.transactions?.length ?? 0) > 0)
      seeJson(media, `receipts of block ${number}`, await rpc(url, 'eth_getBlockReceipts', [at]));
  }
  seeJson(media, 'code and storage', await rpc(url, 'anvil_dumpState', []));
}

function seeJson(media: Media, where: string, found: unknown): void {
  media.see('chain', where, utf8(JSON.stringify(found)));
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const bytes = value.length > 18 && value.startsWith('0x') ? fromHex(value as Hex) : undefined;
      if (bytes !== undefined) media.see('chain', where, bytes);
    } else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) visit(one);
  };
  visit(found);
}
