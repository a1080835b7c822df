// What a compiled module says of inputs that it cannot take: the place, the reason and the way out. A
// module speaks one language; the codes are the same in all.
import type { Language } from '../../diagnostics/diagnose.ts';
import type { Words } from '../../diagnostics/message.ts';
import { whatIsTaken } from '../../input/describe-input.ts';
import type { Input } from '../../model/framework.ts';
import { key } from './exact-expression.ts';
import type { InputError } from './runtime/reading.ts';

/** Templates over `path`, and `takes`, which says what may stand there. */
const SENTENCES: Readonly<Record<InputError['code'], Readonly<Record<Language, string>>>> = {
  'unknown-name': {
    en: '“${path}” is not known here; correct it or take it out',
    zh: '“${path}”不是这里可以写的名称；请改正或删去',
  },
  'wrong-kind': {
    en: '“${path}” is not what stands here; it takes ${takes}',
    zh: '“${path}”填写有误；应填：${takes}',
  },
  'wrong-unit': {
    en: '“${path}” has no unit that fits; it takes ${takes}',
    zh: '“${path}”的单位不合；应填：${takes}',
  },
  imprecise: {
    en: '“${path}” has more digits than a JSON number keeps; write it in quotes',
    zh: '“${path}”的位数超过 JSON 数字所能保留的；请加引号写成文本',
  },
  'out-of-range': {
    en: '“${path}” is out of range; it takes ${takes}',
    zh: '“${path}”超出规定的范围；应填：${takes}',
  },
  incomplete: { en: '“${path}” is missing; add it', zh: '缺少“${path}”；请补上' },
  'no-reason': {
    en: '“${path}” is below the full points; add a “reason”',
    zh: '“${path}”低于满分；请写明理由（reason）',
  },
};

/** What an input takes; words that its description holds anyway are added where they are said. */
export function takenWords(input: Input): Words {
  const kind = input.kind === 'judged' ? input.form.kind : input.type.kind;
  if (kind === 'choice' || kind === 'enumeration') return { en: 'one of: ', zh: '其中之一：' };
  if (kind === 'checklist') return { en: 'yes or no for each of: ', zh: '逐项填是或否：' };
  const isTable = input.kind === 'value' && kind === 'list' && input.pool === undefined;
  if (isTable && input.type.kind === 'list' && input.type.of.kind === 'record')
    return { en: 'a list of records', zh: '若干条记录' };
  return whatIsTaken(input);
}

/** The entries of a module's table of sentences. */
export function sentenceLines(language: Language): readonly string[] {
  return Object.entries(SENTENCES).map(([code, { [language]: sentence }]) => {
    const parameters = sentence.includes('${takes}') ? '(path, takes)' : '(path)';
    return `  ${key(code)}: ${parameters} => \`${sentence}\`,`;
  });
}
