// The expressions of a query as a graph in which equal expressions are one, so that each can be worked
// out once; and of each, of which others one is unknown exactly where it is.
import type { Dialect, SqlType } from './dialects.ts';

export type Operator =
  | 'column'
  | 'number'
  | 'words'
  | '+'
  | '-'
  | '*'
  /** Of doubles. */
  | '/'
  | 'quotient'
  /** Of whole numbers, with the sign of the first. */
  | 'remainder'
  | 'floor'
  | 'abs'
  | 'sign'
  | 'cast'
  /** The first part, unless it is the number in the second. */
  | 'nullif'
  /** The first part, kept between the second and the third; these where it is unknown. */
  | 'kept'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'and'
  | 'or'
  | 'not'
  | 'is null'
  /** Conditions and values in turn, and what is left. */
  | 'case'
  | 'year'
  | 'month'
  | 'null'
  /** Text of the dialect itself, over whole columns of the table. */
  | 'raw';

/** An expression; equal ones have the same `id`. */
export interface SqlNode {
  readonly id: number;
  readonly operator: Operator;
  readonly type: SqlType;
  readonly parts: readonly SqlNode[];
  /** The name of a column, the digits of a number, a text. */
  readonly text: string;
  /** The expressions of which one is unknown wherever it is, and which it is unknown without. */
  readonly strictOn: ReadonlySet<number>;
}

/** The first value where the condition holds, and the second where it does not or is unknown. */
interface RareCase {
  readonly when: SqlNode;
  readonly reached: SqlNode;
  readonly value: SqlNode;
  readonly otherwise: SqlNode;
}

/** Where the expressions of one query are made. */
export interface Sheet {
  readonly dialect: Dialect;
  /** What whole numbers are kept in while it holds them exactly. */
  readonly small: 'double' | 'big';
  readonly make: (
    operator: Operator,
    type: SqlType,
    parts: readonly SqlNode[],
    text?: string,
  ) => SqlNode;
  /** A short key that is the same for equal texts. */
  readonly key: (text: string) => string;
  /** What is made meanwhile belongs to this. */
  readonly about: <T>(words: string, work: () => T) => T;
  /** Says what a column for it would be called. */
  readonly call: (node: SqlNode, words: string) => void;
  /**
   * A `case` whose condition few rows get to: what stands behind it is worked out only where `reached` holds,
   * which says all that leads there.
   */
  readonly makeRare: (rare: RareCase) => SqlNode;
  /** Where what stands behind the condition of a `case` is worked out; undefined for ordinary ones. */
  readonly reachedBy: (node: SqlNode) => SqlNode | undefined;
  readonly isRare: (condition: SqlNode) => boolean;
  readonly wordsFor: (node: SqlNode) => string | undefined;
  /** What an expression was first made for. */
  readonly subjectOf: (node: SqlNode) => string;
  /** What a pass made of a thing, worked out once. */
  readonly once: <T>(pass: string, of: object, work: () => T) => T;
}

export function createSheet(dialect: Dialect, small: Sheet['small']): Sheet {
  const nodes = new Map<string, SqlNode>();
  const keys = new Map<string, string>();
  const words = new Map<number, string>();
  const subjects: string[] = [];
  let subject = '';
  const rare = new Set<number>();
  const reaches = new Map<number, SqlNode>();
  const passes = new Map<string, Map<object, unknown>>();
  const make: Sheet['make'] = (operator, type, parts, text = '') => {
    const key = `${operator} ${type} ${parts.map(({ id }) => id).join(' ')} ${text}`;
    const known = nodes.get(key);
    if (known) return known;
    const id = nodes.size;
    const strictOn = strictnessOf(operator, parts, id);
    const node = { id, operator, type, parts, text, strictOn };
    nodes.set(key, node);
    subjects.push(subject);
    return node;
  };
  return {
    dialect,
    small,
    once: <T>(pass: string, of: object, work: () => T): T => {
      const made = passes.get(pass) ?? new Map<object, unknown>();
      passes.set(pass, made);
      if (!made.has(of)) made.set(of, work());
      return made.get(of) as T;
    },
    make,
    key: (text) => {
      const key = keys.get(text) ?? `k${keys.size}`;
      keys.set(text, key);
      return key;
    },
    call: (node, said) => {
      if (!words.has(node.id)) words.set(node.id, said);
    },
    makeRare: ({ when, reached, value, otherwise }) => {
      const node = make('case', value.type, [when, value, otherwise], `where ${reached.id}`);
      reaches.set(node.id, reached);
      rare.add(reached.id);
      return node;
    },
    reachedBy: ({ id }) => reaches.get(id),
    isRare: ({ id }) => rare.has(id),
    about: (said, work) => {
      const before = subject;
      subject = said;
      const made = work();
      subject = before;
      return made;
    },
    subjectOf: ({ id }) => subjects[id] ?? '',
    wordsFor: ({ id }) => words.get(id),
  };
}

const NOTHING: ReadonlySet<number> = new Set();

function strictnessOf(
  operator: Operator,
  parts: readonly SqlNode[],
  id: number,
): ReadonlySet<number> {
  switch (operator) {
    case 'number':
    case 'words':
    case 'is null':
      return NOTHING;
    case '+':
    case '-':
    case '*':
    case '/':
    case 'quotient':
    case 'remainder':
    case 'floor':
    case 'abs':
    case 'sign':
    case 'cast':
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'not':
    case 'year':
    case 'month':
      return new Set(parts.flatMap(({ strictOn }) => [...strictOn]));
    case 'and':
    case 'or': {
      // Where one of all is unknown, so is every part, and no part settles the rest.
      const [first, ...others] = parts.map(({ strictOn }) => strictOn);
      return first && others.every((other) => sameNodes(first, other)) ? first : new Set([id]);
    }
    case 'column':
    case 'nullif':
    case 'kept':
    case 'case':
    case 'null':
    case 'raw':
      return new Set([id]);
    default:
      return operator satisfies never;
  }
}

/** Whether two sets have the same expressions. */
export function sameNodes(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && covers(a, b);
}

/** Whether the first has all that the second has. */
export function covers(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...b].every((id) => a.has(id));
}

export function columnNode(sheet: Sheet, name: string, type: SqlType): SqlNode {
  return sheet.make('column', type, [], name);
}

export function numberNode(sheet: Sheet, value: bigint, type: 'double' | 'big' | 'wide'): SqlNode {
  return sheet.make('number', type, [], String(value));
}

export function wordsNode(sheet: Sheet, text: string): SqlNode {
  return sheet.make('words', 'text', [], text);
}

export function nullNode(sheet: Sheet, type: SqlType): SqlNode {
  return sheet.make('null', type, []);
}

/** A truth that does not depend on the department. */
export function truthNode(sheet: Sheet, holds: boolean): SqlNode {
  return sheet.make('number', 'truth', [], holds ? 'TRUE' : 'FALSE');
}

/** Whether a truth is settled. */
export function settled({ operator, type, text }: SqlNode): boolean | undefined {
  return operator === 'number' && type === 'truth' ? text === 'TRUE' : undefined;
}

/** `and` or `or`; what is settled is left out. */
export function joinTruths(
  sheet: Sheet,
  operator: 'and' | 'or',
  truths: readonly SqlNode[],
): SqlNode {
  const settles = operator === 'or';
  if (truths.some((truth) => settled(truth) === settles)) return truthNode(sheet, settles);
  const open = [...new Set(truths.filter((truth) => settled(truth) === undefined))];
  const [only, second] = open;
  if (only === undefined) return truthNode(sheet, !settles);
  return second === undefined ? only : sheet.make(operator, 'truth', open);
}

export function notNode(sheet: Sheet, truth: SqlNode): SqlNode {
  const known = settled(truth);
  return known === undefined ? sheet.make('not', 'truth', [truth]) : truthNode(sheet, !known);
}

/** Expressions that make others unknown: of each, the parts without which it cannot be known. */
function neededBy({ operator, parts }: SqlNode): readonly SqlNode[] {
  switch (operator) {
    case 'case':
      // An unknown first condition leaves nothing known, as `chosenNode` sees to.
      return parts.slice(0, 1);
    case 'column':
    case 'number':
    case 'words':
    case 'null':
    case 'raw':
    case 'kept':
    case 'is null':
    case 'and':
    case 'or':
      return [];
    case '+':
    case '-':
    case '*':
    case '/':
    case 'quotient':
    case 'remainder':
    case 'floor':
    case 'abs':
    case 'sign':
    case 'cast':
    case 'nullif':
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'not':
    case 'year':
    case 'month':
      return parts;
    default:
      return operator satisfies never;
  }
}

/** Those of some expressions of which one is unknown wherever any of all is. */
export function tellingAll(nodes: readonly SqlNode[]): readonly SqlNode[] {
  const needed = new Set<SqlNode>();
  const follow = (node: SqlNode): void => {
    for (const part of neededBy(node))
      if (!needed.has(part)) {
        needed.add(part);
        follow(part);
      }
  };
  const open = [...new Set(nodes)].filter(({ operator }) => operator !== 'number');
  open.forEach(follow);
  return open.filter((node) => !needed.has(node));
}
