// Faults by kind, each in a list of its own that is drawn from a stream of its own: another draw of one kind leaves the others as they are.
import type { World } from '../world.ts';
import { armDisks, type DiskFault } from './disk.ts';
import { armNetwork, type NetworkFault } from './network.ts';
import { armProcesses, type ProcessFault } from './process.ts';
import type { Phases } from './when.ts';

export interface Faults {
  readonly network: readonly NetworkFault[];
  readonly disk: readonly DiskFault[];
  readonly process: readonly ProcessFault[];
}

/** A hostile chain is a plan for the whole run and no list (chain.ts); a lying endpoint is one node's (endpoints.ts). */
export type FaultKind = keyof Faults | 'chain' | 'endpoint';
export const FAULT_KINDS: readonly FaultKind[] = ['network', 'disk', 'process', 'chain', 'endpoint'];

export const NO_FAULTS: Faults = { network: [], disk: [], process: [] };

export function armFaults(world: World, faults: Faults, phases: Phases): void {
  armNetwork(world, faults.network, phases);
  armDisks(world, faults.disk, phases);
  armProcesses(world, faults.process, phases);
}

export function hasFaults(faults: Faults): boolean {
  return Object.values(faults).some((list) => list.length > 0);
}

export function strikesAtStart(faults: Faults): boolean {
  return Object.values(faults)
    .flat()
    .some(({ at }) => at.phase === 'start');
}
