// A node looked after as its operator does it: real processes, and the commands as they are typed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readConfig, writeConfig } from '../src/host/index.ts';
import { getJson, runElection, startNetwork, until, type ProcessNode } from './support/processes.ts';

const scratch = mkdtempSync(join(tmpdir(), 'enigma-care-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
const cli = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly document: Readonly<Record<string, unknown>> & {
    readonly error?: { readonly code: string; readonly next: string };
  };
}

function enigma(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'node', ...args, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ENIGMA_PASSPHRASE: 'twelve or more characters' },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), 90_000);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.once('error', reject).once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, document: JSON.parse(text) as Ran['document'] });
    });
  });
}

test(
  'looked after by its commands: doctor, drain, backup, a twin that refuses, one contract that stands still',
  { timeout: 240_000 },
  async () => {
    const fault = join(scratch, 'fault');
    const network = await startNetwork(4, () => ({ ENIGMA_FAULT_FILE: fault }));
    const isReady = async (node: ProcessNode): Promise<boolean> =>
      (await getJson(`${node.apiUrl}/ready`))?.status === 200;
    const moved: ProcessNode = { ...(network.nodes[0] as ProcessNode), folder: join(scratch, 'copy'), ended: 0 };
    try {
      const election = await runElection(network, [1, 2, 3, 3], 60);
      const [one, two] = network.nodes as [ProcessNode, ProcessNode];
      await until(() => isReady(one), 'a ready node');

      const [doctor, status, ...refused] = await Promise.all([
        enigma('doctor', '--folder', one.folder, '--witness', network.rpcUrl),
        enigma('status', '--folder', one.folder),
        enigma('backup', '--folder', one.folder, '--out', join(scratch, 'no')),
        enigma('export-protection', '--folder', one.folder, '--out', join(scratch, 'no')),
      ]);
      const checks = doctor.document['checks'] as readonly { name: string; state: string; says: string }[];
      // How fast the disk of the machine is that tests run on is not the node's to say.
      assert.deepEqual(
        checks.filter(({ name, state }) => state === 'bad' && name !== 'disk'),
        [],
      );
      assert.ok(checks.length >= 17 && checks.some(({ name, state }) => name === 'endpoints' && state === 'ok'));
      assert.deepEqual(
        [status.code, status.document['node'], (status.document['seats'] as readonly unknown[]).length],
        [0, one.index, 1],
      );
      for (const { code, document } of refused) {
        assert.deepEqual([code, document.error?.code], [1, 'NODE_RUNNING']);
        assert.match(document.error?.next ?? '', /drain/);
      }

      // Taken down with nothing left undone.
      const drained = await enigma('drain', '--folder', one.folder);
      assert.deepEqual([drained.code, drained.document['drained']], [0, true], JSON.stringify(drained.document));
      await until(() => one.ended !== undefined, 'its end');
      assert.equal(one.ended, 0);

      // What a start would do, without a trace of having been asked.
      const seen = (): unknown =>
        ['protection.db', 'state.db'].map((name) => statSync(join(one.folder, 'data', name)).mtimeMs);
      const before = seen();
      const dry = await enigma('dry-run', '--folder', one.folder, '--api-port', '1234');
      // The number rises with each start, and while a node signs.
      assert.match((dry.document['signs'] as { slot: string }).slot, /^boot\/([2-9]|\d\d+)$/);
      const values = dry.document['values'] as readonly { name: string; value: unknown; source: string }[];
      assert.deepEqual(
        values.find(({ name }) => name === 'api.port'),
        { name: 'api.port', value: 1234, source: 'flag', reloads: false },
      );
      assert.deepEqual(seen(), before);
      for (const name of ['protection.db', 'state.db']) assert.ok(!existsSync(join(one.folder, 'data', `${name}-wal`)));

      const file = join(scratch, 'backup');
      assert.equal((await enigma('backup', '--folder', one.folder, '--out', file)).code, 0);
      const protection = join(scratch, 'protection.json');
      const exported = await enigma('export-protection', '--folder', one.folder, '--out', protection);
      assert.ok((exported.document['slots'] as number) > 0);
      const known = await enigma('import-protection', protection, '--folder', one.folder);
      assert.deepEqual([known.document['slots'], known.document['known']], [0, exported.document['slots']]);

      // Moved to another folder, while it is down.
      const copy = moved.folder;
      const alone = join(scratch, 'alone');
      const [restored, keysAlone] = await Promise.all([
        enigma('restore', file, '--folder', copy, '--with-data'),
        enigma('restore', file, '--folder', alone),
      ]);
      assert.equal(keysAlone.code, 0);
      assert.ok(!existsSync(join(alone, 'data')));
      assert.match(
        (restored.document['refused'] as readonly string[]).join('\n'),
        /RESTORED_BACKUP[\s\S]*0x[0-9a-f]{64}: no signature/,
      );
      network.start(moved);
      await until(() => isReady(moved), 'the moved node');

      // The old folder is started all the same: it counts the same number, and must not serve beside the moved one.
      const { peer, api, ...config } = readConfig(one.folder);
      writeConfig(one.folder, { ...config, peer: { ...peer, port: 0 }, api: { ...api, port: 0 } });
      network.start(one);
      await until(() => one.ended !== undefined, 'the end of the old folder’s node');
      assert.equal(one.ended, 1);
      assert.match(network.log(one), /RESTORED_BACKUP/);
      assert.equal(moved.ended, undefined, 'the moved one goes on');
      const [sick, gone] = await Promise.all([
        enigma('doctor', '--folder', one.folder),
        enigma('drain', '--folder', one.folder),
      ]);
      assert.equal(gone.document.error?.code, 'NODE_NOT_RUNNING');
      assert.equal(sick.code, 1);
      assert.deepEqual(
        (sick.document['checks'] as typeof checks).find(({ name }) => name === 'protection')?.state,
        'bad',
      );

      // One contract meets an error of ours at one node: that node stays, and the others settle.
      const head = await network.funder.headOf(election.contractId);
      writeFileSync(fault, ['receipt.staged', head?.committeeId, two.folder].join('\n'));
      await until(() => isReady(moved), 'the node linked again');
      await election.trigger();
      assert.deepEqual(await election.opened(), [1, 1, 2, 0]);
      await until(() => / contract\.failed /.test(network.log(two)), 'the line');
      assert.equal(two.ended, undefined);
      const { document: still } = await enigma('status', '--folder', two.folder);
      assert.deepEqual([still['ready'], (still['seats'] as readonly { state: string }[])[0]?.state], [false, 'Failed']);
      rmSync(fault);
      two.child.kill('SIGTERM');
      await until(() => two.ended !== undefined, 'its end');
      assert.equal(two.ended, 0);
      network.start(two);
      await until(() => isReady(two), 'the seat that follows what the others settled');
      assert.ok(!readFileSync(join(two.folder, 'log'), 'utf8').includes('sign.refused'));
    } finally {
      if (moved.ended === undefined) moved.child.kill('SIGKILL');
      await network.stop();
    }
  },
);
