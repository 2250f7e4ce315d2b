// The network that this page was served for, and the client's ports on it. The page reads: its account is made at each visit and holds nothing.
import { fetchTransport, type Ports } from '@enigma/client';
import { openChainPort, type AddressBook } from '@enigma/contracts';

/** What `enigma up` tells the page: `/network.json`. */
export interface NetworkFacts {
  readonly version: 1;
  readonly rpcUrl: string;
  readonly book: AddressBook;
  /** API addresses that the page's content policy lets it ask. */
  readonly nodes: readonly string[];
}

export interface Connection {
  readonly facts: NetworkFacts;
  readonly ports: Ports;
}

const random = (byteLength: number): Uint8Array => crypto.getRandomValues(new Uint8Array(byteLength));

/** A key of this visit: a port needs one, and this one has nothing to send with. */
function visitorKey(): `0x${string}` {
  return `0x${Array.from(random(32), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export async function loadNetwork(): Promise<NetworkFacts> {
  const response = await fetch('network.json');
  const facts = (await response.json()) as Partial<NetworkFacts>;
  if (facts.version !== 1 || typeof facts.rpcUrl !== 'string' || typeof facts.book?.tasks !== 'string')
    throw new Error('network.json is not what "enigma up" serves');
  return facts as NetworkFacts;
}

export function connectTo(facts: NetworkFacts): Connection {
  const { rpcUrl, book } = facts;
  const ports: Ports = {
    chain: openChainPort({ rpcUrl, book, privateKey: visitorKey() }),
    transport: fetchTransport((url, request) => fetch(url, request)),
    random,
    nowMs: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    pollMs: 1000,
  };
  return { facts, ports };
}

/** Whether the content policy lets this page ask that node. */
export function mayAsk({ nodes }: NetworkFacts, apiUrl: string): boolean {
  return nodes.includes(apiUrl.replace(/\/+$/, ''));
}
