/**
 * Which releases can wait until their receipt is final. A reveal whose result only travels, unchanged, into the function's result is published masked and opened
 * after settlement. One whose result decides or feeds anything else must be opened while the task runs; then whoever sees it first could still stop the task.
 */
import type { Module } from './module.ts';
import type { OpName } from './opcodes.ts';
import { propagate } from './flow.ts';
import { refuse, accept, type Meter, type Outcome } from './refusal.ts';
import type { Verified } from './verify.ts';

export type OpenMode = 'afterSettle' | 'beforeSettle';

/** Opcodes that move a value without looking at it. Indices and counts are separate operands and must not come from a reveal. */
const moves: Partial<Record<OpName, readonly number[] | 'all'>> = {
  'rec.make': 'all',
  'rec.get': [0],
  'vec.make': 'all',
  'vec.fill': [0],
  len: [0],
  at: [0],
  put: [0, 2],
  slice: [0],
  concat: 'all',
  gather: [0],
};

export interface OpenModes {
  /** By release site. Sends and returns go out masked in either mode. */
  readonly openModes: readonly OpenMode[];
  /** By function and result: whether a revealed value travels in it. */
  readonly revealed: readonly (readonly boolean[])[];
}

export function openModesOf(module: Module, meter: Meter): OpenModes {
  let early = 0n;
  const use = (bits: bigint): bigint => {
    early |= bits;
    return 0n;
  };
  const results = propagate(
    module,
    {
      param: () => 0n,
      control: use,
      argument: use,
      value(_, { op, immediates }, operands) {
        if (op === 'reveal') {
          operands.forEach(use);
          return 1n << BigInt(immediates[0] as number);
        }
        const allowed = moves[op];
        return operands.reduce(
          (sum, bits, i) => (allowed === 'all' || allowed?.includes(i) ? sum | bits : sum | use(bits)),
          0n,
        );
      },
    },
    meter,
  );
  return {
    openModes: module.releases.map((release, site) =>
      release.kind === 'reveal' && (early >> BigInt(site)) & 1n ? 'beforeSettle' : 'afterSettle',
    ),
    revealed: results.map((list) => list.map((bits) => bits !== 0n)),
  };
}

/** The mode a contract must be deployed with: beforeSettle as soon as one site needs it. */
export function openModeOf(verified: Pick<Verified, 'openModes'>): OpenMode {
  return verified.openModes.includes('beforeSettle') ? 'beforeSettle' : 'afterSettle';
}

/** Whether the module may be deployed with this mode. beforeSettle is always allowed: it only opens earlier. */
export function checkOpenMode(verified: Pick<Verified, 'openModes'>, mode: OpenMode): Outcome<OpenMode> {
  const site = verified.openModes.indexOf('beforeSettle');
  return mode === 'afterSettle' && site >= 0 ? refuse('E-OPENMODE', { site }) : accept(mode);
}
