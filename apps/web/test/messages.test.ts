// One message file for both languages: same places to fill, nothing empty, and what is filled in arrives.
import assert from 'node:assert/strict';
import { readFileSync, globSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isMessageKey, LOCALES, messageTable, translate } from '../src/messages.ts';

const holes = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole).sort();

test('each text has the same places to fill in every language', () => {
  for (const [key, texts] of Object.entries(messageTable())) {
    for (const locale of LOCALES) {
      assert.deepEqual(holes(texts[locale]), holes(texts.en), `${key} in ${locale}`);
      assert.notEqual(texts[locale].trim(), '', `${key} in ${locale}`);
    }
  }
});

test('Japanese is Japanese, but for names and signs', () => {
  const latin = Object.entries(messageTable()).filter(([, { ja }]) => !/[\u3040-\u30ff\u4e00-\u9fff]/.test(ja));
  assert.deepEqual(
    latin.map(([key]) => key),
    ['app.name', 'list.none', 'unit.tokens'],
  );
});

test('what is given is filled in', () => {
  assert.equal(translate('en', 'live.block', { block: 7 }), 'Block 7');
  assert.equal(translate('ja', 'committee.seat', { seat: 1, node: 3 }), '席 1：ノード 3');
});

test('a text that nothing shows is not kept', () => {
  const folder = fileURLToPath(new URL('../src', import.meta.url));
  const sources = globSync('**/*.{ts,tsx}', { cwd: folder })
    .filter((file) => file !== 'messages.ts')
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
  // Keys are written in full, or as the start of a template.
  const prefixes = [...sources.matchAll(/`([\w.]+)\$\{/g)].map(([, prefix]) => prefix ?? '');
  const idle = Object.keys(messageTable()).filter(
    (key) =>
      !sources.includes(`'${key}'`) && !prefixes.some((prefix) => prefix.includes('.') && key.startsWith(prefix)),
  );
  assert.deepEqual(idle, []);
  assert.ok(isMessageKey('app.name') && !isMessageKey('toString'));
});
