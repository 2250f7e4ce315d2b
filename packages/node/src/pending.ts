// The inbox as this seat reads it: entries sifted in the chain's order, a bounded number in each step, and forgotten once a state has consumed them.
import { fromHex } from '@enigma/crypto';
import { siftEntries, type AcceptedEntry, type EntryRules } from '@enigma/protocol';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';
import type { Failpoint } from './failpoints.ts';
import { entriesPerStepMax } from './limits.ts';
import type { Program } from './program.ts';
import type { ContractView } from './view.ts';

export interface Pending {
  /** Accepted entries that no state has consumed, in order. */
  readonly entries: readonly AcceptedEntry[];
  /** Sifts some more. */
  step(): void;
  /** Whether every entry up to this block has been sifted: what a task takes is then known. */
  knownTo(blockNumber: bigint): boolean;
  /** Forgets what stands before the cursor. */
  consumed(next: bigint): void;
}

export function createPending(
  contract: ContractView,
  program: Program,
  failpoint: Failpoint,
  checks: NodeChecks = ALL_CHECKS,
): Pending {
  const rules: EntryRules = {
    sender: checks['entry.sender'],
    admission: checks['entry.admission'],
    period: checks['entry.period'],
    nonce: checks['entry.nonce'],
  };
  const entries: AcceptedEntry[] = [];
  let marks: ReadonlyMap<`0x${string}`, bigint> = new Map();
  let sifted = 0;
  let cursor = 0n;
  return {
    entries,
    step() {
      if (program.inbox === undefined || sifted === contract.inbox.length) return;
      const fresh = contract.inbox
        .slice(sifted, sifted + entriesPerStepMax)
        .map((item) => ({ index: item.index, height: item.height, body: fromHex(item.body) ?? new Uint8Array() }));
      failpoint('input.fold.c');
      const result = siftEntries(program.inbox, fresh, marks, rules);
      entries.push(...result.accepted.filter((entry) => entry.index >= cursor));
      marks = result.marks;
      sifted += fresh.length;
      failpoint('input.fold.d');
    },
    knownTo(blockNumber) {
      const next = program.inbox === undefined ? undefined : contract.inbox[sifted];
      return next === undefined || next.height > blockNumber;
    },
    consumed(next) {
      cursor = next;
      const kept = entries.findIndex((entry) => entry.index >= next);
      entries.splice(0, kept < 0 ? entries.length : kept);
    },
  };
}
