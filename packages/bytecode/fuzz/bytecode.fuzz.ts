// Bytes around a run: values, arguments, state, calls, results, events.
import { concat, readBE, u16be } from '@enigma/crypto';
import { accepted, REFUSED, type Chance, type Decoder, type Sample, type Verdict } from '@enigma/fuzz';
import {
  argsFromBytes,
  argsToBytes,
  callWidths,
  decodeCall,
  encodeCall,
  eventsFromBytes,
  eventsToBytes,
  fieldBytes,
  mapLeaves,
  resultsFromBytes,
  resultsToBytes,
  secret,
  stateFromBytes,
  valueFromBytes,
  valueToBytes,
  type MaskedLeaf,
  type ResultPlace,
  type Value,
} from '../src/index.ts';
import { richModule, valueOf } from './rich.ts';

const FOLDER = 'packages/bytecode/src';
const module = richModule();
const { types } = module;
const ASK = 1;
const SECRETS_MAX = 1024;
const PLACES: readonly ResultPlace[] = ['public', 'caller', 'everyone', 'caller'];
const several = (count: number, make: () => Uint8Array): readonly Sample[] =>
  Array.from({ length: count }, () => ({ bytes: make() }));
const verdict = (read: { readonly ok: boolean }, again: () => Uint8Array): Verdict =>
  read.ok ? accepted(again()) : REFUSED;

const values = module.fields
  .filter((field) => field.label === 'p')
  .map(({ name, type }): Decoder => ({
    name: `bytecode/value-${name}`,
    form: 'bytes',
    covers: [`${FOLDER}/layout.ts#valueFromBytes`],
    samples: (chance) => several(10, () => valueToBytes(types, type, valueOf(types, type, chance))),
    decode(bytes) {
      const read = valueFromBytes(types, type, bytes);
      return verdict(read, () => valueToBytes(types, type, (read as { readonly value: Value<never> }).value));
    },
  }));

const args: Decoder = {
  name: 'bytecode/arguments',
  form: 'bytes',
  covers: [`${FOLDER}/layout.ts#argsFromBytes`],
  samples: (chance) =>
    several(10, () =>
      argsToBytes(
        module,
        0,
        (module.functions[0]?.params ?? []).map(({ type }) => valueOf(types, type, chance)),
      ),
    ),
  decode(bytes) {
    const read = argsFromBytes<never>(module, 0, bytes, () => 0n);
    return read.ok ? accepted(argsToBytes(module, 0, read.value)) : REFUSED;
  },
};

/** Leaves of the public root behind their lengths, as nodes tell them. */
const state: Decoder = {
  name: 'bytecode/state',
  form: 'bytes',
  covers: [`${FOLDER}/layout.ts#stateFromBytes`],
  samples: (chance) =>
    several(10, () =>
      framed(
        fieldBytes(
          module,
          module.fields.map(({ kind, type }) => (kind === 'inbox' ? 0n : valueOf(types, type, chance))),
        ),
      ),
    ),
  decode(bytes) {
    const leaves = unframed(bytes);
    if (leaves?.length !== module.fields.length - 1) return REFUSED;
    const read = stateFromBytes<number>(module, leaves, () => secret(0), SECRETS_MAX);
    return read.ok ? accepted(framed(fieldBytes(module, read.value))) : REFUSED;
  },
};

const call: Decoder = {
  name: 'bytecode/call',
  form: 'bytes',
  covers: [`${FOLDER}/call.ts#decodeCall`],
  samples: (chance) => several(12, () => callOf(chance)),
  decode(bytes) {
    const read = decodeCall(module, ASK, bytes);
    if (!read.ok) return REFUSED;
    const deltas: bigint[] = [];
    const plain = read.value.args.map((one, i) =>
      mapLeaves<MaskedLeaf, never>(types, module.functions[ASK]?.params[i]?.type ?? 0, one, ({ scalar }) => {
        if (typeof scalar === 'bigint') return scalar;
        deltas[scalar.scalar.position] = scalar.scalar.delta;
        return 0n;
      }),
    );
    // A public record with a secret member has no encoding of its own here: what was masked in it is not in `args`.
    return accepted(
      read.value.replyKey === undefined || deltas.length !== callWidths(module, ASK).length
        ? undefined
        : encodeCall(module, ASK, { ...read.value, args: plain, deltas }),
    );
  },
};

function callOf(chance: Chance): Uint8Array {
  const params = module.functions[ASK]?.params ?? [];
  return encodeCall(module, ASK, {
    committeeId: chance.bytes(32),
    period: 0,
    replyKey: chance.bytes(32),
    args: params.map(({ type }) => valueOf(types, type, chance)),
    deltas: callWidths(module, ASK).map((width) => chance.uint(width)),
  });
}

const results: Decoder = {
  name: 'bytecode/results',
  form: 'bytes',
  covers: [`${FOLDER}/layout.ts#resultsFromBytes`],
  samples: (chance) =>
    several(10, () =>
      resultsToBytes<never>(
        module,
        ASK,
        PLACES,
        (module.functions[ASK]?.results ?? []).map(({ type }) => valueOf(types, type, chance)),
      ),
    ),
  decode(bytes) {
    const read = resultsFromBytes(module, ASK, PLACES, bytes, () => 1n);
    return read.ok ? accepted(resultsToBytes(module, ASK, PLACES, read.value)) : REFUSED;
  },
};

const events: Decoder = {
  name: 'bytecode/events',
  form: 'bytes',
  covers: [`${FOLDER}/call.ts#eventsFromBytes`],
  samples: (chance) =>
    several(10, () =>
      eventsToBytes(
        Array.from({ length: 1 + chance.below(4) }, () =>
          chance.once(2) ? { error: 1, facts: [] } : { error: 0, facts: [chance.uint(32), -chance.uint(100)] },
        ),
      ),
    ),
  decode(bytes) {
    const read = eventsFromBytes(module, bytes);
    return read === undefined ? REFUSED : accepted(eventsToBytes(read));
  },
};

function framed(leaves: readonly Uint8Array[]): Uint8Array {
  return concat(...leaves.flatMap((leaf) => [u16be(leaf.length), leaf]));
}

function unframed(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const leaves: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 2 + Number(readBE(bytes.subarray(at, at + 2)));
    if (end > bytes.length) return undefined;
    leaves.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return leaves;
}

export const decoders: readonly Decoder[] = [...values, args, state, call, results, events];
