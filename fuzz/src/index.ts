// @enigma/fuzz: what a room needs to hand its decoders to the fuzzer: the shape of one, chance from a seed, and records made from their tables.
//
// Trusts: nothing that it runs. An input that hangs or fills memory costs a worker thread, which is ended from outside.
//
// Deliberately does not: know any format. Each room keeps its decoders in `fuzz/*.fuzz.ts`, with real encoders to make valid inputs; what is done to those is here. How commands for developers take their options is behind a door of its own (commandLine.ts).
export { chanceOf, type Chance } from './chance.ts';
export { accepted, REFUSED, type Decoder, type Sample, type Seam, type Verdict } from './decoder.ts';
export { recordOf, sampleOf, type Table } from './records.ts';
