// Texts that mean nothing: pieces of the language in any order, among other characters.
import fc from 'fast-check';
import { keywordEntries } from '../../grammar/keywords.ts';

/** Any text made of pieces of the language, in any order. */
export const tokenSoup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(...keywordEntries.flatMap(([, { en, zh }]) => [...en, ...zh])),
      },
      fc.constantFrom(
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        ':',
        '=',
        ',',
        ';',
        '/',
        '-',
        '+',
        '*',
        '..',
        '.',
        '<',
        '>=',
        '%',
        '｛',
        '｝',
      ),
      fc.constantFrom(
        '甲',
        '「乙 丙」',
        '`x',
        '「',
        '"t"',
        '"',
        '“',
        '12',
        '1.2.3',
        '1,234',
        '2023-1-1',
        '//',
        '/*',
        '*/',
        '@',
        '\u0000',
        '\ud800',
        '😀',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .chain((pieces) =>
    fc
      .array(fc.constantFrom(' ', '\n', '', '\t', '\r\n', '　'), {
        minLength: pieces.length,
        maxLength: pieces.length,
      })
      .map((joints) => pieces.map((piece, at) => piece + (joints[at] ?? '')).join('')),
  );
