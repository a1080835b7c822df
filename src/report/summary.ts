// Several departments under one ruleset, one line each: total, grade, outputs and what is missing, and
// where they were compared with each other the place of each total.
import type { Language } from '../diagnostics/diagnose.ts';
import { compare } from '../number/rational.ts';
import { point, pointOf } from '../types/range.ts';
import { scoreText } from './figure.ts';
import { outputText } from './outputs.ts';
import type { Heading } from './plain-table.ts';
import { plainTable } from './plain-table.ts';
import type { Scored } from './scored.ts';
import { stillMatters } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';
import { wrap } from './wrap.ts';

const WORDS = {
  en: {
    title: 'Summary',
    missing: 'Missing',
    place: 'Place',
    or: ' or ',
    further: (names: readonly string[]) =>
      `${names.length} more ${names.length === 1 ? 'output stands' : 'outputs stand'} in the sheets: ${names.join(', ')}`,
  },
  zh: {
    title: '汇总',
    missing: '缺少数据',
    place: '名次',
    or: '或',
    further: (names: readonly string[]) =>
      `另有 ${names.length} 项输出见各单位的得分表：${names.join('、')}`,
  },
} as const;

// More outputs than these would leave no room for the names.
const SHOWN_OUTPUTS = 4;

/** The departments as lines of text, in the order given. */
export function summary(results: readonly Scored[], settings: TextSettings): string[] {
  const { language, paint, width } = settings;
  const words = WORDS[language];
  const heads = sheetWords[language];
  const framework = results[0]?.framework;
  // A ruleset of outputs alone has neither total nor grade to show.
  const isScored = framework?.scored !== false;
  const places = isScored ? placesOf(results) : undefined;
  const outputs = framework?.outputs.slice(0, SHOWN_OUTPUTS).map(({ name }) => name) ?? [];
  const heading = (text: string, align: Heading['align'], most = 24): Heading => ({
    text,
    align,
    most,
    least: 4,
  });
  const headings: Heading[] = [
    { text: heads.department, align: 'left', least: 8 },
    ...(isScored ? [heading(heads.total, 'right'), heading(heads.grade, 'left')] : []),
    ...outputs.map((name) => heading(name, 'left')),
    heading(words.missing, 'right', 10),
    ...(places ? [heading(words.place, 'right', 10)] : []),
  ];
  const rows = results.map((result, index) => [
    ...rowOf(result, isScored, words.or, language),
    ...(places ? [places[index] ?? ''] : []),
  ]);
  const further = framework?.outputs.slice(SHOWN_OUTPUTS).map(({ name }) => name) ?? [];
  const note = further.length === 0 ? [] : wrap(words.further(further), width);
  return [paint.strong(words.title), ...plainTable(headings, rows, settings), ...note];
}

function rowOf(
  { sheet, framework }: Scored,
  isScored: boolean,
  or: string,
  language: Language,
): string[] {
  const missing = sheet.missing.filter(stillMatters).length;
  const total = `${scoreText(sheet.total, 2)}/${scoreText(point(framework.total))}`;
  const outputs = sheet.outputs
    .slice(0, SHOWN_OUTPUTS)
    .map((result) => outputText(result, result.value, { language, lets: framework.lets }));
  return [
    sheet.departmentName + (sheet.departmentYear === '' ? '' : ` ${sheet.departmentYear}`),
    ...(isScored ? [total, sheet.grades.join(or)] : []),
    ...outputs,
    missing === 0 ? '' : String(missing),
  ];
}

// By total, the highest first, equal totals sharing the best place; only among departments that were
// compared and whose totals are all known.
function placesOf(results: readonly Scored[]): string[] | undefined {
  if (results.every(({ sheet }) => typeof sheet.cohort === 'string')) return undefined;
  const totals = results.map(({ sheet }) => pointOf(sheet.total));
  if (totals.includes(undefined)) return undefined;
  return totals.map((total) => {
    const better = totals.filter((other) => other && total && compare(other, total) > 0);
    return String(better.length + 1);
  });
}
