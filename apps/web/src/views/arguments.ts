// What people type, as the arguments of a call. Pure.
import type { CallableParameter } from '@enigma/client';

export type Parsed =
  | { readonly ok: true; readonly args: readonly unknown[] }
  /** The first parameter that does not fit. Its value is not told: it may be a secret. */
  | { readonly ok: false; readonly param: CallableParameter };

/** `given`: by name, as typed; 'true' for a box that is ticked. */
export function parseArguments(
  params: readonly CallableParameter[],
  given: Readonly<Record<string, string | undefined>>,
): Parsed {
  const args: unknown[] = [];
  for (const param of params) {
    const value = valueOf(param, (given[param.name] ?? '').trim());
    if (value === undefined) return { ok: false, param };
    args.push(value);
  }
  return { ok: true, args };
}

function valueOf({ kind, bounds }: CallableParameter, text: string): unknown {
  switch (kind) {
    case 'bool':
      return text === 'true';
    case 'address':
      return /^0x[0-9a-fA-F]{40}$/.test(text) ? text : undefined;
    case 'integer': {
      if (!/^-?\d{1,78}$/.test(text) || bounds === undefined) return undefined;
      const value = BigInt(text);
      if (value < bounds[0] || value > bounds[1]) return undefined;
      // The client takes a number where it is safe, and a bigint anywhere.
      return value;
    }
    case 'other':
      return undefined;
  }
}
