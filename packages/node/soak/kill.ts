// kill −9 of one node of four at every named point of the tally, by real processes: `node packages/node/soak/kill.ts [POINT …]`. Prints the outcome for each point and the list
// of points that were visited; ends with 1 if any tally was wrong, lost, paid twice, or any slot was asked for a second signature.
import { failpointNames } from '../src/index.ts';
import { killAt, VOTES } from '../test/support/kill.ts';

const chosen = process.argv.slice(2);
const visited = new Set<string>();
let wrong = 0;
for (const point of chosen.length > 0 ? chosen : failpointNames()) {
  const began = Date.now();
  let line: string;
  try {
    const outcome = await killAt(point);
    for (const name of outcome.visited) visited.add(name);
    const good =
      JSON.stringify(outcome.tally) === JSON.stringify(VOTES) &&
      outcome.settlements === 1 &&
      outcome.signRefused === 0 &&
      outcome.stoppedWith === 0;
    if (!good) wrong++;
    line = `${good ? 'ok   ' : 'WRONG'} ${outcome.died ? 'killed     ' : 'not visited'} ${outcome.settledWithThree ? 'settled by three' : outcome.died ? 'settled after restart' : ''}`;
  } catch (error) {
    wrong++;
    line = `WRONG ${error instanceof Error ? error.message : String(error)}`;
  }
  console.log(`${point.padEnd(20)} ${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}`);
}
console.log(`visited: ${[...visited].sort().join(' ')}`);
process.exitCode = wrong === 0 ? 0 : 1;
