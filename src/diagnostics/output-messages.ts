// Messages about what follows from the scores: outputs, conditions on grades, and ranked words.
import type { NoFacts } from './message.ts';
import { error } from './message.ts';
import type { TypeFact } from './words.ts';
import { nearMiss, typeWords } from './words.ts';

export const outputMessages = {
  'output-not-readable': error<{ name: string }>(
    ({ name }) =>
      `“${name}” is an output, which is worked out after the total; neither a rule nor a \`let\` can read it. Write what both need as a \`let\`, or make this an output too.`,
    ({ name }) =>
      `“${name}”是输出，在总分之后才算出，规则和定义都不能读取；请把共用的算式写成“定义”，或把这里也写成“输出”。`,
  ),
  'words-need-type': error<{
    name: string;
    statement: 'let' | 'output';
    words: readonly string[];
  }>(
    ({ name, statement, words }) =>
      `${words.map((word) => `“${word}”`).join(', ')} ${words.length === 1 ? 'is' : 'are'} declared nowhere. If “${name}” is to give words, say which: \`${statement} ${name} : one of { ${words.join(', ')} } = …\`.`,
    ({ name, statement, words }) =>
      `${words.map((word) => `“${word}”`).join('、')}没有声明。若“${name}”给出的是文字，请先写明有哪些：“${statement === 'let' ? '定义' : '输出'} ${name} : 选自 { ${words.join(', ')} } = …”。`,
  ),
  'total-grade-outside': error<{ hasGrades: boolean }>(
    ({ hasGrades }) =>
      hasGrades
        ? 'The grade is known only when the total and the conditions on grades are; `total grade` may stand in outputs alone.'
        : 'This ruleset awards no grades; state them with `grades { … }`, or use `total score`.',
    ({ hasGrades }) =>
      hasGrades
        ? '等级要等总分和等级的条件都定下之后才有；“总等级”只能写在输出里。'
        : '本规则集不评等级；请用“等级 { … }”写明，或改用“总得分”。',
  ),
  'output-not-single': error<{ name: string; found: TypeFact }>(
    ({ name, found }) =>
      `The output “${name}” is ${typeWords(found).en}; an output is a single figure, word, date, text or yes-or-no value, so write one output for each.`,
    ({ name, found }) =>
      `输出“${name}”是${typeWords(found).zh}；一个输出只能是一个数、一个词、一个日期、一段文本或是与否，请分成几个输出来写。`,
  ),
  'unknown-output': error<{ name: string; suggestion: string | undefined }>(
    ({ name, suggestion }) =>
      `The ruleset has no output called “${name}” that the example could state.${nearMiss(suggestion).en}`,
    ({ name, suggestion }) =>
      `规则集没有名为“${name}”的输出，示例无从写明。${nearMiss(suggestion).zh}`,
  ),
  'output-example-inside': error<{ name: string }>(
    ({ name }) =>
      `An example that states the output “${name}” stands at the top of the ruleset, not inside a part.`,
    ({ name }) => `写明输出“${name}”的示例应写在规则集的最外层，不能写在某一部分里面。`,
  ),
  'example-needs-output': error<NoFacts>(
    () =>
      'This ruleset gives no total, so an example must say which output it states: `gives NAME = VALUE`.',
    () => '本规则集没有总分，示例须写明所指的输出：“应得 名称 = 值”。',
  ),
  'ranking-incomplete': error<NoFacts>(
    () =>
      'Some of these words are ranked with `>` and others are not; write `A > B > C` from the best down, or commas throughout.',
    () => '这些词有的用“>”排了先后，有的没有；请从优到劣写成“A > B > C”，或全部用逗号隔开。',
  ),
  'lowest-grade-conditional': error<{ name: string }>(
    ({ name }) =>
      `“${name}” is the lowest grade, to which departments that fail the condition of a better one fall; it can have no condition of its own.`,
    ({ name }) => `“${name}”是最低的等级，不满足较高等级条件的单位都落到这里，它自己不能再有条件。`,
  ),
};
