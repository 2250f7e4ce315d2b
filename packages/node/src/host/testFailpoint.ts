// Test builds alone: ENIGMA_FAIL_AT=<point>[:<visit>] kills this process with SIGKILL when it passes the point, and ENIGMA_FAILPOINTS=1 logs each point it passes first. Both
// need ENIGMA_TEST_BUILD=1, which `enigma up` never sets, so that nothing from outside reaches a node that serves.
import { failAt, noFailpoints, type Failpoint } from '../failpoints.ts';

export function testFailpoint(env: NodeJS.ProcessEnv = process.env): Failpoint {
  if (env['ENIGMA_TEST_BUILD'] !== '1') return noFailpoints;
  const [name, visit] = (env['ENIGMA_FAIL_AT'] ?? '').split(':');
  const visited = env['ENIGMA_FAILPOINTS'] === '1' ? (point: string) => void process.stdout.write(`failpoint ${point}\n`) : () => undefined;
  return failAt(name === '' ? undefined : name, Number(visit ?? 1), () => process.kill(process.pid, 'SIGKILL'), visited);
}
