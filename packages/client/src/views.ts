// Views: what a contract says of its own public state, computed here from state that any one node told and the root on chain confirmed. No task, no fee, no wait, and nobody to believe: the
// verifier lets a view neither write nor release, and so nothing secret is needed to run it.
import {
  costOf,
  evaluate,
  FIRST_ERROR_CODE,
  gasOf,
  sizesOf,
  type Evaluation,
  type PlainInputs,
  type Verified,
} from '@enigma/bytecode';
import { contractAccountOf, type Hex } from '@enigma/protocol';
import { resultNames, type ContractAbi } from './abi.ts';
import { checksOf, type ClientChecks } from './defences.ts';
import { ClientError } from './errors.ts';
import { VIEW_GAS_MAX } from './limits.ts';
import type { Ports, WaitOptions } from './ports.ts';
import { latestOf, type CommitteeFacts, type Deployed } from './reading.ts';
import { readState, type PublicState } from './state.ts';
import { argumentsOf, functionOf, resultOf } from './values.ts';

export interface ViewTerms extends WaitOptions {
  /** In the order of the view's parameters. */
  readonly args?: readonly unknown[];
  /** Whose view it is, where the view asks; default the account of the chain's port. */
  readonly sender?: Hex;
}

export interface Viewed<R = unknown> {
  /** In JavaScript's types. */
  readonly value: R;
  /** What it was computed from. */
  readonly state: PublicState;
}

/** Runs a view, if somebody can wait for it: its code is a stranger's, and runs here, where the interpreter's own bounds are those of a node. */
export function runView(
  verified: Verified,
  index: number,
  inputs: Required<Omit<PlainInputs, 'inbox' | 'tape' | 'budget'>>,
  checks: ClientChecks,
): Evaluation['outcome'] {
  const cost = costOf(verified, index);
  const gas = cost.ok ? gasOf(cost.value, sizesOf(verified, index, { ...inputs, inbox: [] })) : undefined;
  if (checks['view.gas'] && (gas === undefined || gas > VIEW_GAS_MAX))
    throw new ClientError(
      'TASK_OUT_OF_GAS',
      `The view may take ${gas ?? 'more'} gas, and ${VIEW_GAS_MAX} are the most that is run here.`,
      { gas: gas ?? 0n, max: VIEW_GAS_MAX },
      'Read the public fields themselves, or a view that looks at less of them.',
    );
  return evaluate(verified, index, inputs).outcome;
}

export async function readView(
  ports: Ports,
  deployed: Deployed,
  committee: CommitteeFacts,
  name: string,
  terms: ViewTerms,
  abi?: ContractAbi,
): Promise<Viewed> {
  const { verified, contractId, openMode } = deployed;
  const { module } = verified;
  const index = functionOf(verified, name, ['view']);
  const args = argumentsOf(verified, index, terms.args);
  const state = await readState(ports, deployed, committee, terms);
  const { number, timestamp } = await latestOf(ports.chain);
  const context = {
    sender: BigInt(terms.sender ?? ports.chain.account),
    value: 0n,
    self: BigInt(contractAccountOf(contractId)),
    height: number,
    time: BigInt(timestamp),
    seats: committee.n,
    threshold: committee.T,
  };
  const outcome = runView(verified, index, { args, state: state.values, context, openMode }, checksOf(ports));
  if (outcome.status === 'ok') {
    const value = resultOf(verified, index, openMode, outcome.results as never, resultNames(abi, name));
    return { value, state };
  }
  const code = outcome.status === 'revert' ? outcome.code : outcome.argument;
  const text = module.errors[code - FIRST_ERROR_CODE]?.text ?? `${outcome.status} ${code}`;
  throw new ClientError(
    'TASK_REVERTED',
    `The view stopped: ${text}.`,
    { name, text, code },
    'Ask with other arguments.',
  );
}
