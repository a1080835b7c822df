// A department's score sheet in the shape of the official table: the groups and indicators with their
// points and scores, what was lost and why, subtotals and the total; below it what the result rests
// on. Data in, lines of text out.
import { isSingle, nearFigure } from '../types/enclosure.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { GroupScore, IndicatorScore, NodeScore, ScoreSheet } from '../model/sheet.ts';
import { decimalsOf } from '../number/decimal.ts';
import type { Range } from '../types/range.ts';
import { isAbsent } from './absent.ts';
import { negateRange, point, subtractRanges } from '../types/range.ts';
import { scoreText } from './figure.ts';
import type { Cell, Column } from './layout.ts';
import { hang, layRow, rule, totalWidth, widest } from './layout.ts';
import { outputLines } from './outputs.ts';
import type { Paint } from './paint.ts';
import { combiningReasons, reasonsOf, strikesOf } from './reason.ts';
import type { ReasonSettings } from './reason.ts';
import type { Scored } from './scored.ts';
import { indicatorScores, judgedInputs, lossOf, standingOf } from './scored.ts';
import { sheetNotes } from './sheet-notes.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';
import { printable, widthOf } from './wrap.ts';

// Every row of the table before it is laid out.
type Row =
  | {
      readonly kind: 'indicator';
      readonly groups: readonly string[];
      readonly score: IndicatorScore;
    }
  | { readonly kind: 'subtotal'; readonly name: string; readonly score: GroupScore };

/** The sheet as lines of text. */
export function scoreSheet(scored: Scored, settings: TextSettings): string[] {
  const depth = Math.max(
    1,
    ...indicatorScores(scored.sheet.children)
      .filter((score) => !isAbsent(score))
      .map(({ indicator }) => indicator.path.length),
  );
  const blocks = [
    scored.framework.scored ? layTable(scored, depth, settings) : [],
    outputLines(scored, settings),
    sheetNotes(scored, settings),
  ];
  const shown = blocks.filter((lines) => lines.length > 0);
  return [...heading(scored, settings), ...shown.flatMap((lines) => ['', ...lines])];
}

function heading({ framework, sheet }: Scored, { language, paint, width }: TextSettings): string[] {
  const words = sheetWords[language];
  const year = sheet.departmentYear === '' ? '' : `  ${words.year(sheet.departmentYear)}`;
  const { source } = framework;
  const period =
    framework.period === ''
      ? ''
      : language === 'zh'
        ? `（${framework.period}）`
        : ` (${framework.period})`;
  const cited = [source?.document, source?.section].filter((part) => part !== undefined);
  const basis = [framework.name + period, ...(cited.length === 0 ? [] : [cited.join(' ')])].join(
    words.comma,
  );
  return [
    paint.strong(printable(sheet.departmentName) + year),
    ...hang(`${words.basis}  `, basis, width).map(paint.faint),
  ];
}

function layTable(scored: Scored, depth: number, settings: TextSettings): string[] {
  const { language, paint } = settings;
  const words = sheetWords[language];
  const rows = rowsOf(scored.sheet.children, [], depth);
  const decimals = decimalsFor(scored);
  const reasoning: ReasonSettings = {
    wording: { language, lets: scored.framework.lets },
    judged: judgedInputs(scored.framework),
  };
  const bodies = rows.map((row) => rowCells(row, scored.sheet, depth, decimals, paint, language));
  const reasons = rows.map((row) =>
    row.kind === 'indicator'
      ? reasonsOf(row.score, scored, reasoning)
      : [
          ...combiningReasons(row.score.steps, row.score.group.combine, reasoning),
          ...strikesOf(row.score.steps, reasoning),
        ],
  );
  const total = totalCells(scored, depth, decimals, settings);
  const titles = [
    ...Array.from({ length: depth }, (_, level) => words.level(level + 1, depth)),
    words.points,
    words.score,
    words.deducted,
  ];
  const columns = columnsFor(
    [titles, ...[...bodies, total].map((cells) => cells.map((cell) => cell.text))],
    depth,
    settings.width,
  );
  const line = rule(totalWidth(columns));
  const lines = [
    line,
    ...layRow(
      [...titles, words.why].map((text) => ({ text, paint: paint.strong })),
      columns,
    ),
    line,
  ];
  rows.forEach((row, index) => {
    const reason = (reasons[index] ?? []).join('\n');
    lines.push(...layRow([...(bodies[index] ?? []), { text: reason }], columns));
    if (row.kind === 'subtotal' && row.score.group.path.length === 1) lines.push(line);
  });
  if (lines.at(-1) !== line) lines.push(line);
  return [...lines, ...layRow(total, columns), line];
}

function rowsOf(nodes: readonly NodeScore[], groups: readonly string[], depth: number): Row[] {
  return nodes
    .filter((node) => !isAbsent(node))
    .flatMap((node, index): Row[] => {
      // A group's name stands on its first row only, as in a printed table with joined cells.
      const names = index === 0 ? groups : groups.map(() => '');
      if (node.kind === 'indicator') return [{ kind: 'indicator', groups: names, score: node }];
      const inner = rowsOf(node.children, [...names, node.group.name], depth);
      const isShown = node.group.path.length === 1 || node.group.combine !== undefined;
      return isShown ? [...inner, { kind: 'subtotal', name: node.group.name, score: node }] : inner;
    });
}

function rowCells(
  row: Row,
  sheet: ScoreSheet,
  depth: number,
  decimals: number,
  paint: Paint,
  language: Language,
): Cell[] {
  const words = sheetWords[language];
  if (row.kind === 'subtotal') {
    const { group, points, score } = row.score;
    const sign = group.standing === 'penalty' ? negateRange(score) : score;
    const added = group.combine ? words.combined : words.subtotal;
    const label = group.standing === 'counted' ? added : words[group.standing];
    const cells = [
      label,
      ...Array.from({ length: depth - 1 }, () => ''),
      scoreText(points, decimals),
      scoreText(sign, decimals),
    ];
    const lost =
      group.standing === 'counted' ? lostText(subtractRanges(points, score), decimals) : '';
    return [...cells, lost].map((text) => ({ text, paint: paint.strong }));
  }
  const { points, score, indicator, applicability } = row.score;
  const sign = standingOf(row.score, sheet) === 'penalty' ? negateRange(score) : score;
  const gone = applicability === 'not-applicable' && indicator.notApplicable?.policy !== 'in-full';
  const lost = lostText(lossOf(row.score, sheet), decimals);
  const groups = Array.from({ length: depth - 1 }, (_, level) => ({
    text: row.groups[level] ?? '',
  }));
  const scorePaint = !isSingle(score) ? paint.warn : lost === '' ? undefined : paint.bad;
  return [
    ...groups,
    { text: indicator.name },
    { text: scoreText(points, decimals) },
    { text: gone ? words.notApplicable : scoreText(sign, decimals), paint: scorePaint },
    { text: lost, paint: scorePaint },
  ];
}

function totalCells(
  scored: Scored,
  depth: number,
  decimals: number,
  { language, paint }: TextSettings,
): Cell[] {
  const words = sheetWords[language];
  const { framework, sheet } = scored;
  const points = point(framework.total);
  const grade =
    sheet.grades.length === 0
      ? ''
      : `${words.grade} ${sheet.grades.join(language === 'zh' ? '或' : ' or ')}`;
  const wording = { language, lets: framework.lets };
  const reasoning = { wording, judged: judgedInputs(framework) };
  const combining = combiningReasons(sheet.totalSteps, framework.combine, reasoning);
  const note = [grade, ...combining, ...strikesOf(sheet.totalSteps, reasoning)]
    .filter((part) => part !== '')
    .join('\n');
  const cells = [
    words.total,
    ...Array.from({ length: depth - 1 }, () => ''),
    scoreText(points, decimals),
    scoreText(sheet.total, decimals),
    lostText(subtractRanges(points, sheet.total), decimals),
    note,
  ];
  return cells.map((text) => ({ text, paint: paint.strong }));
}

/**
 * Nothing where nothing was lost, so that the losses stand out; while the score is open, what is lost
 * in any case.
 */
export function lostText(lost: Range, decimals: number): string {
  const known = nearFigure(lost);
  if (known) return known.n <= 0n ? '' : scoreText(lost, decimals);
  const atLeast = lost.low?.value;
  return atLeast && atLeast.n > 0n ? `≥${scoreText(point(atLeast), decimals)}` : '';
}

/** Two decimals as in the official tables, more where a score or its points need them. */
export function decimalsFor({ sheet }: Scored): number {
  const figures = indicatorScores(sheet.children).flatMap(({ score, points }) =>
    [score.low, score.high, points.low].flatMap((end) => (end ? [decimalsOf(end.value) ?? 0] : [])),
  );
  return Math.min(4, Math.max(2, ...figures));
}

// Long names wrap before reasons get less than half a line of their own.
const NAME = 20;
const ROOMY_REASON = 36;
const LEAST_REASON = 16;

// Figures take the room they need; names share what is left with the reasons.
function columnsFor(rows: readonly (readonly string[])[], depth: number, width: number): Column[] {
  const texts = (index: number) => rows.map((row) => row[index] ?? '');
  const figures = [depth, depth + 1, depth + 2].map((index): Column => ({
    align: 'right',
    width: widest(texts(index), 4, 24),
  }));
  const groups = Array.from({ length: depth - 1 }, (_, index): Column => ({
    align: 'left',
    width: widest(texts(index), 4, 12),
  }));
  const fixed = totalWidth([...groups, ...figures]) + 4;
  const longest = Math.max(8, ...texts(depth - 1).map(widthOf));
  const room = Math.min(Math.max(NAME, width - fixed - ROOMY_REASON), width - fixed - LEAST_REASON);
  const name = Math.max(8, Math.min(longest, room));
  const reason = Math.max(LEAST_REASON, width - fixed - name);
  return [...groups, { align: 'left', width: name }, ...figures, { align: 'left', width: reason }];
}
