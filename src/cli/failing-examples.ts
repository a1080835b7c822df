// Examples that a ruleset's rules do not give, as lines: what each states, and what comes out.
import type { ExampleResult } from '../evaluate/run-examples.ts';
import type { Session } from './session.ts';
import type { Framework } from '../model/framework.ts';
import { outcomeText } from './run-tests.ts';
import { testWords } from './test-words.ts';
import type { Value } from '../types/value.ts';

const WORDS = {
  en: {
    head: (count: number) =>
      `${count} ${count === 1 ? 'example is' : 'examples are'} not what the rules give now; work ${count === 1 ? 'it' : 'them'} out anew:`,
    unnamed: 'an example',
  },
  zh: {
    head: (count: number) => `有 ${count} 个示例与现在的规则不符，请重新核算：`,
    unnamed: '示例',
  },
} as const;

/** Nothing where all agree. */
export function failingLines(
  framework: Framework | undefined,
  failing: readonly ExampleResult[],
  { language }: Session,
): readonly string[] {
  if (!framework || failing.length === 0) return [];
  const words = WORDS[language];
  const lines = failing.map(({ example, expected, actual }) => {
    const name = [...example.path, example.name ?? words.unnamed].join(' / ');
    const text = (value: Value) => outcomeText(framework, example.output?.name, value, language);
    const difference = testWords[language].differs(text(expected), text(actual));
    return `  ${name}${language === 'zh' ? '：' : ': '}${difference}`;
  });
  return [words.head(failing.length), ...lines];
}
