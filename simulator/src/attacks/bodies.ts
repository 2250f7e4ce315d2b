// Acknowledges bodies that it does not keep: of T + 1 who acknowledged one is honest, and the others ask it. Who lies takes no part in the task; where every seat is needed it expires.
import { digest, decodeRecord, API_PATH, TASK } from '@enigma/protocol';
import { fromHex, type Hex } from '@enigma/crypto';
import type { CallPlan } from '../calls/plan.ts';
import { corrects, never, type Attack } from './attack.ts';

/** After the id of the committee. */
const CHANNEL_BODIES = 2;

/** Bodies with the nodes alone, wherever a call has a sender. */
function offChain(plan: CallPlan): CallPlan {
  const acts = plan.acts.map((act) =>
    act.fn.signed && !act.garbled ? { ...act, body: 'offChain' as const, together: false } : act,
  );
  return { ...plan, acts };
}

export const ackingLiar: Attack = {
  name: 'acking-liar',
  what: 'acknowledges bodies and keeps none, nor tells any',
  phases: ['inputs'],
  calls: offChain,
  settles: corrects,
  named: never,
  begin({ cheater }) {
    let told = false;
    return {
      arm(world) {
        const { config } = world.chain.state();
        const domain = { chainId: config.chainId, verifyingContract: config.tasks };
        world.replies.push((process, request, answer) => {
          if (process.index !== cheater || request.path !== API_PATH.body || answer.status !== 200) return;
          const { header } = JSON.parse(new TextDecoder().decode(request.body)) as { readonly header: Hex };
          const task = decodeRecord(TASK, fromHex(header) ?? new Uint8Array());
          if (!task.ok) return;
          const taskId = digest(domain, TASK, task.value);
          for (const name of process.store.names('committee/'))
            if (name.endsWith(`/body/${taskId}`)) {
              process.store.delete(name);
              told = true;
            }
        });
        const others = world.network.tamper;
        world.network.tamper = (from, to, payload) => {
          if (from !== cheater) return others?.(from, to, payload) ?? [payload];
          return payload[32] === CHANNEL_BODIES ? [] : [payload];
        };
      },
      told: () => told,
    };
  },
};
