// Following files: a change counts once what was written stands, whatever an editor does in between.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { follow } from '../src/watch.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-watch-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a file that is emptied before it is written has changed once, and to what was written', async () => {
  const file = join(folder, 'a.ts');
  writeFileSync(file, 'one');
  // Longer than a busy machine takes from one write to the next.
  const changes = follow([file], 5_000);
  try {
    const changed = changes.next();
    for (let round = 0; round < 20; round++) {
      writeFileSync(file, round % 2 === 0 ? '' : `part ${round}`);
      await sleep(30);
      assert.equal(changed.aborted, false, `seen in round ${round}`);
    }
    writeFileSync(file, 'two');
    for (let waited = 0; !changed.aborted && waited < 20_000; waited += 50) await sleep(50);
    assert.ok(changed.aborted);
    const again = changes.next();
    await sleep(300);
    assert.equal(again.aborted, false);
    writeFileSync(file, '');
    for (let waited = 0; !again.aborted && waited < 20_000; waited += 50) await sleep(50);
    assert.ok(again.aborted, 'a file that stays empty is one that has changed');
  } finally {
    changes.stop();
  }
});
