// Programs made up from a seed: statements in statements over a few names, fields and arrays, public and secret, with assignments inside of expressions. They stay
// below a thousand and divide by nothing, so that JavaScript's numbers say what they mean.

export interface Random {
  /** From 0 to below − 1. */
  below(below: number): number;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return {
    below(below) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    },
  };
}

interface Scope {
  /** Names that may be assigned, and that may be read. */
  readonly locals: readonly string[];
  readonly read: readonly string[];
  readonly depth: number;
  /** Public, for conditions that decide which way is taken. */
  readonly open: readonly string[];
  readonly loops: number;
  /** Whether a secret may decide here: then nothing grows. */
  readonly decided: boolean;
}

/** The same without a secret: then each condition decides which way is taken. */
export function opened(text: string): string {
  return text
    .replaceAll(/Secret<(u32|Range<0, 50>|FixedArray<u32, 3>)>/g, '$1')
    .replace("reveal(all, 'what came of it')", 'all');
}

export function program(random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const chance = (percent: number): boolean => random.below(100) < percent;
  let names = 0;

  const target = (scope: Scope): string => {
    const places = [
      ...scope.locals,
      'this.s',
      'this.t',
      `this.v[${random.below(3)}]`,
      `w[${random.below(3)}]`,
      'r.x',
      'this.q.y',
    ];
    return pick(places);
  };
  const small = (text: string): string => `wrapping((${text}) % 97)`;
  const value = (scope: Scope, depth = scope.depth): string => {
    if (depth <= 0 || chance(25))
      return pick([
        ...scope.read,
        ...scope.locals,
        'this.s',
        'this.t',
        'w[1]',
        'this.v[2]',
        'r.y',
        'this.q.x',
        `this.k.get(${random.below(3)})`,
        'one',
      ]);
    const inner = (): string => value(scope, depth - 1);
    switch (random.below(9)) {
      case 0:
        return `(${condition(scope, depth - 1)} ? ${small(inner())} : ${small(inner())})`;
      case 1:
        return `(${target(scope)} = ${small(inner())})`;
      case 2:
        return `this.${pick(['bump', 'mix', 'early'])}(${small(inner())}, ${small(inner())})`;
      case 3:
        return `eased(${small(inner())}, ${small(inner())})`;
      case 4:
        return small(`${inner()} * ${1 + random.below(5)}`);
      default:
        return small(`${inner()} + ${inner()}`);
    }
  };
  const condition = (scope: Scope, depth = scope.depth): string => {
    const compare = `${value(scope, depth - 1)} ${pick(['<', '<=', '>', '>=', '===', '!=='])} ${value(scope, depth - 1)}`;
    if (depth <= 0 || chance(60)) return compare;
    const other = condition(scope, depth - 1);
    return pick([`(${compare} && ${other})`, `(${compare} || ${other})`, `!(${other})`]);
  };
  const block = (scope: Scope, length: number): string => {
    let inside = scope;
    const lines = Array.from({ length }, () => {
      if (chance(20)) {
        const name = `k${names++}`;
        const line = `let ${name}: Secret<u32> = ${small(value(inside))};`;
        inside = { ...inside, locals: [...inside.locals, name] };
        return line;
      }
      return statement(inside);
    });
    return `{ ${lines.join(' ')} }`;
  };
  const statement = (scope: Scope): string => {
    const deeper = { ...scope, depth: scope.depth - 1 };
    const kind = scope.depth <= 0 ? 0 : random.below(12);
    if (kind === 1 || kind === 2) {
      const chosen = { ...deeper, decided: true };
      return `if (${condition(scope)}) ${block(chosen, 2)} else ${block(chosen, 1)}`;
    }
    if (kind === 3 && scope.loops < 2) {
      const index = `i${names++}`;
      const inner = {
        ...deeper,
        loops: scope.loops + 1,
        open: [...scope.open, index],
        read: [...scope.read, `of${index}`],
      };
      return `for (let ${index} = ${random.below(2)}; ${index} < ${2 + random.below(2)}; ${index}++) { const of${index}: Secret<u32> = ${index}; ${block(inner, 2)} }`;
    }
    if (kind === 4) return `if (${pick(scope.open)} > ${random.below(5)}) ${block(deeper, 2)} else ${block(deeper, 1)}`;
    if (kind === 6) return `this.k.set(${random.below(3)}, ${small(value(scope))});`;
    if (kind === 7 && !scope.decided) return `${pick(['list', 'this.list'])}.push(${small(value(scope))});`;
    if (kind === 8)
      return `for (const e of ${pick(['list', 'this.list', 'w'])}) { ${pick(['a', 'b'])} = ${small('a + e')}; }`;
    if (kind === 9 && scope.loops < 2) {
      const index = `i${names++}`;
      const inner = { ...deeper, loops: scope.loops + 1 };
      const end = `${pick(scope.open)} + ${index} < ${2 + random.below(6)}`;
      return `for (let ${index} = 0; ${index} < 4 && ${end}; ${index}++) ${block(inner, 2)}`;
    }
    if (kind === 10 && !scope.decided) {
      const sum = `${pick(['list', 'this.list'])}.reduce((sum, e, i) => ${small('sum + e * (i + 1)')}, b)`;
      return `${pick(['a', 'this.s'])} = ${small(sum)};`;
    }
    if (kind === 5) return `${target(scope)} = ${small(`${target(scope)} + ${value(scope)}`)};`;
    return `${target(scope)} = ${small(value(scope))};`;
  };
  const start: Scope = { locals: ['a', 'b'], read: ['x', 'one'], depth: 3, open: ['p'], loops: 0, decided: false };
  return `type Pair = { x: Secret<u32>; y: Secret<u32> };
    function eased(a: Secret<u32>, b: Secret<u32>): Secret<u32> { if (a > b) return ${small('a + 1')}; b = ${small('b + a')}; return b; }
    export class C extends Contract {
      private s: Secret<u32> = 1; private t: Secret<u32> = 2;
      private v: Secret<FixedArray<u32, 3>> = [4, 5, 6];
      private list: Secret<u32>[] = [1];
      private k = map<u32, Secret<u32>>();
      private q: Pair = { x: 7, y: 8 };
      private bump(a: Secret<u32>, b: Secret<u32>): Secret<u32> { this.s = ${small('this.s + a')}; return ${small('this.s + b')}; }
      private mix(a: Secret<u32>, b: Secret<u32>): Secret<u32> { if (a > b) this.v[0] = ${small('this.v[0] + b')}; else this.q.x = a; return ${small('this.v[0] + a')}; }
      private early(a: Secret<u32>, b: Secret<u32>): Secret<u32> { if (a > 40) return b; this.t = ${small('this.t + a')}; if (b > a) { this.v[1] = b; return ${small('this.t + b')}; } this.v[2] = a; return a; }
      run(x: Secret<Range<0, 50>>, p: Range<0, 9>): u32 {
        let a: Secret<u32> = x; let b: Secret<u32> = p; const one: Secret<u32> = 1;
        const w: Secret<FixedArray<u32, 3>> = [x, 1, 2];
        let r: Pair = { x, y: 3 };
        const list: Secret<u32>[] = [x, 2];
        ${Array.from({ length: 5 }, () => statement(start)).join('\n        ')}
        let all: Secret<u32> = 0;
        for (const part of [a, b, w[0], w[1], w[2], r.x, r.y, this.s, this.t, this.v[0], this.v[1], this.v[2], this.q.x, this.q.y, this.k.get(0), this.k.get(1), this.k.get(2)])
          all = wrapping((all * 31 + part) % 9973);
        for (const part of list) all = wrapping((all * 31 + part) % 9973);
        for (const part of this.list) all = wrapping((all * 31 + part) % 9973);
        return reveal(all, 'what came of it');
      }
    }`;
}
