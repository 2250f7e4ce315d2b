// The network that this page was served for, and the client's ports on it. What is sent from here a development account pays, whose key everybody knows; who calls is a key of
// this visit.
import { fetchTransport, generateSigningKey, type Hex, type Ports, type SigningKey } from '@enigma/client';
import { openChainPort, type AddressBook } from '@enigma/contracts';

/** What `enigma up` tells the page: `/network.json`. */
export interface NetworkFacts {
  readonly version: 1;
  readonly rpcUrl: string;
  readonly book: AddressBook;
  /** API addresses that the page's content policy lets it ask. */
  readonly nodes: readonly string[];
  /** Key of a development account: pays for calls, guards nothing. */
  readonly payer: Hex;
}

export interface Connection {
  readonly facts: NetworkFacts;
  readonly ports: Ports;
  /** Who calls: made at each visit, and gone with the page. */
  readonly caller: SigningKey;
}

const random = (byteLength: number): Uint8Array => crypto.getRandomValues(new Uint8Array(byteLength));

export async function loadNetwork(): Promise<NetworkFacts> {
  const response = await fetch('network.json');
  const facts = (await response.json().catch(() => null)) as Partial<NetworkFacts> | null;
  if (!isFacts(facts)) throw new Error('network.json is not what "enigma up" serves');
  return facts;
}

function isFacts(facts: Partial<NetworkFacts> | null): facts is NetworkFacts {
  const { version, rpcUrl, book, payer, nodes } = facts ?? {};
  return (
    version === 1 &&
    typeof rpcUrl === 'string' &&
    typeof book?.tasks === 'string' &&
    typeof payer === 'string' &&
    Array.isArray(nodes) &&
    nodes.every((one) => typeof one === 'string')
  );
}

export function connectTo(facts: NetworkFacts): Connection {
  const { rpcUrl, book, payer } = facts;
  const ports: Ports = {
    chain: openChainPort({ rpcUrl, book, privateKey: payer }),
    transport: fetchTransport((url, request) => fetch(url, request)),
    random,
    nowMs: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    pollMs: 1000,
  };
  return { facts, ports, caller: generateSigningKey(random) };
}

/** Whether the content policy lets this page ask that node. */
export function mayAsk({ nodes }: NetworkFacts, apiUrl: string): boolean {
  return nodes.includes(apiUrl.replace(/\/+$/, ''));
}
