// `enigma dev`: a contract's file and its test are followed; at each change it is compiled, tested and deployed, and what becomes of it is said.
import { type CommandContext, untilStopped } from '../command.ts';
import type { ProjectOptions } from '../files.ts';
import { networkPath, removeNetwork, runningNetwork, writeNetwork } from '../network/file.ts';
import { startLocalNetwork } from '../network/localNetwork.ts';
import { nodeFailed } from '../network/localNodes.ts';
import { describe } from '../output.ts';
import { DEPLOY_TERMS } from '../terms.ts';
import { compiledAndTested } from '../rounds.ts';
import { testFileOf } from '../testRun.ts';
import { follow } from '../watch.ts';
import { deployCompiled } from './deploy.ts';

export interface DevOptions extends ProjectOptions {
  readonly nodes: number;
  readonly key?: string;
  readonly network?: string;
}

export async function dev(
  file: string,
  args: readonly string[],
  options: DevOptions,
  context: CommandContext,
): Promise<void> {
  const { output, signal, cleanup } = context;
  const test = testFileOf(file);
  const changes = follow([file, test]);
  cleanup.defer(() => changes.stop());
  // Before anything starts: a file that is not there is no contract that will be mended.
  changes.mustExist(file);
  const over = new AbortController();
  cleanup.defer(() => over.abort());
  const ending = AbortSignal.any([signal, over.signal]);
  const network = reachNetwork(options, context);
  let deployedCode: string | undefined;
  const imported = new Set<string>();
  const follows = (path: string): void => {
    imported.add(path);
    changes.add(path);
  };

  async function round(stop: AbortSignal): Promise<void> {
    const contract = await compiledAndTested(file, { ...options, follows, stop }, context);
    if (contract === undefined) return;
    const { codeHash } = contract;
    if (codeHash === deployedCode)
      return output.event({ event: 'unchanged', codeHash }, '✓ deployed already: same code');
    const path = await network.ready;
    const deployed = await deployCompiled(
      contract,
      args,
      { ...DEPLOY_TERMS, ...options, network: path },
      { output, signal: stop },
    );
    deployedCode = codeHash;
    output.event({ event: 'deployed', file, codeHash, ...deployed.document }, `✓ ${deployed.text}`);
  }

  async function rounds(): Promise<void> {
    for (;;) {
      const stop = AbortSignal.any([ending, changes.next()]);
      try {
        await round(stop);
      } catch (error) {
        if (!stop.aborted) failed(error, context);
      }
      if (!stop.aborted)
        output.event(
          { event: 'watching', files: [file, test, ...imported] },
          `Follows ${file}, ${imported.size === 0 ? '' : 'what it imports, '}and its test; Ctrl-C ends.`,
        );
      await untilStopped(stop);
      if (ending.aborted) return;
      output.event({ event: 'changed' }, '');
    }
  }
  await Promise.race([rounds(), network.lost]);
}

function failed(error: unknown, { output }: CommandContext): void {
  const { code, message, next, facts } = describe(error);
  output.event(
    { event: 'failed', error: { code, message, next: next ?? null, ...facts } },
    `✗ ${code}: ${message}${next === undefined ? '' : `\n  next: ${next}`}`,
  );
}

const never = new Promise<never>(() => undefined);

interface Reached {
  /** The network's file. */
  readonly ready: Promise<string>;
  /** Rejects when the network cannot start or one of its own nodes ends. */
  readonly lost: Promise<never>;
}

/** The network that is up, or one of its own beside the first compilation. */
function reachNetwork(options: DevOptions, context: CommandContext): Reached {
  const { output, cleanup, signal } = context;
  const path = networkPath(options.network);
  if (runningNetwork(path) !== undefined) {
    output.event({ event: 'network', file: path, own: false }, `The network of ${path} is used.`);
    return { ready: Promise.resolve(path), lost: never };
  }
  output.phase('Starting a local network');
  const started = startLocalNetwork(
    { nodes: options.nodes, blockTimeSeconds: 1, keep: false },
    output,
    cleanup,
    signal,
  );
  const ready = started.then(({ file, rpcUrl }) => {
    writeNetwork(path, file);
    cleanup.defer(() => removeNetwork(path, process.pid));
    output.event({ event: 'network', file: path, own: true, rpcUrl }, `A network is up: commands find it by ${path}.`);
    return path;
  });
  const lost = started.then(async ({ nodes }) => {
    const ended = nodes.map(async ({ child }) => ({ child, how: await child.ended }));
    const { child, how } = await Promise.race(ended);
    return signal.aborted ? never : Promise.reject(nodeFailed(child, how));
  });
  // The first deployment waits for it, and the command for its loss; until then nobody does.
  ready.catch(() => undefined);
  return { ready, lost };
}
