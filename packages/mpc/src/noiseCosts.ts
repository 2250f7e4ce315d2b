// What a draw of noise takes, as numbers: the twin of executor/noise.ts that runs nothing.
import { decision } from './divisionCosts.ts';
import { type Cost, type Round, productCost, toField } from './integerCosts.ts';
import { COIN_BITS, type LaplaceLaw } from './laplace.ts';

/** Two coins of the first word and one of each digit, each a comparison with a public number and one daBit; then a product. */
export function laplaceCost({ thresholds }: LaplaceLaw): Cost {
  const coins = thresholds.length + 2;
  const tossed = decision(COIN_BITS).map((round): Round => ({ ...round, ands: coins * round.ands }));
  return { rounds: [...tossed, toField(coins), ...productCost.rounds], triples: productCost.triples };
}
