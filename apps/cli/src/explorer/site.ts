// The explorer's page as files: built by its own room when its sources have changed, in a process of its own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { siteOutputCharactersMax } from '../limits.ts';

const SCRIPT = fileURLToPath(new URL('../../../web/scripts/build.ts', import.meta.url));

export type Site =
  | { readonly ok: true; readonly folder: string }
  /** The network does without: `why` is for people. */
  | { readonly ok: false; readonly why: string };

/** Ends with `signal`. */
export function buildSite(signal: AbortSignal): Promise<Site> {
  if (!existsSync(SCRIPT)) return Promise.resolve({ ok: false, why: 'this installation has no sources of it' });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = (): void => void child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    process.once('exit', stop);
    let told = '';
    let failed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (told = kept(told + text)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (failed = kept(failed + text)));
    child.once('error', (error) => void (failed = error.message));
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop);
      process.off('exit', stop);
      const folder = told.trim().split('\n').at(-1) ?? '';
      resolve(code === 0 && existsSync(folder) ? { ok: true, folder } : { ok: false, why: failed.trim() || 'stopped' });
    });
  });
}

function kept(text: string): string {
  return text.slice(-siteOutputCharactersMax);
}
