// How often each cheat of test/fieldGames.ts succeeds over F_251, against the rate that it should have: `npm run soak:field -- --games 100000`.
import { overSmallField } from '../test/smallField.ts';
import { conclude, progress, soakOptions } from './options.ts';

const USAGE = `npm run soak:field -- [--games N] [--first SEED] [--only PART OF A NAME] [--json]

The best cheats against openings, coins, products and AND triples, each N times (default 100000) over a field of 251 elements. How often they win must be
the rate of their bound within three standard deviations. Exit code 1 if one is off.`;

const { games, first, only, json } = soakOptions(USAGE, 100_000);
overSmallField(251);
const { GAMES } = await import('../test/fieldGames.ts');
let [off, rows] = [0, 0];
for (const game of GAMES.filter(({ name }) => name.includes(only))) {
  const start = performance.now();
  let won = 0;
  for (let k = 0; k < games; k++) {
    if (k % 100 === 0) progress(`${game.name}: ${k} of ${games}`);
    if (game.play(first + k)) won++;
  }
  progress('');
  const slack = 3 * Math.sqrt(games * game.rate * (1 - game.rate));
  const ok = Math.abs(won - games * game.rate) <= slack && won <= games * game.bound + slack;
  rows++;
  if (!ok) off++;
  const row = { game: game.name, games, won, measured: won / games, expected: game.rate, bound: game.bound, ok };
  if (json) console.log(JSON.stringify(row));
  else
    console.log(
      `${ok ? '✓' : '✗'} ${game.name}: ${won} of ${games}, expected ${(games * game.rate).toFixed(1)} ± ${slack.toFixed(1)}, bound ${(games * game.bound).toFixed(1)} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    );
}
conclude(rows, off, json);
