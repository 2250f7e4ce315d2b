// The commands of whoever runs a node, and what --help says of each.
import type { Command } from 'commander';
import { JSON_HELP, NETWORK_HELP, type Common, type Run } from './commandLine.ts';
import type { StatusOptions } from './commands/node.ts';
import type { BackupOptions, RestoreOptions } from './commands/nodeBackup.ts';
import type { DoctorOptions } from './commands/nodeDoctor.ts';
import type { DrainOptions } from './commands/nodeDrain.ts';
import type { RotateOptions } from './commands/nodeRotate.ts';
import { drainSecondsDefault, drainSecondsMax } from './limits.ts';
import { addresses, integer } from './options.ts';

const FOLDER_HELP = 'with config.json and the node’s keys';
const PASSPHRASE_HELP = 'the file that holds the passphrase (default: ENIGMA_PASSPHRASE)';
type Folder = { readonly folder: string };

/** Names of settings as flags, for the help: settings.ts has the table, which is loaded with the node. */
const SETTING_FLAGS = [
  'rpc-url',
  'peer-host',
  'peer-port',
  'api-host',
  'api-port',
  'operator-host',
  'operator-port',
  'requests-per-window',
  'tasks-waiting',
  'drain-seconds',
  'expire-blocks',
  'fee-gwei',
];

export function addNodeCommands(root: Command, run: Run): void {
  const node = root
    .command('node')
    .summary('run a node, look after it, or ask nodes how they are')
    .description('Runs a node, looks after it, or asks nodes how they are (docs/guide/operating.md).');
  addRunning(node, run);
  addCare(node, run);
  addKeeping(node, run);
}

function withSettings(command: Command): Command {
  for (const flag of SETTING_FLAGS) command.option(`--${flag} <value>`, 'in place of the environment and config.json');
  return command;
}

/** Flags as they were written: commander names them in camel case. */
export function flagsOf(options: Readonly<Record<string, unknown>>): Readonly<Record<string, string | undefined>> {
  const camel = (flag: string): string => flag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(SETTING_FLAGS.map((flag) => [flag, options[camel(flag)] as string | undefined]));
}

function addRunning(node: Command, run: Run): void {
  withSettings(
    node
      .command('start')
      .summary('run one node in this process')
      .description(
        'Runs the node of a folder until Ctrl-C; its log goes to standard error. "enigma up" makes such folders; with --keep they stay.',
      )
      .requiredOption('--folder <folder>', FOLDER_HELP),
  )
    .option('--json', JSON_HELP)
    .action((options: Folder & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/node.ts')).nodeStart(options, flagsOf({ ...options }), context),
      ),
    );
  node
    .command('status')
    .summary('ask nodes how they are')
    .description('What the node of a folder serves, owes and has; or, without --folder, how nodes are by their API.')
    .option('--folder <folder>', 'of a node that runs on this machine')
    .option('--url <url...>', 'API addresses (default: those of the network file)', addresses('--url'))
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .action((options: StatusOptions & Common & Partial<Folder>) =>
      run(options.json, async (context) =>
        options.folder === undefined
          ? (await import('./commands/node.ts')).nodeStatus(options, context)
          : (await import('./commands/nodeStatus.ts')).folderStatus(options.folder, context),
      ),
    );
  node
    .command('drain')
    .summary('let a node finish what it has begun, and end')
    .description(
      'The node acknowledges nothing more and begins nothing new; what it has begun is settled and opened first, however long that takes. Waits for its end.',
    )
    .requiredOption('--folder <folder>', 'of the node')
    .option('--timeout <seconds>', 'how long to wait', integer('--timeout', 1, drainSecondsMax), drainSecondsDefault)
    .option('--json', JSON_HELP)
    .action((options: DrainOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/nodeDrain.ts')).nodeDrain(options, context)),
    );
}

function addCare(node: Command, run: Run): void {
  node
    .command('doctor')
    .summary('look for what is wrong with a node')
    .description(
      'Looks at clock, chain, keys, record, gas, disk, lock, addresses, peers and version: a line each. Ends with 1 if something needs you.',
    )
    .requiredOption('--folder <folder>', FOLDER_HELP)
    .option('--witness <url>', 'a second endpoint of the chain, to compare with')
    .option('--json', JSON_HELP)
    .action((options: DoctorOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/nodeDoctor.ts')).nodeDoctor(options, context)),
    );
  withSettings(
    node
      .command('dry-run')
      .summary('show what a start would work with and sign')
      .description(
        'Every value of the configuration with where it comes from, and what a start would sign. Nothing is written, opened or asked.',
      )
      .requiredOption('--folder <folder>', FOLDER_HELP),
  )
    .option('--json', JSON_HELP)
    .action((options: Folder & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/nodeDryRun.ts')).nodeDryRun(
          options.folder,
          { env: process.env, flags: flagsOf({ ...options }) },
          context,
        ),
      ),
    );
  const keys = node
    .command('keys')
    .summary('what a node’s keys are known by, and new ones')
    .description('What a node’s keys are known by, and how they are replaced.');
  keys
    .command('rotate')
    .summary('new keys on disk, then the rotation for the chain')
    .description(
      'Makes the next signing, sealing and TLS keys beside the present ones and proves them. With --owner it sends the rotation, else it prints the transaction for the owner. The node may run, and follows once that is final.',
    )
    .requiredOption('--folder <folder>', FOLDER_HELP)
    .option('--owner <file>', 'the key of the node’s owner, who alone may rotate; it need not be on this machine')
    .option('--json', JSON_HELP)
    .action((options: RotateOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/nodeRotate.ts')).nodeRotate(options, context)),
    );
  keys
    .command('list')
    .summary('each key file with its address or public key, and who may read it')
    .requiredOption('--folder <folder>', FOLDER_HELP)
    .option('--json', JSON_HELP)
    .action((options: Folder & Common) =>
      run(options.json, async (context) => (await import('./commands/nodeKeys.ts')).nodeKeys(options, context)),
    );
}

function addKeeping(node: Command, run: Run): void {
  node
    .command('backup')
    .summary('a node’s folder in one file, under a passphrase')
    .description('Configuration, keys, protection and shares of a node that is down, in one encrypted file.')
    .requiredOption('--folder <folder>', 'of the node')
    .requiredOption('--out <file>', 'what to write; it must not be there')
    .option('--passphrase-file <file>', PASSPHRASE_HELP)
    .option('--json', JSON_HELP)
    .action((options: BackupOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/nodeBackup.ts')).nodeBackup(options, context)),
    );
  node
    .command('restore')
    .summary('a folder out of a backup, and what its node will refuse')
    .argument('<file>', 'the backup')
    .requiredOption('--folder <folder>', 'where to; it must be empty')
    .option('--with-data', 'shares and protection too: only to move a node that has not run since', false)
    .option('--passphrase-file <file>', PASSPHRASE_HELP)
    .option('--json', JSON_HELP)
    .action((file: string, options: RestoreOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/nodeBackup.ts')).nodeRestore(file, options, context),
      ),
    );
  node
    .command('export-protection')
    .summary('what a node has signed, as one JSON file')
    .requiredOption('--folder <folder>', 'of the node, which is down')
    .requiredOption('--out <file>', 'what to write; it must not be there')
    .option('--json', JSON_HELP)
    .action((options: Folder & Common & { readonly out: string }) =>
      run(options.json, async (context) =>
        (await import('./commands/nodeProtection.ts')).nodeExportProtection(options, context),
      ),
    );
  node
    .command('import-protection')
    .summary('add what was signed elsewhere; marks take the maximum')
    .argument('<file>', 'what export-protection wrote')
    .requiredOption('--folder <folder>', 'of the same node, which is down')
    .option('--json', JSON_HELP)
    .action((file: string, options: Folder & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/nodeProtection.ts')).nodeImportProtection(file, options, context),
      ),
    );
}
