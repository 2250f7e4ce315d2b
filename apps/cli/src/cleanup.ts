// What has to be undone at the end, in reverse order, each once, whatever happens to the others.

export interface Cleanup {
  defer(undo: () => Promise<void> | void): void;
  run(): Promise<void>;
}

export function createCleanup(): Cleanup {
  const undos: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;
  return {
    defer: (undo) => void undos.push(undo),
    run: () => (running ??= undoAll(undos)),
  };
}

async function undoAll(undos: (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = [];
  for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
    try {
      await undo();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not everything could be cleaned up');
}
