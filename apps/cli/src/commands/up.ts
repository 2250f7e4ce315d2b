// `enigma up`: a local network until Ctrl-C.
import { type CommandContext, untilStopped } from '../command.ts';
import { CliError } from '../errors.ts';
import { serveSite } from '../explorer/server.ts';
import { buildSite } from '../explorer/site.ts';
import { networkPath, removeNetwork, runningNetwork, writeNetwork } from '../network/file.ts';
import { startLocalNetwork } from '../network/localNetwork.ts';
import { nodeFailed } from '../network/localNodes.ts';

export interface UpOptions {
  readonly nodes: number;
  readonly port?: number;
  readonly explorerPort?: number;
  readonly blockTime: number;
  readonly keep: boolean;
  readonly network?: string;
}

export async function up(options: UpOptions, { output, cleanup, signal }: CommandContext): Promise<void> {
  const path = networkPath(options.network);
  const other = runningNetwork(path);
  if (other !== undefined) {
    throw new CliError(
      'ARGUMENT_INVALID',
      `A network is up already: process ${other.pid} wrote ${path}.`,
      `Use it, stop it with "kill ${other.pid}", or name another file with --network.`,
    );
  }
  output.phase('Starting a local network');
  const { port, nodes: count, blockTime, keep } = options;
  // Beside the start of the network, which waits for its nodes most of the time.
  const failing = new AbortController();
  cleanup.defer(() => failing.abort());
  const building = buildSite(AbortSignal.any([signal, failing.signal]));
  const network = await startLocalNetwork(
    { nodes: count, blockTimeSeconds: blockTime, keep, ...(port === undefined ? {} : { port }) },
    output,
    cleanup,
    signal,
  );
  writeNetwork(path, network.file);
  cleanup.defer(() => removeNetwork(path, process.pid));
  const { rpcUrl, book, nodes } = network;
  const site = await building;
  if (!site.ok) output.note(`no explorer: ${site.why}`);
  const explorer = site.ok ? await serveSite(site.folder, network.file, options.explorerPort) : undefined;
  cleanup.defer(() => explorer?.close());
  const text = [
    ...(explorer === undefined ? [] : [`Explorer: ${explorer.url}`]),
    `The network is up. Chain: ${rpcUrl} (id ${book.chainId}); Tasks: ${book.tasks}`,
    ...nodes.map((node) => `  node ${node.index}  ${node.apiUrl}  process ${node.pid}  log ${node.logFile}`),
    `Commands find it by ${path}. In another terminal:`,
    '  npm run enigma -- node status',
    '  npm run enigma -- deploy samples/voting/contract.ts 4 +60',
    'Ctrl-C ends it and everything it started.',
  ].join('\n');
  output.result({ networkFile: path, explorer: explorer?.url ?? null, ...network.file }, text);
  const failed = Promise.race(nodes.map(async ({ child }) => ({ child, how: await child.ended })));
  const ending = await Promise.race([untilStopped(signal), failed]);
  if (ending !== undefined && !signal.aborted) throw nodeFailed(ending.child, ending.how);
}
