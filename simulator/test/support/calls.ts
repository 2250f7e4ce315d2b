// A contract that serves in a simulated world, called through the client's own code.
import { encodeModule, moduleBuilder, scalarRefs } from '@enigma/bytecode';
import { connect, type ContractHandle } from '@enigma/client';
import type { MachineOptions } from '@enigma/mpc/session';
import { ZERO_ADDRESS, ZERO_HASH } from '@enigma/protocol';
import { drive, portsOf } from '../../src/clients.ts';
import { createWorld, type World, type WorldOptions } from '../../src/world.ts';

const { u64, bool } = scalarRefs;

export const terms = { gasLimit: 10_000_000n, gasPrice: 1n, tip: 1000n, windowSeconds: 600 };

/** bid(amount) keeps the highest and tells the bidder whether he leads; settle() reveals it. */
export function auction(): Uint8Array {
  const m = moduleBuilder();
  const best = m.field('best', 'state', u64, 's');
  const leads = m.release('return', 'whether you lead');
  const price = m.release('reveal', 'the highest bid');
  m.function(
    {
      name: 'bid',
      kind: 'call',
      params: [{ name: 'amount', type: u64, label: 's' }],
      results: [{ type: bool, label: 's', release: leads }],
    },
    (r, [amount]) => {
      const before = r.get(best);
      const higher = r.emit('lt', [before, amount as typeof before]);
      r.set(best, r.emit('select', [higher, amount as typeof before, before]));
      return [higher];
    },
  );
  m.function({ name: 'settle', kind: 'call', params: [], results: [{ type: u64, label: 'p' }] }, (r) => [
    r.reveal(price, r.get(best)),
  ]);
  return encodeModule(m.finish());
}

/** Small pools: the same code, less of it to compute. */
export const SMALL: MachineOptions = { batchItems: { triple: 64, and: 1 << 14, daBit: 1 << 10 } };

export { drive, portsOf } from '../../src/clients.ts';

export async function deployed(
  seed: string,
  program: Uint8Array,
  options: Omit<WorldOptions, 'seed' | 'nodes'> & { readonly n?: number; readonly openMode?: 'beforeSettle' } = {},
): Promise<{ readonly world: World; readonly contract: ContractHandle }> {
  const { n = 4, openMode, ...given } = options;
  const world = await createWorld({ seed, nodes: n, machine: () => SMALL, ...given });
  let blocks = 0;
  world.blocks.push(() => void (blocks++ % 4 === 0 && world.funder.submit({ name: 'advance' })));
  const contract = await drive(
    world,
    connect(portsOf(world)).deploy({
      program: { bytes: program },
      args: [],
      n,
      T: 1,
      tenure: 1000,
      salt: ZERO_HASH,
      admission: ZERO_ADDRESS,
      price: 1n,
      ...(openMode === undefined ? {} : { openMode }),
      schedules: {},
    }),
  );
  await world.send(world.funder, { name: 'deposit', to: world.funder.account, amount: 10n ** 9n });
  return { world, contract };
}
