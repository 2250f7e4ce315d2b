// Views: what a contract says of its own public state, computed here from state that any one node told and the root on chain confirmed. No task, no fee, no wait, and nobody to believe: the
// verifier lets a view neither write nor release, and so nothing secret is needed to run it.
import { evaluate, FIRST_ERROR_CODE } from '@enigma/bytecode';
import { contractAccountOf, type Hex } from '@enigma/protocol';
import { resultNames, type ContractAbi } from './abi.ts';
import { ClientError } from './errors.ts';
import type { Ports, WaitOptions } from './ports.ts';
import { latestOf, type CommitteeFacts, type Deployed } from './reading.ts';
import { readState, type PublicState } from './state.ts';
import { functionOf, resultOf, toValue } from './values.ts';

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
  const params = module.functions[index]?.params ?? [];
  const given = terms.args ?? [];
  if (given.length !== params.length)
    throw new ClientError(
      'BAD_ARGUMENT',
      `${name} takes ${params.length} arguments and was given ${given.length}.`,
      { name, want: params.length, given: given.length },
      `It takes: ${params.map((param) => param.name).join(', ') || 'none'}.`,
    );
  const args = params.map(({ type, name: parameter }, i) => toValue(module.types, type, given[i], parameter));
  const state = await readState(ports, deployed, committee, terms);
  const { number, timestamp } = await latestOf(ports.chain);
  const { outcome } = evaluate(verified, index, {
    args,
    state: state.values,
    context: {
      sender: BigInt(terms.sender ?? ports.chain.account),
      value: 0n,
      self: BigInt(contractAccountOf(contractId)),
      height: number,
      time: BigInt(timestamp),
      seats: committee.n,
      threshold: committee.T,
    },
    openMode,
  });
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
