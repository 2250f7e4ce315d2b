// Test builds alone: ENIGMA_FAIL_AT=<point>[:<visit>] kills this process with SIGKILL when it passes the point, ENIGMA_FAILPOINTS=1 logs each point it passes first, and
// ENIGMA_SMALL_BATCHES=1 makes pool batches small. All need ENIGMA_TEST_BUILD=1, which `enigma up` never sets, so that nothing from outside reaches a node that serves.
import type { MachineOptions } from '@enigma/mpc/session';
import { failAt, noFailpoints, type Failpoint } from '../failpoints.ts';

export interface TestBuild {
  readonly failpoint: Failpoint;
  readonly machine?: MachineOptions;
}

export function testBuild(env: NodeJS.ProcessEnv = process.env): TestBuild {
  if (env['ENIGMA_TEST_BUILD'] !== '1') return { failpoint: noFailpoints };
  const [name, visit] = (env['ENIGMA_FAIL_AT'] ?? '').split(':');
  const visited =
    env['ENIGMA_FAILPOINTS'] === '1'
      ? (point: string) => void process.stdout.write(`failpoint ${point}\n`)
      : () => undefined;
  const failpoint = failAt(
    name === '' ? undefined : name,
    Number(visit ?? 1),
    () => process.kill(process.pid, 'SIGKILL'),
    visited,
  );
  return env['ENIGMA_SMALL_BATCHES'] === '1'
    ? { failpoint, machine: { batchItems: { triple: 64, and: 1 << 14, daBit: 512 } } }
    : { failpoint };
}
