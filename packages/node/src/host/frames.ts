// Length-prefixed frames out of a byte stream: u32 big-endian length ‖ payload.

/** The four bytes that precede a payload. */
export function frameHeader(payloadBytes: number): Uint8Array {
  const header = new Uint8Array(4);
  new DataView(header.buffer).setUint32(0, payloadBytes);
  return header;
}

/** Collects chunks and returns whole frames. It never holds more than one frame's bytes plus a chunk, whatever length a peer announces. */
export class FrameReader {
  private readonly bytesMax: number;
  private chunks: Uint8Array[] = [];
  private held = 0;

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax;
  }

  /** Frames completed by `chunk`, or 'oversize' when a frame announces more than `limit` bytes; then the stream is of no further use. */
  push(chunk: Uint8Array, limit: number = this.bytesMax): readonly Uint8Array[] | 'oversize' {
    this.chunks.push(chunk);
    this.held += chunk.length;
    const frames: Uint8Array[] = [];
    while (this.held >= 4) {
      const header = this.peek(4);
      const length = new DataView(header.buffer, header.byteOffset, 4).getUint32(0);
      // Only the first frame of a link has a smaller limit, and it is the only frame of its chunk that may be judged by it.
      if (length > (frames.length === 0 ? limit : this.bytesMax)) return 'oversize';
      if (this.held < 4 + length) break;
      frames.push(this.take(4 + length).subarray(4));
    }
    return frames;
  }

  private peek(count: number): Uint8Array {
    const first = this.chunks[0];
    if (first !== undefined && first.length >= count) return first.subarray(0, count);
    const joined = Buffer.concat(this.chunks, this.held);
    this.chunks = [joined];
    return joined.subarray(0, count);
  }

  private take(count: number): Uint8Array {
    const first = this.chunks[0];
    const whole = first !== undefined && first.length >= count ? first : this.join();
    const rest = whole.subarray(count);
    this.chunks.shift();
    if (rest.length > 0) this.chunks.unshift(rest);
    this.held -= count;
    return whole.subarray(0, count);
  }

  private join(): Uint8Array {
    const joined = Buffer.concat(this.chunks, this.held);
    this.chunks = [joined];
    return joined;
  }
}
