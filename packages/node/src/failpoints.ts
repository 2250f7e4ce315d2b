// Named points at which a test may kill the process, one mechanism for the simulator and real processes. A production build passes `noFailpoints`: nothing reads a name
// from outside there.

/** Called with `<step>.<a|b|c|d>`: before the write, written but not durable, durable but not sent, sent but not marked. */
export type Failpoint = (name: string) => void;

export const noFailpoints: Failpoint = () => undefined;

/** Calls `die` at the `count`-th visit (1 is the first) of `name`, and reports every first visit, so that a test can list which points a run reaches. */
export function failAt(name: string | undefined, count: number, die: () => void, visited: (name: string) => void = () => undefined): Failpoint {
  const seen = new Set<string>();
  let left = count;
  return (point) => {
    if (!seen.has(point)) {
      seen.add(point);
      visited(point);
    }
    if (point === name && --left === 0) die();
  };
}
