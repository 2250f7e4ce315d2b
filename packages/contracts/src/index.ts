// Solidity of the chain side, and typed functions to read and write it.

export {};
