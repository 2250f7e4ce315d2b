// Loaded into every test file's process: a handle left open (socket, timer, child) would keep `node --test` waiting for
// ever, and `--test-force-exit` would hide it. Here the file fails two seconds after its last test, and names the kind.

import { after } from 'node:test';

const GRACE_MS = 2000;

if (process.argv[1]?.endsWith('.test.ts')) {
  after(() => {
    setTimeout(() => {
      console.error(`handles left open after the last test: ${process.getActiveResourcesInfo().join(', ')}`);
      process.exit(1);
    }, GRACE_MS).unref();
  });
}
