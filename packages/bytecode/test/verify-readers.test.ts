// Who may receive what, and what else only a decoder or a careful author avoids.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleBuilder, scalarRefs, verifyModule, type Module, type ModuleFunction } from '@enigma/bytecode';
import { keccak256, utf8 } from '@enigma/crypto';
import { forged, refusedWith, withBody } from './support/forged.ts';
import { votingModule } from './support/voting.ts';

const { bool, u8, u64, i8, address } = scalarRefs;

test('readers: a stored secret goes back to a caller only with a reason, his own argument without one', () => {
  const box = (reason: string, own: boolean): Module => {
    const m = moduleBuilder();
    const field = m.field('salary', 'state', u8, 's');
    const release = m.release('return', reason);
    m.function(
      {
        name: 'f',
        kind: 'call',
        params: [{ name: 'x', type: u8, label: 's' }],
        results: [{ type: u8, label: 's', release }],
      },
      (r, [x]) => {
        const before = r.get(field);
        r.set(field, x!);
        return [own ? r.emit('add', [x!, x!]) : before];
      },
    );
    return m.finish();
  };
  assert.equal(verifyModule(box('', true)).ok, true);
  assert.equal(verifyModule(box('what was kept', false)).ok, true);
  // The field holds an argument of the same name, but of another call: not the caller's own.
  forged('readers', 'E-READER', box('', false));
});

test('readers: sends go to ctx sender, and a scheduled function has none', () => {
  const send = (to: 'sender' | 'self'): Module => {
    const m = moduleBuilder();
    const site = m.release('send', 'your receipt');
    m.function(
      { name: 'f', kind: 'call', params: [{ name: 'x', type: u8, label: 's' }] },
      (r, [x]) => (r.send(site, r.context(to), x!), []),
    );
    return m.finish();
  };
  assert.equal(verifyModule(send('sender')).ok, true);
  forged('readers', 'E-READER', send('self'));
  const m = moduleBuilder();
  const at = m.field('at', 'readonly', u64, 'p');
  const box = m.field('box', 'state', u8, 's');
  const site = m.release('send', 'to whom?');
  m.function({ name: 'f', kind: 'scheduled', atBlock: at }, (r) => (r.send(site, r.context('sender'), r.get(box)), []));
  forged('readers', 'E-READER', m.finish());
});

test('a secret result without a site, and any in a view or scheduled function', () => {
  const result = (kind: 'call' | 'read' | 'view'): Module => {
    const m = moduleBuilder();
    m.function(
      { name: 'f', kind, params: [{ name: 'x', type: u8, label: 's' }], results: [{ type: u8, label: 's' }] },
      (_, [x]) => [x!],
    );
    return m.finish();
  };
  refusedWith('E-READER', result('call'));
  refusedWith('E-READER', result('read'));
  refusedWith('E-VIEW', result('view'));
});

test('P06: an overwritten secret is no source', () => {
  const module = withBody((r, _, n, { flag }) => r.set(flag, r.emit('eq', [r.constant(u8, 0), n])));
  const outcome = verifyModule(module);
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value.provenance.fields, [[], []]);
});

test('a read and nothing else has a selector that begins with ff', () => {
  // One whose hash begins with ff by itself.
  const name = Array.from({ length: 4_000 }, (_, i) => `f${i}`).find((one) => keccak256(utf8(`${one}()`))[0] === 0xff);
  assert.ok(name !== undefined);
  const of = (kind: 'call' | 'read'): Module => {
    const m = moduleBuilder();
    m.function({ name, kind }, () => []);
    return m.finish();
  };
  const [call, read] = [of('call'), of('read')];
  assert.match(call.functions[0]!.selector, /^0x7f/);
  assert.match(read.functions[0]!.selector, /^0xff/);
  for (const [module, other] of [
    [call, read],
    [read, call],
  ] as const) {
    assert.equal(verifyModule(module).ok, true);
    const { selector } = other.functions[0]!;
    refusedWith('E-SELECTOR', { ...module, functions: [{ ...module.functions[0]!, selector }] });
  }
});

test('a selector that is not the hash of the signature, two inboxes, a height field that can change', () => {
  const voting = votingModule();
  const [first, ...others] = voting.functions as [ModuleFunction, ...ModuleFunction[]];
  refusedWith('E-SELECTOR', { ...voting, functions: [{ ...first, name: 'tallies' }, ...others] });
  const two = { ...voting, fields: [...voting.fields, { ...voting.fields[2]!, name: 'more' }] };
  refusedWith('E-KIND', two);
  refusedWith('E-KIND', {
    ...voting,
    fields: voting.fields.map((field) => (field.name === 'closes' ? { ...field, kind: 'state' as const } : field)),
  });
});

test('types that only a decoder or a careful author avoids', () => {
  refusedWith(
    'E-TYPE',
    withBody((r) => void r.emit('not', [r.context('sender')])),
  );
  refusedWith(
    'E-TYPE',
    withBody((r) => void r.emit('eq', [r.context('sender'), r.context('self')])),
  );
  refusedWith(
    'E-TYPE',
    withBody((r, x) => void r.emit('rec.get', [x], [0])),
  );
  refusedWith(
    'E-TYPE',
    withBody((r) => void r.for(r.constant(i8, 3), [], () => [])),
  );
  refusedWith(
    'E-TYPE',
    withBody((r, x) => void r.cast(bool, x)),
  );
  refusedWith(
    'E-TYPE',
    withBody((r, x) => void r.cast(address, x)),
  );
  refusedWith(
    'E-TYPE',
    withBody((r, _, n, { m }) => void r.reveal(m.release('reveal', 'public already'), n)),
  );
});
