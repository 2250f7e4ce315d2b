/** Words that hold `length` bits. */
export function wordsOf(length: number): number {
  return (length + 31) >>> 5;
}
