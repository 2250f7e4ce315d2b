// The vectors as text, by file name. The freshness test and the script that writes them both take them from here.
import { type Random, seededRandom, sign, signingKeyOf, toHex } from '@enigma/crypto';
import {
  type AnyStruct,
  type AnyType,
  committeeIdOf,
  contractAccountOf,
  contractIdOf,
  digest,
  domainSeparator,
  type Domain,
  drawCommittee,
  drawSeedOf,
  EMPTY_TREE,
  encodeRecord,
  expiredSplit,
  foldAborts,
  foldInbox,
  foldReceipts,
  functionIdOf,
  keysIdOf,
  hexBytes,
  type Hex,
  inboxLeafOf,
  isNumberType,
  keccakHex,
  maskIdOf,
  publicRootOf,
  quorumHigh,
  quorumLow,
  type Result,
  resultLeaf,
  resultProof,
  resultsRootOf,
  scheduledBody,
  secretRootOf,
  sessionIdOf,
  setUnits,
  settledSplit,
  SIGNED_RECORDS,
  stateRootOf,
  type Struct,
  structHash,
  totalAt,
  typeHash,
  typeString,
  widthOf,
  widthsHashOf,
  ZERO_HASH,
} from '../../src/index.ts';
import { settlementOf } from './settlementVectors.ts';

const DOMAIN: Domain = { chainId: 31337n, verifyingContract: '0x7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a' };

export function vectorFiles(): readonly (readonly [name: string, text: string])[] {
  return [
    ['records.json', text(recordVectors())],
    ['ids.json', text(idVectors())],
    ['roots.json', text(rootVectors())],
    ['settlement.json', text(settlementVectors())],
    ['inbox.json', text(inboxVectors())],
    ['draw.json', text(drawVectors())],
    ['money.json', text(moneyVectors())],
  ];
}

function recordVectors(): unknown {
  const random = seededRandom('enigma vectors: records');
  const key = signingKeyOf(random(32));
  const records = SIGNED_RECORDS.flatMap((table) =>
    [0, 1].map(() => {
      const struct = table as unknown as Struct<unknown>;
      const value = valueOf(table, random);
      const hash = digest(DOMAIN, struct, value);
      return {
        name: table.name,
        type: typeString(struct),
        typeHash: typeHash(struct),
        value,
        structHash: structHash(struct, value),
        digest: hash,
        bytes: toHex(encodeRecord(struct, value)),
        signature: toHex(sign(hexBytes(hash), key.privateKey)),
      };
    }),
  );
  return { domain: DOMAIN, domainSeparator: domainSeparator(DOMAIN), signer: key.address, records };
}

function idVectors(): unknown {
  const random = seededRandom('enigma vectors: ids');
  const h = (): Hex => toHex(random(32));
  const a = (): Hex => toHex(random(20));
  const contract = {
    chainId: 31337n,
    tasks: a(),
    deployer: a(),
    salt: h(),
    codeHash: h(),
    policyHash: h(),
    initHash: h(),
    registeredEpoch: 7,
  };
  const committee = {
    contractId: h(),
    generation: 1,
    epochDrawn: 8,
    replacements: 0,
    seedBlockHash: h(),
    seats: [3, 0, 32767, 12],
  };
  const session = {
    committeeId: h(),
    generation: 1,
    kind: 3,
    contractId: h(),
    firstSeqOrBatch: 5n,
    count: 2,
    anchor: h(),
  };
  const mask = { committeeId: h(), period: 1, contractId: h(), sender: a(), kind: 2, nonce: 9n };
  const account = h();
  const [left, right] = [h(), h()];
  const loss = { committeeId: account, seat: 3, boot: 258n, start: right };
  return {
    contractId: { parts: contract, id: contractIdOf(contract) },
    committeeId: { parts: committee, id: committeeIdOf(committee) },
    sessionId: { parts: session, id: sessionIdOf(session) },
    keysId: { parts: loss, id: keysIdOf(loss) },
    maskId: { parts: mask, id: maskIdOf(mask) },
    widthsHash: { widths: [5, 64], hash: widthsHashOf([5, 64]) },
    contractAccount: { contractId: account, account: contractAccountOf(account) },
    scheduledBody: { height: 40n, body: toHex(scheduledBody(40n)), bodyHash: keccakHex(scheduledBody(40n)) },
    functionId: { signature: 'tally()', fn: functionIdOf('tally()') },
    aborts: { previous: left, abortDigest: right, abortsHash: foldAborts(left, right) },
    receiptHead: { head: left, receiptDigest: right, next: foldReceipts(left, right) },
  };
}

function settlementVectors(): unknown {
  const random = seededRandom('enigma vectors: settlement');
  return [0, 1, 3].map((count) => settlementOf(DOMAIN, random, count));
}

function rootVectors(): unknown {
  const random = seededRandom('enigma vectors: roots');
  const h = (): Hex => toHex(random(32));
  const results = [0, 1, 2, 3, 5, 8, 64].map((count) => {
    const list: Result[] = Array.from({ length: count }, (_, i) => ({
      taskId: h(),
      status: 1 + (i % 5),
      code: i,
      gasUsed: BigInt(i) * 1_000n,
      publicHash: h(),
      maskedHash: h(),
      effectsHash: h(),
    }));
    const index = Math.max(0, count - 1);
    return {
      results: list,
      leaves: list.map((result) => toHex(resultLeaf(result))),
      root: resultsRootOf(list),
      proof: count === 0 ? undefined : { index, nodes: resultProof(list, index) },
    };
  });
  const fields = [random(1), random(8), random(40)];
  const cursor = { next: 475n, head: h() };
  const seats = [h(), undefined, h(), h()];
  const state = { publicRoot: publicRootOf(fields, cursor), secretRoot: secretRootOf(seats), ledgerRoot: ZERO_HASH };
  return {
    results,
    publicRoot: { fields: fields.map(toHex), cursor, root: state.publicRoot },
    secretRoot: { seats: seats.map((seat) => seat ?? ZERO_HASH), root: state.secretRoot },
    stateRoot: { ...state, root: stateRootOf(state) },
  };
}

function inboxVectors(): unknown {
  const random = seededRandom('enigma vectors: inbox');
  const contractId = toHex(random(32));
  let head = ZERO_HASH;
  const entries = [96, 97, 161, 300].map((size, i) => {
    const body = random(size);
    const leaf = inboxLeafOf({ contractId, index: BigInt(i), height: 10n + BigInt(i), body });
    head = foldInbox(head, leaf);
    return { index: i, height: 10 + i, body: toHex(body), leaf, head };
  });
  return { contractId, entries };
}

function drawVectors(): unknown {
  const random = seededRandom('enigma vectors: draw');
  const number = (below: number): number => Number(BigInt(toHex(random(6))) % BigInt(below));
  const cases = [3, 5, 9, 40, 100].flatMap((leaves, k) =>
    [0, 1, 2].map((round) => {
      const changes = Array.from({ length: leaves }, (_, i) => ({
        leaf: round === 2 ? number(32768) : i,
        units: round === 1 && i % 3 === 0 ? 0 : 4 + number(6),
        epoch: 1,
      }));
      // Changes of the drawn epoch itself must not count.
      const late = [
        { leaf: 0, units: number(1000), epoch: 2 },
        { leaf: 1 + number(50), units: 500, epoch: 2 },
      ];
      const all = [...changes, ...late];
      const tree = all.reduce((before, change) => {
        const next = setUnits(before, change.leaf, change.units, change.epoch);
        if ('refused' in next) throw new RangeError('a vector that does not fit');
        return next;
      }, EMPTY_TREE);
      const [epochSeed, contractId] = [toHex(random(32)), toHex(random(32))];
      const drawSeed = drawSeedOf(epochSeed, contractId, round);
      const n = [3, 4, 5, 13, 31][k] as number;
      return {
        changes: all,
        epoch: 2,
        totals: totalAt(tree, 2),
        totalsNext: totalAt(tree, 3),
        epochSeed,
        contractId,
        generation: round,
        drawSeed,
        n,
        drawn: drawCommittee(tree, drawSeed, n, 2),
      };
    }),
  );
  const dominant = [2 ** 28 - 5, 1, 1, 1, 1].reduce((tree, units, leaf) => {
    const next = setUnits(tree, leaf, units, 1);
    if ('refused' in next) throw new RangeError('a vector that does not fit');
    return next;
  }, EMPTY_TREE);
  const drawSeed = toHex(random(32));
  const exhausted = {
    units: [2 ** 28 - 5, 1, 1, 1, 1],
    epoch: 2,
    drawSeed,
    n: 4,
    drawn: drawCommittee(dominant, drawSeed, 4, 2),
  };
  return { cases, exhausted };
}

function moneyVectors(): unknown {
  const random = seededRandom('enigma vectors: money');
  const big = (bytes: number): bigint => BigInt(toHex(random(bytes)));
  const settled = [1, 2, 3, 4, 5].flatMap((status) =>
    [
      [4, 4],
      [4, 2],
      [3, 3],
      [31, 21],
    ].map(([n, signers]) => {
      const price = { gasLimit: 1000n + big(4), gasPrice: big(5), tip: big(5) };
      const gasUsed = big(4) % (price.gasLimit + 1n);
      return {
        ...price,
        status,
        gasUsed,
        n,
        signers,
        split: settledSplit(price, status, gasUsed, n as number, signers as number),
      };
    }),
  );
  const expired = [true, false].map((liable) => {
    const price = { gasLimit: 1000n + big(4), gasPrice: big(5), tip: big(5) };
    return { ...price, liable, split: expiredSplit(price, liable) };
  });
  const quorums = [
    [3, 1],
    [4, 1],
    [5, 2],
    [7, 2],
    [7, 3],
    [13, 4],
    [31, 10],
    [31, 15],
  ].map(([n, T]) => ({
    n,
    T,
    qHi: quorumHigh(n as number, T as number),
    qLo: quorumLow(T as number),
  }));
  return { settled, expired, quorums };
}

function valueOf(table: AnyStruct, random: Random): Record<string, unknown> {
  return Object.fromEntries(table.fields.map(([name, type]) => [name, fieldValue(type, random)]));
}

function fieldValue(type: AnyType, random: Random): unknown {
  if (typeof type === 'string') {
    const bytes = random(widthOf(type));
    if (type === 'address' || type.startsWith('bytes')) return toHex(bytes);
    return isNumberType(type) ? Number(BigInt(toHex(bytes))) : BigInt(toHex(bytes));
  }
  if ('array' in type) return [0, 1, 2].map(() => valueOf(type.array as unknown as AnyStruct, random));
  if ('fields' in type) return valueOf(type, random);
  throw new TypeError('no signed record has such a field');
}

/** Integers of 64 bits and more as decimal text, so that every reader keeps all digits. */
function text(value: unknown): string {
  return `${JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? field.toString() : field), 2)}\n`;
}
