// One δ per mask, for ever: two of them under one mask tell the difference of two inputs. So a δ is written down before it is sent, and what is written down first stands.
import type { Hex } from '@enigma/crypto';

export interface JournalRecord {
  /** What the mask hangs on: committee, period, contract, sender, kind and nonce. */
  readonly maskId: Hex;
  /** keccak of the δ bytes: enough to tell an equal input from another. δ is no secret once sent, the input is never here. */
  readonly valuesHash: Hex;
}

export interface Journal {
  /** Durable before it resolves. Returns the record that stands under this mask: this one, or an earlier one. */
  put(record: JournalRecord): Promise<JournalRecord>;
}

/** Forgets with the process: for tests, and for senders whose key dies with it. */
export function memoryJournal(): Journal {
  const known = new Map<Hex, JournalRecord>();
  return {
    async put(record) {
      const standing = known.get(record.maskId);
      if (standing !== undefined) return standing;
      known.set(record.maskId, record);
      return record;
    },
  };
}
