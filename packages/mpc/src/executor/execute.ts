// Runs functions of a verified module among the seats: the Executor of this engine. Public values are plain, secret ones nodes of a graph
// that is run when something has to come out of it.
import {
  type Ended,
  type InboxEntry,
  type Leaf,
  type OpenMode,
  type TaskContext,
  type TypeRef,
  type Types,
  type Value,
  type Verified,
  interpret,
  leafTypesOf,
  leavesOf,
  mapLeaves,
  secret,
} from '@enigma/bytecode';
import { type FieldVector, elementAt, vectorOf } from '@enigma/crypto';
import { barrier } from '../checkpoint.ts';
import type { Engine } from '../engine.ts';
import { Opened, Released } from '../internal/opened.ts';
import { MASK_WIDTH_MAX } from '../limits.ts';
import type { MaskedInput } from '../masks.ts';
import { type MaskedOutput, type OutputPiece, maskOutput } from '../outputs.ts';
import { PHASE, type Protocol, openField, parallel } from '../round.ts';
import { graphAlgebra, operandOf, shapeOf } from './algebra.ts';
import type { Value as NodeValue } from './batch.ts';
import { outputNode } from './casts.ts';
import { type Graph, emptyGraph } from './graph.ts';
import { taskDraws } from './random.ts';
import { type Secret, fieldOf, inputSecret, isSecret, reduced, shareSecret, classified } from './secrets.ts';
import { runGraph } from './schedule.ts';

/** What stands for a secret scalar on the way in and out: a client's masked value, or this seat's share of kept state. */
export type SecretInput = MaskedInput | SecretShare;
export interface SecretShare {
  /** Of the value as an integer of its type, reduced; negative ones mod p. */
  readonly share: bigint;
}

export interface TaskInputs {
  readonly module: Verified;
  readonly fn: number;
  readonly args: readonly Value<SecretInput>[];
  /** By field; the inbox's place holds anything. */
  readonly state: readonly Value<SecretInput>[];
  /** Accepted and not consumed, by ascending index. */
  readonly inbox: readonly InboxEntry<SecretInput>[];
  readonly context: TaskContext;
  readonly openMode: OpenMode;
}

/** What was opened while the task ran (beforeSettle only). */
export interface EarlyRelease {
  readonly release: number;
  readonly values: readonly bigint[];
}

/** A `send` of the task: the caller's block begins with the values of all of them, in order, before his results. */
export interface Sent {
  readonly release: number;
  readonly count: number;
}

/** One block of masked values, leaf by leaf in declared order. Signed values are shown as two's complement of their type. */
export interface OutputBlock {
  readonly to: 'everyone' | 'caller';
  readonly types: readonly TypeRef[];
  readonly output: MaskedOutput;
}

/** A task that has run; its masked values come out at the session's checkpoint. Secrets in `ended.results` have no value to read. */
export interface TaskRun {
  readonly ended: Ended<SecretShare>;
  readonly early: readonly EarlyRelease[];
  readonly sent: readonly Sent[];
  readonly blocks: readonly OutputBlock[];
}

export interface ReleasedBlock {
  readonly to: 'everyone' | 'caller';
  readonly types: readonly TypeRef[];
  /** y + r′ mod p. */
  readonly values: FieldVector;
  /** c_A in the order of the T-sets. */
  readonly commitments: readonly Uint8Array[];
  /** What this seat shows once the receipt is final. */
  readonly pieces: readonly OutputPiece[];
}

export interface ReleasedTask {
  readonly ended: Ended<SecretShare>;
  readonly early: readonly EarlyRelease[];
  readonly sent: readonly Sent[];
  readonly blocks: readonly ReleasedBlock[];
}

/** A value that this engine does not carry in a field element: an address that only a secret decides. */
export class TooWide extends Error {
  readonly code = 'TOO_WIDE';
  readonly bits: number;
  constructor(bits: number) {
    super(`a secret of ${bits} bits`);
    this.bits = bits;
  }
}

interface Machine {
  readonly engine: Engine;
  readonly types: Types;
  readonly graph: Graph;
  readonly values: (NodeValue | undefined)[];
}

/** Runs one task up to its masked values. `index` is its place in the session. */
export function* runTask(engine: Engine, inputs: TaskInputs, index: number): Protocol<TaskRun> {
  const machine: Machine = { engine, types: inputs.module.module.types, graph: emptyGraph(), values: [] };
  const sent: Sent[] = [];
  const { assumed } = engine.context;
  const run = interpret(
    inputs.module,
    inputs.fn,
    secretInputs(machine, inputs),
    graphAlgebra(machine.types, machine.graph, taskDraws(engine, machine.graph, index)),
    (release, leaves) => void sent.push({ release, count: leaves.length }),
  );
  const early: EarlyRelease[] = [];
  let step = run.next();
  while (!step.done) {
    const { purpose, release, leaves } = step.value;
    const told = yield* openLeaves(machine, leaves);
    const opened = assumed === undefined ? told : told.map(() => (purpose === 'admission' ? 1n : assumed.revealed));
    if (purpose === 'reveal') early.push({ release: release ?? 0, values: opened });
    step = run.next(opened);
  }
  return yield* finishTask(machine, inputs, { ended: step.value, early, sent }, index);
}

/** The one signed checkpoint of the session, over everything its tasks opened and over the next secret state. */
export function* releaseTasks(
  runs: readonly TaskRun[],
  leafRoot?: Uint8Array,
): Protocol<Released<readonly ReleasedTask[]>> {
  const commitments = runs.flatMap(({ blocks }) => blocks.flatMap(({ output }) => output.commitments));
  yield* barrier({ phase: PHASE.release, commitments, ...(leafRoot ? { leafRoot } : {}) });
  return new Released(
    runs.map(({ ended, early, sent, blocks }) => ({
      ended,
      early,
      sent,
      blocks: blocks.map(({ to, types, output }) => ({
        to,
        types,
        ...Opened.inside(output.masked),
        pieces: output.pieces,
      })),
    })),
  );
}

function secretInputs(machine: Machine, inputs: TaskInputs): Parameters<typeof interpret<Secret>>[2] {
  const { fields, functions } = inputs.module.module;
  const convert = (type: TypeRef, value: Value<SecretInput>): Value<Secret> =>
    mapLeaves<SecretInput, Secret>(machine.types, type, value, (leaf) => inputScalar(machine, leaf));
  const inboxField = fields.find((field) => field.kind === 'inbox');
  const entryTypes = inboxField ? leafTypesOf(machine.types, inboxField.type) : [];
  return {
    args: inputs.args.map((arg, i) => convert(functions[inputs.fn]?.params[i]?.type as TypeRef, arg)),
    state: inputs.state.map((value, i) =>
      fields[i]?.kind === 'inbox' ? 0n : convert(fields[i]?.type as TypeRef, value),
    ),
    inbox: inputs.inbox.map((entry) => ({
      ...entry,
      values: entry.values.map((scalar, i) => inputScalar(machine, { type: entryTypes[i] as TypeRef, scalar })),
    })),
    context: inputs.context,
    openMode: inputs.openMode,
  };
}

function inputScalar({ graph, types }: Machine, { type, scalar }: Leaf<SecretInput>): Leaf<Secret>['scalar'] {
  if (typeof scalar === 'bigint') return scalar;
  const shape = shapeOf(types, type);
  if (shape.bits > MASK_WIDTH_MAX) throw new TooWide(shape.bits);
  const input = scalar.scalar;
  if ('share' in input) return secret(shareSecret(graph, input.share, shape));
  return secret(inputSecret(graph, input, shape));
}

/** Disclosure: signed equal views first, because the opening itself tells. */
function* openLeaves(machine: Machine, leaves: readonly Leaf<Secret>[]): Protocol<bigint[]> {
  const nodes = leaves.map(({ type, scalar }) => outputNode(machine.graph, asSecret(machine, type, scalar)));
  const shares = yield* runGraph(machine.engine, machine.graph, nodes, machine.values);
  yield* barrier({ phase: PHASE.release });
  const opened = yield* openField('bounded', vectorOf(shares as bigint[]));
  return leaves.map(({ type }, k) => {
    const { bits, signed } = shapeOf(machine.types, type);
    return signed ? BigInt.asIntN(bits, elementAt(opened, k)) : elementAt(opened, k);
  });
}

function asSecret({ graph, types }: Machine, type: TypeRef, scalar: Leaf<Secret>['scalar']): Secret {
  const shape = shapeOf(types, type);
  if (shape.bits > MASK_WIDTH_MAX) throw new TooWide(shape.bits);
  const operand = operandOf(scalar);
  return isSecret(operand) ? operand : classified(graph, operand, shape);
}

function* finishTask(
  machine: Machine,
  inputs: TaskInputs,
  { ended, early, sent }: Pick<TaskRun, 'early' | 'sent'> & { readonly ended: Ended<Secret> },
  index: number,
): Protocol<TaskRun> {
  if (ended.status !== 'ok') return { ended, early, sent, blocks: [] };
  const { types, graph, engine } = machine;
  const fields = inputs.module.module.fields;
  const kept = ended.state.map((value, i) =>
    fields[i]?.kind === 'inbox' ? [] : leavesOf(types, fields[i]?.type as TypeRef, value),
  );
  const keptNodes = kept
    .flat()
    .flatMap(({ scalar }) => (typeof scalar === 'bigint' ? [] : [fieldOf(graph, reduced(graph, scalar.scalar))]));
  const blocks = (['everyone', 'caller'] as const)
    .map((to) => ({ to, leaves: ended.outputs[to] }))
    .filter(({ leaves }) => leaves.length > 0)
    .map(({ to, leaves }) => ({
      to,
      types: leaves.map(({ type }) => type),
      nodes: leaves.map(({ type, scalar }) => outputNode(graph, asSecret(machine, type, scalar))),
    }));
  const all = yield* runGraph(engine, graph, [...keptNodes, ...blocks.flatMap(({ nodes }) => nodes)], machine.values);
  let at = 0;
  const next = (): bigint => all[at++] as bigint;
  const state = ended.state.map((value, i) =>
    fields[i]?.kind === 'inbox'
      ? 0n
      : mapLeaves<Secret, SecretShare>(types, fields[i]?.type as TypeRef, value, ({ scalar }) =>
          typeof scalar === 'bigint' ? scalar : secret({ share: next() }),
        ),
  );
  const outputs = yield* parallel(
    blocks.map(({ nodes }, block) => maskOutput(engine, { task: index, block }, vectorOf(nodes.map(next)))),
  );
  const results = inputs.module.module.functions[inputs.fn]?.results ?? [];
  return {
    ended: {
      ...ended,
      state,
      results: ended.results.map((value, i) => hidden(types, results[i]?.type as TypeRef, value)),
      outputs: { everyone: ended.outputs.everyone.map(hiddenLeaf), caller: ended.outputs.caller.map(hiddenLeaf) },
    },
    early,
    sent,
    blocks: blocks.map(({ to, types: leafTypesOfBlock }, k) => ({
      to,
      types: leafTypesOfBlock,
      output: outputs[k] as MaskedOutput,
    })),
  };
}

const HIDDEN: SecretShare = { share: 0n };

function hidden(types: Types, type: TypeRef, value: Value<Secret>): Value<SecretShare> {
  return mapLeaves<Secret, SecretShare>(types, type, value, ({ scalar }) =>
    typeof scalar === 'bigint' ? scalar : secret(HIDDEN),
  );
}

function hiddenLeaf({ type, scalar }: Leaf<Secret>): Leaf<SecretShare> {
  return { type, scalar: typeof scalar === 'bigint' ? scalar : secret(HIDDEN) };
}
