// Evidence that this node holds against seats of its committees: kept on disk as texts that anybody may have, and judged by nothing but what stands in them (docs/protocols/evidence.md).
import { hashOf, toHex, utf8, type Hex } from '@enigma/crypto';
import {
  evidenceText,
  readEvidence,
  verifyEvidence,
  type EvidenceFile,
  type EvidenceVerdict,
  type SessionEvent,
} from '@enigma/mpc/session';
import { EVIDENCE_KEPT_MAX, type Domain } from '@enigma/protocol';
import type { CommitteeView } from './committee.ts';
import { evidencePerSignerMax } from './limits.ts';
import type { Store } from './store.ts';

type BlameEvent = Extract<SessionEvent, { type: 'blame' }>;

export interface KeptEvidence {
  /** Keeps it durably, unless there are as many already. Returns its name, or that of what is held against the seat's signer already: two texts say no less than ten. */
  keep(committee: CommitteeView, event: BlameEvent): Hex | undefined;
  /** Names, sorted. */
  names(): readonly Hex[];
  get(name: Hex): string | undefined;
}

const prefix = 'evidence/';
const nameOf = (key: string): Hex => key.slice(key.lastIndexOf('/') + 1) as Hex;

export function createEvidence(store: Store, domain: Domain): KeptEvidence {
  return {
    keep({ committeeId, n, T, seats }, { seat, evidence }) {
      const signers = seats.map(({ signer }) => signer.toLowerCase() as Hex);
      const place = `${prefix}${signers[seat]}/`;
      const held = store.names(place).map(nameOf);
      if (held.length >= evidencePerSignerMax) return held[0];
      const text = evidenceText({ accused: { domain, n, T, signers, seat }, committeeId, evidence });
      const name = evidenceName(text);
      if (held.includes(name)) return name;
      if (store.names(prefix).length >= EVIDENCE_KEPT_MAX) return undefined;
      store.put(place + name, utf8(text));
      return name;
    },
    names: () => store.names(prefix).map(nameOf).sort(),
    get(name) {
      const key = store.names(prefix).find((one) => nameOf(one) === name);
      const bytes = key === undefined ? undefined : store.get(key);
      return bytes && new TextDecoder().decode(bytes);
    },
  };
}

/** 16 bytes of a hash: a text of another name is not what was kept. */
export function evidenceName(text: string): Hex {
  return toHex(hashOf('enigma.evidence.v1', utf8(text)).subarray(0, 16));
}

/** What a text shows, by itself: whether its signers are a committee's is the chain's to say. Undefined where it is no evidence. */
export function judgeEvidence(
  text: string,
): { readonly file: EvidenceFile; readonly verdict: EvidenceVerdict } | undefined {
  const file = readEvidence(text);
  return file && { file, verdict: verifyEvidence(file.accused, file.evidence) };
}
