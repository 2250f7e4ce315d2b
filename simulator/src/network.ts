// Links between simulated nodes. A pair of nodes has one connection, which is what TLS over TCP is: within it frames of a direction keep their order, and none is lost or doubled; when it breaks,
// each direction loses whatever had not arrived, its sender cannot know how much, and nothing of it comes out of the next one. Frames of different pairs overtake each other. `drop` and `duplicate` of
// the weather go beyond that on purpose: a session must bear them, though no link does such a thing.
import type { Links, PeerAddress } from '@enigma/node';
import type { Schedule } from './schedule.ts';

export interface Weather {
  /** Least and most milliseconds on the way, drawn for each link and direction. */
  readonly delayMs: readonly [number, number];
  /** How a frame's own time spreads around its link's: between half and twice of it, by a lognormal law, or by Pareto's, whose tail is heavy. */
  readonly shape: 'even' | 'lognormal' | 'pareto';
  readonly drop: number;
  readonly duplicate: number;
  /** Share of frames that take ten times as long. */
  readonly straggle: number;
}

export const FAIR: Weather = { delayMs: [1, 5], shape: 'even', drop: 0, duplicate: 0, straggle: 0 };
export const STORMY: Weather = { delayMs: [1, 40], shape: 'even', drop: 0.01, duplicate: 0.02, straggle: 0.02 };
/** Around the world, and over a link that is busy. */
export const FAR: Weather = { delayMs: [20, 160], shape: 'lognormal', drop: 0, duplicate: 0, straggle: 0 };
export const BUSY: Weather = { delayMs: [2, 30], shape: 'pareto', drop: 0, duplicate: 0, straggle: 0 };

export function weatherNamed(weather: Weather): string {
  if (weather.drop > 0) return 'stormy';
  return weather.shape === 'lognormal' ? 'far' : weather.shape === 'pareto' ? 'busy' : 'fair';
}

/** A frame takes no longer than this by the weather: TCP itself would have sent it again. */
const delayMaxMs = 4_000;
/** As links of real nodes do (host/links.ts): one that was made under a key which has been rotated away stays so long, while another comes up. */
const rotationGraceMs = 30_000;
/** Pareto's exponent: the mean is finite, the variance is not. */
const paretoExponent = 1.3;

/** What an adversary at `from` sends instead: any number of frames, or none. */
export type Tamper = (from: number, to: number, payload: Uint8Array) => readonly Uint8Array[];

export interface Network {
  links(index: number): Links;
  /** The key that a node's connections are made under from here on, by its hash; before it has one, every key is taken for its own. */
  identify(index: number, spkiHash: string): void;
  receiveAt(index: number, receive: ((from: number, payload: Uint8Array) => void) | undefined): void;
  tamper: Tamper | undefined;
  /** Sees every frame that a node hands to its link, before the weather does. */
  readonly taps: ((from: number, to: number, payload: Uint8Array) => void)[];
  /** Sees every frame that arrives. */
  readonly arrivals: ((from: number, to: number, payload: Uint8Array) => void)[];
  /** A frame of the adversary's own making, or one held back. */
  inject(from: number, to: number, payload: Uint8Array): void;
  /** Breaks the connection of a pair: what is on the way is lost. It is up again after `downMs`; until `blindMs` the end `blind` has not noticed, and sends into nothing. */
  cut(a: number, b: number, downMs: number, blind?: number, blindMs?: number): void;
  /** Nothing of this direction arrives until the release, which lets all of it through, in order. Both ends think that they are connected. */
  hold(from: number, to: number): void;
  release(from: number, to: number): void;
  /** Everything that this node sends takes so much longer; 0 ends it. */
  lag(index: number, ms: number): void;
  /** A machine without power says no goodbye: for so long, or until it is back, its peers send into nothing. */
  ghost(index: number, ms: number): void;
  bytesSent(): number;
}

interface Connection {
  /** Until when it stands though a key of one end is not the one that the other end expects: it was made before. */
  graceUntilMs: number;
  /** Counts connections of the pair; a frame belongs to the one that it was sent on. */
  epoch: number;
  upAtMs: number;
  /** The end that has not noticed, and until when. */
  blind: number | undefined;
  blindUntilMs: number;
}

interface Direction {
  /** Of the last frame on the current connection. */
  arrivalMs: number;
  /** How many reasons there are to hold it. */
  holds: number;
  readonly held: { readonly payload: Uint8Array; readonly epoch: number }[];
  baseMs: number | undefined;
}

export function createNetwork(schedule: Schedule, weather: Weather): Network {
  const receivers = new Map<number, (from: number, payload: Uint8Array) => void>();
  const connections = new Map<string, Connection>();
  const directions = new Map<string, Direction>();
  const lags = new Map<number, number>();
  const ghosts = new Map<number, number>();
  const identities = new Map<number, string>();
  /** By `index>other`. */
  const expected = new Map<string, string>();
  const stats = new Map<number, { bytesIn: number; bytesOut: number }>();
  let sent = 0;

  function statOf(index: number): { bytesIn: number; bytesOut: number } {
    const known = stats.get(index) ?? { bytesIn: 0, bytesOut: 0 };
    stats.set(index, known);
    return known;
  }

  function connectionOf(a: number, b: number): Connection {
    const key = a < b ? `${a}-${b}` : `${b}-${a}`;
    const known = connections.get(key) ?? { graceUntilMs: 0, epoch: 0, upAtMs: 0, blind: undefined, blindUntilMs: 0 };
    connections.set(key, known);
    return known;
  }

  function directionOf(from: number, to: number): Direction {
    const key = `${from}>${to}`;
    const known = directions.get(key) ?? { arrivalMs: 0, holds: 0, held: [], baseMs: undefined };
    directions.set(key, known);
    return known;
  }

  function breakOff(a: number, b: number): Connection {
    const connection = connectionOf(a, b);
    connection.epoch++;
    connection.graceUntilMs = 0;
    connection.blind = undefined;
    for (const direction of [directionOf(a, b), directionOf(b, a)]) {
      direction.arrivalMs = 0;
      direction.held.length = 0;
    }
    return connection;
  }

  /** Whether a node takes the key that the other shows for the one which the chain has of it, as far as it has read. */
  function expects(index: number, other: number): boolean {
    const shown = identities.get(other);
    const known = expected.get(`${index}>${other}`);
    return shown === undefined || known === undefined || shown === known;
  }

  /** As the sender sees it. */
  function connected(from: number, to: number): boolean {
    const now = schedule.nowMs();
    if (!receivers.has(to) && (ghosts.get(to) ?? 0) <= now) return false;
    const connection = connectionOf(from, to);
    const { upAtMs, blind, blindUntilMs } = connection;
    if (expects(from, to) && expects(to, from)) connection.graceUntilMs = now + rotationGraceMs;
    else if (now >= connection.graceUntilMs) return false;
    return upAtMs <= now || (blind === from && now < blindUntilMs);
  }

  function delayOf(from: number, direction: Direction): number {
    const [least, most] = weather.delayMs;
    direction.baseMs ??= least + schedule.chance() * (most - least);
    const slow = schedule.chance() < weather.straggle ? 10 : 1;
    const spread = spreadOf(weather.shape, schedule);
    return Math.min(direction.baseMs * slow * spread, delayMaxMs) + (lags.get(from) ?? 0);
  }

  function carry(from: number, to: number, payload: Uint8Array): void {
    sent += payload.length;
    statOf(from).bytesOut += payload.length;
    const connection = connectionOf(from, to);
    const direction = directionOf(from, to);
    if (direction.holds > 0) direction.held.push({ payload, epoch: connection.epoch });
    else if (connection.upAtMs <= schedule.nowMs()) deliver(from, to, payload, connection.epoch);
  }

  function deliver(from: number, to: number, payload: Uint8Array, epoch: number): void {
    const direction = directionOf(from, to);
    const arrivalMs = Math.max(schedule.nowMs() + delayOf(from, direction), direction.arrivalMs);
    direction.arrivalMs = arrivalMs;
    schedule.after(arrivalMs - schedule.nowMs(), () => {
      const receive = receivers.get(to);
      if (receive === undefined || connectionOf(from, to).epoch !== epoch) return;
      statOf(to).bytesIn += payload.length;
      for (const see of network.arrivals) see(from, to, payload);
      schedule.note(`${from}>${to}`, payload);
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
      know(addresses: readonly PeerAddress[]) {
        for (const { index: other, spkiHash } of addresses) expected.set(`${index}>${other}`, spkiHash);
      },
      send(to, payload) {
        if (!connected(index, to)) return false;
        for (const frame of network.tamper?.(index, to, payload) ?? [payload]) {
          for (const see of network.taps) see(index, to, frame);
          if (weather.drop > 0 && schedule.chance() < weather.drop) continue;
          carry(index, to, frame);
          if (weather.duplicate > 0 && schedule.chance() < weather.duplicate) carry(index, to, frame);
        }
        return true;
      },
      connected: () =>
        [...new Set([...receivers.keys(), ...ghosts.keys()])].filter(
          (other) => other !== index && connected(index, other),
        ),
      stats: () => statOf(index),
    }),
    identify: (index, spkiHash) => void identities.set(index, spkiHash),
    receiveAt(index, receive) {
      if (receive === undefined) receivers.delete(index);
      else {
        // A process that starts hears nothing of what was sent to, or by, the one before it.
        for (const other of receivers.keys()) breakOff(index, other);
        ghosts.delete(index);
        receivers.set(index, receive);
      }
    },
    cut(a, b, downMs, blind, blindMs = 0) {
      const connection = breakOff(a, b);
      connection.upAtMs = Math.max(connection.upAtMs, schedule.nowMs() + downMs);
      connection.blind = blind;
      connection.blindUntilMs = schedule.nowMs() + Math.min(blindMs, downMs);
      schedule.note('cut', a, b);
    },
    hold(from, to) {
      directionOf(from, to).holds++;
    },
    release(from, to) {
      const direction = directionOf(from, to);
      direction.holds--;
      if (direction.holds > 0) return;
      for (const { payload, epoch } of direction.held.splice(0)) deliver(from, to, payload, epoch);
    },
    lag(index, ms) {
      if (ms === 0) lags.delete(index);
      else lags.set(index, ms);
    },
    ghost(index, ms) {
      ghosts.set(index, schedule.nowMs() + ms);
    },
    bytesSent: () => sent,
  };
  return network;
}

/** Around 1. */
function spreadOf(shape: Weather['shape'], schedule: Schedule): number {
  const chance = schedule.chance();
  if (shape === 'even') return 0.5 + 1.5 * chance;
  if (shape === 'pareto') return 0.5 / (1 - chance) ** (1 / paretoExponent);
  return Math.exp(0.7 * Math.sqrt(-2 * Math.log(1 - chance)) * Math.cos(2 * Math.PI * schedule.chance()));
}
