// Hardhat compiles and runs the Solidity tests; the compiler is the npm package, so nothing is fetched.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'hardhat/config';
import type { HardhatPlugin } from 'hardhat/types/plugins';

/** `SOAK=20 pnpm run test:solidity` multiplies runs; `FUZZ_SEED` replays a failure whose seed was printed. */
const soak = Number(process.env['SOAK'] ?? '1');
const seed = process.env['FUZZ_SEED'] ?? '0x656e69676d61';

const compiler = { version: '0.8.37', path: fileURLToPath(import.meta.resolve('solc/soljson.js')) };
const TESTS = 'test/solidity';

/** Tests that hold code of ours in themselves; they are compiled as it is deployed. */
const OWN_CODE = ['Packing.t.sol', 'Rules.t.sol', 'SumTree.t.sol'];

/**
 * The other tests reach the contracts by address alone, deployed from their artifacts (`create` in Cheats.sol), so they
 * need no optimiser: seconds instead of minutes. They compile in one job, and nothing but themselves: the contracts'
 * code is there already, and some of it does not compile without the optimiser.
 */
const callersCompileThemselves: HardhatPlugin = {
  id: 'callers-compile-themselves',
  hookHandlers: {
    config: async () => ({
      default: async () => ({
        // Hardhat puts files into one job whose settings are one object.
        async resolveUserConfig(user, variable, next) {
          const resolved = await next(user, variable);
          for (const { overrides } of Object.values(resolved.solidity.profiles)) {
            const [first] = Object.values(overrides);
            if (first !== undefined) for (const file of Object.keys(overrides)) overrides[file] = first;
          }
          return resolved;
        },
      }),
    }),
    solidity: async () => ({
      default: async () => ({
        preprocessSolcInputBeforeBuilding(context, input, next) {
          const outputs = input.settings.outputSelection['*'];
          if (input.settings.viaIR !== true && outputs !== undefined) {
            const tests = Object.keys(input.sources).filter((source) => source.includes(`${TESTS}/`));
            input.settings.outputSelection = Object.fromEntries(tests.map((source) => [source, outputs]));
          }
          return next(context, input);
        },
      }),
    }),
  },
};

export default defineConfig({
  plugins: [callersCompileThemselves],
  paths: { tests: { solidity: `./${TESTS}` } },
  solidity: {
    compilers: [
      {
        ...compiler,
        settings: {
          // More runs make calls 1 % cheaper and Tasks too large to deploy.
          optimizer: { enabled: true, runs: 200 },
          viaIR: true,
          evmVersion: 'osaka',
          // Without it the bytecode would change with every comment.
          metadata: { bytecodeHash: 'none' },
        },
      },
    ],
    overrides: Object.fromEntries(
      readdirSync(new URL(TESTS, import.meta.url))
        .filter((file) => !OWN_CODE.includes(file))
        .map((file) => [`${TESTS}/${file}`, { ...compiler, settings: { evmVersion: 'osaka' } }]),
    ),
  },
  test: {
    solidity: {
      fuzz: { runs: 128 * soak, seed },
      invariant: { runs: 32 * soak, depth: 100, failOnRevert: false },
    },
  },
});
