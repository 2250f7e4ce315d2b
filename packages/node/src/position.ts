// Where a seat stands in its contract's order: the state it holds, and which receipt comes next. One blob, so that state and place never part. Beside it the earlier states that reads on
// chain have still to be answered from.
import { fromHex, toHex, type Hex } from '@enigma/crypto';
import { stateRootOf, ZERO_HASH } from '@enigma/protocol';
import type { Backup } from './backup.ts';
import type { Failpoint } from './failpoints.ts';
import { versionsKept } from './limits.ts';
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
  /** The state of a version, of the present keys: the current one, or one that was kept for reads. */
  at(version: bigint): Position | undefined;
  /** Lets go of earlier states that no read asks for any more. */
  tidy(): void;
}

/** `wanted`: the versions that reads on chain have still to be answered from. */
export function openPositions(
  store: Store,
  committeeId: Hex,
  failpoint: Failpoint,
  wanted: () => ReadonlySet<bigint>,
): Positions {
  const name = `committee/${committeeId}/position`;
  let position = read(store.get(name));
  // Under the keys that their shares go with: a repair erases them with those.
  const prefixOf = (keysId: Hex): string => `committee/${keysId}/version/`;
  const earlier = new Map<bigint, Position>();
  const prefix = position && prefixOf(position.keysId);
  const found = (prefix === undefined ? [] : store.names(prefix)).flatMap((kept) => read(store.get(kept)) ?? []);
  // Oldest first, as they were kept: names sort 10 before 9.
  for (const one of found.sort((a, b) => (a.state.version < b.state.version ? -1 : 1)))
    earlier.set(one.state.version, one);

  function drop(version: bigint, { keysId }: Position): void {
    store.delete(prefixOf(keysId) + version);
    earlier.delete(version);
  }

  /** Before the next one takes its place. */
  function keep(before: Position): void {
    const { version } = before.state;
    if (!wanted().has(version)) return;
    store.put(prefixOf(before.keysId) + version, write({ ...before, backup: undefined }));
    earlier.set(version, before);
    const [oldest] = earlier;
    if (earlier.size > versionsKept && oldest !== undefined) drop(...oldest);
  }

  return {
    current: () => position,
    promote(next) {
      if (position?.keysId === next.keysId) keep(position);
      else for (const [version, one] of earlier) drop(version, one);
      failpoint('state.promote.a');
      store.put(name, write(next));
      failpoint('state.promote.c');
      position = next;
    },
    at: (version) => (position?.state.version === version ? position : earlier.get(version)),
    tidy() {
      if (earlier.size === 0) return;
      const asked = wanted();
      for (const [version, one] of earlier) if (!asked.has(version)) drop(version, one);
    },
  };
}

function write(position: Position): Uint8Array {
  const text = JSON.stringify({
    state: toHex(encodeState(position.state)),
    nextSeq: String(position.nextSeq),
    secretRoot: position.secretRoot,
    keysId: position.keysId,
    backup: position.backup,
  });
  return new TextEncoder().encode(text);
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
