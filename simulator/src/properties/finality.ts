// Nothing unmasked leaves before the receipt is final: when an honest node sends a piece of an output mask, or a signature over an output, the chain's finalized block holds that
// receipt, and qHi seats have told it so since it started; the same for its answers to readers; and an output comes on chain only after that.
import { toHex, type Hex } from '@enigma/crypto';
import { API_PATH } from '@enigma/protocol';
import { GOSSIP, readPayload } from '../wiretap.ts';
import type { World } from '../world.ts';
import type { Property } from './property.ts';

export const openAfterFinal: Property = {
  name: 'nothing unmasked before finality',
  watch: ({ world, cheaters }) => {
    const final = new Set<Hex>();
    const receiptOf = new Map<Hex, Hex>();
    const broken: string[] = [];
    const isFinal = (receiptDigest: Hex | undefined): boolean =>
      receiptDigest !== undefined && final.has(receiptDigest);
    world.finals.push((logs) => {
      for (const { event } of logs)
        if (event.name === 'Settled') {
          final.add(event.receiptDigest);
          for (const { taskId } of event.results) receiptOf.set(taskId, event.receiptDigest);
        }
    });
    world.blocks.push((logs) => {
      for (const { event, blockNumber } of logs)
        if (event.name === 'Opened' && !isFinal(receiptOf.get(event.taskId)))
          broken.push(`task ${event.taskId.slice(0, 10)} was opened on chain in block ${blockNumber}`);
    });
    const evidence = finalsHeard(world);
    const shows = (node: number, receiptDigest: Hex, lacks: number): void => {
      const what = `node ${node} shows a piece of ${receiptDigest.slice(0, 10)}…`;
      if (!isFinal(receiptDigest)) broken.push(`${what} at block ${world.chain.latest().number}`);
      else if (lacks > 0) broken.push(`${what} and lacks ${lacks} seats that say that it is final`);
    };
    world.network.taps.push((from, _to, payload) => {
      if (cheaters.has(from)) return;
      const message = readPayload(payload);
      if (message?.channel !== 'gossip' || (message.kind !== GOSSIP.piece && message.kind !== GOSSIP.opening)) return;
      shows(from, message.receiptDigest, evidence.lacking(from, toHex(payload.subarray(0, 32)), message.receiptDigest));
    });
    world.replies.push(({ index }, { path }, { status }) => {
      const [what, receiptDigest] = path.split('/').slice(1) as [string, Hex];
      if (`/${what}` !== API_PATH.open || status !== 200 || cheaters.has(index)) return;
      shows(index, receiptDigest, evidence.lackingOf(index, receiptDigest));
    });
    return () => broken.slice(0, 5);
  },
};

interface Evidence {
  /** How many seats of a committee have yet to tell this node that a receipt is final. */
  lacking(node: number, committeeId: Hex, receiptDigest: Hex): number;
  /** The same, of whichever committee the receipt is. */
  lackingOf(node: number, receiptDigest: Hex): number;
}

/** Who has told each process of which receipt that it is final, itself among them. */
function finalsHeard(world: World): Evidence {
  const heard = new Map<string, Set<number>>();
  const committees = new Map<Hex, Hex>();
  const lives = new Map<number, number>();
  const note = (at: number, by: number, payload: Uint8Array): void => {
    const message = readPayload(payload);
    if (message?.channel !== 'gossip' || message.kind !== GOSSIP.final) return;
    const life = world.nodes[at]?.life ?? 0;
    if (lives.get(at) !== life) for (const key of heard.keys()) if (key.startsWith(`${at}/`)) heard.delete(key);
    lives.set(at, life);
    committees.set(message.receiptDigest, toHex(payload.subarray(0, 32)));
    const key = `${at}/${message.receiptDigest}`;
    heard.set(key, (heard.get(key) ?? new Set()).add(by));
  };
  world.sends.push(({ index }, _to, payload) => note(index, index, payload));
  world.network.arrivals.push((from, to, payload) => note(to, from, payload));
  const lacking: Evidence['lacking'] = (node, committeeId, receiptDigest) => {
    const qHi = world.chain.state().committees.get(committeeId)?.qHi ?? 0;
    const known = lives.get(node) === world.nodes[node]?.life ? heard.get(`${node}/${receiptDigest}`)?.size : 0;
    return Math.max(0, qHi - (known ?? 0));
  };
  return {
    lacking,
    lackingOf: (node, digest) => lacking(node, committees.get(digest) ?? '0x', digest),
  };
}
