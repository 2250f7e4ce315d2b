// Cheats about keys that rotate: a rotation that nobody asked for, one told again or of another node, and a key that its node has given up.
import { seededRandom, generateSigningKey, type Hex } from '@enigma/crypto';
import type { ChainPort, Domain, EventOf, NodeRecord } from '@enigma/protocol';
import { createBoots } from '../../src/boots.ts';
import { createTlsIdentity } from '../../src/host/certificate.ts';
import { createMemoryStore, noFailpoints, type NodeCheck, type NodeChecks } from '../../src/index.ts';
import { createSigner } from '../../src/signer.ts';
import { signerAt, type ChainView } from '../../src/view.ts';
import { openElection } from '../support/election.ts';
import { createWorld, type TestNode } from '../support/world.ts';
import { reading, recorded } from './chain.ts';
import { settled, type Cheat } from './cheat.ts';
import { linksOf, until } from './host.ts';
import { signedBoot } from './protection.ts';

const stranger: Hex = `0x${'5e'.repeat(20)}`;
const domain: Domain = { chainId: 1n, verifyingContract: `0x${'11'.repeat(20)}` };
const [first, second, peers] = ['first', 'second', 'peer'].map((name) => generateSigningKey(seededRandom(name)));

/** The whole history with one rotation more, told by an endpoint that says the same when it is asked, or the truth. */
function rotating(
  change: (view: ChainView) => Partial<EventOf<'KeysRotated'>>,
  consistent: boolean,
  stands: (view: ChainView, told: EventOf<'KeysRotated'>) => boolean,
): Cheat {
  return async (checks) => {
    const fixture = await settled();
    const { funder } = fixture.world;
    const logs = await recorded(fixture);
    const last = logs.at(-1);
    if (last === undefined) throw new Error('nothing was recorded');
    const { view } = fixture.world.nodes[0]?.node?.watch() ?? {};
    const told: EventOf<'KeysRotated'> = {
      name: 'KeysRotated',
      node: 1,
      signer: stranger,
      sealingKey: `0x${'5e'.repeat(32)}`,
      tlsSpkiHash: `0x${'5e'.repeat(32)}`,
      effectiveEpoch: 1_000,
      ...change(view as ChainView),
    };
    const log = { ...last, event: told, logIndex: last.logIndex + 1 };
    const { watcher, change: answers } = reading(fixture, { logs: [...logs, log], at: last.blockNumber }, checks);
    const { signer, sealingKey, tlsSpkiHash } = told;
    const lying: Partial<ChainPort> = {
      nodeOf: async (index, at) => ({
        ...((await funder.nodeOf(index, at)) as NodeRecord),
        signer,
        sealingKey,
        tlsSpkiHash,
      }),
      signerAt: async () => signer,
    };
    if (consistent) answers(lying);
    await watcher.step();
    return stands(watcher.state.view, told);
  };
}

const follows = (view: ChainView, { node, signer }: EventOf<'KeysRotated'>): boolean =>
  view.nodes.get(node)?.keys.signer === signer;

/** The present key of node 0, as its record has it after a rotation; and a peer that hears what is said of its starts. */
function peerOf(checks: NodeChecks) {
  let key = first;
  const store = createMemoryStore();
  const boots = createBoots({
    domain,
    index: 1,
    store,
    signer: createSigner(peers as NonNullable<typeof peers>, store, noFailpoints),
    random: seededRandom('peer of a rotation'),
    log: () => undefined,
    checks,
    signerOf: (node) => (node === 0 ? key?.address : peers?.address),
    send: () => undefined,
    fault: () => undefined,
  });
  return { boots, rotate: () => void (key = second) };
}

export const ROTATION = {
  // Node 2's key, told as node 1's: whoever has the one would sit for both.
  'KeysRotated.signer': rotating((view) => ({ signer: view.nodes.get(2)?.keys.signer as Hex }), true, follows),
  // From before the draw: the stranger would sign for a committee that sits.
  'KeysRotated.effectiveEpoch': rotating(
    () => ({ effectiveEpoch: 0 }),
    true,
    (view) => {
      const drawn = [...view.contracts.values()][0]?.committee?.epochDrawn ?? -1;
      return signerAt(view, 1, drawn) === stranger;
    },
  ),
  // Told to one node, of keys that the chain never had.
  'heads.rotation': rotating(() => ({}), false, follows),
  // Whoever stole the old key said of the node that it has started very often: its own word would be old for ever.
  'boots.rotated': (checks) => {
    const { boots, rotate } = peerOf(checks);
    boots.receive(0, signedBoot({ node: 0, boot: 2n ** 40n, start: `0x${'cd'.repeat(32)}` }, 0, domain, first));
    rotate();
    boots.receive(0, signedBoot({ node: 0, boot: 2n, start: `0x${'ce'.repeat(32)}` }, 0, domain, second));
    return !boots.current(0);
  },
  // The folder has the present key, and not the one of the draw.
  'keys.drawn': async (checks) => {
    const world = await createWorld({ seed: 'drawn', checks });
    await openElection(world, { serve: false });
    world.rotate(1);
    await world.until(() => world.logged('node.keys', 1) > 0, 20_000);
    world.crash(1);
    const one = world.nodes[1] as TestNode;
    one.store = createMemoryStore();
    one.others.length = 0;
    world.start(1);
    await world.until(() => world.logged('seat.taken', 1) > 1, 20_000);
    return world.logged('seat.taken', 1) > 1;
  },
  'link.rotated': async (checks) => {
    const [stolen, mine, next] = await Promise.all([createTlsIdentity(), createTlsIdentity(), createTlsIdentity()]);
    const thief = await linksOf(0, stolen, checks);
    const { links } = await linksOf(1, mine, checks, undefined, undefined, undefined, 50);
    const at = (index: number, port: number, spkiHash: Hex) => ({ index, host: '127.0.0.1', port, spkiHash });
    links.know([at(0, thief.links.port, stolen.spkiHash)]);
    thief.links.know([at(1, links.port, mine.spkiHash)]);
    await until(() => links.connected().length > 0);
    links.know([at(0, thief.links.port, next.spkiHash)]);
    await until(() => links.connected().length === 0, 100);
    const got = links.connected().length > 0;
    await Promise.all([links.close(), thief.links.close()]);
    return got;
  },
} satisfies Partial<Record<NodeCheck, Cheat>>;
