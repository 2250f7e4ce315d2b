// One function of the contract: parameters, body, results.
import ts from 'typescript';
import { declaredParameter, type ContractMethod, type ContractShape } from '../contract.ts';
import { computed, holdsSecret, isShape, shapeOfType, type Declared, type Shape } from '../shape.ts';
import { rootBlock, withoutDead, writer, type Block, type ReleaseSite } from '../ir.ts';
import { received } from './access.ts';
import { bindBroken } from './bind.ts';
import { isSecret, scalarOf } from './convert.ts';
import { Halt, type Context, type Report } from './context.ts';
import { initialiseAll } from './component.ts';
import { lowerStatements } from './statement.ts';
import { leavesOf, nothing, shapeOf, type Leaf, type Value } from './value.ts';

export interface Param extends Declared {
  readonly name: string;
}

/** One result; a returned record gives one for each member. */
export interface Result extends Declared {
  readonly name: string | undefined;
  readonly release: ReleaseSite | undefined;
}

export interface LoweredFunction {
  readonly name: string;
  readonly kind: 'ctor' | 'call' | 'scheduled' | 'view' | 'read';
  readonly atBlock: string | undefined;
  readonly params: readonly Param[];
  readonly results: readonly Result[];
  readonly body: Block;
  /** Offset of its name, and of what it returns. */
  readonly at: number;
  readonly returnAt: number;
}

export interface Shared {
  readonly checker: ts.TypeChecker;
  readonly contract: ContractShape;
  readonly report: Report;
  readonly meter: { steps: number; writes: number };
}

export function lowerConstructor(shared: Shared): LoweredFunction {
  const node = shared.contract.constructorNode;
  const at = (node ?? shared.contract.node).getStart();
  const params = paramsOf(shared, node?.parameters ?? []);
  const { cx, root } = contextOf(shared, 'ctor', params, node?.parameters ?? [], node ?? shared.contract.node);
  initialiseAll(cx, shared.contract.node);
  if (node?.body !== undefined) lowerStatements(cx, node.body.statements);
  return {
    name: 'constructor',
    kind: 'ctor',
    atBlock: undefined,
    params,
    results: [],
    body: withoutDead(root),
    at,
    returnAt: at,
  };
}

export function lowerMethod(shared: Shared, method: ContractMethod): LoweredFunction {
  const { node } = method;
  const params = paramsOf(shared, node.parameters, method.kind === 'private');
  const kind = method.kind === 'scheduled' ? 'scheduled' : 'function';
  const { cx, root } = contextOf(shared, kind, params, node.parameters, node);
  const wanted = resultShape(shared, method);
  cx.returns = wanted;
  const returnAt = firstReturn(node) ?? node.name.getStart();
  let value: Value = nothing;
  try {
    value = lowerStatements(cx, node.body?.statements ?? []) ?? nothing;
    if (value.kind === 'literal') value = scalarOf(cx, value, node.name);
    if (method.kind === 'view' && isSecret(value)) cx.report('secretResult', node.name);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
  }
  const { results, refs } = resultsOf(value);
  root.yields = refs;
  return {
    name: method.name,
    kind: method.kind === 'private' ? 'call' : method.kind,
    atBlock: method.atBlock,
    params,
    results,
    body: withoutDead(root),
    at: node.name.getStart(),
    returnAt,
  };
}

/** Of `inner` functions, which nobody seals anything for, the arguments may have any length and be secret in part. */
function paramsOf(shared: Shared, nodes: readonly ts.ParameterDeclaration[], inner = false): readonly Param[] {
  return nodes.flatMap((node) => {
    if (
      !ts.isIdentifier(node.name) ||
      node.initializer !== undefined ||
      node.dotDotDotToken !== undefined ||
      node.questionToken !== undefined ||
      node.modifiers !== undefined
    ) {
      shared.report('notInLanguage', node, { what: 'This kind of parameter' });
      return [];
    }
    const declared = declaredParameter(node, shared.checker, shared.report);
    if (declared === undefined) return [];
    if (!inner && declared.label === 'p' && holdsSecret(declared.shape)) {
      shared.report('notYet', node, {
        what: 'An argument that is secret in part',
        hint: 'Take its secret members as one argument and its public ones as another.',
      });
      return [];
    }
    if (!inner && declared.label === 's' && isGrowing(declared.shape)) {
      shared.report('shapeArgument', node, { name: node.name.text });
      return [];
    }
    return [{ name: node.name.text, ...declared }];
  });
}

/** Whether its length is no part of the type. */
function isGrowing(shape: Shape): boolean {
  if (shape.kind === 'vector') return shape.length === undefined || isGrowing(shape.element);
  return shape.kind === 'record' && shape.members.some((member) => isGrowing(member.shape));
}

/** The shape the function's type promises; refuses one that says nothing of the width. */
function resultShape(shared: Shared, method: ContractMethod): Shape | undefined {
  const { checker, report } = shared;
  const signature = checker.getSignatureFromDeclaration(method.node);
  if (signature === undefined) return undefined;
  const type = checker.getReturnTypeOfSignature(signature);
  if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Any | ts.TypeFlags.Never))
    return undefined;
  const found = shapeOfType(checker, type, method.node);
  if (isShape(found)) return found.shape;
  if (method.kind === 'private') return undefined;
  report(found.no === 'untyped' ? 'untypedResult' : found.no === 'range' ? 'rangeForm' : 'noType', method.node.name, {
    name: method.name,
    type: checker.typeToString(type),
  });
  return undefined;
}

function contextOf(
  shared: Shared,
  kind: Context['kind'],
  params: readonly Param[],
  nodes: readonly ts.ParameterDeclaration[],
  at: ts.Node,
): { readonly cx: Context; readonly root: Block } {
  const root = rootBlock(params);
  const cx: Context = {
    checker: shared.checker,
    contract: shared.contract,
    write: writer(root, root.params),
    meter: shared.meter,
    remembered: new Map(),
    kind,
    self: '',
    env: new Map(),
    report: shared.report,
    secret: 0,
    conditions: [],
    wrapping: false,
    orders: [],
    written: new Map(),
    rounds: [],
    path: [],
    returns: undefined,
  };
  for (const node of nodes) {
    const index = params.findIndex((param) => param.name === node.name.getText());
    const param = params[index];
    const symbol = ts.isIdentifier(node.name) ? shared.checker.getSymbolAtLocation(node.name) : undefined;
    if (param === undefined || symbol === undefined) bindBroken(cx, node.name);
    else {
      const value = received(cx, root.params[index]!, param.shape, param.label, at);
      cx.env.set(symbol, {
        value,
        shape: param.shape.kind === 'vector' ? undefined : computed(param.shape),
        label: param.label === 's' ? 's' : undefined,
        name: param.name,
      });
    }
  }
  return { cx, root };
}

function resultsOf(value: Value): { readonly results: readonly Result[]; readonly refs: readonly number[] } {
  const parts: readonly (readonly [string | undefined, Value])[] =
    value.kind === 'record' ? [...value.members] : value.kind === 'nothing' ? [] : [[undefined, value]];
  const leaves = parts.flatMap(([name, part]) =>
    leavesOf(part).map((leaf): readonly [string | undefined, Leaf] => [name, leaf]),
  );
  return {
    results: leaves.map(([name, leaf]) => ({
      name,
      shape: shapeOf(leaf),
      label: leaf.label,
      // Without a reason: allowed where all of it came from the caller himself, which the verifier decides.
      release: leaf.label === 's' ? { kind: 'return' as const, reason: reasonOf(leaf) } : undefined,
    })),
    refs: leaves.map(([, leaf]) => leaf.ref),
  };
}

function reasonOf(leaf: Leaf): string {
  return leaf.kind === 'object' ? '' : (leaf.reason ?? '');
}

function firstReturn(node: ts.Node): number | undefined {
  if (ts.isReturnStatement(node)) return (node.expression ?? node).getStart();
  return ts.forEachChild(node, firstReturn);
}
