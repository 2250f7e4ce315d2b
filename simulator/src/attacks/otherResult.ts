// All colluders sign a receipt of another result than the one that was computed, give it to the chain at once and after the grace, with signatures of the honest under the true one beside theirs or without
// them. T + 1 signatures under one receipt need an honest seat, so the chain takes none of it.
import { fromHex, sign } from '@enigma/crypto';
import { digest, RECEIPT, resultsRootOf, RESULT_STATUS, seatsOf, type ChainCall } from '@enigma/protocol';
import type { World } from '../world.ts';
import { always, never, type Attack } from './attack.ts';

type Settle = Extract<ChainCall, { readonly name: 'settle' }>;
const AGAIN_MS = 20_000;
const TIMES = 12;

export const otherResult: Attack = {
  name: 'other-result',
  what: 'signs a receipt with another result, and sends it to the chain before and after the grace',
  phases: ['settle'],
  settles: always,
  named: never,
  begin({ cheater, colluders }) {
    const forged = new Set<string>();
    let taken = (): readonly string[] => [];
    return {
      arm(world) {
        const seen = new Set<string>();
        const look = (): void => {
          for (const { call } of world.chain.waiting()) {
            if (call.name !== 'settle' || call.results.length === 0 || forged.has(idOf(world, call))) continue;
            const id = idOf(world, call);
            if (seen.has(id)) continue;
            seen.add(id);
            const other = otherOf(world, call, colluders);
            if (other === undefined) continue;
            forged.add(idOf(world, other.alone));
            const port = world.port(`0x${'0e'.repeat(20)}`);
            for (let time = 0; time < TIMES; time++)
              for (const one of [other.alone, other.mixed])
                world.schedule.after(time * AGAIN_MS, () => void port.submit(one).catch(() => undefined));
          }
          world.schedule.after(200, look);
        };
        // One of them does it for all.
        if (cheater === Math.min(...colluders)) look();
        taken = () =>
          world.chain
            .events(0n, world.chain.latest().number)
            .flatMap(({ event }) =>
              event.name === 'Settled' && forged.has(event.receiptDigest) ? ['the chain took another result'] : [],
            );
      },
      told: () => forged.size > 0,
      gained: () => taken(),
    };
  },
};

function idOf(world: World, { receipt }: Settle): string {
  const { config } = world.chain.state();
  return digest({ chainId: config.chainId, verifyingContract: config.tasks }, RECEIPT, receipt);
}

/** The same with another status of its first task, signed by the colluders alone, and in the honest signers' names too. */
function otherOf(
  world: World,
  call: Settle,
  colluders: ReadonlySet<number>,
): { readonly alone: Settle; readonly mixed: Settle } | undefined {
  const seats = world.chain.state().committees.get(call.receipt.committeeId)?.seats;
  const [first, ...rest] = call.results;
  if (seats === undefined || first === undefined) return undefined;
  const status = first.status === RESULT_STATUS.OUT_OF_GAS ? RESULT_STATUS.OK : RESULT_STATUS.OUT_OF_GAS;
  const results = [{ ...first, status }, ...rest];
  const receipt = { ...call.receipt, newRoot: call.receipt.prevRoot, resultsRoot: resultsRootOf(results) };
  const id = fromHex(idOf(world, { ...call, receipt })) ?? new Uint8Array();
  const signatures = new Map<number, string>();
  seatsOf(call.bitmap).forEach((seat, at) => void signatures.set(seat, call.sigs.slice(2 + 128 * at, 130 + 128 * at)));
  const own = new Map<number, string>();
  for (const node of colluders) {
    const key = world.nodes[node]?.signer.privateKey;
    if (key !== undefined) own.set(seats.indexOf(node), Buffer.from(sign(id, key)).toString('hex'));
  }
  const signed = (by: ReadonlyMap<number, string>): Settle => {
    const order = [...by.keys()].sort((a, b) => a - b);
    const bitmap = order.reduce((bits, seat) => (bits | (1 << seat)) >>> 0, 0);
    return { ...call, receipt, results, bitmap, sigs: `0x${order.map((seat) => by.get(seat)).join('')}` };
  };
  return { alone: signed(own), mixed: signed(new Map([...signatures, ...own])) };
}
