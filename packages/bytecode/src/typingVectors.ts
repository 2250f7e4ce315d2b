// Types and labels of what operates on whole vectors: rows as in `typing.ts`.
import { scalarRefs, tableType, type Declared, type TypeRef } from './module.ts';
import type { OpName } from './opcodes.ts';
import { elementOf, foldAssociative, need, needCount, type Row, type Typing } from './typing.ts';
import { integerOf, isFixed, join } from './types.ts';

const { bool, u32 } = scalarRefs;

/** The immediate of an instruction is a vector type of that element. */
export function needVector(typing: Typing, type: TypeRef, element: TypeRef): void {
  const vector = tableType(typing.module.types, type);
  need(typing, vector?.kind === 'vector' && vector.element === element, 'vector type of the elements');
}

function elementsOf(typing: Typing, vector: Declared | undefined): TypeRef {
  return elementOf(typing, vector?.type ?? bool);
}

/** An element of a vector, with the vector's label. */
function elementIn(typing: Typing, vector: Declared | undefined): Declared {
  return { type: elementsOf(typing, vector), label: vector?.label ?? 'p' };
}

/** Elements of one size each: which of them it is would show in a length. */
function needFixed(typing: Typing, type: TypeRef): void {
  need(typing, isFixed(typing.module.types, type), 'elements without vectors inside');
}

export const vectorRows: Partial<Record<OpName, Row>> = {
  slice: (typing, { immediates }, [vector, start, count]) => {
    needCount(typing, start);
    needCount(typing, count);
    needVector(typing, immediates[0] as TypeRef, elementsOf(typing, vector));
    return [{ type: immediates[0] as TypeRef, label: vector?.label ?? 'p' }];
  },
  concat: (typing, { immediates }, vectors) => {
    for (const vector of vectors) needVector(typing, immediates[0] as TypeRef, elementsOf(typing, vector));
    // Of nothing at all it is the empty vector, whose type is still a vector's.
    if (vectors.length === 0) elementOf(typing, immediates[0] as TypeRef);
    return [{ type: immediates[0] as TypeRef, label: join(...vectors.map(({ label }) => label)) }];
  },
  oat: (typing, _, [vector, index]) => {
    needCount(typing, index);
    needFixed(typing, elementsOf(typing, vector));
    return [{ type: elementsOf(typing, vector), label: join(vector?.label ?? 'p', index?.label ?? 'p') }];
  },
  oput: (typing, _, [vector, index, value]) => {
    needCount(typing, index);
    needFixed(typing, elementsOf(typing, vector));
    need(typing, elementsOf(typing, vector) === value?.type, 'element of the vector');
    const label = join(vector?.label ?? 'p', index?.label ?? 'p', value?.label ?? 'p');
    return [{ type: vector?.type ?? bool, label }];
  },
  onehot: (typing, { immediates }, [index, count]) => {
    needCount(typing, index);
    needCount(typing, count);
    needVector(typing, immediates[0] as TypeRef, bool);
    return [{ type: immediates[0] as TypeRef, label: index?.label ?? 'p' }];
  },
  dot: (typing, _, [a, b]) => {
    const element = elementsOf(typing, a);
    need(typing, elementsOf(typing, b) === element && integerOf(element) !== undefined, 'two vectors of one integer');
    return [{ type: element, label: join(a?.label ?? 'p', b?.label ?? 'p') }];
  },
  matmul: (typing, { immediates }, [a, b]) => {
    const rows = elementsOf(typing, a);
    const integer = elementOf(typing, rows);
    need(typing, integerOf(integer) !== undefined, 'matrices of one integer');
    need(typing, elementOf(typing, elementsOf(typing, b)) === integer, 'matrices of one integer');
    const type = immediates[0] as TypeRef;
    needVector(typing, elementOf(typing, type), integer);
    needVector(typing, type, elementOf(typing, type));
    return [{ type, label: join(a?.label ?? 'p', b?.label ?? 'p') }];
  },
  argmax: (typing, _, [vector]) => {
    need(typing, integerOf(elementsOf(typing, vector)) !== undefined, 'vector of integers');
    return [{ type: u32, label: vector?.label ?? 'p' }];
  },
  sort: (typing, _, [vector, keys]) => {
    need(typing, integerOf(elementsOf(typing, keys)) !== undefined, 'keys that are integers');
    needFixed(typing, elementsOf(typing, vector));
    return [{ type: vector?.type ?? bool, label: join(vector?.label ?? 'p', keys?.label ?? 'p') }];
  },
  prefix: (typing, instruction, [vector]) => {
    const [folded] = foldAssociative(typing, instruction, vector === undefined ? [] : [vector]);
    return [{ type: vector?.type ?? bool, label: folded?.label ?? 'p' }];
  },
  compact: (typing, _, [vector, keep]) => {
    needFixed(typing, elementsOf(typing, vector));
    need(typing, elementsOf(typing, keep) === bool, 'a bool for each element');
    return [{ type: vector?.type ?? bool, label: join(vector?.label ?? 'p', keep?.label ?? 'p') }];
  },
  /** That the permutation is one is the verifier's to see: it was drawn. */
  permute: (typing, _, [vector]) => {
    needFixed(typing, elementsOf(typing, vector));
    return [{ type: vector?.type ?? bool, label: 's' }];
  },
  gather: (typing, { immediates }, [vector, indices]) => {
    needCount(typing, elementIn(typing, indices));
    needVector(typing, immediates[0] as TypeRef, elementsOf(typing, vector));
    return [{ type: immediates[0] as TypeRef, label: vector?.label ?? 'p' }];
  },
};
