/**
 * What an engine offers. All engines run `interpret` with an algebra of their own and answer its requests, so their public behaviour is one; what they differ in
 * is what a plan needs and how a run proceeds (rounds among seats, or sealed memory).
 */
import type { Inputs } from './run.ts';
import type { Outcome } from './refusal.ts';
import type { Verified } from './verify.ts';

/** Inputs as everyone sees them: secret scalars have their place and nothing in it. */
export type PublicInputs = Inputs<null>;

/** Prepares from public facts alone, so that every seat arrives at the same plan; runs with its own part of the secrets. */
export interface Executor<Plan, Secrets, Run> {
  /** Refused when the engine cannot run the module within its limits. Reverts that public facts decide are part of the plan, not a refusal. */
  prepare(verified: Verified, fn: number, inputs: PublicInputs): Outcome<Plan>;
  /** Secret scalars in the order in which the inputs hold them: arguments, fields, entries. */
  run(plan: Plan, secrets: Secrets): Run;
}
