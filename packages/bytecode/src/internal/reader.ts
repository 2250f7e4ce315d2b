// Bytes of a module as they are read; every fault is a `Refused`.
import { utf8 } from '@enigma/crypto';
import { NAME_BYTES_MAX, TEXT_BYTES_MAX } from '../limits.ts';
import { Refused } from '../refusal.ts';

export interface Reader {
  readonly offset: number;
  byte(): number;
  u16(): number;
  bytes(length: number): Uint8Array;
  /** Unsigned LEB128 up to `max`; a longer spelling than needed is refused while `minimal` holds. */
  number(max: number): number;
  big(max: bigint): bigint;
  count(max: number, what: string): number;
  name(): string;
  fieldName(): string;
  text(): string;
  end(): void;
}

const NAME = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Whether a reason or error text may stand in a module: printable, so that a report cannot be forged with line breaks or direction marks. */
export function isText(value: string): boolean {
  return !CONTROL.test(value) && value.isWellFormed() && utf8(value).length <= TEXT_BYTES_MAX;
}

export function isName(value: string): boolean {
  return NAME.test(value) && value.length <= NAME_BYTES_MAX;
}

/** Of a field: names one inside the other, `token.balances`. */
export function isFieldName(value: string): boolean {
  return value.length <= NAME_BYTES_MAX && value.split('.').every((part) => NAME.test(part));
}

export function reader(bytes: Uint8Array, minimal: boolean): Reader {
  let offset = 0;
  // Fatal, and without an eye for a byte order mark, it reads each text from one byte string alone.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const string = (max: number): string => {
    const raw = input.bytes(input.count(max, 'text'));
    try {
      return decoder.decode(raw);
    } catch {
      throw new Refused('E-FORMAT', { offset, what: 'text' });
    }
  };
  const input: Reader = {
    get offset() {
      return offset;
    },
    byte() {
      const value = bytes[offset];
      if (value === undefined) throw new Refused('E-FORMAT', { offset, what: 'truncated' });
      offset += 1;
      return value;
    },
    u16: () => input.byte() * 256 + input.byte(),
    bytes(length) {
      if (offset + length > bytes.length) throw new Refused('E-FORMAT', { offset, what: 'truncated' });
      offset += length;
      return bytes.subarray(offset - length, offset);
    },
    big(max) {
      let value = 0n;
      for (let shift = 0n; ; shift += 7n) {
        if (shift > 70n) throw new Refused('E-FORMAT', { offset, what: 'number' });
        const byte = input.byte();
        value |= BigInt(byte & 0x7f) << shift;
        if (byte < 0x80) {
          if (minimal && byte === 0 && shift > 0n) throw new Refused('E-CANONICAL', { offset, what: 'LEB128' });
          break;
        }
      }
      if (value > max) throw new Refused('E-LIMIT', { offset, what: 'number' });
      return value;
    },
    number: (max) => Number(input.big(BigInt(max))),
    count(max, what) {
      const value = input.number(Number.MAX_SAFE_INTEGER);
      if (value > max) throw new Refused('E-LIMIT', { offset, what, max });
      return value;
    },
    name() {
      const value = string(NAME_BYTES_MAX);
      if (!isName(value)) throw new Refused('E-FORMAT', { offset, what: 'name' });
      return value;
    },
    fieldName() {
      const value = string(NAME_BYTES_MAX);
      if (!isFieldName(value)) throw new Refused('E-FORMAT', { offset, what: 'name' });
      return value;
    },
    text() {
      const value = string(TEXT_BYTES_MAX);
      if (!isText(value)) throw new Refused('E-FORMAT', { offset, what: 'text' });
      return value;
    },
    end() {
      if (offset !== bytes.length) throw new Refused('E-FORMAT', { offset, what: 'trailing bytes' });
    },
  };
  return input;
}
