// The commands on what nodes hold against seats, and what --help says of each.
import type { Command } from 'commander';
import { JSON_HELP, NETWORK_HELP, type Common, type Run } from './commandLine.ts';
import type { ListOptions, VerifyOptions } from './commands/evidence.ts';
import { addresses } from './options.ts';

export function addEvidenceCommands(root: Command, run: Run): void {
  const evidence = root
    .command('evidence')
    .summary('judge, or list, what shows that a seat of a committee lied')
    .description(
      'A seat that signs two records in one slot, or a share that is off what all others lie on, is shown by what was signed alone (docs/protocols/evidence.md).',
    );
  evidence
    .command('verify')
    .summary('whether a file shows that a seat lied')
    .description(
      'Reads the file and judges it here; nothing is asked of anybody but with --on-chain. Exit code 1 where it shows nothing.',
    )
    .argument('<file>', 'as a node wrote it')
    .option(
      '--on-chain',
      'compare committee and signers with the chain’s record, and ask its contract that judges evidence',
      false,
    )
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: npm run enigma -- evidence verify 0x….json --on-chain')
    .action((file: string, options: VerifyOptions & Common) =>
      run(options.json, async (context) =>
        (await import('./commands/evidence.ts')).evidenceVerify(file, options, context),
      ),
    );
  evidence
    .command('list')
    .summary('ask nodes what they hold against seats, and judge it')
    .option('--url <url...>', 'API addresses (default: those of the network file)', addresses('--url'))
    .option('--save <folder>', 'write each file there')
    .option('--network <file>', NETWORK_HELP)
    .option('--json', JSON_HELP)
    .action((options: ListOptions & Common) =>
      run(options.json, async (context) => (await import('./commands/evidence.ts')).evidenceList(options, context)),
    );
}
