// Remembers answers of a pure function of public numbers: an inverse in F_p costs 15 µs, as much as opening a short vector.
import { MEMO_ENTRIES_MAX } from '../limits.ts';

/** `compute` by key; forgets everything once MEMO_ENTRIES_MAX answers are held. */
export function memo<Value>(): (key: string, compute: () => Value) => Value {
  const answers = new Map<string, Value>();
  return (key, compute) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= MEMO_ENTRIES_MAX) answers.clear();
    const value = compute();
    answers.set(key, value);
    return value;
  };
}
