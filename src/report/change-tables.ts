// What reports about changes share: names and values of what is changed, and their tables.
import type { Lever } from '../analyze/whatif/lever.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { divide, equal } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import { PLAIN } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import { figureText, valueText, writtenFigure } from './figure.ts';
import type { Column } from './layout.ts';
import { layRow, rule, totalWidth, widest } from './layout.ts';
import { whatIfWords } from './whatif-words.ts';

const WIDEST_COLUMNS = [24, 22, 20, 18, 16, 14, 12];
const LEAST_FIRST = 16;

/** A table as wide as there is room; the `left` columns are aligned left. */
export function changeTable(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  strong: (text: string) => string,
  left: ReadonlySet<number> = new Set(),
): string[] {
  const columns = columnsFor(titles, rows, width, left);
  const line = rule(totalWidth(columns));
  const head = layRow(
    titles.map((text) => ({ text, paint: strong })),
    columns,
  );
  const lines = rows.flatMap((row) =>
    layRow(
      row.map((text) => ({ text })),
      columns,
    ),
  );
  return [line, ...head, line, ...lines, line];
}

// The other columns give way until there is room for the first.
function columnsFor(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  left: ReadonlySet<number>,
): readonly Column[] {
  const texts = (index: number) => [titles[index] ?? '', ...rows.map((row) => row[index] ?? '')];
  const wanted = widest(texts(0), 8, LEAST_FIRST);
  let others: readonly Column[] = [];
  for (const most of WIDEST_COLUMNS) {
    others = titles.slice(1).map((_, index): Column => ({
      align: left.has(index + 1) ? 'left' : 'right',
      width: widest(texts(index + 1), 4, most),
    }));
    if (width - totalWidth(others) - 2 >= wanted) break;
  }
  const rest = width - totalWidth(others) - 2;
  return [{ align: 'left', width: Math.max(wanted, widest(texts(0), 8, rest)) }, ...others];
}

/** What stands there now. */
export function nowOf(lever: Lever, language: Language): string {
  const { current, unit } = lever;
  if (current === undefined) return whatIfWords[language].unknown;
  return choiceAt(lever, current) ?? valueText(current, unit, language) ?? '';
}

// The name of the choice that was taken.
function choiceAt({ input }: Lever, current: Value): string | undefined {
  if (input.kind !== 'judged' || input.form.kind !== 'choice') return undefined;
  const given = current.kind === 'number' ? pointOf(current.range) : undefined;
  return given && input.form.choices.find(({ points }) => equal(points, given))?.name;
}

/** A value of something that can be changed, as people write it; `chosen` is the choice or the findings. */
export function changeText(
  lever: Lever,
  value: Value,
  chosen: readonly string[],
  language: Language,
): string {
  const { unit, input, moves } = lever;
  const isFindings = input.kind === 'judged' && input.form.kind === 'checklist';
  if (moves.kind === 'alternatives' && isFindings && chosen.length > 0)
    return whatIfWords[language].findings(chosen);
  const [only] = chosen;
  if (moves.kind === 'alternatives' && only !== undefined) return only;
  const known = value.kind === 'number' ? pointOf(value.range) : undefined;
  if (known && unit) return writtenFigure(known, unit, language);
  return valueText(value, unit, language) ?? '';
}

/** An exact border: as a fraction, too, where its decimals do not end. */
export function borderText(lever: Lever, value: Rational, language: Language): string {
  const unit = lever.unit ?? PLAIN;
  const text = figureText(value, unit, language);
  return text.startsWith('≈') ? `${text} (${formatExact(divide(value, unit.scale))})` : text;
}

/** The names of grades that are possible. */
export function gradesText(grades: readonly string[], language: Language): string {
  return grades.join(language === 'zh' ? '或' : ' or ');
}
