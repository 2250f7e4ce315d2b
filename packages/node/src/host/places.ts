// Connections of one address on a port: whoever opens many and says nothing leaves some to others.
import type { Socket } from 'node:net';

/** Told of each new connection; answers whether its address has a place left. */
export function countPlaces(perAddressMax: number): (socket: Socket) => boolean {
  const counts = new Map<string, number>();
  return (socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1;
      if (left === 0) counts.delete(address);
      else counts.set(address, left);
    });
    return count <= perAddressMax;
  };
}
