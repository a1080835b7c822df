// Messages of the lexer and the parser.
import type { Expectation } from '../../grammar/problems.ts';
import { everydayMessages } from './everyday-messages.ts';
import { error } from './message.ts';
import { expectedInChinese, expectedInEnglish } from './expectations.ts';

export const syntaxMessages = {
  ...everydayMessages,
  'unexpected-character': error<{ text: string }>(
    ({ text }) => `“${text}” means nothing here; remove it or put the text in quotes.`,
    ({ text }) => `这里不能用“${text}”；请删去，或把文字放进引号。`,
  ),
  'unterminated-text': error<{ opening: string; closing: string }>(
    ({ opening, closing }) =>
      `This text begins with ${opening} and is never closed; add ${closing} before the end of the line.`,
    ({ opening, closing }) => `这段文字以 ${opening} 开头却没有结束；请在行末之前加上 ${closing}。`,
  ),
  'unterminated-name': error<{ opening: string; closing: string }>(
    ({ opening, closing }) =>
      `This name begins with ${opening} and is never closed; add ${closing} before the end of the line.`,
    ({ opening, closing }) => `这个名称以 ${opening} 开头却没有结束；请在行末之前加上 ${closing}。`,
  ),
  'unterminated-comment': error<Record<never, never>>(
    () => 'This comment is never closed, so everything after it is ignored; end it with */.',
    () => '这段注释没有结束，其后的内容都被当作注释；请用 */ 结束它。',
  ),
  'unknown-escape': error<{ escape: string }>(
    ({ escape }) =>
      `${escape} is no escape: in a text, a backslash stands before ", before another backslash or before n; to write a backslash, double it.`,
    ({ escape }) =>
      `${escape} 不是转义：文字里的反斜杠后面只能是 "、另一个反斜杠或 n；要写反斜杠本身，请写两个。`,
  ),
  'empty-name': error<Record<never, never>>(
    () => 'A name in quotes must not be empty; write the name between them.',
    () => '引号里的名称不能为空；请写上名称。',
  ),
  'number-format': error<{ written: string; meant: string | undefined }>(
    ({ written, meant }) =>
      `${written} is not a number as written here; ${meant === undefined ? 'use digits with at most one decimal point' : `write ${meant}`}.`,
    ({ written, meant }) =>
      `${written} 不是本语言的数字写法；${meant === undefined ? '请只用数字和至多一个小数点' : `请写成 ${meant}`}。`,
  ),
  'thousands-separator': error<{ written: string; meant: string }>(
    ({ written, meant }) =>
      `Numbers are written without thousands separators: ${meant}, not ${written}.`,
    ({ written, meant }) => `数字不加千分位分隔符：请写 ${meant}，不写 ${written}。`,
  ),
  'foreign-operator': error<{ written: string; meant: string }>(
    ({ written, meant }) => `${written} is written ${meant} here.`,
    ({ written, meant }) => `${written} 在这里写作 ${meant}。`,
  ),
  'expected-something': error<{ expected: Expectation; found: string }>(
    ({ expected, found }) =>
      `${expectedInEnglish[expected]} is expected here${found === '' ? '' : `, not “${found}”`}.`,
    ({ expected, found }) =>
      `这里应当是${expectedInChinese[expected]}${found === '' ? '' : `，而不是“${found}”`}。`,
  ),
  'unexpected-text': error<{ text: string; meant: string | undefined }>(
    ({ text, meant }) =>
      `“${text}” does not belong here; ${meant === undefined ? 'remove it, or correct what stands before it' : `did you mean “${meant}”?`}${meant === undefined ? '.' : ''}`,
    ({ text, meant }) =>
      `这里不应有“${text}”；${meant === undefined ? '请删去，或改正它前面的内容。' : `是否想写“${meant}”？`}`,
  ),
  'unknown-statement': error<{ word: string; meant: string | undefined }>(
    ({ word, meant }) =>
      meant === undefined
        ? `No statement begins with “${word}”; statements begin with words such as group, indicator, item, input, let or when.`
        : `No statement begins with “${word}”; did you mean “${meant}”?`,
    ({ word, meant }) =>
      meant === undefined
        ? `没有以“${word}”开头的语句；语句以 分组、指标、得分项、输入、定义、当 等词开头。`
        : `没有以“${word}”开头的语句；是否想写“${meant}”？`,
  ),
  'spaced-name': error<{ name: string }>(
    ({ name }) => `A name with spaces must be quoted: 「${name}」.`,
    ({ name }) => `含有空格的名称要加引号：「${name}」。`,
  ),
  'loose-condition': error<{ aggregate: string; condition: string }>(
    ({ aggregate, condition }) =>
      `After “${aggregate}” a condition made of several needs parentheses: \`${aggregate} (${condition}) over …\`.`,
    ({ aggregate, condition }) =>
      `“${aggregate}”之后由几个部分组成的条件要加括号：“${aggregate} (${condition}) 于 …”。`,
  ),
  'full-stop': error<Record<never, never>>(
    () =>
      'No full stop stands at the end of a statement; remove the 。 (a line end or ; is enough).',
    () => '语句末尾不写句号；请删去“。”（换行或分号即可）。',
  ),
  'name-in-text-quotes': error<{ name: string }>(
    ({ name }) =>
      `A name stands without quotation marks, or in 「…」 or backticks where it holds other characters: ${name}. “…” and "…" are texts.`,
    ({ name }) =>
      `名称不加引号；含有其他字符时放进「…」或反引号：${name}。“…”和 "…" 里的是文字，不是名称。`,
  ),
  'missing-closing-brace': error<{ head: string; blocks: number }>(
    ({ head, blocks }) =>
      `The block of “${head}” is not closed${blocks > 1 ? `, nor are the ${blocks - 1} around it` : ''}; add ${'}'.repeat(blocks)} here.`,
    ({ head, blocks }) =>
      `“${head}”的花括号没有结束${blocks > 1 ? `，它外面的 ${blocks - 1} 层也没有` : ''}；请在这里加上 ${'}'.repeat(blocks)}。`,
  ),
  'unmatched-closing-brace': error<Record<never, never>>(
    () => 'This } closes nothing; remove it, or add the { that is missing before it.',
    () => '这个 } 没有对应的 {；请删去它，或在前面补上 {。',
  ),
  'amendment-inside': error<Record<never, never>>(
    () =>
      'Amendments stand at the top of a ruleset, not inside a group, indicator or item; move this one out and name what it changes by its path.',
    () =>
      '修订语句只能写在规则集最外层，不能写在分组、指标或得分项里；请移到外层，并用路径指明所修订的对象。',
  ),
  'text-after-ruleset': error<Record<never, never>>(
    () =>
      'A file holds one ruleset, and it has ended before this; remove what follows or move it inside.',
    () => '一个文件只有一个规则集，而它在此之前已经结束；请删去其后的内容，或移到规则集里面。',
  ),
  'nesting-too-deep': error<{ limit: number }>(
    ({ limit }) => `This is nested more than ${limit} levels deep; split it up.`,
    ({ limit }) => `这里的嵌套超过 ${limit} 层；请拆开来写。`,
  ),
  'empty-file': error<Record<never, never>>(
    () => 'The file is empty; begin with: ruleset Name for 2024 { … }.',
    () => '文件是空的；请从“规则集 名称 适用 2024 { … }”写起。',
  ),
};
