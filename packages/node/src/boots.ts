// Start numbers. Every start of a node has a number of its own, and another for each few seconds in which it signed something, signed and told to peers, who remember the highest; they hand it back to whoever comes with a lower one, or with
// the same under another start. A folder restored from a backup, a copied folder and a rewound machine show by it, and refuse to serve before anything of a session is signed:
// a sign-once store that forgot is the one way in which an honest node can be caught equivocating. Nobody can make an honest node refuse, because only its own signature counts.
// A folder with nothing of any committee has nothing to contradict: it takes the next number, and its seats are repaired under keys that its node has never signed with (docs/protocols/repair.md). But another
// process may run on a copy of it: so a blank folder that is not in its first start acts only once its number has stood for longer than that process takes to say its own, and the start of a number that was taken above another
// names that other one: whoever sees a number taken above one of its own knows that a second process runs, and refuses.
import { concat, equalBytes, fromHex, hashOf, readBE, toHex, u64be, type Hex, type Random } from '@enigma/crypto';
import {
  decodeRecord,
  digest as recordDigest,
  encodeRecord,
  verifyRecord,
  type Domain,
  type Struct,
} from '@enigma/protocol';
import { ALL_CHECKS, type NodeChecks } from './defences.ts';
import { askPauseMs, sayAgainMs, settleMs } from './limits.ts';
import type { Log } from './log.ts';
import { isConflict, type Signer } from './signer.ts';
import type { Store } from './store.ts';

export interface Boot {
  readonly node: number;
  readonly boot: bigint;
  /** Random, so that two starts from one copy of a disk differ though they count alike; the second half of it names the start above which a blank folder rose. */
  readonly start: Hex;
}
export const BOOT: Struct<Boot> = {
  name: 'Boot',
  fields: [
    ['node', 'uint32'],
    ['boot', 'uint64'],
    ['start', 'bytes32'],
  ],
};

interface SignedBoot extends Boot {
  readonly signature: Hex;
}
const SIGNED_BOOT: Struct<SignedBoot> = {
  name: 'SignedBoot',
  fields: [...BOOT.fields, ['signature', { bytesMax: 64 }]],
};

/** This folder is not the last state of its node: it must never sign again. */
export class RefusesToServe extends Error {
  readonly code = 'RESTORED_BACKUP';
}

export interface Boots {
  /** The first number of this process. Rises while the folder is blank, before anything of a committee is signed. */
  readonly boot: bigint;
  /** Says our number to every connected peer that has not confirmed it, and now and then to all. Throws RefusesToServe once this folder is known to be an old one. */
  step(connected: readonly number[], nowMs: number): void;
  receive(from: number, payload: Uint8Array): void;
  /** Whether the peer has seen this start and knows of no later one; of a blank folder that is not in its first start: for `settleMs`. */
  confirmedBy(peer: number): boolean;
  /** Whether the peer's last word about itself is the highest that we know. */
  current(peer: number): boolean;
  /** The node signs under another key from here on: says its number anew, to all. */
  rekeyed(): void;
  /** From elsewhere: the chain shows something that this folder does not remember. Throws. */
  refuse(why: string): never;
  /** Whether this node may have taken part in what stood on chain by that block without knowing it: its disk was lost after it. */
  forgets(blockNumber: bigint, finalizedNumber: bigint): boolean;
}

export interface BootHost {
  readonly domain: Domain;
  readonly index: number;
  readonly store: Store;
  readonly signer: Signer;
  readonly random: Random;
  readonly log: Log;
  readonly checks?: NodeChecks;
  /** Signer key of a node, from the chain. */
  signerOf(node: number): Hex | undefined;
  send(node: number, payload: Uint8Array): void;
  /** A peer sent what is no statement: counted, and logged within bounds. */
  fault(node: number, code: string): void;
}

const refusedBlob = 'refused';
const risenBlob = 'risen';
const rememberedBlob = (node: number): string => `boot/${node}`;

export function createBoots(host: BootHost): Boots {
  const { domain, index, store, signer, log, checks = ALL_CHECKS } = host;
  let boot = BigInt(store.mark('boot') + 1);
  store.raiseMark('boot', Number(boot));
  let start = toHex(host.random(32));
  /** What the seats of this process know as their start. */
  let first = boot;
  /** All numbers of this process, each with its start. */
  const mine = new Map([[boot, start]]);
  /** Slots that were taken when the last number was said. */
  let taken = 0;
  /** Starts of this process, those that it rose above too. */
  const everSaid = new Set([start]);
  /** Whether another process may run on a copy of this folder, which nothing here would show. */
  let settles = checks['boots.settles'] && boot > 1n && isBlank();
  /** When each peer first confirmed the present number, by the clock of the last step. */
  const confirmed = new Map<number, number>();
  let nowMs = -Infinity;
  const stale = new Set<number>();
  let own: SignedBoot | undefined;
  let saidMs = -Infinity;
  let saidAllMs = -Infinity;
  let refused =
    !checks['boots.forGood'] || store.get(refusedBlob) === undefined
      ? undefined
      : 'an earlier start of this folder found it out of date';

  function refuse(why: string): never {
    if (refused === undefined) {
      store.put(refusedBlob, new TextEncoder().encode(why));
      log('node.refuses', { why });
    }
    refused ??= why;
    throw new RefusesToServe(
      `This folder is an old state of node ${index} (${refused}): serving from it could sign twice in one slot. Stop every copy, move its data folder away and start with none: its seats are then repaired.`,
    );
  }

  function ownBoot(): SignedBoot {
    const record: Boot = { node: index, boot, start };
    const signature = signer.signOnce(
      'boot.sign',
      `boot/${boot}`,
      fromHex(recordDigest(domain, BOOT, record)) ?? new Uint8Array(),
    );
    if (isConflict(signature)) throw new Error('a start number is used once');
    return { ...record, signature: toHex(signature) };
  }

  function remembered(node: number): SignedBoot | undefined {
    const bytes = store.get(rememberedBlob(node));
    const read = bytes && decodeRecord(SIGNED_BOOT, bytes);
    if (read?.ok !== true) return undefined;
    const { signature, ...record } = read.value;
    const key = host.signerOf(node);
    // Whoever has a key that was rotated away says nothing more of its node, nor did he before that counts.
    const stands = key !== undefined && verifyRecord(domain, BOOT, record, signature, key);
    return stands || !checks['boots.rotated'] ? read.value : undefined;
  }

  /** A peer about itself: the highest is kept and handed back, whatever it said. */
  function takeStatement(from: number, said: SignedBoot): void {
    const known = remembered(from);
    const older =
      known !== undefined && (said.boot < known.boot || (said.boot === known.boot && said.start !== known.start));
    if (older) {
      if (!stale.has(from)) log('peer.outdated', { node: from, boot: said.boot, known: known.boot });
      stale.add(from);
    } else {
      stale.delete(from);
      if (known?.boot !== said.boot) store.put(rememberedBlob(from), encodeRecord(SIGNED_BOOT, said));
    }
    host.send(from, encodeRecord(SIGNED_BOOT, older ? known : said));
  }

  /** Nothing of a committee is here. Asked when it matters: a seat may have been taken since the start. */
  function isBlank(): boolean {
    return !checks['boots.blank'] || store.names('committee/').length === 0;
  }

  /** What a folder that has seen an earlier start knows of nothing, that start may have taken part in. Up to which block is not known before the chain was read. */
  function forget(): void {
    store.put(risenBlob, new Uint8Array());
  }

  /** Above what a peer shows: its disk is gone, and it begins anew. */
  function rise(known: SignedBoot): void {
    forget();
    boot = known.boot + 1n;
    store.raiseMark('boot', Number(boot));
    first = boot;
    start = toHex(concat(host.random(32).subarray(0, 16), above(known.start)));
    everSaid.add(start);
    settles = checks['boots.settles'];
    mine.clear();
    mine.set(boot, start);
    own = undefined;
    confirmed.clear();
    saidMs = -Infinity;
    log('node.blank', { boot, known: known.boot });
  }

  /** A folder that is put back is known by what was said after it was copied: so who has signed since its last number takes another. */
  function moveOn(): void {
    boot++;
    store.raiseMark('boot', Number(boot));
    start = toHex(host.random(32));
    everSaid.add(start);
    mine.set(boot, start);
    own = undefined;
  }

  if (checks['boots.blankAgain'] && boot > 1n && isBlank()) forget();

  return {
    get boot() {
      return first;
    },
    step(connected, now) {
      nowMs = now;
      if (refused !== undefined) refuse(refused);
      if (nowMs - saidMs < askPauseMs / 4) return;
      // To those who have confirmed it too, now and then: whoever heard a copy of this folder since does not listen to either until this one has said so again.
      const again = checks['boots.again'] && nowMs - saidAllMs >= sayAgainMs;
      if (again) saidAllMs = nowMs;
      const silent = again ? connected : connected.filter((peer) => !confirmed.has(peer));
      if (silent.length === 0) return;
      saidMs = nowMs;
      if (again && checks['boots.counts'] && own !== undefined && signer.taken() > taken) moveOn();
      own ??= ownBoot();
      if (again) taken = signer.taken();
      for (const peer of silent) host.send(peer, encodeRecord(SIGNED_BOOT, own));
    },
    receive(from, payload) {
      const read = decodeRecord(SIGNED_BOOT, payload);
      if (!read.ok) return host.fault(from, 'MALFORMED');
      const { signature, ...record } = read.value;
      const key = record.node === index ? signer.address : host.signerOf(from);
      // Another's number is nobody's business; a peer that we do not know yet says it again.
      if (key === undefined || (checks['boots.name'] && record.node !== index && record.node !== from)) return;
      if (checks['boots.signature'] && !verifyRecord(domain, BOOT, record, signature, key))
        return host.fault(from, 'BAD_SIGNATURE');
      if (record.node === from) return takeStatement(from, read.value);
      if (mine.get(record.boot) === record.start) {
        if (!confirmed.has(from)) confirmed.set(from, nowMs);
      } else if (checks['boots.above'] && roseAboveOurs(record.start)) refused ??= outdated(from, record.boot);
      else if (mine.has(record.boot) ? checks['boots.twin'] : checks['boots.later'] && record.boot > boot) {
        if (isBlank()) rise(read.value);
        else refused ??= outdated(from, record.boot);
      }
    },
    rekeyed() {
      moveOn();
      saidAllMs = -Infinity;
      saidMs = -Infinity;
    },
    confirmedBy(peer) {
      const since = confirmed.get(peer);
      return since !== undefined && (!settles || nowMs - since >= settleMs);
    },
    current: (peer) => !stale.has(peer),
    forgets(blockNumber, finalizedNumber) {
      const risen = store.get(risenBlob);
      if (risen === undefined) return false;
      if (risen.length > 0) return blockNumber <= readBE(risen);
      store.put(risenBlob, u64be(finalizedNumber));
      return blockNumber <= finalizedNumber;
    },
    refuse,
  };

  /** A second process of this node took its number above one that this process said: signed by our key, so no peer can make it up. */
  function roseAboveOurs(later: Hex): boolean {
    return [...everSaid].some((said) => later.endsWith(toHex(above(said)).slice(2)));
  }

  function outdated(from: number, known: bigint): string {
    const why = `node ${from} shows start ${known} signed by us, this is start ${boot}`;
    store.put(refusedBlob, new TextEncoder().encode(why));
    log('node.refuses', { why });
    return why;
  }
}

/** The half of a start that names the one above which it rose. */
const above = (start: Hex): Uint8Array =>
  hashOf('enigma.boot.above.v1', fromHex(start) ?? new Uint8Array()).subarray(0, 16);

/** Binds a folder to its chain, deployment and present key; false where it belongs to others. `own` = all keys of the node: it may have been bound to an earlier one. */
export function claimFolder(
  store: Store,
  domain: Domain,
  index: number,
  signer: Hex,
  checks: NodeChecks = ALL_CHECKS,
  own: readonly Hex[] = [signer],
): boolean {
  const named = (key: Hex): Uint8Array =>
    new TextEncoder().encode([domain.chainId, domain.verifyingContract, index, key].join('/'));
  const before = store.get('identity');
  const mine = before === undefined || !checks['boots.folder'] || own.some((key) => equalBytes(before, named(key)));
  if (mine && (before === undefined || !equalBytes(before, named(signer)))) store.put('identity', named(signer));
  return mine;
}
