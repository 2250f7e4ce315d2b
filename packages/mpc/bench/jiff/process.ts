// One process of a `jiff-mpc` computation (MIT, npm): its server, or one of its parties, as its README sets them up. Semi-honest Shamir sharing,
// T + 1 shares define a value, its default field (24 bits), its encryption between parties (libsodium) left on, plain HTTP to the server. Written
// for the benchmark of packages/node, which starts these processes and compares.
//
//   process.ts server                      → sends {port}
//   process.ts party PORT N T COUNT RESHARED RUNS   → sends {online, preprocessed, resharing}: seconds, a list of RUNS each, for COUNT
//   products by triples without and with the making of the triples, and for RESHARED products by resharing
//   process.ts comparer PORT N T COUNT   → sends {online, preprocessed} likewise for COUNT comparisons of shares, once
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

interface Share {
  smult(other: Share): Share;
  smult_bgw(other: Share): Share;
  slt(other: Share): Share;
  open(): Promise<number>;
  wThen(done: () => void): void;
}

interface Client {
  readonly id: number;
  share(secret: number, threshold: number): Readonly<Record<number, Share>>;
  preprocessing(op: string, count: number, protocols: null, threshold: number): unknown;
  executePreprocessing(done: () => void): void;
  disconnect(safe: boolean, free: boolean, done: () => void): void;
}

interface Library {
  JIFFServer: new (http: unknown, options: object) => unknown;
  JIFFClient: new (host: string, computation: string, options: object) => Client;
}

const { JIFFServer, JIFFClient } = createRequire(import.meta.url)('jiff-mpc') as Library;
const [role, ...rest] = process.argv.slice(2);

if (role === 'server') {
  const http = createServer();
  void new JIFFServer(http, { logs: false });
  http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as { port: number }).port }));
} else {
  const [port, n, T, count, ...others] = rest.map(Number) as [number, number, number, number, ...number[]];
  const client = new JIFFClient(`http://127.0.0.1:${port}`, 'bench', {
    party_count: n,
    crypto_provider: false,
    onConnect: () => {
      if (role === 'comparer') return void compare(client, T + 1, count);
      const [reshared, runs] = others as [number, number];
      return void main(client, T + 1, { count, reshared, runs });
    },
    onError: (label: string, error: unknown) => console.error(label, error),
  });
}
process.on('disconnect', () => process.exit());

async function main(
  client: Client,
  threshold: number,
  { count, reshared, runs }: { count: number; reshared: number; runs: number },
): Promise<void> {
  // An opening refreshes its share first, with material made beforehand: five a run.
  client.preprocessing('open', 5 * (runs + 1), null, threshold);
  await new Promise<void>((done) => client.executePreprocessing(done));
  const shares = client.share(3, threshold);
  const [x, y] = [shares[1] as Share, shares[2] as Share];
  const took: Record<'online' | 'preprocessed' | 'resharing', number[]> = {
    online: [],
    preprocessed: [],
    resharing: [],
  };
  const times = async (products: () => Share[]): Promise<number> => {
    const start = performance.now();
    const all = products();
    await Promise.all(all.map((share) => new Promise<void>((done) => share.wThen(done))));
    return (performance.now() - start) / 1000;
  };
  const several = (length: number, one: () => Share): Share[] => Array.from({ length }, one);
  for (let k = 0; k <= runs; k++) {
    await together(x);
    const begin = performance.now();
    client.preprocessing('smult', count, null, threshold);
    await new Promise<void>((done) => client.executePreprocessing(done));
    const preprocessing = (performance.now() - begin) / 1000;
    await together(x);
    let last: Share = x;
    const online = await times(() => several(count, () => (last = x.smult(y))));
    if ((await last.open()) !== 9) throw new Error('a wrong product');
    await together(x);
    const resharing = await times(() => several(reshared, () => (last = x.smult_bgw(y))));
    if ((await last.open()) !== 9) throw new Error('a wrong product');
    if (k === 0) continue; // warms up
    took.online.push(online);
    took.preprocessed.push(preprocessing + online);
    took.resharing.push(resharing);
  }
  process.send?.(took);
  client.disconnect(true, true, () => process.exit());
}

/** Once: making the material of one comparison takes it seconds, so that warming up would change nothing. */
async function compare(client: Client, threshold: number, count: number): Promise<void> {
  client.preprocessing('open', 5, null, threshold);
  await new Promise<void>((done) => client.executePreprocessing(done));
  const shares = client.share(client.id, threshold);
  const [x, y] = [shares[1] as Share, shares[2] as Share];
  await together(x);
  const begin = performance.now();
  client.preprocessing('slt', count, null, threshold);
  await new Promise<void>((done) => client.executePreprocessing(done));
  const preprocessing = (performance.now() - begin) / 1000;
  await together(x);
  const start = performance.now();
  const all = Array.from({ length: count }, () => x.slt(y));
  await Promise.all(all.map((share) => new Promise<void>((done) => share.wThen(done))));
  const online = (performance.now() - start) / 1000;
  if ((await (all.at(-1) as Share).open()) !== 1) throw new Error('a wrong comparison');
  process.send?.({ online: [online], preprocessed: [preprocessing + online] });
  client.disconnect(true, true, () => process.exit());
}

/** All parties are here. */
async function together(share: Share): Promise<void> {
  await share.open();
}
