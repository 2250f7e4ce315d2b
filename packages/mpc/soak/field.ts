// How often each cheat of test/fieldGames.ts succeeds over F_251, against the rate that it should have: `npm run soak:field -- --games 100000`.
import { parseArgs } from 'node:util';
import { overSmallField } from '../test/smallField.ts';

const { values } = parseArgs({
  options: {
    games: { type: 'string', default: '100000' },
    from: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
overSmallField(251);
const { GAMES } = await import('../test/fieldGames.ts');
const [games, from] = [Number(values.games), Number(values.from)];
let failed = 0;
for (const game of GAMES.filter(({ name }) => name.includes(values.only))) {
  const start = performance.now();
  let won = 0;
  for (let seed = from; seed < from + games; seed++) if (game.play(seed)) won++;
  const slack = 3 * Math.sqrt(games * game.rate * (1 - game.rate));
  const ok = Math.abs(won - games * game.rate) <= slack && won <= games * game.bound + slack;
  if (!ok) failed++;
  const row = { game: game.name, games, won, measured: won / games, expected: game.rate, bound: game.bound, ok };
  if (values.json) console.log(JSON.stringify(row));
  else
    console.log(
      `${ok ? '✓' : '✗'} ${game.name}: ${won} of ${games}, expected ${(games * game.rate).toFixed(1)} ± ${slack.toFixed(1)}, bound ${(games * game.bound).toFixed(1)} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    );
}
console.log(`${failed} of the games off their rate`);
process.exitCode = failed === 0 ? 0 : 1;
