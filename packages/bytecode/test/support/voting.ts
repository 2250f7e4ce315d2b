// The voting contract as the compiler could build it, and parts that tests change.
import { moduleBuilder, scalarRefs, type Module } from '@enigma/bytecode';

const { u8, u32, u64 } = scalarRefs;

/** `tally`: for each candidate the sum over the last ballots of (choice === c + 1), revealed. 0 is blank. */
export function votingModule(): Module {
  const m = moduleBuilder();
  const choice = m.range(31);
  const ballot = m.recordType([{ name: 'choice', type: choice }]);
  const taken = m.taken(ballot);
  const counts = m.vectorType(u32);
  const candidates = m.field('candidates', 'readonly', u8, 'p');
  const closes = m.field('closes', 'readonly', u64, 'p');
  const ballots = m.field('ballots', 'inbox', ballot, 's');
  m.function(
    {
      name: 'constructor',
      kind: 'ctor',
      params: [
        { name: 'candidates', type: u8, label: 'p' },
        { name: 'closes', type: u64, label: 'p' },
      ],
    },
    (r, [c, h]) => {
      r.set(candidates, c!);
      r.set(closes, h!);
      return [];
    },
  );
  const why = m.release('reveal', 'votes of each candidate');
  m.function({ name: 'tally', kind: 'scheduled', atBlock: closes, results: [{ type: counts, label: 'p' }] }, (r) => {
    const n = r.get(candidates);
    const entries = r.take(ballots, taken, r.get(closes), 'lastBySender');
    const size = r.emit('len', [entries]);
    const votes = r.each(n, [], (candidate, c) => {
      const wanted = candidate.emit('add.t', [c, candidate.constant(u8, 1)]);
      const hits = candidate.each(size, [entries], (one, _, [element]) => {
        const value = one.cast(u8, one.member(one.member(element!, 2), 0));
        return [one.cast(u32, one.emit('eq', [value, wanted]))];
      });
      return [candidate.emit('sum', [hits[0]!])];
    });
    return r.each(n, [votes[0]!], (one, _, [v]) => [one.reveal(why, v!)]);
  });
  return m.finish();
}

/** The same with `votes` carried through a loop over ballots, as the source reads. */
export function carriedVotingModule(): Module {
  const m = moduleBuilder();
  const choice = m.range(31);
  const ballot = m.recordType([{ name: 'choice', type: choice }]);
  const taken = m.taken(ballot);
  const counts = m.vectorType(u32);
  const candidates = m.field('candidates', 'readonly', u8, 'p');
  const closes = m.field('closes', 'readonly', u64, 'p');
  const ballots = m.field('ballots', 'inbox', ballot, 's');
  const why = m.release('reveal', 'votes of each candidate');
  m.function(
    { name: 'constructor', kind: 'ctor', params: [{ name: 'candidates', type: u8, label: 'p' }] },
    (r, [c]) => {
      r.set(candidates, c!);
      return [];
    },
  );
  m.function({ name: 'tally', kind: 'scheduled', atBlock: closes, results: [{ type: counts, label: 'p' }] }, (r) => {
    const n = r.get(candidates);
    const entries = r.take(ballots, taken, r.get(closes), 'lastBySender');
    const zeros = r.emit('classify', [r.fill(counts, r.constant(u32, 0), n)]);
    const secretCounts = { type: counts, label: 's' as const };
    const [votes] = r.fold(entries, [{ initial: zeros, declared: secretCounts }], (b, _, element, [before]) =>
      b.for(n, [{ initial: before!, declared: secretCounts }], (one, c, [v]) => {
        const wanted = one.emit('add.t', [c, one.constant(u8, 1)]);
        const hit = one.emit('eq', [one.cast(u8, one.member(one.member(element, 2), 0)), wanted]);
        const old = one.emit('at', [v!, c]);
        const more = one.emit('select', [hit, one.emit('add', [old, one.constant(u32, 1)]), old]);
        return [one.emit('put', [v!, c, more])];
      }),
    );
    return r.each(n, [votes!], (one, _, [v]) => [one.reveal(why, v!)]);
  });
  return m.finish();
}
