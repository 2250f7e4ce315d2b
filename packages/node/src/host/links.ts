// Links between nodes: mutual TLS 1.3 over TCP. A peer is who its certificate's public key says, compared with the record on chain; certificates carry nothing else.
// Of two nodes the one with the lower index dials. A frame is u32 big-endian length ‖ payload; the first frame each way is a greeting {magic, network, index}: under
// TLS 1.3 a client whose certificate was refused still sees a completed handshake, so a peer counts as connected once its greeting has come. An empty frame says only that its sender lives: a link on
// which nothing comes for a while is cut and dialled anew, for whoever lost the other end without a word (a router that forgot, a machine that lost power) would wait for it for ever.
// When keys rotate a second connection comes up under the new ones beside the first, which then ends: what was sent on the first is heard before anything of the second, so no frame is lost or overtaken.
import type { Socket } from 'node:net';
import { connect as dial, createServer, type Server, type TLSSocket } from 'node:tls';
import { spkiHashOf, type TlsIdentity } from './certificate.ts';
import { ALL_CHECKS, type NodeChecks } from '../defences.ts';
import { FrameReader, frameHeader } from './frames.ts';
import { countPlaces } from './places.ts';
import {
  frameBytesMax,
  greetingBytesMax,
  greetingTimeoutMs,
  linkSilentMs,
  peerSocketsMax,
  peerSocketsPerAddressMax,
  redialFirstMs,
  rotationGraceMs,
  redialLastMs,
  sendBufferBytesMax,
} from '../limits.ts';
import type { Log, LogCode } from '../log.ts';
import type { Links, LinkStats, PeerAddress } from '../ports.ts';

/** A TLS record. */
const firstWriteBytes = 1 << 14;
const magic = Buffer.from('enigma-link-1\0', 'latin1');
const networkBytes = 32;

export interface LinkOptions {
  readonly identity: TlsIdentity;
  /** Index of this node in the chain's node records. */
  readonly index: number;
  /** 32 bytes that name chain and deployment, so that a test network's node never talks to another network's. */
  readonly network: Uint8Array;
  readonly host: string;
  readonly port: number;
  readonly onFrame: (from: number, payload: Uint8Array) => void;
  readonly onChange: (peer: number, connected: boolean) => void;
  readonly log: Log;
  /** Connections of one address, where not the limit. */
  readonly perAddressMax?: number;
  /** How long a stranger has to say who he is, where not the limit. */
  readonly timeoutMs?: number;
  /** How long a link may bring nothing, where not the limit; a quarter of it is between two words of ours. */
  readonly silentMs?: number;
  /** How long a link under a key that was rotated away stays, where not the limit. */
  readonly graceMs?: number;
  /** Tests alone. */
  readonly checks?: NodeChecks;
}

/** The keys that a connection was made under, by their hashes. */
interface Under {
  readonly theirs: string | undefined;
  readonly ours: string | undefined;
}

interface Peer {
  address: PeerAddress;
  socket: TLSSocket | undefined;
  under: Under | undefined;
  /** A call that is on its way. */
  calling: TLSSocket | undefined;
  /** When a link under an old key of the peer ends. */
  grace: NodeJS.Timeout | undefined;
  redial: NodeJS.Timeout | undefined;
  pauseMs: number;
  /** Last time that anything came. */
  heardMs: number;
  bytesIn: number;
  bytesOut: number;
}

/** Links that also listen; `port` is the one bound, for a caller that asked for 0. */
export interface ListeningLinks extends Links {
  readonly port: number;
  /** Links from here on are made under this identity; those that are up are made anew. */
  use(identity: TlsIdentity): void;
  close(): Promise<void>;
}

export async function openLinks(options: LinkOptions): Promise<ListeningLinks> {
  const { index, checks = ALL_CHECKS } = options;
  let { identity } = options;
  const timeoutMs = options.timeoutMs ?? greetingTimeoutMs;
  const log = thinned(options.log, checks);
  const peers = new Map<number, Peer>();
  const sockets = new Set<TLSSocket>();
  const greeting = Buffer.concat([magic, options.network, uint32(index)]);
  const secureContext = () => ({
    key: identity.key,
    cert: identity.certificate,
    minVersion: 'TLSv1.3' as const,
    rejectUnauthorized: false,
  });
  let closing = false;

  const server: Server = createServer(
    // Who never begins a handshake would keep a place for ever.
    { ...secureContext(), requestCert: true, ...(checks['link.handshake'] ? { handshakeTimeout: timeoutMs } : {}) },
    (socket) => welcome(socket, undefined),
  );
  server.maxConnections = peerSocketsMax;
  const hasPlace = countPlaces(options.perAddressMax ?? peerSocketsPerAddressMax);
  server.on('connection', (socket: Socket) => {
    if (!hasPlace(socket) && checks['link.sockets']) socket.destroy();
  });
  server.on('tlsClientError', (error, socket) => {
    log('link.refused', { cause: error.message });
    // Of one whose handshake took too long Node.js says no more than that, and leaves it open.
    if (checks['link.handshake']) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server has a port');

  /** Reads the greeting, checks who it is from, then hands frames on. `expected` is the peer we dialled. */
  function welcome(socket: TLSSocket, expected: number | undefined): void {
    sockets.add(socket);
    socket.setNoDelay(true);
    const reader = new FrameReader(frameBytesMax);
    let from: number | undefined;
    /** What came on this connection before all of the one that it replaces was heard. */
    let held: Uint8Array[] | undefined;
    const deadline = setTimeout(() => socket.destroy(), timeoutMs);
    socket.on('error', (error) => log('link.error', { cause: error.message }));
    socket.on('close', () => {
      clearTimeout(deadline);
      sockets.delete(socket);
      const peer = from === undefined ? undefined : peers.get(from);
      const called = expected === undefined ? undefined : peers.get(expected);
      if (called?.calling === socket) called.calling = undefined;
      if (peer?.socket === socket) {
        peer.socket = undefined;
        options.onChange(from ?? -1, false);
      }
      if (expected !== undefined) redialLater(expected);
    });
    socket.on('data', (chunk: Uint8Array) => {
      const heard = from === undefined ? undefined : peers.get(from);
      if (heard?.socket === socket) heard.heardMs = performance.now();
      const frames = reader.push(
        chunk,
        from === undefined && checks['link.greeting'] ? greetingBytesMax : frameBytesMax,
      );
      if (frames === 'oversize') {
        log('link.oversize', { peer: from ?? -1 });
        socket.destroy();
        return;
      }
      for (const frame of frames) {
        if (socket.destroyed) return;
        if (from === undefined) {
          const under = {
            theirs: spkiHashOf(socket.getPeerX509Certificate()),
            ours: spkiHashOf(socket.getX509Certificate()),
          };
          const named = readGreeting(frame, checks['link.network'] ? options.network : undefined);
          const peer = named === undefined ? undefined : peers.get(named);
          const known = peer !== undefined && (!checks['link.key'] || under.theirs === peer.address.spkiHash);
          if (named === undefined || !known || (expected !== undefined && named !== expected)) {
            log('link.stranger', { peer: named ?? -1 });
            socket.destroy();
            return;
          }
          clearTimeout(deadline);
          from = named;
          if (expected === undefined) send(socket, greeting);
          const before = adopt(peer, socket, under);
          if (before === undefined) continue;
          held = [];
          socket.pause();
          handOver(before, expected !== undefined, () => {
            const frames = held ?? [];
            held = undefined;
            for (const frame of frames) options.onFrame(peer.address.index, frame);
            socket.resume();
          });
        } else {
          const peer = peers.get(from);
          if (peer !== undefined) peer.bytesIn += frame.length + 4;
          if (frame.length === 0) continue;
          // A Buffer slices and compares differently from the plain array that the rooms below expect.
          const bytes = new Uint8Array(frame.buffer, frame.byteOffset, frame.length);
          if (held === undefined) options.onFrame(from, bytes);
          else held.push(bytes);
        }
      }
    });
    if (expected === undefined) return;
    // Before a word is said: who hears our greeting drops the connection that he has with us.
    socket.once('secureConnect', () => {
      const theirs = spkiHashOf(socket.getPeerX509Certificate());
      if (!checks['link.key'] || theirs === peers.get(expected)?.address.spkiHash) return send(socket, greeting);
      log('link.stranger', { peer: expected });
      socket.destroy();
    });
  }

  /** Returns the connection before, where it was made under other keys and is still to be heard to its end. */
  function adopt(peer: Peer, socket: TLSSocket, under: Under): TLSSocket | undefined {
    const { socket: before, under: old } = peer;
    const renews = before !== undefined && (old?.theirs !== under.theirs || old?.ours !== under.ours);
    if (peer.calling === socket) peer.calling = undefined;
    peer.socket = socket;
    peer.under = under;
    peer.pauseMs = redialFirstMs;
    peer.heardMs = performance.now();
    clearTimeout(peer.grace);
    peer.grace = undefined;
    if (!renews) before?.destroy();
    options.onChange(peer.address.index, true);
    return renews ? before : undefined;
  }

  /** Of two ends the one that called ends the connection before, after what it had sent; the other answers with its own end, after its own. Then all of it was heard, and `done` is called. */
  function handOver(before: TLSSocket, called: boolean, done: () => void): void {
    if (before.closed) return done();
    const timer = setTimeout(() => before.destroy(), timeoutMs);
    before.once('close', () => {
      clearTimeout(timer);
      done();
    });
    if (called) before.end();
  }

  /** Made under a key of ours or theirs that is not the present one. */
  function isOld({ under, address }: Peer): boolean {
    return under?.theirs !== address.spkiHash || under.ours !== identity.spkiHash;
  }

  /** A link under the new keys is made beside the old one; whoever has only the peer's old key is cut off. */
  function renew(peer: Peer): void {
    peer.pauseMs = redialFirstMs;
    call(peer);
    const { socket } = peer;
    if (socket === undefined || peer.under?.theirs === peer.address.spkiHash || !checks['link.rotated']) return;
    clearTimeout(peer.grace);
    peer.grace = setTimeout(() => {
      if (peer.socket === socket) socket.destroy();
    }, options.graceMs ?? rotationGraceMs);
  }

  function call(peer: Peer): void {
    if (closing || peer.calling !== undefined || index > peer.address.index) return;
    if (peer.socket !== undefined && !isOld(peer)) return;
    const socket = dial({ ...secureContext(), host: peer.address.host, port: peer.address.port });
    peer.calling = socket;
    welcome(socket, peer.address.index);
  }

  function redialLater(peerIndex: number): void {
    const peer = peers.get(peerIndex);
    if (closing || peer === undefined || peer.redial !== undefined) return;
    peer.redial = setTimeout(() => {
      peer.redial = undefined;
      call(peer);
    }, peer.pauseMs);
    peer.pauseMs = Math.min(2 * peer.pauseMs, redialLastMs);
  }

  const beatMs = (options.silentMs ?? linkSilentMs) / 4;
  let beatenMs = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    // What has come while this process stood still or computed has not been looked at yet.
    const attentive = now - beatenMs < 2 * beatMs;
    beatenMs = now;
    for (const peer of peers.values()) {
      const { socket } = peer;
      if (socket === undefined) continue;
      if (!attentive) peer.heardMs = now;
      if (checks['link.silent'] && now - peer.heardMs > 4 * beatMs) {
        log('link.silent', { peer: peer.address.index });
        socket.destroy();
      } else send(socket, new Uint8Array());
    }
  }, beatMs);

  return {
    port: bound.port,
    know(addresses: readonly PeerAddress[]): void {
      for (const address of addresses) {
        if (address.index === index) continue;
        const known = peers.get(address.index);
        if (known !== undefined) {
          const same =
            known.address.spkiHash === address.spkiHash &&
            known.address.host === address.host &&
            known.address.port === address.port;
          known.address = address;
          if (!same) renew(known);
          continue;
        }
        const peer: Peer = {
          address,
          socket: undefined,
          under: undefined,
          calling: undefined,
          grace: undefined,
          redial: undefined,
          pauseMs: redialFirstMs,
          heardMs: 0,
          bytesIn: 0,
          bytesOut: 0,
        };
        peers.set(address.index, peer);
        call(peer);
      }
    },
    send(to: number, payload: Uint8Array): boolean {
      const peer = peers.get(to);
      const socket = peer?.socket;
      if (peer === undefined || socket === undefined || payload.length > frameBytesMax) return false;
      if (payload.length === 0) throw new Error('an empty frame says nothing');
      if (socket.writableLength > sendBufferBytesMax) {
        log('link.slow', { peer: to });
        socket.destroy();
        return false;
      }
      peer.bytesOut += payload.length + 4;
      send(socket, payload);
      return true;
    },
    connected: () => [...peers].filter(([, peer]) => peer.socket !== undefined).map(([peerIndex]) => peerIndex),
    stats(): LinkStats {
      let bytesIn = 0;
      let bytesOut = 0;
      for (const peer of peers.values()) {
        bytesIn += peer.bytesIn;
        bytesOut += peer.bytesOut;
      }
      return { bytesIn, bytesOut };
    },
    use(next) {
      identity = next;
      server.setSecureContext(secureContext());
      for (const peer of peers.values()) renew(peer);
    },
    async close(): Promise<void> {
      closing = true;
      clearInterval(beat);
      for (const peer of peers.values()) {
        clearTimeout(peer.redial);
        clearTimeout(peer.grace);
      }
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Of lines that strangers can cause, the 1st, 2nd, 4th, 8th … of a code: whoever knocks again and again fills no disk. */
function thinned(log: Log, checks: NodeChecks): Log {
  const counts = new Map<LogCode, number>();
  return (code, facts) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (!checks['link.lines'] || (count & (count - 1)) === 0) log(code, { ...facts, count });
  };
}

/** Length and first bytes in one write, the rest in another: what is corked is joined in new memory before it is encrypted. */
function send(socket: TLSSocket, payload: Uint8Array): void {
  const first = payload.subarray(0, firstWriteBytes - 4);
  socket.write(Buffer.concat([frameHeader(payload.length), first]));
  if (first.length < payload.length) socket.write(payload.subarray(first.length));
}

/** Who it is from; of any network where none is asked. */
function readGreeting(frame: Uint8Array, network: Uint8Array | undefined): number | undefined {
  const head = magic.length + networkBytes;
  if (frame.length !== head + 4) return undefined;
  const bytes = Buffer.from(frame);
  if (!bytes.subarray(0, magic.length).equals(magic)) return undefined;
  if (network !== undefined && !bytes.subarray(magic.length, head).equals(network)) return undefined;
  return bytes.readUInt32BE(head);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
