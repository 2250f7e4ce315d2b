// `enigma demo` (npm start): one secret election from the source of its contract to the opened result, on a network of its own.
import {
  type ContractHandle,
  generateSigningKey,
  isClientError,
  type NodeReport,
  type OpenedOutput,
  type SettledTask,
} from '@enigma/client';
import type { Compiled } from '@enigma/compiler';
import { type Hex, ZERO_HASH } from '@enigma/protocol';
import { castBallots } from '../ballots.ts';
import { gasBill, moneyOf } from '../bill.ts';
import type { CommandContext } from '../command.ts';
import { connectTo, random, sleep } from '../connection.ts';
import { countFirst, type Election, firstPreferences } from '../election.ts';
import { CliError, throwIfStopped } from '../errors.ts';
import { compileFile, readElection, sampleContract, sampleElection } from '../files.ts';
import { blocksAtOnce, publicOpeningTimeoutMs } from '../limits.ts';
import { TOKEN } from '../money.ts';
import { type LocalNetwork, startLocalNetwork } from '../network/localNetwork.ts';
import { nodeFailed } from '../network/localNodes.ts';
import { rpc } from '../network/rpc.ts';
import { waitPatiently } from './patience.ts';
import { type DemoResult, demoDocument, demoText } from './demoResult.ts';

export interface DemoOptions {
  readonly election?: string;
  readonly nodes: number;
  readonly keep: boolean;
}

const THRESHOLD = 1;
const GAS_PRICE = 10n ** 12n;
const TIP: bigint = TOKEN;

export async function demo(options: DemoOptions, context: CommandContext): Promise<void> {
  const { output, signal, cleanup } = context;
  const file = options.election ?? sampleElection;
  const election = readElection(file);

  output.phase('1  Network: a chain, the contracts, nodes with stake');
  const network = await startLocalNetwork(
    { nodes: options.nodes, blockTimeSeconds: 1, keep: options.keep },
    output,
    cleanup,
    signal,
  );
  const lostNode = Promise.race(network.nodes.map(async ({ child }) => ({ child, how: await child.ended })));
  const walk = walkThrough(election, network, context);
  const first = await Promise.race([walk, lostNode]);
  if ('child' in first) {
    walk.catch(() => undefined);
    throwIfStopped(signal);
    throw nodeFailed(first.child, first.how);
  }
  // Whoever reads the result finds nothing running any more.
  await cleanup.run();
  const result = { ...first, file, seconds: performance.now() / 1000 };
  checkAgainstFile(election, result);
  output.result(demoDocument(result), demoText(result));
}

async function walkThrough(
  election: Election,
  network: LocalNetwork,
  context: CommandContext,
): Promise<Omit<DemoResult, 'file' | 'seconds'>> {
  const { output, signal } = context;
  output.phase('2  Contract: compile, verify, deploy, draw a committee');
  const contract = compileFile(sampleContract);
  const { codeHash, bytes } = contract;
  output.done(
    `compiled to ${bytes.length} bytes, code ${codeHash.slice(0, 10)}…; it releases ${contract.module.releases.map(({ reason }) => `"${reason}"`).join(', ')} and nothing else`,
  );
  const { handle, closes, admission, deposit } = await deployElection(election, contract, network, context);
  const { committee, contractId } = handle;
  output.done(
    `contract ${contractId.slice(0, 10)}… serves; seats: ${committee.seats.map(({ node }) => `node ${node}`).join(', ')}`,
  );

  output.phase(`3  Ballots: ${election.voters} voters seal theirs, a relayer appends them`);
  const cast = await castBallots(handle, firstPreferences(election), {
    relayer: network.chain('relayer'),
    admission,
    signal,
    onProgress: (sealed, appended) => output.progress(`${sealed} of ${election.voters} sealed, ${appended} on chain`),
  });
  output.done(
    `${cast.entries} sealed ballots of ${cast.senders.size} keys, in ${cast.transactions} transactions, blocks ${cast.firstHeight} to ${cast.lastHeight}`,
  );
  if (cast.lastHeight > closes) {
    throw new CliError(
      'NOT_DUE',
      `The last ballots came in block ${cast.lastHeight}, after the close at ${closes}.`,
      'Run it again on a machine with less to do.',
    );
  }

  output.phase('4  Tally: the close, a keeper’s trigger, the computation, one receipt');
  await passHeight(network, closes);
  output.done(`block ${closes} has passed: voting is closed`);
  const created = await handle.trigger('tally', { keeper: network.chain('keeper'), signal });
  output.done(`task ${created.taskId.slice(0, 10)}… triggered in block ${created.blockNumber}`);
  const watching = watchTask(handle, created.taskId, context);
  const settled = await waitPatiently(handle, created, {
    comparisons: election.voters * election.names.length,
    signal,
    onProgress: ({ stage }) => output.progress(`task ${stage}`),
  }).finally(() => watching.stop());
  output.done(`receipt ${settled.receiptDigest.slice(0, 10)}… settled in block ${settled.settledBlock}, and final`);

  output.phase('5  Result: open, verify');
  await publicOpening(handle, settled, signal);
  const opened = await handle.openOutput(settled, {
    signal,
    onProgress: ({ pieces, of }) => output.progress(`${pieces} of ${of} pieces of the mask`),
  });
  output.done(
    `opened by seats ${opened.openedBy.join(', ')}; receipt signed by seats ${opened.proof.signers.join(', ')}; code, committee and receipt verified`,
  );
  const votes = votesOf(opened, election.names.length);
  const [gas, reports] = await Promise.all([
    gasBill(network.rpcUrl, network.chain('deployer'), contractId, handle.deployed.blockNumber),
    handle.nodes(created.taskId, signal),
  ]);
  output.done('gas and traffic read back');
  return {
    election,
    handle,
    cast,
    closes,
    votes,
    settled,
    opened,
    gas,
    money: moneyOf(settled, committee.n),
    reports,
    deposit,
    stakePerNode: network.stakePerNode,
  };
}

/** Nodes publish the opened result by a transaction of their own. The result does not need it; the bill and the comparison with the chain do. */
async function publicOpening(handle: ContractHandle, settled: SettledTask, signal: AbortSignal): Promise<void> {
  try {
    await handle.waitForTask(settled, { until: 'opened', signal, timeoutMs: publicOpeningTimeoutMs });
  } catch (error) {
    if (!isClientError(error, 'TIMED_OUT')) throw error;
  }
}

interface ElectionContract {
  readonly handle: ContractHandle;
  readonly closes: bigint;
  readonly admission: ReturnType<typeof generateSigningKey>;
  readonly deposit: bigint;
}

async function deployElection(
  election: Election,
  compiled: Compiled,
  network: LocalNetwork,
  { output, signal }: CommandContext,
): Promise<ElectionContract> {
  const chain = network.chain('deployer');
  const client = connectTo(chain);
  const admission = generateSigningKey(random);
  const { voters, names } = election;
  // Every ballot fits with room for a slow machine; what is left over is passed at once when all are in.
  const closes = (await chain.latest()).number + 240n + BigInt(voters) / 2n;
  const gasLimit = tallyGasLimit(voters, names.length);
  const deposit = gasLimit * GAS_PRICE + TIP;
  const handle = await client.deploy(
    {
      program: { bytes: compiled.bytes, codeHash: compiled.codeHash, policyHash: compiled.policyHash },
      args: [names.length, closes],
      n: Math.min(4, network.nodes.length),
      T: THRESHOLD,
      tenure: 1000,
      salt: ZERO_HASH,
      price: 1n,
      admission: admission.address,
      openMode: compiled.openMode,
      schedules: { tally: { gasLimit, gasPrice: GAS_PRICE, tip: TIP, windowSeconds: 1800 } },
    },
    {
      abi: compiled.abi,
      signal,
      onProgress: ({ stage }) => {
        if (stage === 'deployed') output.done(`deployed; ${names.length} alternatives, closes at block ${closes}`);
        else output.progress(DEPLOY_STAGES[stage] ?? stage);
      },
    },
  );
  await handle.fund(deposit, network.book.bank);
  return { handle, closes, admission, deposit };
}

const DEPLOY_STAGES: Readonly<Record<string, string>> = {
  submitted: 'deploying',
  drawn: 'committee drawn; its nodes agree on keys and sign the first state',
  serving: 'the contract serves',
};

/** Far above the cost report's bound of the sample; what is not used is refunded. */
function tallyGasLimit(voters: number, alternatives: number): bigint {
  return 1_000_000n + 2_000n * BigInt(voters) * BigInt(alternatives + 4);
}

/** On a development chain empty blocks can be had at once, so many that the chain answers in time. A few more than the close, so that it is final too. */
async function passHeight(network: LocalNetwork, height: bigint): Promise<void> {
  for (;;) {
    const { number } = await network.chain('clock').latest();
    const missing = height + 3n - number;
    if (missing <= 0n) return;
    const blocks = missing < blocksAtOnce ? missing : blocksAtOnce;
    await rpc(network.rpcUrl, 'anvil_mine', [`0x${blocks.toString(16)}`]);
  }
}

function watchTask(handle: ContractHandle, taskId: Hex, { output, signal }: CommandContext): { stop(): void } {
  let watching = true;
  const watch = async (): Promise<void> => {
    while (watching && !signal.aborted) {
      const reports = await handle.nodes(taskId, signal).catch((): readonly NodeReport[] => []);
      const stages = reports.map(({ node, task }) => `node ${node} ${task?.stage ?? '—'}`);
      if (watching && stages.length > 0) output.progress(stages.join(', '));
      await sleep(500);
    }
  };
  void watch();
  return { stop: () => void (watching = false) };
}

function votesOf(opened: OpenedOutput, alternatives: number): readonly number[] {
  const votes = opened.value;
  if (Array.isArray(votes) && votes.length === alternatives && votes.every((one) => typeof one === 'number'))
    return votes as number[];
  throw new CliError(
    'RESULT_WRONG',
    'The opened output is not one number for each alternative.',
    'This is a fault of ours: please report it with the election file.',
  );
}

/** Only here, and only to fail loudly: what is printed is what was computed in secret and verified. */
function checkAgainstFile(election: Election, { votes }: { readonly votes: readonly number[] }): void {
  const plain = countFirst(election);
  if (plain.every((count, i) => count === votes[i])) return;
  throw new CliError(
    'RESULT_WRONG',
    `The secret tally is ${votes.join(', ')} and the file's own count is ${plain.join(', ')}.`,
    'This is a fault of ours: please report it with the election file.',
  );
}
