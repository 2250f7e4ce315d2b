// What a deployment asks for where nobody says otherwise.
import { taskGasUsual } from '@enigma/compiler';

export const DEPLOY_TERMS = {
  n: 4,
  threshold: 1,
  tenure: 1000,
  price: 1n,
  gasLimit: taskGasUsual as bigint,
  gasPrice: 1_000_000_000_000n,
  tip: 1_000_000_000_000_000_000n,
  window: 600,
} as const;
