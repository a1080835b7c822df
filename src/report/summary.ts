// Several departments under one ruleset, one line each: total, grade, outputs and what is missing.
import type { Language } from '../diagnostics/diagnose.ts';
import { point } from '../types/range.ts';
import { scoreText } from './figure.ts';
import type { Cell, Column } from './layout.ts';
import { layRow, rule, totalWidth, widest } from './layout.ts';
import { outputText } from './outputs.ts';
import type { Scored } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';

const WORDS = {
  en: { title: 'Summary', missing: 'Missing', or: ' or ' },
  zh: { title: '汇总', missing: '缺少数据', or: '或' },
} as const;

// More outputs than these would leave no room for the names.
const SHOWN_OUTPUTS = 4;

/** The departments as lines of text, in the order given. */
export function summary(
  results: readonly Scored[],
  { language, paint, width }: TextSettings,
): string[] {
  const words = WORDS[language];
  const heads = sheetWords[language];
  const framework = results[0]?.framework;
  // A ruleset of outputs alone has neither total nor grade to show.
  const scored = framework?.scored !== false ? [heads.total, heads.grade] : [];
  const outputs = framework?.outputs.slice(0, SHOWN_OUTPUTS).map(({ name }) => name) ?? [];
  const titles = [heads.department, ...scored, ...outputs, words.missing];
  const rows = results.map((result) => rowOf(result, scored.length > 0, words.or, language));
  const texts = (index: number) => [titles, ...rows].map((row) => row[index] ?? '');
  const rest = titles.slice(1).map((title, index): Column => ({
    align: title === heads.total || title === words.missing ? 'right' : 'left',
    width: widest(texts(index + 1), 4, title === words.missing ? 10 : 24),
  }));
  const room = Math.max(16, width - totalWidth(rest) - 2);
  const columns: Column[] = [{ align: 'left', width: widest(texts(0), 8, room) }, ...rest];
  const line = rule(totalWidth(columns));
  const head: Cell[] = titles.map((text) => ({ text, paint: paint.strong }));
  const body = rows.flatMap((row) =>
    layRow(
      row.map((text) => ({ text })),
      columns,
    ),
  );
  return [paint.strong(words.title), line, ...layRow(head, columns), line, ...body, line];
}

function rowOf(
  { sheet, framework }: Scored,
  isScored: boolean,
  or: string,
  language: Language,
): string[] {
  const total = `${scoreText(sheet.total, 2)}/${scoreText(point(framework.total))}`;
  const outputs = sheet.outputs
    .slice(0, SHOWN_OUTPUTS)
    .map((result) => outputText(result, result.value, { language, lets: framework.lets }));
  return [
    sheet.departmentName + (sheet.departmentYear === '' ? '' : ` ${sheet.departmentYear}`),
    ...(isScored ? [total, sheet.grades.join(or)] : []),
    ...outputs,
    sheet.missing.length === 0 ? '' : String(sheet.missing.length),
  ];
}
