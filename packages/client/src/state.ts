// Public state, from any one node, against the root on chain: so it matters neither who tells it nor who carries it.
import { stateFromBytes, holdsSecret, type Value } from '@enigma/bytecode';
import { fromHex, readBE, toHex, type Hex } from '@enigma/crypto';
import { API_PATH, leafHash, merkleRoot, stateRootOf, type InboxCursor } from '@enigma/protocol';
import { askSeat, isHex, isRecord } from './asking.ts';
import { ALL_CHECKS, checksOf, type ClientChecks } from './defences.ts';
import { LyingNode, LyingRpc } from './errors.ts';
import { ASK_TOTAL_MS, STATE_SECRETS_MAX } from './limits.ts';
import { domainOf, until, type Ports, type WaitOptions } from './ports.ts';
import { guarded, type CommitteeFacts, type Deployed } from './reading.ts';
import { fromValue } from './values.ts';

export interface PublicState {
  readonly version: bigint;
  readonly stateRoot: Hex;
  /** Public fields by name. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** All fields in their order, for whoever runs the code on them; a secret one is zero. */
  readonly values: readonly Value<never>[];
  /** How far the contract has read its inbox. */
  readonly inbox: InboxCursor;
  readonly toldBy: number;
  readonly liars: readonly LyingNode[];
}

export async function readState(
  ports: Ports,
  deployed: Deployed,
  committee: CommitteeFacts,
  options: WaitOptions = {},
): Promise<PublicState> {
  const liars = new Map<number, LyingNode>();
  return until(ports, { timeoutMs: ASK_TOTAL_MS, ...options }, 'public state', async () => {
    const head = await guarded(() => ports.chain.headOf(deployed.contractId));
    if (head === undefined) throw new LyingRpc('a deployed contract has no head');
    for (const seat of committee.seats) {
      const answer = await askSeat(
        ports,
        domainOf(ports.chain),
        seat,
        `${API_PATH.state}/${deployed.contractId}`,
        options.signal,
      );
      if (answer.kind !== 'body') continue;
      const told = checkState(deployed, head.stateRoot, answer.body, checksOf(ports));
      if (told.ok)
        return {
          ...told.state,
          version: head.version,
          stateRoot: head.stateRoot,
          toldBy: seat.seat,
          liars: [...liars.values()],
        };
      // Another version is a node before or behind the block that was read.
      if (told.version === head.version.toString())
        liars.set(seat.seat, new LyingNode(seat.seat, 'a state that does not hash to the root on chain'));
    }
    if (liars.size > committee.T) throw new LyingRpc('a state root that no node has');
    return undefined;
  });
}

export type StateCheck =
  | { readonly ok: true; readonly state: Pick<PublicState, 'fields' | 'values' | 'inbox'> }
  /** `version` = what the answer says it is of. */
  | { readonly ok: false; readonly version: string };

/** Takes a peer's answer to GET /state. */
export function verifyState(deployed: Deployed, stateRoot: Hex, body: unknown): StateCheck {
  return checkState(deployed, stateRoot, body, ALL_CHECKS);
}

export function checkState(deployed: Deployed, stateRoot: Hex, body: unknown, checks: ClientChecks): StateCheck {
  const version = isRecord(body) && typeof body['version'] === 'string' ? body['version'] : '';
  const refused = { ok: false, version } as const;
  if (!isRecord(body) || !Array.isArray(body['fields']) || !body['fields'].every((one) => isHex(one))) return refused;
  const { secretRoot, ledgerRoot } = body;
  if (!isHex(secretRoot, 32) || !isHex(ledgerRoot, 32)) return refused;
  const leaves = (body['fields'] as readonly Hex[]).map((one) => fromHex(one) ?? new Uint8Array());
  const publicRoot = toHex(merkleRoot(leaves.map(leafHash)));
  if (checks['state.root'] && stateRootOf({ publicRoot, secretRoot, ledgerRoot }) !== stateRoot) return refused;
  const cursor = leaves.at(-1);
  const { module } = deployed.verified;
  if (cursor?.length !== 40 || leaves.length !== module.fields.filter((one) => one.kind !== 'inbox').length + 1)
    return refused;
  const values = stateFromBytes<never>(module, leaves.slice(0, -1), () => 0n, STATE_SECRETS_MAX);
  if (!values.ok) return refused;
  const fields = module.fields.flatMap((one, i) =>
    one.kind === 'inbox' || one.label === 's' || holdsSecret(module.types, one.type)
      ? []
      : [[one.name, fromValue(module.types, one.type, values.value[i] as Value<never>)] as const],
  );
  return {
    ok: true,
    state: {
      fields: Object.fromEntries(fields),
      values: values.value,
      inbox: { next: readBE(cursor.subarray(0, 8)), head: toHex(cursor.subarray(8)) },
    },
  };
}
