// Hardhat compiles and runs the Solidity tests; the compiler is the npm package, so nothing is fetched.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'hardhat/config';

/** `SOAK=20 pnpm run test:solidity` multiplies runs; `FUZZ_SEED` replays a failure whose seed was printed. */
const soak = Number(process.env['SOAK'] ?? '1');
const seed = process.env['FUZZ_SEED'] ?? '0x656e69676d61';

export default defineConfig({
  paths: { tests: { solidity: './test/solidity' } },
  solidity: {
    compilers: [
      {
        version: '0.8.37',
        path: fileURLToPath(import.meta.resolve('solc/soljson.js')),
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
  },
  test: {
    solidity: {
      fuzz: { runs: 128 * soak, seed },
      invariant: { runs: 32 * soak, depth: 100, failOnRevert: false },
    },
  },
});
