// Messages about rulesets that amend others: finding the parent, paths into it, what it forbids.
import type { NoFacts } from './message.ts';
import { error, note, warning } from './message.ts';
import type { StatementWord } from './words.ts';
import { nearMiss, statementWords } from './words.ts';

export const amendmentMessages = {
  'parent-missing': error<{ path: string }>(
    ({ path }) =>
      `There is no ruleset at “${path}”; the path after \`amends\` is read from this file's own folder.`,
    ({ path }) => `找不到规则集“${path}”；“修订自”后的路径从本文件所在的文件夹算起。`,
  ),
  'amends-cycle': error<{ chain: readonly string[] }>(
    ({ chain }) =>
      `These rulesets amend each other in a circle: ${chain.join(' → ')}; one of them must stand alone.`,
    ({ chain }) => `这些规则集互相修订，成了一圈：${chain.join(' → ')}；其中必须有一个不修订别的。`,
  ),
  'amends-too-long': error<{ limit: number }>(
    ({ limit }) =>
      `More than ${limit} rulesets amend one another here; merge some of the older ones into one file.`,
    ({ limit }) => `逐级修订超过 ${limit} 层；请把较早的几层合并成一个文件。`,
  ),
  'amendment-without-parent': error<NoFacts>(
    () =>
      'This changes a parent ruleset, but the ruleset amends none; add `amends "…"` after its name or state the rule itself.',
    () =>
      '这一句修改上级规则集，而本规则集没有修订任何规则集；请在名称后写“修订自 "…"”，或直接写出规则。',
  ),
  'unknown-path': error<{ path: string; suggestion: string | undefined }>(
    ({ path, suggestion }) =>
      `The amended ruleset has nothing called “${path}”; name a part of it, from the end of its path.${nearMiss(suggestion).en}`,
    ({ path, suggestion }) =>
      `被修订的规则集中没有“${path}”；请写其中已有的名称（路径可只写末尾几段）。${nearMiss(suggestion).zh}`,
  ),
  'ambiguous-path': error<{ path: string; candidates: readonly string[] }>(
    ({ path, candidates }) =>
      `“${path}” could be any of ${candidates.join('; ')}; put more of the path in front.`,
    ({ path, candidates }) => `“${path}”可以指 ${candidates.join('；')}；请在前面多写几段路径。`,
  ),
  'locked-by-parent': error<{ name: string }>(
    ({ name }) =>
      `“${name}” is locked by the ruleset that this one amends; leave it as it is, or have the lock removed there.`,
    ({ name }) => `上级规则集锁定了“${name}”，下级不能改动；请保留原样，或请上级解除锁定。`,
  ),
  'amendment-changes-nothing': warning<{ name: string }>(
    ({ name }) => `This leaves “${name}” as it already was; remove the line.`,
    ({ name }) => `这一句没有改变“${name}”；可以删去。`,
  ),
  'amended-twice': warning<{ name: string }>(
    ({ name }) =>
      `“${name}” is amended twice in this ruleset, and only the last amendment counts; keep one.`,
    ({ name }) => `本规则集对“${name}”修订了两次，只有最后一次有效；请只留一次。`,
  ),
  'not-settable': error<{ name: string; found: StatementWord }>(
    ({ name, found }) =>
      `\`set\` gives a value to an option or a definition (\`let\`), but “${name}” is ${statementWords[found].en}; use \`points\` or \`replace\`.`,
    ({ name, found }) =>
      `“设置”只用于选项和定义，而“${name}”是${statementWords[found].zh}；请改用“分值”或“替换”。`,
  ),
  'not-renamable': error<{ name: string; found: StatementWord }>(
    ({ name, found }) =>
      `Only groups, indicators and items can be renamed; “${name}” is ${statementWords[found].en}, which rules refer to by its name.`,
    ({ name, found }) =>
      `只有分组、指标和得分项可以改名；“${name}”是${statementWords[found].zh}，规则里按名称引用它。`,
  ),
  'cannot-replace': error<{ statement: StatementWord }>(
    ({ statement }) =>
      `\`replace\` needs a declaration with a name, which ${statementWords[statement].en} does not have; replace the indicator or item that holds it.`,
    ({ statement }) =>
      `“替换”要有名称可循，而${statementWords[statement].zh}没有名称；请替换它所在的指标或得分项。`,
  ),
  'replace-kind-differs': error<{ name: string; was: StatementWord; now: StatementWord }>(
    ({ name, was, now }) =>
      `“${name}” is ${statementWords[was].en} and cannot be replaced by ${statementWords[now].en}; remove it and add the new one.`,
    ({ name, was, now }) =>
      `“${name}”是${statementWords[was].zh}，不能替换成${statementWords[now].zh}；请先移除，再增加新的。`,
  ),
  'cannot-add-here': error<{ added: StatementWord; to: StatementWord }>(
    ({ added, to }) =>
      `${sentenceCase(statementWords[added].en)} cannot stand in ${statementWords[to].en}; items belong in an indicator, indicators and groups in a group or at the top.`,
    ({ added, to }) =>
      `${statementWords[to].zh}里不能增加${statementWords[added].zh}；得分项属于指标，指标和分组属于分组或规则集。`,
  ),
  'order-incomplete': error<{ missing: readonly string[] }>(
    ({ missing }) => `The order leaves out ${quoted(missing)}; name every part once.`,
    ({ missing }) => `排序漏了${quoted(missing)}；请把每一项都写上一次。`,
  ),
  'cannot-be-open': error<{ found: StatementWord }>(
    ({ found }) =>
      `${sentenceCase(statementWords[found].en)} cannot be \`open\`; only options, definitions (\`let\`), indicators and groups can be left to an amending ruleset.`,
    ({ found }) =>
      `${statementWords[found].zh}不能标为“待定”；只有选项、定义、指标和分组可以留给下级规则集补充。`,
  ),
  'open-term': note<{ name: string; found: StatementWord }>(
    ({ name, found }) =>
      `“${name}” (${statementWords[found].en}) is open: nothing can be scored until an amending ruleset supplies it with \`set\` or \`replace\`.`,
    ({ name, found }) =>
      `“${name}”（${statementWords[found].zh}）待定：下级规则集用“设置”或“替换”补充之前，不能评分。`,
  ),
};

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、');
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
