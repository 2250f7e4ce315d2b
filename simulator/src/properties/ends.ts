// Each task ends at most once, by its receipt or by its deadline, and is opened at most once, after its receipt. Read from the events of final blocks alone.
import type { Property } from './property.ts';

export const endsOnce: Property = {
  name: 'each task ends once',
  watch: ({ world }) => {
    const ends = new Map<string, string[]>();
    world.finals.push((logs) => {
      for (const { event } of logs) {
        if (event.name === 'TaskCreated') note(ends, event.taskId, 'created');
        else if (event.name === 'Expired') note(ends, event.taskId, 'expired');
        else if (event.name === 'Opened') note(ends, event.taskId, `opened ${event.index}`);
        else if (event.name === 'Settled') for (const { taskId } of event.results) note(ends, taskId, 'settled');
      }
    });
    return () =>
      [...ends]
        .filter(([, story]) => !/^created(,(expired|settled(,opened \d+)?))?$/.test(story.join(',')))
        .map(([taskId, story]) => `task ${taskId.slice(0, 10)}: ${story.join(', ')}`);
  },
};

function note(ends: Map<string, string[]>, taskId: string, what: string): void {
  ends.set(taskId, [...(ends.get(taskId) ?? []), what]);
}
