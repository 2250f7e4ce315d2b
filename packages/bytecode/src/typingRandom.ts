// Types and labels of what is drawn from the tape: rows as in `typing.ts`.
import { scalarRefs, type TypeRef } from './module.ts';
import type { OpName } from './opcodes.ts';
import { need, needCount, type Row } from './typing.ts';
import { needVector } from './typingVectors.ts';
import { integerOf } from './types.ts';

const { bool, u32 } = scalarRefs;

export const randomRows: Partial<Record<OpName, Row>> = {
  'rand.bits': (typing, { immediates }) => {
    const type = immediates[0] as TypeRef;
    need(typing, type === bool || integerOf(type) !== undefined, 'bool or integer type to draw');
    return [{ type, label: 's' }];
  },
  'rand.below': (typing, _, [bound]) => {
    need(typing, bound?.type === u32, 'bound of type u32');
    return [{ type: u32, label: 's' }];
  },
  'rand.perm': (typing, { immediates }, [count]) => {
    needCount(typing, count);
    needVector(typing, immediates[0] as TypeRef, u32);
    return [{ type: immediates[0] as TypeRef, label: 's' }];
  },
};
