// The chain's heads come first: a node takes part in the session of tasks only after its endpoint has answered what the heads of that contract are at the last one's block or a later one. Events alone may be
// forged or left out; a node that computed on them would compute another thing than the others.
import { toHex, type Hex } from '@enigma/crypto';
import { BATCH_MAX, SESSION_KIND, sessionIdOf } from '@enigma/protocol';
import { MESSAGE, readPayload } from '../wiretap.ts';
import type { Property } from './property.ts';

const TAKES_PART: readonly number[] = [MESSAGE.proposal, MESSAGE.openSignature, MESSAGE.frame];

interface Open {
  readonly contractId: Hex;
  readonly seq: bigint;
  readonly anchor: Hex;
  readonly block: bigint;
}

export const headsFirst: Property = {
  name: 'the heads come first',
  watch: ({ world, cheaters }) => {
    /** By process: the last block at which it was told heads. */
    const told = new Map<number, bigint>();
    /** By contract and place. */
    const open = new Map<string, Open>();
    /** By session: the block of the last task that it is of. */
    const since = new Map<string, bigint | undefined>();
    const broken = new Set<string>();
    world.heads.push(({ life }, at) => void told.set(life, at));
    world.finals.push((logs) => {
      for (const { event, blockNumber, blockHash } of logs)
        if (event.name === 'TaskCreated')
          open.set(`${event.contractId}/${event.seq}`, {
            contractId: event.contractId,
            seq: event.seq,
            anchor: blockHash,
            block: blockNumber,
          });
    });

    /** Whose session it is; of a batch, a repair or GENESIS nobody's. */
    function blockOf(keysId: Hex, sessionId: Hex): bigint | undefined {
      const generations = new Set([...world.chain.state().committees.values()].map(({ generation }) => generation));
      for (const { contractId, seq } of open.values())
        for (let count = 1; count <= BATCH_MAX; count++) {
          const last = open.get(`${contractId}/${seq + BigInt(count) - 1n}`);
          if (last === undefined) break;
          for (const generation of generations) {
            const facts = { committeeId: keysId, generation, contractId, anchor: last.anchor, count };
            if (sessionIdOf({ ...facts, kind: SESSION_KIND.TASKS, firstSeqOrBatch: seq }) === sessionId)
              return last.block;
          }
        }
      return undefined;
    }

    world.sends.push(({ index, life }, _to, payload) => {
      const message = readPayload(payload);
      if (message?.channel !== 'session' || !TAKES_PART.includes(message.type) || cheaters.has(index)) return;
      const { sessionId } = message;
      if (!since.has(sessionId)) since.set(sessionId, blockOf(toHex(payload.subarray(0, 32)), sessionId));
      const block = since.get(sessionId);
      if (block !== undefined && (told.get(life) ?? -1n) < block)
        broken.add(
          `node ${index} takes part in ${sessionId.slice(0, 10)} of block ${block}, and knows heads up to ${told.get(life)}`,
        );
    });
    return () => [...broken].slice(0, 5);
  },
};
