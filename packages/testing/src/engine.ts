// What runs a contract's functions: the evaluator on plain values, or four parties on shares of them. A test sees no difference but time.
import {
  evaluate,
  initialState,
  placeToBytes,
  secret,
  ValueReader,
  type Emitted,
  type Evaluation,
  type InboxEntry,
  type Opened,
  type Tape,
  type TaskContext,
  type Value,
  type Verified,
} from '@enigma/bytecode';

/** Seats and threshold of the committee that a test's contract believes to have, and that `mpc` does have. */
export const SHAPE = { n: 4, T: 1 } as const;

/** An entry with its secret leaves in clear, as the test gave it. */
export type PlainEntry = Omit<InboxEntry<never>, 'values'> & { readonly values: readonly bigint[] };

export type Ran =
  | {
      readonly status: 'ok';
      readonly results: readonly Value<bigint>[];
      readonly events: readonly Emitted[];
      /** What was revealed on the way, and what was sent to the caller: both in order. */
      readonly opened: readonly Opened[];
      readonly sent: readonly Opened[];
    }
  | Exclude<Evaluation['outcome'], { status: 'ok' }>;

export interface LocalEngine {
  /** Runs a function by its index; a view leaves the state as it was. */
  run(fn: number, args: readonly Value<never>[], context: TaskContext): Ran;
  append(entry: PlainEntry): void;
  /** Fields as anybody can read them: a secret scalar is a `secret` without its value. */
  publicState(): readonly Value<bigint>[];
}

/** What everybody sees of a state, whatever stands for its secrets. */
export function publicOf({ module }: Verified, state: readonly Value<unknown>[]): readonly Value<bigint>[] {
  return module.fields.map((field, i) => {
    if (field.kind === 'inbox') return 0n;
    const bytes = placeToBytes(module.types, field, state[i] as Value<unknown>);
    return new ValueReader<bigint>(module.types, bytes, () => secret(0n)).value(field.type, field.label === 's');
  });
}

/** Whether the function is one that changes nothing. */
export function leavesState({ module }: Verified, fn: number): boolean {
  const kind = module.functions[fn]?.kind;
  return kind === 'view' || kind === 'read';
}

export function startEvaluator(verified: Verified, tape: Tape): LocalEngine {
  let state: readonly Value<bigint>[] = initialState(verified);
  let inbox: readonly InboxEntry<bigint>[] = [];
  return {
    run(fn, args, context) {
      // Released values are shown one by one; that they open only after settlement changes nothing of their meaning.
      const { outcome, opened, sent } = evaluate(verified, fn, {
        args,
        state,
        inbox,
        context,
        openMode: 'beforeSettle',
        tape,
      });
      if (outcome.status !== 'ok') return outcome;
      if (!leavesState(verified, fn)) {
        state = outcome.state;
        inbox = inbox.slice(outcome.taken);
      }
      const { status, results, events } = outcome;
      return { status, results, events, opened, sent };
    },
    append: (entry) => void (inbox = [...inbox, { ...entry, values: entry.values.map((value) => secret(value)) }]),
    publicState: () => publicOf(verified, state),
  };
}
