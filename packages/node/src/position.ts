// Where a seat stands in its contract's order: the state it holds, and which receipt comes next. One blob, so that state and place never part.
import { fromHex, toHex, type Hex } from '@enigma/crypto';
import { stateRootOf, ZERO_HASH } from '@enigma/protocol';
import type { Backup } from './backup.ts';
import type { Failpoint } from './failpoints.ts';
import { decodeState, encodeState, publicRootOfState, type ContractState } from './state.ts';
import type { Store } from './store.ts';

export interface Position {
  readonly state: ContractState;
  readonly nextSeq: bigint;
  readonly secretRoot: Hex;
  /** The keys that its shares go with. */
  readonly keysId: Hex;
  readonly backup?: Backup | undefined;
}

export interface Positions {
  /** Undefined before GENESIS. */
  current(): Position | undefined;
  promote(next: Position): void;
}

export function openPositions(store: Store, name: string, failpoint: Failpoint): Positions {
  let position = read(store.get(name));
  return {
    current: () => position,
    promote(next) {
      failpoint('state.promote.a');
      const text = JSON.stringify({
        state: toHex(encodeState(next.state)),
        nextSeq: String(next.nextSeq),
        secretRoot: next.secretRoot,
        keysId: next.keysId,
        backup: next.backup,
      });
      store.put(name, new TextEncoder().encode(text));
      failpoint('state.promote.c');
      position = next;
    },
  };
}

/** What the chain calls the contract's state root here; zero before GENESIS. */
export function rootAt(position: Position | undefined): Hex {
  return position === undefined
    ? ZERO_HASH
    : stateRootOf({
        publicRoot: publicRootOfState(position.state),
        secretRoot: position.secretRoot,
        ledgerRoot: ZERO_HASH,
      });
}

function read(bytes: Uint8Array | undefined): Position | undefined {
  if (bytes === undefined) return undefined;
  const parsed = JSON.parse(new TextDecoder().decode(bytes)) as Record<'state' | 'secretRoot' | 'keysId', Hex> & {
    readonly nextSeq: string;
    readonly backup?: Backup;
  };
  return {
    state: decodeState(fromHex(parsed.state) ?? new Uint8Array()),
    nextSeq: BigInt(parsed.nextSeq),
    secretRoot: parsed.secretRoot,
    keysId: parsed.keysId,
    backup: parsed.backup,
  };
}
