// What a run of many seeds has come to, seed by seed in order, so that a long one can be stopped and go on: what is counted is every seed below `next`, once.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import type { Violation } from './properties/property.ts';
import type { Report } from './worker.ts';

export interface Totals {
  /** What was asked for: another question does not go on from this answer. */
  readonly of: string;
  /** Every seed from the first up to this one is counted. */
  readonly next: number;
  readonly seconds: number;
  readonly opened: number;
  readonly expired: number;
  readonly halted: number;
  readonly lost: number;
  readonly crashes: number;
  readonly lies: number;
  readonly aborts: number;
  readonly events: number;
  readonly broken: readonly { readonly seed: string; readonly violations: readonly Violation[] }[];
  /** Node.js and commit of each part of the run. */
  readonly versions: readonly string[];
}

export interface Progress {
  totals(): Totals;
  take(report: Report): void;
}

export function openProgress(of: string, from: number, file: string | undefined): Progress {
  const before =
    file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Totals) : undefined;
  if (before !== undefined && before.of !== of)
    throw new Error(`${file} is of another run (${before.of}): name another file, or remove it`);
  const startedMs = performance.now();
  const version = `${process.version} ${commit()}`;
  let totals: Totals = before ?? {
    of,
    next: from,
    seconds: 0,
    opened: 0,
    expired: 0,
    halted: 0,
    lost: 0,
    crashes: 0,
    lies: 0,
    aborts: 0,
    events: 0,
    broken: [],
    versions: [],
  };
  if (!totals.versions.includes(version)) totals = { ...totals, versions: [...totals.versions, version] };
  const secondsBefore = totals.seconds;
  const waiting = new Map<number, Report>();

  function count({ seed, ending, crashed, told, aborts, events, violations }: Report): void {
    const one = (yes: boolean): number => (yes ? 1 : 0);
    totals = {
      ...totals,
      next: totals.next + 1,
      opened: totals.opened + one(ending === 'opened'),
      expired: totals.expired + one(ending === 'expired'),
      halted: totals.halted + one(ending === 'halted'),
      lost: totals.lost + one(ending === 'lost'),
      crashes: totals.crashes + one(crashed),
      lies: totals.lies + one(told),
      aborts: totals.aborts + aborts,
      events: totals.events + events,
      broken: violations.length === 0 ? totals.broken : [...totals.broken, { seed, violations }],
    };
  }

  return {
    totals: () => ({ ...totals, seconds: secondsBefore + (performance.now() - startedMs) / 1000 }),
    take(report) {
      waiting.set(Number(report.seed), report);
      for (let next = waiting.get(totals.next); next !== undefined; next = waiting.get(totals.next)) {
        waiting.delete(totals.next);
        count(next);
      }
      if (file === undefined) return;
      // Whole or not at all: a run that is killed while it writes goes on from the line before.
      writeFileSync(`${file}.new`, `${JSON.stringify(this.totals())}\n`);
      renameSync(`${file}.new`, file);
    },
  };
}

function commit(): string {
  const said = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout;
  return typeof said === 'string' && said !== '' ? said.trim() : 'unknown';
}
