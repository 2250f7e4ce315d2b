// `enigma dev` on real processes: an editor's changes one after the other, a network of its own, and nothing left of it after Ctrl-C.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { clone } from './page.ts';
import { enigma, processesIn, processOf } from './run.ts';

const STEP_MS = 60_000;

interface Line {
  readonly event: string;
  readonly message?: string;
  readonly text?: string;
  readonly contractId?: string;
  readonly passed?: number;
  readonly failed?: number;
  readonly diagnostics?: readonly { readonly code: string }[];
}

describe('enigma dev', { timeout: 600_000 }, () => {
  mkdirSync(join(clone, '.enigma'), { recursive: true });
  const folder = mkdtempSync(join(clone, '.enigma', 'test-'));
  after(() => rmSync(folder, { recursive: true }));

  it('tells at each change what became of it, and ends everything', { timeout: 590_000 }, async () => {
    const network = join(folder, 'network.json');
    const at = join(folder, 'hello');
    assert.equal((await enigma(['new', 'hello', '--folder', at])).code, 0);
    const file = join(at, 'contract.ts');
    const source = readFileSync(file, 'utf8');
    const lines: Line[] = [];
    let pid = 0;
    let rest = '';
    const running = enigma(['dev', file, '--network', network, '--json'], {
      timeoutMs: 580_000,
      onStart: (started) => void (pid = started),
      onStdout(text) {
        const parts = (rest + text).split('\n');
        rest = parts.pop() ?? '';
        lines.push(...parts.map((part) => JSON.parse(part) as Line));
      },
    });
    let ended = false;
    void running.then(() => void (ended = true));
    try {
      let seen = 0;
      /** The lines up to the next one of that kind. */
      const until = async (event: string): Promise<readonly Line[]> => {
        for (let waited = 0; waited < STEP_MS && !ended; waited += 50) {
          const found = lines.findIndex((line, i) => i >= seen && line.event === event);
          if (found >= 0) {
            const part = lines.slice(seen, found + 1);
            seen = found + 1;
            return part;
          }
          await sleep(50);
        }
        throw new Error(`no ${event} after ${JSON.stringify(lines)}`);
      };
      const eventsOf = (part: readonly Line[]): readonly string[] =>
        part.map(({ event }) => event).filter((event) => event !== 'network');
      const last = (part: readonly Line[], event: string): Line => {
        const found = part.find((line) => line.event === event);
        assert.ok(found !== undefined, `${event} among ${eventsOf(part).join()}`);
        return found;
      };

      const first = await until('watching');
      assert.deepEqual(eventsOf(first), ['compiled', 'tested', 'deployed', 'watching']);
      assert.ok((last(first, 'tested').passed ?? 0) > 0);
      assert.ok(existsSync(network), 'other commands find the network');
      writeFileSync(file, source.replace('this.offers++', 'this.offers = amount'));
      const refused = await until('watching');
      assert.deepEqual(eventsOf(refused), ['changed', 'refused', 'watching']);
      assert.match(last(refused, 'refused').message ?? '', /contract\.ts:\d+:\d+[\s\S]*this\.offers = amount/);
      assert.deepEqual(
        last(refused, 'refused').diagnostics?.map(({ code }) => code),
        ['E-FLOW'],
      );

      writeFileSync(file, source.replace('amount > this.best.amount', 'amount >= this.best.amount'));
      const wrong = await until('watching');
      assert.deepEqual(eventsOf(wrong), ['changed', 'compiled', 'tested', 'watching']);
      assert.match(last(wrong, 'tested').text ?? '', /✖ the highest offer wins, of equals the first/);

      // As editors do that write beside the file and rename.
      writeFileSync(`${file}.new`, source.replace("'fewer than two offers'", "'fewer than two people offered'"));
      renameSync(`${file}.new`, file);
      const mended = await until('watching');
      assert.deepEqual(eventsOf(mended), ['changed', 'compiled', 'tested', 'deployed', 'watching']);
      assert.notEqual(last(mended, 'deployed').contractId, last(first, 'deployed').contractId);

      // Files that it imports are followed too, even one that is not there yet.
      const importing = readFileSync(file, 'utf8').replace('this.offers >= 2', 'this.offers >= LEAST');
      writeFileSync(file, `import { LEAST } from './least.ts';\n${importing}`);
      const missing = await until('watching');
      assert.deepEqual(eventsOf(missing), ['changed', 'refused', 'watching']);
      assert.match(last(missing, 'refused').message ?? '', /E-IMPORT There is no file `\.\/least\.ts`/);
      writeFileSync(join(at, 'least.ts'), 'export const LEAST: u32 = 2;\n');
      const imported = await until('watching');
      assert.deepEqual(eventsOf(imported), ['changed', 'compiled', 'tested', 'unchanged', 'watching']);
    } finally {
      process.kill(pid, 'SIGINT');
    }
    const { code, stderr } = await running;
    assert.equal(code, 0, stderr);
    const processes = processesIn(stderr);
    assert.equal(processes.length, 5, stderr);
    assert.deepEqual(
      processes.map((one) => processOf(one) ?? '').filter((line) => /anvil|node/.test(line)),
      [],
    );
    assert.ok(!existsSync(network));
  });

  it('refuses a file that is not there, before anything starts', async () => {
    const { code, stdout, stderr } = await enigma(['dev', join(folder, 'none.ts'), '--json']);
    assert.equal(code, 1);
    assert.equal((JSON.parse(stdout) as { error: { code: string } }).error.code, 'FILE_UNREADABLE');
    assert.deepEqual(processesIn(stderr), []);
  });
});
