// What can be seen on the machine alone: keys, disk, lock.
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, quantile, type NodeKeyring, type Settings } from '@enigma/node/host';
import { fsyncMsMax, fsyncMsMin, fsyncTries } from '../limits.ts';
import { KEY_FILES } from '../operator/identity.ts';
import type { NodeProcess } from '../operator/process.ts';
import { bad, ok, type Check } from './check.ts';

export function keyModes(folder: string): Check {
  const open = Object.keys(KEY_FILES).filter((name) => (statSync(join(folder, 'keys', name)).mode & 0o077) !== 0);
  return open.length === 0 || process.platform === 'win32'
    ? ok('keys', 'all there, readable by their owner alone')
    : bad(
        'keys',
        `others may read ${open.join(', ')}`,
        `chmod 600 ${open.map((name) => join(folder, 'keys', name)).join(' ')}`,
      );
}

/** Opening compares all of it, as a start does. */
export function disk(folder: string, running: NodeProcess | undefined, settings: Settings, keys: NodeKeyring): Check {
  if (running !== undefined)
    return ok('protection', `open in process ${running.pid}, which compared it when it started`);
  if (!existsSync(join(folder, 'data'))) return ok('protection', 'none yet: the first start makes it');
  let store: ReturnType<typeof openStore> | undefined;
  try {
    store = openStore(join(folder, 'data'));
    const identity = store.get('identity');
    const mine = [settings.book.chainId, settings.book.tasks, settings.index, keys.signer.address].join('/');
    const theirs = identity === undefined ? mine : new TextDecoder().decode(identity);
    if (theirs !== mine)
      return bad(
        'protection',
        `the folder’s data is of ${theirs}, its keys and configuration of ${mine}`,
        'Put keys, config.json and data of one node together again.',
      );
    if (store.get('refused') !== undefined)
      return bad(
        'protection',
        'an earlier start found this folder out of date: it refuses for good',
        'Do what one does after a lost disk (docs/guide/operating.md).',
      );
    return ok(
      'protection',
      `whole, not in use; ${[...store.signedRows()].length} signed slots, start ${store.mark('boot')}`,
    );
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    return bad(
      'protection',
      message,
      code === 'STORE_LOCKED'
        ? 'Find the other process before anything else: two on one folder, or one that does not answer.'
        : 'Do what one does after a lost disk (docs/guide/operating.md).',
    );
  } finally {
    store?.close();
  }
}

export function fsync(folder: string): Check {
  const file = join(folder, `.doctor-${process.pid}`);
  const block = Buffer.alloc(4_096, 1);
  const times: number[] = [];
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    for (let count = 0; count < fsyncTries; count++) {
      const start = performance.now();
      writeSync(descriptor, block);
      fsyncSync(descriptor);
      times.push(performance.now() - start);
    }
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
  const p99 = quantile(times, 0.99);
  const median = quantile(times, 0.5);
  const seen = `${fsyncTries} synced writes: median ${median.toFixed(2)} ms, 99 of 100 in ${p99.toFixed(2)} ms`;
  if (median < fsyncMsMin)
    return bad(
      'disk',
      `${seen}: faster than a disk that has written`,
      'Put the folder on a disk that keeps its word, not into memory, and see that no cache is set to lie.',
    );
  return p99 > fsyncMsMax ? bad('disk', `${seen}: slow`, 'Give the folder a disk of its own.') : ok('disk', seen);
}
