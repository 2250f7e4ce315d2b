// `npm run soak:rules`: the contracts on a real chain against the rules of `protocol`, for as many calls as one likes. Each round has a seed: a whole life of nodes, a contract and its tasks, with some calls
// broken in one fact. Results, refusals with their facts, events, and at the end the books, must be the same.
import { calledWith, refuse, wholeNumber } from '@enigma/fuzz/commandLine';
import { compareRound, Differs, openArena } from '../test/differential.ts';

const HELP = `npm run soak:rules -- [--cases N] [--seed S] [--calls C] [--broken B] [--json]

Rounds of C calls (default 400) beside those that set a network up, with seeds S, S+1, … (default 1), until N calls (default 100000) were compared. One call of B (default 4; 0: none) has a wrong fact.
Stops at the first difference, and says how to see it again. Exit code 1 then.
`;

async function soak(): Promise<number> {
  const values = calledWith(HELP, {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    calls: { type: 'string', default: '400' },
    broken: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') return values;
  const [cases, first] = [wholeNumber(values.cases, 1), wholeNumber(values.seed, 1)];
  const [calls, broken] = [wholeNumber(values.calls, 0), wholeNumber(values.broken, 0)];
  if (cases === undefined || first === undefined || calls === undefined || broken === undefined)
    return refuse(HELP, 'All of them are whole numbers, and a seed and the cases at least 1.');
  const started = performance.now();
  const seen = new Map<string, number>();
  let compared = 0;
  let seed = first;
  let differs:
    | { readonly seed: number; readonly why: string; readonly last: unknown; readonly replay: string }
    | undefined;
  const arena = await openArena();
  try {
    for (; compared < cases && differs === undefined; seed++) {
      await arena.reset();
      try {
        const round = await compareRound(arena, { seed, calls, broken });
        compared += round.calls;
        for (const [name, count] of round.seen) seen.set(name, (seen.get(name) ?? 0) + count);
      } catch (error) {
        if (!(error instanceof Differs)) throw error;
        compared += error.calls;
        const replay = `npm run soak:rules -- --seed ${seed} --calls ${calls} --broken ${broken} --cases 1`;
        differs = { seed, why: error.message, last: error.last, replay };
      }
      const seconds = (performance.now() - started) / 1000;
      process.stderr.write(`seed ${seed}: ${compared} of ${cases} calls, ${(compared / seconds).toFixed(0)}/s\n`);
    }
  } finally {
    await arena.stop();
  }
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  const report = { seeds: [first, seed - 1], calls: compared, seconds, differs, seen: Object.fromEntries(seen) };
  if (values.json) process.stdout.write(`${JSON.stringify(report, withoutBig)}\n`);
  else {
    process.stdout.write(
      `${compared} calls of seeds ${first} to ${seed - 1} in ${seconds} s: ${differs === undefined ? 'no difference' : 'a difference'}\n`,
    );
    for (const [name, count] of [...seen].sort(([, a], [, b]) => b - a)) process.stdout.write(`  ${count} ${name}\n`);
    if (differs !== undefined)
      process.stdout.write(`\n${differs.why}\n${JSON.stringify(differs.last, withoutBig, 2)}\n${differs.replay}\n`);
  }
  return differs === undefined ? 0 : 1;
}

function withoutBig(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}

process.exitCode = await soak();
