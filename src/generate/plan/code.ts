// The statements of a plan as trees. A plan writes its statements as text, in the part of JavaScript that
// figures need; this reads them for targets that are written otherwise, and says where it cannot.

/** An expression of a plan. */
export type Code =
  | { readonly kind: 'number'; readonly value: bigint | number }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'truth'; readonly holds: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate' | 'not'; readonly of: Code }
  | { readonly kind: 'arithmetic'; readonly operator: Arithmetic; readonly sides: Sides }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly sides: Sides }
  | { readonly kind: 'logic'; readonly operator: '&&' | '||'; readonly sides: Sides }
  | { readonly kind: 'choose'; readonly when: Code; readonly then: Code; readonly otherwise: Code }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Code[] };

type Sides = readonly [Code, Code];
export type Arithmetic = '+' | '-' | '*' | '/';
export type Comparison = '===' | '!==' | '<' | '<=' | '>' | '>=';

/** `const name = value;` */
export interface Statement {
  readonly name: string;
  readonly value: Code;
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?n?)|("(?:[^"\\]|\\.)*")|([\p{ID_Start}$_][\p{ID_Continue}$.]*)|(===|!==|<=|>=|&&|\|\||[-+*/<>!?:(),]))/uy;

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['===', '!=='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
];

/** Reads a statement; undefined for a line that is none. */
export function readStatement(line: string): Statement | undefined {
  const [, name, text] = /^const ([\p{ID_Continue}$]+)(?:: [^=]+)? = ([^]*);$/u.exec(line) ?? [];
  const value = text === undefined ? undefined : readCode(text);
  return name !== undefined && value ? { name, value } : undefined;
}

/** Reads an expression; undefined where it is not of the kinds above. */
export function readCode(text: string): Code | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  let at = 0;
  const takes = (token: string) => tokens[at] === token && ++at > 0;
  const choice = (): Code | undefined => {
    const when = level(0);
    if (!when || !takes('?')) return when;
    const then = choice();
    if (!then || !takes(':')) return undefined;
    const otherwise = choice();
    return otherwise && { kind: 'choose', when, then, otherwise };
  };
  const level = (depth: number): Code | undefined => {
    const operators = LEVELS[depth];
    if (!operators) return single();
    let left = level(depth + 1);
    for (let operator = tokens[at] ?? ''; left && operators.includes(operator);) {
      at++;
      const right = level(depth + 1);
      left = right && joined(operator, [left, right]);
      operator = tokens[at] ?? '';
    }
    return left;
  };
  const single = (): Code | undefined => {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inside = choice();
      return takes(')') ? inside : undefined;
    }
    if (token === '+') {
      const when = single();
      return when && { kind: 'choose', when, then: number(1), otherwise: number(0) };
    }
    if (token === '-' || token === '!') {
      const of = single();
      return of && { kind: token === '-' ? 'negate' : 'not', of };
    }
    if (/^\d/.test(token))
      return {
        kind: 'number',
        value: token.endsWith('n') ? BigInt(token.slice(0, -1)) : Number(token),
      };
    if (token.startsWith('"')) return { kind: 'word', word: JSON.parse(token) as string };
    if (token === 'true' || token === 'false') return { kind: 'truth', holds: token === 'true' };
    if (!/^[\p{ID_Start}$_]/u.test(token)) return undefined;
    if (!takes('(')) return { kind: 'name', name: token };
    const given: Code[] = [];
    while (!takes(')')) {
      const next = choice();
      if (!next || (!takes(',') && tokens[at] !== ')')) return undefined;
      given.push(next);
    }
    return { kind: 'call', name: token, given };
  };
  const code = choice();
  return at === tokens.length ? code : undefined;
}

function joined(operator: string, sides: Sides): Code {
  switch (operator) {
    case '||':
    case '&&':
      return { kind: 'logic', operator, sides };
    case '*': {
      const [left, right] = sides;
      return isCount(right) ? { ...right, then: left } : { kind: 'arithmetic', operator, sides };
    }
    case '+':
    case '-':
    case '/':
      return { kind: 'arithmetic', operator, sides };
    default:
      return { kind: 'compare', operator: operator as Comparison, sides };
  }
}

// A truth that is counted: a figure times it is the figure or nothing.
function isCount(code: Code): code is Extract<Code, { kind: 'choose' }> {
  return code.kind === 'choose' && isNumber(code.then, 1) && isNumber(code.otherwise, 0);
}

function isNumber(code: Code, value: number): boolean {
  return code.kind === 'number' && code.value === value;
}

function number(value: number): Code {
  return { kind: 'number', value };
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (!found) return undefined;
    tokens.push(found[0].trim());
  }
  return tokens;
}

/** The names that an expression reads. */
export function* namesIn(code: Code): Iterable<string> {
  switch (code.kind) {
    case 'number':
    case 'word':
    case 'truth':
      return;
    case 'name':
      yield code.name;
      return;
    case 'negate':
    case 'not':
      yield* namesIn(code.of);
      return;
    case 'arithmetic':
    case 'compare':
    case 'logic':
      for (const side of code.sides) yield* namesIn(side);
      return;
    case 'choose':
      for (const part of [code.when, code.then, code.otherwise]) yield* namesIn(part);
      return;
    case 'call':
      for (const part of code.given) yield* namesIn(part);
      return;
    default:
      code satisfies never;
  }
}
