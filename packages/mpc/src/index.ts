// Multi-party rounds without input or output: what a committee of n seats computes on values that no T of them can see.
//
// Trusts: that at most T < n/2 seats deviate; the primitives of `crypto`. Assumes nothing of peers: whatever they send is checked
// before it is used, and a mismatch is returned, never thrown.
// Does not do: addressing, signing, storage, time (see the session and the node), nor any T ≥ n/2.

export * from './bits.ts';
export * from './context.ts';
export * from './round.ts';
export * from './limits.ts';
