// `enigma node keys rotate`: new keys on disk first, then the rotation for the chain, signed by the owner. The node itself follows once a final block has it.
import { join } from 'node:path';
import { encodeCall, openChainPort } from '@enigma/contracts';
import { keySets, prepareKeys } from '@enigma/node/host';
import { NODE_PROOF, signRecord, type ChainCall, type ChainPort, type NodeRecord } from '@enigma/protocol';
import type { CommandContext } from '../command.ts';
import { random } from '../connection.ts';
import { CliError, withNextStep } from '../errors.ts';
import { readKey } from '../keys.ts';
import { eventOf, reaching, submit } from '../network/submit.ts';
import { keysOf, settingsOf } from '../operator/identity.ts';

export interface RotateOptions {
  readonly folder: string;
  /** File with the key of the node's owner. */
  readonly owner?: string;
}

export async function nodeRotate({ folder, owner }: RotateOptions, { output }: CommandContext): Promise<void> {
  const settings = settingsOf(folder);
  const { rpcUrl, book, index } = settings;
  const present = await keysOf(folder);
  const privateKey = owner === undefined ? undefined : readKey(owner);
  const chain = openChainPort({ rpcUrl, book, privateKey: privateKey ?? toHex(present.operator.privateKey) });
  const record = await reaching(() => chain.nodeOf(index), rpcUrl);
  const keys = join(folder, 'keys');
  const sets = await keySets(keys, random).catch((error: unknown) => {
    throw withNextStep(error);
  });
  if (record === undefined || record.signer !== present.signer.address) {
    const onChain = sets.find(({ keys: one }) => one.signer.address === record?.signer);
    throw onChain === undefined ? foreign(index, record) : pending(onChain.keys.signer.address);
  }
  if (privateKey !== undefined && chain.account !== record.owner) throw notOwner(record);
  const next = await prepareKeys(keys, random);
  const { payout, operator, peerUrl, apiUrl } = record;
  const facts = {
    sealingKey: toHex(next.sealing.publicKey),
    tlsSpkiHash: next.tls.spkiHash,
    payout,
    operator,
  };
  const domain = { chainId: BigInt(book.chainId), verifyingContract: book.tasks };
  const proof = signRecord(domain, NODE_PROOF, { owner: record.owner, ...facts }, next.signer.privateKey);
  const { address: signer } = next.signer;
  const call: ChainCall = { name: 'rotateKeys', keys: { signer, ...facts, peerUrl, apiUrl }, proof };
  const known = { signer, sealingKey: facts.sealingKey, tlsSpkiHash: facts.tlsSpkiHash };
  if (privateKey === undefined) {
    const { to, data } = encodeCall(book, call);
    output.result(
      { node: index, keys: known, transaction: { from: record.owner, to, data } },
      [
        `New keys are in ${join(keys, signer)}, and nothing uses them yet.`,
        `The owner sends this, from ${record.owner}:`,
        `  to    ${to}`,
        `  data  ${data}`,
        'The node follows once a final block has it: leave both sets of keys where they are.',
      ].join('\n'),
    );
    return;
  }
  const epoch = await sent(chain, call);
  output.result(
    { node: index, keys: known, effectiveEpoch: epoch },
    `Node ${index} has new keys from epoch ${epoch} on (signer ${signer}). It follows once that is final; committees drawn before keep the old ones: leave both where they are.`,
  );
}

async function sent(chain: ChainPort, call: ChainCall): Promise<number> {
  return eventOf(await submit(chain, call), 'KeysRotated').effectiveEpoch;
}

function toHex(bytes: Uint8Array): `0x${string}` {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}

function foreign(index: number, record: NodeRecord | undefined): CliError {
  return new CliError(
    'KEY_INVALID',
    record === undefined
      ? `The chain has no node ${index}.`
      : `The chain has node ${index} with signer ${record.signer}, which is not the one of this folder.`,
    'Name the folder of the node; "enigma node doctor" compares keys and record.',
  );
}

function pending(signer: string): CliError {
  return new CliError(
    'KEY_INVALID',
    `The chain has the new keys already (signer ${signer}), and the node has not followed yet.`,
    'It does once the block is final: look at its log for node.keys, and rotate again in a later epoch if you want to.',
  );
}

function notOwner({ owner }: NodeRecord): CliError {
  return new CliError(
    'KEY_INVALID',
    `The node’s owner is ${owner}; that key is another’s.`,
    'Give the owner’s key file with --owner, or leave it out and let the owner send the transaction that is printed.',
  );
}
