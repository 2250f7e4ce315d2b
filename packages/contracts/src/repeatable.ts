// Which calls may run twice without harm: the second changes nothing that the first did not, or the contracts refuse it. The others move money or end something a second time.
import type { CallName } from '@enigma/protocol';

export const REPEATABLE: Readonly<Record<CallName, boolean>> = {
  transferToken: false,
  // Sets, and does not add; but after a deposit it would leave a second allowance standing.
  approve: false,
  deposit: false,
  // A permit that is used up is no failure there, and an allowance may be left.
  depositWithPermit: false,
  withdraw: false,
  register: true,
  addStake: false,
  requestExit: false,
  completeExit: true,
  setUrls: true,
  rotateKeys: true,
  claimCredit: true,
  advance: false,
  // In another epoch it is another contract.
  deploy: false,
  openCommittee: true,
  forceLeave: true,
  returnDeposits: true,
  declareLost: true,
  create: true,
  createMany: true,
  ackBodies: true,
  postBody: true,
  claimLate: true,
  sweepLate: true,
  retryCallback: true,
  // Each body costs its fee again.
  append: false,
  trigger: true,
  settle: true,
  open: true,
  expire: true,
  cancelNonces: true,
};
