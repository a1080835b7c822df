import { describe, expect, test } from 'vitest';
import type { Expression } from '../../src/model/expression.ts';
import { parseDate } from '../../src/types/date.ts';
import type { Type } from '../../src/types/type.ts';
import { BOOLEAN, DATE } from '../../src/types/type.ts';
import {
  FALSE,
  TRUE,
  UNDECIDED,
  dateValue,
  enumerationValue,
  numberValue,
} from '../../src/types/value.ts';
import {
  add,
  among,
  and,
  call,
  div,
  eq,
  ge,
  gt,
  input,
  interpreterOver,
  le,
  letOf,
  letRef,
  lt,
  mul,
  ne,
  not,
  num,
  optionRef,
  or,
  q,
  r,
  ref,
  rounded,
  showRange,
  sub,
  textOf,
  tiers,
  when,
  word,
} from '../model-builder.ts';

const GRADES: Type = { kind: 'enumeration', values: ['优', '良', '差'] };
const grade = (name: string) => word(name, ['优', '良', '差']);

describe('known figures', () => {
  const interpreter = interpreterOver({
    values: { a: numberValue(q('29600')), b: numberValue(q('195000')) },
  });
  const exact = (expression: Expression) => showRange(interpreter.range(expression));

  test('are exact: a third times three is one, and no threshold is missed', () => {
    expect(interpreter.truth(ge(mul(div(1, 3), 3), 1))).toBe(TRUE);
    expect(exact(rounded(mul('47/48', 6), '0.01'))).toBe('[147/25, 147/25]');
    expect(exact(div(ref('a'), ref('b')))).toBe('[148/975, 148/975]');
    expect(exact(rounded(mul(div(ref('a'), ref('b')), 1), '0.01'))).toBe('[3/20, 3/20]');
  });

  test('give one row, and it fires for certain', () => {
    const rule = when([[gt(ref('a'), ref('b')), 0]], div(ref('a'), ref('b')));
    expect(interpreter.decisionRows(rule)).toEqual([
      { row: undefined, number: 2, certainty: 'certain', value: numberValue(q('148/975')) },
    ]);
    const table = tiers(
      div(ref('a'), ref('b')),
      [
        ['>= 90%', 1],
        ['>= 15%', '0.7'],
      ],
      0,
    );
    expect(interpreter.tierRows(table)).toEqual([
      { row: table.rows[1], number: 2, certainty: 'certain', value: numberValue(q('0.7')) },
    ]);
  });
});

describe('a tier table', () => {
  const table = tiers(add(ref('a'), 1), [['>= 3', 1]], 0);

  test('tells what it looked up where that is known', () => {
    const interpreter = interpreterOver({ values: { a: numberValue(q(2)) } });
    expect(interpreter.lookedUp(table)).toEqual({
      subject: interpreter.value(table.subject),
      rows: interpreter.tierRows(table),
    });
    expect(interpreter.outright(table)).toEqual(numberValue(q(1)));
  });

  test('tells the rows that may fire where it is open', () => {
    const interpreter = interpreterOver({ inputs: [input('a', '[0, 9]')] });
    const rows = interpreter.tierRows(table);
    expect(rows.map(({ number, certainty }) => [number, certainty])).toEqual([
      [1, 'possible'],
      [2, 'possible'],
    ]);
    expect(interpreter.lookedUp(table)).toEqual({ subject: undefined, rows });
    expect(interpreter.outright(table)).toBeUndefined();
  });
});

describe('truth', () => {
  const flags = [input('甲', '(, )', BOOLEAN), input('乙', '(, )', BOOLEAN)];
  const [a, b] = [ref('甲', BOOLEAN), ref('乙', BOOLEAN)];

  test('an undecided side leaves open only what it decides', () => {
    const interpreter = interpreterOver({ inputs: flags, values: { 乙: FALSE } });
    expect(interpreter.truth(and(a, b))).toEqual(FALSE);
    expect(interpreter.truth(or(a, b))).toEqual(UNDECIDED);
    expect(interpreter.truth(not(b))).toEqual(TRUE);
    expect(interpreter.truth(or(a, not(a)))).toEqual(TRUE);
    expect(interpreter.truth(and(a, not(a)))).toEqual(FALSE);
  });

  test('words are narrowed by what was tested', () => {
    const interpreter = interpreterOver({ inputs: [input('等次', '(, )', GRADES)] });
    const subject = ref('等次', GRADES);
    const rest = interpreter.assuming(eq(subject, grade('优')), false);
    expect(rest?.value(subject)).toEqual({ kind: 'enumeration', possible: new Set(['良', '差']) });
    expect(rest?.assuming(among(subject, grade('良'), grade('差')), false)).toBeUndefined();
    expect(
      interpreter
        .assuming(ne(subject, grade('差')), true)
        ?.truth(among(subject, grade('优'), grade('良'))),
    ).toEqual(TRUE);
  });

  test('a word that a table gives is traced back to the figure', () => {
    const lets = [
      letOf(
        '等次',
        tiers(
          ref('率'),
          [
            ['>= 90%', grade('优')],
            ['>= 60%', grade('良')],
          ],
          grade('差'),
          GRADES,
        ),
      ),
    ];
    const interpreter = interpreterOver({ inputs: [input('率', '[0, 1]')], lets });
    const good = interpreter.assuming(eq(letRef('等次', GRADES), grade('良')), true);
    expect(good && showRange(good.range(ref('率')))).toBe('[3/5, 9/10)');
  });

  test('texts are the same or not once both are known', () => {
    const known = interpreterOver({ values: { 名: { kind: 'text', text: '__proto__' } } });
    const name = ref('名', { kind: 'text' });
    expect(known.truth(eq(name, textOf('__proto__')))).toEqual(TRUE);
    const unknown = interpreterOver({ inputs: [input('名', '(, )', { kind: 'text' })] });
    expect(unknown.truth(eq(name, textOf('甲')))).toEqual(UNDECIDED);
    expect(unknown.assuming(eq(name, textOf('甲')), false)?.truth(eq(name, textOf('甲')))).toEqual(
      FALSE,
    );
  });

  test('dates compare as days', () => {
    const day = (text: string) => dateValue(parseDate(text) ?? Number.NaN);
    const limit: Expression = {
      kind: 'constant',
      value: day('2023-12-31'),
      text: '2023-12-31',
      type: DATE,
      span: num(0).span,
    };
    const before = le(ref('完成', DATE), limit);
    expect(interpreterOver({ values: { 完成: day('2023-12-31') } }).truth(before)).toEqual(TRUE);
    const open = interpreterOver({ inputs: [input('完成', '(, )', DATE)] });
    expect(open.truth(before)).toEqual(UNDECIDED);
    expect(
      open.assuming(before, true)?.assuming(gt(ref('完成', DATE), limit), true),
    ).toBeUndefined();
  });

  test('an option decides outright', () => {
    const interpreter = interpreterOver({ options: { 封顶: TRUE, 口径: enumerationValue('甲') } });
    expect(interpreter.truth(optionRef('封顶'))).toEqual(TRUE);
    expect(
      interpreter.truth(eq(optionRef('口径', ['甲', '乙']), word('乙', ['甲', '乙']))),
    ).toEqual(FALSE);
  });
});

describe('rows that may fire', () => {
  const interpreter = interpreterOver({ inputs: [input('a', '[0, 10]')] });

  test('each gives what it gives where it fires', () => {
    const rule = when(
      [
        [lt(ref('a'), 3), ref('a')],
        [lt(ref('a'), 2), 99],
      ],
      sub(ref('a'), 3),
    );
    const rows = interpreter
      .decisionRows(rule)
      .map(({ number, certainty, value }) => [
        number,
        certainty,
        value.kind === 'number' && showRange(value.range),
      ]);
    expect(rows).toEqual([
      [1, 'possible', '[0, 3)'],
      [3, 'possible', '[0, 7]'],
    ]);
  });

  test('tiers likewise', () => {
    const table = tiers(
      ref('a'),
      [
        ['>= 8', ref('a')],
        ['2..4', mul(ref('a'), 10)],
      ],
      0,
    );
    const rows = interpreter
      .tierRows(table)
      .map(({ number, value }) => [number, value.kind === 'number' && showRange(value.range)]);
    expect(rows).toEqual([
      [1, '[8, 10]'],
      [2, '[20, 40]'],
      [3, '[0, 0]n'],
    ]);
  });
});

describe('what is read', () => {
  test('every input looked at is told, also behind a remembered let, and none besides', () => {
    const read: string[] = [];
    const lets = [letOf('率', div(ref('a'), ref('b')))];
    const values = { a: numberValue(q(1)), b: numberValue(q(2)), c: numberValue(q(3)) };
    const interpreter = interpreterOver({ lets, values, onRead: (name) => read.push(name) });
    interpreter.range(letRef('率'));
    expect(read.splice(0)).toEqual(['a', 'b']);
    interpreter.range(letRef('率'));
    expect(read.splice(0)).toEqual(['a', 'b']);
    interpreter.range(when([[gt(letRef('率'), 1), ref('c')]], 0));
    expect([...new Set(read.splice(0))]).toEqual(['a', 'b']);
    interpreter.truth(or(gt(ref('c'), 1), gt(ref('a'), 0)));
    expect(read).toEqual(['c']);
  });

  test('reasoning about what is unknown reads nothing more', () => {
    const read = new Set<string>();
    const inputs = ['a', 'b', 'c'].map((name) => input(name, '[0, 1]'));
    const interpreter = interpreterOver({ inputs, onRead: (name) => read.add(name) });
    interpreter.range(when([[gt(ref('a'), ref('b')), 0]], call('min', ref('a'), 1)));
    expect([...read]).toEqual(['a', 'b']);
  });
});

describe('long chains', () => {
  test('lets that each use the one before twice take no exponential time', () => {
    const lets = [letOf('x0', ref('a'))];
    for (let index = 1; index <= 60; index++) {
      const before = letRef(`x${index - 1}`);
      lets.push(
        letOf(
          `x${index}`,
          when([[gt(before, index), div(add(before, before), 2)]], add(before, '0.1')),
        ),
      );
    }
    const interpreter = interpreterOver({ inputs: [input('a', '[0, 5]')], lets });
    const range = interpreter.range(letRef('x60'));
    expect(range.low && range.high).toBeTruthy();
  });

  test('names of any kind are only names', () => {
    const interpreter = interpreterOver({
      inputs: [input('constructor', '[0, 1]'), input('toString', '[2, 3]')],
    });
    expect(showRange(interpreter.range(sub(ref('toString'), ref('constructor'))))).toBe('[1, 3]');
    expect(
      showRange(
        interpreterOver({ values: { hasOwnProperty: numberValue(q(2)) } }).range(
          ref('hasOwnProperty'),
        ),
      ),
    ).toBe('[2, 2]n');
    expect(r('[0, 1]').integer).toBe(false);
  });
});
