// Loaded into the processes of a network by `NODE_OPTIONS=--import`, and awake in a node's process alone: writes down what passes through it in clear. Links as TLS gets and gives
// them, client requests and answers, what it asks its chain, each value that it gives its database. Nothing of the node's own code knows of this file.
// Tells a planted value too, by the node's own means, when it is asked to: a search that finds nothing must have been able to find something.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { TLSSocket } from 'node:tls';
import { plantedFrame, plantedLine, type PlantOrder } from './plants.ts';

type Method = (this: unknown, ...args: unknown[]) => unknown;

const root = process.env['ENIGMA_RECORD'];
const isNode = /[\\/]host[\\/]main\.[jt]s$/.test(process.argv[1] ?? '');
if (root !== undefined && isNode) record(join(root, `${basename(process.argv[3] ?? 'node')}-${process.pid}`));
// The command that starts the nodes is asked to end when the search is gone, however it went.
if (root !== undefined && process.argv[2] === 'up') {
  process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM')).resume();
  // Nothing else waits for it: the command ends when it has done its work.
  process.stdin.unref();
}

function record(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const append = (name: string, ...parts: readonly unknown[]): void => {
    for (const part of parts) {
      if (typeof part === 'string') appendFileSync(join(folder, name), part);
      else if (part instanceof Uint8Array) appendFileSync(join(folder, name), part);
    }
  };
  const wrap = (prototype: object, name: string, before: (self: unknown, args: unknown[]) => void): void => {
    const methods = prototype as Record<string, Method>;
    const method = methods[name];
    if (method === undefined) throw new Error(`there is no ${name} to record`);
    methods[name] = function (...args) {
      before(this, args);
      return method.apply(this, args);
    };
  };

  const numbers = new WeakMap<object, number>();
  const sockets: TLSSocket[] = [];
  const numberOf = (socket: unknown): number => {
    const known = numbers.get(socket as object);
    if (known !== undefined) return known;
    const number = sockets.push(socket as TLSSocket);
    numbers.set(socket as object, number);
    return number;
  };
  // Below `write` and `end`, above TLS.
  wrap(TLSSocket.prototype, '_write', (socket, [chunk]) => append(`links-${numberOf(socket)}-out`, chunk));
  wrap(TLSSocket.prototype, '_writev', (socket, [chunks]) =>
    append(
      `links-${numberOf(socket)}-out`,
      ...(chunks as readonly { readonly chunk: unknown }[]).map(({ chunk }) => chunk),
    ),
  );
  wrap(TLSSocket.prototype, 'push', (socket, [chunk]) => append(`links-${numberOf(socket)}-in`, chunk));

  wrap(Server.prototype, 'emit', (_, [event, request]) => {
    if (event !== 'request') return;
    const { method, url, rawHeaders } = request as IncomingMessage;
    append('http-in', `\n${method} ${url}\n${rawHeaders.join('\n')}\n`);
  });
  wrap(IncomingMessage.prototype, 'push', (_, [chunk]) => append('http-in', chunk));
  wrap(ServerResponse.prototype, 'end', (response, [chunk]) =>
    append('http-out', `\n${JSON.stringify((response as ServerResponse).getHeaders())}\n`, chunk),
  );
  const ask = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    append('http-chain', `\n`, init?.body);
    return ask(input, init);
  };

  let insertBlob: StatementSync | undefined;
  wrap(StatementSync.prototype, 'run', (statement, args) => {
    const { sourceSQL } = statement as StatementSync;
    if (sourceSQL.startsWith('INSERT INTO blob')) insertBlob = statement as StatementSync;
    for (const value of args) append('writes', '\n', typeof value === 'number' ? String(value) : value);
  });

  const order = join(folder, 'plant.json');
  setInterval(() => {
    if (!existsSync(order) || existsSync(`${order}.done`)) return;
    const plants = JSON.parse(readFileSync(order, 'utf8')) as PlantOrder;
    writeFileSync(`${order}.done`, '');
    process.stdout.write(`${plantedLine(plants.log)}\n`);
    insertBlob?.run('planted', plantedFrame(plants.disk), '');
    const socket = sockets.findLast((one) => !one.destroyed);
    socket?.write(plantedFrame(plants.links));
  }, 200).unref();
}
