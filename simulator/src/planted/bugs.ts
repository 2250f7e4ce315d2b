// Bugs as somebody might write them, each small and none that a type or a fixed test of the simulator would notice. `npm run planted` loads one at a time into the code of a run, and seeds must notice it:
// what they do not notice is what the simulator does not look at.
import type { FaultKind } from '../faults/index.ts';

export interface PlantedBug {
  readonly what: string;
  /** From the root. */
  readonly file: string;
  /** Words that stand there once. */
  readonly said: string;
  readonly instead: string;
  /** Kinds of faults that each seed has for certain. */
  readonly faults: readonly FaultKind[];
  /** Where it needs calls, or an election. */
  readonly calls?: boolean;
  /** The property that says so; any of these. */
  readonly breaks: readonly string[];
}

export const BUGS: Readonly<Record<string, PlantedBug>> = {
  'older-ballot': {
    what: 'an older ballot of a voter may count',
    file: 'packages/node/src/pending.ts',
    said: "nonce: checks['entry.nonce'],",
    instead: 'nonce: false,',
    faults: ['network'],
    calls: false,
    breaks: ['right result'],
  },
  'marks-in-memory': {
    what: 'marks of used material are raised in memory and not on disk',
    file: 'packages/node/src/sessionPorts.ts',
    said: 'const { committee, store, signer, failpoint } = host;',
    instead: `const { committee, signer, failpoint } = host;
  const raised = new Map<string, number>();
  const store: Store = {
    ...host.store,
    mark: (name) => Math.max(raised.get(name) ?? 0, host.store.mark(name)),
    raiseMark: (name, value) => void raised.set(name, Math.max(value, raised.get(name) ?? 0)),
  };`,
    faults: ['disk', 'process'],
    breaks: ['durable before sent', 'material used once'],
  },
  'copied-folder': {
    what: 'a copy of a folder is not refused',
    file: 'packages/node/src/boots.ts',
    said: "mine.has(record.boot) ? checks['boots.twin'] :",
    instead: 'mine.has(record.boot) ? false :',
    faults: ['process'],
    breaks: ['seats follow', 'sign once', 'a start ends its attempts', 'durable before sent'],
  },
  'new-keys-erased': {
    what: 'a repaired seat erases the new keys too',
    file: 'packages/node/src/tenure.ts',
    said: '.filter((id) => id !== keysId);',
    instead: ';',
    faults: ['disk'],
    breaks: ['seats follow'],
  },
  'keys-again': {
    what: 'a seat that lost its disk signs contributions to keys again',
    file: 'packages/node/src/node.ts',
    said: 'forgets: boots.forgets(committee.blockNumber, watcher.state.finalizedNumber),',
    instead: 'forgets: false,',
    faults: ['disk'],
    breaks: ['sign once', 'honest never blamed', 'settles', 'seats follow'],
  },
  'clock-put-back': {
    what: 'a clock that is put back is believed',
    file: 'packages/node/src/steady.ts',
    said: 'return steadyMs;',
    instead: 'return clockMs;',
    faults: ['process', 'network'],
    breaks: ['nobody falls silent', 'settles', 'seats follow'],
  },
  'pieces-early': {
    what: 'pieces of an output leave before qHi seats say that the receipt is final',
    file: 'packages/node/src/receipts.ts',
    said: 'journey.final.signatures.size >= context.committee.qHi;',
    instead: 'journey.final.signatures.size >= 1;',
    faults: ['network', 'chain'],
    breaks: ['nothing unmasked before finality'],
  },
  'checkpoint-unkept': {
    what: 'a checkpoint is signed without its row',
    file: 'packages/node/src/sessionPorts.ts',
    said: 'sign(kind, slotKey, digest) {',
    instead: `sign(kind, slotKey, digest) {
      if (kind === 'checkpoint') return signer.sign(digest);`,
    faults: ['disk', 'process'],
    breaks: ['durable before sent', 'sign once'],
  },
  'round-not-asked': {
    what: 'what a round lacks is not asked for again',
    file: 'packages/mpc/src/session/run.ts',
    said: 'for (const other of run.others) if (!have?.has(other)) send(run.seat, other, wantBytes(run));',
    instead: 'void have;',
    faults: ['network'],
    breaks: ['settles'],
  },
  'abort-unkept': {
    what: 'the end of an attempt is not written',
    file: 'packages/mpc/src/session/aborts.ts',
    said: `  destroyAttempt(session);
  saveSession(session);`,
    instead: '  destroyAttempt(session);',
    faults: ['disk', 'process', 'network'],
    breaks: ['durable before sent', 'a start ends its attempts'],
  },
  // Of those that follow, what the simulator looked at was not asked before they were planted.
  'read-of-now': {
    what: 'a read is answered from the present state, and not from that of its own block',
    file: 'packages/node/src/order.ts',
    said: 'const position = positions.at(versionRead(contract, read).version);',
    instead: 'const position = positions.current();',
    faults: [],
    calls: true,
    breaks: ['right result', 'right answer', 'settles'],
  },
  'read-slot': {
    what: 'receipts of reads with other neighbours share a slot',
    file: 'packages/node/src/receipts.ts',
    said: 'kind === RECEIPT_KIND.READS ? `${firstSeq}+${receipt.count}` : firstSeq;',
    instead: 'firstSeq;',
    faults: [],
    calls: true,
    breaks: ['settles'],
  },
  'batch-as-one': {
    what: 'after a receipt of several tasks a seat goes on behind the first of them',
    file: 'packages/node/src/journeys.ts',
    said: 'nextSeq: seq === genesisSeq ? 0n : seq + BigInt(candidate.receipt.count),',
    instead: 'nextSeq: seq === genesisSeq ? 0n : seq + 1n,',
    faults: [],
    calls: true,
    breaks: ['settles', 'seats follow'],
  },
  'batch-as-seen': {
    what: 'which tasks share a receipt is decided by what the seat knows, and not by what it must know',
    file: 'packages/node/src/batch.ts',
    said: 'const { blockNumber } = site.contract.moved;',
    instead: 'const { comparedAt: blockNumber } = site.contract;',
    faults: [],
    calls: true,
    breaks: ['settles', 'seats follow'],
  },
  'masks-anew': {
    what: 'a repair makes new mask keys in the place of those that were handed out',
    file: 'packages/node/src/repair.ts',
    said: '    machine.keepMaskKeys(keys);\n',
    instead: '',
    faults: ['disk'],
    breaks: ['right result', 'right answer', 'agreed state', 'settles'],
  },
  'heads-not-awaited': {
    what: 'a task is computed before the chain’s own heads have confirmed its event',
    file: 'packages/node/src/order.ts',
    said: 'if (checks.compared && contract.comparedAt < from) return false;',
    instead: 'void from;',
    faults: ['endpoint'],
    breaks: ['signs on final blocks alone', 'the heads come first'],
  },
};
