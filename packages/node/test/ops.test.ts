// What an operator watches by, held together: the table of metrics, the alert rules, the dashboard, the pages and the codes of the log. A name that only one of them has fails here.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { SETTING_NAMES } from '../src/host/index.ts';
import { LOG_CODES, meaningOf, type LogCode } from '../src/log.ts';
import { METRICS } from '../src/metrics.ts';

const root = new URL('../../../', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const rules = text('ops/alerts.yml');
const dashboard = JSON.parse(text('ops/dashboard.json')) as Dashboard;

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly h: number; readonly w: number; readonly x: number; readonly y: number };
  readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
}
interface Dashboard {
  readonly schemaVersion: number;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string }[] };
}

interface Alert {
  readonly name: string;
  readonly expr: string;
  readonly runbook: string;
}

/** Our rules are written by one hand in one form; a rule in another form has no place here. */
const alerts: readonly Alert[] = rules
  .split(/^ {6}- alert: /m)
  .slice(1)
  .map((rule) => ({
    name: /^\w+/.exec(rule)?.[0] ?? '',
    expr: /^ {8}expr: '(.*)'$/m.exec(rule)?.[1] ?? '',
    runbook: /^ {10}runbook: (.*)$/m.exec(rule)?.[1] ?? '',
  }));
const queries = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** Names of ours in an expression, those of a histogram without their ending. */
function namesIn(expr: string): readonly string[] {
  return [...expr.matchAll(/\benigma_\w+/g)].map(([name]) =>
    METRICS[name] === undefined ? name.replace(/_(bucket|sum|count)$/, '') : name,
  );
}

test('every name in an alert or a panel is one that a node gives, and every one that it gives is in one of them and in the docs', () => {
  const used = new Set([...alerts.map(({ expr }) => expr), ...queries].flatMap(namesIn));
  for (const name of used) assert.ok(METRICS[name] !== undefined, `${name} is given by no node`);
  const page = text('docs/runbook/README.md');
  for (const [name, { kind, help }] of Object.entries(METRICS)) {
    assert.ok(used.has(name), `${name} is in no alert and no panel`);
    assert.ok(
      page.includes(`| \`${name}\` | ${kind} |`) && page.includes(`| ${help} |`),
      `${name} is not in the docs so`,
    );
    assert.ok(kind !== 'counter' || name.endsWith('_total'), name);
  }
  for (const [, name = ''] of page.matchAll(/^\| `(enigma_\w+)` \|/gm))
    assert.ok(METRICS[name], `${name} is in the docs alone`);
});

test('labels in alerts and panels have values that a node gives', () => {
  let looked = 0;
  for (const expr of [...alerts.map(({ expr }) => expr), ...queries])
    for (const [, name = '', matchers = ''] of expr.matchAll(/\b(enigma_\w+)\{([^}]*)\}/g))
      for (const [, label = '', values = ''] of matchers.matchAll(/(\w+)=~?"([^"]*)"/g)) {
        if (label === 'instance') continue;
        const allowed = METRICS[name]?.labels?.[label];
        assert.ok(Array.isArray(allowed), `${name} has no label ${label}`);
        for (const value of values.split('|')) assert.ok(allowed.includes(value), `${name}{${label}="${value}"}`);
        looked++;
      }
  assert.ok(looked >= 4);
});

test('each alert has its page, each page its alert and what somebody woken at night looks for', () => {
  const pages = globSync('docs/runbook/*.md', { cwd: root }).map((file) => basename(file, '.md'));
  assert.deepEqual(pages.filter((name) => name !== 'README').toSorted(), alerts.map(({ name }) => name).toSorted());
  assert.ok(alerts.length >= 15);
  const index = text('docs/runbook/README.md');
  for (const { name, expr, runbook } of alerts) {
    assert.equal(runbook, `docs/runbook/${name}.md`);
    const page = text(runbook);
    assert.ok(
      page.startsWith(`# ${name}: `) && page.includes(`\n${expr}\n`),
      `${name}: another expression than the rule`,
    );
    for (const head of ['What it means', 'How to see it', 'What to do', 'When to wake somebody'])
      assert.match(page, new RegExp(`\n## ${head}\n\n\\S.{20,}`), `${name}: ${head}`);
    assert.ok(index.includes(`[${name}](${name}.md)`));
  }
});

test('each alert has the samples that set it off, and stands among those that a node which is well does not', () => {
  const cases = text('ops/alerts.test.yml');
  for (const { name } of alerts) {
    assert.match(cases, new RegExp(`^ {8}alertname: ${name}$`, 'm'), name);
    assert.ok(cases.includes(`alertname: ${name}, exp_alerts: []`), name);
  }
});

test('log codes on the pages are those of the table; one that needs somebody has a page, and stands in the guide', () => {
  const guide = text('docs/guide/operating.md');
  for (const code of Object.keys(LOG_CODES) as LogCode[]) {
    const { page } = meaningOf(code);
    if (page === undefined) continue;
    assert.ok(
      alerts.some(({ name }) => name === page),
      `${code}: no page ${page}`,
    );
    assert.ok(guide.includes(`\`${code}\``), `${code} needs somebody and is not in the guide`);
  }
  const rooms = [...new Set(Object.keys(LOG_CODES).map((code) => code.split('.', 1)[0]))].join('|');
  const pages = globSync('docs/runbook/*.md', { cwd: root });
  for (const file of [...pages, 'docs/guide/operating.md'])
    for (const [, code = ''] of text(file).matchAll(new RegExp(`\`((?:${rooms})\\.[a-zA-Z.]+)(?=[\` ])`, 'g')))
      if (!(SETTING_NAMES as readonly string[]).includes(code) && !/\.(db|key|json|ts)$/.test(code))
        assert.ok(code in LOG_CODES, `${file}: ${code} is said by no node`);
});

test('the dashboard is one that Grafana loads: numbered panels that do not overlap, each with its questions', () => {
  assert.ok(dashboard.schemaVersion >= 36 && dashboard.title !== '');
  const ids = dashboard.panels.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const taken = new Set<string>();
  for (const { type, title, gridPos, targets = [] } of dashboard.panels) {
    assert.ok(['row', 'stat', 'timeseries'].includes(type) && title !== '');
    assert.equal(targets.length === 0, type === 'row', title);
    const { x, y, w, h } = gridPos;
    assert.ok(x >= 0 && x + w <= 24 && w > 0 && h > 0, title);
    for (let column = x; column < x + w; column++)
      for (let line = y; line < y + h; line++) {
        assert.ok(!taken.has(`${column}/${line}`), `${title} lies on another`);
        taken.add(`${column}/${line}`);
      }
    assert.equal(new Set(targets.map(({ refId }) => refId)).size, targets.length);
  }
  const variables = dashboard.templating.list.map(({ name }) => name);
  for (const expr of queries)
    for (const [, name = ''] of expr.matchAll(/\$\{?(\w+)/g)) assert.ok(variables.includes(name), `${expr}: $${name}`);
});

test('the table can be broken: a name or a label that nobody gives is found', () => {
  assert.equal(METRICS[namesIn('rate(enigma_made_up_total[5m])')[0] ?? ''], undefined);
  assert.deepEqual(namesIn('enigma_task_attempts_bucket > 1 and enigma_seats'), [
    'enigma_task_attempts',
    'enigma_seats',
  ]);
});
