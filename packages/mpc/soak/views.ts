// Whether what colluders see tells them an honest input: games of one bit, for each behaviour over all shapes, contracts and coalitions, and for each leak put in on purpose.
// `npm run soak:views -- --games 10000`; docs/reliability.md has what came of it.
import { seededRandom, seatsIn } from '@enigma/crypto';
import { conclude, progress, soakOptions } from './options.ts';
import { train, wins, type Sample } from '../test/views/extractor.ts';
import {
  BEHAVIOURS,
  coalitions,
  LEAKS,
  PLAYS,
  playOnce,
  slackOf,
  type Leak,
  type Setting,
} from '../test/views/games.ts';

/** Views of each setting that are learnt from before its games. */
const TRAINED = 200;
const USAGE = `npm run soak:views -- [--games N] [--first SEED] [--only PART OF A NAME] [--json]

Games of one bit against what T colluders saw: N (default 10000) for each behaviour, over (3,1), (4,1), (5,2) and five contracts, after ${TRAINED} of each kind that are
learnt from; and a tenth of them for each leak put in on purpose. Exit code 1 if an extractor knows more than chance, or misses a leak.`;

const { games, first, only, json } = soakOptions(USAGE, 10_000);
const SHAPES = [
  { n: 3, T: 1 },
  { n: 4, T: 1 },
  { n: 5, T: 2 },
];
const chance = seededRandom(`extractor/${first}`);
const coin = (): number => chance(1)[0] as number;

function won(setting: Setting, count: number): number {
  const name = `${first}/${setting.n}/${setting.play.name}/${setting.behaviour.name}/${setting.colluders}`;
  const samples: Sample[] = [];
  for (let k = 0; k < TRAINED; k++) samples.push(playOnce(setting, `${name}/${k}`));
  const guess = train(samples);
  let right = 0;
  // One by one: a view is tens of kilobytes.
  for (let k = TRAINED; k < TRAINED + count; k++) {
    if (k % 50 === 0) progress(`${name}: ${k - TRAINED} of ${count}`);
    right += wins(guess, [playOnce(setting, `${name}/${k}`)], coin);
  }
  progress('');
  return right;
}

/** Each shape and contract with a coalition of its own, in turn, so that a behaviour meets first and last seats, senders and those that hash. */
function settingsOf(behaviour: Setting['behaviour'], turn: number): readonly Setting[] {
  return SHAPES.flatMap((shape, s) =>
    PLAYS.map((play, p) => {
      const all = coalitions(shape).filter((set) => seatsIn(set).length === shape.T);
      return { ...shape, play, behaviour, colluders: all[(turn + s + p) % all.length] as number };
    }),
  );
}

let [off, rows] = [0, 0];
function report(name: string, right: number, played: number, ok: boolean, seconds: number): void {
  rows++;
  if (!ok) off++;
  if (json) console.log(JSON.stringify({ name, right, games: played, ok, seconds }));
  else console.log(`${ok ? '✓' : '✗'} ${name}: ${right} of ${played} (${seconds.toFixed(0)} s)`);
}

for (const [turn, behaviour] of BEHAVIOURS.entries()) {
  if (!behaviour.name.includes(only)) continue;
  const start = performance.now();
  const settings = settingsOf(behaviour, turn);
  const each = Math.ceil(games / settings.length);
  const right = settings.reduce((sum, setting) => sum + won(setting, each), 0);
  const played = each * settings.length;
  const ok = Math.abs(right - played / 2) <= slackOf(played);
  report(behaviour.name, right, played, ok, (performance.now() - start) / 1000);
}
for (const [leak, name] of Object.entries(LEAKS)) {
  if (!leak.includes(only)) continue;
  const start = performance.now();
  const play = PLAYS.find((one) => one.name === name) as Setting['play'];
  const setting = { n: 4, T: 1, play, behaviour: BEHAVIOURS[0]!, colluders: 0b0010, leak: leak as Leak };
  const count = Math.ceil(games / 10);
  const right = won(setting, count);
  report(`planted: ${leak}`, right, count, right >= 0.99 * count, (performance.now() - start) / 1000);
}
conclude(rows, off, json);
