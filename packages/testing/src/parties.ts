// Four parties of the real engine in this process. A dealer makes their keys and material, nobody signs, and they share a memory; the rounds and the checks of what is opened are
// the real ones. What the test calls with is masked as a client does it, state lives on as shares, and what is for the caller leaves masked.
import {
  evaluate,
  fieldBytes,
  fromWord,
  initialState,
  leafTypesOf,
  mapLeaves,
  secret,
  stateFromBytes,
  stateSecrets,
  toWord,
  widthOf,
  type Declared,
  type InboxEntry,
  type Opened,
  type Tape,
  type TaskContext,
  type TypeRef,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { field, hashOf, toBigints, utf8 } from '@enigma/crypto';
import {
  dealtCommittee,
  maskedFor,
  releaseTasks,
  runTask,
  unmask,
  type DealtCommittee,
  type ReleasedTask,
  type SecretInput,
  type SecretShare,
  type TaskInputs,
} from '@enigma/mpc';
import { leavesState, publicOf, SHAPE, type LocalEngine, type PlainEntry, type Ran } from './engine.ts';

export function startParties(
  verified: Verified,
  tape: Tape,
  committee: DealtCommittee = dealtCommittee({ ...SHAPE, seed: 'enigma.testing', tape }),
): LocalEngine {
  const inputs = maskerOf(verified, committee);
  let state: State = split(verified, [initialState(verified)]);
  let inbox: readonly InboxEntry<SecretInput>[] = [];

  function inTheOpen(fn: number, args: readonly Value<never>[], context: TaskContext): Ran {
    const { outcome, opened, sent } = evaluate(verified, fn, { args, context });
    if (outcome.status !== 'ok') return outcome;
    state = split(verified, [outcome.state as readonly Value<never>[]]);
    return { status: 'ok', results: outcome.results, events: outcome.events, opened, sent };
  }

  return {
    run(fn, plain, context) {
      const kind = verified.module.functions[fn]?.kind;
      // Nodes compute the constructor in the open as well: its arguments are public.
      if (kind === 'ctor') return inTheOpen(fn, plain, context);
      const args = inputs.ofCall(fn, plain);
      const ran = committee.run(function* run(engine) {
        const own = valuesOf(verified, state, engine.context.seat);
        const task: TaskInputs = { module: verified, fn, args, state: own, inbox, context, openMode: 'beforeSettle' };
        return yield* releaseTasks([yield* runTask(engine, task, 0)]);
      });
      if (!ran.ok) throw new Error(`honest parties stopped in round ${ran.round}: ${ran.code}`);
      const seats = [...ran.results.values()].map(({ value }) => value[0] as ReleasedTask);
      const [first] = seats as [ReleasedTask];
      if (first.ended.status !== 'ok') return first.ended;
      if (!leavesState(verified, fn)) {
        state = split(
          verified,
          seats.map(({ ended }) => (ended.status === 'ok' ? ended.state : [])),
        );
        inbox = inbox.slice(first.ended.taken);
      }
      const { events } = first.ended;
      return { status: 'ok', events, opened: first.early, ...callersPart(verified, fn, committee, seats) };
    },
    append: (entry) => void (inbox = [...inbox, inputs.ofEntry(entry)]),
    publicState: () => publicOf(verified, valuesOf(verified, state, 0)),
  };
}

/** Public fields as bytes, secret ones as one list of shares a seat; one list for all seats while everything is a public constant. */
interface State {
  readonly fields: readonly Uint8Array[];
  readonly shares: readonly (readonly bigint[])[];
}

function split({ module }: Verified, bySeat: readonly (readonly Value<SecretShare>[])[]): State {
  const [first = []] = bySeat;
  const shares = bySeat.map((values) =>
    stateSecrets(module, values).map(({ scalar }) =>
      typeof scalar === 'bigint' ? field.reduce(scalar) : scalar.scalar.share,
    ),
  );
  return { fields: fieldBytes(module, first), shares };
}

function valuesOf({ module }: Verified, { fields, shares }: State, seat: number): readonly Value<SecretShare>[] {
  const own = shares[seat] ?? shares[0] ?? [];
  let next = 0;
  const values = stateFromBytes<SecretShare>(module, fields, () => secret({ share: own[next++] as bigint }));
  if (!values.ok) throw new Error(`own state does not decode: ${values.code}`);
  return values.value;
}

interface Masker {
  ofCall(fn: number, args: readonly Value<never>[]): readonly Value<SecretInput>[];
  ofEntry(entry: PlainEntry): InboxEntry<SecretInput>;
}

/** Does what a client does: each secret leaf under a mask of its own, by call or entry and place in it. */
function maskerOf({ module }: Verified, committee: DealtCommittee): Masker {
  const { types } = module;
  let count = 0;
  const begin = (): ((type: TypeRef, value: bigint) => SecretInput) => {
    const maskId = hashOf('enigma.testing.mask', utf8(String(count++)));
    let position = 0;
    return (type, value) =>
      maskedFor(committee, toWord(types, type, value), { maskId, position: position++, width: widthOf(types, type) });
  };
  return {
    ofCall(fn, args) {
      const mask = begin();
      return (module.functions[fn]?.params ?? []).map(({ type, label }: Declared, i) => {
        const arg = args[i] as Value<never>;
        if (label === 'p') return arg;
        return mapLeaves<never, SecretInput>(types, type, arg, (leaf) =>
          secret(mask(leaf.type, leaf.scalar as bigint)),
        );
      });
    },
    ofEntry(entry) {
      const mask = begin();
      const place = module.fields.find(({ kind }) => kind === 'inbox');
      const leaves = place === undefined ? [] : leafTypesOf(types, place.type);
      return { ...entry, values: entry.values.map((value, i) => secret(mask(leaves[i] as TypeRef, value))) };
    },
  };
}

/** Results and sends as the caller opens them: his block unmasked by one piece of each set, sends first. */
function callersPart(
  { module }: Verified,
  fn: number,
  { kernel }: DealtCommittee,
  seats: readonly ReleasedTask[],
): { readonly results: readonly Value<bigint>[]; readonly sent: readonly Opened[] } {
  const [first] = seats as [ReleasedTask];
  const at = first.blocks.findIndex(({ to }) => to === 'caller');
  const block = first.blocks[at];
  const masks = new Map(
    seats.flatMap(({ blocks }) => (blocks[at]?.pieces ?? []).map(({ set, mask }) => [set, mask] as const)),
  );
  const words = block === undefined ? [] : toBigints(unmask(kernel, block.values, [...masks.values()]));
  let next = 0;
  const take = (): bigint => {
    const type = block?.types[next];
    const word = words[next++];
    if (type === undefined || word === undefined) throw new Error('a block holds what was sent and returned');
    return fromWord(module.types, type, word);
  };
  const sent = first.sent.map(({ release, count }) => ({ release, values: Array.from({ length: count }, take) }));
  const declared = module.functions[fn]?.results ?? [];
  const returned = first.ended.status === 'ok' ? first.ended.results : [];
  const results = returned.map((value, i): Value<bigint> => {
    const { type, release } = declared[i] as (typeof declared)[number];
    return mapLeaves(module.types, type, value, ({ scalar }) =>
      release === undefined && typeof scalar === 'bigint' ? scalar : take(),
    );
  });
  return { results, sent };
}
