// The statements of one body, with those that do not belong there or stand there twice sorted out.
import type { Span } from '../text/span.ts';
import type { MergedNode, MergedStatement, PlainDeclaration } from './merged.ts';
import { nameOfStatement } from './merged.ts';
import type { Report } from './report.ts';
import type { Place } from './statement-places.ts';
import { placesOf, standsOnce, statementWord } from './statement-places.ts';

/** Those that may stand here; says why the others may not. */
export function placeStatements(
  report: Report,
  statements: readonly MergedStatement[],
  place: Place,
): MergedStatement[] {
  const seen = new Map<string, PlainDeclaration>();
  return statements.filter(({ statement }) => {
    const word = statementWord(statement.kind);
    const span = headSpan(statement);
    const belongs = placesOf(word);
    if (!belongs.includes(place)) {
      report.say('misplaced-statement', span, { statement: word, place, belongs });
      return false;
    }
    const key = statement.kind === 'rounding' ? `rounding of ${statement.of}` : word;
    const earlier = seen.get(key);
    if (earlier && (standsOnce(word) || word === 'rounding')) {
      const related = [
        { span: headSpan(earlier), note: { en: 'the first one', zh: '第一个在这里' } },
      ];
      report.say('duplicate-statement', span, { statement: word, place }, { related });
      return false;
    }
    seen.set(key, statement);
    return true;
  });
}

/** Those groups, indicators or items that may stand here under a name of their own. */
export function placeChildren(
  report: Report,
  children: readonly MergedNode[],
  place: Place,
): MergedNode[] {
  const seen = new Map<string, MergedNode>();
  return children.filter((node) => {
    const { text: name, span } = node.name;
    const { kind } = node.head;
    if (!placesOf(kind).includes(place)) {
      report.say('misplaced-statement', span, { statement: kind, place, belongs: placesOf(kind) });
      return false;
    }
    const earlier = seen.get(name);
    if (name === '') report.leaveOut();
    else if (earlier) {
      const related = [
        { span: earlier.name.span, note: { en: 'declared here', zh: '在这里声明' } },
      ];
      const inherited = earlier.generation < node.generation;
      report.say('duplicate-name', span, { name, inherited }, { related });
    }
    seen.set(name, node);
    return true;
  });
}

/** The part of a statement that says best which one it is. */
function headSpan(statement: PlainDeclaration): Span {
  switch (statement.kind) {
    case 'about':
      return statement.text.span;
    case 'total':
      return statement.points.span;
    default:
      return nameOfStatement(statement)?.span ?? statement.span;
  }
}
