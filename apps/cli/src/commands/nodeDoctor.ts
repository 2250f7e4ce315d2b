// `enigma node doctor`: everything about a node that can be wrong and can be seen from its machine, a line each, with what to do.
import { join } from 'node:path';
import { keySets } from '@enigma/node/host';
import type { CommandContext } from '../command.ts';
import { random } from '../connection.ts';
import { blocks, gas, network, portOf, record, witness } from '../doctor/chain.ts';
import { looked, ok, type Check } from '../doctor/check.ts';
import { disk, fsync, keyModes } from '../doctor/local.ts';
import { clocks, links, ownAddress, peersOf, pools, reached, version } from '../doctor/peers.ts';
import { keysOf, settingsOf } from '../operator/identity.ts';
import { processOf } from '../operator/process.ts';

export interface DoctorOptions {
  readonly folder: string;
  readonly witness?: string;
}

const ENDPOINT = 'See that the endpoint runs and that rpcUrl is right; ask another with --rpc-url in between.';

export async function nodeDoctor(
  { folder, witness: other }: DoctorOptions,
  { output, fail }: CommandContext,
): Promise<void> {
  // Without these there is nothing to compare with: they end the command with their own next step.
  const settings = settingsOf(folder, { env: process.env });
  const keys = await keysOf(folder);
  const running = await processOf(folder);
  const sets = await keySets(join(folder, 'keys'), random).catch(() => []);
  const next = sets.filter(({ use }) => use === 'next').map((one) => one.keys.signer.address);
  const chain = portOf(settings, keys);
  const peers = peersOf(chain, settings.index).catch(() => []);
  const found = await Promise.all([
    looked('configuration', '', async () =>
      ok('configuration', 'whole; "enigma node dry-run" shows each value and its source'),
    ),
    looked('process', '', async () =>
      ok('process', running === undefined ? 'none runs on this folder' : `${running.pid} runs on this folder`),
    ),
    looked('keys', 'See who owns keys/.', async () => keyModes(folder)),
    looked('protection', 'See the message.', async () => disk(folder, running, settings, keys)),
    looked('disk', 'See that the folder can be written.', async () => fsync(folder)),
    looked('chain', ENDPOINT, () => network(settings)),
    looked('clock', ENDPOINT, () => blocks(chain, () => Date.now())),
    looked('endpoints', 'See that both endpoints answer.', () => witness(settings, chain, other)),
    looked('record', ENDPOINT, () => record(settings, chain, keys, next)),
    looked('gas', ENDPOINT, () => gas(settings, keys.operator.address, running)),
    looked('clock of peers', ENDPOINT, async () => clocks(await peers)),
    looked('version', ENDPOINT, async () => version(await peers)),
    looked('links', 'See the log.', () => links(running)),
    looked('reached by peers', 'See the log.', async () => reached(running, settings.index)),
    looked('registered addresses', ENDPOINT, () => ownAddress(chain, settings, keys.tls.spkiHash, running)),
    looked('material', 'See the log.', () => pools(running)),
  ]);
  const checks = found.flat();
  const count = checks.filter(({ state }) => state === 'bad').length;
  if (count > 0) fail();
  output.result(
    { node: settings.index, well: count === 0, checks },
    [
      ...checks.map(line),
      count === 0 ? 'Nothing is wrong that can be seen from here.' : `${count} of ${checks.length} need something.`,
    ].join('\n'),
  );
}

const MARKS: Readonly<Record<Check['state'], string>> = { ok: '✓', bad: '✗', skipped: '–' };

function line({ name, state, says, next }: Check): string {
  return `  ${MARKS[state]} ${name}: ${says}${next === undefined ? '' : `\n      ${next}`}`;
}
