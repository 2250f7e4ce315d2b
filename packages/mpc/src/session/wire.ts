// Messages as bytes: fixed width, big endian, every list with its count. A reader that runs out of bytes, or finds more than a limit,
// turns bad and stays bad; callers ask `done()` once at the end, so that no byte of a peer throws.

/** First byte of every message; the 32 bytes after it are the session's id. */
export const MESSAGE = {
  hello: 1,
  proposal: 2,
  openSignature: 3,
  frame: 4,
  want: 5,
  checkpoint: 6,
  abort: 7,
  complain: 8,
  vector: 9,
  vectorSignatures: 10,
  keyContribution: 12,
  keyCheck: 13,
  keyShow: 14,
  verdict: 15,
  seedCommit: 16,
  seeds: 17,
  recordWant: 18,
  recordPart: 19,
  final: 20,
  keyReady: 21,
} as const;

/** What a signature is for: the class of its slot in the sign-once store. */
export type SignedKind =
  | 'hello'
  | 'open'
  | 'checkpoint'
  | 'abort'
  | 'vector'
  | 'complain'
  | 'dispute'
  | 'blame'
  | 'keyContribution'
  | 'keyCheck'
  | 'seedCommit'
  | 'verdict';

export class Writer {
  #parts: Uint8Array[] = [];
  #size = 0;

  raw(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    return this;
  }

  uint(value: number | bigint, width: number): this {
    const bytes = new Uint8Array(width);
    if (typeof value === 'number') {
      let left = value;
      for (let i = width - 1; i >= 0; i--) {
        bytes[i] = left % 256;
        left = Math.floor(left / 256);
      }
      if (left !== 0 || !Number.isInteger(value)) throw new RangeError('does not fit');
      return this.raw(bytes);
    }
    let rest = value;
    for (let i = width - 1; i >= 0; i--) {
      bytes[i] = Number(rest & 0xffn);
      rest >>= 8n;
    }
    if (rest !== 0n) throw new RangeError('does not fit');
    return this.raw(bytes);
  }

  /** u32 length, then the bytes. */
  bytes(bytes: Uint8Array): this {
    return this.uint(bytes.length, 4).raw(bytes);
  }

  list<T>(items: readonly T[], each: (writer: Writer, item: T) => unknown): this {
    this.uint(items.length, 2);
    for (const item of items) each(this, item);
    return this;
  }

  done(): Uint8Array {
    const out = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }
}

export class Reader {
  #bytes: Uint8Array;
  #at = 0;
  #bad = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** A copy, so that nothing keeps the message alive or sees it change. */
  raw(length: number): Uint8Array {
    if (this.#bad || length > this.#bytes.length - this.#at) {
      this.#bad = true;
      return new Uint8Array(Math.min(length, 64));
    }
    this.#at += length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }

  uint(width: number): number {
    let value = 0;
    for (const byte of this.raw(width)) value = value * 256 + byte;
    return value;
  }

  big(width: number): bigint {
    let value = 0n;
    for (const byte of this.raw(width)) value = (value << 8n) | BigInt(byte);
    return value;
  }

  bytes(max: number): Uint8Array {
    const length = this.uint(4);
    if (length > max) this.#bad = true;
    return this.#bad ? new Uint8Array(0) : this.raw(length);
  }

  list<T>(max: number, each: (reader: Reader) => T): T[] {
    const count = this.uint(2);
    if (count > max) this.#bad = true;
    return this.many(count, each);
  }

  /** So many, or as many as there are bytes for. */
  many<T>(count: number, each: (reader: Reader) => T): T[] {
    const items: T[] = [];
    for (let k = 0; k < count && !this.#bad; k++) items.push(each(this));
    return items;
  }

  rest(): Uint8Array {
    return this.raw(this.#bytes.length - this.#at);
  }

  /** Whether everything was there and nothing is left. */
  done(): boolean {
    return !this.#bad && this.#at === this.#bytes.length;
  }
}

export function messageOf(type: number, sessionId: Uint8Array): Writer {
  return new Writer().uint(type, 1).raw(sessionId);
}
