// What the committee holds together, read from the disks of its seats by code of its own: public fields in clear, secrets put together from shares. Fewer than all of them show nothing, so this is the
// one place where a run's secrets meet.
import type { Hex } from '@enigma/crypto';
import type { World } from '../world.ts';

/** docs/formats.md: the field's order. */
const P = (1n << 128n) - 45n * (1n << 40n) + 1n;

interface HeldState {
  /** Where on the polynomials: its seat and one. */
  readonly point: bigint;
  readonly node: number;
  readonly version: bigint;
  readonly fields: readonly Hex[];
  readonly shares: readonly bigint[];
}

export interface AgreedState {
  readonly version: bigint;
  readonly fields: readonly Hex[];
  readonly secrets: readonly bigint[];
  /** What does not fit: a seat with another version, other public fields, or a share off the polynomial. */
  readonly broken: readonly string[];
}

export function agreedState(world: World, committeeId: Hex, nodes: readonly number[]): AgreedState | undefined {
  const committee = world.chain.state().committees.get(committeeId);
  const held = nodes.flatMap((node) => heldBy(world, committeeId, node) ?? []);
  const version = held.reduce((most, one) => (one.version > most ? one.version : most), -1n);
  const current = held.filter((one) => one.version === version);
  const first = current[0];
  if (committee === undefined || first === undefined || current.length <= committee.T) return undefined;
  const base = current.slice(0, committee.T + 1);
  const broken: string[] = [];
  for (const one of current) {
    if (one.fields.join() !== first.fields.join()) broken.push(`node ${one.node} holds other public fields`);
    if (one.shares.length !== first.shares.length) broken.push(`node ${one.node} holds ${one.shares.length} shares`);
    else if (one.shares.some((share, at) => share !== valueAt(base, at, one.point)))
      broken.push(`node ${one.node} holds a share off the polynomial`);
  }
  const secrets = first.shares.map((_, at) => valueAt(base, at, 0n));
  return { version, fields: first.fields, secrets, broken };
}

function heldBy(world: World, committeeId: Hex, node: number): HeldState | undefined {
  const seat = world.chain.state().committees.get(committeeId)?.seats.indexOf(node) ?? -1;
  const bytes = world.nodes[node]?.store.get(`committee/${committeeId}/position`);
  if (seat < 0 || bytes === undefined) return undefined;
  const text = (of: Uint8Array): string => new TextDecoder().decode(of);
  const { state: hex } = JSON.parse(text(bytes)) as { readonly state: Hex };
  const state = JSON.parse(text(Buffer.from(hex.slice(2), 'hex'))) as {
    readonly version: string;
    readonly fields: readonly Hex[];
    readonly shares: readonly string[];
  };
  const { version, fields, shares } = state;
  return { point: BigInt(seat + 1), node, version: BigInt(version), fields, shares: shares.map(BigInt) };
}

/** Lagrange, at any point: Σ y_i · Π (x − x_j)/(x_i − x_j). */
function valueAt(base: readonly HeldState[], at: number, x: bigint): bigint {
  let sum = 0n;
  for (const one of base) {
    let [above, below] = [one.shares[at] ?? 0n, 1n];
    for (const other of base) {
      if (other === one) continue;
      above = mod(above * (x - other.point));
      below = mod(below * (one.point - other.point));
    }
    sum += above * power(below, P - 2n);
  }
  return mod(sum);
}

function mod(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let [square, left] = [base, exponent]; left > 0n; left >>= 1n, square = mod(square * square))
    if ((left & 1n) === 1n) result = mod(result * square);
  return result;
}
