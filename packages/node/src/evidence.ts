// Evidence that this node holds against seats of its committees: kept on disk as texts that anybody may have, and judged by nothing but what stands in them (docs/protocols/evidence.md).
import { hashOf, toHex, utf8, wasmKernel, type Hex } from '@enigma/crypto';
import {
  evidenceText,
  readEvidence,
  verifyEvidence,
  type EvidenceFile,
  type EvidenceVerdict,
  type SessionEvent,
} from '@enigma/mpc/session';
import type { Domain } from '@enigma/protocol';
import type { CommitteeView } from './committee.ts';
import { evidenceCharactersMax, evidenceKeptMax } from './limits.ts';
import type { Store } from './store.ts';

type BlameEvent = Extract<SessionEvent, { type: 'blame' }>;

export interface KeptEvidence {
  /** Keeps it durably, unless there are as many already, or it is too long; returns its name. */
  keep(committee: CommitteeView, event: BlameEvent): Hex | undefined;
  /** Names, sorted. */
  names(): readonly Hex[];
  get(name: Hex): string | undefined;
}

const prefix = 'evidence/';

export function createEvidence(store: Store, domain: Domain): KeptEvidence {
  const names = (): readonly Hex[] => store.names(prefix).map((name) => name.slice(prefix.length) as Hex);
  return {
    keep({ committeeId, n, T, seats }, { seat, evidence }) {
      const signers = seats.map(({ signer }) => signer.toLowerCase() as Hex);
      const text = evidenceText({ accused: { domain, n, T, signers, seat }, committeeId, evidence });
      const name = evidenceName(text);
      const known = names();
      if (!known.includes(name)) {
        if (known.length >= evidenceKeptMax || text.length > evidenceCharactersMax) return undefined;
        store.put(prefix + name, utf8(text));
      }
      return name;
    },
    names,
    get(name) {
      const bytes = store.get(prefix + name);
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
  return file && { file, verdict: verifyEvidence(file.accused, file.evidence, wasmKernel) };
}
