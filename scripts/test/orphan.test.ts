// What npm starts ends with npm: its shell passes no signal on.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('../../tools/run.mjs', import.meta.url));
const skip = process.platform === 'win32';

test('a command is told to end when the shell that npm gave it is gone', { skip, timeout: 30_000 }, async () => {
  const endless =
    "process.on('SIGTERM', () => { console.log('told'); process.exit(); }); setInterval(() => {}, 1e6); console.log('up');";
  // The second command keeps the shell from becoming the first.
  const shell = spawn('sh', ['-c', 'node "$0" node -e "$1"; true', runner, endless], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
  let output = '';
  for await (const part of shell.stdout.setEncoding('utf8')) {
    output += part as string;
    if (output === 'up\n') shell.kill('SIGKILL');
  }
  if (shell.exitCode === null && shell.signalCode === null) await once(shell, 'exit');
  assert.equal(output, 'up\ntold\n');
});
