// The commands on a deployed contract: entries, calls, triggers, tasks, and the end of one that never began.
import { type Command, Option } from 'commander';
import { amountOption, JSON_HELP, NETWORK_HELP, type Common, type Run } from './commandLine.ts';
import type { AppendCommandOptions } from './commands/append.ts';
import type { CallOptions } from './commands/call.ts';
import type { TaskOptions, TriggerOptions } from './commands/task.ts';
import type { ViewOptions } from './commands/view.ts';
import { hex, integer } from './options.ts';
import type { SessionOptions } from './session.ts';

type Hex = `0x${string}`;

export function addTaskCommands(root: Command, run: Run): void {
  root
    .command('append')
    .summary('seal a secret entry and let a relayer bring it to a contract’s inbox')
    .argument('<contract>', 'contract id', hex('contract', 32))
    .argument('<values...>', 'the entry’s secret values, as name=value; records and arrays as JSON')
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
    .command('view')
    .summary('what a contract says of its public state: no task, no fee')
    .argument('<contract>', 'contract id', hex('contract', 32))
    .argument('<view>', 'the view’s name')
    .argument('[args...]', 'its arguments in order; records and arrays as JSON')
    .option('--sender-key <file>', 'who asks, where the view tells people apart (default: a development account)')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- view 0x… highest')
    .action((contractId: Hex, fn: string, args: readonly string[], options: ViewOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/view.ts')).view(contractId, fn, args, options, context),
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

  root
    .command('give-up')
    .summary('declare a contract lost whose committee did not begin in time; its deposits go back to its owner')
    .description(
      'Keys take every seat of a committee: where one stays away while they are made, none are, and the contract can never run. Once its committee has had its time (64 blocks on a development chain), anybody may declare it lost. Of one that is lost already, what was paid in since goes back.',
    )
    .argument('<contract>', 'contract id', hex('contract', 32))
    .option('--key <file>', 'the account that sends it (default: a development account)')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- give-up 0x…')
    .action((contractId: Hex, options: SessionOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/giveUp.ts')).giveUp(contractId, options, context)),
    );
}
