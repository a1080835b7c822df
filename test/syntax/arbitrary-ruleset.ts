// Random rulesets as text, for the laws of the parser and the formatter: every statement and every
// form of expression, keywords of both languages, names of every kind, comments and odd spacing.
import fc from 'fast-check';
import { keywordEntries, keywords } from '../../grammar/keywords.ts';
import type { KeywordId } from '../../grammar/keywords.ts';

/** Words of a text; what joins them is chosen later. */
type Words = readonly string[];
type Piece = fc.Arbitrary<Words>;

/** A keyword in either language, any spelling. */
function word(id: KeywordId): Piece {
  return fc.constantFrom(...keywords[id].en, ...keywords[id].zh).map((text) => [text]);
}

const raw = (...texts: string[]): Piece => fc.constantFrom(...texts).map((text) => [text]);
const seq = (...pieces: Piece[]): Piece => fc.tuple(...pieces).map((parts) => parts.flat());
const maybe = (piece: Piece): Piece => fc.oneof(fc.constant<Words>([]), piece);
const many = (piece: Piece, max: number): Piece =>
  fc.array(piece, { maxLength: max }).map((parts) => parts.flat());
const some = (piece: Piece, max: number): Piece =>
  fc.array(piece, { minLength: 1, maxLength: max }).map((parts) => parts.flat());

const plainName = raw('甲', '采购执行率', 'rate', 'x_1', 'half', 'min', '当年支出', '__proto__', 'A·B');
const quotedName = raw('「含 空格」', '`a b`', '「a`b」', '`a」b`', '「1号」', '「总分」', '「甲」', '「的」');
const name = fc.oneof({ weight: 4, arbitrary: plainName }, quotedName);
const typeWords = keywordEntries
  .filter(([id, { role, hard }]) => role === 'type' && !hard && id !== 'CountOf')
  .flatMap(([, { zh }]) => zh);
const softWords = keywordEntries
  .filter(([, { hard, role }]) => !hard && (role === 'statement' || role === 'type'))
  .flatMap(([, { zh }]) => zh);
/** A name right after a keyword may be a keyword itself. */
const declared = fc.oneof({ weight: 4, arbitrary: name }, raw(...softWords));
const operandName = fc.oneof({ weight: 4, arbitrary: name }, raw(...typeWords));
const text = raw('"文本"', '“带“引”号”', '"a \\"b\\" \\\\ \\n"', '""', '"// no comment"');
const comma = raw(',', '，', '、');
const colon = raw(':', '：');
const equals = raw('=', '＝');

const digits = raw('0', '1', '12', '0.5', '12.50', '１２．５', '100');
const unit = fc.oneof(raw('万元', '家', '「人 次」'), raw('point', 'points', '分'));
const number = seq(digits, fc.oneof({ weight: 2, arbitrary: fc.constant<Words>([]) }, raw('%', '％', '‰'), unit));
const date = raw('2023-12-31', '2023年1月2日');

const { expression, arithmetic } = fc.letrec<{
  expression: Words;
  logic: Words;
  comparison: Words;
  arithmetic: Words;
  primary: Words;
}>((tie) => {
  const rec = (key: 'expression' | 'logic' | 'comparison' | 'arithmetic' | 'primary') => tie(key) as Piece;
  const mode = fc.oneof(word('HalfUp'), word('HalfEven'), word('Up'), word('Down'));
  const parenthesised = (piece: Piece) => seq(raw('(', '（'), piece, raw(')', '）'));
  return {
    expression: fc.oneof(
      { weight: 4, arbitrary: rec('logic') },
      seq(rec('logic'), word('RoundedTo'), number, mode),
    ),
    logic: fc.oneof(
      { weight: 4, arbitrary: rec('comparison') },
      seq(rec('comparison'), fc.oneof(word('And'), word('Or')), rec('logic')),
      seq(word('Not'), rec('comparison')),
    ),
    comparison: fc.oneof(
      { weight: 3, arbitrary: rec('arithmetic') },
      seq(rec('arithmetic'), raw('>', '>=', '≥', '<', '≤', '＜', '=', '!=', '≠'), rec('arithmetic')),
      seq(rec('arithmetic'), word('In'), raw('{'), rec('arithmetic'), comma, rec('arithmetic'), raw('}')),
    ),
    arithmetic: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 4, arbitrary: rec('primary') },
      seq(rec('primary'), raw('+', '-', '*', '/', '×', '÷', '－'), rec('arithmetic')),
      seq(raw('-'), rec('primary')),
    ),
    primary: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 3, arbitrary: number },
      { weight: 3, arbitrary: operandName },
      date,
      text,
      word('Yes'),
      word('No'),
      word('FullPoints'),
      word('Each'),
      seq(operandName, raw('.'), name),
      seq(plainName, raw('['), number, raw(']')),
      seq(plainName, raw('('), rec('expression'), comma, rec('expression'), raw(')')),
      parenthesised(rec('expression')),
      seq(word('If'), rec('expression'), word('Then'), rec('arithmetic'), word('Else'), rec('primary')),
      parenthesised(
        seq(
          fc.oneof(word('SumOf'), word('MinOf'), word('CountOf')),
          rec('primary'),
          maybe(seq(word('Over'), name)),
          maybe(seq(word('Where'), rec('logic'))),
        ),
      ),
      seq(word('AllOf'), rec('comparison'), word('Over'), name),
      seq(raw('['), rec('expression'), comma, rec('arithmetic'), raw(']')),
    ),
  };
}) as { expression: Piece; arithmetic: Piece };

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
const tiers = seq(word('TiersOf'), arithmetic, rows(tierRow)).filter(
  (words) => words.filter((text) => text === 'otherwise' || text === '其余').length <= 1,
);
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
      ...(['Number', 'Integer', 'Percent', 'Points', 'YesOrNo', 'Date', 'TextType', 'Target'] as const).map(word),
    ),
    seq(fc.oneof(word('MoneyIn'), word('CountOf'), word('NumberIn')), name),
    seq(word('OneOf'), names),
    name,
    seq(word('ListOf'), maybe(seq(maybe(word('AtLeast')), raw('4'))), tie('type') as Piece),
    rows(seq(fc.oneof(name, raw(...typeWords)), maybe(seq(comma, name)), colon, tie('type') as Piece, maybe(bound), maybe(text))),
  ),
})) as { type: Piece };

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
  seq(maybe(word('Locked')), word('Option'), declared, colon, type, equals, expression, maybe(text)),
  seq(word('Type'), declared, equals, type),
  seq(word('Input'), declared, maybe(seq(comma, name)), colon, type, many(bound, 2), maybe(seq(equals, expression)), maybe(text)),
  seq(maybe(word('Open')), word('Let'), declared, maybe(seq(colon, type)), equals, value, maybe(text)),
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
        maybe(seq(word('Of'), arithmetic, maybe(seq(fc.oneof(word('Above'), word('Below')), number)))),
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
  seq(word('Check'), text, colon, expression, maybe(seq(word('Within'), number))),
  seq(word('Example'), maybe(text), rows(seq(path, equals, arithmetic)), word('Gives'), number, maybe(seq(word('To'), number))),
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
      fc.oneof(fc.constant(''), comment.map((text) => `${text}\n`)),
    )
    .map(([joints, ends, last]) =>
      list.map((text, at) => (text.includes('\n') ? text.replaceAll('\n', ends[at] ?? '\n') : text + (joints[at] ?? ' '))).join('') + `\n${last}`,
    ),
);

/** The text of a random expression, decision or tier table. */
export const arbitraryValue: fc.Arbitrary<string> = value
  .filter((list) => !isPhrase(list))
  .map((list) => list.join(' '));

/** Any text made of pieces of the language, in any order. */
export const tokenSoup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...keywordEntries.flatMap(([, { en, zh }]) => [...en, ...zh])) },
      fc.constantFrom('{', '}', '(', ')', '[', ']', ':', '=', ',', ';', '/', '-', '+', '*', '..', '.', '<', '>=', '%', '｛', '｝'),
      fc.constantFrom('甲', '「乙 丙」', '`x', '「', '"t"', '"', '“', '12', '1.2.3', '1,234', '2023-1-1', '//', '/*', '*/', '@', '\u0000', '\ud800', '😀'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .chain((pieces) =>
    fc
      .array(fc.constantFrom(' ', '\n', '', '\t', '\r\n', '　'), { minLength: pieces.length, maxLength: pieces.length })
      .map((joints) => pieces.map((piece, at) => piece + (joints[at] ?? '')).join('')),
  );
