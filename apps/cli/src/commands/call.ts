// `enigma call`: a function of a contract with arguments of which the secret ones are sealed here, and its answer.
import { type CallTerms, type ContractHandle, isCallable, lockedBy, payIn } from '@enigma/client';
import type { ChainPort, Hex } from '@enigma/protocol';
import type { CommandContext } from '../command.ts';
import { CliError } from '../errors.ts';
import { tokens } from '../money.ts';
import { toJson } from '../output.ts';
import { callbackAfterOpening, callbackText } from './callback.ts';
import { contractOf, openSession, senderOf, type SessionOptions } from '../session.ts';
import { argumentValues } from '../values.ts';
import { eventText } from './view.ts';

export interface CallOptions extends SessionOptions {
  readonly senderKey?: string;
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip: bigint;
  readonly window: number;
  readonly value: bigint;
  readonly callback?: Hex;
  readonly callbackGas: number;
  readonly offChain: boolean;
  readonly wait: boolean;
}

export async function call(
  contractId: Hex,
  fn: string,
  texts: readonly string[],
  options: CallOptions,
  { output, signal }: CommandContext,
): Promise<void> {
  const session = await openSession(options, 'deployer');
  const { network, chain } = session;
  const sender = senderOf(options, network);
  const handle = await contractOf(session, contractId, signal);
  const { gasLimit, gasPrice, tip, window: windowSeconds, value, callback: target, callbackGas } = options;
  const terms: CallTerms = {
    args: argumentValues(texts, paramNames(handle, fn)),
    gasLimit,
    gasPrice,
    tip,
    windowSeconds,
    value,
    ...(target === undefined ? {} : { callback: { target, gas: callbackGas } }),
    sender,
    signal,
  };
  output.phase(`Calling ${fn}`);
  const sealed = await handle.sealCall(fn, terms);
  const what = texts.length === 0 ? 'no arguments' : `arguments sealed under the masks of ${handle.committee.n} nodes`;
  output.done(`${what}; signed by ${sender.address}`);
  for (const liar of sealed.liars) output.note(liar.message);
  await payFor(chain, network.book.bank, lockedBy(sealed));
  const given = options.offChain ? await handle.giveBody(sealed, { signal }) : sealed;
  if (options.offChain)
    output.done(
      given.acks === undefined ? 'too few nodes took the arguments: they go on chain' : 'the nodes have the arguments',
    );
  const task = await handle.sendCall(given);
  output.done(`task ${task.taskId} created in block ${task.blockNumber}`);
  if (!options.wait) {
    output.result(
      { contractId, ...task },
      `task ${task.taskId}\n  created in block ${task.blockNumber}\nNext: npm run enigma -- task ${task.taskId} --wait`,
    );
    return;
  }
  const settled = await handle.waitForTask(task, {
    signal,
    onProgress: ({ stage }) => output.progress(`task ${stage}`),
  });
  const opened = await handle.openOutput(settled, { signal, sender });
  const callback = await callbackAfterOpening(handle, settled, signal);
  const text = [
    opened.value === undefined
      ? `${fn} ran, and has nothing to answer`
      : `${fn} answered ${toJson(opened.value).replaceAll(/\s+/g, ' ')}`,
    `  task     ${task.taskId}, block ${task.blockNumber}`,
    `  receipt  ${settled.receiptDigest}, block ${settled.settledBlock}, signed by seats ${opened.proof.signers.join(', ')}`,
    `  fee      ${tokens(settled.result.gasUsed * gasPrice)} for ${settled.result.gasUsed} gas`,
    ...(value > 0n ? [`  value    ${tokens(value)} are the contract’s`] : []),
    ...eventText(opened.events),
    ...callbackText(task.taskId, callback).map((line) => `  callback ${line}`),
  ].join('\n');
  const { receiptDigest, result } = settled;
  output.result(
    {
      contractId,
      ...task,
      value: opened.value ?? null,
      events: opened.events,
      receipt: receiptDigest,
      result,
      callback,
    },
    text,
  );
}

function paramNames(handle: ContractHandle, fn: string): readonly string[] {
  const { functions } = handle.deployed.verified.module;
  const found = functions.find((one) => one.name === fn && isCallable(one));
  if (found !== undefined) return found.params.map(({ name }) => name);
  const have = functions.filter(isCallable).map(({ name }) => name);
  throw new CliError(
    'ARGUMENT_INVALID',
    `The contract has no function ${fn} to call.`,
    have.length > 0 ? `It has: ${have.join(', ')}.` : 'Its functions run by schedule: see "enigma trigger".',
    { function: fn },
  );
}

/** What the escrow takes beyond what the account has paid in already. */
async function payFor(chain: ChainPort, bank: Hex, need: bigint): Promise<void> {
  const have = await chain.availableOf(chain.account);
  if (have >= need) return;
  await payIn(chain, bank, chain.account, need - have);
}
