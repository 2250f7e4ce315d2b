// Test builds alone: ENIGMA_FAIL_AT=<point>[:<visit>] kills this process with SIGKILL when it passes the point, ENIGMA_FAIL_FILE=<path> does so at the point that the file names as soon
// as it stands there, or stops it there by SIGSTOP until somebody lets it go on, ENIGMA_FAILPOINTS=1 logs each point it passes first, ENIGMA_FAULT_FILE=<path> makes an error of ours of
// the log line and committee that the file names, and ENIGMA_SMALL_BATCHES=1 makes pool batches small. All need ENIGMA_TEST_BUILD=1, which `enigma up` never
// sets, so that nothing from outside reaches a node that serves.
import { existsSync, readFileSync, renameSync } from 'node:fs';
import type { MachineOptions } from '@enigma/mpc/session';
import { failAt, noFailpoints, type Failpoint } from '../failpoints.ts';

export interface TestBuild {
  readonly failpoint: Failpoint;
  readonly fault?: (code: string, facts: Readonly<Record<string, unknown>>) => void;
  readonly machine?: MachineOptions;
}

const dieNow = (): void => void process.kill(process.pid, 'SIGKILL');
const stopNow = (): void => void process.kill(process.pid, 'SIGSTOP');

export function testBuild(
  env: NodeJS.ProcessEnv = process.env,
  folder: string = '',
  die: () => void = dieNow,
  stop: () => void = stopNow,
): TestBuild {
  if (env['ENIGMA_TEST_BUILD'] !== '1') return { failpoint: noFailpoints };
  const [name, visit] = (env['ENIGMA_FAIL_AT'] ?? '').split(':');
  const visited =
    env['ENIGMA_FAILPOINTS'] === '1'
      ? (point: string) => void process.stdout.write(`failpoint ${point}\n`)
      : () => undefined;
  const byName = failAt(name === '' ? undefined : name, Number(visit ?? 1), die, visited);
  const file = env['ENIGMA_FAIL_FILE'];
  const failpoint: Failpoint = (point) => {
    byName(point);
    const taken = file === undefined ? undefined : takes(file, point, folder);
    if (taken === 'stop') stop();
    else if (taken === 'die') die();
  };
  const faults = env['ENIGMA_FAULT_FILE'];
  return {
    failpoint,
    ...(faults === undefined ? {} : { fault: (code, facts) => failAsToldBy(faults, folder, code, facts) }),
    ...(env['ENIGMA_SMALL_BATCHES'] === '1'
      ? { machine: { batchItems: { triple: 64, and: 1 << 14, daBit: 512 } } }
      : {}),
  };
}

/** Line 1 of the file is a log line's code, line 2 the committee that it must name, line 3 the folder of the one node in which it fails. */
function failAsToldBy(file: string, folder: string, code: string, facts: Readonly<Record<string, unknown>>): void {
  if (!existsSync(file)) return;
  const [wanted, committee, only] = readFileSync(file, 'utf8').split('\n');
  if (code === wanted && facts['committee'] === committee && only === folder)
    throw new TypeError('an error that a test planted');
}

/** Line 1 of the file is the point; line 2, if there, the folder of the one node that is meant; line 3 `stop` where it shall not die but stand still. Of several nodes that pass it, the one is meant that takes the file away. */
function takes(file: string, point: string, folder: string): 'die' | 'stop' | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const [wanted, only, how] = readFileSync(file, 'utf8').split('\n');
    if (wanted !== point || (only !== undefined && only !== '' && only !== folder)) return undefined;
    renameSync(file, `${file}.taken`);
    return how === 'stop' ? 'stop' : 'die';
  } catch {
    return undefined;
  }
}
