// A node as a process of its own: `node main.ts --folder FOLDER`. It logs to standard output, stops on SIGTERM and SIGINT, and ends with 0 then, 1 when it had to stop itself.
// With `--until-stdin-ends` it also stops when its standard input ends: whoever holds the other end of that pipe need not live to say so.
import { parseArgs } from 'node:util';
import { runNode, type RunningNode } from './run.ts';
import { testBuild } from './testBuild.ts';

// Its folder and what is in it are its owner's alone, whatever the shell that started it allows.
if (process.platform !== 'win32') process.umask(0o077);

const { values } = parseArgs({
  options: { folder: { type: 'string' }, 'until-stdin-ends': { type: 'boolean', default: false } },
});
if (values.folder === undefined) {
  console.error('usage: node main.ts --folder FOLDER [--until-stdin-ends]');
  process.exit(2);
}

let running: RunningNode | undefined;
let asked = false;
const stop = (): void => {
  asked = true;
  void running?.stop();
};

try {
  // Before the start, which takes a while: who asked meanwhile need not ask again.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  if (values['until-stdin-ends']) process.stdin.once('end', stop).once('error', stop).resume();
  running = await runNode({
    folder: values.folder,
    write: (line) => process.stdout.write(`${line}\n`),
    ...testBuild(process.env, values.folder),
  });
  if (asked) void running.stop();
  await running.stopped;
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? `${'code' in error ? `${String(error.code)}: ` : ''}${error.message}` : error);
  process.exit(1);
}
