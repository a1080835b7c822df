// Several departments under one ruleset, one line each: total, grade and what is missing, and where
// they were compared with each other the place of each total.
import { compare } from '../number/rational.ts';
import { point, pointOf } from '../types/range.ts';
import { scoreText } from './figure.ts';
import type { Cell, Column } from './layout.ts';
import { layRow, rule, totalWidth, widest } from './layout.ts';
import type { Scored } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';

const WORDS = {
  en: { title: 'Summary', missing: 'Missing', place: 'Place', or: ' or ' },
  zh: { title: '汇总', missing: '缺少数据', place: '名次', or: '或' },
} as const;

/** The departments as lines of text, in the order given. */
export function summary(
  results: readonly Scored[],
  { language, paint, width }: TextSettings,
): string[] {
  const words = WORDS[language];
  const heads = sheetWords[language];
  const places = placesOf(results);
  const titles = [
    heads.department,
    heads.total,
    heads.grade,
    words.missing,
    ...(places ? [words.place] : []),
  ];
  const rows = results.map(({ sheet, framework }, index) => [
    sheet.departmentName + (sheet.departmentYear === '' ? '' : ` ${sheet.departmentYear}`),
    `${scoreText(sheet.total, 2)}/${scoreText(point(framework.total))}`,
    sheet.grades.join(words.or),
    sheet.missing.length === 0 ? '' : String(sheet.missing.length),
    ...(places ? [places[index] ?? ''] : []),
  ]);
  const texts = (index: number) => [titles, ...rows].map((row) => row[index] ?? '');
  const rest: Column[] = [
    { align: 'right', width: widest(texts(1), 4, 24) },
    { align: 'left', width: widest(texts(2), 4, 24) },
    { align: 'right', width: widest(texts(3), 4, 10) },
    ...(places ? [{ align: 'right', width: widest(texts(4), 4, 10) } as const] : []),
  ];
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
