// Making components: the fields of a class in their order, and its constructor, with `this` as what is made.
import ts from 'typescript';
import { makingIn, pathOf } from '../component.ts';
import type { StateField } from '../contract.ts';
import { computed } from '../shape.ts';
import { bindParameters } from './call.ts';
import { convert } from './convert.ts';
import { Halt, refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { isZero, storeField } from './field.ts';
import { lowerStatements } from './statement.ts';

/** What the fields of `this` start as, in the order in which they stand. */
export function initialiseAll(cx: Context, node: ts.ClassDeclaration): void {
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || member.initializer === undefined) continue;
    const path = pathOf(cx.self, member.name.getText());
    const field = cx.contract.fields.get(path);
    try {
      if (ts.isNewExpression(member.initializer)) make(cx, path, member.initializer);
      else if (field?.kind === 'state' || field?.kind === 'readonly') initialise(cx, field, member.initializer);
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
    }
  }
}

/** Fields start as zero, so only another value is written. */
function initialise(cx: Context, { name, shape }: StateField, initializer: ts.Expression): void {
  if (ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0) return;
  const value = convert(cx, lower(cx, initializer, computed(shape)), shape, initializer);
  if (!isZero(value)) storeField(cx, name, value, initializer);
}

/** `this.token = new Token(…)`: true where an assignment is one. */
export function makeAssigned(cx: Context, node: ts.BinaryExpression): boolean {
  const making = makingIn(node);
  if (making === undefined) return false;
  make(cx, pathOf(cx.self, making.name.text), making.made);
  return true;
}

/** Arguments, fields, constructor: in the order of JavaScript. */
function make(cx: Context, path: string, node: ts.NewExpression): void {
  const component = cx.contract.components.get(path);
  // Reading the class has said what is wrong with it.
  if (component === undefined) throw new Halt();
  if (component.made !== node) return refuse(cx, 'componentMade', node, { name: path });
  const { constructorNode } = component;
  const parameters = constructorNode?.parameters ?? [];
  bindParameters(cx, parameters, node);
  const saved = { self: cx.self, path: cx.path };
  cx.self = path;
  cx.path = [...saved.path, `${path}@${node.pos}`];
  try {
    initialiseAll(cx, component.node);
    lowerStatements(cx, constructorNode?.body?.statements ?? []);
  } finally {
    cx.self = saved.self;
    cx.path = saved.path;
  }
}
