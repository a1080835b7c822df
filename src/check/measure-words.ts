// Which unit words a ruleset measures with (`number in 平方米`) rather than counts with (`count of 家`):
// a measured figure always says its unit.
import type { TypeExpression } from '../syntax/tree.ts';
import type { Container } from './merged.ts';

/** The words that only `number in` declares. */
export function measureWords(ruleset: Container): Set<string> {
  const found = { measure: new Set<string>(), count: new Set<string>() };
  const visit = (type: TypeExpression): void => {
    switch (type.kind) {
      case 'measure':
      case 'count':
        found[type.kind].add(type.unit.text);
        break;
      case 'list':
        visit(type.of);
        break;
      case 'record':
        for (const field of type.fields) visit(field.type);
        break;
      default:
        break;
    }
  };
  const visitAll = ({ statements, children }: Container): void => {
    for (const { statement } of statements) {
      if (statement.kind === 'let')
        for (const parameter of statement.parameters ?? []) visit(parameter.type);
      if (
        (statement.kind === 'input' || statement.kind === 'type' || statement.kind === 'let') &&
        statement.type
      )
        visit(statement.type);
    }
    children.forEach(visitAll);
  };
  visitAll(ruleset);
  for (const word of found.count) found.measure.delete(word);
  return found.measure;
}
