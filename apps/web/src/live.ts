// The network as it is now: looked at again and again while the page is seen. A failed look keeps the last good one, and a lie keeps nothing.
import { isClientError, type Explorer, type NetworkView } from '@enigma/client';

export type Live =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly view: NetworkView }
  | { readonly kind: 'unreachable'; readonly view: NetworkView | undefined }
  | { readonly kind: 'lying'; readonly error: unknown };

export interface LiveNetwork {
  get(): Live;
  /** Looks while somebody listens; answers with how to stop listening. */
  subscribe(listener: () => void): () => void;
}

export interface LiveTerms {
  /** A fresh explorer: the one that was lied to is thrown away. */
  readonly explorer: () => Explorer;
  readonly sleep: (ms: number) => Promise<void>;
  /** Resolves at once while the page is seen, else when it is seen again. */
  readonly seen: () => Promise<void>;
}

export const LOOK_PAUSE_MS = 1000;
/** After a failure: nobody gains by asking a broken endpoint every second. */
export const FAILED_PAUSE_MS = 3000;

export function liveNetwork({ explorer, sleep, seen }: LiveTerms): LiveNetwork {
  const listeners = new Set<() => void>();
  let now: Live = { kind: 'loading' };
  let explorerNow = explorer();
  let looking = false;

  const become = (next: Live): void => {
    now = next;
    for (const listener of listeners) listener();
  };

  async function look(): Promise<number> {
    try {
      become({ kind: 'ready', view: await explorerNow.look() });
      return LOOK_PAUSE_MS;
    } catch (error) {
      if (isClientError(error, 'CHAIN_UNREACHABLE')) {
        become({ kind: 'unreachable', view: 'view' in now ? now.view : undefined });
      } else {
        explorerNow = explorer();
        become({ kind: 'lying', error });
      }
      return FAILED_PAUSE_MS;
    }
  }

  async function loop(): Promise<void> {
    looking = true;
    while (listeners.size > 0) {
      await seen();
      await sleep(await look());
    }
    looking = false;
  }

  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener);
      if (!looking) void loop();
      return () => void listeners.delete(listener);
    },
  };
}
