// One thing that the doctor looks at: whether it is well, what was seen, and what to do where it is not.
export interface Check {
  readonly name: string;
  /** skipped: it cannot be seen from here, or only while something else is well. */
  readonly state: 'ok' | 'bad' | 'skipped';
  readonly says: string;
  readonly next?: string;
}

export const ok = (name: string, says: string): Check => ({ name, state: 'ok', says });
export const bad = (name: string, says: string, next: string): Check => ({ name, state: 'bad', says, next });
export const skipped = (name: string, says: string): Check => ({ name, state: 'skipped', says });

/** A check that failed to look is not well: what was to be seen is not known. */
export async function looked(
  name: string,
  next: string,
  look: () => Promise<Check | readonly Check[]>,
): Promise<readonly Check[]> {
  try {
    const found = await look();
    return 'name' in found ? [found] : found;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    return [bad(name, why, next)];
  }
}
