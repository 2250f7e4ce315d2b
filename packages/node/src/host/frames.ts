// Length-prefixed frames out of a byte stream: u32 big-endian length ‖ payload.

/** The four bytes that precede a payload. */
export function frameHeader(payloadBytes: number): Uint8Array {
  const header = new Uint8Array(4);
  new DataView(header.buffer).setUint32(0, payloadBytes);
  return header;
}

/** Memory for a frame that has begun: at once up to this, then as much again as has come, so that a length which a peer only announces costs nothing. */
const firstBytesMax = 1 << 20;

/** Turns chunks into whole frames. What lies in one chunk is handed out as a view of it; other frames get memory of their own, and each byte is copied once. */
export class FrameReader {
  private readonly bytesMax: number;
  private readonly header = new Uint8Array(4);
  private headerHeld = 0;
  private frame: Uint8Array | undefined;
  private frameLength = 0;
  private frameHeld = 0;

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax;
  }

  /** Frames completed by `chunk`, or 'oversize' when a frame announces more than `limit` bytes; then the stream is of no further use. */
  push(chunk: Uint8Array, limit: number = this.bytesMax): readonly Uint8Array[] | 'oversize' {
    const frames: Uint8Array[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.frame === undefined) {
        const part = chunk.subarray(at, at + 4 - this.headerHeld);
        this.header.set(part, this.headerHeld);
        this.headerHeld += part.length;
        at += part.length;
        if (this.headerHeld < 4) break;
        this.headerHeld = 0;
        const length = new DataView(this.header.buffer).getUint32(0);
        // Only the first frame of a link has a smaller limit, and it is the only frame of its chunk that may be judged by it.
        if (length > (frames.length === 0 ? limit : this.bytesMax)) return 'oversize';
        if (length <= chunk.length - at) {
          frames.push(chunk.subarray(at, (at += length)));
          continue;
        }
        this.frame = newBytes(Math.min(length, firstBytesMax));
        this.frameLength = length;
        this.frameHeld = 0;
      }
      at += this.fill(chunk.subarray(at, at + this.frameLength - this.frameHeld));
      if (this.frameHeld < this.frameLength) break;
      frames.push(this.frame);
      this.frame = undefined;
    }
    return frames;
  }

  private fill(part: Uint8Array): number {
    let frame = this.frame as Uint8Array;
    const held = this.frameHeld + part.length;
    if (held > frame.length) {
      const larger = newBytes(Math.min(this.frameLength, 2 * held));
      larger.set(frame.subarray(0, this.frameHeld));
      this.frame = frame = larger;
    }
    frame.set(part, this.frameHeld);
    this.frameHeld = held;
    return part.length;
  }
}

/** Not filled with zeros: a frame is handed out once every byte of it has been written. */
function newBytes(count: number): Uint8Array {
  const { buffer, byteOffset } = Buffer.allocUnsafeSlow(count);
  return new Uint8Array(buffer, byteOffset, count);
}
