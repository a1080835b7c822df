// What the formatter needs to know of a tree beyond its tokens: which words are names, which offsets
// begin a statement or a row, and where decisions stand.
import type { SyntaxFile, SyntaxNode } from './tree.ts';
import type { Part } from './visit.ts';
import { visit } from './visit.ts';

/**
 * What begins at an offset. Statements and rows each get a line of their own unless their block is
 * written on one; an `entry` is one of a list separated by commas.
 */
export type Mark = 'statement' | 'row' | 'entry';

/** A decision: where it ends, and whether it is a statement of its own or the value of one. */
export interface DecisionMark {
  readonly end: number;
  readonly isStatement: boolean;
}

export interface Marks {
  readonly begins: ReadonlyMap<number, Mark>;
  readonly decisions: ReadonlyMap<number, DecisionMark>;
  /** Where names begin, for words that may be spelled like keywords. */
  readonly names: ReadonlySet<number>;
  /** Where the units of numbers begin. */
  readonly units: ReadonlySet<number>;
  /** Where the names of called functions begin. */
  readonly callees: ReadonlySet<number>;
  /**
   * Where functions are called that the file does not define, and their names; where they are given
   * a name that may be a word of theirs, `achievement capped`.
   */
  readonly calls: ReadonlyMap<number, string>;
  /** Where nodes end that have a body of statements. */
  readonly bodyEnds: ReadonlySet<number>;
}

/** The statements or rows directly in a node, and what they are. */
function rowsOf(node: SyntaxNode): readonly [Mark, readonly Part[]] {
  switch (node.kind) {
    case 'ruleset':
    case 'group':
    case 'indicator':
    case 'item':
      return ['statement', node.statements];
    case 'add':
      return ['statement', node.declaration.statements];
    case 'grades':
      return ['row', node.grades];
    case 'choice':
      return ['row', node.choices];
    case 'checklist':
      return ['row', node.entries];
    case 'example':
      return ['row', node.givens];
    case 'tiers':
    case 'decision':
      return ['row', node.rows];
    case 'one-of':
      // A ranking is one phrase.
      return node.ranked === 'none' ? ['entry', node.values] : ['entry', []];
    case 'order':
      return ['entry', node.names];
    case 'member':
      return ['entry', node.among];
    case 'record': {
      const fields: readonly (Part | { readonly name: Part })[] = node.fields;
      return 'value' in (node.fields[0] ?? {})
        ? ['entry', fields.flatMap((field) => ('name' in field ? [field.name] : []))]
        : ['row', fields.flatMap((field) => ('span' in field ? [field] : []))];
    }
    default:
      return ['row', []];
  }
}

/** Collects the marks of a file. */
export function marksOf(file: SyntaxFile): Marks {
  const begins = new Map<number, Mark>();
  const decisions = new Map<number, DecisionMark>();
  const names = new Set<number>();
  const units = new Set<number>();
  const callees = new Set<number>();
  const calls = new Map<number, string>();
  const ownFunctions = new Set<string>();
  const bodyEnds = new Set<number>();
  const ownStatements = new Set<SyntaxNode>();

  const look = (node: SyntaxNode) => {
    const [mark, rows] = rowsOf(node);
    for (const { span } of rows) {
      // The first row of a decision may begin where its statement does.
      if (!begins.has(span.start)) begins.set(span.start, mark);
    }
    if (mark === 'statement') bodyEnds.add(node.span.end);
    if (node.kind === 'number' && node.unit) units.add(node.unit.span.start);
    if (node.kind === 'let' && node.parameters) {
      callees.add(node.name.span.start);
      ownFunctions.add(node.name.text);
    }
    if (node.kind === 'call') {
      callees.add(node.name.span.start);
      calls.set(node.name.span.start, node.name.text);
      for (const argument of node.arguments.slice(1))
        if (argument.kind === 'name')
          calls.set(argument.span.start, `${node.name.text} ${argument.name.text}`);
    }
    if (node.kind === 'decide') ownStatements.add(node.value);
    if (node.kind === 'decision') {
      const isStatement = ownStatements.has(node);
      decisions.set(node.span.start, { end: node.span.end, isStatement });
    }
  };
  if (file.ruleset) begins.set(file.ruleset.span.start, 'statement');
  visit(file, { node: look, name: ({ span }) => names.add(span.start) });
  for (const unit of units) names.delete(unit);
  for (const [start, words] of calls)
    if (ownFunctions.has(words.split(' ')[0] ?? '')) calls.delete(start);
  return { begins, decisions, names, units, callees, calls, bodyEnds };
}
