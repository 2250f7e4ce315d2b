// What people can call on a contract, and what it was deployed with, as its code says it: for rooms that show a form.
import {
  answersCaller,
  argsFromBytes,
  boundsOf,
  integerOf,
  isLeaf,
  isPublic,
  scalarRefs,
  typeName,
} from '@enigma/bytecode';
import type { Deployed } from './reading.ts';
import { fromValue } from './values.ts';

/** How a value is given; `other`: vectors, records and whatever has parts. */
export type ArgumentKind = 'integer' | 'bool' | 'address' | 'other';

export interface CallableParameter {
  readonly name: string;
  readonly type: string;
  readonly kind: ArgumentKind;
  readonly secret: boolean;
  /** Least and most, of an integer. */
  readonly bounds: readonly [bigint, bigint] | undefined;
}

export interface CallableFunction {
  readonly name: string;
  readonly params: readonly CallableParameter[];
  /** Whether it leaves the state as it is: then its tasks wait for no other, and see what was settled in their own block. */
  readonly isRead: boolean;
  /** Whether something it gives is for its caller alone. */
  readonly answersCaller: boolean;
}

/** Whether a task may run it that somebody sends: a call, or a read, which leaves the state as it is and waits for no other. */
export function isCallable({ kind }: { readonly kind: string }): boolean {
  return kind === 'call' || kind === 'read';
}

export function callablesOf({ verified: { module } }: Deployed): readonly CallableFunction[] {
  const { types } = module;
  return module.functions.flatMap((fn, index): readonly CallableFunction[] => {
    if (!isCallable(fn)) return [];
    const params = fn.params.map((param): CallableParameter => {
      const kind = kindOf(types, param.type);
      const secret = !isPublic(types, param);
      const bounds = kind === 'integer' ? boundsOf(types, param.type) : undefined;
      return { name: param.name, type: typeName(types, param.type), kind, secret, bounds };
    });
    return [{ name: fn.name, params, isRead: fn.kind === 'read', answersCaller: answersCaller(module, index) }];
  });
}

/** What the contract was deployed with: its constructor's arguments by name, all public. Undefined where they are none of this constructor. */
export function deployedWith({
  verified: { module },
  initArgs,
}: Pick<Deployed, 'verified' | 'initArgs'>): Readonly<Record<string, unknown>> | undefined {
  const index = module.functions.findIndex(({ kind }) => kind === 'ctor');
  if (index < 0) return {};
  const values = argsFromBytes<never>(module, index, initArgs, () => 0n);
  if (!values.ok) return undefined;
  const params = module.functions[index]?.params ?? [];
  return Object.fromEntries(
    params.map(({ name, type }, i) => [name, fromValue(module.types, type, values.value[i] ?? 0n)]),
  );
}

function kindOf(types: Deployed['verified']['module']['types'], type: number): ArgumentKind {
  if (type === scalarRefs.bool) return 'bool';
  if (type === scalarRefs.address) return 'address';
  return integerOf(type) !== undefined || isLeaf(types, type) ? 'integer' : 'other';
}
