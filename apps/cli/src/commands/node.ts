// `enigma node start` runs one node in this process; `enigma node status` asks nodes how they are.
import { runNode } from '@enigma/node/host';
import { API_PATH, type Hex, type SeatState } from '@enigma/protocol';
import { type CommandContext, untilStopped } from '../command.ts';
import { connectTo } from '../connection.ts';
import { CliError, withNextStep } from '../errors.ts';
import { requestTimeoutMs } from '../limits.ts';
import { readNetwork } from '../network/file.ts';
import { nodeInfo } from '../network/localNodes.ts';
import { portOf } from '../session.ts';

export async function nodeStart(
  options: { readonly folder: string },
  flags: Readonly<Record<string, string | undefined>>,
  { output, cleanup, signal }: CommandContext,
): Promise<void> {
  const running = await runNode({
    folder: options.folder,
    given: { env: process.env, flags },
    write: (line) => void process.stderr.write(`${line}\n`),
  }).catch((error: unknown) => {
    throw withNextStep(error);
  });
  cleanup.defer(() => running.stop());
  if (process.platform !== 'win32') process.on('SIGUSR2', () => running.drain());
  const { node, apiPort, peerPort, operatorPort } = running;
  output.result(
    { index: node.index, signer: node.signer.address, apiPort, peerPort, operatorPort },
    `node ${node.index} runs: API on port ${apiPort}, peers on port ${peerPort}, metrics on port ${operatorPort}. Ctrl-C stops it.`,
  );
  await Promise.race([untilStopped(signal), running.stopped]);
}

export interface StatusOptions {
  readonly network?: string;
  readonly url?: readonly string[];
}

const SEAT_STATES: Readonly<Record<SeatState, string>> = {
  Starting: 'not serving yet',
  Serving: 'serves',
  Repairing: 'lost its disk, is being repaired',
  Superseded: 'lost its disk, waits for a repair',
  Failed: 'stands still after an error of the node: restart it, and report the line contract.failed of its log',
};

export async function nodeStatus(options: StatusOptions, { output }: CommandContext): Promise<void> {
  const urls = options.url ?? readNetwork(options.network).nodes.map(({ apiUrl }) => apiUrl);
  const nodes = await Promise.all(
    urls.map(async (url) => {
      const [info, ready] = await Promise.all([nodeInfo(url), readiness(url)]);
      return { url, answers: info !== undefined, ready: ready ?? false, info: info ?? null };
    }),
  );
  const waiting = nodes.flatMap(({ info }) => info?.committees ?? []).filter(({ state }) => state === 'Starting');
  const isVoid = await voidAmong(new Set(waiting.map(({ contractId }) => contractId)), options);
  const lines = nodes.map(({ url, ready, info }) => {
    if (info === null) return `  ${url}  no answer`;
    const seats = info.committees.map(
      ({ seat, contractId, state }) =>
        `seat ${seat} of ${contractId.slice(0, 10)}… ${isVoid.includes(contractId) ? 'can serve no more' : SEAT_STATES[state]}`,
    );
    return `  ${url}  node ${info.index}  ${ready ? 'ready' : 'not ready'}  ${seats.join(', ') || 'no seat'}  in ${info.bytesIn} out ${info.bytesOut}`;
  });
  const toDo = isVoid.map(
    (contractId) =>
      `Contract ${contractId} never began, and no longer can: npm run enigma -- give-up ${contractId} gives its deposits back.`,
  );
  output.result({ nodes, void: isVoid }, [...lines, ...toDo].join('\n'));
  if (nodes.every(({ answers }) => !answers)) {
    throw new CliError(
      'NODE_UNREACHABLE',
      'No node answers.',
      'Start the network with "npm run enigma -- up", or one node with "enigma node start --folder FOLDER".',
    );
  }
}

/** Contracts of which a seat waits that can never serve. The chain knows; none where no network file says which chain, or it does not answer. */
async function voidAmong(contractIds: ReadonlySet<Hex>, { network }: StatusOptions): Promise<readonly Hex[]> {
  if (contractIds.size === 0) return [];
  try {
    const client = connectTo(portOf(readNetwork(network), undefined, 'deployer'));
    const found = await Promise.all([...contractIds].map(async (id) => ((await client.isVoid(id)) ? [id] : [])));
    return found.flat();
  } catch {
    return [];
  }
}

async function readiness(url: string): Promise<boolean | undefined> {
  try {
    const response = await fetch(`${url}${API_PATH.ready}`, { signal: AbortSignal.timeout(requestTimeoutMs) });
    return response.ok;
  } catch {
    return undefined;
  }
}
