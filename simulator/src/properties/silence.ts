// Nobody falls silent: a process that runs and is linked says its start to its peers every few seconds, by the time that its clock goes forward; a clock that is put back, or stands, has no part in it.
import { readBoot } from '../wiretap.ts';
import type { Property } from './property.ts';

/** It says so every five seconds. */
const SILENT_MS_MAX = 20_000;

export const nobodySilent: Property = {
  name: 'nobody falls silent',
  watch: ({ world, cheaters }) => {
    /** Of a node whose endpoint takes its time nothing is said. */
    const ports = new Map(world.nodes.map(({ index, port }) => [index, port]));
    const silentMs = new Map<number, number>();
    const seen = new Map<number, { readonly nowMs: number; readonly clockMs: number; readonly life: number }>();
    const broken = new Set<string>();
    // It may have spoken at any time since the block before.
    world.sends.push(({ index, clock, life }, _to, payload) => {
      if (readBoot(payload)?.node !== index) return;
      const nowMs = world.schedule.nowMs();
      silentMs.set(index, 0);
      seen.set(index, { nowMs, clockMs: clock(nowMs), life });
    });
    world.blocks.push(() => {
      const nowMs = world.schedule.nowMs();
      for (const { index, node, life, clock, port, pausedUntilMs } of world.nodes) {
        const clockMs = clock(nowMs);
        const before = seen.get(index);
        seen.set(index, { nowMs, clockMs, life });
        const attends = node !== undefined && before?.life === life && pausedUntilMs <= nowMs;
        const speaks = attends && node.seats().length > 0 && world.network.links(index).connected().length > 0;
        if (!speaks || cheaters.has(index) || port !== ports.get(index)) {
          silentMs.set(index, 0);
          continue;
        }
        const passedMs = Math.max(0, Math.min(clockMs - before.clockMs, nowMs - before.nowMs));
        const silent = (silentMs.get(index) ?? 0) + passedMs;
        silentMs.set(index, silent);
        if (silent > SILENT_MS_MAX) broken.add(`node ${index} runs, and says nothing`);
      }
    });
    return () => [...broken];
  },
};
