// `npm run soak:points`: a node dies at every named point, several times each, in a simulated network. The same points on real processes: `npm run soak:kill`.
import { calledWith, refuse } from '@enigma/fuzz/commandLine';
import { FAILPOINTS, failpointNames } from '@enigma/node';
import { dieAt, type Deaths } from './deaths.ts';

const help = `npm run soak:points -- [--times N] [--points a,b] [--json]

For each named point of packages/node/src/failpoints.ts a node dies there N times (default 3), each time in another network and another way: the node that comes there first, with and without
a return; one that comes there again. After each everything that must hold after a seed is looked at: the right result, each task ended once, money to the unit, one digest a slot,
one use of material, nobody honest blamed.

  --times N      deaths at each point
  --points a,b   only these, or all of a step: --points keys,settle.send.c
  --json         one JSON document on standard output; progress on standard error either way

Exit code 1 if a property broke, or a point was not passed.`;

async function main(): Promise<number> {
  const options = read();
  if (typeof options === 'number') return options;
  const { times, points, json } = options;
  const begun = performance.now();
  const rows: Deaths[] = [];
  for (const point of points) {
    const row = await dieAt(point, times);
    rows.push(row);
    process.stderr.write(
      `${row.broken.length === 0 && row.deaths === times ? '✓' : '✗'} ${point}: ${row.deaths} deaths, ${row.opened} opened, ${row.expired} expired${row.otherwise === 0 ? '' : `, ${row.otherwise} otherwise`}\n`,
    );
    for (const { seed, property, what } of row.broken) process.stderr.write(`  ${seed}: ${property}: ${what}\n`);
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  const deaths = rows.reduce((sum, row) => sum + row.deaths, 0);
  const broken = rows.reduce((sum, row) => sum + row.broken.length, 0);
  const passedBy = rows.filter((row) => row.deaths < times).map(({ point }) => point);
  if (json) console.log(JSON.stringify({ points: rows.length, times, deaths, broken, passedBy, seconds, rows }));
  else
    console.log(
      `${deaths} deaths at ${rows.length} points, ${broken} properties broken${passedBy.length === 0 ? '' : `, too few at ${passedBy.join(', ')}`}; ${seconds} s`,
    );
  return broken === 0 && passedBy.length === 0 ? 0 : 1;
}

function read(): number | { readonly times: number; readonly points: readonly string[]; readonly json: boolean } {
  const values = calledWith(help, {
    times: { type: 'string', default: '3' },
    points: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') return values;
  const times = Number(values.times);
  if (!Number.isSafeInteger(times) || times < 1) return refuse(help, '--times is a whole number from 1.');
  const asked = values.points.split(',').filter(Boolean);
  const is = (name: string, one: string): boolean => name === one || name.startsWith(`${one}.`);
  const unknown = asked.find((one) => !failpointNames().some((name) => is(name, one)));
  if (unknown !== undefined)
    return refuse(help, `There is no point ${unknown}; steps are ${Object.keys(FAILPOINTS).join(', ')}.`);
  const points = failpointNames().filter((name) => asked.length === 0 || asked.some((one) => is(name, one)));
  return { times, points, json: values.json };
}

process.exitCode = await main();
