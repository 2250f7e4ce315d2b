// `npm run soak:steady`: half an hour of tasks at half of what the network bears, by real processes, and what grows meanwhile.
import { command, positive } from './command.ts';
import { steadyRun } from './steadyRun.ts';

const help = `npm run soak:steady -- [--minutes 30] [--rate R] [--rise 1] [--json]

Starts a chain and four nodes as processes and offers calls with a secret number each, at half the rate that 15 callers reach who wait for their
results. Every few seconds memory, disk, open files and threads of each node are read from outside (/proc: Linux alone). At the end all nodes are
asked to stop.

  --minutes m   so long, at least half a minute
  --rate r      calls a second, instead of measuring
  --rise p      percent by which memory and disk of a node may rise over the last two thirds, by a line of least squares
  --json        one JSON document on standard output

Exit code 1 if a call was lost or its result is wrong, something rises faster, a handle is left open, or a node did not end with 0.`;

process.exitCode = await command(
  help,
  {
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string' },
    rise: { type: 'string', default: '1' },
  },
  (values, context) =>
    steadyRun(
      {
        seconds: 60 * positive(values, 'minutes'),
        ...(values['rate'] === undefined ? {} : { perSecond: positive(values, 'rate') }),
        riseMax: positive(values, 'rise') / 100,
        samplePauseMs: 5_000,
      },
      context,
    ),
);
