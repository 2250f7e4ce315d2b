// docs/threat-model.md says of every check which switch takes it out and which test cheats. The list is made here, from the switches themselves, and the page must be it:
// ENIGMA_WRITE=1 node --test simulator/test/threatModel.test.ts writes it anew.
import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { DEFENCES } from '../src/defences.ts';

const root = new URL('../../', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const page = 'docs/threat-model.md';
const [from, to] = [
  '<!-- checks: from here on written by simulator/test/threatModel.test.ts -->',
  '<!-- checks end -->',
];

interface Row {
  readonly check: string;
  readonly what: string;
  /** A file, and what stands in it. */
  readonly proof: readonly [file: string, says: string];
}

/** `name: 'what'` of a room's defences.ts, each with the file in which its cheat stands. */
function tableOf(room: string, cheats: string): readonly Row[] {
  const files = globSync(cheats, { cwd: root });
  return [...text(`packages/${room}/src/defences.ts`).matchAll(/^ {2}'?([\w.]+)'?: '(.*)',$/gm)].map(
    ([, check = '', what = '']) => {
      const says = check.includes('.') ? `'${check}': ` : `${check}: `;
      const file = files.find((one) => text(one).includes(`\n  ${says}`)) ?? '';
      return { check, what, proof: [file, says] };
    },
  );
}

/** The booleans of an interface, each with its comment. */
function switchesOf(file: string, name: string, proofs: Readonly<Record<string, Row['proof']>>): readonly Row[] {
  const body = new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(text(file))?.[1] ?? '';
  return [...body.matchAll(/(?:\/\*\* (.*) \*\/\n {2})?readonly (\w+): boolean;/g)].map(
    ([, what = '', check = '']) => ({
      check,
      what: what === '' ? (SAID[check] ?? '') : what.replace(/^Off: /, 'off: ').replace(/\.$/, ''),
      proof: proofs[check] ?? ['', ''],
    }),
  );
}

/** Of those whose comment stands over all of them. */
const SAID: Readonly<Record<string, string>> = {
  products: 'products of a batch are products',
  andTriples: 'AND triples are opened in part and compared in buckets',
};

const mpc = (file: string, says: string): Row['proof'] => [`packages/mpc/test/${file}.test.ts`, says];
const bytecode = (says: string): Row['proof'] => ['packages/bytecode/test/', says];

const ROOMS: readonly (readonly [room: string, rows: readonly Row[]])[] = [
  [
    '`mpc` sessions (`SessionChecks`)',
    switchesOf('packages/mpc/src/session/seat.ts', 'SessionChecks', {
      views: mpc('sessionFraming', 'with view hash and opening check off one seat frames an honest one'),
      openings: mpc('sessionAttacks', 'opening check off: the same lie goes through'),
      verdicts: mpc('sessionAttacks', 'a batch with one OK missing is unused'),
      okOpensNothing: mpc('sessionAttacks', 'one FAIL kills the number; who signed OK opens nothing'),
      marks: ['simulator/test/simulator.test.ts', 'breaks a property'],
      barriers: mpc('session', 'coins wait for the barrier'),
      records: ['simulator/test/simulator.test.ts', 'breaks a property'],
      keyEcho: mpc('sessionKeys', 'without the echo of the checks the same seat learns every key'),
      keysForgotten: ['simulator/test/disk.test.ts', 'lost its disk while keys were made'],
      abortQuorum: mpc('sessionAborts', 'with one signature enough it puts its own in place of theirs'),
    }),
  ],
  [
    '`mpc` engine (`Checks`)',
    switchesOf('packages/mpc/src/engine.ts', 'Checks', {
      products: mpc('cheats', 'one wrong product spoils its batch; without verification it enters the pool'),
      andTriples: mpc('cheats', 'wrong AND triples pass at the rate of the bound'),
      bucketSize: mpc('cheats', 'wrong AND triples pass at the rate of the bound'),
    }),
  ],
  [
    '`bytecode` verifier (`Rules`)',
    switchesOf('packages/bytecode/src/rules.ts', 'Rules', {}).map((row) => ({
      ...row,
      proof: bytecode(row.check),
    })),
  ],
  ['`node` (`NodeChecks`)', tableOf('node', 'packages/node/test/cheats/*.ts')],
  ['`client` (`ClientChecks`)', tableOf('client', 'packages/client/test/support/cheats.ts')],
  [
    'simulator (`npm run simulate -- --defence-off NAME`)',
    DEFENCES.map(({ name, what, attack }) => ({
      check: name,
      what: `off: ${what}; \`${attack}\` then breaks a property`,
      proof: ['simulator/test/simulator.test.ts', 'breaks a property'],
    })),
  ],
];

/** Where a proof stands; for a folder, the file of it that says so. */
function fileOf([file, says]: Row['proof']): string {
  if (!file.endsWith('/')) return text(file).includes(says) ? file : '';
  return (
    globSync(`${file}*.test.ts`, { cwd: root })
      .toSorted()
      .find((one) => text(one).includes(says)) ?? ''
  );
}

function written(): string {
  const lines: string[] = [];
  for (const [room, rows] of ROOMS) {
    lines.push(`### ${room}`, '', '| switch | what it keeps | cheat |', '|---|---|---|');
    for (const { check, what, proof } of rows)
      lines.push(`| \`${check}\` | ${what} | \`${fileOf(proof).replace(/^packages\//, '')}\` |`);
    lines.push('');
  }
  return lines.join('\n');
}

test('every check has its switch and a test that cheats, in a file that names it', () => {
  for (const [room, rows] of ROOMS) {
    assert.ok(rows.length > 0, room);
    for (const { check, proof } of rows) assert.notEqual(proof[0] === '' ? '' : fileOf(proof), '', `${room}: ${check}`);
  }
});

test('the page lists them', () => {
  const before = text(page);
  const [head = '', rest = ''] = before.split(from);
  const [, tail = ''] = rest.split(to);
  const after = `${head}${from}\n\n${written()}\n${to}${tail}`;
  if (process.env['ENIGMA_WRITE'] === '1') writeFileSync(new URL(page, root), after);
  assert.equal(
    before.includes(from) && before === after,
    true,
    `${page} is not what the switches say: ENIGMA_WRITE=1 writes it`,
  );
});

test('every test that the page names by its words stands in the file that it names', () => {
  const rows = [...text(page).matchAll(/^\|.*\| `([^`]+\.ts)`: "(.+?)"(.*) \|$/gm)];
  assert.ok(rows.length >= 9);
  for (const [, file = '', says = '', more = ''] of rows) {
    const named = [
      [file, says],
      ...[...more.matchAll(/`([^`]+\.ts)`: "(.+?)"/g)].map(([, one = '', two = '']) => [one, two]),
    ];
    for (const [path = '', words = ''] of named) {
      const at = path.startsWith('simulator/') ? path : `packages/${path}`;
      assert.ok(text(at).includes(words), `${path} does not say "${words}"`);
    }
  }
});
