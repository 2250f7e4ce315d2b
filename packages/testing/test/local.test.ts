// The room itself: what calls give, what they leave behind, and how they fail.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { functionNamed, writtenTape } from '@enigma/bytecode';
import { compile } from '@enigma/compiler';
import { dealtCommittee } from '@enigma/mpc';
import { local, LocalError } from '@enigma/testing';
import { startParties } from '../src/parties.ts';

const source = `
type Phase = 'open' | 'closed';
export class Vault extends Contract {
  readonly least: u32;
  readonly due: u64;
  phase: Phase = 'open';
  kept = map<Address, Secret<i64>>();
  hints = inbox<{ x: Secret<Range<0, 9>> }>();
  constructor(least: u32, due: u64) { super(); this.least = least; this.due = due; }
  put(x: Secret<i64>, tags: FixedArray<Secret<bool>, 2>, n: u32) {
    require(n >= this.least, 'too little');
    if (tags[0] && !tags[1]) this.kept.set(this.ctx.sender, x);
    emit('Put', { n, by: this.ctx.sender });
  }
  mine(): i64 { return toCaller(this.kept.get(this.ctx.sender), 'what you keep'); }
  tell(): { best: Address; sign: bool } {
    let best: Secret<Address> = NOBODY;
    let most: Secret<i64> = -1000;
    for (const [who, x] of this.kept) if (x > most) { most = x; best = who; }
    sendTo(this.ctx.sender, most, 'the most');
    return { best: reveal(best, 'who has most'), sign: reveal(most < 0, 'whether it is below zero') };
  }
  narrow(x: Secret<Range<0, 5>>, phase: Phase): Phase { this.phase = phase; return this.phase; }
  share(n: u32): u32 { return this.least / n; }
  pay(): u64 { return this.ctx.value; }
  @atBlock('due') count(): u32 {
    let sum: u32 = 0;
    for (const hint of this.hints.upTo(this.due).lastBySender()) sum += hint.x;
    return reveal(sum, 'sum of the hints');
  }
  @view size(): u32 { return this.kept.size; }
}
`;

const guessing = `export class Guess extends Contract {
  static readonly openMode = 'beforeSettle';
  private kept: Secret<u8>;
  constructor(kept: u8) { super(); this.kept = kept; }
  tries(most: u8): u8 {
    let tries: u8 = 0;
    let found: bool = false;
    for (let k = 0; k < 20 && k < most && !found; k++) {
      found = reveal(this.kept === k, 'whether it was this one');
      tries++;
    }
    return tries;
  }
}
`;

/** What the contract's type would say, had it a file of its own. */
declare class Guess {
  constructor(kept: number);
  tries(most: number): number;
}
type i64 = number & { readonly '~'?: 'i64' };
declare class Vault {
  hints: { readonly '~entry'?: { x: number & { readonly '~'?: 'range' | 'secret' } }; upTo(height: never): unknown };
  constructor(least: number, due: number & { readonly '~'?: 'u64' });
  put(x: i64, tags: readonly boolean[], n: number): void;
  mine(): i64;
  tell(): { best: { readonly '~address': true }; sign: boolean };
  narrow(x: number, phase: 'open' | 'closed'): 'open' | 'closed';
  share(n: number): number;
  pay(): number & { readonly '~'?: 'u64' };
  count(): number;
  size(): number;
}

const [alice, bob] = [`0x${'a1'.repeat(20)}`, `0x${'b0'.repeat(20)}`] as const;
const code = (wanted: LocalError['code'], text: RegExp) => (error: unknown) =>
  error instanceof LocalError && error.code === wanted && text.test(error.message);

for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('values in and out, releases and events by name', async () => {
      const c = await local<typeof Vault>(source, [2, 10n], { engine });
      await c.as(alice).put(-7n, [true, false], 2);
      await c.as(bob).put(5n, [true, true], 3);
      assert.equal(await c.as(alice).mine(), -7n);
      assert.equal(await c.as(bob).mine(), 0n);
      assert.deepEqual(await c.as(bob).tell(), { best: bob, sign: false });
      assert.equal(await c.as(bob).size(), 2);
      assert.deepEqual(c.events, [
        { name: 'Put', facts: { n: 2, by: alice } },
        { name: 'Put', facts: { n: 3, by: bob } },
      ]);
      assert.deepEqual(
        c.releases.map(({ kind, reason, to, value }) => [kind, reason, to, value]),
        [
          ['return', 'what you keep', alice, -7n],
          ['return', 'what you keep', bob, 0n],
          ['reveal', 'who has most', 'everyone', bob],
          ['reveal', 'whether it is below zero', 'everyone', false],
          ['send', 'the most', bob, 0n],
        ],
      );
    });

    test('a failed call changes nothing and says why', async () => {
      const c = await local<typeof Vault>(source, [2, 10n], { engine });
      await assert.rejects(c.as(alice).put(1n, [true, false], 1), code('REVERTED', /too little/));
      await assert.rejects(c.as(alice).put(1n, [true], 2), code('BAD_ARGUMENT', /tags is not an array of 2/));
      await assert.rejects(c.as(alice).narrow(6, 'open'), code('BAD_ARGUMENT', /from 0 to 5/));
      await assert.rejects(c.as(alice).narrow(5, 'ajar' as 'open'), code('BAD_ARGUMENT', /one of open, closed/));
      assert.equal(await c.as(alice).size(), 0);
      assert.equal(await c.as(alice).narrow(5, 'closed'), 'closed');
      assert.deepEqual([c.fields['phase'], c.fields['least'], c.events], ['closed', 2, []]);
    });

    test('a loop that a revealed value ends', async () => {
      const c = await local<typeof Guess>(guessing, [7], { engine });
      assert.deepEqual([await c.as(alice).tries(20), await c.as(bob).tries(4)], [8, 4]);
      assert.equal(c.releases.length, 12);
    });

    test('what a call pays', async () => {
      const c = await local<typeof Vault>(source, [2, 10n], { engine });
      assert.equal(await c.as(alice).pay(), 0n);
      assert.equal(await c.as(alice, { value: 2n ** 64n - 1n }).pay(), 2n ** 64n - 1n);
      assert.throws(() => c.as(alice, { value: 2n ** 64n }), code('BAD_ARGUMENT', /64-bit/));
    });

    test('the inbox and the schedule', async () => {
      const c = await local<typeof Vault>(source, [0, 10n], { engine });
      c.append(alice, { x: 3 });
      c.at({ height: 5n }).append(bob, { x: 4 });
      c.append(alice, { x: 9 });
      await assert.rejects(c.as(alice).count(), code('NOT_DUE', /block 10/));
      assert.equal(await c.at({ height: 10n }).as(alice).count(), 13);
      assert.equal(await c.as(alice).count(), 0);
    });
  });

test('a contract that does not compile says so as the command line does', async () => {
  await assert.rejects(local('export class C\n', []), code('DOES_NOT_COMPILE', /E-SYNTAX/));
});

test('a contract in a file imports from its project, and is compiled anew when an imported file changes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'enigma-local-'));
  try {
    for (const name of ['own', 'lib']) mkdirSync(join(folder, name));
    const file = join(folder, 'own', 'contract.ts');
    writeFileSync(
      file,
      "import { STEP } from '../lib/step.ts';\nexport class Steps extends Contract { run(n: u8): u8 { return n + STEP; } }\n",
    );
    const step = join(folder, 'lib', 'step.ts');
    for (const by of [1n, 5n]) {
      writeFileSync(step, `export const STEP: u8 = ${by};\n`);
      const c = await local<typeof Steps>(file, [], { root: folder });
      assert.equal(await c.as(alice).run(3), 3 + Number(by));
    }
    const outside = /own\/contract\.ts:1:22 E-IMPORT `\.\.\/lib\/step\.ts` leaves the project/;
    await assert.rejects(local(file, []), code('DOES_NOT_COMPILE', outside));
    await assert.rejects(local(file, [], { root: join(folder, 'lib') }), code('BAD_ARGUMENT', /no folder that/));
    rmSync(step);
    symlinkSync('/dev/null', step);
    await assert.rejects(local(file, [], { root: folder }), code('DOES_NOT_COMPILE', /There is no file/));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
declare class Steps {
  run(n: number & { readonly '~'?: 'u8' }): number & { readonly '~'?: 'u8' };
}

const keeper = `
export class Keeper extends Contract {
  private kept: Secret<u64> = 0;
  log: Entry[] = [];
  keep(x: Secret<u64>) { this.kept = x; this.log.push({ who: this.ctx.sender, x }); }
  told(): u64 { return reveal(this.kept, 'what is kept'); }
}
type Entry = { who: Address; x: Secret<u64> };
`;
declare class Keeper {
  keep(x: number & { readonly '~'?: 'u64' | 'secret' }): void;
  told(): number & { readonly '~'?: 'u64' };
}

test('fields show what everybody can read, and no secret member, in both engines', async () => {
  for (const engine of ['evaluator', 'mpc'] as const) {
    const c = await local<typeof Keeper>(keeper, [], { engine });
    await c.as(alice).keep(5n);
    assert.deepEqual(c.fields, { log: [{ who: alice }] });
  }
});

test('the parties compute on what the caller masked: under other keys than theirs it is another value', async () => {
  const compiled = compile(keeper);
  assert.ok(compiled.ok);
  const { verified } = compiled;
  const context = { sender: 1n, self: 2n, height: 1n, time: 0n, value: 0n, seats: 4, threshold: 1 };
  const answers: unknown[] = [];
  for (const maskSeed of ['own', 'foreign']) {
    const committee = dealtCommittee({ n: 4, T: 1, seed: 'own' });
    const { maskKeys } = dealtCommittee({ n: 4, T: 1, seed: maskSeed });
    let rounds = 0;
    const parties = startParties(verified, writtenTape([]), {
      ...committee,
      maskKeys,
      run(protocol) {
        const ran = committee.run(protocol);
        assert.ok(ran.ok);
        rounds += ran.rounds;
        return ran;
      },
    });
    assert.equal(parties.run(functionNamed(verified, 'keep'), [5n], context).status, 'ok');
    const told = parties.run(functionNamed(verified, 'told'), [], context);
    assert.ok(told.status === 'ok');
    answers.push(told.opened[0]?.values[0]);
    assert.ok(rounds > 4, 'they exchanged messages');
  }
  assert.equal(answers[0], 5n);
  assert.notEqual(answers[1], 5n);
});
