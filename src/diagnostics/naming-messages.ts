// Messages about names: unknown, taken, circular, or used where they mean nothing.
import type { NoFacts, Words } from './message.ts';
import { error } from './message.ts';
import type { StatementWord } from './words.ts';
import { nearMiss, statementWords } from './words.ts';

export interface Unknown {
  readonly name: string;
  readonly suggestion: string | undefined;
}

export const namingMessages = {
  'unknown-name': error<Unknown>(
    ({ name, suggestion }) =>
      `Nothing called “${name}” can be seen here; declare it as an input, an option or with \`let\`.${nearMiss(suggestion).en}`,
    ({ name, suggestion }) =>
      `这里看不到名为“${name}”的值；请声明为输入、选项，或用“定义”写出。${nearMiss(suggestion).zh}`,
  ),
  'unknown-type': error<Unknown & { meant: string | undefined }>(
    ({ name, suggestion, meant }) =>
      meant === undefined
        ? `There is no type called “${name}”; declare it with \`type ${name} = …\`.${nearMiss(suggestion).en}`
        : `“${name}” is no type; write \`${meant}\`.`,
    ({ name, suggestion, meant }) =>
      meant === undefined
        ? `没有名为“${name}”的类型；请用“类型 ${name} = …”声明。${nearMiss(suggestion).zh}`
        : `“${name}”不是类型；请写“${meant}”。`,
  ),
  'unknown-function': error<
    Unknown & {
      /** Each function's name in both languages. */
      known: readonly Words[];
      /** What says here what the function of a spreadsheet says there. */
      instead: Words | undefined;
    }
  >(
    ({ name, suggestion, known, instead }) =>
      instead
        ? `${name}(…) is written \`${instead.en}\` here.`
        : `There is no function called “${name}”; the functions are ${known.map(({ en }) => en).join(', ')}.${nearMiss(suggestion).en}`,
    ({ name, suggestion, known, instead }) =>
      instead
        ? `${name}(…) 在这里写作“${instead.zh}”。`
        : `没有名为“${name}”的函数；可用的函数有 ${known.map(({ zh }) => zh).join('、')}。${nearMiss(suggestion).zh}`,
  ),
  'unknown-field': error<Unknown & { fields: readonly string[] }>(
    ({ name, suggestion, fields }) =>
      `The record has no field called “${name}”; its fields are ${fields.join(', ')}.${nearMiss(suggestion).en}`,
    ({ name, suggestion, fields }) =>
      `没有名为“${name}”的字段；已有字段为 ${fields.join('、')}。${nearMiss(suggestion).zh}`,
  ),
  'unknown-value': error<Unknown & { values: readonly string[] }>(
    ({ name, suggestion, values }) =>
      `“${name}” is not one of the values that are possible here: ${values.join(', ')}.${nearMiss(suggestion).en}`,
    ({ name, suggestion, values }) =>
      `“${name}”不在这里可取的值之中：${values.join('、')}。${nearMiss(suggestion).zh}`,
  ),
  'unknown-grade': error<Unknown>(
    ({ name, suggestion }) =>
      `\`grades\` has no grade called “${name}”; use one that it lists.${nearMiss(suggestion).en}`,
    ({ name, suggestion }) => `“等级”中没有“${name}”；请用已列出的等级。${nearMiss(suggestion).zh}`,
  ),
  'ambiguous-value': error<{ name: string }>(
    ({ name }) =>
      `“${name}” is a value that is possible here and also the name of something declared; rename one of the two.`,
    ({ name }) => `“${name}”既是这里可取的值，又是已声明的名称；请把其中一个改名。`,
  ),
  'duplicate-name': error<{ name: string; inherited: boolean }>(
    ({ name, inherited }) =>
      inherited
        ? `“${name}” is already declared in the ruleset that this one amends; write \`replace\` in front, or take another name.`
        : `“${name}” is already taken here; give one of the two another name.`,
    ({ name, inherited }) =>
      inherited
        ? `被修订的规则集已声明“${name}”；请在前面写“替换”，或换一个名称。`
        : `名称“${name}”在这里已被使用；请把其中一个换成别的名称。`,
  ),
  'cyclic-let': error<{ names: readonly string[] }>(
    ({ names }) =>
      `These definitions need each other in a circle: ${names.join(' → ')}; one of them must be stated without the others.`,
    ({ names }) =>
      `这些定义互相引用，成了一圈：${names.join(' → ')}；其中必须有一个不引用其余几个。`,
  ),
  'cyclic-type': error<{ name: string }>(
    ({ name }) => `The type “${name}” is declared by itself; state what its values are.`,
    ({ name }) => `类型“${name}”用自身来声明；请写明它的值是什么。`,
  ),
  'node-not-readable': error<{ name: string; found: StatementWord }>(
    ({ name, found }) =>
      `“${name}” is ${statementWords[found].en} and no figure by itself; write \`score of ${name}\` for the score it gets.`,
    ({ name, found }) =>
      `“${name}”是${statementWords[found].zh}，本身不是数；要用它的得分请写“实得分 ${name}”。`,
  ),
  'each-outside': error<NoFacts>(
    () =>
      '`each` is the entry that `sum of … over …` and its like are looking at; outside of them there is none.',
    () => '“每项”指“求和 … 于 …”等正在看的那一项；在它们之外没有意义。',
  ),
  'outer-entry': error<{ name: string; isParameter?: boolean }>(
    ({ name, isParameter }) =>
      `“${name}” ${isParameter ? 'stands for a figure of' : 'belongs to'} the outer list's entry, which the inner list cannot see; ${isParameter ? 'let every entry bring the inner figure as a field of its own' : 'work the inner figure out in a `let` first'}.`,
    ({ name, isParameter }) =>
      `“${name}”${isParameter ? '代表' : '属于'}外层列表的那一项，内层看不到；${isParameter ? '请在每一项数据中增加一个字段，直接填报内层的数' : '请先用“定义”算出内层的数'}。`,
  ),
  'full-points-outside': error<NoFacts>(
    () =>
      '`full points` are the points of the indicator or item around it, and there is none here; write the figure.',
    () => '“满分”指所在指标或得分项的分值，而这里不在其中；请直接写出数值。',
  ),
  'standing-outside': error<NoFacts>(
    () =>
      '`standing` is the score that a veto strikes, and can only be read in the score of a veto: `veto "…" when C : standing * 50%`.',
    () =>
      '“原得分”指被一票否决之前的得分，只能写在一票否决的结果里，例如“一票否决 “…” 当 C ： 原得分 × 50%”。',
  ),
  'nested-too-deep': error<{ limit: number }>(
    ({ limit }) =>
      `More than ${limit} steps of calculation hang on one another here; split the formula, or make the definitions lean on fewer others.`,
    ({ limit }) => `这里的算式一环套一环，超过 ${limit} 层；请拆开算式，或减少定义之间的层层引用。`,
  ),
};
