// The process that runs on a folder, found by what it wrote there and believed once it has answered for it.
import { readRunning, type DutiesBody, type RunningFile } from '@enigma/node/host';
import { CliError } from '../errors.ts';
import { requestTimeoutMs } from '../limits.ts';

export interface NodeProcess {
  readonly pid: number;
  readonly index: number;
  /** Peers that are linked. */
  readonly linked: readonly number[];
  readonly running: RunningFile;
  duties(): Promise<DutiesBody>;
  /** Whether it is ready, and the facts. */
  ready(): Promise<Readonly<Record<string, unknown>> & { readonly ready: boolean }>;
  /** By name, or by name and labels as they are written. */
  metrics(): Promise<ReadonlyMap<string, number>>;
}

/** Undefined where none answers. */
export async function processOf(folder: string): Promise<NodeProcess | undefined> {
  const running = readRunning(folder);
  if (running === undefined) return undefined;
  const { host, port } = running.operator;
  const shown = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  const ask = (path: string): Promise<Response> =>
    fetch(`http://${shown}:${port}${path}`, { signal: AbortSignal.timeout(requestTimeoutMs) });
  try {
    const health = (await (await ask('/health')).json()) as { pid?: unknown; index?: unknown; linked?: unknown };
    // Another process may have its port since.
    if (health.pid !== running.pid || typeof health.index !== 'number' || !Array.isArray(health.linked))
      return undefined;
    return {
      pid: running.pid,
      index: health.index,
      linked: health.linked as number[],
      running,
      duties: async () => (await (await ask('/duties')).json()) as DutiesBody,
      ready: async () => (await (await ask('/ready')).json()) as { ready: boolean },
      metrics: async () => metricsIn(await (await ask('/metrics')).text()),
    };
  } catch {
    return undefined;
  }
}

export function metricsIn(text: string): ReadonlyMap<string, number> {
  return new Map(
    [...text.matchAll(/^(\w+(?:\{[^}]*\})?) (\S+)$/gm)].map(([, name = '', value]) => [name, Number(value)]),
  );
}

export async function runningProcess(folder: string): Promise<NodeProcess> {
  const found = await processOf(folder);
  if (found !== undefined) return found;
  throw new CliError(
    'NODE_NOT_RUNNING',
    `No process runs on ${folder}, or it does not answer on its operator port.`,
    `Start it with "enigma node start --folder ${folder}"; its log says why it ended.`,
  );
}

export async function expectStopped(folder: string): Promise<void> {
  const found = await processOf(folder);
  if (found === undefined) return;
  throw new CliError(
    'NODE_RUNNING',
    `Process ${found.pid} runs on ${folder}.`,
    `Take it down with "enigma node drain --folder ${folder}", and try again.`,
  );
}
