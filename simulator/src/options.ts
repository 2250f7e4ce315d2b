// What `npm run simulate` is asked for.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { calledWith, refuse } from '@enigma/fuzz/commandLine';
import { ASKED_ATTACKS, ATTACKS, attackNamed } from './attacks/index.ts';
import { DEFENCES } from './defences.ts';
import { FAULT_KINDS, type FaultKind } from './faults/index.ts';
import { PROPERTIES } from './properties/index.ts';

const HELP = `npm run simulate -- [--seeds N] [--from K] [--attack NAME] [--defence-off NAME] [--calls] [--evm] [--faults KIND,KIND] [--workers W] [--json] [--trace]

Runs N elections or calls of everyday contracts (default 20), with seeds K, K+1, … (default 0): real node code, the chain's rules, links with their own delays, crashes and one cheating node, as the seed says.
Exit code 1 if a property breaks; the seed is printed with the command that replays it.

  --attack NAME        every seed has this attack, in a committee of (4,1)
  --defence-off NAME   a check is off at every node, and the attack that it answers is on: this is meant to break
  --calls              every seed calls an everyday contract, and none holds an election
  --evm                beside the rules the contracts themselves, each block on anvil first; what differs is a broken property
  --faults KIND,KIND   every seed has faults of these kinds: ${FAULT_KINDS.join(', ')}
  --table              every behaviour in each phase, by 1 … T colluders of (3,1), (4,1) and (5,2), nothing else going wrong, as a table; --attack NAME takes one
  --runs R             runs of each place of the table (default 2), with seeds K, K+1, …
  --workers W          processes side by side; default: processors
  --shrink             make each broken seed smaller for as long as it breaks the same property, and print what is left, as a scenario
  --scenario TEXT      one scenario as --shrink prints it, or a file of it, in place of seeds
  --progress FILE      keep how far it is: the same command goes on from there after it was stopped
  --trace              print what the nodes log (one seed: --seeds 1)
  --json               one JSON document on stdout; progress on stderr either way
  --list               attacks, defences and properties
`;

export interface Options {
  readonly seeds: number;
  readonly from: number;
  readonly attack: string | undefined;
  readonly defenceOff: string | undefined;
  readonly faults: readonly FaultKind[];
  readonly calls: boolean | undefined;
  readonly evm: boolean;
  readonly workers: number;
  /** Behaviours in place of seeds, so many runs each. */
  readonly table: boolean;
  readonly runs: number;
  readonly json: boolean;
  readonly trace: boolean;
  readonly shrink: boolean;
  /** Where a long run keeps how far it is. */
  readonly progress: string | undefined;
  /** One scenario in place of seeds. */
  readonly scenario: string | undefined;
}

export function readOptions(): Options | number {
  const values = calledWith(HELP, {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '0' },
    attack: { type: 'string' },
    'defence-off': { type: 'string' },
    faults: { type: 'string', default: '' },
    calls: { type: 'boolean' },
    evm: { type: 'boolean', default: false },
    workers: { type: 'string' },
    table: { type: 'boolean', default: false },
    runs: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
    scenario: { type: 'string' },
    progress: { type: 'string' },
    trace: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  });
  if (typeof values === 'number') return values;
  if (values.list) {
    const rows = (title: string, list: readonly { readonly name: string; readonly what?: string }[]): string =>
      `${title}\n${list.map(({ name, what }) => `  ${name.padEnd(24)}${what ?? ''}`).join('\n')}\n`;
    process.stdout.write(
      rows('attacks', ATTACKS) +
        rows('attacks that no seed draws, by name alone', ASKED_ATTACKS) +
        rows(
          'defences (with the attack that each answers)',
          DEFENCES.map(({ name, what, attack }) => ({ name, what: `${what} [${attack}]` })),
        ) +
        rows('properties', PROPERTIES),
    );
    return 0;
  }
  const seeds = Number(values.seeds);
  const from = Number(values.from);
  const workers = Number(values.workers ?? Math.max(1, cpus().length));
  const runs = Number(values.runs);
  if (
    ![seeds, from, workers, runs].every((one) => Number.isSafeInteger(one) && one >= 0) ||
    !(seeds && workers && runs)
  )
    return refuse(HELP, '--seeds, --from, --workers and --runs are whole numbers.');
  if (values.attack !== undefined && attackNamed(values.attack) === undefined)
    return refuse(HELP, `There is no attack "${values.attack}"; see --list.`);
  const defenceOff = values['defence-off'];
  if (defenceOff !== undefined && !DEFENCES.some(({ name }) => name === defenceOff))
    return refuse(HELP, `There is no defence "${defenceOff}"; see --list.`);
  const faults = FAULT_KINDS.filter((kind) => values.faults.split(',').includes(kind));
  if (values.faults !== '' && faults.length !== values.faults.split(',').length)
    return refuse(HELP, `Kinds of faults are ${FAULT_KINDS.join(', ')}.`);
  return {
    seeds,
    from,
    faults,
    calls: values.calls,
    evm: values.evm,
    attack: values.attack,
    defenceOff,
    workers: values.table ? workers : Math.min(workers, seeds),
    table: values.table,
    runs,
    json: values.json,
    trace: values.trace,
    shrink: values.shrink,
    progress: values.progress,
    scenario:
      values.scenario !== undefined && !values.scenario.startsWith('{')
        ? readFileSync(values.scenario, 'utf8')
        : values.scenario,
  };
}
