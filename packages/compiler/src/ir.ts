// The compiler's own instruction list: as the bytecode has it, but as a tree with names instead of table indices, so that a loop body
// can be lowered, thrown away and lowered again once the labels of what it carries are known. `assemble.ts` turns it into a module.
import { opcodes, type Label, type OpName } from '@enigma/bytecode';
import type { Declared, Shape } from './shape.ts';

/** A value of one function; numbers are handed out in order of creation and are not those of the bytecode. */
export type Ref = number;

export type Immediate =
  | { readonly type: Shape }
  | { readonly constant: { readonly shape: Shape; readonly value: bigint } }
  | { readonly field: string }
  | { readonly release: ReleaseSite }
  | { readonly error: string; readonly facts?: readonly Shape[] }
  | { readonly number: number };

/** One place in the source; each use in the code is a site of its own, told apart by identity. */
export interface ReleaseSite {
  readonly kind: 'reveal' | 'send' | 'return';
  readonly reason: string;
}

export interface Step {
  readonly op: OpName;
  readonly immediates: readonly Immediate[];
  readonly operands: readonly Ref[];
  readonly carried?: readonly Declared[];
  readonly regions: readonly Block[];
  readonly results: readonly Ref[];
  readonly declared: readonly Declared[];
  /** It traps by its row, but what is known of its operands rules that out. */
  readonly safe: boolean;
  /** Offset in the source. */
  readonly at: number;
}

export interface Block {
  readonly params: readonly Ref[];
  readonly declared: readonly Declared[];
  readonly steps: Step[];
  /** Set when the block is closed. */
  yields: readonly Ref[];
  /** Pure steps already made in this block, by opcode and operands. */
  readonly known: Map<string, readonly Ref[]>;
}

export interface StepInput {
  readonly op: OpName;
  readonly immediates?: readonly Immediate[];
  readonly operands?: readonly Ref[];
  readonly carried?: readonly Declared[];
  readonly regions?: readonly Block[];
  readonly results?: readonly Declared[];
  readonly safe?: boolean;
  readonly at: number;
}

/** Writes steps into the innermost open block. */
export interface Writer {
  emit(step: StepInput): readonly Ref[];
  /** In the outermost block before everything else, whatever is open. */
  emitFirst(step: StepInput): readonly Ref[];
  open(params: readonly Declared[]): Block;
  close(block: Block, yields: readonly Ref[]): void;
  /** Opens a closed block again at its end. */
  reopen(block: Block): void;
  /** Appends a closed block without parameters to the open one. */
  splice(block: Block): void;
  depth(): number;
  /** Drops blocks opened above a depth: after a refusal. */
  unwind(depth: number): void;
  declaredOf(ref: Ref): Declared;
  /** The step that made a value, if it is visible. */
  stepOf(ref: Ref): Step | undefined;
}

export function writer(root: Block, params: readonly Ref[]): Writer {
  const open: Block[] = [root];
  const declared = new Map<Ref, Declared>(params.map((ref, i) => [ref, root.declared[i]!]));
  const origin = new Map<Ref, Step>();
  let next = params.length;
  let prologue = 0;

  const make = (input: StepInput): Step => {
    const results = (input.results ?? []).map((entry) => {
      declared.set(next, entry);
      return next++;
    });
    const step: Step = {
      op: input.op,
      immediates: input.immediates ?? [],
      operands: input.operands ?? [],
      ...(input.carried === undefined ? {} : { carried: input.carried }),
      regions: input.regions ?? [],
      results,
      declared: input.results ?? [],
      safe: input.safe ?? false,
      at: input.at,
    };
    for (const ref of results) origin.set(ref, step);
    return step;
  };

  return {
    emit(input) {
      const block = open.at(-1)!;
      const key = keyOf(input);
      const known = key === undefined ? undefined : open.findLast((entry) => entry.known.has(key))?.known.get(key);
      if (known !== undefined) return known;
      const step = make(input);
      block.steps.push(step);
      if (key !== undefined) block.known.set(key, step.results);
      return step.results;
    },
    emitFirst(input) {
      const key = keyOf(input);
      const known = key === undefined ? undefined : root.known.get(key);
      if (known !== undefined) return known;
      const step = make(input);
      root.steps.splice(prologue++, 0, step);
      if (key !== undefined) root.known.set(key, step.results);
      return step.results;
    },
    open(params) {
      const refs = params.map((entry) => {
        declared.set(next, entry);
        return next++;
      });
      const block: Block = { params: refs, declared: params, steps: [], yields: [], known: new Map() };
      open.push(block);
      return block;
    },
    close(block, yields) {
      if (open.at(-1) !== block) throw new Error('blocks close in the order they were opened');
      block.yields = yields;
      open.pop();
    },
    reopen(block) {
      open.push(block);
    },
    splice(block) {
      const into = open.at(-1)!;
      into.steps.push(...block.steps);
      for (const [key, refs] of block.known) into.known.set(key, refs);
    },
    depth: () => open.length,
    unwind(depth) {
      open.length = depth;
    },
    declaredOf(ref) {
      const entry = declared.get(ref);
      if (entry === undefined) throw new Error('a value without a type');
      return entry;
    },
    stepOf: (ref) => origin.get(ref),
  };
}

export function rootBlock(params: readonly Declared[]): Block {
  return { params: params.map((_, i) => i), declared: params, steps: [], yields: [], known: new Map() };
}

/** Two pure steps with one key give one value. State, control, releases and traps have none. */
function keyOf(input: StepInput): string | undefined {
  const row = opcodes[input.op];
  if (row.effect !== 'none' || row.regions > 0 || row.label === 'none' || input.op === 'call') return undefined;
  // A mutable field is read anew; lowering keeps what it knows of one.
  if ((input.op === 'st.get' && !input.safe) || (row.immediates[0] === 'field' && input.op !== 'st.get'))
    return undefined;
  const immediates = JSON.stringify(input.immediates ?? [], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  return `${input.op} ${(input.operands ?? []).join(',')} ${immediates}`;
}

/** Whether leaving a step out can be noticed. */
export function matters(step: Step): boolean {
  const row = opcodes[step.op];
  if (row.effect !== 'none' || step.op === 'trap' || (row.traps && !step.safe)) return true;
  return step.regions.some((block) => block.steps.some(matters));
}

/** Whether doing a step twice, or one inside it, is something else than doing it once: it writes, draws, opens or tells. */
export function acts(step: Step): boolean {
  return opcodes[step.op].effect !== 'none' || step.regions.some((block) => block.steps.some(acts));
}

/** Whether a step, or one inside it, writes a field, takes entries or tells an event. */
export function writesState(step: Step): boolean {
  return opcodes[step.op].effect === 'state' || step.regions.some((block) => block.steps.some(writesState));
}

/** Removes steps whose results nobody uses and that do nothing else. */
export function withoutDead(root: Block): Block {
  const used = new Set<Ref>();
  const keep = (block: Block): Block => {
    for (const ref of block.yields) used.add(ref);
    const steps: Step[] = [];
    for (const step of block.steps.toReversed()) {
      if (!matters(step) && !step.results.some((ref) => used.has(ref))) continue;
      for (const ref of step.operands) used.add(ref);
      steps.push(step.regions.length === 0 ? step : { ...step, regions: step.regions.map(keep) });
    }
    return { ...block, steps: steps.toReversed() };
  };
  return keep(root);
}

export function labelOf(entries: readonly Declared[]): Label {
  return entries.some((entry) => entry.label === 's') ? 's' : 'p';
}
