// What colluders see tells them nothing of an honest input: some games of each kind here, ten thousand of each behaviour by `npm run soak:views`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '@enigma/crypto';
import { train, wins } from './views/extractor.ts';
import { BEHAVIOURS, LEAKS, PLAYS, playOnce, slackOf, type Leak, type Setting } from './views/games.ts';

const TRAINED = 40;
const chance = seededRandom('coins of the extractor');
const coin = (): number => chance(1)[0] as number;

function won(setting: Setting, games: number): number {
  const samples = Array.from({ length: TRAINED + games }, (_, k) => playOnce(setting, `${setting.play.name}/${k}`));
  return wins(train(samples.slice(0, TRAINED)), samples.slice(TRAINED), coin);
}

const playNamed = (name: string): Setting['play'] => {
  const play = PLAYS.find((one) => one.name === name);
  assert.ok(play);
  return play;
};

for (const [k, behaviour] of BEHAVIOURS.entries())
  test(`a colluder of (4,1) who ${behaviour.name === 'looks on' ? '' : 'sends '}${behaviour.name} learns nothing`, () => {
    const play = PLAYS[k % PLAYS.length] as Setting['play'];
    const right = won({ n: 4, T: 1, play, behaviour, colluders: 0b0010 }, 24);
    assert.ok(Math.abs(right - 12) <= slackOf(24), `${right} of 24`);
  });

test('nor do two colluders of (5,2)', () => {
  const setting = { n: 5, T: 2, play: playNamed('bid'), behaviour: BEHAVIOURS[0]!, colluders: 0b01001 };
  const right = won(setting, 30);
  assert.ok(Math.abs(right - 15) <= slackOf(30), `${right} of 30`);
});

for (const name of ['shuffle', 'sort'])
  test(`nor does one of (3,1) who sees what a ${name} shows`, () => {
    const setting = { n: 3, T: 1, play: playNamed(name), behaviour: BEHAVIOURS[0]!, colluders: 0b100 };
    const right = won(setting, 24);
    assert.ok(Math.abs(right - 12) <= slackOf(24), `${right} of 24`);
  });

for (const [leak, name] of Object.entries(LEAKS))
  test(`the extractor finds ${leak}`, () => {
    const setting = { n: 4, T: 1, play: playNamed(name), behaviour: BEHAVIOURS[0]!, colluders: 0b0010 };
    assert.ok(won({ ...setting, leak: leak as Leak }, 24) >= 24);
  });
