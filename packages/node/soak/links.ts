// `npm run soak:links`: real processes whose links, disks and chain fail under them, one fault after another.
import { command, positive } from './command.ts';
import { CASES, linksRun } from './linksRun.ts';

const help = `npm run soak:links -- [--cases a,b] [--times 1] [--hold 8] [--json]

Starts a chain and four nodes as processes, with a TCP proxy between each pair of nodes and between each node and the chain. A contract with a secret
sum goes from task to task. In each task one node is stopped at a named point, a fault begins, the node goes on, and after a while the fault is over:
connections reset, silent, silent one way, half open, throttled, delayed or without their last bytes; a node that stands still; a disk that is full.
After each: the result carries on from the one before, the task settled once and paid each seat once, nothing was signed twice, and all nodes serve,
hold the state on chain and are linked. At the end all nodes are stopped, and what stands on chain in their names is looked up in their stores.

  --cases a,b     only these: ${CASES.map(({ name }) => name).join(', ')}
  --times n       all of them so often
  --hold s        seconds that a fault lasts
  --ready s       a node that was started must serve within so many seconds (10)
  --caught-up s   after a fault all must have caught up and be linked within so many (60)
  --json          one JSON document on standard output

Exit code 1 if anything did not hold. Linux alone (/proc, prlimit).`;

process.exitCode = await command(
  help,
  {
    cases: { type: 'string' },
    times: { type: 'string', default: '1' },
    hold: { type: 'string', default: '8' },
    ready: { type: 'string', default: '10' },
    'caught-up': { type: 'string', default: '60' },
  },
  (values, context) => {
    const names = typeof values['cases'] === 'string' ? values['cases'].split(',') : undefined;
    const unknown = names?.find((name) => CASES.every((one) => one.name !== name));
    if (unknown !== undefined) throw new Error(`there is no case ${unknown}; --help lists them`);
    const chosen = CASES.filter(({ name }) => names === undefined || names.includes(name));
    return linksRun(
      {
        cases: Array.from({ length: positive(values, 'times') }, () => chosen).flat(),
        holdMs: 1_000 * positive(values, 'hold'),
        readyMax: positive(values, 'ready'),
        caughtUpMax: positive(values, 'caught-up'),
        setUpPauseMs: 1_000,
      },
      context,
    );
  },
);
