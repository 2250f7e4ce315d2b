/**
 * The body of a call: committeeId 32 ‖ period u32 big endian ‖ [replyKey 32, where the function answers its caller] ‖ arguments in declared order, a public one as
 * its canonical bytes, a secret one as the δ of each of its leaves, ⌈w/8⌉ bytes little endian. A body that does not read so ends its task BAD_INPUT, with the index of the argument or, for the body as a whole,
 * `WHOLE_BODY`: a matter of public bytes, so that every seat says the same.
 */
import { concat, readBE, readLE, uintBE, uintLE } from '@enigma/crypto';
import { placeToBytes, toWord, ValueReader } from './layout.ts';
import { CALL_BODY_BYTES_MAX, EMIT_FACT_BYTES } from './limits.ts';
import type { Emitted } from './run.ts';
import type { Module, Region } from './module.ts';
import { Refused } from './refusal.ts';
import { holdsSecret, widthOf } from './types.ts';
import { leafTypesOf, leavesOf, secret, type Value } from './value.ts';

/** Code of BAD_INPUT for a body that is wrong as a whole: its length, its committee or its period. */
export const WHOLE_BODY = 0xffff;

const HEADER_BYTES = 36;
const REPLY_KEY_BYTES = 32;

/** A secret leaf of an argument as its sender masked it: δ = (x − r) mod 2^w, `position` its number among the call's secret leaves. */
export interface MaskedLeaf {
  readonly position: number;
  readonly delta: bigint;
}

export interface CallBody {
  readonly committeeId: Uint8Array;
  readonly period: number;
  /** X25519: to it the seats seal what opens the caller's results. */
  readonly replyKey: Uint8Array | undefined;
  readonly args: readonly Value<MaskedLeaf>[];
}

export type CallOutcome =
  | { readonly ok: true; readonly value: CallBody }
  | { readonly ok: false; readonly argument: number };

/** Whether the function gives its caller something that nobody else may read: as a result, or by a `send` on the way. */
export function answersCaller(module: Module, fn: number): boolean {
  const { results, body } = module.functions[fn] ?? { results: [], body: undefined };
  const gives = results.some(({ type, label }) => label === 's' || holdsSecret(module.types, type));
  return gives || (body !== undefined && sends(module, body));
}

/** Calls cannot form a circle, so this ends. */
function sends(module: Module, region: Region): boolean {
  return region.instructions.some(({ op, immediates, regions = [] }) => {
    if (op === 'send') return true;
    const called = op === 'call' ? module.functions[immediates[0] as number]?.body : undefined;
    return (called !== undefined && sends(module, called)) || regions.some((inner) => sends(module, inner));
  });
}

/** Widths of the masks a call takes, one a secret leaf, in the order of positions: a function of the module alone, because secret arguments have a fixed size. */
export function callWidths(module: Module, fn: number): readonly number[] {
  return (module.functions[fn]?.params ?? []).flatMap(({ type, label }) =>
    label === 's' ? leafTypesOf(module.types, type).map((leaf) => widthOf(module.types, leaf)) : [],
  );
}

/** The words to be masked, in the order of positions: each secret leaf as an unsigned number of its width. */
export function callWords(module: Module, fn: number, args: readonly Value<never>[]): readonly bigint[] {
  return (module.functions[fn]?.params ?? []).flatMap(({ type, label }, i) =>
    label === 's'
      ? leavesOf(module.types, type, args[i] as Value<never>).map((leaf) =>
          toWord(module.types, leaf.type, leaf.scalar as bigint),
        )
      : [],
  );
}

/** Public arguments are taken from `args`, secret ones from `deltas` alone. */
export function encodeCall(
  module: Module,
  fn: number,
  call: {
    readonly committeeId: Uint8Array;
    readonly period: number;
    readonly replyKey?: Uint8Array | undefined;
    readonly args: readonly Value<never>[];
    readonly deltas: readonly bigint[];
  },
): Uint8Array {
  if ((call.replyKey?.length === REPLY_KEY_BYTES) !== answersCaller(module, fn))
    throw new Error('a reply key goes with functions that answer their caller');
  const widths = callWidths(module, fn);
  if (call.deltas.length !== widths.length) throw new Error('one masked value for each secret leaf');
  let next = 0;
  const parts = (module.functions[fn]?.params ?? []).map((param, i) => {
    if (param.label === 'p') return placeToBytes(module.types, param, call.args[i] as Value<never>);
    const deltas = leafTypesOf(module.types, param.type).map(() => {
      const width = widths[next] as number;
      return uintLE(BigInt.asUintN(width, call.deltas[next++] as bigint), Math.ceil(width / 8));
    });
    return concat(...deltas);
  });
  return concat(call.committeeId, uintBE(call.period, 4), call.replyKey ?? new Uint8Array(), ...parts);
}

export function decodeCall(module: Module, fn: number, body: Uint8Array): CallOutcome {
  const params = module.functions[fn]?.params;
  const argsAt = HEADER_BYTES + (answersCaller(module, fn) ? REPLY_KEY_BYTES : 0);
  if (params === undefined || body.length < argsAt || body.length > CALL_BODY_BYTES_MAX)
    return { ok: false, argument: WHOLE_BODY };
  let position = 0;
  const reader: ValueReader<MaskedLeaf> = new ValueReader<MaskedLeaf>(module.types, body.subarray(argsAt), (type) => {
    const width = widthOf(module.types, type);
    const delta = readLE(reader.take(Math.ceil(width / 8)));
    if (delta >> BigInt(width) !== 0n) throw new Refused('E-FORMAT', { what: 'value outside its type' });
    return secret({ position: position++, delta });
  });
  const args: Value<MaskedLeaf>[] = [];
  for (const [argument, { type, label }] of params.entries())
    try {
      args.push(reader.value(type, label === 's'));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Bytes that end too early say nothing of an argument: the length is wrong.
      return { ok: false, argument: error.refusal.facts['what'] === 'truncated' ? WHOLE_BODY : argument };
    }
  if (!reader.atEnd()) return { ok: false, argument: WHOLE_BODY };
  return {
    ok: true,
    value: {
      committeeId: body.slice(0, 32),
      period: Number(readBE(body.subarray(32, HEADER_BYTES))),
      replyKey: argsAt === HEADER_BYTES ? undefined : body.slice(HEADER_BYTES, argsAt),
      args,
    },
  };
}

/** What a task tells besides its result: count u16 | events {entry u16, count u8, facts 32 each}, big endian, negative facts in two's complement. Nothing told, no bytes. */
export function eventsToBytes(events: readonly Emitted[]): Uint8Array {
  if (events.length === 0) return new Uint8Array();
  return concat(
    uintBE(events.length, 2),
    ...events.map(({ error, facts }) =>
      concat(
        uintBE(error, 2),
        uintBE(facts.length, 1),
        ...facts.map((fact) => uintBE(BigInt.asUintN(8 * EMIT_FACT_BYTES, fact), EMIT_FACT_BYTES)),
      ),
    ),
  );
}

/** What `eventsToBytes` wrote; undefined for anything else, or an event that the module does not have. Takes anybody's bytes. */
export function eventsFromBytes(module: Module, bytes: Uint8Array): readonly Emitted[] | undefined {
  if (bytes.length === 0) return [];
  let at = 0;
  const number = (size: number): bigint => {
    at += size;
    return at > bytes.length ? 0n : readBE(bytes.subarray(at - size, at));
  };
  const events: Emitted[] = [];
  for (let left = Number(number(2)); left > 0 && at <= bytes.length; left--) {
    const error = Number(number(2));
    const count = Number(number(1));
    if (module.errors[error]?.facts.length !== count) return undefined;
    const facts = Array.from({ length: count }, () => BigInt.asIntN(8 * EMIT_FACT_BYTES, number(EMIT_FACT_BYTES)));
    events.push({ error, facts });
  }
  return at === bytes.length && events.length > 0 ? events : undefined;
}
