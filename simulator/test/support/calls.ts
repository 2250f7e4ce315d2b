// A contract that serves in a simulated world, called through the client's own code.
import assert from 'node:assert/strict';
import { encodeModule, moduleBuilder, scalarRefs } from '@enigma/bytecode';
import { connect, type ContractHandle, type Ports } from '@enigma/client';
import { utf8 } from '@enigma/crypto';
import type { MachineOptions } from '@enigma/mpc/session';
import { answerRequest } from '@enigma/node';
import { ZERO_ADDRESS, ZERO_HASH } from '@enigma/protocol';
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

/** Lets the world run until the promise is kept. */
export async function drive<T>(world: World, promise: Promise<T>): Promise<T> {
  let over = false;
  const end = (): void => void (over = true);
  promise.then(end, end);
  for (let seconds = 0; !over && seconds < 600; seconds++) await world.run(() => over, 1000);
  assert.ok(over, 'ten minutes passed');
  return promise;
}

export function portsOf(world: World, chain = world.funder): Ports {
  return {
    chain,
    random: world.schedule.random,
    nowMs: () => world.schedule.nowMs(),
    sleep: (ms) => new Promise((resolve) => world.schedule.after(ms, resolve)),
    async transport(url, { method, body }) {
      const [, index, path] = /^sim:\/\/(\d+)(\/.*)$/.exec(url) ?? [];
      const node = world.nodes[Number(index)]?.node;
      if (node === undefined || path === undefined) throw new Error('unreachable');
      const answer = answerRequest(node, { method, path, body: utf8(body ?? '') });
      return {
        status: answer.status,
        headers: answer.signature === undefined ? {} : { 'x-enigma-signature': answer.signature },
        text: JSON.stringify(answer.body),
      };
    },
  };
}

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
