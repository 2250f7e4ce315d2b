// Whether the code treats somebody otherwise than others, as far as its bytes show (docs/neutrality.md has the rules and what they do not see).
//
// Addresses have no order, no bits and no constants here: code can only compare them, look them up in maps and send to them. So to single somebody out it must compare a
// participant with an address that stands in a field which not everybody can write. What follows from such comparisons is followed as bits through the code.
import { findingsOf } from './neutralitySearch.ts';
import { Refused } from './refusal.ts';
import type { Verified } from './verify.ts';

export type NeutralityRule =
  /** Somebody who stands in a field that others cannot write is treated otherwise. */
  | 'singled out'
  /** What only such a one may call. */
  | 'role'
  /** Some are refused, by a list or a name that they cannot change. */
  | 'gate'
  /** A role changes, after deployment, what others' results follow from. */
  | 'rules move'
  /** A role opens or closes something by a field, which decides nothing else. */
  | 'phase'
  /** A role alone learns secrets of others. */
  | 'sees more'
  /** Draws that can be repeated until they please. */
  | 'draws again'
  /** What is kept for each goes to somebody whom others cannot become. */
  | 'skims'
  /** An entry is taken by its place, as in a game of two seats. */
  | 'seat';

export interface NeutralityFinding {
  readonly rule: NeutralityRule;
  /** Whether it makes the contract biased; others are facts that a reader should know. */
  readonly biased: boolean;
  readonly function: string;
  /** The field that says who, or what moves; several of which one says it, joined by "or"; empty where there is none. */
  readonly field: string;
  /** The instruction that shows it, in this function or one that it calls, counted as `instructionsOf` gives them; undefined where the whole function does. */
  readonly at: { readonly function: number; readonly instruction: number } | undefined;
}

export interface Neutrality {
  /** unjudged: too large to be followed within the verifier's own limit of work. */
  readonly verdict: 'neutral' | 'biased' | 'unjudged';
  readonly findings: readonly NeutralityFinding[];
}

export function neutralityOf(verified: Verified): Neutrality {
  try {
    const findings = findingsOf(verified);
    return { verdict: findings.some(({ biased }) => biased) ? 'biased' : 'neutral', findings };
  } catch (error) {
    if (error instanceof Refused) return { verdict: 'unjudged', findings: [] };
    throw error;
  }
}

/** One sentence for one finding. */
export function neutralityText({ rule, function: name, field }: NeutralityFinding): string {
  switch (rule) {
    case 'singled out':
      return `${name} treats whoever ${field} names otherwise than others`;
    case 'role':
      return `${name} may be called only by whom ${field} names`;
    case 'gate':
      return `${name} refuses some by ${field}`;
    case 'rules move':
      return `${name} follows from ${field}, which a role can change at any time`;
    case 'phase':
      return `${name} can be refused by a role, through ${field}`;
    case 'sees more':
      return `${name} tells whom ${field} names what others put in, and nobody else`;
    case 'draws again':
      return `${name} draws at random each time that it is called`;
    case 'skims':
      return `${name} credits whom ${field} names, whoever calls it`;
    case 'seat':
      return `${name} takes an entry by its place, as of a seat`;
  }
}
