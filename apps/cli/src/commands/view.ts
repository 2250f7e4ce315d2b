// `enigma view`: what a contract says of its public state, computed here from state that the root on chain confirms.
import { type ContractHandle, type ToldEvent } from '@enigma/client';
import type { Hex } from '@enigma/protocol';
import type { CommandContext } from '../command.ts';
import { CliError } from '../errors.ts';
import { toJson } from '../output.ts';
import { contractOf, openSession, senderOf, type SessionOptions } from '../session.ts';
import { argumentValues } from '../values.ts';

export interface ViewOptions extends SessionOptions {
  readonly senderKey?: string;
}

export async function view(
  contractId: Hex,
  fn: string,
  texts: readonly string[],
  options: ViewOptions,
  { output, signal }: CommandContext,
): Promise<void> {
  const session = await openSession(options, 'deployer');
  const sender = senderOf(options, session.network);
  const handle = await contractOf(session, contractId, signal);
  const { value, state } = await handle.view(fn, {
    args: argumentValues(texts, paramNames(handle, fn)),
    sender: sender.address,
    signal,
  });
  const { version, stateRoot, toldBy } = state;
  for (const liar of state.liars) output.note(liar.message);
  output.result(
    { contractId, view: fn, value: value ?? null, version, stateRoot, toldBy },
    [
      `${fn}: ${oneLine(value)}`,
      `  of version ${version}, told by seat ${toldBy} and checked against the root on chain ${stateRoot}`,
    ].join('\n'),
  );
}

/** Lines of what a task told besides its result. */
export function eventText(events: readonly ToldEvent[]): readonly string[] {
  return events.map(({ name, facts }) => `  event    ${name} ${oneLine(facts)}`);
}

function oneLine(value: unknown): string {
  return toJson(value).replaceAll(/\s+/g, ' ');
}

function paramNames(handle: ContractHandle, fn: string): readonly string[] {
  const views = handle.deployed.verified.module.functions.filter(({ kind }) => kind === 'view');
  const found = views.find(({ name }) => name === fn);
  if (found !== undefined) return found.params.map(({ name }) => name);
  throw new CliError(
    'ARGUMENT_INVALID',
    `The contract has no view ${fn}.`,
    views.length > 0
      ? `It has: ${views.map(({ name }) => name).join(', ')}.`
      : 'It has none; functions are called with "enigma call".',
    { function: fn },
  );
}
