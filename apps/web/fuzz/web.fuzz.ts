// What the page is told by its server and by whoever types: the address, the forms, the network's facts.
import { accepted, REFUSED, type Decoder } from '@enigma/fuzz';
import { hrefOf, routeOf } from '../src/routes.ts';
import { loadNetwork } from '../src/network.ts';
import { parseArguments } from '../src/views/arguments.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const ID = `0x${'ab'.repeat(32)}`;

const route: Decoder = {
  name: 'web/route',
  form: 'text',
  covers: ['apps/web/src/routes.ts#routeOf'],
  samples: () => ['#/', '#/tasks', `#/contracts/${ID}`, `#/receipts/${ID}`].map((text) => ({ bytes: utf8(text) })),
  decode(bytes) {
    const at = routeOf(textOf(bytes));
    if (at.page === 'unknown') return REFUSED;
    if (JSON.stringify(routeOf(hrefOf(at))) !== JSON.stringify(at)) throw new Error('an address leads elsewhere');
    return accepted();
  },
};

const PARAMS = [
  { name: 'n', type: 'u8', kind: 'integer', secret: true, bounds: [0n, 255n] },
  { name: 'yes', type: 'bool', kind: 'bool', secret: false, bounds: undefined },
  { name: 'who', type: 'address', kind: 'address', secret: false, bounds: undefined },
] as const;

/** One value a line. */
const forms: Decoder = {
  name: 'web/arguments',
  form: 'text',
  covers: ['apps/web/src/views/arguments.ts#parseArguments'],
  samples: () =>
    [`7\ntrue\n0x${'11'.repeat(20)}`, `255\n\n0x${'Aa'.repeat(20)}`].map((text) => ({ bytes: utf8(text) })),
  decode(bytes) {
    const [n, yes, who] = textOf(bytes).split('\n');
    return parseArguments(PARAMS, { n, yes, who }).ok ? accepted() : REFUSED;
  },
};

const HEX = `0x${'11'.repeat(20)}`;
const FACTS = {
  version: 1,
  rpcUrl: 'http://127.0.0.1:8545',
  book: { chainId: 31337, deployedBlock: 0, tasks: HEX, bank: HEX },
  nodes: ['http://127.0.0.1:1'],
  payer: `0x${'01'.repeat(32)}`,
};

const facts: Decoder = {
  name: 'web/network-facts',
  form: 'json',
  covers: ['apps/web/src/network.ts#loadNetwork'],
  every: 10,
  samples: () => [{ bytes: utf8(JSON.stringify(FACTS)) }],
  async decode(bytes) {
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.resolve(new Response(bytes.slice()));
    try {
      const { nodes } = await loadNetwork();
      if (!nodes.every((one) => typeof one === 'string')) throw new TypeError('a node that is no address');
      return accepted();
    } catch (error) {
      // The page shows its message, whatever it is.
      if (error instanceof Error && error.message.includes('network.json')) return REFUSED;
      throw error;
    } finally {
      globalThis.fetch = fetch;
    }
  },
};

export const decoders: readonly Decoder[] = [route, forms, facts];
