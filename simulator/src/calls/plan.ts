// What the callers of one seed do: which function each calls with what, how its body travels, who is told, and what is wrong with it.
import type { Hex } from '@enigma/crypto';
import type { Chance } from '../ballots.ts';
import { EVERYDAY, type Argument, type CallableFunction, type EverydayContract } from './programs.ts';

/** How a call's body comes to the nodes: in the call, to the nodes alone, after the call in a transaction of its own, to one seat whose word the chain never sees, or never. */
export type BodyWay = 'calldata' | 'offChain' | 'posted' | 'oneSeat' | 'never';

export interface Act {
  readonly fn: CallableFunction;
  readonly args: readonly Argument[];
  readonly caller: number;
  readonly body: BodyWay;
  /** Gas that does not suffice. */
  readonly poor: boolean;
  /** A body that no client of ours would make. */
  readonly garbled: boolean;
  readonly value: bigint;
  /** Parts that do not divide by seats or quarters are in them. */
  readonly gasPrice: bigint;
  readonly tip: bigint;
  /** The same header is sent first as its sender signed it for another network. */
  readonly foreign: boolean;
  readonly callback: Hex | undefined;
  /** Sent in one transaction with the one before it. */
  readonly together: boolean;
  /** Sent once the one before it has settled, unless it goes together with that. */
  readonly waits: boolean;
  /** From sealing to the deadline. A read's may be so short that nobody knows whether it is settled. */
  readonly windowSeconds: number;
  /** Milliseconds from a call to its posted body. */
  readonly postMs: number;
}

export const WINDOW_SECONDS = 600;
/** Of a read that may run out of time with a receipt under way which it shares, and of the one that shares it and must not: no receipt is for tasks of less than 120 s, nor for two whose deadlines are further apart. */
const LAPSING_SECONDS = 130;
const STAYING_SECONDS = 245;
const HELD_SECONDS = 145;

/** Whether it may expire at honest seats. */
export function isBrief({ windowSeconds }: Act): boolean {
  return windowSeconds < STAYING_SECONDS;
}

export interface CallPlan {
  readonly contract: EverydayContract;
  readonly callers: number;
  readonly acts: readonly Act[];
  /** For so long after the first receipt of several reads the chain takes none of several; 0 = it takes all. */
  readonly heldSeconds: number;
}

/** Contracts that are there to be told; every other address is nobody. What the second does, no chain forgives: it refuses all that it is told. */
export const CALLEES: Readonly<Record<'takes' | 'refuses' | 'nobody', Hex>> = {
  takes: `0x${'ca'.repeat(20)}`,
  refuses: `0x${'cb'.repeat(20)}`,
  nobody: `0x${'cc'.repeat(20)}`,
};

const LATE_WAYS: readonly BodyWay[] = ['posted', 'oneSeat', 'never'];
const PRICES: readonly bigint[] = [1n, 1n, 2n, 3n, 7n, 1_000_003n];
const TIPS: readonly bigint[] = [0n, 1n, 2n, 3n, 5n, 1000n];

export function drawCalls(chance: Chance): CallPlan {
  const contract = EVERYDAY[chance.below(EVERYDAY.length)] as EverydayContract;
  const callers = 1 + chance.below(3);
  const count = 4 + chance.below(5);
  const acts = Array.from({ length: count }, (_, at): Act => {
    const fn = contract.functions[chance.below(contract.functions.length)] as CallableFunction;
    const read = fn.read === true;
    // Of a read whose body comes late the queue goes on meanwhile.
    const way = read && chance.once(3) ? 9 : chance.below(12);
    const body: BodyWay = !fn.signed || way < 7 ? 'calldata' : way < 9 ? 'offChain' : (LATE_WAYS[way - 9] ?? 'never');
    const garbled = body === 'calldata' && fn.signed && chance.once(12);
    const callees = Object.values(CALLEES);
    const callback = !garbled && chance.once(3) ? callees[chance.below(callees.length)] : undefined;
    return {
      fn,
      args: fn.args(chance),
      caller: chance.below(callers),
      body,
      poor: chance.once(10),
      garbled,
      value: fn.value?.(chance) ?? (chance.once(4) ? BigInt(chance.below(1000)) : 0n),
      gasPrice: PRICES[chance.below(PRICES.length)] ?? 1n,
      tip: TIPS[chance.below(TIPS.length)] ?? 0n,
      foreign: fn.signed && chance.once(4),
      callback,
      together: at > 0 && body === 'calldata' && chance.once(read ? 2 : 3),
      waits: at > 0 && chance.once(read ? 8 : 3),
      windowSeconds: read && chance.once(3) ? 5 + chance.below(10) : WINDOW_SECONDS,
      postMs: read ? chance.below(12_000) : 0,
    };
  });
  // From here on: a draw more changes none of those before.
  if (!chance.once(3)) return { contract, callers, acts, heldSeconds: 0 };
  return { contract, callers, acts: [...acts, ...drawLapsing(chance, contract, callers)], heldSeconds: HELD_SECONDS };
}

/** Reads of one block, the last of which runs out of time while the chain keeps their receipt waiting. */
function drawLapsing(chance: Chance, contract: EverydayContract, callers: number): readonly Act[] {
  const reads = contract.functions.filter(({ read }) => read === true);
  const waits = chance.once(2);
  const count = 2 + chance.below(2);
  return Array.from({ length: count }, (_, at): Act => {
    const fn = reads[chance.below(reads.length)] as CallableFunction;
    return {
      fn,
      args: fn.args(chance),
      caller: chance.below(callers),
      body: 'calldata',
      poor: false,
      garbled: false,
      value: 0n,
      gasPrice: 1n,
      tip: 1n,
      foreign: false,
      callback: undefined,
      together: at > 0,
      waits: at === 0 && waits,
      windowSeconds: at < count - 1 ? STAYING_SECONDS : LAPSING_SECONDS + chance.below(10),
      postMs: 0,
    };
  });
}

/** Of a chain that does its worst nobody knows how long it keeps anything waiting. */
export function withoutHaste(plan: CallPlan): CallPlan {
  const acts = plan.acts.map((act) =>
    act.fn.read !== true || act.windowSeconds < LAPSING_SECONDS ? act : { ...act, windowSeconds: WINDOW_SECONDS },
  );
  return { ...plan, acts, heldSeconds: 0 };
}
