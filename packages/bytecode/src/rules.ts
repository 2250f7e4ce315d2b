/**
 * The verifier's rules by name. Production knows one value, `allRules`; tests switch single rules off to show that the forged module each of them refuses
 * would otherwise pass.
 */
export interface Rules {
  /** 1. An operand is a value of this or an enclosing open region. */
  readonly dominance: boolean;
  /** 2. Operand types fit the opcode's row. */
  readonly operandTypes: boolean;
  /** 3. What a declared place (field, parameter, result) receives has the declared label. */
  readonly declaredLabels: boolean;
  /** 4. Operands that decide control, shape, traps and recipients are public. */
  readonly mustBePublic: boolean;
  /** 5. Loop-carried values have the declared types and labels at entry and at yield. */
  readonly carriedLabels: boolean;
  /** 6. Calls form no circle. */
  readonly acyclicCalls: boolean;
  /** 7. Each release site is used once and complete. */
  readonly releaseSites: boolean;
  /** 8. Tables are sorted and entirely used. */
  readonly canonicalTables: boolean;
  /** 8, of numbers: LEB128 in its shortest form. */
  readonly canonicalNumbers: boolean;
  /** Effects stand where the function's kind and the region allow them. */
  readonly effects: boolean;
  /** Secrets go back to their owner alone, unless a reason says otherwise. */
  readonly readers: boolean;
}

export const allRules: Rules = {
  dominance: true,
  operandTypes: true,
  declaredLabels: true,
  mustBePublic: true,
  carriedLabels: true,
  acyclicCalls: true,
  releaseSites: true,
  canonicalTables: true,
  canonicalNumbers: true,
  effects: true,
  readers: true,
};
