// The last line of a node that had to stop itself: a code and what to do where we know one; else where it happened, so that it can be reported.
export function describeEnd(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `${String(error.code)}: ${error.message}` : (error.stack ?? error.message);
}
