// `enigma address`: the address that a key file's owner has, as an argument or a sender. The key itself is shown to nobody.
import type { CommandContext } from '../command.ts';
import { readKey } from '../keys.ts';
import { addressOf } from '../network/accounts.ts';

export function address(file: string, { output }: CommandContext): void {
  const of = addressOf(readKey(file));
  output.result({ address: of }, of);
}
