// The commands, their arguments and what --help says of each. What a command needs is loaded when it runs: the compiler and the engine take a second.
import { Command, CommanderError, Option } from 'commander';
import { runCommand, type CommandContext } from './command.ts';
import type { AppendCommandOptions } from './commands/append.ts';
import type { CallOptions } from './commands/call.ts';
import type { CompileOptions } from './commands/compile.ts';
import type { DemoOptions } from './commands/demo.ts';
import type { DeployCommandOptions } from './commands/deploy.ts';
import type { DevOptions } from './commands/dev.ts';
import type { NewOptions } from './commands/new.ts';
import type { StatusOptions } from './commands/node.ts';
import type { TaskOptions, TriggerOptions } from './commands/task.ts';
import type { UpOptions } from './commands/up.ts';
import { EXIT } from './errors.ts';
import { nodesDefault, nodesMax } from './limits.ts';
import { amount, hex, integer } from './options.ts';
import { TEMPLATES } from './templates.ts';
import { DEPLOY_TERMS } from './terms.ts';

/** Runs one command line and answers with its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  let exit: number = EXIT.ok;
  const run = (json: boolean | undefined, body: (context: CommandContext) => Promise<void>): Promise<void> =>
    runCommand(json === true, body).then((code) => void (exit = code));
  try {
    await program(run).parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return exit;
}

type Run = (json: boolean | undefined, body: (context: CommandContext) => Promise<void>) => Promise<void>;
interface Common {
  readonly json?: boolean;
  readonly network?: string;
}

/** With its default as text: commander would write a big integer as JSON. */
function amountOption(flags: string, description: string, fallback: bigint): Option {
  return new Option(flags, description)
    .argParser(amount(flags.split(' ', 1)[0] ?? flags))
    .default(fallback, String(fallback));
}

type Hex = `0x${string}`;

const JSON_HELP = 'print one JSON document on standard output';
const NETWORK_HELP = 'the network file that "enigma up" wrote (default: .enigma/network.json here or above)';

function program(run: Run): Command {
  const root = new Command('enigma')
    .description(
      'Contracts that compute on secrets: start a network, compile, deploy, send secret inputs, read results.',
    )
    .exitOverride()
    .showHelpAfterError('(add --help for what it takes)')
    .configureHelp({ helpWidth: 110 })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 called wrongly, 130 interrupted.\nAn error has a code, a sentence and the next step; "enigma explain CODE" says what a code means.',
    );

  root
    .command('up')
    .summary('start a local network and keep it up until Ctrl-C')
    .description(
      'Starts a development chain, deploys the contracts, registers nodes with stake and starts each as a process of its own, and serves the explorer for a browser. Other commands find the network by its file.',
    )
    .option('--nodes <count>', 'how many nodes', integer('--nodes', 3, nodesMax), nodesDefault)
    .option('--port <port>', 'port of the chain (default: any free one)', integer('--port', 1, 65_535))
    .option(
      '--explorer-port <port>',
      'port of the explorer (default: any free one)',
      integer('--explorer-port', 1, 65_535),
    )
    .option('--block-time <seconds>', 'seconds from block to block', integer('--block-time', 1, 60), 1)
    .option('--keep', 'leave the nodes’ folders and logs in place at the end', false)
    .option('--network <file>', 'where to write the network file (default: .enigma/network.json)')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- up --nodes 5')
    .action((options: UpOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/up.ts')).up(options, context)),
    );

  root
    .command('demo')
    .summary('one secret election from source to result, on a network of its own (npm start)')
    .description(
      'Starts a local network, deploys samples/voting, casts a real election as sealed ballots, lets a keeper trigger the tally, opens and verifies the result, and ends everything again.',
    )
    .option('--election <file>', 'an election in PrefLib’s soi or soc format (default: Debian 2002 Leader, 475 voters)')
    .option(
      '--nodes <count>',
      'how many nodes to register; four of them are drawn',
      integer('--nodes', 4, nodesMax),
      nodesDefault,
    )
    .option('--keep', 'leave the nodes’ folders and logs in place at the end', false)
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm start -- --election my-election.soc')
    .action((options: DemoOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/demo.ts')).demo(options, context)),
    );
  addContractCommands(root, run);
  addDevCommand(root, run);
  addTaskCommands(root, run);
  addNodeCommands(root, run);
  root
    .command('explain')
    .summary('what an error code means, and what to do')
    .argument('<code>', 'a code or name that a command printed')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- explain PriceTooLow')
    .action((code: string, options: Common) =>
      run(options.json, async (context) => (await import('./commands/explain.ts')).explain(code, context)),
    );
  return root;
}

function addContractCommands(root: Command, run: Run): void {
  root
    .command('new')
    .summary('write a contract of your own: source, test, README')
    .description(
      'Writes contracts/NAME in the clone: a contract that compiles, a test that passes and a README with its commands. Nothing is overwritten.',
    )
    .argument('<name>', 'the contract’s name: letters, digits, dashes; my-auction gives class MyAuction')
    .addOption(
      new Option('--template <template>', 'offers: functions that people call; readings: an inbox, computed at a block')
        .choices(Object.keys(TEMPLATES))
        .default('offers'),
    )
    .option('--folder <folder>', 'another folder in the clone (default: contracts/NAME)')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- new my-auction')
    .action((name: string, options: NewOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/new.ts')).newContract(name, options, context)),
    );

  root
    .command('compile')
    .summary('compile a contract, or show what is wrong with it')
    .argument('<file>', 'the contract’s source')
    .option('--out <file>', 'write the bytecode there')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- compile samples/voting/contract.ts')
    .action((file: string, options: CompileOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/compile.ts')).compileCommand(file, options, context),
      ),
    );

  root
    .command('report')
    .summary('show what a contract releases, to whom and why, and what it costs')
    .argument('<file>', 'the contract’s source')
    .option('--json', JSON_HELP)
    .action((file: string, options: Common) =>
      run(options.json, async (context) => (await import('./commands/compile.ts')).report(file, context)),
    );

  root
    .command('deploy')
    .summary('deploy a contract and wait until its committee serves')
    .argument('<file>', 'the contract’s source')
    .argument('[args...]', 'the constructor’s arguments; +N is the present block plus N')
    .option('--n <seats>', 'seats of the committee', integer('--n', 3, 31), DEPLOY_TERMS.n)
    .option(
      '--threshold <T>',
      'how many of them may be corrupt; n ≥ 2T + 1',
      integer('--threshold', 1, 15),
      DEPLOY_TERMS.threshold,
    )
    .option('--salt <hex>', '32 bytes: another salt, another contract (default: random)', hex('--salt', 32))
    .option('--tenure <epochs>', 'how long the committee serves', integer('--tenure', 1, 65_535), DEPLOY_TERMS.tenure)
    .addOption(amountOption('--price <amount>', 'lowest gas price of its tasks', DEPLOY_TERMS.price))
    .addOption(amountOption('--gas-limit <gas>', 'of each scheduled function', DEPLOY_TERMS.gasLimit))
    .addOption(amountOption('--gas-price <amount>', 'of each scheduled function', DEPLOY_TERMS.gasPrice))
    .addOption(amountOption('--tip <amount>', 'of each scheduled function, to who settles and opens', DEPLOY_TERMS.tip))
    .option(
      '--window <seconds>',
      'how long a scheduled task may take',
      integer('--window', 1, 86_400),
      DEPLOY_TERMS.window,
    )
    .option('--admission <address>', 'whose vouchers the inbox asks for (default: open to all)', hex('--admission', 20))
    .option('--deposit <amount>', 'paid in for scheduled tasks (default: what they may cost)', amount('--deposit'))
    .option('--key <file>', 'the deploying account’s key (default: a development account)')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      '\nExample: npm run enigma -- deploy samples/voting/contract.ts 4 +60\n(4 alternatives; voting closes 60 blocks from now)',
    )
    .action((file: string, args: readonly string[], options: DeployCommandOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/deploy.ts')).deploy(file, args, options, context)),
    );
}

function addDevCommand(root: Command, run: Run): void {
  root
    .command('dev')
    .summary('compile, test and deploy a contract again whenever it changes')
    .description(
      'Follows a contract’s file and the test beside it until Ctrl-C: compiles, runs the test, deploys what passed, and says at each change what became of it. Uses the network that is up, or starts one and ends it.',
    )
    .argument('<file>', 'the contract’s source; its test is FILE with .test.ts for .ts')
    .argument('[args...]', 'the constructor’s arguments; +N is the block of each deployment plus N')
    .option('--nodes <count>', 'nodes of a network of its own', integer('--nodes', 4, nodesMax), nodesDefault)
    .option('--network <file>', 'the network file (default: .enigma/network.json)')
    .option('--json', 'print one line of JSON for each thing that happens')
    .addHelpText('after', '\nExample: npm run enigma -- dev contracts/my-auction/contract.ts')
    .action((file: string, args: readonly string[], options: DevOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/dev.ts')).dev(file, args, options, context)),
    );
}

function addTaskCommands(root: Command, run: Run): void {
  root
    .command('append')
    .summary('seal a secret entry and let a relayer bring it to a contract’s inbox')
    .argument('<contract>', 'contract id', hex('contract', 32))
    .argument('<values...>', 'the entry’s secret values, as name=value')
    .option(
      '--sender-key <file>',
      'the sender’s key; of one sender the entry with the highest nonce counts (default: a new key)',
    )
    .addOption(amountOption('--nonce <n>', 'of this entry', 0n))
    .addOption(
      new Option('--voucher <hex>', 'the voucher of the contract’s admission for this sender')
        .argParser(hex('--voucher', 64))
        .conflicts('admissionKey'),
    )
    .option('--admission-key <file>', 'admission’s own key, to make the voucher here')
    .option('--key <file>', 'the relayer’s key (default: a development account)')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      '\nExample: npm run enigma -- append 0x… choice=3\nA value typed here stays in your shell’s history.',
    )
    .action((contractId: Hex, values: readonly string[], options: AppendCommandOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/append.ts')).append(contractId, values, options, context),
      ),
    );

  root
    .command('call')
    .summary('call a function, its secret arguments sealed here, and wait for the answer')
    .argument('<contract>', 'contract id', hex('contract', 32))
    .argument('<function>', 'the function’s name')
    .argument('[args...]', 'its arguments in order; records and arrays as JSON')
    .option('--sender-key <file>', 'who calls (default: the account that pays)')
    .addOption(amountOption('--gas-limit <gas>', 'most that the task may use', 50_000_000n))
    .addOption(amountOption('--gas-price <amount>', 'for a unit of gas', 10n ** 12n))
    .addOption(amountOption('--tip <amount>', 'to who settles and opens', 10n ** 18n))
    .option('--window <seconds>', 'how long the task may take', integer('--window', 1, 86_400), 600)
    .addOption(
      amountOption('--value <amount>', 'paid to the contract if the call ends OK, back to the payer if not', 0n),
    )
    .option(
      '--callback <address>',
      'an EVM contract to be told the result: onEnigmaResult(bytes32, bytes)',
      hex('--callback', 20),
    )
    .option('--callback-gas <gas>', 'what it is given for that', integer('--callback-gas', 1, 1_000_000), 200_000)
    .option('--off-chain', 'leave the sealed arguments with the nodes; the chain sees who has them', false)
    .option('--no-wait', 'do not wait for the answer')
    .option('--key <file>', 'the paying account’s key (default: a development account)')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      '\nExample: npm run enigma -- call 0x… bid 50\nA value typed here stays in your shell’s history.',
    )
    .action((contractId: Hex, fn: string, args: readonly string[], options: CallOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/call.ts')).call(contractId, fn, args, options, context),
      ),
    );

  root
    .command('trigger')
    .summary('as a keeper: make a scheduled function due')
    .argument('<contract>', 'contract id', hex('contract', 32))
    .argument('<function>', 'the scheduled function’s name')
    .option('--wait', 'wait until its block has passed', false)
    .option('--key <file>', 'the keeper’s key (default: a development account)')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- trigger 0x… tally --wait')
    .action((contractId: Hex, fn: string, options: TriggerOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/task.ts')).trigger(contractId, fn, options, context),
      ),
    );

  root
    .command('task')
    .summary('show a task, and its verified result once it is settled')
    .argument('<id>', 'task id', hex('id', 32))
    .option('--wait', 'wait for the result', false)
    .option('--expire', 'end an overdue task, so that its escrow goes back', false)
    .option(
      '--retry-callback',
      'tell the result again to the contract that the call named and that did not take it',
      false,
    )
    .option('--key <file>', 'the account that sends that (default: a development account)')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- task 0x… --wait')
    .action((taskId: Hex, options: TaskOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/task.ts')).task(taskId, options, context)),
    );
}

function addNodeCommands(root: Command, run: Run): void {
  const node = root
    .command('node')
    .summary('run a node, or ask nodes how they are')
    .description('Runs a node, or asks nodes how they are.');
  node
    .command('start')
    .summary('run one node in this process')
    .description(
      'Runs the node of a folder until Ctrl-C; its log goes to standard error. "enigma up" makes such folders; with --keep they stay.',
    )
    .requiredOption('--folder <folder>', 'with config.json and the node’s keys')
    .option('--json', JSON_HELP)
    .action((options: { readonly folder: string } & Common) =>
      run(options.json, async (context) => (await import('./commands/node.ts')).nodeStart(options, context)),
    );
  node
    .command('status')
    .summary('ask nodes how they are')
    .option('--url <url...>', 'API addresses (default: those of the network file)')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .action((options: StatusOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/node.ts')).nodeStatus(options, context)),
    );
}
