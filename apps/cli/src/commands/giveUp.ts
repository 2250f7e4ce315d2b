// `enigma give-up`: a contract that never began is declared lost, so that what was paid in for it goes back to its owner.
import type { Hex } from '@enigma/protocol';
import type { CommandContext } from '../command.ts';
import { tokens } from '../money.ts';
import { openSession, type SessionOptions } from '../session.ts';

export async function giveUp(contractId: Hex, options: SessionOptions, { output }: CommandContext): Promise<void> {
  const { client } = await openSession(options, 'deployer');
  const { owner, returned, wasLost } = await client.giveUp(contractId);
  output.result(
    { contractId, owner, returned, wasLost },
    [
      `contract ${contractId} ${wasLost ? 'was lost already' : 'is lost: its committee did not begin in time'}`,
      `  ${tokens(returned)} are back in the account of its owner, ${owner}`,
      'Next: deploy it again; another committee is drawn for it.',
    ].join('\n'),
  );
}
