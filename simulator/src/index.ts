// @enigma/simulator: the whole network in one process from one seed.
//
// Trusts: the rules of `protocol` to be what the contracts do, and the node's ports to be all that a node has of the world.
// Deliberately does not: touch sockets, disks or the real clock; look inside a node to judge it; run Solidity, unless it is asked to (evm/). Nobody imports it.
export { ATTACKS, attackNamed, type Attack } from './attacks/index.ts';
export { DEFENCES, defenceNamed, type Defence } from './defences.ts';
export { PROPERTIES } from './properties/index.ts';
export { literalOf, scenarioOfLiteral } from './literal.ts';
export { run, type Outcome } from './run.ts';
export { shrink, type Shrunk } from './shrink.ts';
export { drawScenario, FAILPOINTS, type Scenario } from './scenario.ts';
