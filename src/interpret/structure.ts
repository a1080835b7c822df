// Numbers for the structure of expressions: equal structure, equal number. Names go in quoted, so
// that no name can imitate another structure.
import type { Expression, TierMatch } from '../model/expression.ts';
import { comparesDepartments } from '../model/expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type { Let } from '../model/framework.ts';
import type { Value } from '../types/value.ts';
import { isKnown } from '../types/value.ts';

export interface Structures {
  /** The number of an expression's structure; numeric ones go by their linear form. */
  readonly structureOf: (expression: Expression) => number;
  /** The number of how an expression is put together, whatever linear form it has. */
  readonly shapeOf: (expression: Expression) => number;
  /** Whether the entry of an aggregate stands free in the expression. */
  readonly usesEach: (expression: Expression) => boolean;
  /** The parts of the entry that it reads, whether or not they matter to its form. */
  readonly entryParts: (expression: Expression) => string;
  readonly speaksOfEach: (structure: number) => boolean;
}

export function createStructures(
  lets: ReadonlyMap<string, Let>,
  numericKey: (expression: Expression) => string,
): Structures {
  const numbers = new Map<string, number>();
  const aboutEach = new Set<number>();
  const structures = new Map<Expression, number>();
  const written = new Map<Expression, number>();

  const usesEach = (expression: Expression) => entryParts(expression) !== '';
  // What is said of each department of a cohort is not what is known of this one.
  const writtenOf = (expression: Expression): number => {
    let number = written.get(expression);
    if (number === undefined) {
      number = intern(`written ${shapeKey(expression, writtenOf)}`, expression);
      written.set(expression, number);
    }
    return number;
  };
  const intern = (key: string, expression: Expression): number => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
      if (usesEach(expression)) aboutEach.add(number);
    }
    return number;
  };
  const structureOf = (expression: Expression): number => {
    let number = structures.get(expression);
    if (number === undefined) {
      const numeric = expression.type.kind === 'number' || expression.type.kind === 'date';
      number = numeric ? intern(`#${numericKey(expression)}`, expression) : shapeOf(expression);
      structures.set(expression, number);
    }
    return number;
  };
  const shapeOf = (expression: Expression): number => {
    if (expression.kind === 'let') {
      const definition = lets.get(expression.id);
      if (definition !== undefined) return structureOf(definition.value);
    }
    const of = comparesDepartments(expression) ? writtenOf : structureOf;
    return intern(shapeKey(expression, of), expression);
  };

  return {
    structureOf,
    shapeOf,
    usesEach,
    entryParts,
    speaksOfEach: (number) => aboutEach.has(number),
  };
}

const mentions = new WeakMap<Expression, string>();

// The same wherever it stands, and most expressions read nothing of an entry.
function entryParts(expression: Expression): string {
  let parts = mentions.get(expression);
  if (parts === undefined) {
    const lines = partsOfEntry(expression, entryParts);
    parts = lines.size === 0 ? '' : [...lines].sort().join('\n');
    mentions.set(expression, parts);
  }
  return parts;
}

const OWN = 'own';
const NO_LINES: ReadonlySet<string> = new Set();

// `each` and the fields of it that are read, and what is read of the department being scored where
// others are looked at; what an inner aggregate calls so is its own.
function partsOfEntry(
  expression: Expression,
  of: (part: Expression) => string,
): ReadonlySet<string> {
  if (expression.kind === 'each') return new Set([`each ${expression.type.kind}`]);
  if (expression.kind === 'field') {
    const inner = of(expression.of);
    return inner === ''
      ? NO_LINES
      : new Set([`${inner} ${JSON.stringify(expression.field)} ${expression.type.kind}`]);
  }
  if (expression.kind === 'own') return new Set([OWN]);
  if (expression.kind === 'rank') return NO_LINES;
  const lines = (parts: readonly Expression[]) =>
    parts.flatMap((part) => {
      const read = of(part);
      return read === '' ? [] : read.split('\n');
    });
  if (expression.kind !== 'aggregate') {
    const found = lines(partsOf(expression));
    return found.length === 0 ? NO_LINES : new Set(found);
  }
  const { over, without } = expression;
  const outside = [over, without?.highest, without?.lowest].filter((part) => part !== undefined);
  if (over.kind === 'cohort') return new Set(lines(outside));
  const inside = lines(partsOf(expression)).filter((line) => line.startsWith(OWN));
  return new Set([...lines(outside), ...inside]);
}

function shapeKey(expression: Expression, of: (expression: Expression) => number): string {
  const parts = partsOf(expression).map(of).join(',');
  switch (expression.kind) {
    case 'constant':
      // An open definition has a place and a type, but no value yet: each is its own unknown.
      return isKnown(expression.value)
        ? `constant ${constantKey(expression.value)}`
        : `open ${JSON.stringify(expression.span.file)} ${expression.span.start}`;
    case 'input':
    case 'option':
      return `${expression.kind} ${JSON.stringify(expression.name)}`;
    case 'let':
      return `let ${JSON.stringify(expression.id)}`;
    case 'standing': {
      const { low, high } = expression.value ?? {};
      return `standing ${low?.value.n}/${low?.value.d} ${high?.value.n}/${high?.value.d}`;
    }
    case 'score':
      return `score ${JSON.stringify(expression.path)}`;
    case 'grade':
      return 'grade';
    case 'parts':
      return `${expression.of} of ${JSON.stringify(expression.path)}`;
    case 'field':
      return `field ${JSON.stringify(expression.field)} ${parts}`;
    case 'entry':
      return `entry ${expression.index} ${parts}`;
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return `${expression.kind} ${expression.operator} ${parts}`;
    case 'call':
      return `call ${expression.builtin} ${parts}`;
    case 'aggregate': {
      const { of: summand, where, without, at } = expression;
      const cuts = `${without?.highest ? 'highest' : ''} ${without?.lowest ? 'lowest' : ''}`;
      const clauses = `${summand ? 'of' : ''} ${where ? 'where' : ''} ${cuts} ${at?.reading ?? ''}`;
      return `${expression.function} ${clauses} ${parts}`;
    }
    case 'cohort':
      return `cohort ${expression.of}`;
    case 'rank':
      return `rank ${expression.order} ${expression.ties} ${expression.where ? 'where' : ''} ${parts}`;
    case 'round': {
      const { step, mode } = expression.rounding;
      return `round ${mode} ${step.n}/${step.d} ${parts}`;
    }
    case 'record':
      return `record ${JSON.stringify([...expression.fields.keys()])} ${parts}`;
    case 'tiers':
      return `tiers ${expression.rows.map((row) => matchKey(row.match)).join(';')} ${parts}`;
    case 'decision':
      return `decision ${expression.rows.length} ${parts}`;
    case 'each':
    case 'negate':
    case 'not':
    case 'own':
    case 'member':
    case 'list':
      return `${expression.kind} ${parts}`;
    default:
      return expression satisfies never;
  }
}

function matchKey(match: TierMatch): string {
  return match.kind === 'values'
    ? `in${match.values.length}`
    : match.bounds.map((bound) => bound.operator).join('&');
}

function constantKey(value: Value): string {
  switch (value.kind) {
    case 'boolean':
      return `${value.kind} ${value.canBeTrue}`;
    case 'enumeration':
      return JSON.stringify([...value.possible].sort());
    case 'text':
      return `text ${JSON.stringify(value.text)}`;
    case 'target':
      return `target ${JSON.stringify(value.target?.text)}`;
    case 'actual':
      return `actual ${JSON.stringify(value.actual?.text)}`;
    case 'list':
      return `list [${value.entries.map(constantKey).join(',')}]`;
    case 'record':
      return JSON.stringify([...value.fields].map(([name, field]) => [name, constantKey(field)]));
    case 'number':
    case 'date':
      return `${value.kind} ${value.range.low?.value.n}/${value.range.low?.value.d}`;
    default:
      return value satisfies never;
  }
}
