// The contracts themselves beside the rules: each block of a run is first made on a real EVM, and then by the rules in a block of the same number, hash, time and chance. Whatever a call does on the one and
// not on the other is a difference: its events, its refusal, and at the end every head, inbox, balance and status. So what nodes and clients do in a run is done to Solidity too.
import { DEVELOPMENT_TERMS, openChainPort } from '@enigma/contracts';
import type { Hex } from '@enigma/crypto';
import {
  statusOf,
  type ChainConfig,
  type PendingCall,
  type Proposal,
  type SimulatedChain,
  type Submitted,
} from '@enigma/protocol';
import { CALLEES } from '../calls/plan.ts';
import type { BlockMaker } from '../miner.ts';
import { DEPLOYER, startEvm, type Evm, type EvmOutcome } from './anvil.ts';

/** Takes whatever it is told: STOP. */
const TAKES: Hex = '0x00';
/** Reverts: PUSH0 PUSH0 REVERT. */
const REFUSES: Hex = '0x5f5ffd';
const READER_KEY: Hex = `0x${'01'.repeat(32)}`;
const DIFFERENCES_MAX = 20;

export interface Twin {
  readonly config: ChainConfig;
  readonly funder: Hex;
  readonly supply: bigint;
  /** Seconds since 1970 at which its time begins. */
  readonly genesisSeconds: number;
  /** Brings the rules' chain to the block that the contracts were deployed by; then makes blocks on both. */
  begin(chain: SimulatedChain): Promise<BlockMaker>;
  /** What differs, also in all that is stored now. */
  differences(): Promise<readonly string[]>;
  /** Calls that both took, and that both refused, by name. */
  readonly seen: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

export async function startTwin(): Promise<Twin> {
  const evm = await startEvm();
  const { book } = evm;
  await evm.setCode(CALLEES.takes as Hex, TAKES);
  await evm.setCode(CALLEES.refuses as Hex, REFUSES);
  const { unitTokens, unitsMax, supply, tenureGraceEpochs, ...times } = DEVELOPMENT_TERMS;
  const config: ChainConfig = {
    chainId: BigInt(book.chainId),
    tasks: book.tasks,
    bank: book.bank,
    unitTokens,
    unitsMax,
    graceEpochs: tenureGraceEpochs,
    times,
    token: book.token,
    siblings: [book.token, book.stake, book.committees, book.registry, book.randomness, book.remedies],
    calleeTakes: (target) => target === CALLEES.takes,
  };
  const found: string[] = [];
  const seen = new Map<string, number>();
  let mirror: SimulatedChain | undefined;
  const differ = (what: string): void => void (found.length < DIFFERENCES_MAX && found.push(what));

  /** Of one call, the contracts' outcome and the rules'. */
  function compare({ call, events, refusal }: EvmOutcome, rules: Submitted | undefined): void {
    const { name } = call.call;
    const said = refusal === undefined ? name : `${name} ${refusal.name}`;
    seen.set(said, (seen.get(said) ?? 0) + 1);
    if (rules === undefined) return differ(`${name}: the rules say nothing of it`);
    if (rules.ok !== (events !== undefined)) {
      const theirs = rules.ok ? 'take it' : `refuse it with ${rules.refusal.name}`;
      return differ(
        `${name}: the contracts ${refusal === undefined ? 'take it' : `refuse it with ${refusal.name}`}, the rules ${theirs}`,
      );
    }
    if (rules.ok && text(events) !== text(rules.events))
      differ(`${name}: the contracts tell ${text(events)}, the rules ${text(rules.events)}`);
    if (!rules.ok && text(refusal) !== text(rules.refusal))
      differ(`${name}: the contracts say ${text(refusal)}, the rules ${text(rules.refusal)}`);
  }

  async function mine(chain: SimulatedChain, proposal: Proposal | undefined, timestamp: number): Promise<void> {
    const calls = proposal?.calls ?? chain.waiting();
    const { starved } = proposal ?? {};
    // One that runs out of gas changes nothing on either.
    const sent = calls.filter((call) => starved?.has(call) !== true);
    const at = Math.max(timestamp, chain.latest().timestamp + 1);
    const { block, outcomes } = await evm.mine(sent, at);
    const said = new Map<PendingCall, Submitted>();
    chain.mine({
      calls,
      ...(starved === undefined ? {} : { starved }),
      timestamp: block.timestamp,
      sealed: block,
      told: (call, submitted) => void said.set(call, submitted),
    });
    for (const outcome of outcomes) compare(outcome, said.get(outcome.call));
    if (chain.latest().number !== block.number)
      differ(`block ${block.number} is ${chain.latest().number} to the rules`);
  }

  return {
    config,
    funder: DEPLOYER,
    supply,
    genesisSeconds: (await evm.block(0n)).timestamp,
    seen,
    async begin(chain) {
      mirror = chain;
      const { number } = await evm.block();
      for (let at = 1n; at <= number; at++) {
        const block = await evm.block(at);
        chain.mine({ calls: [], timestamp: block.timestamp, sealed: block });
      }
      return {
        mine: (proposal) => mine(chain, proposal, proposal?.timestamp ?? chain.nowSeconds()),
        async reorganise(depth, keep) {
          await evm.back(depth);
          chain.reorganise(depth, keep);
        },
      };
    },
    async differences() {
      if (mirror !== undefined) for (const what of await stored(evm, mirror)) differ(what);
      return found;
    },
    stop: () => evm.stop(),
  };
}

/** Everything that a node or a client can read, on both. */
async function stored(evm: Evm, chain: SimulatedChain): Promise<readonly string[]> {
  const port = openChainPort({ rpcUrl: evm.url, book: evm.book, privateKey: READER_KEY });
  const state = chain.state();
  const rules = chain.port(DEPLOYER);
  const broken: string[] = [];
  const same = (what: string, is: unknown, must: unknown): void => {
    if (text(is) !== text(must)) broken.push(`${what}: the contracts have ${text(is)}, the rules ${text(must)}`);
  };
  for (const id of state.contracts.keys()) {
    same('head', await port.headOf(id), await rules.headOf(id));
    same('inbox', await port.inboxOf(id), await rules.inboxOf(id));
    same('new until', await port.newUntilOf(id), await rules.newUntilOf(id));
  }
  for (const id of state.committees.keys()) same('committee', await port.committeeOf(id), await rules.committeeOf(id));
  for (const account of state.available.keys())
    same(account, await port.availableOf(account), state.available.get(account));
  for (const { index } of state.nodes) {
    same(`node ${index}`, await port.nodeOf(index), state.nodes[index]);
    same(`credit of ${index}`, await port.creditOf(index), state.credit.get(index) ?? 0n);
  }
  for (const [taskId, word] of state.tasks) same(taskId, await port.taskStatusOf(taskId), statusOf(word));
  for (const taskId of state.tasks.keys())
    same('owed', await port.owedCallbackOf(taskId), await rules.owedCallbackOf(taskId));
  same('epoch', await port.epoch(), state.epoch);
  return broken;
}

/** Facts by name, in the order of their names. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'bigint') return String(one);
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
