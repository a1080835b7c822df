import { describe, expect, test } from 'vitest';
import { keywordEntries } from '../../grammar/keywords.ts';
import { expression, read, statement } from './reading-text.ts';

const softWords = keywordEntries
  .filter(([, { hard }]) => !hard)
  .flatMap(([, { en, zh }]) => [...en, ...zh]);
const oneWord = softWords.filter((spelling) => !spelling.includes(' '));

describe('a keyword that is not hard', () => {
  test.each(oneWord)('%s can name an input, an item and a field', (word) => {
    expect(statement(`input ${word} : number`)).toMatchObject({ names: [{ text: word }] });
    expect(statement(`item ${word} 1 point { judged }`)).toMatchObject({ name: { text: word } });
    expect(statement(`type T = {\n ${word} : number\n}`)).toMatchObject({
      type: { fields: [{ names: [{ text: word }] }] },
    });
    expect(statement(`remove A / ${word}`)).toMatchObject({
      path: { names: [{}, { text: word }] },
    });
    expect(expression(`x.${word} + 1`)).toMatchObject({ left: { field: { text: word } } });
  });

  test.each(['总分', '目标值', '数', '说明', 'total', 'each_', '误差', '分组'])(
    '%s can stand in an expression',
    (word) => {
      const named = { kind: 'name', name: { text: word } };
      expect(expression(`${word} / 2`)).toMatchObject({ left: named });
      expect(expression(`2 * (${word})`)).toMatchObject({ right: named });
      expect(expression(`max(${word}, ${word})`)).toMatchObject({ arguments: [named, named] });
      expect(statement(`example { a = ${word}; ${word} = 1 } gives 1`)).toMatchObject({
        givens: [{ value: named }, {}],
      });
    },
  );

  test('is a keyword where the grammar wants one', () => {
    expect(read('ruleset 甲 {\n let x =\n let y = 1\n}').file.ruleset?.statements).toMatchObject([
      { kind: 'let', value: { kind: 'missing' } },
      { kind: 'let', value: { digits: '1' } },
    ]);
    expect(
      read('ruleset 甲 { group\n indicator A 1 point { judged } }').file.ruleset?.statements,
    ).toMatchObject([
      { kind: 'group', name: { text: '' } },
      { kind: 'indicator', name: { text: 'A' } },
    ]);
  });
});

describe('a quoted name', () => {
  test('may hold anything but its own closing quote', () => {
    expect(statement('item 「1、会计（核算） `a`」 1 point { judged }')).toMatchObject({
      name: { text: '1、会计（核算） `a`' },
    });
    expect(statement('item `「当」` 1 point { judged }')).toMatchObject({
      name: { text: '「当」' },
    });
  });

  test('is never a keyword', () => {
    expect(expression('「是」 + `when`')).toMatchObject({
      left: { name: { text: '是' } },
      right: { name: { text: 'when' } },
    });
  });

  test('that JavaScript knows is an ordinary name', () => {
    expect(statement('input __proto__, constructor, toString : number')).toMatchObject({
      names: [{ text: '__proto__' }, { text: 'constructor' }, { text: 'toString' }],
    });
  });
});
