// What the core needs from outside. The host gives the real ones, the simulator its own; the core imports neither.

/** Where a peer listens and by which key it is known, out of its record on chain. */
export interface PeerAddress {
  readonly index: number;
  readonly host: string;
  readonly port: number;
  readonly spkiHash: `0x${string}`;
}

export interface LinkStats {
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Authenticated, confidential, ordered frames between nodes, by node index. A frame to a peer that is not connected is dropped: rounds time out, records are sent again. */
export interface Links {
  know(addresses: readonly PeerAddress[]): void;
  send(to: number, payload: Uint8Array): boolean;
  connected(): readonly number[];
  stats(): LinkStats;
}
