// The enigma command.
//
// Trusts: the machine it runs on, and for a local network everything it starts there; of a network it joins, what the client verifies and no more.
//
// Deliberately does not: keep keys that guard anything (development accounts are known to everybody), compute what the client or a node computes,
// or import a sample: a contract is a file that it reads.
export { main } from './program.ts';
