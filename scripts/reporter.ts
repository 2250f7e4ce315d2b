// Test reporter: a line per file, each failure in full, and once more at the end, where a long log is read first; the last
// line is `N passed, N failed`.

import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

type Fail = Extract<TestEvent, { type: 'test:fail' }>['data'];

/** Consumes the runner's events; yields the text to print. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  const failures: string[] = [];
  for await (const event of events) {
    switch (event.type) {
      case 'test:fail':
        if (isOwnFailure(event.data)) {
          failures.push(failure(event.data));
          yield failures.at(-1) ?? '';
        }
        break;
      case 'test:stderr':
        yield event.data.message;
        break;
      case 'test:summary': {
        const { counts, duration_ms: durationMs, file } = event.data;
        const bad = counts.tests - counts.passed - counts.skipped - counts.todo;
        if (file === undefined) {
          passed = counts.passed;
          failed = bad;
        } else {
          const skipped = counts.skipped + counts.todo > 0 ? `, ${counts.skipped + counts.todo} skipped` : '';
          const mark = bad === 0 ? '✓' : '✗';
          yield `${mark} ${relative('.', file)} ${counts.passed}/${counts.tests}${skipped} ${(durationMs / 1000).toFixed(1)} s\n`;
        }
        break;
      }
      default:
    }
  }
  if (failures.length > 0) yield `\nfailed:\n${failures.join('')}`;
  yield `${passed} passed, ${failed} failed\n`;
}

/** A suite fails because a test in it did; that is no news. */
function isOwnFailure(data: Fail): boolean {
  const error = data.details.error as Error & { failureType?: string };
  return error.failureType !== 'subtestsFailed';
}

function failure(data: Fail): string {
  const error = data.details.error as Error & { cause?: unknown };
  const cause = error.cause instanceof Error ? error.cause : error;
  const place = data.file === undefined ? '' : ` (${relative('.', data.file)}:${data.line})`;
  return `✗ ${data.name}${place}\n${(cause.stack ?? cause.message).replace(/^/gm, '    ')}\n`;
}
