// Generations of a ruleset, oldest first, in; one tree that says what the newest means, out. The
// first generation is taken as it stands; each later one amends what is there, statement by
// statement in its own order.
import type { Span } from '../text/span.ts';
import type { Amendment, RulesetNode, Statement } from '../syntax/tree.ts';
import { isTaken } from './merge-add.ts';
import { amend } from './merge-amend.ts';
import { fillPaths } from './merge-scores.ts';
import { retireExamples } from './merge-examples.ts';
import type { Amending } from './merge-guards.ts';
import type { MergedRuleset, PlainDeclaration } from './merged.ts';
import { containerOf, isNode, mergedNode, mergedStatements } from './merged.ts';
import type { Report } from './report.ts';

/** The merged tree of all generations. */
export function merge(
  generations: readonly [RulesetNode, ...RulesetNode[]],
  report: Report,
): MergedRuleset {
  const [oldest, ...younger] = generations;
  const declarations = oldest.statements.filter((statement) => !isAmendment(statement));
  for (const statement of oldest.statements)
    if (isAmendment(statement)) {
      // A ruleset that names a parent which could not be read has been told so already.
      if (oldest.amends) report.leaveOut();
      else report.say('amendment-without-parent', targetOf(statement), {});
    }
  const first = containerOf(declarations, { generation: 0, file: oldest.span.file });
  const { file } = oldest.span;
  // Most rulesets never ask for the score of a part, and have no such path to fill.
  const filled = generations.some(({ namesScores }) => namesScores)
    ? fillPaths
    : (ruleset: MergedRuleset) => ruleset;
  const start = filled({ ...first, gone: [], newest: oldest, files: [file] });
  return younger.reduce(
    (ruleset, next, index) => filled(mergeNext(ruleset, next, index + 1, report)),
    start,
  );
}

function mergeNext(
  ruleset: MergedRuleset,
  next: RulesetNode,
  generation: number,
  report: Report,
): MergedRuleset {
  const { file } = next.span;
  const amending: Amending = { report, generation, file, amended: new Map() };
  const merged = next.statements.reduce(
    (tree, statement) => mergeStatement(tree, statement, amending),
    ruleset,
  );
  return { ...merged, newest: next, files: [...ruleset.files, file] };
}

function mergeStatement(
  ruleset: MergedRuleset,
  statement: Statement,
  amending: Amending,
): MergedRuleset {
  if (isAmendment(statement)) return amend(ruleset, statement, amending);
  const { generation } = amending;
  if (isNode(statement)) {
    if (isTaken(ruleset.children, statement, amending)) return ruleset;
    const grown = { ...ruleset, children: [...ruleset.children, mergedNode(statement, amending)] };
    return retireExamples(grown, [], generation, false);
  }
  const kept = ruleset.statements.filter(
    (older) => older.generation === generation || !supersedes(statement, older.statement),
  );
  const grown = { ...ruleset, statements: [...kept, ...mergedStatements(statement, amending)] };
  switch (statement.kind) {
    case 'rounding':
      return retireExamples(grown, [], generation, true);
    case 'total':
    case 'veto':
    case 'exempt':
      return retireExamples(grown, [], generation, false);
    default:
      return grown;
  }
}

/** A later generation's header statement takes the place of its ancestors'. */
function supersedes(newer: PlainDeclaration, older: PlainDeclaration): boolean {
  switch (newer.kind) {
    case 'about':
    case 'source':
    case 'total':
    case 'grades':
    case 'not-monotone':
      return older.kind === newer.kind;
    case 'rounding':
      return older.kind === 'rounding' && older.of === newer.of;
    default:
      return false;
  }
}

const AMENDMENTS: ReadonlySet<string> = new Set<Amendment['kind']>([
  'points',
  'set',
  'replace',
  'remove',
  'add',
  'rename',
  'order',
  'cite',
]);

function isAmendment(statement: Statement): statement is Amendment {
  return AMENDMENTS.has(statement.kind);
}

/** The place where an amendment names what it amends. */
function targetOf(amendment: Amendment): Span {
  switch (amendment.kind) {
    case 'set':
      return amendment.name.span;
    case 'replace':
    case 'add':
      return isNode(amendment.declaration)
        ? amendment.declaration.name.span
        : amendment.declaration.span;
    default:
      return amendment.path?.span ?? amendment.span;
  }
}
