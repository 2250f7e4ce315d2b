// What the language offers by name, as a table: conversions, bounds, arrays of zeros, `require`; releases are in `release.ts`.
import ts from 'typescript';
import { exactly } from '../interval.ts';
import { vectorLengthMax } from '../limits.ts';
import {
  computed,
  intOf,
  isShape,
  shapeOfType,
  signedOf,
  type IntShape,
  type Shape,
  type VectorShape,
} from '../shape.ts';
import { bitsOf, fromBits } from './bits.ts';
import { equalCall, hexCall } from './bytes.ts';
import { conversion, extreme, saturatingDifference } from './arithmetic.ts';
import { boolOf, intOfValue, zeroOf } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { abs, clamp, isqrt, mulDiv } from './numbers.ts';
import { callerCall, checkReason, emitCall, revealCall, sendCall } from './release.ts';
import { argmaxCall, compactCall, dotCall, matmulCall, prefixSumsCall } from './search.ts';
import { permuteCall } from './random.ts';
import { sortCall } from './sorting.ts';
import { nothing, type Value } from './value.ts';

export type LibraryCall = (cx: Context, node: ts.CallExpression, expected: Shape | undefined) => Value;

const conversionTo =
  (shape: IntShape): LibraryCall =>
  (cx, node) =>
    conversion(cx, lower(cx, argument(cx, node, 0)), shape, node);

/** What the language offers by name. */
export const library: Readonly<Record<string, LibraryCall>> = {
  u8: conversionTo(intOf[8]),
  u16: conversionTo(intOf[16]),
  u32: conversionTo(intOf[32]),
  u64: conversionTo(intOf[64]),
  i8: conversionTo(signedOf[8]),
  i16: conversionTo(signedOf[16]),
  i32: conversionTo(signedOf[32]),
  i64: conversionTo(signedOf[64]),
  min: (cx, node) => extreme(cx, 'min', lower(cx, argument(cx, node, 0)), lower(cx, argument(cx, node, 1)), node),
  max: (cx, node) => extreme(cx, 'max', lower(cx, argument(cx, node, 0)), lower(cx, argument(cx, node, 1)), node),
  argmax: argmaxCall,
  dot: dotCall,
  matmul: matmulCall,
  prefixSums: prefixSumsCall,
  compact: compactCall,
  satSub: (cx, node) =>
    saturatingDifference(cx, lower(cx, argument(cx, node, 0)), lower(cx, argument(cx, node, 1)), node),
  bits: (cx, node) => bitsOf(cx, lower(cx, argument(cx, node, 0)), node),
  fromBits: fromBitsCall,
  mulDiv: (cx, node) => mulDiv(cx, argumentsOf(cx, node, 3), node),
  isqrt: (cx, node) => isqrt(cx, lower(cx, argument(cx, node, 0)), node),
  abs: (cx, node) => abs(cx, lower(cx, argument(cx, node, 0)), node),
  clamp: (cx, node) => clamp(cx, argumentsOf(cx, node, 3), node),
  wrapping(cx, node, expected) {
    const saved = cx.wrapping;
    cx.wrapping = true;
    const value = lower(cx, argument(cx, node, 0), expected);
    cx.wrapping = saved;
    return value;
  },
  zeros,
  hex: hexCall,
  equal: equalCall,
  sortBy: sortCall,
  permute: permuteCall,
  require: requireCall,
  reveal: revealCall,
  sendTo: sendCall,
  toCaller: callerCall,
  emit: emitCall,
};

export function argument(cx: Context, node: ts.CallExpression | ts.NewExpression, index: number): ts.Expression {
  const given = node.arguments ?? [];
  const found = given[index];
  if (found === undefined || ts.isSpreadElement(found))
    return refuse(cx, 'mismatch', node, { from: `${given.length} arguments`, to: 'more' });
  return found;
}

function argumentsOf(cx: Context, node: ts.CallExpression, count: number): readonly Value[] {
  return Array.from({ length: count }, (_, index) => lower(cx, argument(cx, node, index)));
}

function fromBitsCall(cx: Context, node: ts.CallExpression): Value {
  const written = node.typeArguments?.[0];
  if (written === undefined) return refuse(cx, 'needsType', node, { name: 'fromBits<…>' });
  const found = shapeOfType(cx.checker, cx.checker.getTypeFromTypeNode(written), written);
  if (!isShape(found) || found.shape.kind !== 'int')
    return refuse(cx, 'noType', written, { name: 'fromBits', type: written.getText() });
  return fromBits(cx, found.shape, lower(cx, argument(cx, node, 0)), node);
}

function zeros(cx: Context, node: ts.CallExpression): Value {
  const written = node.typeArguments?.[0];
  if (written === undefined) return refuse(cx, 'needsType', node, { name: 'zeros<…>' });
  const found = shapeOfType(cx.checker, cx.checker.getTypeFromTypeNode(written), written);
  if (!isShape(found) || found.shape.kind === 'record' || found.shape.kind === 'vector')
    return refuse(cx, 'noType', written, { name: 'zeros', type: written.getText() });
  const lengthNode = argument(cx, node, 0);
  const length = intOfValue(cx, lower(cx, lengthNode), lengthNode);
  if (length.label === 's') return refuse(cx, 'shapeLength', lengthNode);
  if (cx.secret > 0 && length.range.high > vectorLengthMax)
    return refuse(cx, 'abortBranch', lengthNode, { what: 'A length without a maximum' });
  const element = computed(found.shape);
  const zero = zeroOf(cx, found.shape, node);
  const shape: VectorShape = { kind: 'vector', element };
  const [ref] = cx.write.emit({
    op: 'vec.fill',
    immediates: [{ type: shape }],
    operands: [zero.ref, length.ref],
    results: [{ shape, label: 'p' }],
    safe: length.range.high <= vectorLengthMax,
    at: node.getStart(),
  });
  return { kind: 'vector', ref: ref!, element, label: 'p', range: exactly(0n), length };
}

function requireCall(cx: Context, node: ts.CallExpression): Value {
  const conditionNode = argument(cx, node, 0);
  const text = node.arguments[1];
  const condition = boolOf(cx, lower(cx, conditionNode), conditionNode);
  if (condition.label === 's') return refuse(cx, 'abortRequire', conditionNode);
  if (cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: '`require`' });
  if (text === undefined || !ts.isStringLiteralLike(text) || text.text.trim() === '')
    return refuse(cx, 'reasonMissing', text ?? node, { name: 'require' });
  checkReason(cx, text.text, text);
  cx.write.emit({ op: 'trap', immediates: [{ error: text.text }], operands: [condition.ref], at: node.getStart() });
  cx.orders = [...cx.orders, ...(condition.holds ?? [])];
  return nothing;
}
