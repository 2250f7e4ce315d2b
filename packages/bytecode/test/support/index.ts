// For the tests of engines: generated contracts with the twin that says what they must give. Not shipped.
export { contract, emptyTwin, kinds, wrapTo, type Call, type Generated, type Kind, type Twin } from './contracts.ts';
export { dice, type Dice } from './random.ts';
