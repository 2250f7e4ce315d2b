// Instruction table, encoding, verifier, policy report, cost, plain evaluator and the Executor interface.

export {};
