// `enigma explain ID`: what a contract on chain can release, to whom and at what cost, recomputed here from the bytecode that the chain holds; and which contract's function a task ran.
import type { Deployed } from '@enigma/client';
import { moduleReport, releaseLines, reportText, sentence } from '@enigma/compiler';
import type { Hex } from '@enigma/protocol';
import type { CommandContext } from '../command.ts';
import { CliError } from '../errors.ts';
import { compileFile, type ProjectOptions } from '../files.ts';
import { reaching } from '../network/submit.ts';
import { findCreated, openSession, STATUS_NAMES, type Session } from '../session.ts';

export interface ExplainOptions extends ProjectOptions {
  readonly network?: string;
  readonly source?: string;
}

export async function explainOnChain(id: Hex, options: ExplainOptions, context: CommandContext): Promise<void> {
  const session = await openSession(options, 'keeper');
  const isContract = (await reaching(() => session.chain.contractOf(id), session.network.rpcUrl)) !== undefined;
  if (isContract) explainContract(await deployedAs(session, id), options, context);
  else await explainTask(session, id, context);
}

/** Id, code, policy and arguments are held against each other there. */
function deployedAs({ client, network }: Session, contractId: Hex): Promise<Deployed> {
  return client.deployed(contractId, { fromBlock: BigInt(network.book.deployedBlock) });
}

function explainContract(deployed: Deployed, { source, root }: ExplainOptions, { output }: CommandContext): void {
  const { contractId, contract, deployer, blockNumber, verified } = deployed;
  const compiled = source === undefined ? undefined : compileFile(source, root === undefined ? {} : { root });
  if (compiled !== undefined && compiled.codeHash !== contract.codeHash)
    throw new CliError(
      'SOURCE_DIFFERS',
      `${source} compiles to ${compiled.codeHash}, and the chain holds ${contract.codeHash}.`,
      'Ask the deployer for the source of this code, and for the version of the compiler; without --source the bytecode is explained.',
      { source, compiled: compiled.codeHash, deployed: contract.codeHash },
    );
  const report = moduleReport(verified);
  const text = [
    `contract ${contractId}`,
    `  deployed by ${deployer} in block ${blockNumber}; a committee of ${contract.n}, of which ${contract.T} together learn nothing, as this endpoint says`,
    `  code ${contract.codeHash}: ${verified.bytes.length} bytes, verified here; id and policy hash are those of this code`,
    compiled === undefined
      ? '  no source was given (--source FILE): names are those in the bytecode'
      : `  ${source} compiles to this code`,
    '',
    compiled === undefined || source === undefined ? report.text : reportText(compiled, source).trimEnd(),
  ].join('\n');
  output.result(
    {
      ...report,
      contractId,
      deployer,
      blockNumber: String(blockNumber),
      n: contract.n,
      T: contract.T,
      codeHash: contract.codeHash,
      releases: compiled === undefined ? null : releaseLines(compiled),
      text,
    },
    text,
  );
}

async function explainTask(session: Session, taskId: Hex, { output }: CommandContext): Promise<void> {
  const { contractId } = await findCreated(session, taskId);
  const deployed = await deployedAs(session, contractId);
  const { fn, header, blockNumber } = await session.client.created(deployed, taskId);
  const status = await reaching(() => session.chain.taskStatusOf(taskId), session.network.rpcUrl);
  const { functions } = deployed.verified.module;
  const sites = moduleReport(deployed.verified).sites.filter(({ reachedBy }) =>
    reachedBy.some((one) => one.name === fn),
  );
  const known = functions.some(({ selector }) => selector === header.fn);
  const nothing = known ? 'Nothing secret leaves by it.' : 'The code has no such function.';
  const released = sites.length === 0 ? [nothing] : sites.map(sentence);
  const lines = [
    `task ${taskId}`,
    `  ${fn} of contract ${contractId}, for ${header.sender}, in block ${blockNumber}: ${STATUS_NAMES[status] ?? status}`,
    'what it can release, by the bytecode that the chain holds',
    ...released.map((line) => `  ${line}`),
    `The whole contract: npm run enigma -- explain ${contractId}`,
  ];
  output.result(
    {
      taskId,
      contractId,
      function: fn,
      sender: header.sender,
      block: String(blockNumber),
      status: STATUS_NAMES[status],
      sites,
    },
    lines.join('\n'),
  );
}
