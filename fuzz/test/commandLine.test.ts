// A command that is called wrongly says what is wrong and how it is called, and ends with 2.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { calledWith, refuse, wholeNumber } from '../src/commandLine.ts';

const usage = 'npm run thing -- [--times N]\n';
const options = { times: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } } as const;

function said(t: TestContext, args: readonly string[]) {
  const [out, err] = [
    t.mock.method(process.stdout, 'write', () => true),
    t.mock.method(process.stderr, 'write', () => true),
  ];
  const called = calledWith(usage, options, args);
  const textOf = (mocked: typeof out): string =>
    mocked.mock.calls.map(({ arguments: [text] }) => String(text)).join('');
  const texts = [textOf(out), textOf(err)];
  t.mock.restoreAll();
  return { called, texts };
}

test('options are what they are called, help is the usage and no failure, anything else is a line, the usage and 2', (t) => {
  const plain = said(t, ['--times', '5', '--json']);
  assert.deepEqual({ ...(plain.called as object) }, { times: '5', json: true, help: false });
  for (const flag of ['--help', '-h']) assert.deepEqual(said(t, [flag]), { called: 0, texts: [usage, ''] });
  for (const args of [['--tims', '5'], ['--times'], ['--json=yes'], ['5']]) {
    const { called, texts } = said(t, args);
    assert.equal(called, 2, args.join(' '));
    assert.equal(texts[0], '');
    assert.match(texts[1] ?? '', /^[^\n]+\n\nnpm run thing -- \[--times N\]\n$/);
    assert.doesNotMatch(texts[1] ?? '', /\n\s+at /);
  }
});

test('a number is whole, within its bounds, and nothing else', (t) => {
  assert.deepEqual([wholeNumber('0', 0), wholeNumber('64', 1, 64)], [0, 64]);
  for (const text of ['', '-1', '1.5', '1e3', ' 1', '0x10', 'x', '9007199254740993'])
    assert.equal(wholeNumber(text, 0), undefined, text);
  assert.deepEqual([wholeNumber('0', 1), wholeNumber('65', 1, 64)], [undefined, undefined]);
  const err = t.mock.method(process.stderr, 'write', () => true);
  assert.equal(refuse(usage, 'too many\nof them'), 2);
  assert.equal(String(err.mock.calls[0]?.arguments[0]), `too many\n\n${usage}`);
});
