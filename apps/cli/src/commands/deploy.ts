// `enigma deploy`: a contract from its source onto a network, until its committee serves.
import { randomBytes } from 'node:crypto';
import { isCallable, type ScheduleTerms } from '@enigma/client';
import { renderDiagnostic, type Abi, type Compiled } from '@enigma/compiler';
import { contractAccountOf, type Hex } from '@enigma/protocol';
import { keccak256 } from 'viem';
import type { CommandContext } from '../command.ts';
import { compileFile, type ProjectOptions } from '../files.ts';
import { tokens } from '../money.ts';
import { reaching } from '../network/submit.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { constructorArgs } from '../values.ts';

export interface DeployCommandOptions extends SessionOptions, ProjectOptions {
  readonly n: number;
  readonly threshold: number;
  readonly salt?: Hex;
  readonly tenure: number;
  readonly price: bigint;
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip: bigint;
  readonly window: number;
  readonly admission?: Hex;
  readonly deposit?: bigint;
}

export async function deploy(
  file: string,
  texts: readonly string[],
  options: DeployCommandOptions,
  context: CommandContext,
): Promise<void> {
  const compiled = compileFile(file, options);
  for (const warning of compiled.warnings)
    if (warning.code === 'W-GAS') context.output.note(renderDiagnostic(warning, file));
  const { document, text } = await deployCompiled(compiled, texts, options, context);
  context.output.result(document, text);
}

export interface Deployment {
  readonly document: { readonly contractId: Hex } & Readonly<Record<string, unknown>>;
  readonly text: string;
}

export async function deployCompiled(
  compiled: Compiled,
  texts: readonly string[],
  options: DeployCommandOptions,
  { output, signal }: Pick<CommandContext, 'output' | 'signal'>,
): Promise<Deployment> {
  const { network, chain, client } = await openSession(options, 'deployer');
  const { number } = await reaching(() => chain.latest(), network.rpcUrl);
  const args = constructorArgs(compiled.abi, texts, number);
  const { gasLimit, gasPrice, tip, window: windowSeconds } = options;
  const terms: ScheduleTerms = { gasLimit, gasPrice, tip, windowSeconds };
  output.phase(`Deploying ${compiled.name}`);
  const handle = await client.deploy(
    {
      program: { bytes: compiled.bytes, codeHash: compiled.codeHash, policyHash: compiled.policyHash },
      args,
      n: options.n,
      T: options.threshold,
      tenure: options.tenure,
      salt: options.salt ?? `0x${randomBytes(32).toString('hex')}`,
      price: options.price,
      openMode: compiled.openMode,
      sourceHash: keccak256(compiled.sourceBytes),
      ...(options.admission === undefined ? {} : { admission: options.admission }),
      schedules: Object.fromEntries(compiled.abi.schedule.map((schedule) => [schedule.function, terms])),
    },
    { abi: compiled.abi, signal, onProgress: ({ stage }) => output.done(stage) },
  );
  const due = BigInt(compiled.abi.schedule.length) * (gasLimit * gasPrice + tip);
  const deposit = options.deposit ?? due;
  if (deposit > 0n) {
    await handle.fund(deposit, network.book.bank);
    output.done(`${tokens(deposit)} tokens paid in for what is scheduled`);
  }
  const { contractId, committee, deployed } = handle;
  const schedules = deployed.contract.schedules.map(({ fn, height }) => ({
    function: compiled.abi.schedule.find(({ selector }) => selector === fn)?.function ?? fn,
    height,
  }));
  const text = [
    `contract ${contractId}`,
    `  committee ${committee.committeeId}: ${committee.seats.map(({ node }) => `node ${node}`).join(', ')} (n = ${committee.n}, T = ${committee.T})`,
    ...schedules.map((one) => `  ${one.function} is due once block ${one.height} has passed`),
    ...nextSteps(compiled.abi, contractId).map((step, i) => `${i === 0 ? 'Next:' : '     '} npm run enigma -- ${step}`),
  ].join('\n');
  const document = {
    contractId,
    committeeId: committee.committeeId,
    seats: committee.seats,
    account: contractAccountOf(contractId),
    deposit,
    schedules,
  };
  return { document, text };
}

/** One command for each thing that people do with the contract. */
function nextSteps({ inbox, functions, schedule }: Abi, contractId: Hex): readonly string[] {
  const names = (members: readonly { readonly name: string }[], form: (name: string) => string): string =>
    members.map(({ name }) => ` ${form(name)}`).join('');
  return [
    ...(inbox === null ? [] : [`append ${contractId}${names(inbox.members, (name) => `${name}=…`)}`]),
    ...functions
      .filter(isCallable)
      // Most often something has to come in before anything is to be asked.
      .toSorted((a, b) => b.params.length - a.params.length)
      .map((fn) => `call ${contractId} ${fn.name}${names(fn.params, (name) => name.toUpperCase())}`),
    ...schedule.map((one) => `trigger ${contractId} ${one.function} --wait`),
  ];
}
