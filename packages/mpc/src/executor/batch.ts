// One batch of operations of one kind and width, as a protocol over bit planes or vectors. Local kinds never yield.
import { type FieldVector, field, vectorOf } from '@enigma/crypto';
import { type Bits, type SharedBits, andPublic } from '../bits.ts';
import { equal, equalPublic, greaterThanPublic, less, lessThanPublic, select } from '../circuits/compare.ts';
import {
  type Planes,
  type PublicPlanes,
  constantShared,
  knownPlanes,
  not,
  planesOf,
  xorPlanes,
  xorPublicPlanes,
  zeroShared,
} from '../circuits/planes.ts';
import { shiftBySecret, shiftPlanes } from '../circuits/shift.ts';
import { lookUp } from '../circuits/table.ts';
import { divide, divideScaled, divideSigned, multiplyDivide, squareRoot } from '../circuits/division.ts';
import { isNegative, isZero } from '../comparison.ts';
import { planesToField } from '../convert.ts';
import { type MaskedInput, maskedBits, maskedField } from '../masks.ts';
import { quotient } from '../quotient.ts';
import { bitsOfField, reduce } from '../reduction.ts';
import type { Engine } from '../engine.ts';
import { andAll, multiply } from '../online.ts';
import type { Protocol } from '../round.ts';
import type { Node, Operation } from './graph.ts';
import { type Lane, elementsOf, gather, gatherPlane } from './lanes.ts';
import { bitLength } from './secrets.ts';

export type Value = Lane | bigint;

/** Operations with the same key may share a batch. */
export function batchKey({ operation, width, operands }: Node): string {
  const inner = operands.map((operand) => operand.width).join();
  switch (operation.kind) {
    case 'resize':
      return `${operation.kind} ${inner} ${operation.width} ${operation.signed} ${operation.flip}`;
    case 'shiftPublic':
      return `${operation.kind} ${inner} ${operation.by} ${operation.up} ${operation.signed}`;
    case 'shift':
      return `${operation.kind} ${inner} ${operation.up} ${operation.signed}`;
    case 'bitAt':
      return `${operation.kind} ${inner} ${operation.place}`;
    case 'quotient':
      return `${operation.kind} ${bitLength(operation.divisor)}`;
    case 'lookUp':
      return `${operation.kind} ${inner} ${operation.table.id}`;
    case 'part':
      return `${operation.kind} ${inner} ${operation.from} ${width}`;
    case 'divide':
    case 'multiplyDivide':
    case 'toField':
      return `${operation.kind} ${inner} ${operation.signed}`;
    case 'divideScaled':
      return `${operation.kind} ${inner} ${operation.scale} ${operation.signed}`;
    case 'toBits':
    case 'zero':
    case 'negative':
    case 'inputField':
      return `${operation.kind} ${operation.width}`;
    case 'reduce':
      return `${operation.kind} ${operation.width} ${operation.signed}`;
    default:
      return `${operation.kind} ${inner} ${width}`;
  }
}

/** Values of the nodes, in order; `values` holds those of all operands. */
export function* runBatch(
  engine: Engine,
  nodes: readonly Node[],
  values: readonly (Value | undefined)[],
): Protocol<readonly Value[]> {
  const width = (nodes[0] as Node).width;
  const lanes = (place: number): Planes => {
    const operands = nodes.map((node) => node.operands[place] as Node);
    return gather(
      engine,
      operands.map((operand) => values[operand.id] as Lane),
      (operands[0] as Node).width,
    );
  };
  const fields = (place: number): FieldVector =>
    vectorOf(nodes.map((node) => values[(node.operands[place] as Node).id] as bigint));
  const first = (nodes[0] as Node).operation;
  switch (first.kind) {
    case 'input':
      return lanesOf(yield* maskedBits(engine, inputsOf(nodes), first.width));
    case 'drawn':
      return lanesOf(drawnPlanes(engine, nodes, width));
    case 'constantBits':
      return lanesOf(publicPlanes(nodes, width).map((plane) => constantShared(engine, plane)));
    case 'equalPublic':
      return lanesOf([yield* equalPublic(engine, lanes(0), publicPlanes(nodes, operandWidth(nodes)))]);
    case 'equal':
      return lanesOf([yield* equal(engine, lanes(0), lanes(1))]);
    case 'lessPublic':
      return lanesOf([yield* lessThanPublic(engine, lanes(0), publicPlanes(nodes, operandWidth(nodes)))]);
    case 'greaterPublic':
      return lanesOf([yield* greaterThanPublic(engine, lanes(0), publicPlanes(nodes, operandWidth(nodes)))]);
    case 'less':
      return lanesOf([yield* less(engine, lanes(0), lanes(1))]);
    case 'not':
      return lanesOf(lanes(0).map((plane) => not(engine, plane)));
    case 'xor':
      return lanesOf(xorPlanes(lanes(0), lanes(1)));
    case 'and':
      return lanesOf(yield* andPairs(engine, lanes(0), lanes(1)));
    case 'andPublic':
      return lanesOf(andPublicPlanes(lanes(0), publicPlanes(nodes, width)));
    case 'xorPublic':
      return lanesOf(xorPublicPlanes(engine, lanes(0), publicPlanes(nodes, width)));
    case 'shiftPublic':
      return lanesOf(shiftPlanes(engine, lanes(0), first.by, first));
    case 'shift':
      return lanesOf(yield* shiftBySecret(engine, lanes(0), lanes(1), first));
    case 'divide': {
      const division = yield* (first.signed ? divideSigned : divide)(engine, lanes(0), lanes(1));
      return lanesOf([...division.quotient, ...division.remainder]);
    }
    case 'quotient':
      return elementsOf(
        yield* quotient(engine, offsetFields(nodes, values), divisorsOf(nodes), bitLength(first.divisor)),
      );
    case 'multiplyDivide':
      return lanesOf(yield* multiplyDivide(engine, [lanes(0), lanes(1), lanes(2)], first.signed));
    case 'divideScaled':
      return lanesOf(yield* divideScaled(engine, lanes(0), lanes(1), first.scale, first.signed));
    case 'squareRoot':
      return lanesOf(yield* squareRoot(engine, lanes(0)));
    case 'lookUp':
      return lanesOf(yield* lookUp(engine, first.table, lanes(0)));
    case 'joinBits':
      return lanesOf((nodes[0] as Node).operands.map((_, place) => lanes(place)[0] as SharedBits));
    case 'part':
      return lanesOf(lanes(0).slice(first.from, first.from + width));
    case 'selectBits':
      return lanesOf(yield* select(engine, lanes(0)[0] as SharedBits, lanes(1), lanes(2)));
    case 'resize':
      return lanesOf(resize(engine, lanes(0), first));
    case 'join':
      return lanesOf([...lanes(0), ...lanes(1)]);
    case 'bitAt':
      return lanesOf([
        gatherPlane(
          engine,
          nodes.map((node) => values[(node.operands[0] as Node).id] as Lane),
          first.place,
        ),
      ]);
    case 'toField':
      return elementsOf(yield* planesToField(engine, lanes(0), first.signed));
    case 'inputField':
      return elementsOf(yield* maskedField(engine, inputsOf(nodes), first.width));
    case 'toBits':
      return lanesOf(yield* bitsOfField(engine, offsetFields(nodes, values), first.width));
    case 'reduce':
      return elementsOf(yield* reduce(engine, offsetFields(nodes, values), first.width, first.signed));
    case 'negative':
      return lanesOf([yield* isNegative(engine, fields(0), first.width)]);
    case 'zero':
      return lanesOf([yield* isZero(engine, offsetFields(nodes, values), first.width)]);
    case 'multiply':
      return elementsOf(yield* multiply(engine, fields(0), fields(1)));
    case 'linear':
    case 'share':
      throw new Error('evaluated one by one');
  }
}

function andPublicPlanes(x: Planes, c: PublicPlanes): Planes {
  return x.map((plane, k) => andPublic(plane, c[k] as Bits));
}

function divisorsOf(nodes: readonly Node[]): bigint[] {
  return nodes.map((node) => (node.operation as Operation & { kind: 'quotient' }).divisor);
}

function inputsOf(nodes: readonly Node[]): MaskedInput[] {
  return nodes.map((node) => (node.operation as Operation & { kind: 'input' }).input);
}

/** XOR of what the holders of each set know. */
function drawnPlanes(engine: Engine, nodes: readonly Node[], width: number): Planes {
  const known = engine.held.map((set) => {
    const words = nodes.map(({ operation }) => (operation as Operation & { kind: 'drawn' }).pieces.get(set) as bigint);
    return knownPlanes(engine, set, words, nodes.length, width);
  });
  return known.reduce(xorPlanes);
}

/** The only operand of each node plus its offset, which makes it non-negative. */
function offsetFields(nodes: readonly Node[], values: readonly (Value | undefined)[]): FieldVector {
  return vectorOf(
    nodes.map((node) =>
      field.add(
        values[(node.operands[0] as Node).id] as bigint,
        (node.operation as Operation & { kind: 'toBits' }).offset,
      ),
    ),
  );
}

function operandWidth(nodes: readonly Node[]): number {
  return nodes[0]?.operands[0]?.width as number;
}

function publicPlanes(nodes: readonly Node[], width: number): PublicPlanes {
  return planesOf(
    nodes.map((node) => (node.operation as Operation & { kind: 'constantBits' }).value),
    width,
  );
}

function lanesOf(bank: Planes): Lane[] {
  return Array.from({ length: (bank[0] as SharedBits).length }, (_, index) => ({ bank, index }));
}

function* andPairs(engine: Engine, x: Planes, y: Planes): Protocol<Planes> {
  return yield* andAll(
    engine,
    x.map((plane, k): readonly [SharedBits, SharedBits] => [plane, y[k] as SharedBits]),
  );
}

function resize(engine: Engine, bits: Planes, { width, signed, flip }: Operation & { kind: 'resize' }): Planes {
  const top = bits.at(-1) as SharedBits;
  const wide = Array.from({ length: width }, (_, k) => bits[k] ?? (signed ? top : zeroShared(engine, top.length)));
  return flip ? [...wide.slice(0, -1), not(engine, wide.at(-1) as SharedBits)] : wide;
}
