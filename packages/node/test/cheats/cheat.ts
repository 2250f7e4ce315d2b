// A cheat of the table: tries what one check forbids, against code that runs with the given checks, and says whether it got it. One settled election serves most of them.
import type { Hex } from '@enigma/crypto';
import { noFailpoints, type NodeChecks } from '../../src/index.ts';
import type { JourneyContext, Journey } from '../../src/receipts.ts';
import type { Seat } from '../../src/seat.ts';
import { openElection, opened, trigger, vote, type Election } from '../support/election.ts';
import { createWorld, type World } from '../support/world.ts';

/** Whether the cheat succeeded. */
export type Cheat = (checks: NodeChecks) => boolean | Promise<boolean>;

export interface Settled {
  readonly world: World;
  readonly election: Election;
  readonly taskId: Hex;
  readonly receiptDigest: Hex;
  readonly seat: Seat;
  readonly journey: Journey;
}

let once: Promise<Settled> | undefined;

/** An election of six ballots in two appends, tallied and opened; nothing steps it any more. */
export function settled(): Promise<Settled> {
  once ??= settle();
  return once;
}

async function settle(): Promise<Settled> {
  const world = await createWorld({ seed: 'cheats' });
  const election = await openElection(world);
  await vote(world, election, [1, 2, 3]);
  await vote(world, election, [3, 3, 0]);
  const taskId = await trigger(world, election);
  if ((await opened(world))?.join() !== '1,1,3,0') throw new Error('the election of the cheats does not end');
  const node = world.nodes[0]?.node;
  const contract = node?.watch().view.contracts.get(election.contractId);
  await world.until(() => (node?.taskOf(taskId)?.task.opened.size ?? 0) > 0, 20_000);
  const seat = node?.seatOf(election.contractId);
  const receiptDigest = contract?.settlements.get(0n)?.receiptDigest ?? '0x';
  const journey = seat?.journeyOf(receiptDigest);
  if (seat === undefined || journey === undefined) throw new Error('seat 0 has no receipt');
  return { world, election, taskId, receiptDigest, seat, journey };
}

/** What receipts.ts works with, at this seat, with these checks and nobody to hear it. */
export function contextOf(seat: Seat, checks: NodeChecks): JourneyContext {
  const { domain, committee, signer, program } = seat.host;
  return {
    domain,
    committee,
    seat: seat.host.seat,
    signer,
    verified: program.verified,
    failpoint: noFailpoints,
    checks,
    places: () => [],
    broadcast: () => undefined,
  };
}

export function flipped(hex: Hex): Hex {
  return `${hex.slice(0, -1)}${hex.endsWith('0') ? '1' : '0'}` as Hex;
}

export async function throws(run: () => unknown): Promise<boolean> {
  try {
    await run();
    return false;
  } catch {
    return true;
  }
}
