// Transactions that have to go through: a refusal becomes an error that says what to do.
import type { ChainCall, ChainPort, ChainRefusal, EventName, EventOf, Included } from '@enigma/protocol';
import { CliError } from '../errors.ts';
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

/** What the contracts' refusals ask of whoever typed the command. */
const ADVICE: Readonly<Record<string, string>> = {
  UnknownContract: 'Check the contract id: "enigma deploy" prints it, and ids of another network are unknown here.',
  UnknownTask: 'Check the task id: "enigma trigger" prints it.',
  NotDue: 'Wait until the chain has passed that block, then trigger again.',
  UnknownSchedule: 'Name a scheduled function of the contract and its height, as "enigma deploy" printed them.',
  NonceUsed: 'It has been triggered already: look at it with "enigma task ID".',
  InsufficientBalance: 'Pay into the contract’s account first: "enigma deploy --deposit AMOUNT" does so at deployment.',
  NotServing: 'Wait for the committee’s first receipt; "enigma node status" shows the nodes.',
  Degraded: 'The contract waits for missing seats; start their nodes again.',
  OutOfRange: 'Give a value inside the range.',
  AlreadyDeployed: 'Choose another --salt: this deployment exists already.',
  NotExpired: 'Wait for the task’s deadline.',
};

export function refused(name: string, refusal: ChainRefusal): CliError {
  const code =
    refusal.name === 'UnknownContract'
      ? 'CONTRACT_UNKNOWN'
      : refusal.name === 'UnknownTask'
        ? 'TASK_UNKNOWN'
        : refusal.name === 'NotDue'
          ? 'NOT_DUE'
          : 'CHAIN_REFUSED';
  const facts = refusal.args.map(String).join(', ');
  return new CliError(
    code,
    `The contracts refuse ${name}: ${refusal.name}(${facts}).`,
    ADVICE[refusal.name] ?? 'Look the name up in docs/protocols, mend the cause and try again.',
    {
      refusal: refusal.name,
      args: refusal.args.map(String),
    },
  );
}
