// Counts since the start: what happens once and is then in no state. Names and labels are those of the table; a label beyond it counts as `other`.
import { METRICS, type Sample } from './metrics.ts';

export interface Tally {
  add(name: string, by?: number, labels?: Readonly<Record<string, string>>): void;
  observe(name: string, value: number): void;
  /** Every counter and histogram of the table, also those that stand at zero; of labels that are counted, the ones seen. */
  samples(): readonly Sample[];
}

interface Histogram {
  readonly counts: number[];
  sum: number;
  count: number;
}

export function createTally(): Tally {
  const counters = new Map<string, Map<string, { readonly labels: Readonly<Record<string, string>>; value: number }>>();
  const histograms = new Map<string, Histogram>();
  for (const [name, { kind, labels, buckets = [] }] of Object.entries(METRICS)) {
    if (kind === 'histogram') histograms.set(name, { counts: buckets.map(() => 0), sum: 0, count: 0 });
    if (kind !== 'counter') continue;
    counters.set(name, new Map());
    const known = Object.entries(labels ?? {});
    const [label, values] = known[0] ?? [];
    if (label === undefined) add(name, 0);
    else if (known.length === 1 && Array.isArray(values))
      for (const value of values as readonly string[]) add(name, 0, { [label]: value });
  }

  function add(name: string, by = 1, labels: Readonly<Record<string, string>> = {}): void {
    const series = counters.get(name);
    if (series === undefined) throw new Error(`${name} is no counter of the table`);
    const bounded = Object.fromEntries(
      Object.entries(labels).map(([label, text]) => [label, within(name, label, text)]),
    );
    const key = JSON.stringify(bounded);
    const one = series.get(key);
    if (one === undefined) series.set(key, { labels: bounded, value: by });
    else one.value += by;
  }

  return {
    add,
    observe(name, value) {
      const histogram = histograms.get(name);
      if (histogram === undefined) throw new Error(`${name} is no histogram of the table`);
      histogram.sum += value;
      histogram.count++;
      METRICS[name]?.buckets?.forEach((end, at) => {
        if (value <= end) histogram.counts[at] = (histogram.counts[at] ?? 0) + 1;
      });
    },
    samples: () => [
      ...[...counters].flatMap(([name, series]) =>
        [...series.values()].map(({ labels, value }): Sample => ({ name, labels, value })),
      ),
      ...[...histograms].flatMap(([name, { counts, sum, count }]) => [
        ...counts.map((value, at): Sample => ({
          name: `${name}_bucket`,
          labels: { le: String(METRICS[name]?.buckets?.[at]) },
          value,
        })),
        { name: `${name}_bucket`, labels: { le: '+Inf' }, value: count },
        { name: `${name}_sum`, value: sum },
        { name: `${name}_count`, value: count },
      ]),
    ],
  };
}

function within(name: string, label: string, text: string): string {
  const allowed = METRICS[name]?.labels?.[label];
  if (allowed === undefined) return 'other';
  const fits =
    'count' in allowed
      ? /^\d{1,4}$/.test(text) && Number(text) < allowed.count
      : (allowed as readonly string[]).includes(text);
  return fits ? text : 'other';
}
