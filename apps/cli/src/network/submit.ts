// Transactions that have to go through: a refusal becomes an error that says what to do.
import { chainMeaning } from '@enigma/client';
import type { ChainCall, ChainPort, ChainRefusal, EventName, EventOf, Included } from '@enigma/protocol';
import { CliError, type ErrorCode } from '../errors.ts';
import { unreachable } from './rpc.ts';

export async function submit(chain: ChainPort, call: ChainCall): Promise<Included> {
  const submitted = await reaching(() => chain.submit(call));
  if (submitted.ok) return submitted;
  throw refused(call.name, submitted.refusal);
}

/** Runs what asks the chain; viem's connection errors become ours. */
export async function reaching<T>(ask: () => Promise<T>, url = 'the network file’s address'): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isConnectionError(error)) throw unreachable(url, error);
    throw error;
  }
}

export function isConnectionError(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/^(HttpRequestError|TimeoutError)$/.test(error.name) || /fetch failed|ECONNREFUSED|ECONNRESET/.test(error.message))
  );
}

export function eventOf<N extends EventName>(included: Included, name: N): EventOf<N> {
  const found = included.events.find((event) => event.name === name);
  if (found === undefined) throw new Error(`the chain included the transaction without its ${name}`);
  return found as unknown as EventOf<N>;
}

/** Refusals with a code of their own here. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  UnknownContract: 'CONTRACT_UNKNOWN',
  UnknownTask: 'TASK_UNKNOWN',
  NotDue: 'NOT_DUE',
};

export function refused(name: string, refusal: ChainRefusal): CliError {
  const args = refusal.args.map(String);
  const { says, next } = chainMeaning(refusal.name, args);
  const list = args.length === 0 ? '' : `(${args.join(', ')})`;
  return new CliError(
    CODES[refusal.name] ?? 'CHAIN_REFUSED',
    `The contracts refuse ${name} with ${refusal.name}${list}. ${says}`,
    next,
    { refusal: refusal.name, args },
  );
}
