// One expression as text on one line, from its tree alone: for messages, traces and documents. It
// sets the parentheses that are needed and no others.
import { keywords } from '../../grammar/keywords.ts';
import type { KeywordId } from '../../grammar/keywords.ts';
import { quoteName, spellText } from '../../grammar/literals.ts';
import { canStandBare, keywordSpelled } from '../../grammar/words.ts';
import type { ComparisonLink, Expression, Name, RoundedTo, TierRowNode } from './tree.ts';

/** How tightly a form binds; what binds less tightly than its place allows gets parentheses. */
const BINDING = {
  value: 0,
  rounded: 1,
  or: 2,
  and: 3,
  not: 4,
  compare: 5,
  add: 6,
  multiply: 7,
  sign: 8,
  part: 9,
};

type Spell = (id: KeywordId) => string;

interface Printed {
  readonly text: string;
  readonly binding: number;
}

/** The text of an expression, with keywords of one language. */
export function printExpression(expression: Expression, language: 'en' | 'zh'): string {
  const spell: Spell = (id) => keywords[id][language][0];
  return printed(expression, spell).text;
}

/** A name as it can stand in an expression. */
function printName(name: string): string {
  if (canStandBare(name)) return name;
  const keyword = keywordSpelled(name);
  const isTypeWord = keyword !== undefined && keywords[keyword].role === 'type';
  return isTypeWord && keyword !== 'CountOf' ? name : quoteName(name);
}

function within(expression: Expression, binding: number, spell: Spell): string {
  const { text, binding: own } = printed(expression, spell);
  return own < binding ? `(${text})` : text;
}

function list(expressions: readonly Expression[], binding: number, spell: Spell): string {
  return expressions.map((expression) => within(expression, binding, spell)).join(', ');
}

function printed(expression: Expression, spell: Spell): Printed {
  const part = (text: string): Printed => ({ text, binding: BINDING.part });
  const at = (inner: Expression, binding: number) => within(inner, binding, spell);
  switch (expression.kind) {
    case 'missing':
      return part('…');
    case 'number':
      return part(
        expression.digits +
          expression.percent +
          unitText(expression.digits, expression.unit, spell),
      );
    case 'date':
      return part(expression.text);
    case 'text':
      return part(spellText(expression.text));
    case 'boolean':
      return part(spell(expression.value ? 'Yes' : 'No'));
    case 'name':
      return part(printName(expression.name.text));
    case 'full-points':
      return part(spell('FullPoints'));
    case 'each':
      return part(spell('Each'));
    case 'field':
      return part(`${at(expression.of, BINDING.part)}.${printName(expression.field.text)}`);
    case 'entry':
      return part(`${at(expression.of, BINDING.part)}[${at(expression.index, BINDING.add)}]`);
    case 'negate':
      return { text: `-${at(expression.operand, BINDING.sign)}`, binding: BINDING.sign };
    case 'not':
      return {
        text: `${spell('Not')} ${at(expression.operand, BINDING.not)}`,
        binding: BINDING.not,
      };
    case 'arithmetic': {
      const isSum = expression.operator === '+' || expression.operator === '-';
      const binding = isSum ? BINDING.add : BINDING.multiply;
      const left = at(expression.left, binding);
      return {
        text: `${left} ${expression.operator} ${at(expression.right, binding + 1)}`,
        binding,
      };
    }
    case 'logic': {
      const binding = BINDING[expression.operator];
      const word = spell(expression.operator === 'and' ? 'And' : 'Or');
      const left = at(expression.left, binding);
      return { text: `${left} ${word} ${at(expression.right, binding + 1)}`, binding };
    }
    case 'comparison': {
      const first = at(expression.first, BINDING.add);
      return {
        text: `${first} ${linksText(expression.links, spell, ' ')}`,
        binding: BINDING.compare,
      };
    }
    case 'member': {
      const { of, among } = expression;
      const left = of.kind === 'comparison' ? BINDING.compare : BINDING.add;
      const set = `{ ${list(among, BINDING.add, spell)} }`;
      return { text: `${at(of, left)} ${spell('In')} ${set}`, binding: BINDING.compare };
    }
    case 'choose': {
      const condition = `${spell('If')} ${at(expression.condition, BINDING.rounded)}`;
      const then = `${spell('Then')} ${at(expression.then, BINDING.add)}`;
      const otherwise = `${spell('Else')} ${at(expression.otherwise, BINDING.add)}`;
      // What follows would be read as part of the last branch.
      return { text: `${condition} ${then} ${otherwise}`, binding: BINDING.rounded };
    }
    case 'call':
      return part(
        `${printName(expression.name.text)}(${list(expression.arguments, BINDING.rounded, spell)})`,
      );
    case 'aggregate':
      return printAggregate(expression, spell);
    case 'cohort':
      return part(spell(expression.of === 'all' ? 'Cohort' : 'Others'));
    case 'own': {
      const { operand } = expression;
      const inner = printed(operand, spell).text;
      const text = `${spell('Own')} ${NAMED.has(operand.kind) ? inner : `(${inner})`}`;
      return { text, binding: BINDING.sign };
    }
    case 'rank':
      return printRank(expression, spell);
    case 'rounded': {
      const operand = at(expression.operand, BINDING.or);
      return {
        text: `${operand} ${roundingText(expression.rounding, spell)}`,
        binding: BINDING.rounded,
      };
    }
    case 'list':
      return part(`[${list(expression.entries, BINDING.rounded, spell)}]`);
    case 'record': {
      const fields = expression.fields.map(
        ({ name, value }) => `${printName(name.text)} = ${at(value, BINDING.add)}`,
      );
      return part(`{ ${fields.join(', ')} }`);
    }
    case 'decision': {
      const rows = expression.rows.map(({ afterEarlier, condition, value }) => {
        const word = spell(afterEarlier ? 'OtherwiseWhen' : 'When');
        return `${word} ${at(condition, BINDING.rounded)} : ${at(value, BINDING.add)}`;
      });
      return {
        text: [...rows, ...otherwiseText(expression.otherwise, spell)].join('; '),
        binding: BINDING.value,
      };
    }
    case 'tiers': {
      const rows = expression.rows.map(
        (row) => `${matchText(row.match, spell)} : ${at(row.value, BINDING.add)}`,
      );
      const body = [...rows, ...otherwiseText(expression.otherwise, spell)].join('; ');
      const subject = at(expression.subject, BINDING.add);
      return {
        text: `${spell(expression.interpolated ? 'InterpolateOf' : 'TiersOf')} ${subject} { ${body} }`,
        binding: BINDING.value,
      };
    }
    default:
      return expression satisfies never;
  }
}

/** What may follow `own` as it is; all else is set in parentheses. */
const NAMED: ReadonlySet<Expression['kind']> = new Set(['name', 'call', 'field', 'entry', 'each']);

function unitText(digits: string, unit: Name | undefined, spell: Spell): string {
  if (unit === undefined) return '';
  if (keywordSpelled(unit.text) !== 'Points') return ` ${printName(unit.text)}`;
  const points = spell('Points');
  return ` ${digits === '1' && points === 'points' ? 'point' : points}`;
}

const AGGREGATES = {
  sum: 'SumOf',
  mean: 'MeanOf',
  min: 'MinOf',
  max: 'MaxOf',
  count: 'CountOf',
  all: 'AllOf',
  any: 'AnyOf',
  median: 'MedianOf',
  product: 'ProductOf',
  variance: 'VarianceOf',
  quantile: 'QuantileOf',
} as const;

function printAggregate(
  aggregate: Extract<Expression, { kind: 'aggregate' }>,
  spell: Spell,
): Printed {
  const { of, over, where, withoutHighest, withoutLowest, at } = aggregate;
  const ofTruths = aggregate.function === 'all' || aggregate.function === 'any';
  const binding = ofTruths ? BINDING.not : BINDING.add;
  const parts = [spell(AGGREGATES[aggregate.function]), within(of ?? over, binding, spell)];
  const clause = (word: KeywordId, part: Expression | undefined, least: number) => {
    if (part) parts.push(spell(word), within(part, least, spell));
  };
  clause('Over', of && over, BINDING.part);
  clause('Where', where, BINDING.or);
  clause('WithoutHighest', withoutHighest, BINDING.part);
  clause('WithoutLowest', withoutLowest, BINDING.part);
  clause('At', at?.share, BINDING.part);
  if (at?.reading) parts.push(spell(at.reading === 'nearest' ? 'Nearest' : 'Interpolated'));
  // What follows could be read as part of it, so as an operand it is set off.
  return { text: parts.join(' '), binding: BINDING.rounded };
}

const TIES = {
  best: 'TiesBest',
  worst: 'TiesWorst',
  average: 'TiesAverage',
  dense: 'TiesDense',
} as const;

function printRank(rank: Extract<Expression, { kind: 'rank' }>, spell: Spell): Printed {
  const { of, over, where, order, ties } = rank;
  const parts = [spell('RankOf'), within(of, BINDING.add, spell)];
  parts.push(spell('Over'), within(over, BINDING.part, spell));
  if (where) parts.push(spell('Where'), within(where, BINDING.or, spell));
  if (order) parts.push(spell(order === 'highest' ? 'HighestFirst' : 'LowestFirst'));
  if (ties) parts.push(spell(TIES[ties]));
  return { text: parts.join(' '), binding: BINDING.rounded };
}

function linksText(links: readonly ComparisonLink[], spell: Spell, joint: string): string {
  return links
    .map(({ operator, operand }) => `${operator} ${within(operand, BINDING.add, spell)}`)
    .join(joint);
}

function matchText(match: TierRowNode['match'], spell: Spell): string {
  switch (match.kind) {
    case 'bounds':
      return linksText(match.bounds, spell, ` ${spell('And')} `);
    case 'between':
      return `${within(match.low, BINDING.add, spell)}..${within(match.high, BINDING.add, spell)}`;
    case 'values':
      return list(match.values, BINDING.add, spell);
    default:
      return match satisfies never;
  }
}

function otherwiseText(value: Expression | undefined, spell: Spell): readonly string[] {
  return value ? [`${spell('Otherwise')} : ${within(value, BINDING.add, spell)}`] : [];
}

const MODES = { 'half-up': 'HalfUp', 'half-even': 'HalfEven', up: 'Up', down: 'Down' } as const;

function roundingText(rounding: RoundedTo, spell: Spell): string {
  const step = within(rounding.step, BINDING.add, spell);
  const mode = rounding.mode === undefined ? '' : ` ${spell(MODES[rounding.mode])}`;
  return `${spell('RoundedTo')} ${step}${mode}`;
}
