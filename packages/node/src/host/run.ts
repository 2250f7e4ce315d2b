// A real node in this process: opens store, keys, links and API in its folder, and steps until it is told to stop.
import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { openChainPort } from '@enigma/contracts';
import { fromHex, hashOf, toHex, u32be, utf8 } from '@enigma/crypto';
import type { MachineOptions } from '@enigma/mpc/session';
import { answerRequest } from '../api.ts';
import { noFailpoints, type Failpoint } from '../failpoints.ts';
import { stepPauseMs, stopTimeoutMs } from '../limits.ts';
import { logLine, type Log } from '../log.ts';
import { createNode, type Node } from '../node.ts';
import { ChainTrouble } from '../watch.ts';
import { collectLessOften } from './collector.ts';
import { readConfig } from './config.ts';
import { openHttp } from './http.ts';
import { openKeyring } from './keys.ts';
import { openLinks } from './links.ts';
import { openStore } from './sqlite.ts';

export interface RunningNode {
  readonly node: Node;
  readonly apiPort: number;
  readonly peerPort: number;
  /** Resolves when the node has stopped, by `stop` or because it had to; rejects with the cause in the second case. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly folder: string;
  readonly write: (line: string) => void;
  readonly failpoint?: Failpoint;
  /** Test builds alone: smaller pool batches. */
  readonly machine?: MachineOptions;
}

export async function runNode({ folder, write, failpoint = noFailpoints, machine }: RunOptions): Promise<RunningNode> {
  collectLessOften();
  const log: Log = (code, facts) => write(logLine(Date.now(), code, facts));
  const config = readConfig(folder);
  const random = (byteLength: number): Uint8Array => randomFillSync(new Uint8Array(byteLength));
  const keys = await openKeyring(join(folder, 'keys'), random);
  const store = openStore(join(folder, 'data'));
  const chain = openChainPort({
    rpcUrl: config.rpcUrl,
    book: config.book,
    privateKey: toHex(keys.operator.privateKey),
  });
  let node: Node | undefined;
  let wake: (() => void) | undefined;
  let fatal: { readonly error: unknown } | undefined;
  /** What comes in between two steps: an error of it ends the node as one of a step does. */
  const orEnd = (run: () => void): void => {
    // After it nothing is done: what memory holds may not be what the disk does.
    if (fatal !== undefined) return;
    try {
      run();
    } catch (error) {
      fatal ??= { error };
      wake?.();
    }
  };
  const links = await openLinks({
    identity: keys.tls,
    index: config.index,
    network: hashOf('enigma.network.v1', u32be(config.book.chainId), fromHex(config.book.tasks) ?? utf8('')),
    ...config.peer,
    onFrame: (from, payload) => orEnd(() => node?.receive(from, payload, Date.now())),
    onChange: (peer, connected) => log(connected ? 'link.up' : 'link.down', { peer }),
    log,
  });
  node = createNode({
    chain,
    store,
    links,
    random,
    signerKey: keys.signer,
    secret: keys.secret,
    index: config.index,
    failpoint,
    log,
    ...(machine === undefined ? {} : { machine }),
  });
  const running = node;
  const http = await openHttp({
    ...config.api,
    answer(request) {
      try {
        return answerRequest(running, request);
      } catch (error) {
        // The caller hears that the node failed; on a disk that did, nothing else is done either.
        if (running.endsNode(error))
          orEnd(() => {
            throw error;
          });
        throw error;
      }
    },
    nowMs: () => Date.now(),
    log,
  });
  log('node.started', { index: config.index, signer: keys.signer.address, peerPort: links.port, apiPort: http.port });

  let stopping = false;
  let stopBy = 0;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function loop(): Promise<void> {
    let unreachable = false;
    while (!stopping || (running.inHand() > 0 && Date.now() < stopBy)) {
      try {
        await running.step(Date.now());
        if (unreachable) log('chain.back');
        unreachable = false;
      } catch (error) {
        // Anything but the chain's silence is ours, or says that this node must not go on.
        if (!(error instanceof ChainTrouble)) throw error;
        if (!unreachable) log('chain.unreachable', { cause: error.message });
        unreachable = true;
      }
      await pause(unreachable ? 20 * stepPauseMs : stepPauseMs);
      if (fatal !== undefined) throw fatal.error;
    }
  }

  async function close(): Promise<void> {
    await Promise.allSettled([http.close(), links.close()]);
    store.close();
    log('node.stopped');
  }

  async function run(): Promise<void> {
    try {
      await loop();
    } finally {
      await close();
    }
  }

  const stopped = run();
  return {
    node: running,
    apiPort: http.port,
    peerPort: links.port,
    stopped,
    async stop() {
      // A second call does not wait for what is in hand.
      stopBy = stopping ? 0 : Date.now() + stopTimeoutMs;
      if (!stopping) log('node.stopping', { inHand: running.inHand() });
      stopping = true;
      running.drain();
      wake?.();
      await stopped.catch(() => undefined);
    },
  };
}
