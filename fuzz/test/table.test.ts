// Each function that reads what others wrote is fuzzed, or has its reason; and what the table says a decoder breaks, its inputs do reach.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { join } from 'node:path';
import { after, before, describe, it, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { EXEMPT } from '../src/exempt.ts';
import { findDecoders, namedIn, ROOT, type Found } from '../src/find.ts';
import { decodingFunctions } from '../src/functions.ts';
import { inputsOf } from '../src/inputs.ts';
import { roomOf, ROOMS } from './rooms.ts';

const found = await findDecoders();
const covered = new Set(found.flatMap(({ decoder }) => decoder.covers));

test('a function that reads what others wrote is fuzzed, or says why not', () => {
  const missing = decodingFunctions(ROOT).filter((one) => !covered.has(one) && !(one in EXEMPT));
  assert.deepEqual(missing, [], 'hand it in by a file of its room’s fuzz folder, or name it in fuzz/src/exempt.ts');
});

test('each room’s decoders are in one test file', () => {
  const rooms: readonly string[] = Object.values(ROOMS).flat();
  assert.deepEqual(
    found.map(({ decoder }) => roomOf(decoder.name)).filter((room) => !rooms.includes(room)),
    [],
  );
});

test('a whole name is one decoder, though others have it in theirs; a part is all of them', async () => {
  const all = await findDecoders();
  const named = (name: string): readonly string[] => namedIn(all, name).map(({ decoder }) => decoder.name);
  assert.deepEqual(named('mpc/checkpoint'), ['mpc/checkpoint']);
  assert.deepEqual(named('mpc/checkpoin'), ['mpc/checkpoint', 'mpc/checkpoints']);
  assert.equal(named('').length, all.length);
});

test('the rule sees a new decoder', () => {
  const all = decodingFunctions(ROOT);
  for (const one of [
    'packages/protocol/src/codec.ts#decodeRecord',
    'packages/crypto/src/vector.ts#vectorFromBytes',
    'packages/node/src/api.ts#parseObject',
    'packages/mpc/src/session/frame.ts#placeOf',
  ])
    assert.ok(all.includes(one), one);
  assert.ok(!all.includes('packages/crypto/src/bytes.ts#toHex'));
});

test('the tables name what is there', () => {
  const all = new Set(decodingFunctions(ROOT));
  assert.deepEqual(
    Object.keys(EXEMPT).filter((one) => !all.has(one) || covered.has(one)),
    [],
    'gone, or fuzzed by now',
  );
  for (const one of covered) {
    const [path = '', name = ''] = one.split('#');
    assert.ok(existsSync(join(ROOT, path)), one);
    assert.match(readFileSync(join(ROOT, path), 'utf8'), new RegExp(`\\b(function\\*?|class) ${name}\\b`), one);
  }
});

const INPUTS = 150;
/** Also where they are dear. */
const INPUTS_MIN = 12;

/** How often each function of each file was called since the profiler began. */
async function calls(session: Session): Promise<ReadonlyMap<string, number>> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const counts = new Map<string, number>();
  for (const { url, functions } of result as readonly Profiler.ScriptCoverage[])
    for (const { functionName, ranges } of functions)
      counts.set(`${url}#${functionName}`, (counts.get(`${url}#${functionName}`) ?? 0) + (ranges[0]?.count ?? 0));
  return counts;
}

describe('inputs reach what they are to break', () => {
  const session = new Session();
  before(async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  });
  after(() => session.disconnect());
  const reached = async ({ decoder }: Found): Promise<void> => {
    const inputs = inputsOf(decoder, 'reach');
    await calls(session);
    const count = inputs.samples.length + Math.max(INPUTS_MIN, Math.ceil(INPUTS / (decoder.every ?? 1)));
    for (let i = 0; i < count; i++) await decoder.decode(inputs.at(i));
    const counted = await calls(session);
    for (const one of decoder.covers) {
      const [path = '', name = ''] = one.split('#');
      const key = `${pathToFileURL(join(ROOT, path)).href}#${name}`;
      assert.ok((counted.get(key) ?? 0) > 0, `${one} was not called`);
    }
  };
  for (const one of found) it(one.decoder.name, () => reached(one));
});
