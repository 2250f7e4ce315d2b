// Which errors end a node, and which end the work for one contract. What comes out of a port (the disk, a test that kills) or says that this folder must not serve ends the node: going on would rest on
// what may not be there. Any other error that code of ours throws in what one contract asks for says that we met something nobody thought of there: that contract stands still until the node starts again,
// and the others go on.
import type { Hex } from '@enigma/crypto';
import { RefusesToServe } from './boots.ts';
import type { NodeChecks } from './defences.ts';
import type { Failpoint } from './failpoints.ts';
import { StoreError, type Store } from './store.ts';
import type { Tenure } from './tenure.ts';
import { FinalityBroken } from './watch.ts';

export interface Fence {
  /** The ports, through which their errors are known again. */
  readonly store: Store;
  readonly failpoint: Failpoint;
  /** Whether it is unsafe to go on after this error. */
  endsNode(error: unknown): boolean;
}

export function createFence(store: Store, failpoint: Failpoint): Fence {
  const outside = new WeakSet();
  const marked =
    <A extends readonly unknown[], R>(port: (...given: A) => R) =>
    (...given: A): R => {
      try {
        return port(...given);
      } catch (error) {
        if (typeof error === 'object' && error !== null) outside.add(error);
        throw error;
      }
    };
  return {
    store: {
      signed: marked((slot) => store.signed(slot)),
      putSigned: marked((slot, digest, signature) => store.putSigned(slot, digest, signature)),
      mark: marked((name) => store.mark(name)),
      raiseMark: marked((name, value) => store.raiseMark(name, value)),
      get: marked((name) => store.get(name)),
      put: marked((name, bytes) => store.put(name, bytes)),
      delete: marked((name) => store.delete(name)),
      names: marked((prefix) => store.names(prefix)),
    },
    failpoint: marked(failpoint),
    endsNode: (error) =>
      error instanceof StoreError ||
      error instanceof RefusesToServe ||
      error instanceof FinalityBroken ||
      (typeof error === 'object' && error !== null && outside.has(error)),
  };
}

/** A contract that stands still. */
export interface Failure {
  readonly contractId: Hex;
  readonly committeeId: Hex;
  readonly error: unknown;
}

/** A tenure that an error of ours stops, instead of what runs it. */
export function contained(
  tenure: Tenure,
  { endsNode }: Pick<Fence, 'endsNode'>,
  checks: NodeChecks,
  failed: (error: unknown) => void,
): Tenure {
  let stopped = false;
  const guard = (run: () => void): void => {
    if (stopped) return;
    try {
      run();
    } catch (error) {
      if (!checks.contained || endsNode(error)) throw error;
      stopped = true;
      failed(error);
    }
  };
  return {
    ...tenure,
    state: () => (stopped ? 'Failed' : tenure.state()),
    step: (...given) => guard(() => tenure.step(...given)),
    receive: (...given) => guard(() => tenure.receive(...given)),
    // Nothing of it comes to an end any more.
    inHand: () => (stopped ? 0 : tenure.inHand()),
  };
}

/** What a log line may say of an error: its kind, our own words, and where it was thrown. Words of the engine may quote what it was given, so they stay out. */
export function causeOf(error: unknown): Readonly<Record<'error' | 'cause' | 'at', string>> {
  if (!(error instanceof Error)) return { error: typeof error, cause: '', at: '' };
  const own = error.constructor === Error;
  const at = /\n\s+at (?:.*[\\/])?((?:packages|node_modules)[\\/].*?:\d+):\d+\)?/.exec(error.stack ?? '')?.[1] ?? '';
  return { error: error.name, cause: own ? (error.message.split('\n', 1)[0] ?? '') : '', at };
}
