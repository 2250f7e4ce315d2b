// What clients ask, and the files of a node's folder: configuration, keys, the two halves of its store.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concat, generateSigningKey, keccak256, seededRandom, toHex, utf8, type Hex } from '@enigma/crypto';
import { accepted, REFUSED, type Decoder, type Sample, type Verdict } from '@enigma/fuzz';
import {
  API_PATH,
  encodeRecord,
  MASK_KIND,
  MASK_REQUEST,
  signRecord,
  TASK,
  widthsHashOf,
  type MaskRequest,
  type MaskRequestBody,
  type Task,
} from '@enigma/protocol';
import { answerRequest } from '../src/api.ts';
import { createEvidence } from '../src/evidence.ts';
import { createBodies } from '../src/bodies.ts';
import type { CommitteeView } from '../src/committee.ts';
import { ALL_CHECKS } from '../src/defences.ts';
import { ArchiveError, restoreArchive, writeArchive } from '../src/host/archive.ts';
import { ConfigError, readConfig } from '../src/host/config.ts';
import { exportProtection, importProtection, InterchangeError, type Interchange } from '../src/host/interchange.ts';
import { KeyError, openKeyring } from '../src/host/keys.ts';
import { readRunning } from '../src/host/running.ts';
import { readSettings } from '../src/host/settings.ts';
import { openStore, type OpenStore } from '../src/host/sqlite.ts';
import type { Node } from '../src/node.ts';
import type { Seat, SeatHost } from '../src/seat.ts';
import { createSigner } from '../src/signer.ts';
import { createMemoryStore, StoreError } from '../src/store.ts';

const FOLDER = 'packages/node/src';
const samplesOf = (...texts: readonly string[]): readonly Sample[] => texts.map((text) => ({ bytes: utf8(text) }));

// ---- the client API: a node with one seat, which tells masks and keeps bodies

const domain = { chainId: 31337n, verifyingContract: `0x${'11'.repeat(20)}` } as const;
const CONTRACT: Hex = `0x${'33'.repeat(32)}`;
const committee = {
  committeeId: `0x${'22'.repeat(32)}`,
  n: 4,
  T: 1,
  qHi: 3,
  qLo: 2,
  seats: [],
} as unknown as CommitteeView;
const caller = generateSigningKey(seededRandom('caller'));
const NOW = 1_000_000;

function nodeOfOneSeat(): Node {
  const store = createMemoryStore();
  const signer = createSigner(generateSigningKey(seededRandom('signer')), store, () => undefined);
  const host = {
    store,
    signer,
    domain,
    committee,
    checks: ALL_CHECKS,
    contract: { tasks: new Map(), contractId: CONTRACT },
    seat: 0,
    random: seededRandom('seat'),
    failpoint: () => undefined,
    send: () => undefined,
    fault: () => undefined,
  } as unknown as SeatHost;
  const bodies = createBodies(host);
  const seat = {
    host,
    maskKeys: () => new Map([[2, new Uint8Array(16)]]),
    full: () => false,
    serving: () => true,
    takeBody: (header: Task, body: Uint8Array, senderSig: Hex, now: number) =>
      bodies.take(header, body, senderSig, now),
    state: () => undefined,
    roots: () => undefined,
  } as unknown as Seat;
  return {
    domain,
    signer,
    index: 0,
    checks: ALL_CHECKS,
    seatOf: (contractId: Hex) => (contractId === CONTRACT ? seat : undefined),
    stateOf: () => 'Serving',
    seats: () => [seat],
    mayServe: () => true,
    draining: () => false,
    failures: () => [],
    ready: () => ({ ready: true }),
    taskOf: () => undefined,
    journeyOf: () => undefined,
    watch: () => ({ latestTime: NOW }),
    linkStats: () => ({ bytesIn: 0, bytesOut: 0 }),
    evidence: createEvidence(createMemoryStore(), domain),
  } as unknown as Node;
}

function maskBody(nonce: bigint): string {
  const widths = [1, 5, 64];
  const facts = {
    committeeId: committee.committeeId,
    period: 0,
    contractId: CONTRACT,
    sender: caller.address,
    kind: MASK_KIND.CALL,
    nonce,
    requestKey: toHex(keccak256(utf8('key'))),
  };
  const record: MaskRequest = { ...facts, widthsHash: widthsHashOf(widths) };
  const signature = signRecord(domain, MASK_REQUEST, record, caller.privateKey);
  return JSON.stringify({ ...facts, nonce: String(nonce), widths, signature } satisfies MaskRequestBody);
}

function bodyBody(body: Uint8Array): string {
  const header: Task = {
    contractId: CONTRACT,
    payer: caller.address,
    sender: caller.address,
    fn: '0x01020304',
    bodyHash: toHex(keccak256(body)),
    grantsHash: `0x${'00'.repeat(32)}`,
    nonce: 1n,
    gasLimit: 2000n,
    gasPrice: 1n,
    tip: 0n,
    deadline: NOW + 60,
    value: 0n,
    callback: `0x${'00'.repeat(20)}`,
    callbackGas: 0,
  };
  const senderSig = signRecord(domain, TASK, header, caller.privateKey);
  return JSON.stringify({ header: toHex(encodeRecord(TASK, header)), body: toHex(body), senderSig });
}

function asked(name: string, method: string, path: string, samples: () => readonly Sample[]): Decoder {
  const node = nodeOfOneSeat();
  return {
    name,
    form: 'json',
    covers: [`${FOLDER}/api.ts#parseObject`],
    every: 40,
    allocatesMax: 1 << 27,
    samples,
    decode(body): Verdict {
      const { status, body: said } = answerRequest(node, { method, path, body });
      JSON.stringify(said);
      if (status >= 500 && status !== 503) throw new Error(`answered ${status}`);
      return status === 200 ? accepted() : REFUSED;
    },
  };
}

/** Any path, as a browser might send it. */
const paths: Decoder = {
  name: 'node/api-path',
  form: 'text',
  covers: [`${FOLDER}/api.ts#answerRequest`],
  every: 40,
  allocatesMax: 1 << 26,
  samples: () =>
    samplesOf(...Object.values(API_PATH).flatMap((path) => [path, `${path}/${CONTRACT}`, `${path}/${CONTRACT}/0`])),
  decode(bytes): Verdict {
    const request = { method: 'GET', path: new TextDecoder().decode(bytes), body: new Uint8Array() };
    return answerRequest(nodeOfOneSeat(), request).status === 200 ? accepted() : REFUSED;
  },
};

// ---- files

let folder: string | undefined;

function folderOf(): string {
  if (folder === undefined) {
    const made = (folder = mkdtempSync(join(tmpdir(), 'enigma-fuzz-')));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  return folder;
}

const ADDRESS: Hex = `0x${'11'.repeat(20)}`;
const HEX: string = ADDRESS;
const ID: Hex = `0x${'ab'.repeat(32)}`;
const NAMES = ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'];
const CONFIG = {
  rpcUrl: 'http://127.0.0.1:8545',
  book: { chainId: 31337, deployedBlock: 0, ...Object.fromEntries(NAMES.map((name) => [name, HEX])) },
  index: 0,
  peer: { host: '127.0.0.1', port: 1 },
  api: { host: '127.0.0.1', port: 0 },
};

const config: Decoder = {
  name: 'node/config',
  form: 'json',
  covers: [`${FOLDER}/host/config.ts#readConfig`],
  every: 100,
  samples: () => samplesOf(JSON.stringify(CONFIG), JSON.stringify({ ...CONFIG, index: 3 }, null, 2)),
  decode(bytes): Verdict {
    writeFileSync(join(folderOf(), 'config.json'), bytes);
    try {
      const { book, index } = readConfig(folderOf());
      const addresses = NAMES.map((name) => (book as unknown as Record<string, unknown>)[name]);
      if (
        !addresses.every((one) => typeof one === 'string' && /^0x[0-9a-fA-F]{40}$/.test(one)) ||
        !Number.isSafeInteger(book.chainId) ||
        index < 0
      )
        throw new TypeError('a book that leads nowhere');
      return accepted();
    } catch (error) {
      if (error instanceof ConfigError) return REFUSED;
      throw error;
    }
  },
};

/** The same file under flags and environment, with everything that it may say. */
const settings: Decoder = {
  ...config,
  name: 'node/settings',
  covers: [`${FOLDER}/host/settings.ts#readSettings`],
  samples: () =>
    samplesOf(
      JSON.stringify({
        ...CONFIG,
        operator: { host: '127.0.0.1', port: 0 },
        limits: { requestsPerWindow: 100, tasksWaiting: 10, drainSeconds: 5 },
      }),
    ),
  decode(bytes): Verdict {
    writeFileSync(join(folderOf(), 'config.json'), bytes);
    try {
      const { peer, operator, limits } = readSettings(folderOf(), { env: { ENIGMA_NODE_API_PORT: '7' } });
      const numbers = [peer.port, operator.port, ...Object.values(limits)];
      if (!numbers.every((one) => Number.isSafeInteger(one) && one >= 0)) throw new TypeError('a setting that is none');
      return accepted();
    } catch (error) {
      if (error instanceof ConfigError) return REFUSED;
      throw error;
    }
  },
};

/** What commands on the same machine believe of a node. */
const running: Decoder = {
  name: 'node/running-file',
  form: 'json',
  covers: [`${FOLDER}/host/running.ts#readRunning`],
  every: 100,
  samples: () =>
    samplesOf(JSON.stringify({ pid: 77, operator: { host: '127.0.0.1', port: 1 }, apiPort: 2, peerPort: 3 })),
  decode(bytes): Verdict {
    writeFileSync(join(folderOf(), 'running.json'), bytes);
    const read = readRunning(folderOf());
    if (read === undefined) return REFUSED;
    if (!(Number.isSafeInteger(read.pid) && read.pid > 0))
      throw new TypeError('a process that is none, or all of them');
    if (![read.apiPort, read.peerPort, read.operator.port].every(Number.isInteger))
      throw new TypeError('a port that is none');
    return accepted();
  },
};

const FILES = ['signer.key', 'sealing.key', 'operator.key', 'node.key', 'tls.json'];

/** One of a node's key files: the first byte says which. */
const keys: Decoder = {
  name: 'node/keys',
  form: 'text',
  covers: [`${FOLDER}/host/keys.ts#openKeyring`, `${FOLDER}/host/keys.ts#readTls`],
  every: 200,
  allocatesMax: 1 << 27,
  samples: () => [
    ...FILES.slice(0, 4).map((_, i) => ({ bytes: utf8(`${i}0x${'01'.repeat(32)}\n`) })),
    ...samplesOf(`4${JSON.stringify({ key: 'k', certificate: 'c', spkiHash: HEX })}`, `00x${'00'.repeat(32)}`),
  ],
  async decode(bytes): Promise<Verdict> {
    const at = FILES[((bytes[0] ?? 0) - 48) % FILES.length];
    if (at === undefined) return REFUSED;
    const place = join(folderOf(), 'keys');
    mkdirSync(place, { recursive: true });
    for (const name of FILES)
      writeFileSync(
        join(place, name),
        name === 'tls.json' ? JSON.stringify({ key: 'k', certificate: 'c', spkiHash: HEX }) : `0x${'02'.repeat(32)}\n`,
      );
    writeFileSync(join(place, at), bytes.subarray(1));
    try {
      const { tls } = await openKeyring(place, seededRandom('keys'));
      if (![tls.key, tls.certificate, tls.spkiHash].every((one) => typeof one === 'string'))
        throw new TypeError('an identity that is none');
      return accepted();
    } catch (error) {
      if (error instanceof KeyError) return REFUSED;
      throw error;
    }
  },
};

const HALVES = ['protection.db', 'state.db'];

/** A store's two files, as they lie on a disk: which, and its bytes. */
function storeFiles(): readonly Uint8Array[] {
  const place = mkdtempSync(join(tmpdir(), 'enigma-fuzz-'));
  const store = openStore(place);
  store.putSigned('slot', HEX as Hex, new Uint8Array(64).fill(7));
  store.raiseMark('boot', 3);
  store.put('blob', new Uint8Array(900).fill(5));
  store.close();
  const files = HALVES.map((name) => readFileSync(join(place, name)));
  rmSync(place, { recursive: true, force: true });
  return files;
}

let whole: readonly Uint8Array[] | undefined;

const store: Decoder = {
  name: 'node/store-files',
  form: 'bytes',
  covers: [`${FOLDER}/host/sqlite.ts#openStore`],
  every: 400,
  bytesMax: 1 << 17,
  allocatesMax: 1 << 24,
  samples: () => storeFiles().map((bytes, half) => ({ bytes: concat(Uint8Array.of(half), bytes) })),
  decode(bytes): Verdict {
    whole ??= storeFiles();
    const place = join(folderOf(), 'data');
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
    const half = (bytes[0] ?? 0) % HALVES.length;
    for (const [i, name] of HALVES.entries())
      writeFileSync(join(place, name), i === half ? bytes.subarray(1) : (whole[i] as Uint8Array));
    try {
      const opened = openStore(place);
      try {
        const row = opened.signed('slot');
        const blob = opened.get('blob');
        const right =
          row?.digest === HEX &&
          row.signature.every((byte) => byte === 7) &&
          opened.mark('boot') === 3 &&
          blob?.every((byte) => byte === 5) === true;
        // An empty file is a half that was never there, and so is one without its beginning: what it held is not made up.
        if (!right && row !== undefined) throw new Error('a damaged row was handed out');
        return right ? accepted() : REFUSED;
      } finally {
        opened.close();
      }
    } catch (error) {
      if (error instanceof StoreError) return REFUSED;
      throw error;
    }
  },
};

// ---- what an operator takes in: a protection, and a backup

const OF = { domain, node: 3, signer: ADDRESS };

function protection(): Uint8Array {
  const place = mkdtempSync(join(tmpdir(), 'enigma-fuzz-'));
  const opened = openStore(place);
  for (const slot of ['boot/1', 'committee/a/open/1']) opened.putSigned(slot, ID, new Uint8Array(64).fill(7));
  opened.raiseMark('boot', 3);
  const file = exportProtection(opened, OF);
  opened.close();
  rmSync(place, { recursive: true, force: true });
  return utf8(JSON.stringify(file));
}

/** Its checksum is no secret: whoever alters the rest makes it fit. */
function summed(text: string): string {
  try {
    const { metadata, marks, signed } = JSON.parse(text) as Interchange;
    const hash = createHash('sha256');
    for (const [name, value] of Object.entries(marks).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      hash.update(`${JSON.stringify([name, value])}\n`);
    for (const { slot, digest, signature } of signed.toSorted((a, b) => (a.slot < b.slot ? -1 : 1)))
      hash.update(`${JSON.stringify([slot, digest, signature])}\n`);
    return JSON.stringify({ metadata: { ...metadata, sha256: hash.digest('hex') }, marks, signed });
  } catch {
    return text;
  }
}

const interchange: Decoder = {
  name: 'node/protection-file',
  form: 'json',
  covers: [`${FOLDER}/host/interchange.ts#parse`, `${FOLDER}/host/interchange.ts#importProtection`],
  every: 10,
  samples: () => [{ bytes: protection() }],
  decode(bytes): Verdict {
    const kept = createMemoryStore();
    let written = 0;
    const counting = {
      ...kept,
      putSigned: (...row: Parameters<typeof kept.putSigned>) => (written++, kept.putSigned(...row)),
      raiseMark: (...mark: Parameters<typeof kept.raiseMark>) => (written++, kept.raiseMark(...mark)),
    };
    try {
      importProtection(counting as unknown as OpenStore, OF, summed(new TextDecoder().decode(bytes)));
      return accepted();
    } catch (error) {
      if (!(error instanceof InterchangeError)) throw error;
      if (written > 0) throw new Error('refused, and written all the same');
      return REFUSED;
    }
  },
};

const PASSPHRASE = 'correct horse battery staple';

/** Its key takes a quarter of a second and 128 MB wherever its head is one. */
const archive: Decoder = {
  name: 'node/backup-file',
  form: 'bytes',
  covers: [`${FOLDER}/host/archive.ts#headOf`, `${FOLDER}/host/archive.ts#openArchive`],
  every: 4000,
  allocatesMax: 1 << 24,
  samples() {
    const place = mkdtempSync(join(tmpdir(), 'enigma-fuzz-'));
    mkdirSync(join(place, 'node'));
    writeFileSync(join(place, 'node', 'config.json'), JSON.stringify(CONFIG));
    writeArchive(join(place, 'node'), join(place, 'file'), PASSPHRASE, 0);
    const bytes = readFileSync(join(place, 'file'));
    rmSync(place, { recursive: true, force: true });
    return [{ bytes }];
  },
  decode(bytes): Verdict {
    const target = join(folderOf(), 'restored');
    rmSync(target, { recursive: true, force: true });
    writeFileSync(join(folderOf(), 'backup'), bytes);
    try {
      restoreArchive(join(folderOf(), 'backup'), target, PASSPHRASE, true);
      return accepted();
    } catch (error) {
      if (error instanceof ArchiveError) return REFUSED;
      throw error;
    }
  },
};

export const decoders: readonly Decoder[] = [
  asked('node/api-mask', 'POST', API_PATH.mask, () => samplesOf(maskBody(1n), maskBody(2n))),
  asked('node/api-body', 'POST', API_PATH.body, () =>
    samplesOf(bodyBody(Uint8Array.of(1, 2)), bodyBody(new Uint8Array(40))),
  ),
  paths,
  config,
  settings,
  running,
  keys,
  store,
  interchange,
  archive,
];
