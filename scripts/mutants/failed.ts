// A reporter for runs over a mutant: a JSON line for each test that failed, and one at the end with their number. A file that cannot even be loaded fails by its name.
import { basename } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

export default async function* failed(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let [passed, lost] = [0, 0];
  for await (const event of events) {
    if (event.type === 'test:pass' && event.data.details.type !== 'suite') passed++;
    if (event.type !== 'test:fail' || event.data.details.type === 'suite') continue;
    lost++;
    yield `${JSON.stringify({ test: `${basename(event.data.file ?? '')}: ${event.data.name}` })}\n`;
  }
  yield `${JSON.stringify({ passed, failed: lost })}\n`;
}
