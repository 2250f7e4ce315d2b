// A forged module is refused with its rule's code and accepted once that rule is switched off, so that the refusal is the rule's own doing.
import assert from 'node:assert/strict';
import {
  allRules,
  encodeModule,
  loadModule,
  moduleBuilder,
  scalarRefs,
  verifyModule,
  type BuiltValue,
  type Instruction,
  type Module,
  type ModuleBuilder,
  type ModuleFunction,
  type RefusalCode,
  type RegionBuilder,
  type Rules,
} from '@enigma/bytecode';

const { bool, u8 } = scalarRefs;

/** Refused in memory and as bytes; accepted by both with the rule off. */
export function forged(rule: keyof Rules, code: RefusalCode, module: Module): void {
  const off = { ...allRules, [rule]: false };
  const bytes = encodeModule(module);
  for (const outcome of [verifyModule(module), loadModule(bytes)]) {
    assert.equal(outcome.ok, false);
    assert.equal(outcome.ok ? '' : outcome.code, code);
  }
  for (const outcome of [verifyModule(module, off), loadModule(bytes, off)])
    assert.deepEqual(outcome.ok ? '' : outcome, '');
}

export function refusedWith(code: RefusalCode, module: Module): void {
  const outcome = verifyModule(module);
  assert.equal(outcome.ok ? 'accepted' : outcome.code, code);
}

export interface Scene {
  readonly m: ModuleBuilder;
  readonly flag: ReturnType<ModuleBuilder['field']>;
  readonly box: ReturnType<ModuleBuilder['field']>;
}

/** A contract with a public bool `flag`, a secret u8 `box` and one function of the secret x, the public n. */
export function withBody(
  build: (r: RegionBuilder, x: BuiltValue, n: BuiltValue, scene: Scene) => void,
  kind: 'call' | 'view' | 'read' = 'call',
): Module {
  const m = moduleBuilder();
  const flag = m.field('flag', 'state', bool, 'p');
  const box = m.field('box', 'state', u8, 's');
  m.function(
    {
      name: 'f',
      kind,
      params: [
        { name: 'x', type: u8, label: 's' },
        { name: 'n', type: u8, label: 'p' },
      ],
    },
    (r, [x, n]) => {
      build(r, x!, n!, { m, flag, box });
      return [];
    },
  );
  return m.finish();
}

export function mapInstructions(fn: ModuleFunction, map: (instruction: Instruction) => Instruction): ModuleFunction {
  return { ...fn, body: { ...fn.body, instructions: fn.body.instructions.map(map) } };
}
