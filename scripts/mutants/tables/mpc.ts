// Faults by hand in the engine's sources, for what no switch takes out (README.md, "What each rule is held by"): `npm run mutants -- --room mpc`. What has a switch is in `Checks` and `SessionChecks`.
import type { MutantTable } from '../table.ts';

export const MUTANTS: MutantTable = {
  room: 'mpc',
  sources: [],
  killed: {},
  spared: {},
  planted: {
    'an opening of 2T + 1 shares is taken where they lie on one polynomial alone': {
      file: 'packages/mpc/src/openings.ts',
      said: 'return off.length === 0 ? predict(0n, scratch)',
      instead: 'return off.length >= 0 ? predict(0n, scratch)',
      killedBy: 'cheats.test.ts: stops an opening of (3,1) and changes none of (4,1)',
    },
    'opened pieces are what every witness says': {
      file: 'packages/mpc/src/openings.ts',
      said: "return off.length === 0 ? undefined : { code: 'MISMATCH', seats: off };",
      instead: 'return undefined;',
      killedBy: 'cheats.test.ts: a wrong piece or witness of opened bits',
    },
    'a piece is what more than T holders say': {
      file: 'packages/mpc/src/openings.ts',
      said: 'if (wrong.length <= T) return { piece, wrong };',
      instead: 'return { piece, wrong };',
      killedBy: 'framing.test.ts: of the bytes of one set no holder is named',
    },
    'each fold of a batch has a coin of its own': {
      file: 'packages/mpc/src/verification.ts',
      said: 'const zeta = elementAt(yield* coin(engine), 0);',
      instead: 'yield* coin(engine); const zeta = rho;',
      killedBy: 'smallField.test.ts: succeeds at its rate',
    },
    'errors of a batch are weighed by powers of the coin': {
      file: 'packages/mpc/src/verification.ts',
      said: 'const powers = kernel.powers(rho, m);\n  kernel.scale(powers, rho, powers);',
      instead: 'const powers = kernel.powers(1n, m);',
      killedBy: 'smallField.test.ts: succeeds at its rate',
    },
    'AND triples that are shown are looked at': {
      file: 'packages/mpc/src/andTriples.ts',
      said: '(wrongShown || wrongBuckets)',
      instead: 'wrongBuckets',
      killedBy: 'cheats.test.ts: wrong AND triples pass at the rate of the bound',
    },
    'AND triples of a bucket are compared': {
      file: 'packages/mpc/src/andTriples.ts',
      said: '(wrongShown || wrongBuckets)',
      instead: 'wrongShown',
      killedBy: 'cheats.test.ts: wrong AND triples pass at the rate of the bound',
    },
    'the places of AND triples are chosen after they are made': {
      file: 'packages/mpc/src/andTriples.ts',
      said: 'const mixed = permuted({ ...made, c }, block, seed);',
      instead: 'const mixed = { ...made, c }; void seed;',
      killedBy: 'smallField.test.ts: succeeds at its rate',
    },
    'additive zeros are of pairwise keys, which a seat outside D has none of': {
      file: 'packages/mpc/src/engine.ts',
      said: 'const streams = others.map((other) => prfField(pairKeys.get(other) as Uint8Array, label, count));',
      instead:
        "const streams = others.map((other) => prfField([...engine.context.setKeys('product').values()][0] as Uint8Array, label, count)); void pairKeys;",
      killedBy: 'cheats.test.ts: additive zeros come from pairwise keys alone',
    },
    'a piece of an output’s mask opens its own commitment alone': {
      file: 'packages/mpc/src/outputs.ts',
      said: 'equalBytes(outputCommitment(slot, place, piece), commitment)',
      instead: 'commitment.length === COMMITMENT_BYTES',
      killedBy: 'outputs.test.ts: a piece with another value, salt, set or place',
    },
    'a seat burns its ranges before its signature leaves': {
      file: 'packages/mpc/src/session/promise.ts',
      said: 'seat.ports.burn(open.ranges.map((range) => ({ ...range, kind: range.kind as MaterialKind })));',
      instead: '',
      killedBy: 'sessionAttacks.test.ts: two proposals of one attempt never share a position',
    },
  },
};
