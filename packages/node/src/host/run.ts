// A real node in this process: opens store, keys, links and API in its folder, and steps until it is told to stop.
import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { openChainPort } from '@enigma/contracts';
import { fromHex, hashOf, toHex, u32be, utf8 } from '@enigma/crypto';
import type { MachineOptions } from '@enigma/mpc/session';
import { answerRequest } from '../api.ts';
import { noFailpoints, type Failpoint } from '../failpoints.ts';
import { awayPauseMs } from '../limits.ts';
import { logLine, type Log } from '../log.ts';
import { createNode, type Node } from '../node.ts';
import { ChainTrouble } from '../watch.ts';
import { collectLessOften } from './collector.ts';
import { openHttp } from './http.ts';
import { openKeyring, signerKeys, usePreparedKeys } from './keys.ts';
import { openLinks } from './links.ts';
import { watchMoney } from './money.ts';
import { openOperator } from './operator.ts';
import { operatorRoutes } from './routes.ts';
import { removeRunning, writeRunning } from './running.ts';
import { readSettings, SETTING_NAMES, SETTINGS, valueOf, type Given, type Settings } from './settings.ts';
import { openStore } from './sqlite.ts';
import { watchVitals } from './vitals.ts';

export interface RunningNode {
  readonly node: Node;
  readonly apiPort: number;
  readonly peerPort: number;
  /** Where metrics and duties are told. */
  readonly operatorPort: number;
  /** Resolves when the node has stopped, by `stop` or because it had to; rejects with the cause in the second case. */
  readonly stopped: Promise<void>;
  /** Begins nothing new, and ends within the limit; a second call does not wait. */
  stop(): Promise<void>;
  /** Begins nothing new, finishes all that it has begun, however long that takes, and ends. */
  drain(): void;
  /** Reads limits again, and nothing else. */
  reload(): void;
}

export interface RunOptions {
  readonly folder: string;
  readonly write: (line: string) => void;
  /** What was said on the command line and in the environment. */
  readonly given?: Given;
  readonly failpoint?: Failpoint;
  /** Test builds alone: an error of ours at a log line. */
  readonly fault?: (code: string, facts: Readonly<Record<string, unknown>>) => void;
  /** Test builds alone: smaller pool batches. */
  readonly machine?: MachineOptions;
}

export async function runNode(options: RunOptions): Promise<RunningNode> {
  const { folder, write, given, failpoint = noFailpoints, fault, machine } = options;
  collectLessOften();
  const log: Log = (code, facts) => {
    fault?.(code, facts ?? {});
    write(logLine(Date.now(), code, facts));
  };
  // Waits are measured by a clock that nobody puts forward or back; lines bear the other one.
  const nowMs = (): number => performance.timeOrigin + performance.now();
  let settings = readSettings(folder, given);
  const { book, index } = settings;
  const random = (byteLength: number): Uint8Array => randomFillSync(new Uint8Array(byteLength));
  const keys = await openKeyring(join(folder, 'keys'), random);
  const store = openStore(join(folder, 'data'));
  const chain = openChainPort({
    rpcUrl: settings.rpcUrl,
    book,
    privateKey: toHex(keys.operator.privateKey),
    feeCeilingWei: BigInt(settings.limits.feeGwei) * 10n ** 9n,
  });
  let node: Node | undefined;
  let wake: (() => void) | undefined;
  let fatal: { readonly error: unknown } | undefined;
  /** What comes in between two steps: an error of it ends the node as one of a step does. */
  const end = (error: unknown): void => {
    fatal ??= { error };
    wake?.();
  };
  const links = await openLinks({
    identity: keys.tls,
    index,
    network: hashOf('enigma.network.v1', u32be(book.chainId), fromHex(book.tasks) ?? utf8('')),
    ...settings.peer,
    onFrame(from, payload) {
      // After an error nothing is done: what memory holds may not be what the disk does.
      if (fatal !== undefined) return;
      try {
        node?.receive(from, payload, nowMs());
      } catch (error) {
        end(error);
      }
    },
    onChange: (peer, connected) => log(connected ? 'link.up' : 'link.down', { peer }),
    log,
  });
  const running = createNode({
    chain,
    store,
    links,
    random,
    signerKey: keys.signer,
    signerKeys: () => signerKeys(join(folder, 'keys')),
    rotated: (signer) => links.use(usePreparedKeys(join(folder, 'keys'), signer)),
    secret: keys.secret,
    index,
    failpoint,
    log,
    tasksWaiting: () => settings.limits.tasksWaiting,
    expireBlocks: () => settings.limits.expireBlocks,
    ...(machine === undefined ? {} : { machine }),
  });
  node = running;
  const http = await openHttp({
    ...settings.api,
    perWindowMax: () => settings.limits.requestsPerWindow,
    refused: (code) => running.tally.add('enigma_requests_refused_total', 1, { code }),
    answer(request) {
      if (fatal !== undefined) throw fatal.error;
      try {
        return answerRequest(running, request);
      } catch (error) {
        // The caller hears that the node failed; on a disk that did, nothing else is done either.
        if (running.endsNode(error)) end(error);
        throw error;
      }
    },
    nowMs,
    log,
  });
  let reachable = false;
  const money = watchMoney({ rpcUrl: settings.rpcUrl, chain, index, nowMs: () => Date.now() });
  const vitals = watchVitals();
  const operator = await openOperator(
    settings.operator.host,
    settings.operator.port,
    operatorRoutes(running, () => [
      { name: 'enigma_chain_reachable', value: Number(reachable) },
      { name: 'enigma_fsync_p99_seconds', value: store.writeP99Ms() / 1_000 },
      ...vitals.samples(),
      ...money.samples(),
    ]),
  );
  const ports = { peerPort: links.port, apiPort: http.port };
  writeRunning(folder, {
    pid: process.pid,
    operator: { host: settings.operator.host, port: operator.port },
    ...ports,
  });
  log('node.started', { index, signer: keys.signer.address, ...ports, operatorPort: operator.port });

  let stopping: 'no' | 'drain' | 'stop' = 'no';
  let stopBy = 0;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const goesOn = (): boolean =>
    stopping === 'no' || (stopping === 'drain' ? running.unfinished() > 0 : running.inHand() > 0 && nowMs() < stopBy);

  async function loop(): Promise<void> {
    let unreachable = false;
    while (goesOn()) {
      try {
        await running.step(nowMs());
        if (unreachable) log('chain.back');
        unreachable = false;
      } catch (error) {
        // Anything but the chain's silence is ours, or says that this node must not go on.
        if (!(error instanceof ChainTrouble)) throw error;
        if (!unreachable) log('chain.unreachable', { cause: error.message });
        unreachable = true;
      }
      reachable = !unreachable;
      if (fatal === undefined) await pause(unreachable ? awayPauseMs : running.pauseMs());
      if (fatal !== undefined) throw fatal.error;
    }
  }

  async function close(): Promise<void> {
    money.stop();
    vitals.stop();
    removeRunning(folder);
    await Promise.allSettled([operator.close(), http.close(), links.close()]);
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

  function beginStop(how: 'drain' | 'stop'): void {
    log('node.stopping', { how, inHand: running.inHand(), unfinished: running.unfinished() });
    stopping = how;
    running.drain();
    wake?.();
  }

  const stopped = run();
  return {
    node: running,
    apiPort: http.port,
    peerPort: links.port,
    operatorPort: operator.port,
    stopped,
    async stop() {
      // A second call does not wait for what is in hand.
      stopBy = stopping === 'stop' ? 0 : nowMs() + settings.limits.drainSeconds * 1_000;
      if (stopping !== 'stop') beginStop('stop');
      wake?.();
      await stopped.catch(() => undefined);
    },
    drain() {
      if (stopping === 'no') beginStop('drain');
    },
    reload() {
      settings = withLimitsOf(settings, folder, given, log);
    },
  };
}

/** The same settings with limits as they are now; what else was changed waits for the next start, and is named. */
function withLimitsOf(before: Settings, folder: string, given: Given | undefined, log: Log): Settings {
  let now: Settings;
  try {
    now = readSettings(folder, given);
  } catch (error) {
    log('limits.kept', { cause: error instanceof Error ? error.message : 'unreadable' });
    return before;
  }
  const waits = SETTING_NAMES.filter(
    (name) => SETTINGS[name].reloads !== true && valueOf(now, name) !== valueOf(before, name),
  );
  log('limits.read', { ...now.limits, ...(waits.length === 0 ? {} : { waitsForRestart: waits.join() }) });
  return { ...before, limits: now.limits };
}
