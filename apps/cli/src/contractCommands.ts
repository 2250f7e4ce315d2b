// The commands on a contract’s source: write, compile, report, deploy, follow.
import { type Command, Option } from 'commander';
import { amountOption, JSON_HELP, NETWORK_HELP, ROOT_HELP, type Common, type Run } from './commandLine.ts';
import type { CompileOptions, ReportOptions } from './commands/compile.ts';
import type { ProjectOptions } from './files.ts';
import type { DeployCommandOptions } from './commands/deploy.ts';
import type { DevOptions } from './commands/dev.ts';
import type { NewOptions } from './commands/new.ts';
import type { TestOptions } from './commands/test.ts';
import { nodesDefault, nodesMax } from './limits.ts';
import { amount, hex, integer } from './options.ts';
import { TEMPLATES } from './templates.ts';
import { DEPLOY_TERMS } from './terms.ts';

export function addContractCommands(root: Command, run: Run): void {
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
    .option('--root <folder>', ROOT_HELP)
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
    .argument('[args...]', 'the constructor’s arguments, to count how many bits its functions tell')
    .option('--entries <n>', 'so many entries in the inbox (default: 3)', integer('--entries', 1, 64))
    .option('--up-to <n>', 'only inputs from 0 to n, where their types have more', integer('--up-to', 1, 2 ** 20))
    .option('--root <folder>', ROOT_HELP)
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      '\nBits are counted by trying all inputs, where these are at most a million: with small ranges, or few entries.\nExample: npm run enigma -- report samples/sealed-bid-auction/contract.ts 100 true --up-to 7',
    )
    .action((file: string, args: readonly string[], options: ReportOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/compile.ts')).report(file, args, options, context),
      ),
    );

  root
    .command('diff')
    .summary('show what another version of a contract would change in what leaves it')
    .argument('<old>', 'the source that is deployed')
    .argument('<new>', 'the source that would be')
    .option('--root <folder>', ROOT_HELP)
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExit code 0 whether something changes or not; "same" in the document tells.')
    .action((before: string, after: string, options: ProjectOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/compile.ts')).difference(before, after, options, context),
      ),
    );

  root
    .command('deploy')
    .summary('deploy a contract and wait until its committee serves')
    .argument('<file>', 'the contract’s source')
    .argument('[args...]', 'the constructor’s arguments; +N is the present block plus N')
    .option('--root <folder>', ROOT_HELP)
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
  addTestCommand(root, run);
  addDevCommand(root, run);
}

function addTestCommand(root: Command, run: Run): void {
  root
    .command('test')
    .summary('compile contracts and run the tests beside them')
    .description(
      'Compiles each contract and runs the test beside it (FILE with .test.ts for .ts), once or, with --watch, at each change of one of them. Exit code 1 where one does not compile, a test fails, or there is none.',
    )
    .argument('[paths...]', 'contracts, or folders that have some (default: contracts)')
    .option('--watch', 'go on until Ctrl-C', false)
    .option('--root <folder>', ROOT_HELP)
    .option('--json', 'print one line of JSON for each thing that happens')
    .addHelpText('after', '\nExample: npm run enigma -- test samples/offers')
    .action((paths: readonly string[], options: TestOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/test.ts')).testContracts(paths, options, context)),
    );
}

function addDevCommand(root: Command, run: Run): void {
  root
    .command('dev')
    .summary('compile, test and deploy a contract again whenever it changes')
    .description(
      'Follows a contract’s file, what it imports and the test beside it until Ctrl-C: compiles, runs the test, deploys what passed, and says at each change what became of it. Uses the network that is up, or starts one and ends it.',
    )
    .argument('<file>', 'the contract’s source; its test is FILE with .test.ts for .ts')
    .argument('[args...]', 'the constructor’s arguments; +N is the block of each deployment plus N')
    .option('--root <folder>', ROOT_HELP)
    .option('--nodes <count>', 'nodes of a network of its own', integer('--nodes', 4, nodesMax), nodesDefault)
    .option('--key <file>', 'the deploying account’s key (default: a development account)')
    .option('--network <file>', 'the network file (default: .enigma/network.json)')
    .option('--json', 'print one line of JSON for each thing that happens')
    .addHelpText('after', '\nExample: npm run enigma -- dev contracts/my-auction/contract.ts')
    .action((file: string, args: readonly string[], options: DevOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/dev.ts')).dev(file, args, options, context)),
    );
}
