// Short ways to verify and run in tests.
import {
  evaluate,
  functionNamed,
  initialState,
  verifyModule,
  type Module,
  type PlainInputs,
  type Evaluation,
  type TaskContext,
  type Verified,
} from '@enigma/bytecode';

export const context: TaskContext = {
  sender: 0xa11cen,
  self: 0xc0den,
  height: 100n,
  time: 1_700_000_000n,
  value: 0n,
  seats: 4,
  threshold: 1,
};

export function verified(module: Module): Verified {
  const outcome = verifyModule(module);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

export function run(module: Verified, name: string, inputs: Partial<PlainInputs> = {}): Evaluation {
  return evaluate(module, functionNamed(module, name), { state: initialState(module), context, ...inputs });
}
