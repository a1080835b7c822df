// What an editor can do about a mistake beyond the fix that comes with its message, since that takes the
// text around: a declaration for a name that has none, a rule in proportion to the points of its part.
import type { Language } from '../diagnostics/diagnose.ts';
import { formatExact } from '../number/decimal.ts';
import { spellName } from '../syntax/print-spelling.ts';
import type { RulesetNode } from '../syntax/tree.ts';
import { languageOf } from '../syntax/written-language.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { WordedFix } from './diagnostics.ts';
import { inLanguage } from './fix-text.ts';
import { partsOfTree, pointsTree } from './points-tree.ts';
import { fittedRule } from './rule-points.ts';
import type { Workspace } from './workspace.ts';
import { readFile } from './workspace.ts';

const WORDS = {
  en: {
    declare: (declaration: string) => `Declare it: ${declaration}`,
    fit: (name: string, changes: string) => `Fit the figures of “${name}”: ${changes}`,
    list: ', ',
  },
  zh: {
    declare: (declaration: string) => `补上声明：${declaration}`,
    fit: (name: string, changes: string) => `按分值折算“${name}”的各档：${changes}`,
    list: '，',
  },
} as const;

/** Whether an editor knows more about mistakes of this code. */
export function hasMends(code: string): boolean {
  return code === 'unknown-name' || code === 'score-leaves-range';
}

/** The further ways to mend a mistake in a file, the likeliest first. */
export function mendsOf(
  workspace: Workspace,
  file: string,
  { code, span }: { readonly code: string; readonly span: Span },
): readonly WordedFix[] {
  const read = readFile(workspace, file);
  const ruleset = read?.result.file.ruleset;
  if (!read || !ruleset || span.file !== file) return [];
  if (code === 'unknown-name') return declaring(workspace.language, read.source, ruleset, span);
  if (code === 'score-leaves-range') return fitting(workspace, file, span);
  return [];
}

/** The ends of names that say what is counted or measured; the first that fits counts. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:是否|有无|有没有)|是否$/u, 'yes or no'],
  [/(?:率|比例|占比|比重|满意度|percent|rate|ratio)$/iu, 'percent at least 0%'],
  [/(?:日期|时间|date)$/iu, 'date'],
  [
    /(?:额|款|资金|预算|支出|收入|费用|经费|数额|amount|cost|budget)$/iu,
    'money in 万元 at least 0',
  ],
  [/(?:次数|次|count)$/iu, 'count of 次'],
  [/(?:人数|人)$/u, 'count of 人'],
  [/(?:个数|数量|数|number)$/iu, 'count of 个'],
];

function declaring(
  language: Language,
  source: Source,
  { span: whole, statements }: RulesetNode,
  { start, end }: Span,
): WordedFix[] {
  const name = source.text.slice(start, end);
  if (!/^[\p{L}_「`]/u.test(name) || /[\r\n]/u.test(name)) return [];
  const bare = name.replace(/^[「`]|[」`]$/gu, '');
  const type = TYPES.find(([ending]) => ending.test(bare))?.[1] ?? 'number';
  const declaration = inLanguage(`input ${spellName(bare)} : ${type}`, languageOf(source));
  const inputs = statements.filter(({ kind }) => kind === 'input');
  const before =
    inputs.at(-1) ??
    statements
      .filter(({ kind }) => ['about', 'source', 'total', 'rounding', 'grades'].includes(kind))
      .at(-1);
  const brace = source.text.slice(whole.start, whole.end).search(/[{｛]/u);
  const at = before?.span.end ?? whole.start + brace + 1;
  if (before === undefined && brace < 0) return [];
  const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
  const line =
    source.text
      .slice(0, before?.span.start ?? at)
      .split(/\r\n|\r|\n/u)
      .at(-1) ?? '';
  const indent = before && /^\s*$/u.test(line) ? line : '  ';
  // A remark behind the statement stays on its line.
  const remark = /^[^\S\r\n]*(?:[/／]{2}[^\r\n]*)?(?=[\r\n]|$)/u.exec(source.text.slice(at));
  const place = at + (remark?.[0].length ?? 0);
  const tail = remark ? '' : newline + indent;
  return [
    {
      title: WORDS[language].declare(declaration),
      edits: [
        {
          span: { file: source.file, start: place, end: place },
          text: `${newline}${indent}${declaration}${tail}`,
        },
      ],
    },
  ];
}

function fitting(workspace: Workspace, file: string, { start, end }: Span): WordedFix[] {
  const tree = pointsTree(workspace, file);
  if (!tree) return [];
  const words = WORDS[workspace.language];
  return partsOfTree(tree).flatMap((part): WordedFix[] => {
    const rule = part.nameSpan.file === file ? fittedRule(workspace, part) : undefined;
    const isHere = rule && rule.declaration.span.start <= start && end <= rule.declaration.span.end;
    if (!rule || !isHere) return [];
    const changes = rule.changes.map(
      ({ before, after }) => `${formatExact(before)} → ${formatExact(after)}`,
    );
    return [{ title: words.fit(part.name, changes.join(words.list)), edits: rule.edits }];
  });
}
