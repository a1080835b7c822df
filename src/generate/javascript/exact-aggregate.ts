// Aggregates over lists, over the parts of a node and over the departments of a cohort, and places in a
// cohort, as JavaScript over exact fractions.
import type { AggregateExpression, Expression, RankExpression } from '../../model/expression.ts';
import { isRanking } from '../../types/type.ts';
import type { Scope } from './exact-expression.ts';
import { expressionText } from './exact-expression.ts';

/** An aggregate of figures, truths or words. */
export function aggregateText(aggregate: AggregateExpression, scope: Scope): string {
  const { writer } = scope;
  const { over } = aggregate;
  const entries =
    over.kind === 'cohort' ? membersText(aggregate, scope) : entriesText(aggregate, scope);
  switch (aggregate.function) {
    case 'count':
      return `${writer.use('rational')}(${entries}.length)`;
    case 'all':
      return `${entries}.every((holds) => holds)`;
    case 'any':
      return `${entries}.some((holds) => holds)`;
    default:
      return figuresText(aggregate, entries, scope);
  }
}

function figuresText(aggregate: AggregateExpression, entries: string, scope: Scope): string {
  const { writer } = scope;
  if (isRanking(aggregate.type)) {
    const piece = aggregate.function === 'min' ? 'worstWord' : 'bestWord';
    return `${writer.use(piece)}(${writer.words(aggregate.type.values)}, ${entries})`;
  }
  const { highest, lowest } = aggregate.without ?? {};
  const cut = (part: Expression | undefined) =>
    part === undefined
      ? writer.use('ZERO')
      : writer.hasRoots
        ? `${writer.use('floor')}(${expressionText(part, scope)})`
        : expressionText(part, scope);
  const figures = aggregate.without
    ? `${writer.use('some')}(${writer.use('trimmed')}(${entries}, ${cut(highest)}, ${cut(lowest)}))`
    : entries;
  switch (aggregate.function) {
    case 'sum':
      return `${writer.use('total')}(${figures})`;
    case 'product':
    case 'mean':
    case 'variance':
      return `${writer.use(aggregate.function)}(${figures})`;
    case 'min':
      return `${writer.use('lowest')}(${figures})`;
    case 'max':
      return `${writer.use('highest')}(${figures})`;
    case 'median': {
      const half = writer.figure({ n: 1n, d: 2n });
      return `${writer.use('quantile')}(${figures}, ${half})`;
    }
    case 'quantile': {
      const piece = aggregate.at?.reading === 'nearest' ? 'nearestQuantile' : 'quantile';
      const share = aggregate.at ? expressionText(aggregate.at.share, scope) : '';
      return `${writer.use(piece)}(${figures}, ${share})`;
    }
    case 'count':
    case 'all':
    case 'any':
      throw new Error('no figures are aggregated here');
    default:
      return aggregate.function satisfies never;
  }
}

// Entries of a list that pass, and what each contributes.
function entriesText(
  { of, over, where, function: name }: AggregateExpression,
  scope: Scope,
): string {
  const each = scope.each === undefined ? 'each' : `each${scope.depth + 2}`;
  const inner: Scope = { ...scope, each, depth: scope.depth + 1 };
  const list = expressionText(over, scope);
  const filter = where ? `.filter((${each}) => ${expressionText(where, inner)})` : '';
  const plain: Expression | undefined =
    of ?? (name === 'count' || over.type.kind !== 'list' ? undefined : eachOf(over.type.of, over));
  const map = plain ? `.map((${each}) => ${expressionText(plain, inner)})` : '';
  return `${list}${filter}${map}`;
}

function eachOf(type: Expression['type'], { span }: Expression): Expression {
  return { kind: 'each', type, span };
}

// What the departments of a cohort contribute; each is asked in its own world.
function membersText(aggregate: AggregateExpression, scope: Scope): string {
  const { of, where, over } = aggregate;
  const members = over.kind === 'cohort' && over.of === 'others' ? 'others()' : 'everyone()';
  const asker = 'self';
  const filter = where ? `.filter((each) => each.${scope.member(where)}(${asker}))` : '';
  const map = of ? `.map((each) => each.${scope.member(of)}(${asker}))` : '';
  return `${members}${filter}${map}`;
}

/** The place of the department that is scored. */
export function rankText({ of, where, order, ties }: RankExpression, scope: Scope): string {
  const { writer } = scope;
  const name = scope.member(of);
  const filter = where ? `.filter((each) => each.${scope.member(where)}(self))` : '';
  const rivals = `others()${filter}.map((each) => each.${name}(self))`;
  const turn = order === 'highest' ? 1 : -1;
  return `${writer.use('placeAmong')}(self.${name}(self), ${rivals}, ${turn}, '${ties}')`;
}
