// `npm run soak:evidence`: what the contract says of evidence against what mpc's `verifyEvidence` says, for as many cases as one likes: right, and forged in every member. Both must give the same verdict for
// the same reason, and evidence to which nothing was done must show a lie.
import { calledWith, refuse, wholeNumber } from '@enigma/fuzz/commandLine';
import { type Judged, startJudges } from '../test/evidenceJudges.ts';

const HELP = `npm run soak:evidence -- [--cases N] [--seed S] [--from K] [--json]

Cases K to K+N−1 (defaults 0 and 100000) of the seed S (default 1). Stops at the first on which the two differ, and says how to see it again. Exit code 1 then.
`;
/** Asked at once. */
const AT_ONCE = 50;

async function soak(): Promise<number> {
  const values = calledWith(HELP, {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') return values;
  const [cases, seed, first] = [wholeNumber(values.cases, 1), wholeNumber(values.seed, 1), wholeNumber(values.from, 0)];
  if (cases === undefined || seed === undefined || first === undefined)
    return refuse(HELP, 'All of them are whole numbers, and a seed and the cases at least 1.');
  const started = performance.now();
  const seen = new Map<string, number>();
  const end = first + cases;
  let differs: Judged | undefined;
  let judged = 0;
  const judges = await startJudges();
  try {
    for (let from = first; from < end && differs === undefined; from += AT_ONCE) {
      for (const one of await judges.judge(seed, from, Math.min(end, from + AT_ONCE))) {
        const { told, ours, chains } = one;
        judged++;
        if (chains !== ours || (told.changes.length === 0 && ours !== 'SHOWN')) differs ??= one;
        for (const name of [ours, ...told.changes]) seen.set(name, (seen.get(name) ?? 0) + 1);
      }
      const seconds = (performance.now() - started) / 1000;
      if (judged % 5000 === 0)
        process.stderr.write(`${judged} of ${cases} cases, ${(judged / seconds).toFixed(0)}/s\n`);
    }
  } finally {
    await judges.stop();
  }
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  const why = differs && {
    number: differs.number,
    changes: differs.told.changes,
    ours: differs.ours,
    chains: differs.chains,
    replay: `npm run soak:evidence -- --seed ${seed} --from ${differs.number} --cases 1`,
  };
  const sorted = [...seen].sort(([, a], [, b]) => b - a);
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ seed, from: first, judged, seconds, differs: why, seen: Object.fromEntries(sorted) })}\n`,
    );
  else {
    process.stdout.write(
      `${judged} cases of seed ${seed} from ${first} in ${seconds} s: ${why === undefined ? 'no difference' : 'a difference'}\n`,
    );
    for (const [name, count] of sorted) process.stdout.write(`  ${count} ${name}\n`);
    if (why !== undefined) process.stdout.write(`\n${JSON.stringify(why, null, 2)}\n`);
  }
  return differs === undefined ? 0 : 1;
}

process.exitCode = await soak();
