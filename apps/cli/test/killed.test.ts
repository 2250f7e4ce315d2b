// A command that was killed can clean up nothing: what it started ends by itself, and the next network removes its folder.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearLeftOver, makeNetworkFolder } from '../src/network/folder.ts';
import { enigma, processesIn, processOf } from './run.ts';

describe('a network whose command was killed', () => {
  let folder: string;
  const outside = process.env['TMPDIR'];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'enigma-test-'));
    process.env['TMPDIR'] = folder;
  });
  after(() => {
    if (outside === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = outside;
    rmSync(folder, { recursive: true });
  });

  it('ends its nodes and its chain by itself', { timeout: 90_000 }, async () => {
    let killed = false;
    const { stderr } = await enigma(['up', '--network', join(folder, 'network.json')], {
      timeoutMs: 60_000,
      onStderr: (text, pid) => {
        if (killed || !text.includes('nodes answer')) return;
        killed = true;
        process.kill(pid, 'SIGKILL');
      },
    });
    assert.ok(killed, stderr);
    const processes = processesIn(stderr);
    assert.equal(processes.length, 5, stderr);
    const living = (): readonly string[] =>
      processes.map((pid) => processOf(pid) ?? '').filter((line) => /anvil|node/.test(line));
    for (let waited = 0; living().length > 0 && waited < 15_000; waited += 100) await sleep(100);
    assert.deepEqual(living(), []);
    assert.equal(readdirSync(folder).filter((name) => name.startsWith('enigma-net-')).length, 1);
    assert.equal(clearLeftOver(), 1);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('enigma-net-')),
      [],
    );
  });

  it('leaves every folder in place of which it is not sure', () => {
    const running = makeNetworkFolder(false);
    assert.ok(readFileSync(join(running, 'owner.json'), 'utf8').includes(String(process.pid)));
    const { machine } = JSON.parse(readFileSync(join(running, 'owner.json'), 'utf8')) as { machine: string };
    const gone = { version: 1, pid: 2 ** 22 + 1, machine, keep: false };
    const notes: Readonly<Record<string, string | undefined>> = {
      kept: JSON.stringify({ ...gone, keep: true }),
      'of-another-machine': JSON.stringify({ ...gone, machine: 'elsewhere' }),
      newer: JSON.stringify({ ...gone, version: 2 }),
      'without-a-note': undefined,
      garbage: '{',
      'no-pid': JSON.stringify({ ...gone, pid: -1 }),
    };
    const folders = Object.entries(notes).map(([name, note]) => {
      const at = join(folder, `enigma-net-${name}`);
      mkdirSync(at);
      if (note !== undefined) writeFileSync(join(at, 'owner.json'), note);
      return at;
    });
    assert.equal(clearLeftOver(), 0);
    for (const at of [running, ...folders]) assert.ok(existsSync(at), at);
    const left = join(folder, 'enigma-net-left');
    mkdirSync(left);
    writeFileSync(join(left, 'owner.json'), JSON.stringify(gone));
    assert.equal(clearLeftOver(), 1);
    assert.ok(!existsSync(left));
  });
});
