// Committees: drawn once by stake, from a seed that nobody knew when the contract registered, with standbys fixed at the
// same draw. Their signatures are judged here, by the keys their nodes had at the draw.
import { fromHex, type Hex } from '@enigma/crypto';
import { ZERO_HASH } from '../abi.ts';
import { type Committee, COMMITTEE_STATE, CONTRACT_STATUS, type Head } from '../chain.ts';
import { drawCommittee, drawSeedOf } from '../draw.ts';
import { signerOf } from '../eip712.ts';
import { committeeIdOf } from '../ids.ts';
import { quorumHigh, quorumLow, seatsOf } from '../quorum.ts';
import { returnDepositsOf } from './deposits.ts';
import { contractOrRevert } from './registry.ts';
import { revert } from './revert.ts';
import { signerAt, withSeats } from './stake.ts';
import { type CallContext, type ChainState, type InboxState, type Rule, type Step, withEntry } from './state.ts';

export const openCommittee: Rule<'openCommittee'> = (state, context, { contractId }) => {
  const terms = contractOrRevert(state, contractId);
  const head = state.heads.get(contractId) as Head;
  if (head.status !== CONTRACT_STATUS.NEW) revert('NotServing', head.status);
  if (head.committeeId !== ZERO_HASH) revert('WrongCommittee', head.committeeId, ZERO_HASH);
  if (state.epoch <= terms.registeredEpoch) revert('NotDrawable', BigInt(terms.registeredEpoch + 1));
  const { seed, seedBlockHash } = seedOf(state, context);
  const drawn = drawCommittee(state.tree, drawSeedOf(seed, contractId, head.generation), terms.n, state.epoch);
  if ('refused' in drawn) {
    if (drawn.refused === 'TooFewNodes') revert('TooFewNodes', BigInt(drawn.have), BigInt(drawn.need));
    if (drawn.refused === 'DrawExhausted') revert('DrawExhausted', BigInt(drawn.found), BigInt(drawn.wanted));
    revert('EpochNotCurrent', BigInt(drawn.epoch));
  }
  const { seats, standbys } = drawn;
  const { generation } = head;
  const parts = { contractId, generation, epochDrawn: state.epoch, replacements: 0, seedBlockHash };
  const committeeId = committeeIdOf({ ...parts, seats });
  const shape = { n: terms.n, T: terms.T, qHi: quorumHigh(terms.n, terms.T), qLo: quorumLow(terms.T), seats, standbys };
  const tenureEnd = state.epoch + terms.tenure;
  const committee: Committee = {
    ...shape,
    committeeId,
    generation,
    state: COMMITTEE_STATE.SERVING,
    openedEpoch: state.epoch,
    tenureEnd,
    replacements: 0,
  };
  const inbox = state.inboxes.get(contractId) as InboxState;
  const newUntilBlock = context.block.number + BigInt(state.config.times.genesisBlocks);
  return {
    state: {
      ...withSeats(state, seats, 1),
      committees: withEntry(state.committees, committeeId, committee),
      heads: withEntry(state.heads, contractId, { ...head, committeeId }),
      inboxes: withEntry(state.inboxes, contractId, { ...inbox, newUntilBlock }),
    },
    events: [{ name: 'CommitteeOpened', ...parts, committeeId, ...shape, tenureEnd }],
  };
};

/** A committee whose tenure ended long ago no longer binds its nodes: the contract is lost, the seats are given back. */
export const forceLeave: Rule<'forceLeave'> = (state, _context, { contractId }) => {
  const head = state.heads.get(contractId);
  const committee = head === undefined ? undefined : state.committees.get(head.committeeId);
  if (head === undefined || committee === undefined || committee.state !== COMMITTEE_STATE.SERVING) {
    return revert('UnknownContract', contractId);
  }
  const until = committee.tenureEnd + state.config.graceEpochs;
  if (state.epoch <= until) revert('TenureNotOver', BigInt(until));
  const lost = { ...state, heads: withEntry(state.heads, contractId, { ...head, status: CONTRACT_STATUS.LOST }) };
  const returned = returnDepositsOf(lost, contractId);
  const released = releaseCommittee(returned.state, contractId, committee);
  return {
    state: released.state,
    events: [
      { name: 'Lost', contractId, committeeId: committee.committeeId, signed: 0, missing: 0 },
      ...returned.events,
      ...released.events,
    ],
  };
};

export function releaseCommittee(state: ChainState, contractId: Hex, committee: Committee): Step {
  const { committeeId } = committee;
  const committees = withEntry(state.committees, committeeId, { ...committee, state: COMMITTEE_STATE.RELEASED });
  return {
    state: { ...withSeats(state, committee.seats, -1), committees },
    events: [{ name: 'CommitteeReleased', contractId, committeeId }],
  };
}

/** Who signed, or a refusal unless every seat of the bitmap did, in order of the bits. How many suffice is the caller's question. */
export function signersOrRevert(
  state: ChainState,
  committeeId: Hex,
  digest: Hex,
  bitmap: number,
  sigs: Hex,
): { readonly committee: Committee; readonly nodes: readonly number[] } {
  const committee = state.committees.get(committeeId) ?? revert('WrongCommittee', ZERO_HASH, committeeId);
  const seats = seatsOf(bitmap);
  if (seats.some((seat) => seat >= committee.n)) revert('BadSeatSignature', BigInt(committee.n));
  const bytes = fromHex(sigs) ?? revert('Malformed');
  if (bytes.length !== 64 * seats.length)
    revert('QuorumNotMet', BigInt(Math.floor(bytes.length / 64)), BigInt(seats.length));
  const nodes = seats.map((seat, k) => {
    const node = committee.seats[seat] as number;
    const signer = signerOf(digest, bytes.subarray(64 * k, 64 * (k + 1)));
    if (signer === undefined || signer !== signerAt(state, node, committee.openedEpoch))
      revert('BadSeatSignature', BigInt(seat));
    return node;
  });
  return { committee, nodes };
}

function seedOf(state: ChainState, { block }: CallContext): { readonly seed: Hex; readonly seedBlockHash: Hex } {
  const fixed = state.seeds.get(state.epoch) ?? revert('UnknownSeed', BigInt(state.epoch));
  const known = fixed.block < block.number && block.number - fixed.block <= 256n;
  const seedBlockHash = (known ? block.hashOf(fixed.block) : undefined) ?? revert('SeedBlockGone', fixed.block);
  return { seed: fixed.seed, seedBlockHash };
}
