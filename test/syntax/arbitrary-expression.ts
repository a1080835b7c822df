// Random expressions as words, for the laws of the parser and the formatter: every form of
// expression, keywords of both languages, names of every kind.
import fc from 'fast-check';
import { keywordEntries, keywords } from '../../grammar/keywords.ts';
import type { KeywordId } from '../../grammar/keywords.ts';

/** Words of a text; what joins them is chosen later. */
export type Words = readonly string[];
export type Piece = fc.Arbitrary<Words>;

/** A keyword in either language, any spelling. */
export function word(id: KeywordId): Piece {
  return fc.constantFrom(...keywords[id].en, ...keywords[id].zh).map((text) => [text]);
}

export const raw = (...texts: string[]): Piece => fc.constantFrom(...texts).map((text) => [text]);
export const seq = (...pieces: Piece[]): Piece => fc.tuple(...pieces).map((parts) => parts.flat());
export const maybe = (piece: Piece): Piece => fc.oneof(fc.constant<Words>([]), piece);
export const many = (piece: Piece, max: number): Piece =>
  fc.array(piece, { maxLength: max }).map((parts) => parts.flat());
export const some = (piece: Piece, max: number): Piece =>
  fc.array(piece, { minLength: 1, maxLength: max }).map((parts) => parts.flat());

const plainName = raw(
  '甲',
  '采购执行率',
  'rate',
  'x_1',
  'half',
  'min',
  '当年支出',
  '__proto__',
  'A·B',
);
const quotedName = raw(
  '「含 空格」',
  '`a b`',
  '「a`b」',
  '`a」b`',
  '「1号」',
  '「总分」',
  '「甲」',
  '「的」',
);
export const name = fc.oneof({ weight: 4, arbitrary: plainName }, quotedName);
export const typeWords = keywordEntries
  .filter(([id, { role, hard }]) => role === 'type' && !hard && id !== 'CountOf')
  .flatMap(([, { zh }]) => zh);
const softWords = keywordEntries
  .filter(([, { hard, role }]) => !hard && (role === 'statement' || role === 'type'))
  .flatMap(([, { zh }]) => zh);
/** A name right after a keyword may be a keyword itself. */
export const declared = fc.oneof({ weight: 4, arbitrary: name }, raw(...softWords));
const operandName = fc.oneof({ weight: 4, arbitrary: name }, raw(...typeWords));
export const text = raw('"文本"', '“带“引”号”', '"a \\"b\\" \\\\ \\n"', '""', '"// no comment"');
export const comma = raw(',', '，', '、');
export const colon = raw(':', '：');
export const equals = raw('=', '＝');

export const digits = raw('0', '1', '12', '0.5', '12.50', '１２．５', '100');
const unit = fc.oneof(raw('万元', '家', '「人 次」'), raw('point', 'points', '分'));
export const number = seq(
  digits,
  fc.oneof({ weight: 2, arbitrary: fc.constant<Words>([]) }, raw('%', '％', '‰'), unit),
);
const date = raw('2023-12-31', '2023年1月2日');

export const { expression, arithmetic } = fc.letrec<{
  expression: Words;
  logic: Words;
  comparison: Words;
  arithmetic: Words;
  primary: Words;
}>((tie) => {
  const mode = fc.oneof(word('HalfUp'), word('HalfEven'), word('Up'), word('Down'));
  const parenthesised = (piece: Piece) => seq(raw('(', '（'), piece, raw(')', '）'));
  return {
    expression: fc.oneof(
      { weight: 4, arbitrary: tie('logic') },
      seq(tie('logic'), word('RoundedTo'), number, mode),
    ),
    logic: fc.oneof(
      { weight: 4, arbitrary: tie('comparison') },
      seq(tie('comparison'), fc.oneof(word('And'), word('Or')), tie('logic')),
      seq(word('Not'), tie('comparison')),
    ),
    comparison: fc.oneof(
      { weight: 3, arbitrary: tie('arithmetic') },
      seq(
        tie('arithmetic'),
        raw('>', '>=', '≥', '<', '≤', '＜', '=', '!=', '≠'),
        tie('arithmetic'),
      ),
      seq(
        tie('arithmetic'),
        word('In'),
        raw('{'),
        tie('arithmetic'),
        comma,
        tie('arithmetic'),
        raw('}'),
      ),
    ),
    arithmetic: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 4, arbitrary: tie('primary') },
      seq(tie('primary'), raw('+', '-', '*', '/', '×', '÷', '－'), tie('arithmetic')),
      seq(raw('-'), tie('primary')),
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
      seq(plainName, raw('('), tie('expression'), comma, tie('expression'), raw(')')),
      parenthesised(tie('expression')),
      seq(
        word('If'),
        tie('expression'),
        word('Then'),
        tie('arithmetic'),
        word('Else'),
        tie('primary'),
      ),
      parenthesised(
        seq(
          fc.oneof(word('SumOf'), word('MinOf'), word('CountOf')),
          tie('primary'),
          maybe(seq(word('Over'), name)),
          maybe(seq(word('Where'), tie('logic'))),
        ),
      ),
      parenthesised(
        seq(
          fc.oneof(word('MedianOf'), word('ProductOf'), word('VarianceOf'), word('MeanOf')),
          tie('primary'),
          word('Over'),
          fc.oneof(name, word('Cohort'), word('Others')),
          maybe(seq(word('Where'), tie('logic'))),
          maybe(seq(word('WithoutHighest'), fc.oneof(number, name))),
          maybe(seq(word('WithoutLowest'), fc.oneof(number, name))),
        ),
      ),
      parenthesised(
        seq(
          word('QuantileOf'),
          tie('primary'),
          word('Over'),
          fc.oneof(name, word('Cohort')),
          word('At'),
          number,
          fc.oneof(word('Interpolated'), word('Nearest')),
        ),
      ),
      parenthesised(
        seq(
          word('RankOf'),
          tie('primary'),
          word('Over'),
          word('Cohort'),
          maybe(seq(word('Where'), tie('logic'))),
          fc.oneof(word('HighestFirst'), word('LowestFirst')),
          fc.oneof(word('TiesBest'), word('TiesWorst'), word('TiesAverage'), word('TiesDense')),
        ),
      ),
      seq(word('Own'), fc.oneof(plainName, parenthesised(tie('expression')))),
      seq(word('AllOf'), tie('comparison'), word('Over'), name),
      seq(raw('['), tie('expression'), comma, tie('arithmetic'), raw(']')),
    ),
  };
});
