// The secret half of one execution as a graph: what is to be computed, on what, in which domain. Nothing runs while it is built; the
// schedule then runs every operation as soon as its operands are there, so the order of the source decides no round.
import type { Table } from '../circuits/table.ts';
import type { MaskedInput } from '../masks.ts';

/** Bits of one secret integer (bit 0 first), or one share of a field element: what a node becomes. */
export type Domain = 'bits' | 'field';

/** Operations; those of one kind and width that are ready together run as one batch. */
export type Operation =
  | { readonly kind: 'input'; readonly input: MaskedInput; readonly width: number }
  | { readonly kind: 'constantBits'; readonly value: bigint; readonly width: number }
  | { readonly kind: 'equalPublic'; readonly value: bigint }
  | { readonly kind: 'equal' }
  | { readonly kind: 'lessPublic'; readonly value: bigint }
  | { readonly kind: 'greaterPublic'; readonly value: bigint }
  | { readonly kind: 'less' }
  | { readonly kind: 'not' }
  | { readonly kind: 'xor' }
  | { readonly kind: 'and' }
  | { readonly kind: 'andPublic'; readonly value: bigint }
  | { readonly kind: 'xorPublic'; readonly value: bigint }
  /** Places to move by; `width` or more is everything. */
  | { readonly kind: 'shiftPublic'; readonly by: number; readonly up: boolean; readonly signed: boolean }
  /** Operands: value, amount. */
  | { readonly kind: 'shift'; readonly up: boolean; readonly signed: boolean }
  /** Operands: dividend, divisor. The quotient's bits, then the remainder's. */
  | { readonly kind: 'divide'; readonly signed: boolean }
  /** ⌊(x + offset)/divisor⌋ in F_p, 0 ≤ x + offset below the wall. */
  | { readonly kind: 'quotient'; readonly offset: bigint; readonly divisor: bigint }
  /** xy/z mod 2^w. */
  | { readonly kind: 'multiplyDivide'; readonly signed: boolean }
  /** Operands: x, y. ⌊x·scale/y⌋ mod 2^w, zero where y is. */
  | { readonly kind: 'divideScaled'; readonly scale: bigint; readonly signed: boolean }
  /** ⌊√x⌋ */
  | { readonly kind: 'squareRoot' }
  /** The entry of a public table at a secret place. */
  | { readonly kind: 'lookUp'; readonly table: NumberedTable }
  /** One bit of each operand. */
  | { readonly kind: 'joinBits' }
  /** `width` bits from a place on. */
  | { readonly kind: 'part'; readonly from: number }
  /** Operands: condition (one bit), x, y. */
  | { readonly kind: 'selectBits' }
  /** The low `width` bits, extended with zeros or with the sign. Flips the top bit where `flip` is set: signed order as unsigned. */
  | { readonly kind: 'resize'; readonly width: number; readonly signed: boolean; readonly flip: boolean }
  /** Bits of the first operand, those of the second above them. */
  | { readonly kind: 'join' }
  /** One of the bits. */
  | { readonly kind: 'bitAt'; readonly place: number }
  | { readonly kind: 'toField'; readonly signed: boolean }
  /** Drawn bits: this seat's pieces by T-set. */
  | { readonly kind: 'drawn'; readonly pieces: ReadonlyMap<number, bigint> }
  /** A client's value in F_p. */
  | { readonly kind: 'inputField'; readonly input: MaskedInput; readonly width: number }
  /** Bits of (x + offset) mod 2^width, 0 ≤ x + offset below the wall; the offset is a multiple of 2^width. */
  | { readonly kind: 'toBits'; readonly offset: bigint; readonly width: number }
  /** The same as a field element, the signed residue where `signed`. */
  | { readonly kind: 'reduce'; readonly offset: bigint; readonly width: number; readonly signed: boolean }
  /** [x < 0] for −2^width ≤ x < 2^width. */
  | { readonly kind: 'negative'; readonly width: number }
  /** [x + offset ≡ 0 mod 2^width], likewise. */
  | { readonly kind: 'zero'; readonly offset: bigint; readonly width: number }
  /** constant + Σ factors_k·operand_k: local. */
  | { readonly kind: 'linear'; readonly constant: bigint; readonly factors: readonly bigint[] }
  | { readonly kind: 'multiply' }
  /** A field element that this seat holds a share of: secret state. */
  | { readonly kind: 'share'; readonly share: bigint };

export interface Node {
  readonly id: number;
  readonly domain: Domain;
  /** Bits: planes. Field: 0. */
  readonly width: number;
  readonly operation: Operation;
  readonly operands: readonly Node[];
}

/** Places in one table are looked up together. */
export interface NumberedTable extends Table {
  readonly id: number;
}

export interface Graph {
  readonly nodes: Node[];
  /** Divisions by dividend and divisor: quotient and remainder are one operation. */
  readonly divisions: Map<string, Node>;
  /** By what is in them. */
  readonly tables: Map<string, NumberedTable>;
}

export function emptyGraph(): Graph {
  return { nodes: [], divisions: new Map(), tables: new Map() };
}

export function addNode(
  graph: Graph,
  domain: Domain,
  width: number,
  operation: Operation,
  operands: readonly Node[] = [],
): Node {
  const node = { id: graph.nodes.length, domain, width, operation, operands };
  graph.nodes.push(node);
  return node;
}
