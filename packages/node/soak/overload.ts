// `npm run soak:overload`: five times what a network of real processes bears.
import { command, positive } from './command.ts';
import { overloadRun } from './overloadRun.ts';

const help = `npm run soak:overload -- [--seconds 90] [--times 5] [--json]

Starts a chain and four nodes as processes. Callers who wait for their results show how many tasks the network bears, and how many masks one node
tells; then five times as many are offered by callers who do not wait. All the while others hold hundreds of connections open, send headers that never
end and bodies that are too long. What is done must be at least 80 % of what was done at capacity, 99 % of it in less than twice the time, everything
else refused with a time to come again, and each result right.

  --seconds s   of each part: tasks at capacity, tasks offered, masks at capacity, masks offered
  --times n     so many times the capacity is offered
  --waiting n   tasks that may wait at a node, and callers of tasks at capacity (60)
  --memory m    MB that a node may take at most (1024)
  --only part   tasks or masks alone
  --json        one JSON document on standard output

Exit code 1 if a bar is missed. Linux alone (/proc, loopback addresses).`;

process.exitCode = await command(
  help,
  {
    seconds: { type: 'string', default: '90' },
    times: { type: 'string', default: '5' },
    waiting: { type: 'string', default: '60' },
    memory: { type: 'string', default: '1024' },
    only: { type: 'string' },
  },
  (values, context) =>
    overloadRun(
      {
        seconds: positive(values, 'seconds'),
        times: positive(values, 'times'),
        tasksWaiting: positive(values, 'waiting'),
        maskCallers: 64,
        setUpPauseMs: 1_000,
        goodputMin: 0.8,
        p99TimesMax: 2,
        peakBytesMax: 1e6 * positive(values, 'memory'),
        floodSockets: 300,
        ...(values['only'] === 'tasks' || values['only'] === 'masks' ? { only: values['only'] } : {}),
      },
      context,
    ),
);
