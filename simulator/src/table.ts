// `npm run simulate -- --table`: every behaviour of an adversary, in each phase in which it can strike, by each number of colluders up to T of three committees, with nothing else going wrong. What it comes to is
// counted; that an honest node is blamed, that something is unmasked early or learnt, or that a property breaks, fails it.
import { ASKED_ATTACKS, ATTACKS, type Attack, type AttackPhase } from './attacks/index.ts';
import type { Wanted } from './scenario.ts';
import type { Job, Report } from './worker.ts';

const COMMITTEES: readonly (readonly [n: number, T: number])[] = [
  [3, 1],
  [4, 1],
  [5, 2],
];

/** Several properties say that something was seen that must not be. */
const LEAKS: readonly string[] = ['nothing unmasked before finality', 'the adversary gains nothing'];
const BLAME = 'honest never blamed';

export interface Cell {
  readonly behaviour: string;
  readonly phase: AttackPhase;
  readonly n: number;
  readonly T: number;
  readonly colluders: number;
  readonly runs: number;
  /** Runs in which the lie was told; of the others nothing is shown. */
  readonly told: number;
  readonly opened: number;
  readonly aborts: number;
  /** Runs in which an honest node named somebody. */
  readonly named: number;
  readonly blamedWrongly: number;
  readonly leaked: number;
  readonly broken: number;
  /** Of what broke, the seeds. */
  readonly seeds: readonly string[];
}

export interface CellJob {
  readonly attack: Attack;
  readonly wanted: Wanted;
  readonly job: Job;
}

export function jobsOfTable(runs: number, from: number, only: string | undefined): readonly CellJob[] {
  const attacks = [...ATTACKS, ...ASKED_ATTACKS].filter(({ name }) => only === undefined || name === only);
  return attacks.flatMap((attack) =>
    attack.phases.flatMap((phase) =>
      COMMITTEES.flatMap(([n, T]) =>
        // Whoever has no seat colludes with nobody.
        Array.from({ length: attack.seatless === true ? 1 : T }, (_, k) => k + 1).flatMap((colluders) =>
          Array.from({ length: runs }, (_, k): CellJob => {
            const wanted: Wanted = { attack: attack.name, committee: [n, T], colluders, phase };
            return { attack, wanted, job: { seed: from + k, wanted } };
          }),
        ),
      ),
    ),
  );
}

export function cellsOf(jobs: readonly CellJob[], reports: readonly (Report | undefined)[]): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const [at, { attack, wanted }] of jobs.entries()) {
    const report = reports[at];
    if (report === undefined) continue;
    const [n, T] = wanted.committee ?? [0, 0];
    const { phase = 'tally', colluders = 1 } = wanted;
    const key = [attack.name, phase, n, T, colluders].join('/');
    const empty = {
      runs: 0,
      told: 0,
      opened: 0,
      aborts: 0,
      named: 0,
      blamedWrongly: 0,
      leaked: 0,
      broken: 0,
      seeds: [],
    };
    const before = cells.get(key) ?? { behaviour: attack.name, phase, n, T, colluders, ...empty };
    cells.set(key, added(before, report));
  }
  return [...cells.values()];
}

function added(cell: Cell, { seed, told, ending, aborts, naming, violations }: Report): Cell {
  const one = (yes: boolean): number => (yes ? 1 : 0);
  const broke = (is: (property: string) => boolean): number => one(violations.some(({ property }) => is(property)));
  return {
    ...cell,
    runs: cell.runs + 1,
    told: cell.told + one(told),
    opened: cell.opened + one(ending === 'opened'),
    aborts: cell.aborts + aborts,
    named: cell.named + one(naming > 0),
    blamedWrongly: cell.blamedWrongly + broke((property) => property === BLAME),
    leaked: cell.leaked + broke((property) => LEAKS.includes(property)),
    broken: cell.broken + broke((property) => property !== BLAME && !LEAKS.includes(property)),
    seeds: violations.length === 0 ? cell.seeds : [...cell.seeds, seed],
  };
}

/** A row for each behaviour and phase, a column for each committee and number of colluders: `told/runs opened aborts named`, as Markdown. */
export function tableText(cells: readonly Cell[]): string {
  const columns = [...new Set(cells.map(columnOf))];
  const rows = [...new Set(cells.map(({ behaviour, phase }) => `${behaviour} | ${phase}`))];
  const lines = rows.map((row) => {
    const of = columns.map((column) => {
      const cell = cells.find((one) => columnOf(one) === column && `${one.behaviour} | ${one.phase}` === row);
      if (cell === undefined) return '–';
      const { told, runs, opened, aborts, named } = cell;
      const ill = cell.blamedWrongly + cell.leaked + cell.broken > 0 ? ` **broke: ${cell.seeds.join()}**` : '';
      return `${told}/${runs} told, ${opened} opened, ${aborts} aborts, ${named} named${ill}`;
    });
    return `| ${row} | ${of.join(' | ')} |`;
  });
  const head = `| behaviour | phase | ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length + 2)}`;
  const sum = (of: (cell: Cell) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
  const counts = `${sum(({ runs }) => runs)} runs, told in ${sum(({ told }) => told)}; honest nodes blamed in ${sum(({ blamedWrongly }) => blamedWrongly)}, unmasked early or learnt in ${sum(({ leaked }) => leaked)}, other properties broken in ${sum(({ broken }) => broken)}`;
  return `${head}\n${lines.join('\n')}\n\n${counts}\n`;
}

function columnOf({ n, T, colluders }: Cell): string {
  return `(${n},${T}), ${colluders}`;
}

/** Nothing broke, and no cell is empty of the lie that it is about. */
export function isSound(cells: readonly Cell[]): boolean {
  return cells.length > 0 && cells.every(({ blamedWrongly, leaked, broken }) => blamedWrongly + leaked + broken === 0);
}
