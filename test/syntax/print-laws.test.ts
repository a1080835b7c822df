import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { print } from '../../src/syntax/print.ts';
import { createSource } from '../../src/text/source.ts';
import { arbitraryRuleset } from './arbitrary-ruleset.ts';
import { withoutSpans } from './without-spans.ts';

const setting = fc.constantFrom('keep' as const, 'en' as const, 'zh' as const);

function read(text: string) {
  const source = createSource('test.chi', text);
  return { source, ...parse(source) };
}

function format(text: string, keywords: 'keep' | 'en' | 'zh'): string {
  const { file, source } = read(text);
  return print(file, source, { keywords });
}

describe('formatting any ruleset', () => {
  test.prop([arbitraryRuleset])('starts from a text without syntax errors', (text) => {
    expect(read(text).diagnostics).toEqual([]);
  });

  test.prop([arbitraryRuleset, setting])('keeps its meaning', (text, keywords) => {
    const printed = read(format(text, keywords));
    expect(printed.diagnostics).toEqual([]);
    expect(withoutSpans(printed.file.ruleset)).toEqual(withoutSpans(read(text).file.ruleset));
  });

  test.prop([arbitraryRuleset, setting])('a second time changes nothing', (text, keywords) => {
    const once = format(text, keywords);
    expect(format(once, keywords)).toBe(once);
  });

  test.prop([arbitraryRuleset])(
    'in Chinese and back in English gives the same English text',
    (text) => {
      const english = format(text, 'en');
      expect(format(format(english, 'zh'), 'en')).toBe(english);
    },
  );

  test.prop([arbitraryRuleset, setting])(
    'keeps every comment once and in order',
    (text, keywords) => {
      const comments = (from: string) =>
        read(from).file.comments.map((comment) => comment.text.trim().replace(/\r\n/g, '\n'));
      expect(comments(format(text, keywords))).toEqual(comments(text));
    },
  );
});
