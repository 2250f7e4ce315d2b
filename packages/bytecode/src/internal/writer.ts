// Bytes of a module as they grow.
import { concat, uintBE, utf8 } from '@enigma/crypto';

export interface Writer {
  byte(value: number): void;
  /** Unsigned LEB128, minimal. */
  number(value: number | bigint): void;
  u16(value: number): void;
  bytes(value: Uint8Array): void;
  text(value: string): void;
  done(): Uint8Array;
}

export function writer(): Writer {
  const parts: number[] = [];
  const out: Writer = {
    byte(value) {
      parts.push(value & 0xff);
    },
    number(value) {
      let rest = BigInt(value);
      if (rest < 0n) throw new RangeError('a count is not negative');
      do {
        const low = Number(rest & 0x7fn);
        rest >>= 7n;
        parts.push(rest === 0n ? low : low | 0x80);
      } while (rest !== 0n);
    },
    u16(value) {
      out.bytes(uintBE(value, 2));
    },
    bytes(value) {
      for (const byte of value) parts.push(byte);
    },
    text(value) {
      const bytes = utf8(value);
      out.number(bytes.length);
      out.bytes(bytes);
    },
    done: () => concat(Uint8Array.from(parts)),
  };
  return out;
}
