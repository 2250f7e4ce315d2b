// A chain that does its worst within what consensus allows: it takes blocks back, drops, delays, censors, reorders and copies what it is sent, starves it of gas, comes in bursts or not at all, and
// lets its clock jump. Everything is drawn from a stream of its own, so that a draw more here changes no other part of a seed.
import { seatsOf, ZERO_ADDRESS, type ChainCall, type PendingCall, type SimulatedChain } from '@enigma/protocol';
import type { Chance } from '../ballots.ts';
import type { BlockMaker, Miner } from '../miner.ts';

export interface ChainPlan {
  /** One block in so many is followed by a reorganisation; 0 = none. */
  readonly reorgEvery: number;
  /** Whether the other branch is there at once, or grows block by block. */
  readonly reorgSudden: boolean;
  /** Of the calls of a branch that was dropped, one in so many is lost; 0 = none. */
  readonly reorgLoses: number;
  /** When a final block is replaced: every node must end itself then. */
  readonly deep: DeepMoment | undefined;
  /** One call in so many misses a block; 0 = none. So the others. */
  readonly delays: number;
  readonly drops: number;
  readonly starves: number;
  /** One call in so many is sent before it by somebody who saw it waiting. */
  readonly copies: number;
  readonly shuffles: boolean;
  /** Whether one sender at a time is kept out for some blocks. */
  readonly censors: boolean;
  readonly pace: 'steady' | 'bursts' | 'lulls';
  /** Seconds that a block's time may be ahead of the clock. */
  readonly aheadSeconds: number;
}

/** After which event a final block is replaced. */
export type DeepMoment = 'CommitteeOpened' | 'InputsAppended' | 'TaskCreated' | 'Settled' | 'Opened';
const MOMENTS: readonly DeepMoment[] = ['CommitteeOpened', 'InputsAppended', 'TaskCreated', 'Settled', 'Opened'];

/** Of somebody who copies what he sees: it has no balance and is nobody's operator. */
const COPIER = `0x${'c0'.repeat(20)}` as const;
/** Blocks that one sender is kept out at most. */
const CENSORED_BLOCKS_MAX = 10;
const LULL_MS_MAX = 12_000;
/** Consensus lets a proposer's clock be so far ahead. */
const AHEAD_SECONDS_MAX = 12;

export function drawChainPlan(chance: Chance): ChainPlan {
  const rate = (one: number, least: number, most: number): number =>
    chance.once(one) ? least + chance.below(most - least + 1) : 0;
  return {
    reorgEvery: rate(2, 3, 12) || (chance.once(2) ? 4 : 0),
    reorgSudden: chance.once(2),
    reorgLoses: rate(2, 1, 4),
    deep: chance.once(8) ? MOMENTS[chance.below(MOMENTS.length)] : undefined,
    delays: rate(2, 2, 6),
    drops: rate(3, 4, 10),
    starves: rate(3, 3, 10),
    copies: rate(2, 1, 4),
    shuffles: chance.once(2),
    censors: chance.once(3),
    pace: (['steady', 'bursts', 'lulls'] as const)[chance.below(3)] ?? 'steady',
    aheadSeconds: chance.once(2) ? 1 + chance.below(AHEAD_SECONDS_MAX) : 0,
  };
}

export const CALM_CHAIN: ChainPlan = {
  reorgEvery: 0,
  reorgSudden: true,
  reorgLoses: 0,
  deep: undefined,
  delays: 0,
  drops: 0,
  starves: 0,
  copies: 0,
  shuffles: false,
  censors: false,
  pace: 'steady',
  aheadSeconds: 0,
};

export interface HostileOptions {
  readonly chain: SimulatedChain;
  readonly maker: BlockMaker;
  readonly plan: ChainPlan;
  readonly chance: Chance;
  readonly blockMs: number;
  readonly finalityBlocks: number;
}

export interface HostileMiner extends Miner {
  /** What happened, by name. */
  readonly done: ReadonlyMap<string, number>;
}

export function hostileMiner(options: HostileOptions): HostileMiner {
  const { chain, maker, plan, chance, blockMs, finalityBlocks } = options;
  const done = new Map<string, number>();
  const note = (what: string): void => void done.set(what, (done.get(what) ?? 0) + 1);
  const now = (one: number): boolean => one > 0 && chance.once(one);
  let censored: { readonly from: string; readonly until: bigint } | undefined;
  let burst = 0;

  /** What one proposer takes of what waits, and what he puts before it. */
  async function propose(): Promise<void> {
    const waiting = chain.waiting();
    const lost = waiting.filter(() => now(plan.drops));
    if (lost.length > 0) note('dropped');
    chain.lose(lost);
    const number = chain.latest().number + 1n;
    if (plan.censors && (censored === undefined || censored.until < number) && waiting.length > 0 && now(12)) {
      const from = waiting[chance.below(waiting.length)]?.from ?? ZERO_ADDRESS;
      censored = { from, until: number + BigInt(1 + chance.below(CENSORED_BLOCKS_MAX)) };
    }
    const taken: PendingCall[] = [];
    const starved = new Set<PendingCall>();
    for (const one of chain.waiting()) {
      if (censored !== undefined && number <= censored.until && one.from === censored.from) note('censored');
      else if (now(plan.delays)) note('delayed');
      else {
        if (now(plan.copies) && isCopied(one)) {
          taken.push({ from: COPIER, call: copyOf(one.call, chance, note) });
          note('copied');
        }
        taken.push(one);
        if (now(plan.starves)) {
          starved.add(one);
          note('starved');
        }
      }
    }
    if (plan.shuffles && shuffle(taken, chance)) note('shuffled');
    const ahead = plan.aheadSeconds > 0 ? chance.below(plan.aheadSeconds + 1) : 0;
    await maker.mine({ calls: taken, starved, timestamp: chain.nowSeconds() + ahead });
  }

  async function reorganise(depth: number): Promise<void> {
    const calls: PendingCall[] = [];
    await maker.reorganise(depth, (dropped) => {
      const kept = dropped.filter(({ from }) => from !== COPIER && !now(plan.reorgLoses));
      if (kept.length < dropped.length) note('lost in a reorganisation');
      calls.push(...kept);
      return kept;
    });
    note(depth > finalityBlocks ? 'reorganised a final block' : `reorganised ${depth}`);
    // The other branch is longer, or it would not have won.
    if (plan.reorgSudden || depth > finalityBlocks) for (let at = 0; at <= depth; at++) await propose();
  }

  let watched = 0n;
  let deepDone = false;
  /** Whether the moment for it has become final. */
  function deepIsDue(): boolean {
    if (plan.deep === undefined || deepDone) return false;
    const { number } = chain.finalized();
    const seen = chain.events(watched, number).some(({ event }) => event.name === plan.deep && !isGenesis(event));
    watched = number + 1n;
    deepDone = seen;
    return seen;
  }

  return {
    done,
    pauseMs() {
      if (plan.pace === 'bursts') {
        if (burst > 0) {
          burst--;
          return 50;
        }
        if (chance.once(4)) {
          burst = 1 + chance.below(4);
          note('burst');
        }
        return blockMs * (1 + burst);
      }
      if (plan.pace === 'lulls' && chance.once(12)) {
        note('lull');
        return 1000 + chance.below(LULL_MS_MAX);
      }
      return blockMs;
    },
    async mine() {
      // Every node has had a block's time to read what was final.
      if (deepIsDue()) return reorganise(finalityBlocks + 1);
      await propose();
      const deepest = Math.min(finalityBlocks, Number(chain.latest().number - chain.finalized().number));
      if (deepest > 0 && now(plan.reorgEvery)) await reorganise(1 + chance.below(deepest));
    },
  };
}

/** Calls that carry all they need: anybody who sees one can send it as his own. */
function isCopied({ from, call }: PendingCall): boolean {
  return (
    from !== COPIER &&
    ['settle', 'open', 'append', 'trigger', 'expire', 'create', 'claimLate', 'ackBodies'].includes(call.name)
  );
}

/** As he found it; or of a settlement with one signature less, whose share nobody gets who drops it. */
function copyOf(call: ChainCall, chance: Chance, note: (what: string) => void): ChainCall {
  if (call.name !== 'settle' || !chance.once(2)) return call;
  const seats = seatsOf(call.bitmap);
  const at = chance.below(seats.length);
  const start = 2 + 128 * at;
  note('signature dropped');
  return {
    ...call,
    bitmap: (call.bitmap & ~(1 << (seats[at] as number))) >>> 0,
    sigs: `${call.sigs.slice(0, start)}${call.sigs.slice(start + 128)}` as typeof call.sigs,
  };
}

function isGenesis(event: { readonly name: string }): boolean {
  return event.name === 'Settled' && (event as { readonly count?: number }).count === 0;
}

function shuffle(list: PendingCall[], chance: Chance): boolean {
  for (let at = list.length - 1; at > 0; at--) {
    const other = chance.below(at + 1);
    const held = list[at] as PendingCall;
    list[at] = list[other] as PendingCall;
    list[other] = held;
  }
  return list.length > 1;
}
