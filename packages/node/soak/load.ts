// Load on a network of processes: callers with a secret number each, who ask the nodes for masks and give their call to a relayer, who sends what he has in one transaction after another; and the time
// from each offer to its opened result on chain. Closed loop: so many callers, each of whom waits for his result. Open loop: so many calls a second, whoever waits for what.
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchTransport, isClientError, type ContractHandle, type SealedCall, type SentCall } from '@enigma/client';
import { fromHex, generateSigningKey, readLE, type Hex } from '@enigma/crypto';
import { BATCH_MAX, type EventOf } from '@enigma/protocol';
import { random, type ProcessNetwork } from '../test/support/processes.ts';
import { clientOf, serve } from './serving.ts';

/** Every result tells the sum so far, so that a task lost or done twice shows in all that come after it. A number of eight bits may be any, so that nothing is refused on the way and tasks share receipts. */
const LOAD = `
export class Load extends Contract {
  private sum: Secret<u64> = 0;

  add(amount: Secret<u8>) {
    this.sum = wrapping(this.sum + amount);
    return reveal(this.sum, 'the sum so far');
  }
}
`;

const terms = { gasLimit: 2_000_000n, gasPrice: 1_000n, tip: 1_000n, windowSeconds: 3_600 };
const lookPauseMs = 100;

export type Fate =
  | { readonly kind: 'opened'; readonly latencyMs: number }
  /** The nodes said that they are busy, and when to come again. */
  | { readonly kind: 'refused'; readonly retryAfterMs: number | undefined; readonly latencyMs: number }
  /** Taken, and not opened within the limit: what must not be. */
  | { readonly kind: 'lost' }
  /** Neither taken nor told why. */
  | { readonly kind: 'failed'; readonly why: string };

export interface Load {
  readonly handle: ContractHandle;
  /** Asks each node for a mask once, hands the call to the relayer where they gave one, and waits for its opened result. */
  offer(limitMs: number): Promise<Fate>;
  /** What is wrong with the results of all calls that were opened: each tells the sum that the calls before it leave. */
  judge(): readonly string[];
  /** Opened so far. */
  opened(): number;
  /** Receipts of tasks that the chain took so far. */
  receipts(): number;
  close(): void;
}

class Refused extends Error {}

export async function startLoad(network: ProcessNetwork, pauseMs?: number): Promise<Load> {
  const { funder } = network;
  const handle = await serve(network, clientOf(network), LOAD, pauseMs);
  const plain = fetchTransport(fetch);
  /** What nodes said last that told a caller to come later. */
  let told: number | undefined;
  const once = clientOf(network, async (url, request) => {
    const answer = await plain(url, request);
    if (answer.status === 503 || answer.status === 429)
      told = (JSON.parse(answer.text) as { retryAfterMs?: number }).retryAfterMs;
    return answer;
  });
  // Who would have to ask again was refused.
  const impatient = await once.contract(handle.contractId);
  Object.assign(once.ports, { sleep: () => Promise.reject(new Refused()) });

  const amounts = new Map<Hex, number>();
  const created = new Map<Hex, bigint>();
  const outputs = new Map<Hex, Hex>();
  const waiting = new Map<Hex, () => void>();
  const wrong: string[] = [];
  let receipts = 0;
  let from = (await funder.latest()).number;
  let closed = false;

  async function look(): Promise<void> {
    const { number } = await funder.latest();
    if (number < from) return;
    for (const { event } of await funder.events(from, number)) {
      if (event.name === 'TaskCreated') {
        const { taskId, seq } = event as EventOf<'TaskCreated'>;
        created.set(taskId, seq);
      }
      if (event.name === 'Settled' && (event as EventOf<'Settled'>).count > 0) receipts++;
      if (event.name !== 'Opened') continue;
      const { taskId, output } = event as EventOf<'Opened'>;
      if (outputs.has(taskId)) wrong.push(`${taskId} was opened twice`);
      outputs.set(taskId, output);
      waiting.get(taskId)?.();
      waiting.delete(taskId);
    }
    from = number + 1n;
  }

  async function watch(): Promise<void> {
    while (!closed) {
      await look().catch(() => undefined);
      await sleep(lookPauseMs);
    }
  }
  void watch();

  const queue: { readonly call: SealedCall; readonly sent: (outcome: SentCall | Error) => void }[] = [];
  let relaying = false;
  /** One transaction after another, each of all that has come meanwhile. */
  async function relay(): Promise<void> {
    if (relaying) return;
    relaying = true;
    while (queue.length > 0) {
      const batch = queue.splice(0, BATCH_MAX);
      try {
        const outcomes = await handle.sendCalls(batch.map(({ call }) => call));
        outcomes.forEach((outcome, at) => batch[at]?.sent(outcome));
      } catch (error) {
        for (const { sent } of batch) sent(error instanceof Error ? error : new Error(String(error)));
      }
    }
    relaying = false;
  }

  return {
    handle,
    async offer(limitMs) {
      const began = performance.now();
      const latencyMs = (): number => performance.now() - began;
      const amount = random(1)[0] ?? 0;
      try {
        const call = await impatient.sealCall('add', { ...terms, args: [amount], sender: generateSigningKey(random) });
        const done = new Promise<void>((resolve) => void waiting.set(call.taskId, resolve));
        const outcome = await new Promise<SentCall | Error>((sent) => {
          queue.push({ call, sent });
          void relay();
        });
        if (outcome instanceof Error) throw outcome;
        if (!outcome.sent) return { kind: 'failed', why: outcome.reason };
        amounts.set(call.taskId, amount);
        const inTime = await Promise.race([done.then(() => true), sleep(limitMs, false, { ref: false })]);
        return inTime ? { kind: 'opened', latencyMs: latencyMs() } : { kind: 'lost' };
      } catch (error) {
        if (error instanceof Refused) return { kind: 'refused', retryAfterMs: told, latencyMs: latencyMs() };
        return { kind: 'failed', why: isClientError(error) ? `${error.code} ${error.message}` : String(error) };
      }
    },
    judge() {
      const all = [...wrong];
      const inOrder = [...created].filter(([taskId]) => amounts.has(taskId)).toSorted(([, a], [, b]) => Number(a - b));
      let sum = 0;
      for (const [taskId, seq] of inOrder) {
        sum += amounts.get(taskId) ?? 0;
        const output = outputs.get(taskId);
        if (output === undefined) all.push(`task ${seq} was never opened`);
        else if (sumIn(output) !== sum) all.push(`task ${seq} tells ${sumIn(output)}, not ${sum}`);
      }
      return all;
    },
    opened: () => outputs.size,
    receipts: () => receipts,
    close() {
      closed = true;
    },
  };
}

/** One number of eight bytes. */
function sumIn(output: Hex): number {
  return Number(readLE(fromHex(output) ?? new Uint8Array()));
}

/** So many callers, each with one call at a time, for so long; those in hand at the end are waited for. */
export async function closedLoop(
  offer: () => Promise<Fate>,
  callers: number,
  seconds: number,
  goesOn: () => boolean = () => true,
): Promise<Run> {
  const began = performance.now();
  const fates: Fate[] = [];
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() - began < 1000 * seconds && goesOn()) {
        const fate = await offer();
        fates.push(fate);
        if (fate.kind === 'refused') await sleep(fate.retryAfterMs ?? 1_000);
      }
    }),
  );
  return { fates, seconds: (performance.now() - began) / 1000 };
}

/** So many calls a second for so long, whatever becomes of those before. */
export async function openLoop(
  offer: () => Promise<Fate>,
  perSecond: number,
  seconds: number,
  goesOn: () => boolean = () => true,
): Promise<Run> {
  const began = performance.now();
  const offers: Promise<Fate>[] = [];
  for (;;) {
    const elapsed = (performance.now() - began) / 1000;
    if (elapsed >= seconds || !goesOn()) break;
    while (offers.length < elapsed * perSecond) offers.push(offer());
    await sleep(10);
  }
  return { fates: await Promise.all(offers), seconds: (performance.now() - began) / 1000 };
}

export interface Run {
  readonly fates: readonly Fate[];
  /** From the first offer to the last result. */
  readonly seconds: number;
}

export function latencies({ fates }: Run): readonly number[] {
  return fates.flatMap((fate) => (fate.kind === 'opened' ? [fate.latencyMs] : []));
}

/** The smallest of the values that so large a share of them does not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function countOf({ fates }: Run, kind: Fate['kind']): number {
  return fates.filter((fate) => fate.kind === kind).length;
}
