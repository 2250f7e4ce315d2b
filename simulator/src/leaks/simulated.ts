// The search in the simulator: the same canaries, four nodes in this process, some seconds. Every form of one is planted in a log line and must be found.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { generateSigningKey, readLE, rememberSigners, toHex, utf8 } from '@enigma/crypto';
import { openElection, sealBallot, tally } from '../election.ts';
import { createFinder, formsOf } from '../needles.ts';
import { createWorld, expectOk } from '../world.ts';

const PLACES = ['disk', 'log', 'http', 'links', 'chain'] as const;
type Place = (typeof PLACES)[number];

const canaries = 64;
const limit = 2 ** 52;

export async function searchSimulatedNetwork(
  seed: string = randomBytes(8).toString('hex'),
  json: boolean = false,
  print: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<number> {
  const startedMs = performance.now();
  process.stderr.write(`seed ${seed}: ${canaries} canaries\n`);
  rememberSigners(200_000);
  const searched = new Map<Place, { bytes: number; pieces: number }>(
    PLACES.map((place) => [place, { bytes: 0, pieces: 0 }]),
  );
  const hits: string[] = [];
  const secrets: bigint[] = [];
  const kept: [Place, string, Uint8Array][] = [];
  const see = (place: Place, where: string, bytes: Uint8Array): void => {
    kept.push([place, where, bytes.slice()]);
    const count = searched.get(place);
    if (count === undefined) return;
    count.bytes += bytes.length;
    count.pieces++;
  };
  const world = await createWorld({
    seed,
    nodes: 4,
    machine: { batchItems: { triple: 64, and: 1 << 15, daBit: 1 << 11 } },
    log: (line) => see('log', line.slice(0, 60), utf8(line)),
  });
  world.writes.push((node, name, bytes) => see('disk', `node ${node} ${name}`, bytes));
  world.network.taps.push((from, to, payload) => see('links', `${from}>${to}`, payload));
  world.blocks.push((logs) =>
    see(
      'chain',
      `block ${logs[0]?.blockNumber ?? ''}`,
      utf8(JSON.stringify(logs, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))),
    ),
  );
  const source = readFileSync(new URL('../../contracts/canaries.ts', import.meta.url), 'utf8');
  const election = await openElection(world, { source, n: 4, T: 1, candidates: limit, widths: [64], openBlocks: 30 });
  const bodies: `0x${string}`[] = [];
  for (let k = 0; k < canaries; k++) {
    // Never small: a short decimal would be found anywhere.
    const secret = (1n << 63n) | (readLE(world.schedule.random(8)) >> 1n);
    secrets.push(secret);
    bodies.push(toHex(await sealBallot(world, election, generateSigningKey(world.schedule.random), secret, 0n)));
  }
  for (let at = 0; at < canaries; at += 32)
    expectOk([
      await world.send(world.funder, {
        name: 'append',
        contractId: election.contractId,
        bodies: bodies.slice(at, at + 32),
      }),
    ]);
  process.stderr.write('appended; the nodes compute\n');
  const ending = await tally(world, election, 600_000);
  const right =
    ending.kind === 'opened' &&
    ending.votes.join() === String(secrets.filter((secret) => secret > BigInt(limit)).length);
  for (const text of world.answers) see('http', 'request or answer', utf8(text));
  for (const { index, store } of world.nodes)
    for (const name of store.names('')) see('disk', `node ${index} ${name}`, store.get(name) ?? new Uint8Array());
  process.stderr.write('searching\n');
  const finder = createFinder(secrets);
  for (const [place, where, bytes] of kept)
    for (const found of finder.find(bytes)) hits.push(`${place}, ${where}: ${found}`);
  const missed = plant(secrets, finder);
  const seconds = (performance.now() - startedMs) / 1000;
  const places = Object.fromEntries([...searched].map(([place, count]) => [place, count]));
  if (json) print(`${JSON.stringify({ seed, canaries, right, hits, planted: { missed }, places, seconds })}\n`);
  else {
    for (const [place, { bytes, pieces }] of searched)
      print(`${place.padEnd(6)} ${(bytes / 1e6).toFixed(2).padStart(8)} MB in ${pieces} pieces\n`);
    print(
      `${canaries} canaries, ${formsOf(0n).length} forms each: ${hits.length} hits\n${hits
        .slice(0, 20)
        .map((hit) => `  ${hit}\n`)
        .join('')}`,
    );
    print(
      missed.length === 0 ? 'planted log line: found in every form\n' : `planted and not found: ${missed.join('; ')}\n`,
    );
    if (!right) print(`the contract did not come to the right count: ${JSON.stringify(ending)}\n`);
    print(`${seconds.toFixed(1)} s\n`);
  }
  const empty = [...searched].filter(([, { bytes }]) => bytes === 0).map(([place]) => place);
  if (empty.length > 0) process.stderr.write(`nothing was seen of: ${empty.join(', ')}\n`);
  return hits.length === 0 && missed.length === 0 && right && empty.length === 0 ? 0 : 1;
}

/** Each form of one canary inside a log line, at an odd place: what is not found makes the search worthless. */
function plant(secrets: readonly bigint[], finder: ReturnType<typeof createFinder>): readonly string[] {
  const [secret] = secrets;
  if (secret === undefined) return ['no canary'];
  return formsOf(secret)
    .filter(
      ({ bytes }) =>
        finder.find(Uint8Array.from([...utf8('1010 node 2 ballot.read value='), ...bytes, ...utf8(' seq=0')]))
          .length === 0,
    )
    .map(({ form }) => form);
}
