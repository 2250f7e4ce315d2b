// Modules of anybody: what is taken has one encoding, and what is verified can be priced, told and shown.
import { accepted, REFUSED, type Decoder, type Sample } from '@enigma/fuzz';
import { costOf, decodeModule, disassemble, encodeModule, loadModule, policyOf } from '../src/index.ts';
import { contract } from '../test/support/contracts.ts';
import { program } from '../test/support/programs.ts';
import { dice } from '../test/support/random.ts';
import { carriedVotingModule, votingModule } from '../test/support/voting.ts';
import { richModule } from './rich.ts';

const FOLDER = 'packages/bytecode/src';

const good = (): readonly Sample[] =>
  [
    votingModule(),
    carriedVotingModule(),
    ...Array.from({ length: 6 }, (_, i) => contract(dice(i + 1)).module),
    ...Array.from({ length: 6 }, (_, i) => program(dice(i + 1)).module),
  ].map((module) => ({ bytes: encodeModule(module) }));

const decoded: Decoder = {
  name: 'bytecode/module',
  form: 'bytes',
  covers: [`${FOLDER}/decode.ts#decodeModule`, `${FOLDER}/internal/reader.ts#reader`],
  every: 4,
  samples: () => [...good(), { bytes: encodeModule(richModule()) }],
  decode(bytes) {
    const read = decodeModule(bytes);
    return read.ok ? accepted(encodeModule(read.value)) : REFUSED;
  },
};

const verified: Decoder = {
  name: 'bytecode/module-verified',
  form: 'bytes',
  covers: [`${FOLDER}/verify.ts#loadModule`],
  every: 20,
  // Facts of each value and all their sources: bounded by VERIFY_STEPS_MAX.
  allocatesMax: 1 << 27,
  samples: good,
  decode(bytes) {
    const read = loadModule(bytes);
    if (!read.ok) return REFUSED;
    const { module } = read.value;
    for (const fn of module.functions.keys()) costOf(read.value, fn);
    policyOf(read.value);
    disassemble(read.value);
    return accepted(encodeModule(module));
  },
};

export const decoders: readonly Decoder[] = [decoded, verified];
