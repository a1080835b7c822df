// Random rulesets as text, for the laws of the parser and the formatter: every statement, with
// comments and odd spacing.
import fc from 'fast-check';
import {
  word,
  raw,
  seq,
  maybe,
  many,
  some,
  name,
  typeWords,
  declared,
  text,
  comma,
  colon,
  equals,
  digits,
  number,
  expression,
  arithmetic,
} from './arbitrary-expression.ts';
import type { Words, Piece } from './arbitrary-expression.ts';

const block = (...pieces: Piece[]): Piece => seq(raw('{', '｛'), ...pieces, raw('}', '｝'));
const points = seq(digits, maybe(raw('points', '分')));
const colonValue = seq(colon, arithmetic);
const rowEnd = fc.oneof(raw(';'), raw('\n'));
const rows = (row: Piece): Piece => block(many(seq(row, rowEnd), 3));

const decision = seq(
  word('When'),
  expression,
  colonValue,
  many(seq(rowEnd, fc.oneof(word('When'), word('OtherwiseWhen')), expression, colonValue), 2),
  fc.constant<Words>(['\n']),
  word('Otherwise'),
  colonValue,
);
const comparisonSign = raw('>', '>=', '≥', '<', '≤');
const tierRow = seq(
  fc.oneof(
    seq(comparisonSign, arithmetic, maybe(seq(word('And'), comparisonSign, arithmetic))),
    seq(number, raw('..', '…', '～'), number),
    seq(name, comma, name),
    word('Otherwise'),
  ),
  colonValue,
);
const tiers = seq(
  fc.oneof(word('TiersOf'), word('InterpolateOf')),
  arithmetic,
  rows(tierRow),
).filter((words) => words.filter((text) => text === 'otherwise' || text === '其余').length <= 1);
const value = fc.oneof({ weight: 2, arbitrary: expression }, decision, tiers);

const bound = fc.oneof(
  seq(fc.oneof(word('AtLeast'), word('Above'), word('AtMost'), word('Below')), arithmetic),
  seq(word('From'), arithmetic, word('To'), arithmetic),
);
const names = block(name, many(seq(comma, name), 2));
const { type } = fc.letrec<{ type: Words }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 2 },
    fc.oneof(
      ...(
        ['Number', 'Integer', 'Percent', 'Points', 'YesOrNo', 'Date', 'TextType', 'Target'] as const
      ).map(word),
    ),
    seq(fc.oneof(word('MoneyIn'), word('CountOf'), word('NumberIn')), name),
    seq(word('OneOf'), names),
    name,
    seq(word('ListOf'), maybe(seq(maybe(word('AtLeast')), raw('4'))), tie('type')),
    rows(
      seq(
        fc.oneof(name, raw(...typeWords)),
        maybe(seq(comma, name)),
        colon,
        tie('type'),
        maybe(bound),
        maybe(text),
      ),
    ),
  ),
}));

const parameter = seq(name, colon, type);

const cap = fc.oneof(seq(fc.oneof(word('AtMost'), word('AtLeast')), arithmetic), word('Uncapped'));
const reach = fc.oneof(word('Item'), word('Indicator'), word('Group'), word('Total'));
const when = seq(word('When'), expression);
const mode = fc.oneof(word('HalfUp'), word('HalfEven'), word('Up'), word('Down'));
const path = seq(name, many(seq(raw('/', '／'), name), 2));
const citation = fc.oneof(seq(text, maybe(seq(word('Section'), text))), seq(word('Section'), text));

/** Statements, each with nothing that the next could be taken to belong to. */
const leaf: Piece = fc.oneof(
  seq(word('About'), text),
  seq(word('Source'), citation),
  seq(word('Total'), points, maybe(cap)),
  seq(fc.oneof(word('ItemsRounded'), word('ScoresRounded'), word('TotalRounded')), number, mode),
  seq(word('Grades'), rows(seq(name, fc.oneof(word('From'), word('Above')), digits))),
  seq(
    maybe(word('Locked')),
    word('Option'),
    declared,
    colon,
    type,
    equals,
    expression,
    maybe(text),
  ),
  seq(word('Type'), declared, equals, type),
  seq(
    word('Input'),
    declared,
    maybe(seq(comma, name)),
    colon,
    type,
    many(bound, 2),
    maybe(seq(equals, expression)),
    maybe(text),
  ),
  seq(
    maybe(word('Open')),
    word('Let'),
    declared,
    maybe(seq(raw('(', '（'), parameter, maybe(seq(comma, parameter)), raw(')', '）'))),
    maybe(seq(colon, type)),
    equals,
    value,
    maybe(text),
  ),
  seq(word('Score'), value),
  decision,
  tiers,
  seq(
    word('Deduct'),
    arithmetic,
    maybe(
      seq(
        word('Per'),
        number,
        maybe(
          seq(word('Of'), arithmetic, maybe(seq(fc.oneof(word('Above'), word('Below')), number))),
        ),
      ),
    ),
    maybe(fc.oneof(word('Prorated'), word('PerFullStep'), word('PerStartedStep'))),
    maybe(seq(word('AtMost'), number)),
    maybe(when),
  ),
  seq(word('Judged'), maybe(seq(word('OneOf'), rows(seq(name, colonValue, maybe(text)))))),
  seq(word('Checklist'), rows(seq(name, points, maybe(text)))),
  cap,
  seq(word('RoundedTo'), number, mode),
  seq(word('Veto'), maybe(reach), text, when, colonValue),
  seq(word('Veto'), word('GradeAtMost'), name, text, when),
  seq(word('Exempt'), maybe(reach), text, when),
  seq(word('NotApplicable'), when, fc.oneof(word('WithinGroup'), word('OverAll'), word('InFull'))),
  seq(word('NotApplicable'), when, word('Award'), arithmetic, maybe(word('Instead'))),
  seq(word('AppliesWhen'), expression),
  seq(word('ChosenByDepartment'), maybe(word('Redistribute'))),
  seq(word('Check'), text, colon, expression, maybe(seq(word('Within'), number))),
  seq(
    word('Example'),
    maybe(text),
    rows(seq(path, equals, arithmetic)),
    word('Gives'),
    number,
    maybe(seq(word('To'), number)),
  ),
);

const terminated = (statement: Piece): Piece => seq(statement, raw('\n;\n', ';', ';\n'));
const node = (id: 'Group' | 'Indicator' | 'Item', inner: Piece, max: number): Piece =>
  seq(word(id), declared, points, maybe(cap), block(fc.constant<Words>(['\n']), many(inner, max)));
const item = terminated(fc.oneof(node('Item', terminated(leaf), 2), leaf));
const indicator = terminated(fc.oneof(node('Indicator', item, 2), leaf));
const group = terminated(seq(maybe(word('Bonus')), node('Group', indicator, 3)));
const body = fc.oneof(indicator, group);

const amendment = terminated(
  fc.oneof(
    seq(raw('points', '分值'), path, equals, points),
    seq(word('Set'), path, equals, value),
    seq(word('Remove'), path),
    seq(word('Rename'), path, word('To'), name),
    seq(word('Order'), maybe(path), names),
    seq(word('Cite'), path, citation),
    seq(word('Replace'), word('Indicator'), path, points, block(item)),
    seq(
      word('Add'),
      word('Indicator'),
      name,
      points,
      maybe(seq(word('To'), path)),
      maybe(seq(fc.oneof(word('After'), word('Before')), name)),
      block(item),
    ),
  ),
);

/** `yes or no` is a phrase, and as three words of an expression must be written another way. */
const isPhrase = (list: Words) =>
  list.some((word, at) => word === 'yes' && list[at + 1] === 'or' && list[at + 2] === 'no');

const words: Piece = seq(
  word('Ruleset'),
  name,
  maybe(seq(word('For'), fc.oneof(raw('2022'), text))),
  maybe(seq(word('Amends'), text)),
  block(some(fc.oneof({ weight: 3, arbitrary: body }, amendment), 4)),
).filter((list) => !isPhrase(list));

const comment = fc.constantFrom('/* 注 */', '/* a\n  b */', '// line\n', '／／ 注\n');
const joint = fc.oneof(
  { weight: 30, arbitrary: fc.constant(' ') },
  { weight: 4, arbitrary: fc.constantFrom('  ', '\t', '　') },
  { weight: 1, arbitrary: fc.constant(' /* c */ ') },
);

/** Where one line ends, a comment or blank lines may come before the next begins. */
const lineEnd = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('\n', '\n\n\n', '\r\n') },
  comment.map((text) => `\n${text}\n`),
  comment.map((text) => ` ${text}\n`),
);

/** The text of a random ruleset that parses without a diagnostic. */
export const arbitraryRuleset: fc.Arbitrary<string> = words.chain((list) =>
  fc
    .tuple(
      fc.array(joint, { minLength: list.length, maxLength: list.length }),
      fc.array(lineEnd, { minLength: list.length, maxLength: list.length }),
      fc.oneof(
        fc.constant(''),
        comment.map((text) => `${text}\n`),
      ),
    )
    .map(
      ([joints, ends, last]) =>
        list
          .map((text, at) =>
            text.includes('\n')
              ? text.replaceAll('\n', ends[at] ?? '\n')
              : text + (joints[at] ?? ' '),
          )
          .join('') + `\n${last}`,
    ),
);

/** The text of a random expression, decision or tier table. */
export const arbitraryValue: fc.Arbitrary<string> = value
  .filter((list) => !isPhrase(list))
  .map((list) => list.join(' '));
