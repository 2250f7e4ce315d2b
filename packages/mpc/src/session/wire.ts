// Kinds of records a session signs.
export type SignedKind = 'hello' | 'open' | 'checkpoint' | 'abort' | 'vector' | 'complain' | 'dispute' | 'blame' | 'keyContribution' | 'keyCheck' | 'seedCommit' | 'verdict';
