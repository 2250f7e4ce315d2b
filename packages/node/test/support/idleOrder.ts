// The order of a seat whose machine computes nothing: what it would ask for is seen, and what it lets go.
import type { Hex } from '@enigma/crypto';
import type { TasksWork } from '@enigma/mpc/session';
import { createOrder, type Order } from '../../src/order.ts';
import type { Position } from '../../src/position.ts';
import type { ContractView } from '../../src/view.ts';
import { settled } from '../cheats/cheat.ts';

export interface Asked {
  /** A session's name for the work that is asked for. */
  request(work: TasksWork): Hex;
  close(sessionId: Hex): void;
  /** Whether the inbox is sifted up to that block; it is, unless told. */
  knownTo?(blockNumber: bigint): boolean;
}

export async function idleOrder(
  contract: ContractView,
  position: Position,
  { request, close, knownTo = () => true }: Asked,
): Promise<Order> {
  const { host } = (await settled()).seat;
  return createOrder({
    site: { ...host, contract },
    start: host.start,
    machine: {
      request,
      close,
      keysReady: () => true,
      waiting: () => true,
      wanted: () => undefined,
      lacking: () => [],
      sweep: () => undefined,
      proceed: () => undefined,
      forget: () => undefined,
    },
    positions: { current: () => position, at: () => position, promote: () => undefined, tidy: () => undefined },
    pending: { entries: [], step: () => undefined, knownTo, consumed: () => undefined },
    bodies: { ready: () => true },
  } as unknown as Parameters<typeof createOrder>[0]);
}
