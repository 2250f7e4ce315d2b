// Who is treated otherwise: verdicts from the bytes of contracts that are fair, and of the same with a favour hidden in them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { biasShown, counterexampleText, neutralityOf } from '@enigma/bytecode';
import { readdirSync, readFileSync } from 'node:fs';
import { compile, differenceOf, differenceText, reportText } from '@enigma/compiler';
import { compiled, contract } from './support/run.ts';

/** Rule, function and field of each finding; a bias is marked. */
function found(fields: string, body: string): readonly string[] {
  const { findings, verdict } = neutralityOf(compiled(contract(fields, body)).verified);
  assert.equal(verdict, findings.some(({ biased }) => biased) ? 'biased' : 'neutral');
  return findings.map(({ rule, biased, function: name, field }) =>
    `${biased ? '! ' : ''}${rule}: ${name} ${field}`.trim(),
  );
}

const AUCTION = `
  readonly favoured: Address;
  readonly closes: u64;
  bids = inbox<{ amount: Secret<u32> }>();
  constructor(favoured: Address, closes: u64) { super(); this.favoured = favoured; this.closes = closes; }`;

const highest = (bonus: string): string => `
  @atBlock('closes') settle() {
    let best: Secret<u64> = 0;
    for (const bid of this.bids.upTo(this.closes)) {
      const amount = u64(bid.amount) + ${bonus};
      if (amount > best) best = amount;
    }
    return reveal(best, 'highest bid');
  }`;

test('an auction singles out whom its deployer names, once it adds something for him', () => {
  assert.deepEqual(found(AUCTION, highest('1')), []);
  assert.deepEqual(found(AUCTION, highest('(bid.sender === this.favoured ? 1 : 0)')), [
    '! singled out: settle favoured',
  ]);
});

test('prices by a list that a role writes are a favour, and so are those by one of the deployer', () => {
  const fields = `
  readonly owner: Address;
  vips = map<Address, bool>();
  paid: u64 = 0;
  constructor(owner: Address) { super(); this.owner = owner; }
  addVip(who: Address) { require(this.ctx.sender === this.owner, 'only the owner'); this.vips.set(who, true); }`;
  assert.deepEqual(found(fields, `buy() { this.paid = this.paid + (this.vips.has(this.ctx.sender) ? 90 : 100); }`), [
    'role: addVip owner',
    '! singled out: buy vips',
    '! rules move: buy vips',
  ]);
  // Anybody may put himself on it: no favour.
  const open = fields.replace("require(this.ctx.sender === this.owner, 'only the owner');", '');
  assert.deepEqual(found(open, `buy() { this.paid = this.paid + (this.vips.has(this.ctx.sender) ? 90 : 100); }`), []);
});

test('a role, and what it may do alone, is listed and is no bias', () => {
  const fields = `
  owner: Address;
  open: bool = false;
  total: u64 = 0;
  constructor(owner: Address) { super(); this.owner = owner; }
  private only() { require(this.ctx.sender === this.owner, 'only the owner'); }
  start() { this.only(); this.open = true; }
  handOver(to: Address) { require(!(this.ctx.sender !== this.owner), 'only the owner'); this.owner = to; }`;
  assert.deepEqual(found(fields, `give(x: u64) { require(this.open, 'not open'); this.total = this.total + x; }`), [
    'role: handOver owner',
    'role: start owner',
    'phase: give open',
  ]);
});

test('what a role may change and others pay by is a rule that moves', () => {
  const fields = `
  readonly owner: Address;
  fee: u64 = 0;
  total: u64 = 0;
  constructor(owner: Address) { super(); this.owner = owner; }
  setFee(x: u64) { require(this.ctx.sender === this.owner, 'only the owner'); this.fee = x; }`;
  assert.deepEqual(
    found(fields, `pay(x: u64) { require(x > this.fee, 'too little'); this.total = this.total + x - this.fee; }`),
    ['role: setFee owner', '! rules move: pay fee'],
  );
});

test('an electorate that the constructor names is a gate, and one that a role names is a gate that moves', () => {
  const fixed = `
  readonly first: Address; readonly second: Address;
  votes: u32 = 0;
  constructor(first: Address, second: Address) { super(); this.first = first; this.second = second; }`;
  const vote = `vote() {
    require(this.ctx.sender === this.first || this.ctx.sender === this.second, 'not on the list');
    this.votes = this.votes + 1;
  }`;
  assert.deepEqual(found(fixed, vote), ['role: vote first or second']);
  const moved = `
  readonly owner: Address;
  members = map<Address, bool>();
  votes: u32 = 0;
  constructor(owner: Address) { super(); this.owner = owner; }
  add(who: Address) { require(this.ctx.sender === this.owner, 'only the owner'); this.members.set(who, true); }`;
  assert.deepEqual(
    found(moved, `vote() { require(this.members.has(this.ctx.sender), 'no member'); this.votes = this.votes + 1; }`),
    ['role: add owner', 'gate: vote members'],
  );
});

test('whom everybody may become, and who owns what he put in, are no roles', () => {
  const fields = `
  best: u64 = 0;
  leader: Address = NOBODY;
  held = map<Address, u64>();`;
  const body = `
  offer(x: u64) {
    require(this.ctx.sender !== this.leader, 'you lead');
    require(x > this.best, 'too low');
    this.best = x; this.leader = this.ctx.sender;
  }
  withdraw() {
    require(this.ctx.sender !== this.leader, 'you lead');
    this.held.delete(this.ctx.sender);
  }
  take() { require(this.ctx.sender === this.leader, 'you do not lead'); this.best = 0; }`;
  assert.deepEqual(found(fields, body), []);
});

test('nobody and the caller are no favourites', () => {
  const fields = `  balances = map<Address, u64>();`;
  const body = `move(to: Address, x: u64) {
    require(to !== NOBODY && to !== this.ctx.sender, 'nobody');
    this.balances.set(to, x);
  }`;
  assert.deepEqual(found(fields, body), []);
});

test('one who is shut out by name, and one who alone learns what others put in', () => {
  const fields = `
  readonly boss: Address;
  sum: Secret<u64> = 0;
  constructor(boss: Address) { super(); this.boss = boss; }
  put(x: Secret<u32>) { this.sum = wrapping(this.sum + x); }`;
  assert.deepEqual(
    found(
      fields,
      `peek() { require(this.ctx.sender === this.boss, 'not you'); return toCaller(this.sum, 'the sum'); }`,
    ),
    ['role: peek boss', '! sees more: peek boss'],
  );
  assert.deepEqual(found(fields, `peek() { return toCaller(this.sum, 'the sum'); }`), []);
  assert.deepEqual(
    found(fields, `own(x: Secret<u8>) { require(this.ctx.sender === this.boss, 'no'); return toCaller(x, 'yours'); }`),
    ['role: own boss'],
  );
  assert.deepEqual(
    found(fields, `all() { require(this.ctx.sender !== this.boss, 'not you'); return reveal(this.sum, 'the sum'); }`),
    ['gate: all boss'],
  );
});

test('draws that somebody can repeat, and draws that happen once', () => {
  const fields = `
  static readonly openMode = 'beforeSettle';
  readonly closes: u64;
  drawn: bool = false;
  winner: u32 = 0;
  tickets = inbox<{ n: Secret<u8> }>();
  constructor(closes: u64) { super(); this.closes = closes; }`;
  const draw = `const all = this.tickets.upTo(this.closes); this.winner = reveal(random.below(all.length), 'who won');`;
  assert.deepEqual(found(fields, `draw() { ${draw} }`), ['! draws again: draw']);
  assert.deepEqual(found(fields, `draw() { require(!this.drawn, 'drawn'); ${draw} this.drawn = true; }`), []);
  // The guard is never set.
  assert.deepEqual(found(fields, `draw() { require(!this.drawn, 'drawn'); ${draw} }`), ['! draws again: draw']);
  assert.deepEqual(found(fields, `@atBlock('closes') draw() { ${draw} }`), []);
  // A coin for who asks for one concerns nobody else.
  assert.deepEqual(found('', `flip() { return toCaller(random.below(2), 'your coin'); }`), []);
});

test('an entry that is taken by its place is a seat', () => {
  const fields = `
  readonly closes: u64;
  worths = inbox<{ worth: Secret<u32> }>();
  constructor(closes: u64) { super(); this.closes = closes; }`;
  assert.deepEqual(
    found(
      fields,
      `@atBlock('closes') compare() { const all = this.worths.upTo(this.closes); return reveal(all[0].worth > all[1].worth, 'richer'); }`,
    ),
    ['seat: compare'],
  );
});

test('the favour is found through helpers, stored and looked up again, and in what is sent', () => {
  const fields = `
  readonly friend: Address;
  paid = map<Address, u64>();
  constructor(friend: Address) { super(); this.friend = friend; }
  private isFriend(who: Address): bool { return who === this.friend; }
  private price(who: Address): u64 { return this.isFriend(who) ? 90 : 100; }`;
  assert.deepEqual(found(fields, `buy() { this.paid.set(this.ctx.sender, this.price(this.ctx.sender)); }`), [
    '! singled out: buy friend',
  ]);
  assert.deepEqual(found(fields, `buy() { if (this.ctx.sender === this.friend) this.paid.set(this.ctx.sender, 1); }`), [
    '! singled out: buy friend',
  ]);
  assert.deepEqual(found(fields, `ask(): u64 { return this.price(this.ctx.sender); }`), ['! singled out: ask friend']);
});

test('a place among the entries that the deployer names is a name too', () => {
  const fields = AUCTION.replace('readonly favoured: Address', 'readonly place: u32').replace(
    /constructor.*/,
    'constructor(place: u32, closes: u64) { super(); this.place = place; this.closes = closes; }',
  );
  const settle = (bonus: string): string => `
  @atBlock('closes') settle() {
    let best: Secret<u64> = 0;
    const all = this.bids.upTo(this.closes);
    for (let i = 0; i < all.length; i++) {
      const amount = u64(all[i].amount) + (${bonus});
      if (i === 0 || amount > best) best = amount;
    }
    return reveal(best, 'highest bid');
  }`;
  assert.deepEqual(found(fields, settle('i === this.place ? 1 : 0')), ['! singled out: settle place']);
  assert.deepEqual(found(fields, settle('1')), []);
});

test('who takes no part and is credited skims', () => {
  const fields = `
  readonly house: Address;
  held = map<Address, u64>();
  constructor(house: Address) { super(); this.house = house; }`;
  const pay = (who: string): string => `pay(to: Address, x: u64) {
    this.held.set(to, x);
    this.held.set(${who}, this.held.get(${who}) + x / 10);
  }`;
  assert.deepEqual(found(fields, pay('this.house')), ['! skims: pay house']);
  assert.deepEqual(found(fields, pay('this.ctx.sender')), []);
  const helped = `private credit(who: Address, x: u64) { this.held.set(who, this.held.get(who) + x); }
  pay(to: Address, x: u64) { this.credit(to, x - x / 10); this.credit(this.house, x / 10); }`;
  assert.deepEqual(found(fields, helped), ['! skims: pay house']);
  const own = `claim(x: u64) { require(x > 5 && this.ctx.sender === this.house, 'not the house'); this.held.set(this.house, x); }`;
  assert.deepEqual(found(fields, own), ['role: claim house']);
});

test('configuration is set once before others take part; what can be set again moves', () => {
  const fields = (guard: string, turn: string): string => `
  readonly owner: Address;
  ready: bool = false;
  fee: u64 = 0;
  total: u64 = 0;
  constructor(owner: Address) { super(); this.owner = owner; }
  configure(x: u64) { require(this.ctx.sender === this.owner, 'only the owner'); ${guard} this.fee = x; ${turn} }
  pay(x: u64) { require(this.ready && x > this.fee, 'too little'); this.total = this.total + x - this.fee; }`;
  const once = "require(!this.ready, 'done');";
  assert.deepEqual(found(fields(once, 'this.ready = true;'), ''), ['role: configure owner']);
  // Never turned, turned under a condition, or turned back by another function.
  const moves = ['role: configure owner', '! rules move: pay fee'];
  assert.deepEqual(found(fields(once, ''), ''), moves);
  assert.deepEqual(
    found(fields(once, 'if (x > 5) this.ready = true;'), '').filter((one) => one.startsWith('!')),
    moves.slice(1),
  );
  assert.deepEqual(
    found(fields(once, 'this.ready = true;'), 'again() { this.ready = false; }').filter((one) => one.startsWith('!')),
    moves.slice(1),
  );
});

test('parties of whom each gives and each reads learn no more than one another', () => {
  const fields = `
  readonly first: Address; readonly second: Address;
  sum: Secret<u64> = 0;
  constructor(first: Address, second: Address) { super(); this.first = first; this.second = second; }
  private party() { require(this.ctx.sender === this.first || this.ctx.sender === this.second, 'no party'); }`;
  const both = 'read() { this.party(); return toCaller(this.sum, "the sum"); }';
  const put = (guard: string): string => `put(x: Secret<u32>) { ${guard} this.sum = wrapping(this.sum + x); }`;
  const biased = (body: string): readonly string[] => found(fields, body).filter((one) => one.startsWith('!'));
  assert.deepEqual(biased(put('this.party();') + both), []);
  assert.deepEqual(biased(put('') + both), ['! sees more: read first or second']);
  const one = 'read() { require(this.ctx.sender === this.first, "no"); return toCaller(this.sum, "the sum"); }';
  assert.deepEqual(biased(put('this.party();') + one), ['! sees more: read first']);
});

test('a report says a bias first, with its line, and a difference says which one an upgrade brings', () => {
  const fair = compiled(contract(AUCTION, highest('0').replace('(bid.sender === this.favoured ? 0 : 0)', '0')));
  const bent = compiled(contract(AUCTION, highest('(bid.sender === this.favoured ? 1 : 0)')));
  const text = reportText(bent, 'auction.ts');
  assert.match(text, /in short\n.*\n {2}Not neutral: settle treats whoever favoured names otherwise than others\./);
  assert.match(
    text,
    /bias "settle treats whoever favoured names otherwise than others" at auction\.ts:\d+:\d+ in settle/,
  );
  assert.doesNotMatch(reportText(fair, 'auction.ts'), /neutral: biased|Not neutral|bias "/);
  const gained = differenceOf(fair.verified, bent.verified);
  assert.ok(!gained.same);
  assert.match(differenceText(gained), /^\+ not neutral: settle treats whoever favoured names/m);
  assert.match(differenceText(differenceOf(bent.verified, fair.verified)), /^- not neutral: settle treats/m);
});

test('no sample treats anybody otherwise than others', () => {
  const folder = new URL('../../../samples/', import.meta.url);
  const samples = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  let judged = 0;
  for (const { name } of samples) {
    const read = (path: string): string | undefined => readOrNothing(new URL(`${name}/${path}`, folder));
    const source = read('contract.ts');
    if (source === undefined) continue;
    const made = compile(source, { read });
    assert.ok(made.ok, name);
    assert.equal(neutralityOf(made.verified).verdict, 'neutral', name);
    judged++;
  }
  assert.ok(judged >= 8);
});

function readOrNothing(url: URL): string | undefined {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return undefined;
  }
}

test('a favour is shown by a history of few steps that goes otherwise for one of two; a fair contract shows none', () => {
  const shown = (fields: string, body: string, args: readonly bigint[]): string | undefined => {
    const found = biasShown(compiled(contract(fields, body)).verified, { args });
    return found && counterexampleText(found);
  };
  const favour = shown(AUCTION, highest('(bid.sender === this.favoured ? 1 : 0)'), [7n, 100n]);
  assert.match(
    favour ?? '',
    /^0x\w+ and 0x\w+ are not treated alike:\n {2}0x\w+: bids\(\d+\)\n {2}somebody: settle\(\)\n {2}the last ends well: (\d+)\n {2}with the two exchanged it ends well: (\d+)$/,
  );
  assert.match(favour ?? '', /0x7\b/);
  assert.equal(shown(AUCTION, highest('1'), [7n, 100n]), undefined);

  const vip = `
  readonly owner: Address;
  vips = map<Address, bool>();
  paid = map<Address, u64>();
  constructor(owner: Address) { super(); this.owner = owner; }
  addVip(who: Address) { require(this.ctx.sender === this.owner, 'only the owner'); this.vips.set(who, true); }`;
  // Whom the owner adds is a name that is exchanged too: the rule moves for all alike, which the code alone shows.
  assert.equal(
    shown(
      vip,
      `buy() { this.paid.set(this.ctx.sender, this.vips.has(this.ctx.sender) ? 90 : 100); return this.paid.get(this.ctx.sender); }`,
      [7n],
    ),
    undefined,
  );
  assert.match(
    shown(vip, `buy(): u64 { return this.ctx.sender === this.owner ? 90 : 100; }`, [7n]) ?? '',
    /buy\(\)\n {2}the last ends well: (90|100)\n {2}with the two exchanged it ends well: (90|100)/,
  );
});

const FRIEND = `
  friend: Address;
  constructor(friend: Address) { super(); this.friend = friend; }
  buy(): u64 { return this.ctx.sender === this.friend ? 90 : 100; }`;

test('a favour stays one when somebody else seems to be able to write the field', () => {
  for (const decoy of [
    'touch() { this.friend = this.friend; }',
    "never: bool = false; set(who: Address) { require(this.never, 'x'); this.friend = who; }",
    "set(who: Address, x: u64) { require(x < x, 'x'); this.friend = who; }",
    "set(who: Address) { require(this.ctx.sender === NOBODY, 'x'); this.friend = who; }",
    'n: u64 = 1; join() { if (this.n === 0) this.friend = this.ctx.sender; this.n = this.n + 1; }',
  ])
    assert.ok(found(FRIEND, decoy).includes('! singled out: buy friend'), decoy);
  const fee = `
  readonly owner: Address; fee: u64 = 0; total: u64 = 0;
  constructor(owner: Address) { super(); this.owner = owner; }
  setFee(x: u64) { require(this.ctx.sender === this.owner, 'no'); this.fee = x; }
  touch() { this.fee = this.fee; }
  pay(x: u64) { require(x > this.fee, 'little'); this.total = this.total + x - this.fee; }`;
  assert.ok(found(fee, '').includes('! rules move: pay fee'));
});

test('what the constructor gives to whom its arguments name is a favour, also in a map that all may join', () => {
  const weight = `
  weight = map<Address, u64>(); votes: u64 = 0;
  constructor(friend: Address) { super(); this.weight.set(friend, 1000); }
  join() { require(!this.weight.has(this.ctx.sender), 'in'); this.weight.set(this.ctx.sender, 1); }
  vote() { this.votes = wrapping(this.votes + this.weight.get(this.ctx.sender)); }`;
  assert.ok(found(weight, '').includes('! singled out: vote weight'));
  assert.deepEqual(found(weight.replace('this.weight.set(friend, 1000);', ''), ''), []);
});

test('a favour is followed through a field that others write too, and a role through what a map says of the caller', () => {
  const laundered = `
  readonly house: Address; last: Address = NOBODY; pot: u64 = 0;
  constructor(house: Address) { super(); this.house = house; }
  pay(x: u64) { this.pot = this.pot + x; this.last = this.house; }
  take(): u64 { return this.ctx.sender === this.last ? this.pot : 0; }`;
  assert.ok(found(laundered, '').includes('! singled out: take house'));
  const roles = (is: string): string => `
  readonly owner: Address; roles = map<Address, u64>(); fee: u64 = 0; total: u64 = 0;
  constructor(owner: Address) { super(); this.owner = owner; }
  name(who: Address, role: u64) { require(this.ctx.sender === this.owner, 'no'); this.roles.set(who, role); }
  setFee(x: u64) { require(${is}, 'no'); this.fee = x; }
  pay(x: u64) { require(x > this.fee, 'little'); this.total = this.total + x - this.fee; }`;
  for (const is of ['this.roles.get(this.ctx.sender) === 1', 'this.roles.get(this.ctx.sender) > 8'])
    assert.ok(found(roles(is), '').includes('! rules move: pay fee'), is);
  // Whoever is not in the map has 0 there.
  assert.ok(!found(roles('this.roles.get(this.ctx.sender) === 0'), '').includes('! rules move: pay fee'));
});

test('who is refused by name is told as a gate, and no history is made of it', () => {
  const members = `
  readonly owner: Address; members = map<Address, bool>(); votes: u32 = 0;
  constructor(owner: Address) { super(); this.owner = owner; }
  add(who: Address) { require(this.ctx.sender === this.owner, 'no'); this.members.set(who, true); }
  vote() { require(this.members.has(this.ctx.sender), 'no'); this.votes = this.votes + 1; }`;
  const handed = `
  owner: Address; open: bool = false;
  constructor(owner: Address) { super(); this.owner = owner; }
  handOver(to: Address) { require(this.ctx.sender === this.owner, 'no'); this.owner = to; }
  start() { require(this.ctx.sender === this.owner, 'no'); this.open = true; }`;
  const seller = `
  readonly seller: Address; best: u64 = 0;
  constructor(seller: Address) { super(); this.seller = seller; }
  bid(x: u64) { require(this.ctx.sender !== this.seller, 'no'); if (x > this.best) this.best = x; }`;
  for (const fields of [members, handed, seller]) {
    const { verified } = compiled(contract(fields, ''));
    assert.equal(neutralityOf(verified).verdict, 'neutral');
    assert.equal(biasShown(verified, { args: [7n] }), undefined);
  }
});

test('a contract that runs long is played no longer than all histories together may, and other arguments than the constructor takes are none', () => {
  const spin = `n: u64 = 0;
  spin() { let k: u64 = 0; for (let i = 0; i < 60; i++) for (let j = 0; j < 1000; j++) k = wrapping(k + 1); this.n = k; }`;
  assert.equal(biasShown(compiled(contract(spin, '')).verified, { args: [] }), undefined);
  assert.equal(biasShown(compiled(contract(FRIEND, '')).verified, { args: [] }), undefined);
});

test('what an open field or a draw brings is nobody’s favour', () => {
  const copied = `
  leader: Address = NOBODY; second: Address = NOBODY;
  lead() { this.leader = this.ctx.sender; }
  keep() { this.second = this.leader; }
  am(): u64 { return this.ctx.sender === this.second ? 1 : 2; }`;
  assert.deepEqual(found(copied, ''), []);
  const drawn = `
  static readonly openMode = 'beforeSettle';
  readonly closes: u64; drawn: bool = false; winner: u32 = 0;
  tickets = inbox<{ n: Secret<u8> }>();
  constructor(closes: u64) { super(); this.closes = closes; }
  draw() { require(!this.drawn, 'drawn'); this.drawn = true; this.winner = reveal(random.below(8), 'which'); }
  @atBlock('closes') pay() {
    const all = this.tickets.upTo(this.closes);
    let won: Secret<u32> = 0;
    for (let i = 0; i < all.length; i++) if (i === this.winner) won = u32(all[i].n);
    return reveal(won, 'what the winner wrote');
  }`;
  assert.deepEqual(found(drawn, ''), []);
});

test('a role keeps its calls when names are exchanged, and may be told by its own name', () => {
  const opened = `
  readonly owner: Address; open: bool = false;
  constructor(owner: Address) { super(); this.owner = owner; }
  start() { require(this.ctx.sender === this.owner, 'no'); this.open = true; }`;
  const shown = (body: string) => biasShown(compiled(contract(opened, body)).verified, { args: [7n] });
  assert.ok(shown(`buy(): u64 { return this.open && this.ctx.sender === this.owner ? 90 : 100; }`) !== undefined);
  assert.equal(shown(`who(): Address { return this.owner; }`), undefined);
});
