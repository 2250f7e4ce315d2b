// Durable before sent: what a frame or an answer commits its node to stands on that node's disk at the moment when it leaves. Read from the disk itself, for every process, so that it does not take a death at the
// right moment to see that something was not written. Two parts: no signature of a node's key leaves that is not kept with its slot, whatever the message; and a table of what each message rests on.
import { fromHex, toHex, type Hex } from '@enigma/crypto';
import { API_PATH, decodeRecord, digest, TASK } from '@enigma/protocol';
import type { ApiAnswer, ApiRequest } from '@enigma/node';
import { hearSigning } from '../signing.ts';
import { GOSSIP, MESSAGE, PRELUDE_BYTES, rangesOfProposal, readBoot, readPayload } from '../wiretap.ts';
import type { GossipMessage, RangeFacts, SessionMessage } from '../wiretap.ts';
import type { SimulatedNode, World } from '../world.ts';
import type { Property } from './property.ts';

/** Signatures that are made and not kept are few: those of answers, which stand in no slot. */
const UNKEPT_MAX = 32;

export const durableBeforeSent: Property = {
  name: 'durable before sent',
  watch: ({ world, cheaters }) => {
    const broken = new Set<string>();
    const say = (process: SimulatedNode, what: string): void => {
      if (broken.size < 5) broken.add(`node ${process.index}: ${what}`);
    };
    const unkept = unkeptSignatures(world);
    const rests = restsOnDisk(world, cheaters);
    world.sends.push((process, to, payload) => {
      if (cheaters.has(process.index)) return;
      const signature = unkept(process, payload);
      if (signature !== undefined) say(process, `sent signature ${signature}… before it was kept`);
      for (const what of readable(() => rests(process, to, payload))) say(process, what);
    });
    world.replies.push((process, request, answer) => {
      if (!cheaters.has(process.index) && !bodyIsKept(world, process, request, answer))
        say(process, 'acknowledged a body that it does not keep');
    });
    return () => [...broken];
  },
};

/** A disk that gives no answer ends its node at the next read. */
function readable(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch {
    return [];
  }
}

/** Names the signature of its own that a frame holds and the disk does not. */
function unkeptSignatures(world: World): (process: SimulatedNode, payload: Uint8Array) => string | undefined {
  /** Keys may be rotated meanwhile. */
  const nodeOf = (key: Uint8Array): number =>
    world.nodes.findIndex(
      ({ signer, otherKeys }) => signer.privateKey === key || otherKeys.some((one) => one.signer.privateKey === key),
    );
  const made = new Map<number, Buffer[]>(world.nodes.map(({ index }) => [index, []]));
  hearSigning((privateKey, signature) => {
    const list = made.get(nodeOf(privateKey));
    list?.push(Buffer.from(signature));
    if (list !== undefined && list.length > UNKEPT_MAX) list.shift();
  });
  const drop = (node: number, kept: (one: Buffer) => boolean): void => {
    const list = made.get(node) ?? [];
    for (let at = list.length - 1; at >= 0; at--) if (kept(list[at] as Buffer)) list.splice(at, 1);
  };
  world.signatures.push((node, _slot, _digest, signature) => drop(node, (one) => one.equals(signature)));
  // In answers alone: of these there is nothing to keep.
  world.replies.push(({ index }) => drop(index, () => true));
  return ({ index, store }, payload) => {
    const frame = Buffer.from(payload.buffer, payload.byteOffset, payload.length);
    const sent = made.get(index)?.find((one) => frame.includes(one));
    if (sent === undefined) return undefined;
    const isKept = [...store.files.protection.signed.values()].some((row) => sent.equals(row.signature));
    drop(index, (one) => one === sent);
    return isKept ? undefined : toHex(sent).slice(0, 12);
  };
}

type Rests = (process: SimulatedNode, to: number, payload: Uint8Array) => readonly string[];

/** What each kind of message rests on beside its signature. */
function restsOnDisk(world: World, cheaters: ReadonlySet<number>): Rests {
  /** Of proposals by honest seats: keys/session/attempt/proposal → ranges. */
  const proposals = new Map<string, readonly RangeFacts[]>();
  /** Receipts whose outcome was seen on the disk of a process. */
  const staged = new Set<string>();

  function session(process: SimulatedNode, keys: Hex, message: SessionMessage, payload: Uint8Array): readonly string[] {
    const { store } = process;
    const { type, sessionId, attempt, proposal } = message;
    const place = `${keys}/${sessionId}/${attempt}/${proposal}`;
    const broken: string[] = [];
    const session = store.get(`committee/${keys}/session/${sessionId}`);
    if (type === MESSAGE.proposal) proposals.set(place, rangesOfProposal(payload)?.ranges ?? []);
    if (OF_AN_ATTEMPT.has(type) && endedOf(session) < attempt)
      broken.push(
        `took part in attempt ${attempt} of ${sessionId.slice(0, 10)}, and has written the end of ${endedOf(session)}`,
      );
    if (type === MESSAGE.proposal || type === MESSAGE.openSignature) {
      if (promisedOf(session) < proposal)
        broken.push(`signed proposal ${proposal}, and has written ${promisedOf(session)}`);
      for (const { kind, start, length } of proposals.get(place) ?? [])
        if (BigInt(store.mark(`committee/${keys}/mark/${kind}`)) < start + length)
          broken.push(`promised material of kind ${kind} up to ${start + length} with a lower mark on disk`);
    }
    if (type === MESSAGE.frame && store.get(`committee/${keys}/session/${sessionId}/seeds/${attempt}`) === undefined)
      broken.push(`sent a round of ${sessionId.slice(0, 10)} without its seeds on disk`);
    return broken;
  }

  function gossip(process: SimulatedNode, committee: Hex, { kind, receiptDigest }: GossipMessage): readonly string[] {
    if (kind === GOSSIP.ask) return [];
    const seen = `${process.life}/${receiptDigest}`;
    if (staged.has(seen)) return [];
    const { store } = process;
    const names = store.names(`committee/${committee}/candidate/`);
    const isStaged = names.some((name) => Buffer.from(store.get(name) ?? []).includes(receiptDigest));
    if (isStaged) staged.add(seen);
    return isStaged ? [] : [`spoke of receipt ${receiptDigest.slice(0, 10)} without its outcome on disk`];
  }

  return (process, _to, payload) => {
    const boot = readBoot(payload);
    if (boot !== undefined)
      return boot.node === process.index && process.store.mark('boot') < boot.number
        ? [`said start ${boot.number}, and has written ${process.store.mark('boot')}`]
        : [];
    const id = toHex(payload.subarray(0, 32));
    if (payload[32] === 0 && payload[PRELUDE_BYTES] === MESSAGE.keyContribution)
      return process.store.names(`committee/${id}/key`).length > 0 ? [] : ['sent its part of keys without keeping it'];
    const message = readPayload(payload);
    if (message === undefined) return [];
    if (message.channel === 'gossip') return gossip(process, id, message);
    void cheaters;
    return session(process, id, message, payload);
  };
}

/** Messages that a seat sends of an attempt that it takes part in. */
const OF_AN_ATTEMPT: ReadonlySet<number> = new Set([
  MESSAGE.hello,
  MESSAGE.proposal,
  MESSAGE.openSignature,
  MESSAGE.frame,
]);

/** A session on disk: the proposal it promised and one u16 ‖ finished u8 ‖ ends of attempts, with their number u16 before them. */
function promisedOf(bytes: Uint8Array | undefined): number {
  return bytes === undefined ? -1 : (((bytes[0] as number) << 8) | (bytes[1] as number)) - 1;
}

function endedOf(bytes: Uint8Array | undefined): number {
  return bytes === undefined ? 0 : ((bytes[3] as number) << 8) | (bytes[4] as number);
}

/** Whether a body that an answer acknowledges is on the disk of whoever answers. */
function bodyIsKept(world: World, { store }: SimulatedNode, request: ApiRequest, answer: ApiAnswer): boolean {
  if (request.path !== API_PATH.body || answer.status !== 200) return true;
  const { header } = JSON.parse(new TextDecoder().decode(request.body)) as { readonly header: Hex };
  const task = decodeRecord(TASK, fromHex(header) ?? new Uint8Array());
  if (!task.ok) return true;
  const { config } = world.chain.state();
  const taskId = digest({ chainId: config.chainId, verifyingContract: config.tasks }, TASK, task.value);
  return store.names('committee/').some((name) => name.endsWith(`/body/${taskId}`));
}
