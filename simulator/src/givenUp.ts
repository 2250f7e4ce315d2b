// A contract that can begin no more, and what its user does about it. Keys take every seat of a committee: one that is away for long while they are made leaves it void.
import { connect } from '@enigma/client';
import type { Hex } from '@enigma/crypto';
import { CONTRACT_STATUS, ZERO_HASH } from '@enigma/protocol';
import { portsOf } from './clients.ts';
import { FINALITY_BLOCKS, type World } from './world.ts';

/** The committee did not begin in time, and the contract was declared lost. */
export class NotServed extends Error {}

const LIMIT_MS = 900_000;
const AGAIN_MS = 8_000;

/** Whether the block that one may act on is behind the last in which the drawn committee might have begun, and it has not. */
export function canNotBegin(world: World, contractId: Hex): boolean {
  const { heads, inboxes } = world.trusted();
  const head = heads.get(contractId);
  const { number } = world.wary ? world.chain.finalized() : world.chain.latest();
  const until = inboxes.get(contractId)?.newUntilBlock ?? number;
  return head?.status === CONTRACT_STATUS.NEW && head.committeeId !== ZERO_HASH && number > until;
}

/** Somebody who has no part in it gives the contract up, as often as the chain makes him, and says so. */
export async function giveUp(world: World, contractId: Hex): Promise<never> {
  const client = connect(portsOf(world, world.port(`0x${'61'.repeat(20)}`)));
  const isLost = (): boolean => world.trusted().heads.get(contractId)?.status === CONTRACT_STATUS.LOST;
  const endMs = world.schedule.nowMs() + LIMIT_MS;
  while (!isLost() && world.schedule.nowMs() < endMs) {
    void client.giveUp(contractId).catch(() => undefined);
    await world.run(isLost, AGAIN_MS);
  }
  if (!isLost()) throw new Error(`nobody could give the contract up in ${LIMIT_MS / 60_000} minutes`);
  // Its nodes hear of it as of any other end.
  await world.run(() => false, 1000 * (FINALITY_BLOCKS + 3));
  throw new NotServed('its committee did not begin in time');
}
