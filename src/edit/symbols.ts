// A file → its outline: the ruleset, what it declares and the tree of its parts, each with the place of
// its name. Amendments stand in it as what they say.
import type { Declaration, Expression, Name, Statement } from '../syntax/tree.ts';
import type { Source } from '../text/source.ts';
import { textOf } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Workspace } from './workspace.ts';
import { readFile } from './workspace.ts';

export type SymbolKind =
  | 'ruleset'
  | 'group'
  | 'indicator'
  | 'item'
  | 'input'
  | 'option'
  | 'let'
  | 'function'
  | 'output'
  | 'type'
  | 'grades'
  | 'check'
  | 'example'
  | 'veto'
  | 'amendment';

export interface DocumentSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** Behind the name: the points, as written. */
  readonly detail: string;
  readonly span: Span;
  /** The name, which lies within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a file. */
export function symbolsOf(workspace: Workspace, file: string): readonly DocumentSymbol[] {
  const read = readFile(workspace, file);
  const ruleset = read?.result.file.ruleset;
  if (!read || !ruleset) return [];
  const { name, period, statements, span } = ruleset;
  return [
    {
      kind: 'ruleset',
      name: name.text === '' ? '…' : name.text,
      detail: period?.text ?? '',
      span,
      nameSpan: inside(name.span, span),
      children: statements.flatMap((statement) => symbolsIn(statement, read.source)),
    },
  ];
}

function symbolsIn(statement: Statement, source: Source): readonly DocumentSymbol[] {
  switch (statement.kind) {
    case 'points':
    case 'set':
    case 'replace':
    case 'remove':
    case 'rename':
    case 'order':
    case 'cite':
      return [amendment(statement, source)];
    case 'add':
      return [
        {
          ...amendment(statement, source),
          children: symbolsIn(statement.declaration, source),
        },
      ];
    default:
      return declared(statement, source);
  }
}

function declared(statement: Declaration, source: Source): readonly DocumentSymbol[] {
  const symbol = (
    kind: SymbolKind,
    name: Name,
    detail = '',
    children: readonly DocumentSymbol[] = [],
  ): DocumentSymbol => ({
    kind,
    name: name.text === '' ? '…' : name.text,
    detail,
    span: statement.span,
    nameSpan: inside(name.span, statement.span),
    children,
  });
  switch (statement.kind) {
    case 'group':
    case 'indicator':
    case 'item':
      return [
        symbol(
          statement.kind,
          statement.name,
          written(statement.points, source),
          statement.statements.flatMap((inner) => symbolsIn(inner, source)),
        ),
      ];
    case 'input':
      return statement.names.map((name) => symbol('input', name));
    case 'option':
    case 'output':
    case 'type':
      return [symbol(statement.kind, statement.name)];
    case 'let':
      return [symbol(statement.parameters ? 'function' : 'let', statement.name)];
    case 'check':
      return [symbol('check', statement.name)];
    case 'veto':
      return [symbol('veto', statement.about)];
    case 'example':
      return statement.name ? [symbol('example', statement.name)] : [];
    case 'grades': {
      const { span, grades } = statement;
      const text = grades.map(({ name }) => name.text).join(' ');
      return [symbol('grades', { text, span })];
    }
    default:
      return [];
  }
}

function amendment(statement: Statement, source: Source): DocumentSymbol {
  const { span } = statement;
  const [line = ''] = textOf(source, span).split(/\s*[\r\n{｛]/, 1);
  return {
    kind: 'amendment',
    name: line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line,
    detail: '',
    span,
    nameSpan: span,
    children: [],
  };
}

const LONGEST = 60;

function written(points: Expression, source: Source): string {
  return points.kind === 'missing' ? '' : textOf(source, points.span);
}

// Recovery may place a missing name just outside.
function inside(span: Span, around: Span): Span {
  return span.start >= around.start && span.end <= around.end ? span : around;
}
