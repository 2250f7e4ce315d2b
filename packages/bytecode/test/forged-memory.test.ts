// Modules in memory that no bytes decode to: what the decoder bounds and numbers by construction, the verifier bounds and compares for whoever made a module otherwise.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  INSTRUCTIONS_MAX,
  NESTING_MAX,
  OPERANDS_MAX,
  PARAMS_MAX,
  RESULTS_MAX,
  scalarRefs,
  selectorOf,
  signatureOf,
  verifyModule,
  type Module,
  type TypeRef,
} from '@enigma/bytecode';
import {
  bodyOf,
  functionOf,
  long,
  moduleOf,
  nested,
  refusedInMemory,
  saying,
  withFunction,
  withOp,
  withRegions,
  type Forgery,
} from './support/forgery.ts';

const { u8 } = scalarRefs;

/** 0 + 0 + 1 + 2, in a loop. */
const looping = bodyOf(
  (r) =>
    void r.for(
      r.constant(u8, 3),
      [{ initial: r.constant(u8, 0), declared: { type: u8, label: 'p' } }],
      (inner, index, [sum]) => [inner.emit('add', [sum!, index])],
    ),
);
/** f() calls a helper. */
const helped = moduleOf((m) => {
  const helper = m.function({ name: 'helper', kind: 'internal' }, () => []);
  return (r) => void r.call(helper, []);
});

const FORGERIES: readonly Forgery[] = [
  ['more bytes than the decoder takes', 'E-LIMIT', 'module bytes', () => [saying(500, 250), saying(520, 250)]],
  [
    'more arguments than a function has',
    'E-KIND',
    'too many parameters or results',
    () => [arguing(PARAMS_MAX), arguing(PARAMS_MAX + 1)],
  ],
  [
    'more results than a function has',
    'E-KIND',
    'too many parameters or results',
    () => [answering(RESULTS_MAX), answering(RESULTS_MAX + 1)],
  ],
  [
    'more regions in regions than the walks bear',
    'E-LIMIT',
    'nesting',
    () => [bodyOf((r) => nested(r, NESTING_MAX)), bodyOf((r) => nested(r, NESTING_MAX + 1))],
  ],
  [
    'more instructions than a body has',
    'E-LIMIT',
    'instructions',
    () => [long(INSTRUCTIONS_MAX), long(INSTRUCTIONS_MAX + 1)],
  ],
  [
    'more operands than an instruction has',
    'E-LIMIT',
    'operands',
    () => [gathering(OPERANDS_MAX), gathering(OPERANDS_MAX + 1)],
  ],
  [
    'a call of a function that is none',
    'E-CALLS',
    undefined,
    () => [helped, withOp(helped, 'call', () => ({ immediates: [9] }))],
  ],
  [
    'a region whose values begin at another number',
    'E-FORMAT',
    'numbering of a region',
    () => [
      looping,
      withRegions(looping, ({ firstParam, paramCount }) => ({
        firstParam: paramCount === 0 ? firstParam : firstParam + 1,
      })),
    ],
  ],
  [
    'a region that counts another number of values',
    'E-FORMAT',
    'numbering of a region',
    () => [looping, withRegions(looping, ({ paramCount }) => ({ paramCount: paramCount * 2 }))],
  ],
  [
    'a result under the number of another value',
    'E-FORMAT',
    'numbering of results',
    () => [looping, withOp(looping, 'add', ({ result }) => ({ result: result - 1 }))],
  ],
  [
    'a region that never ends',
    'E-REGION',
    'region without yield',
    () => [looping, withRegions(looping, ({ instructions }) => ({ instructions: instructions.slice(0, -1) }))],
  ],
  [
    'a reserved opcode that no bytes name',
    'E-FORMAT',
    'shape of the instruction',
    () => [looping, withOp(looping, 'add', () => ({ op: 'gather', operands: [] }))],
  ],
  [
    'an instruction with an immediate that no bytes of it have',
    'E-FORMAT',
    'shape of the instruction',
    () => [looping, withOp(looping, 'const', ({ immediates }) => ({ immediates: [...immediates, 0] }))],
  ],
  [
    'an instruction with an operand that no bytes of it have',
    'E-FORMAT',
    'shape of the instruction',
    () => [looping, withOp(looping, 'add', ({ operands }) => ({ operands: [...operands, 0] }))],
  ],
  [
    'an instruction that carries what no bytes of it do',
    'E-FORMAT',
    'shape of the instruction',
    () => [looping, withOp(looping, 'add', () => ({ carried: [{ type: u8, label: 'p' }] }))],
  ],
  [
    'an instruction with a region that no bytes of it have',
    'E-FORMAT',
    'shape of the instruction',
    () => [
      looping,
      withOp(looping, 'add', ({ result }) => ({ regions: [{ firstParam: result, paramCount: 0, instructions: [] }] })),
    ],
  ],
  [
    'an instruction with more results than its opcode',
    'E-FORMAT',
    'shape of the instruction',
    () => [looping, withOp(looping, 'add', () => ({ resultCount: 2 }))],
  ],
  ['a value of a type behind the table', 'E-TYPE', 'type outside the table', () => [typed(u8), typed(60)]],
  ['a value of a type that no version has yet', 'E-TYPE', 'type outside the table', () => [typed(u8), typed(12)]],
];

function gathering(count: number): Module {
  return moduleOf((m) => (r) => {
    const one = r.constant(u8, 1);
    r.vector(
      m.vectorType(u8),
      Array.from({ length: count }, () => one),
    );
  });
}

/** f(n) whose argument has another type than the builder wrote. */
function typed(type: TypeRef): Module {
  const module = arguing(1);
  return withFunction(module, 0, ({ name, kind, params }) => {
    const changed = params.map((param) => ({ ...param, type }));
    return { params: changed, selector: selectorOf(signatureOf(module.types, name, changed), kind) };
  });
}

function arguing(count: number): Module {
  const params = Array.from({ length: count }, (_, i) => ({ name: `n${i}`, type: u8, label: 'p' as const }));
  return functionOf(() => ({ name: 'f', kind: 'call', params }));
}

function answering(count: number): Module {
  const results = Array.from({ length: count }, () => ({ type: u8, label: 'p' as const }));
  return functionOf(() => ({ name: 'f', kind: 'call', results }));
}

for (const forgery of FORGERIES) test(forgery[0], () => refusedInMemory(forgery));

test('an operand that is no value is refused whatever rule is off', () => {
  const forged = withOp(looping, 'add', ({ operands: [first] }) => ({ operands: [first!, 99] }));
  const outcome = verifyModule(forged, { ...allRules, dominance: false });
  assert.equal(outcome.ok ? 'accepted' : outcome.code, 'E-SCOPE');
});
