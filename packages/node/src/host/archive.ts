// A node's folder in one file under a passphrase: configuration, keys, protection and shares. scrypt makes the key, AES-256-GCM keeps the content, and the head that says how is authenticated with it; the whole
// content is compared before anything is written. The node must not run: two files that belong together would be read at two times.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { archiveBytesMax, passphraseMin } from '../limits.ts';
import { blobFolder, openStore } from './sqlite.ts';

const format = 'enigma.backup.v1';
const kdf = { N: 1 << 17, r: 8, p: 1 };
const kdfMemory = 256 * 1024 * 1024;
const tagBytes = 16;

export class ArchiveError extends Error {
  readonly code: 'BACKUP_UNREADABLE' | 'BACKUP_TOO_LARGE' | 'PASSPHRASE_WEAK' | 'FOLDER_EXISTS' | 'FOLDER_EMPTY';
  constructor(code: ArchiveError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What a backup says of itself once it is open. */
export interface ArchiveFacts {
  readonly node: number;
  readonly chainId: number;
  readonly madeAt: string;
  /** Number of the last start; 0 without data. */
  readonly start: number;
  /** Committees of which keys, shares or receipts are here. */
  readonly committees: readonly string[];
  readonly signedSlots: number;
  readonly files: readonly string[];
}

interface Content {
  readonly facts: ArchiveFacts;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

const dataFiles = ['data/protection.db', 'data/state.db'];
const blobFilesFolder = `data/${blobFolder}`;
/** Every name that a backup has. Sets of keys that rotated, or are to, have a folder each, by their signer. */
const named =
  /^(config\.json|keys\/(0x[0-9a-f]{40}\/)?[a-z]+\.(key|json)|keys\/present|data\/(protection|state)\.db|data\/blobs\/\d+)$/;

/** Reads a folder whose node does not run, and writes the file, which must not be there. */
export function writeArchive(folder: string, file: string, passphrase: string, nowMs: number): ArchiveFacts {
  if (passphrase.length < passphraseMin)
    throw new ArchiveError('PASSPHRASE_WEAK', `A passphrase has at least ${passphraseMin} characters.`);
  const { facts, files } = readFolder(folder, nowMs);
  const head = { format, ...kdf, salt: randomBytes(16).toString('hex'), nonce: randomBytes(12).toString('hex') };
  const headLine = Buffer.from(`${JSON.stringify(head)}\n`);
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, head.salt), Buffer.from(head.nonce, 'hex'));
  cipher.setAAD(headLine);
  const index = Buffer.from(
    `${JSON.stringify({ facts, files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length })) })}\n`,
  );
  const parts = [index, ...files.map(({ bytes }) => bytes)].map((part) => cipher.update(part));
  writeFileSync(file, Buffer.concat([headLine, ...parts, cipher.final(), cipher.getAuthTag()]), {
    mode: 0o600,
    flag: 'wx',
  });
  return facts;
}

/** Writes the files of a backup into a folder that has nothing in it; its data only where asked. */
export function restoreArchive(file: string, folder: string, passphrase: string, withData: boolean): ArchiveFacts {
  const { facts, files } = openArchive(file, passphrase);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new ArchiveError('FOLDER_EXISTS', `${folder} is there and not empty: nothing is written over it.`);
  for (const { path, bytes } of files) {
    if (!withData && path.startsWith('data/')) continue;
    const target = join(folder, ...path.split('/'));
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    writeFileSync(target, bytes, { mode: 0o600, flag: 'wx' });
  }
  return facts;
}

function readFolder(folder: string, nowMs: number): Content {
  const before = dataFacts(folder);
  const names = ['config.json', ...filesIn(folder, 'keys'), ...dataFiles, ...filesIn(folder, blobFilesFolder)].filter(
    (name) => named.test(name) && existsSync(join(folder, name)),
  );
  if (!names.includes('config.json'))
    throw new ArchiveError('FOLDER_EMPTY', `${folder} has no config.json: it is no folder of a node.`);
  const size = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (size > archiveBytesMax)
    throw new ArchiveError('BACKUP_TOO_LARGE', `${folder} has ${size} bytes; a backup holds ${archiveBytesMax}.`);
  const files = names.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
  // Opened again, the store compares its halves: had somebody started the node meanwhile, its number would be another.
  if (dataFacts(folder).start !== before.start)
    throw new ArchiveError('BACKUP_UNREADABLE', 'The node was started while its folder was read: stop it first.');
  const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as {
    readonly index: number;
    readonly book: { readonly chainId: number };
  };
  const facts = { node: config.index, chainId: config.book.chainId, madeAt: new Date(nowMs).toISOString() };
  return { facts: { ...facts, ...before, files: names }, files };
}

function filesIn(folder: string, below: string): readonly string[] {
  const place = join(folder, below);
  if (!existsSync(place)) return [];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
}

/** Takes the lock, compares the store, and closes it, which leaves its logs in their files and no file that no row names. */
function dataFacts(folder: string): Pick<ArchiveFacts, 'start' | 'committees' | 'signedSlots'> {
  if (!existsSync(join(folder, 'data'))) return { start: 0, committees: [], signedSlots: 0 };
  const store = openStore(join(folder, 'data'));
  try {
    const committees = new Set(store.names('committee/').map((name) => name.split('/')[1] ?? ''));
    return { start: store.mark('boot'), committees: [...committees], signedSlots: [...store.signedRows()].length };
  } finally {
    store.close();
  }
}

function openArchive(file: string, passphrase: string): Content {
  const unreadable = (why: string): ArchiveError => new ArchiveError('BACKUP_UNREADABLE', `${file} ${why}.`);
  if (!existsSync(file)) throw unreadable('does not exist');
  if (statSync(file).size > archiveBytesMax + 1024 * 1024) throw unreadable('is longer than any backup');
  const bytes = readFileSync(file);
  const headEnd = bytes.indexOf(10) + 1;
  const head = headOf(bytes.subarray(0, headEnd));
  if (head === undefined || bytes.length < headEnd + tagBytes) throw unreadable(`is no backup (${format})`);
  let plain: Buffer;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, head.salt), Buffer.from(head.nonce, 'hex'));
    decipher.setAAD(bytes.subarray(0, headEnd));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    plain = Buffer.concat([decipher.update(bytes.subarray(headEnd, -tagBytes)), decipher.final()]);
  } catch {
    throw unreadable('does not open: another passphrase, or a file that was altered or cut');
  }
  const indexEnd = plain.indexOf(10) + 1;
  const index = JSON.parse(plain.toString('utf8', 0, indexEnd)) as {
    readonly facts: ArchiveFacts;
    readonly files: readonly { readonly path: string; readonly bytes: number }[];
  };
  let at = indexEnd;
  const files = index.files.map(({ path, bytes: length }) => {
    // Whoever has the passphrase could name any place: names are those that a backup has.
    if (!named.test(path)) throw unreadable(`names ${JSON.stringify(path)}, which no backup has`);
    const content = plain.subarray(at, at + length);
    at += length;
    return { path, bytes: content };
  });
  return { facts: index.facts, files };
}

function headOf(line: Uint8Array): { readonly salt: string; readonly nonce: string } | undefined {
  try {
    const read = JSON.parse(new TextDecoder().decode(line)) as Record<string, unknown>;
    const fits =
      read['format'] === format &&
      read['N'] === kdf.N &&
      /^[0-9a-f]{32}$/.test(String(read['salt'])) &&
      /^[0-9a-f]{24}$/.test(String(read['nonce']));
    return fits ? (read as { salt: string; nonce: string }) : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(passphrase: string, salt: string): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, { ...kdf, maxmem: kdfMemory });
}
