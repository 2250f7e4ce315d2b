// A property watches a run from outside and says afterwards what broke. It knows who cheats and nothing of a node's inside.
import type { World } from '../world.ts';

export interface Violation {
  readonly property: string;
  readonly what: string;
}

export interface Watched {
  readonly world: World;
  /** Nodes that the adversary plays: nothing is promised of them. */
  readonly cheaters: ReadonlySet<number>;
}

export interface Property {
  readonly name: string;
  /** Begins to watch; the answer is asked once, when the run is over. */
  watch(watched: Watched): () => readonly string[];
}
