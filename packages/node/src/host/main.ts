// A node as a process of its own: `node main.ts --folder FOLDER`, or `--help`. It logs to standard output, and ends with 0 when it was asked to, 1 when it had to stop itself. SIGTERM and SIGINT ask it to end within
// its limit, SIGUSR2 to finish first all that it has begun, SIGHUP to read its limits again.
// With `--until-stdin-ends` it also stops when its standard input ends: whoever holds the other end of that pipe need not live to say so.
import { parseArgs } from 'node:util';
import { describeEnd } from './ending.ts';
import { runNode, type RunningNode } from './run.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from './settings.ts';
import { testBuild } from './testBuild.ts';

// Its folder and what is in it are its owner's alone, whatever the shell that started it allows.
if (process.platform !== 'win32') process.umask(0o077);

const flags = Object.fromEntries(SETTING_NAMES.map((name) => [SETTINGS[name].flag, { type: 'string' as const }]));
const usage = `usage: node main.ts --folder FOLDER [--until-stdin-ends] ${Object.keys(flags)
  .map((flag) => `[--${flag} VALUE]`)
  .join(' ')}`;
const help = `${usage}

A node of the network, until SIGTERM or SIGINT. It logs to standard output, and ends with 0 when it was asked to, 1 when it had to stop itself, 2 when it was called wrongly.

  --folder FOLDER      has config.json and keys/ of the registered node; data/ is made in it
  --until-stdin-ends   stop also when standard input ends
  --help               this text

Each of these has a name in the environment and in config.json too; the first that says something counts: flag, environment, file, default.

${SETTING_NAMES.map((name) => `  ${settingHelp(name)}`).join('\n')}

SIGUSR2 drains: what was begun is finished, then it ends. SIGHUP reads the settings with * again.
docs/guide/operating.md says what a node needs, and "enigma node doctor --folder FOLDER" looks whether it has it.`;

function settingHelp(name: SettingName): string {
  const { flag, env, kind, fallback, reloads } = SETTINGS[name];
  const otherwise = fallback === undefined ? '' : `; default ${fallback}`;
  return `${`--${flag}${reloads === true ? ' *' : ''}`.padEnd(26)}${kind.says} (${env}, ${name}${otherwise})`;
}

function readArguments(): ReturnType<typeof parseArgs>['values'] {
  try {
    return parseArgs({
      options: {
        folder: { type: 'string' },
        'until-stdin-ends': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        ...flags,
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return process.exit(2);
  }
}

const values = readArguments();
if (values['help'] === true) {
  console.log(help);
  process.exit(0);
}
if (typeof values['folder'] !== 'string') {
  console.error(usage);
  process.exit(2);
}

let running: RunningNode | undefined;
let asked: 'stop' | 'drain' | undefined;
const stop = (): void => {
  asked = 'stop';
  void running?.stop();
};

try {
  // Before the start, which takes a while: who asked meanwhile need not ask again.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  if (process.platform !== 'win32') {
    process.on('SIGUSR2', () => {
      asked ??= 'drain';
      running?.drain();
    });
    process.on('SIGHUP', () => running?.reload());
  }
  if (values['until-stdin-ends'] === true) process.stdin.once('end', stop).once('error', stop).resume();
  running = await runNode({
    folder: values['folder'],
    write: (line) => process.stdout.write(`${line}\n`),
    given: { env: process.env, flags: values as Record<string, string | undefined> },
    ...testBuild(process.env, values['folder']),
  });
  if (asked === 'stop') void running.stop();
  if (asked === 'drain') running.drain();
  await running.stopped;
  process.exit(0);
} catch (error) {
  console.error(describeEnd(error));
  process.exit(1);
}
