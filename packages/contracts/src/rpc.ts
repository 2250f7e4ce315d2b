// The one way to the chain's node: viem's client over HTTP, polling at the pace of the chain.
import { createPublicClient, http, type PublicClient } from 'viem';

/** viem's default is 4 s, far too slow for a chain on loopback. */
const LOCAL_POLLING_MS = 50;
const POLLING_MS = 1000;
const REQUEST_TIMEOUT_MS = 20_000;

export function rpcClient(rpcUrl: string): PublicClient {
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(rpcUrl).hostname);
  return createPublicClient({
    // No caching of block numbers: a read must not be older than the call.
    cacheTime: 0,
    pollingInterval: local ? LOCAL_POLLING_MS : POLLING_MS,
    transport: http(rpcUrl, { timeout: REQUEST_TIMEOUT_MS, retryCount: 2 }),
  }) as PublicClient;
}
