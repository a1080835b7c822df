// The concrete tree of a file to its syntax tree. Every statement that was begun becomes a node, with
// missing parts where nothing could be read.
import type { CstNode } from 'chevrotain';
import type { Place, Problem } from '../../grammar/problems.ts';
import type { Source } from '../text/source.ts';
import { buildAmendment } from './build-amendment.ts';
import { buildDeclaration } from './build-declaration.ts';
import { buildExpression } from './build-expression.ts';
import type { Building } from './building.ts';
import { nodeOf, readName, readText, spanOf, statementsOf } from './reading.ts';
import type { RulesetNode, Statement, SyntaxFile } from './tree.ts';

/** Builds the tree of a file; `report` hears of expressions too deep to keep. */
export function buildFile(
  source: Source,
  cst: CstNode | undefined,
  comments: readonly Place[],
  report: (problem: Problem) => void,
): SyntaxFile {
  const building: Building = {
    source,
    report,
    depths: new WeakMap(),
    met: { scoreByPath: false },
    expression: (node) => buildExpression(building, node),
  };
  return {
    kind: 'file',
    span: { file: source.file, start: 0, end: source.text.length },
    ruleset: cst && buildRuleset(building, cst),
    comments: comments.map(({ start, end }) => ({
      text: source.text.slice(start, end),
      span: { file: source.file, start, end },
    })),
  };
}

function buildRuleset(building: Building, cst: CstNode): RulesetNode {
  return {
    kind: 'ruleset',
    span: spanOf(building, cst),
    name: readName(building, cst),
    period: readText(building, cst, 'period'),
    amends: readText(building, cst, 'parent'),
    statements: buildStatements(building, cst),
    namesScores: building.met.scoreByPath,
  };
}

function buildStatements(building: Building, cst: CstNode): readonly Statement[] {
  return statementsOf(cst).flatMap((statement) => {
    const amendment = nodeOf(statement, 'amendment');
    if (amendment) return buildAmendment(building, amendment) ?? [];
    const declaration = nodeOf(statement, 'declaration');
    return (declaration && buildDeclaration(building, declaration)) ?? [];
  });
}
