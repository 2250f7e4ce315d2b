// TCP as bad as it may be, without a right that ordinary users lack: everything between two processes goes through here, and a fault is told for each pair at any moment. Who dials is read from the kernel's
// own tables, so that the nodes run unchanged: they dial where the chain says, which is here.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export type Fault =
  /** Every connection is reset, and each new one. */
  | { readonly kind: 'reset' }
  /** Nothing passes, and nobody is told. */
  | { readonly kind: 'silent' }
  /** The same for what goes to one side alone. */
  | { readonly kind: 'oneWay'; readonly to: 'dialler' | 'listener' }
  /** The listener's side is closed; the dialler hears nothing of it, then and later. New connections are served. */
  | { readonly kind: 'halfOpen' }
  | { readonly kind: 'throttled'; readonly bytesPerSecond: number }
  | { readonly kind: 'delayed'; readonly fromMs: number; readonly toMs: number }
  /** The connection ends, and its last bytes each way never arrive, though they were taken. */
  | { readonly kind: 'tail'; readonly bytes: number };

export interface Place {
  readonly name: string;
  /** Undefined before it runs. */
  pid(): number | undefined;
}

export interface Proxy {
  readonly port: number;
  close(): Promise<void>;
}

export interface Web {
  /** A port of this machine whose connections go to `port` of `listener`. */
  before(listener: string, port: number): Promise<Proxy>;
  /** A fault of all connections between the two, whoever dialled; undefined takes it away. */
  set(a: string, b: string, fault: Fault | undefined): void;
  /** Connections between the two that stand. */
  count(a: string, b: string): number;
  close(): Promise<void>;
}

const pairOf = (a: string, b: string): string => [a, b].toSorted().join('|');
/** Pause between two portions of a throttled connection. */
const portionMs = 50;
/** Bytes of a side that are held back before it is told to wait. */
const heldBytesMax = 1 << 20;

interface Wire {
  readonly pair: string;
  readonly dialler: Socket;
  readonly listener: Socket;
  apply(): void;
}

/** `diallers` = those whose connections can be told apart; all others are called '?'. */
export function startWeb(diallers: readonly Place[]): Web {
  const faults = new Map<string, Fault>();
  const wires = new Set<Wire>();
  const proxies = new Set<Proxy>();

  function drop(wire: Wire): void {
    wires.delete(wire);
    wire.dialler.resetAndDestroy();
    wire.listener.resetAndDestroy();
  }

  async function before(listener: string, port: number): Promise<Proxy> {
    const sockets = new Set<Socket>();
    const server: Server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (dialler) => {
      sockets.add(dialler);
      dialler.on('error', () => undefined).on('close', () => sockets.delete(dialler));
      const from = whoDials(dialler, diallers);
      const pair = pairOf(from, listener);
      if (faults.get(pair)?.kind === 'reset') return void dialler.resetAndDestroy();
      const upstream = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
      sockets.add(upstream);
      upstream.on('close', () => sockets.delete(upstream));
      const fault = (): Fault | undefined => faults.get(pair);
      const there = pump(dialler, upstream, () => towards(fault(), 'listener'));
      const back = pump(upstream, dialler, () => towards(fault(), 'dialler'));
      const wire: Wire = {
        pair,
        dialler,
        listener: upstream,
        apply() {
          const kind = fault()?.kind;
          if (kind === 'reset') return drop(wire);
          if (kind === 'halfOpen') {
            wires.delete(wire);
            there.abandon();
            back.abandon();
            upstream.destroy();
            return;
          }
          there.go();
          back.go();
        },
      };
      wires.add(wire);
      const gone = (): void => {
        if (!wires.delete(wire)) return;
        // An end that is not heard of is part of a silent fault.
        const told = fault();
        if (told?.kind === 'silent' || told?.kind === 'oneWay') wires.add(wire);
        else drop(wire);
      };
      upstream.on('error', gone);
      dialler.on('error', gone);
      upstream.on('close', (broken) => broken && gone());
      dialler.on('close', (broken) => (broken ? gone() : wires.delete(wire)));
      there.go();
      back.go();
      if (fault()?.kind === 'tail')
        setTimeout(() => wires.has(wire) && fault()?.kind === 'tail' && drop(wire), 1_000).unref();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy: Proxy = {
      port: (server.address() as AddressInfo).port,
      async close() {
        proxies.delete(proxy);
        for (const socket of sockets) socket.destroy();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      },
    };
    proxies.add(proxy);
    return proxy;
  }

  return {
    before,
    set(a, b, fault) {
      const pair = pairOf(a, b);
      const was = faults.get(pair);
      if (fault === undefined) faults.delete(pair);
      else faults.set(pair, fault);
      for (const wire of wires) {
        if (wire.pair !== pair) continue;
        // The held end of a connection is lost with it.
        if (was?.kind === 'tail') drop(wire);
        // Who has gone meanwhile is told of now.
        else if (fault === undefined && (wire.dialler.destroyed || wire.listener.destroyed)) drop(wire);
        else wire.apply();
      }
    },
    count: (a, b) => [...wires].filter(({ pair }) => pair === pairOf(a, b)).length,
    async close() {
      await Promise.all([...proxies].map((proxy) => proxy.close()));
    },
  };
}

/** What the fault is for the bytes to one side. */
function towards(fault: Fault | undefined, to: 'dialler' | 'listener'): Fault | undefined {
  return fault?.kind === 'oneWay' ? (fault.to === to ? { kind: 'silent' } : undefined) : fault;
}

interface Pump {
  go(): void;
  abandon(): void;
}

/** Bytes from one socket to another, in order, as the fault of the moment lets them. */
function pump(from: Socket, to: Socket, faultNow: () => Fault | undefined): Pump {
  const held: { readonly bytes: Buffer; notBefore: number }[] = [];
  let heldBytes = 0;
  let ended = false;
  let abandoned = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(ms: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      go();
    }, ms);
  }

  /** How many bytes may go now. */
  function allowance(fault: Fault | undefined): number {
    if (fault?.kind === 'silent') return 0;
    if (fault?.kind === 'tail') return Math.max(0, heldBytes - fault.bytes);
    if (fault?.kind === 'throttled') return Math.ceil((fault.bytesPerSecond * portionMs) / 1000);
    return Infinity;
  }

  function go(): void {
    if (abandoned || timer !== undefined || to.destroyed) return;
    const fault = faultNow();
    let left = allowance(fault);
    for (let first = held[0]; first !== undefined && left > 0; first = held[0]) {
      const wait = first.notBefore - performance.now();
      if (wait > 0 && fault?.kind === 'delayed') return later(wait);
      const part = first.bytes.subarray(0, left);
      left -= part.length;
      heldBytes -= part.length;
      held.shift();
      if (part.length < first.bytes.length)
        held.unshift({ bytes: first.bytes.subarray(part.length), notBefore: first.notBefore });
      if (!to.write(part)) {
        to.once('drain', go);
        return;
      }
    }
    if (held.length > 0 && fault?.kind === 'throttled') later(portionMs);
    if (heldBytes < heldBytesMax && fault?.kind !== 'silent') from.resume();
    if (held.length === 0 && ended && fault?.kind !== 'silent' && fault?.kind !== 'tail') to.end();
  }

  from.on('data', (bytes: Buffer) => {
    if (abandoned) return;
    const fault = faultNow();
    const ms = fault?.kind === 'delayed' ? fault.fromMs + Math.random() * (fault.toMs - fault.fromMs) : 0;
    held.push({ bytes, notBefore: performance.now() + ms });
    heldBytes += bytes.length;
    if (heldBytes >= heldBytesMax || fault?.kind === 'silent') from.pause();
    go();
  });
  from.on('end', () => {
    ended = true;
    if (!abandoned) go();
  });
  return {
    go,
    abandon() {
      abandoned = true;
      clearTimeout(timer);
    },
  };
}

/** Whose socket has this port, by /proc (proc(5), "net/tcp" and "fd"). */
function whoDials({ remotePort = 0, localPort = 0 }: Socket, places: readonly Place[]): string {
  const end = (port: number): string => `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const [near, far] = [end(remotePort), end(localPort)];
  const inode = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    // Both ends: its port may have served another connection a moment ago.
    .find(([, local, remote]) => local?.endsWith(near) === true && remote?.endsWith(far) === true)?.[9];
  if (inode === undefined) return '?';
  for (const { name, pid } of places) {
    try {
      const folder = `/proc/${pid()}/fd`;
      if (readdirSync(folder).some((fd) => linkOf(`${folder}/${fd}`) === `socket:[${inode}]`)) return name;
    } catch {
      // It has ended.
    }
  }
  return '?';
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
