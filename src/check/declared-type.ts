// Written types → types, with the ranges that records declare for their fields. Types may name one
// another, but not themselves.
import type { Range } from '../types/range.ts';
import type { EnumerationType, Type } from '../types/type.ts';
import {
  ACTUAL,
  BOOLEAN,
  DATE,
  ERROR,
  INTEGER,
  NUMBER,
  PERCENTAGE,
  SCORE,
  TARGET,
  TEXT,
} from '../types/type.ts';
import { MONEY_DIMENSION, MONEY_UNITS, POINTS_DIMENSION, countUnit } from '../types/unit.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { rangeOfBounds } from './declared-range.ts';
import type { MergedStatement } from './merged.ts';
import { renameFix, rewriteFix } from './suggest.ts';
import { typeMeantBy } from './familiar-words.ts';
import { nearest } from '../text/nearest.ts';
import { POINT_WORDS } from './type-literal.ts';
import type { Typing } from './typing.ts';
import { fixedFigure, isNumeric } from './typing.ts';

/** A type as declared. */
export interface DeclaredType {
  readonly type: Type;
  /** Of its values, or of the entries of a list, where a named type bounds them. */
  readonly range: Range | undefined;
  /** For records and lists of them: the range of each field that has one. */
  readonly fieldRanges: ReadonlyMap<string, Range>;
}

/** Reads written types; `typing` sees the ruleset's names. */
export interface TypeReader {
  readonly declare: (declarations: readonly MergedStatement<Syntax.TypeNode>[]) => void;
  readonly read: (written: Syntax.TypeExpression) => DeclaredType;
}

/** Longer lists are no one's input, and every entry takes room in every proof. */
const LONGEST_LIST = 1000;

/** Deeper chains of type names are no one's design. */
const DEEPEST_CHAIN = 50;

export function createTypeReader(typing: Typing): TypeReader {
  const declared = new Map<string, Syntax.TypeNode>();
  const done = new Map<string, DeclaredType>();
  const reading: string[] = [];
  const { report } = typing;

  function declare(declarations: readonly MergedStatement<Syntax.TypeNode>[]): void {
    for (const { statement, generation } of declarations) {
      const { name } = statement;
      const earlier = declared.get(name.text);
      if (name.text === '') report.leaveOut();
      else if (earlier) {
        const inherited = declarations.some(
          (other) => other.statement === earlier && other.generation < generation,
        );
        const related = [
          { span: earlier.name.span, note: { en: 'declared here', zh: '在这里声明' } },
        ];
        report.say('duplicate-name', name.span, { name: name.text, inherited }, { related });
      } else declared.set(name.text, statement);
    }
  }

  function read(written: Syntax.TypeExpression): DeclaredType {
    switch (written.kind) {
      case 'missing':
        report.leaveOut();
        return plain(ERROR);
      case 'simple':
        return plain(SIMPLE[written.name]);
      case 'money':
        return plain(moneyType(typing, written.unit));
      case 'count':
        return plain(countedType(typing, written.unit, true));
      case 'measure':
        return plain(
          MONEY_UNITS.has(written.unit.text)
            ? moneyType(typing, written.unit)
            : countedType(typing, written.unit, false),
        );
      case 'one-of':
        return plain(enumeration(typing, written));
      case 'list':
        return readList(written);
      case 'record':
        return readRecord(written.fields);
      case 'named':
        return readNamed(written.name);
      default:
        return written satisfies never;
    }
  }

  function readNamed(name: Syntax.Name): DeclaredType {
    const known = done.get(name.text);
    if (known) return known;
    const declaration = declared.get(name.text);
    if (name.text === '') report.leaveOut();
    else if (!declaration) {
      const meant = typeMeantBy(name.text);
      const suggestion = meant === undefined ? nearest(name.text, declared.keys()) : undefined;
      report.say(
        'unknown-type',
        name.span,
        { name: name.text, suggestion, meant },
        { fix: meant ? rewriteFix(name.span, meant) : renameFix(name.span, suggestion) },
      );
    } else if (reading.includes(name.text) || reading.length >= DEEPEST_CHAIN) {
      report.say('cyclic-type', name.span, { name: name.text });
    } else {
      reading.push(name.text);
      const { type, range: inner, fieldRanges } = read(declaration.type);
      reading.pop();
      const { bounds } = declaration;
      const range = bounds.length > 0 ? rangeOfBounds(typing, bounds, type, inner) : inner;
      const named = { type, range, fieldRanges };
      done.set(name.text, named);
      return named;
    }
    return plain(ERROR);
  }

  function readList(written: Extract<Syntax.TypeExpression, { kind: 'list' }>): DeclaredType {
    const least = written.least ? lengthOf(written.least) : 0;
    const { type, range, fieldRanges } = read(written.of);
    if (type.kind === 'error' || least === undefined) return plain(ERROR);
    if (type.kind === 'list') {
      report.say('type-nested', written.of.span, {});
      return plain(ERROR);
    }
    return {
      type: { kind: 'list', of: type, least, most: written.exact ? least : undefined },
      range,
      fieldRanges,
    };
  }

  function lengthOf(written: Syntax.Expression): number | undefined {
    const typed = typing.type(written);
    const figure = isNumeric(typing, typed) ? fixedFigure(typing, typed, 'length') : undefined;
    if (figure === undefined) return undefined;
    if (Q.isInteger(figure) && figure.n >= 1n && figure.n <= BigInt(LONGEST_LIST))
      return Number(figure.n);
    report.say('list-length-out-of-range', typed.span, { most: LONGEST_LIST });
    return undefined;
  }

  function readRecord(fields: readonly Syntax.FieldNode[]): DeclaredType {
    const types = new Map<string, Type>();
    const ranges = new Map<string, Range>();
    for (const field of fields) {
      const { type, range: around } = read(field.type);
      if (type.kind === 'list' || type.kind === 'record')
        report.say('type-nested', field.type.span, {});
      const range = rangeOfBounds(typing, field.bounds, type, around);
      for (const name of field.names) {
        if (types.has(name.text))
          report.say('duplicate-name', name.span, { name: name.text, inherited: false });
        types.set(name.text, type);
        if (range.low ?? range.high) ranges.set(name.text, range);
      }
    }
    return { type: { kind: 'record', fields: types }, range: undefined, fieldRanges: ranges };
  }

  return { declare, read };
}

const SIMPLE = {
  number: NUMBER,
  integer: INTEGER,
  percent: PERCENTAGE,
  points: SCORE,
  boolean: BOOLEAN,
  date: DATE,
  text: TEXT,
  target: TARGET,
  actual: ACTUAL,
} as const;

function plain(type: Type): DeclaredType {
  return { type, range: undefined, fieldRanges: new Map() };
}

function moneyType({ report }: Typing, { text, span }: Syntax.Name): Type {
  const unit = MONEY_UNITS.get(text);
  if (unit) return { kind: 'number', unit, integer: false };
  const known = [...MONEY_UNITS.keys()];
  if (text === '') report.leaveOut();
  else
    report.say(
      'unknown-money-unit',
      span,
      { word: text, known },
      { fix: renameFix(span, nearest(text, known)) },
    );
  return ERROR;
}

/** Words and signs that mean money, points or a share of a hundred wherever they stand. */
const TAKEN: ReadonlySet<string> = new Set([
  ...MONEY_UNITS.keys(),
  ...POINT_WORDS,
  MONEY_DIMENSION,
  POINTS_DIMENSION,
  '%',
  '％',
  '‰',
]);

function countedType({ report }: Typing, { text, span }: Syntax.Name, integer: boolean): Type {
  if (text !== '' && !TAKEN.has(text)) return { kind: 'number', unit: countUnit(text), integer };
  if (text === '') report.leaveOut();
  else report.say('unit-word-taken', span, { word: text });
  return ERROR;
}

function enumeration(
  { report }: Typing,
  { values: names, ranked, span: whole }: Extract<Syntax.TypeExpression, { kind: 'one-of' }>,
): EnumerationType {
  const values = new Set<string>();
  if (ranked === 'some') report.say('ranking-incomplete', whole, {});
  for (const { text, span } of names) {
    if (text === '') report.leaveOut();
    else if (values.has(text)) report.say('duplicate-name', span, { name: text, inherited: false });
    values.add(text);
  }
  const type: EnumerationType = { kind: 'enumeration', values: [...values] };
  return ranked === 'all' ? { ...type, ranked: true } : type;
}
