// The commands, their arguments and what --help says of each. What a command needs is loaded when it runs: the compiler and the engine take a second.
import { Command, CommanderError } from 'commander';
import { runCommand, type CommandContext } from './command.ts';
import type { Hex } from '@enigma/protocol';
import { JSON_HELP, NETWORK_HELP, ROOT_HELP, type Common, type Run } from './commandLine.ts';
import type { DemoOptions } from './commands/demo.ts';
import type { ExplainOptions } from './commands/explainChain.ts';
import type { UpOptions } from './commands/up.ts';
import { addContractCommands } from './contractCommands.ts';
import { EXIT } from './errors.ts';
import { nodesDefault, nodesMax } from './limits.ts';
import { integer } from './options.ts';
import { addEvidenceCommands } from './evidenceCommands.ts';
import { addNodeCommands } from './nodeCommands.ts';
import { addTaskCommands } from './taskCommands.ts';

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
  addTaskCommands(root, run);
  addNodeCommands(root, run);
  addEvidenceCommands(root, run);
  root
    .command('address')
    .summary('the address of a key, as an argument or a sender has it')
    .argument('<file>', 'a private key: 32 bytes in hexadecimal digits')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: openssl rand -hex 32 > my.key; npm run enigma -- address my.key')
    .action((file: string, options: Common) =>
      run(options.json, async (context) => (await import('./commands/address.ts')).address(file, context)),
    );
  root
    .command('explain')
    .summary('what an error code means; or what a contract or task on chain can release, and to whom')
    .argument('<what>', 'a code or name that a command printed, or the id of a contract or task')
    .option('--source <file>', 'of a contract: compile this, and show its lines if it is the code on chain')
    .option('--root <folder>', ROOT_HELP)
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      '\nWhat is said of a contract is recomputed here from the bytecode that the chain holds; nobody’s report is believed.\nExample: npm run enigma -- explain PriceTooLow',
    )
    .action((what: string, options: ExplainOptions & Common) =>
      run(options.json, async (context) =>
        /^0x[0-9a-f]{64}$/i.test(what)
          ? (await import('./commands/explainChain.ts')).explainOnChain(what.toLowerCase() as Hex, options, context)
          : (await import('./commands/explain.ts')).explain(what, context),
      ),
    );
  return root;
}
