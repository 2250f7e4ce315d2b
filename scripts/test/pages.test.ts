import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenLinks } from '../links.ts';
import { runnableBlocks } from '../readme-code.ts';

void test('takes the blocks that claim to run, with the line where each begins', () => {
  const page = 'Text\n```ts\nno();\n```\n```ts runnable\nyes();\n```\nmore\n```ts runnable\nagain();\n```\n';
  assert.deepEqual(runnableBlocks('packages/a/README.md', page), [
    { page: 'packages/a/README.md', line: 6, folder: 'packages/a', code: 'yes();\n' },
    { page: 'packages/a/README.md', line: 10, folder: 'packages/a', code: 'again();\n' },
  ]);
});

void test('finds a relative link that leads nowhere, and leaves code and other sites alone', () => {
  const text = 'See [a](b.md), [c](d.md#part), [e](https://f), [g](#h) and `[i](j)`.\n```\n[k](l)\n```\n';
  const broken = brokenLinks('docs/page.md', text, (path) => path === 'docs/b.md');
  assert.deepEqual(broken, ['d.md']);
});
