// The test beside a contract, in a process of its own that ends with its time, with a change of the files, or with us.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { contractTestTimeoutMs, testOutputCharactersMax } from './limits.ts';

export interface TestRun {
  readonly passed: number;
  /** A test that ended without saying so counts as one. */
  readonly failed: number;
  readonly text: string;
}

export function testFileOf(file: string): string {
  return file.replace(/\.ts$/, '.test.ts');
}

/** Undefined where there is no test, or where it was stopped. */
export async function testRun(file: string, signal: AbortSignal): Promise<TestRun | undefined> {
  if (!existsSync(file)) return undefined;
  const env = { ...process.env };
  // Set where we are run by a test ourselves; the child would speak another language then.
  delete env['NODE_TEST_CONTEXT'];
  // The file itself and not `--test`, which would start a second process that outlives a kill of the first.
  const child = spawn(process.execPath, ['--test-reporter=spec', file], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, contractTestTimeoutMs);
  let text = '';
  const take = (piece: string): void => void (text = (text + piece).slice(-testOutputCharactersMax));
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (signal.aborted) return undefined;
    if (late) text += `\n${file} did not end in ${contractTestTimeoutMs / 1000} seconds.\n`;
    const count = (name: string): number => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    const failed = count('fail');
    return { passed: count('pass'), failed: code === 0 ? failed : Math.max(failed, 1), text };
  } finally {
    clearTimeout(timer);
    process.off('exit', kill);
    signal.removeEventListener('abort', kill);
  }
}
