// Links between simulated nodes: each pair and direction has its own delay; frames may be lost, doubled or overtaken, and a crashed node hears nothing.
import { sha256 } from '@enigma/crypto';
import type { Links, PeerAddress } from '@enigma/node';
import type { Schedule } from './schedule.ts';

export interface Weather {
  /** Least and most milliseconds on the way, drawn for each link; then for each frame between half and twice that. */
  readonly delayMs: readonly [number, number];
  readonly drop: number;
  readonly duplicate: number;
  /** Share of frames that take ten times as long. */
  readonly straggle: number;
}

export const FAIR: Weather = { delayMs: [1, 5], drop: 0, duplicate: 0, straggle: 0 };
export const STORMY: Weather = { delayMs: [1, 40], drop: 0.01, duplicate: 0.02, straggle: 0.02 };

/** What an adversary at `from` sends instead: any number of frames, or none. */
export type Tamper = (from: number, to: number, payload: Uint8Array) => readonly Uint8Array[];

export interface Network {
  links(index: number): Links;
  receiveAt(index: number, receive: ((from: number, payload: Uint8Array) => void) | undefined): void;
  tamper: Tamper | undefined;
  /** Sees every frame that a node hands to its link, before the weather does. */
  readonly taps: ((from: number, to: number, payload: Uint8Array) => void)[];
  /** Sees every frame that arrives. */
  readonly arrivals: ((from: number, to: number, payload: Uint8Array) => void)[];
  /** A frame of the adversary's own making, or one held back. */
  inject(from: number, to: number, payload: Uint8Array): void;
  bytesSent(): number;
}

export function createNetwork(schedule: Schedule, weather: Weather): Network {
  const receivers = new Map<number, (from: number, payload: Uint8Array) => void>();
  const delays = new Map<string, number>();
  const lastArrival = new Map<string, number>();
  const stats = new Map<number, { bytesIn: number; bytesOut: number }>();
  let sent = 0;

  function statOf(index: number): { bytesIn: number; bytesOut: number } {
    const known = stats.get(index) ?? { bytesIn: 0, bytesOut: 0 };
    stats.set(index, known);
    return known;
  }

  function carry(from: number, to: number, payload: Uint8Array): void {
    const link = `${from}>${to}`;
    const [least, most] = weather.delayMs;
    const base = delays.get(link) ?? least + schedule.chance() * (most - least);
    delays.set(link, base);
    const slow = schedule.chance() < weather.straggle ? 10 : 1;
    let delay = base * slow * (0.5 + 1.5 * schedule.chance());
    // A link is one TCP stream: frames of a pair keep their order; different pairs overtake each other.
    const arrival = Math.max(schedule.nowMs() + delay, lastArrival.get(link) ?? 0);
    lastArrival.set(link, arrival);
    delay = arrival - schedule.nowMs();
    sent += payload.length;
    statOf(from).bytesOut += payload.length;
    schedule.after(delay, () => {
      const receive = receivers.get(to);
      if (receive === undefined) return;
      statOf(to).bytesIn += payload.length;
      for (const see of network.arrivals) see(from, to, payload);
      schedule.note(link, sha256(payload));
      receive(from, payload);
    });
  }

  const network: Network = {
    tamper: undefined,
    taps: [],
    arrivals: [],
    inject(from, to, payload) {
      if (receivers.has(to)) carry(from, to, payload);
    },
    links: (index) => ({
      know: (_addresses: readonly PeerAddress[]) => undefined,
      send(to, payload) {
        if (!receivers.has(to)) return false;
        for (const frame of network.tamper?.(index, to, payload) ?? [payload]) {
          for (const see of network.taps) see(index, to, frame);
          if (schedule.chance() < weather.drop) continue;
          carry(index, to, frame);
          if (schedule.chance() < weather.duplicate) carry(index, to, frame);
        }
        return true;
      },
      connected: () => [...receivers.keys()].filter((other) => other !== index),
      stats: () => statOf(index),
    }),
    receiveAt(index, receive) {
      if (receive === undefined) receivers.delete(index);
      else receivers.set(index, receive);
    },
    bytesSent: () => sent,
  };
  return network;
}
