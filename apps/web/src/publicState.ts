// What a contract says in public: fields and views without arguments, from state that any one node told and the root on chain confirmed, run in this browser.
import { connect, type Hex } from '@enigma/client';
import { useEffect, useState } from 'react';
import type { Connection } from './network.ts';

export interface PublicSayings {
  readonly version: bigint;
  readonly fields: readonly (readonly [name: string, value: unknown])[];
  readonly views: readonly (readonly [name: string, value: unknown])[];
}

const STATE_TIMEOUT_MS = 30_000;

/** Undefined until it is there; `settled` changes when there may be a new version. */
export function usePublicState(contractId: Hex, settled: number, connection: Connection): PublicSayings | undefined {
  const [said, setSaid] = useState<{ readonly of: Hex; readonly sayings: PublicSayings }>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    read(contractId, connection, signal)
      .then((sayings) => !signal.aborted && setSaid({ of: contractId, sayings }))
      // Nodes may be a block behind the chain; the next version asks again.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [contractId, settled, connection]);
  return said?.of === contractId ? said.sayings : undefined;
}

async function read(contractId: Hex, { ports, facts }: Connection, signal: AbortSignal): Promise<PublicSayings> {
  const options = { signal, timeoutMs: STATE_TIMEOUT_MS };
  const handle = await connect(ports).contract(contractId, { ...options, fromBlock: BigInt(facts.book.deployedBlock) });
  const state = await handle.state(options);
  const views: (readonly [string, unknown])[] = [];
  for (const { kind, name, params } of handle.deployed.verified.module.functions) {
    if (kind !== 'view' || params.length > 0) continue;
    // One that stops says so in place of a value.
    const value = await handle.view(name, options).then(
      (viewed) => viewed.value,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    views.push([name, value]);
  }
  return { version: state.version, fields: Object.entries(state.fields), views };
}
