// What the chain and its endpoint say.
import type { ChainPort, Hex } from '@enigma/protocol';
import { openChainPort } from '@enigma/contracts';
import { askRpc, etherOf, type NodeKeyring, type Settings } from '@enigma/node/host';
import { blockAgeSecondsMax, clockSkewSecondsMax, gasDaysMin } from '../limits.ts';
import type { NodeProcess } from '../operator/process.ts';
import { redacted } from '../operator/redact.ts';
import { bad, ok, skipped, type Check } from './check.ts';

/** Gas of a settlement or an opening, roughly: what a balance is counted in where no rate is known. */
const gasOfReceipt = 500_000n;
const receiptsMin = 50n;

export function portOf(settings: Settings, keys: NodeKeyring): ChainPort {
  return openChainPort({
    rpcUrl: settings.rpcUrl,
    book: settings.book,
    privateKey: `0x${Buffer.from(keys.operator.privateKey).toString('hex')}`,
  });
}

export async function network({ rpcUrl, book }: Settings): Promise<Check> {
  const chainId = Number(await askRpc(rpcUrl, 'eth_chainId', []));
  if (chainId !== book.chainId)
    return bad(
      'chain',
      `the endpoint is of chain ${chainId}, the configuration of ${book.chainId}`,
      'Take an endpoint of the chain that book names.',
    );
  const code = (await askRpc(rpcUrl, 'eth_getCode', [book.tasks, 'latest'])) as string;
  return code.length > 2
    ? ok('chain', `${redacted(rpcUrl)} is of chain ${chainId}, and has Tasks at ${book.tasks}`)
    : bad('chain', `there is no contract at ${book.tasks}`, 'Take the book of this deployment.');
}

export async function blocks(chain: ChainPort, nowMs: () => number): Promise<readonly Check[]> {
  const [latest, finalized] = await Promise.all([chain.latest(), chain.finalized()]);
  const ahead = latest.timestamp - nowMs() / 1_000;
  const clock =
    ahead > clockSkewSecondsMax
      ? bad(
          'clock',
          `this machine is ${Math.round(ahead)} s behind the chain’s latest block`,
          'Set the clock, by NTP: duties are judged by the chain’s time.',
        )
      : -ahead > blockAgeSecondsMax
        ? bad(
            'clock',
            `the latest block is ${Math.round(-ahead)} s old: the endpoint stands still, or this clock is ahead`,
            'Compare with another endpoint (--witness URL), and set the clock by NTP.',
          )
        : ok('clock', `the latest block is ${Math.max(0, Math.round(-ahead))} s old`);
  return [
    clock,
    ok('finality', `block ${finalized.number} is final, ${latest.number - finalized.number} behind the latest`),
  ];
}

export async function witness(settings: Settings, chain: ChainPort, url: string | undefined): Promise<Check> {
  if (url === undefined) return skipped('endpoints', 'name a second one with --witness URL to compare');
  const { number, hash } = await chain.finalized();
  const theirs = Number(await askRpc(url, 'eth_chainId', []));
  const block = (await askRpc(url, 'eth_getBlockByNumber', [`0x${number.toString(16)}`, false])) as {
    readonly hash?: string;
  } | null;
  if (theirs === settings.book.chainId && block?.hash === hash)
    return ok('endpoints', `both have block ${number} as ${hash}`);
  return bad(
    'endpoints',
    theirs === settings.book.chainId
      ? `block ${number} is ${hash} here and ${block?.hash ?? 'unknown'} there`
      : `the other is of chain ${theirs}`,
    'One of them lies or is of another chain: ask a third before the node goes on.',
  );
}

export async function record(
  settings: Settings,
  chain: ChainPort,
  keys: NodeKeyring,
  next: readonly Hex[] = [],
): Promise<readonly Check[]> {
  const found = await chain.nodeOf(settings.index);
  if (found === undefined)
    return [
      bad(
        'record',
        `the chain has no node ${settings.index}`,
        'Set index in config.json to the number of NodeRegistered.',
      ),
    ];
  const mine: Readonly<Record<string, string>> = {
    signer: keys.signer.address,
    sealingKey: `0x${Buffer.from(keys.sealing.publicKey).toString('hex')}`,
    tlsSpkiHash: keys.tls.spkiHash,
    operator: keys.operator.address,
  };
  const wrong = Object.keys(mine).filter(
    (name) => String(found[name as 'signer']).toLowerCase() !== mine[name]?.toLowerCase(),
  );
  const keysMatch =
    wrong.length === 0
      ? ok('record', `node ${settings.index} on chain has these keys`)
      : next.includes(found.signer)
        ? ok(
            'record',
            `node ${settings.index} on chain has the next keys of this folder; it follows once that is final`,
          )
        : bad(
            'record',
            `node ${settings.index} on chain has another ${wrong.join(', ')}`,
            'These keys are of another node or network: put the right keys/ in place, or the right index.',
          );
  const stake =
    found.units > 0
      ? ok(
          'stake',
          `${found.units} units, ${found.seatsHeld} seats held${found.withdrawableAt > 0 ? ', an exit is asked for' : ''}`,
        )
      : bad(
          'stake',
          'none: the node is drawn for nothing',
          'The owner stakes for it, with a key that is not on this machine.',
        );
  return [keysMatch, stake];
}

export async function gas(settings: Settings, account: Hex, running: NodeProcess | undefined): Promise<Check> {
  const balance = await etherOf(settings.rpcUrl, account);
  const shown = `${(Number(balance) / 1e18).toFixed(4)} ether at ${account}`;
  const next = `Send ether to ${account}.`;
  const days = (await running?.metrics())?.get('enigma_gas_days_left');
  if (days !== undefined && !Number.isNaN(days)) {
    const lasts =
      days >= 3_650 ? 'nothing spent since the start' : `${days.toFixed(1)} days at the rate since the start`;
    if (days < gasDaysMin) return bad('gas', `${shown}: ${lasts}`, next);
    if (days < 3_650) return ok('gas', `${shown}: ${lasts}`);
  }
  const price = BigInt((await askRpc(settings.rpcUrl, 'eth_gasPrice', [])) as string);
  const receipts = balance / (price * gasOfReceipt || 1n);
  return receipts < receiptsMin
    ? bad('gas', `${shown}: for ${receipts} receipts`, next)
    : ok('gas', `${shown}: for ${receipts} receipts at the present price`);
}
