// A node as a process of its own: `node main.ts --folder FOLDER`. It logs to standard output, stops on SIGTERM and SIGINT, and ends with 0 then, 1 when it had to stop itself.
import { parseArgs } from 'node:util';
import { runNode } from './run.ts';
import { testBuild } from './testBuild.ts';

const { values } = parseArgs({ options: { folder: { type: 'string' } } });
if (values.folder === undefined) {
  console.error('usage: node main.ts --folder FOLDER');
  process.exit(2);
}

try {
  const running = await runNode({
    folder: values.folder,
    write: (line) => process.stdout.write(`${line}\n`),
    ...testBuild(),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void running.stop());
  await running.stopped;
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? `${'code' in error ? `${String(error.code)}: ` : ''}${error.message}` : error);
  process.exit(1);
}
