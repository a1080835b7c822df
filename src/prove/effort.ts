// How much work it is to evaluate expressions once for a department: what decides how many departments
// a search may try, so that no search takes long whatever it is about.
import type { AggregateExpression, Expression } from '../model/expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type { Framework } from '../model/framework.ts';
import { expressionsBehind } from './reading.ts';

/** Parts of expressions that one search may evaluate. */
const MOST_EFFORT = 600_000;
/** A search that may try hardly anything finds nothing. */
const FEWEST_TRIALS = 24;

/** How many departments a search may try: at most `most`, fewer where each takes much work. */
export function affordable(
  expressions: readonly Expression[],
  framework: Framework,
  most: number,
): number {
  const effort = effortOf(expressions, framework);
  return Math.min(most, Math.max(FEWEST_TRIALS, Math.floor(MOST_EFFORT / Math.max(effort, 1))));
}

// Lets and scores are worked out once for each department, what stands in an aggregate once for each
// entry.
function effortOf(expressions: readonly Expression[], framework: Framework): number {
  const followed = new Set<string>();
  const once = (key: string, behind: () => readonly Expression[]): number => {
    if (followed.has(key)) return 1;
    followed.add(key);
    return behind().reduce((sum, part) => sum + effort(part), 1);
  };
  const effort = (expression: Expression): number => {
    switch (expression.kind) {
      case 'let': {
        const definition = framework.lets.get(expression.id);
        return once(`let ${expression.id}`, () => (definition ? [definition.value] : []));
      }
      case 'score':
      case 'parts':
        return once(`${expression.kind} ${JSON.stringify(expression.path)}`, () =>
          expressionsBehind(framework, expression.path),
        );
      case 'grade':
        return once('grade', () => expressionsBehind(framework, 'total'));
      case 'aggregate': {
        const { of, where } = expression;
        const inside = [of, where].reduce((sum, part) => sum + (part ? effort(part) : 0), 0);
        return effort(expression.over) + inside * entriesOf(expression) + 1;
      }
      default:
        return partsOf(expression).reduce((sum, part) => sum + effort(part), 1);
    }
  };
  return expressions.reduce((sum, expression) => sum + effort(expression), 0);
}

function entriesOf({ over }: AggregateExpression): number {
  return over.type.kind === 'list' ? Math.max(over.type.least, 1) : 1;
}
