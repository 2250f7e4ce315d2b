// The time that waits are measured by. It goes as the clock goes that the node is given, and never back: a clock that was put back would otherwise keep a node silent for as long as it was put back, since
// nothing that it said a moment ago would look old enough to be said again.
export function steadyTime(): (clockMs: number) => number {
  let before: number | undefined;
  let steadyMs = 0;
  return (clockMs) => {
    steadyMs += before === undefined ? clockMs : Math.max(0, clockMs - before);
    before = clockMs;
    return steadyMs;
  };
}
