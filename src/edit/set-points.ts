// New points for parts → the text edits that write them into a file: in place where the file states
// them, and as `points A / B = 8` where it inherits them; entries of a checklist and figures of a rule follow. A change back to
// what is inherited takes the statement out again.
import { keywords } from '../../grammar/keywords.ts';
import type { Edit } from '../diagnostics/diagnostic.ts';
import { formatExact, parseDecimal } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { spellName } from '../syntax/print-spelling.ts';
import type { PointsNode as PointsStatement, RulesetNode } from '../syntax/tree.ts';
import { languageOf } from '../syntax/written-language.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { restatedPart, sharedChecklist } from './checklist-points.ts';
import type { NameScope } from './named.ts';
import { isSame, scopesIn } from './named.ts';
import { indexOf, scopeAt } from './occurrences.ts';
import type { PointsNode } from './points-tree.ts';
import { partsOfTree, pointsTree } from './points-tree.ts';
import { sharedRule } from './rule-points.ts';
import type { Workspace } from './workspace.ts';
import { parentOf, readFile } from './workspace.ts';

export interface PointsChange {
  /** From the top group down; empty for the total. */
  readonly path: readonly string[];
  /** A decimal, such as `6` or `2.5`. */
  readonly points: string;
}

export type SetPoints =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly reason: string };

const REASONS = {
  en: {
    unread: 'The ruleset cannot be read: mend its errors first.',
    unknown: (path: string) => `There is no part “${path}” in this ruleset.`,
    figure: (text: string) =>
      `“${text}” is no number of points: write a decimal from 0, such as 2.5.`,
    locked: (path: string) => `“${path}” is locked by the ruleset that declares it.`,
  },
  zh: {
    unread: '规则集读不通，请先改正错误。',
    unknown: (path: string) => `这个规则集里没有“${path}”。`,
    figure: (text: string) => `“${text}”不是分值，请写不小于 0 的数，如 2.5。`,
    locked: (path: string) => `“${path}”已被声明它的规则集锁定，不能改。`,
  },
} as const;

interface Ground {
  readonly workspace: Workspace;
  readonly source: Source;
  readonly ruleset: RulesetNode;
  readonly parts: readonly PointsNode[];
}

/** The edits that give the parts of a file's ruleset these points. */
export function setPoints(
  workspace: Workspace,
  file: string,
  changes: readonly PointsChange[],
): SetPoints {
  const reasons = REASONS[workspace.language];
  const read = readFile(workspace, file);
  const tree = pointsTree(workspace, file);
  const ruleset = read?.result.file.ruleset;
  if (!read || !tree || !ruleset) return { kind: 'refused', reason: reasons.unread };
  const ground: Ground = { workspace, source: read.source, ruleset, parts: partsOfTree(tree) };
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const { path, points: text } of changes) {
    const shown = path.join(' / ');
    const points = parseDecimal(text.trim());
    if (points === undefined || Q.signOf(points) < 0)
      return { kind: 'refused', reason: reasons.figure(text) };
    const part = ground.parts.find((each) => isAt(each, path));
    if (!part) return { kind: 'refused', reason: reasons.unknown(shown) };
    const checklist =
      sharedChecklist(workspace, part, points) ?? sharedRule(workspace, part, points);
    const isSamePoints = part.points && Q.equal(part.points, points);
    if (isSamePoints && (checklist?.edits ?? []).length === 0) continue;
    const isOwn = part.written.file === file;
    if (!isOwn && isLocked(ground, path)) return { kind: 'refused', reason: reasons.locked(shown) };
    if (checklist && checklist.declaration.span.file !== file) {
      added.push(restatedPart(workspace, checklist, part, points, languageOf(read.source)));
      const statement = isOwn && statementOf(ground, part);
      if (statement) edits.push({ span: wholeLines(read.source, statement.span), text: '' });
      continue;
    }
    edits.push(...(checklist?.edits ?? []));
    if (isOwn && !isSamePoints) edits.push(...editsInPlace(ground, part, points));
    else if (!isOwn) added.push(statementFor(ground, part, points));
  }
  if (added.length > 0) edits.push(insertion(ground, added));
  return { kind: 'edits', edits };
}

function isAt({ path }: PointsNode, wanted: readonly string[]): boolean {
  return path.length === wanted.length && path.every((name, place) => name === wanted[place]);
}

function editsInPlace(ground: Ground, part: PointsNode, points: Rational): readonly Edit[] {
  const { source } = ground;
  const statement = statementOf(ground, part);
  const inherited = statement && inheritedPoints(ground, part);
  if (statement && inherited && Q.equal(inherited, points))
    return [{ span: wholeLines(source, statement.span), text: '' }];
  const { start, end } = part.written;
  const written = source.text.slice(start, end);
  return [{ span: part.written, text: restated(written, points) }];
}

/** The `points A = 8` of this file that a part has its points from. */
function statementOf({ ruleset }: Ground, { written }: PointsNode): PointsStatement | undefined {
  return ruleset.statements.find(
    (each): each is PointsStatement =>
      each.kind === 'points' && each.points.span.start === written.start,
  );
}

/** The same text with another figure: its unit stays, in the number that English wants. */
function restated(written: string, points: Rational): string {
  const figure = formatExact(points);
  const unit = /^[0-9０-９.．]+(\s*)(.*)$/s.exec(written);
  if (!unit) return figure;
  const [, space = '', word = ''] = unit;
  const isOne = Q.equal(points, Q.ONE);
  const english = word === 'point' || word === 'points' ? (isOne ? 'point' : 'points') : word;
  return `${figure}${space}${english}`;
}

/** The statement with its line, where nothing else stands there. */
function wholeLines({ text }: Source, { file, start, end }: Span): Span {
  const before = /(?:\r\n|[\r\n])?[^\S\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const behind = /^[^\S\r\n]*(?=\r\n|[\r\n]|$)/.exec(text.slice(end));
  return behind
    ? { file, start: start - before.length, end: end + behind[0].length }
    : { file, start, end };
}

/** What the part has in the ruleset that this one amends. */
function inheritedPoints({ workspace, source }: Ground, part: PointsNode): Rational | undefined {
  const parent = parentOf(workspace, source.file);
  const tree = parent === undefined ? undefined : pointsTree(workspace, parent);
  if (parent === undefined || !tree) return undefined;
  const self = scopeAt(indexOf(workspace, source.file).top, part.path)?.at(-1)?.self;
  const older = scopesIn(indexOf(workspace, parent).top).find((trail) => {
    const other = trail.at(-1)?.self;
    return self && other && isSame(self, other);
  });
  const path = older?.slice(1).map(({ self: each }) => each?.name ?? '');
  return path && partsOfTree(tree).find((each) => isAt(each, path))?.points;
}

function isLocked({ workspace, source }: Ground, path: readonly string[]): boolean {
  const trail = scopeAt(indexOf(workspace, source.file).top, path) ?? [];
  return trail.some(({ self }) => {
    const declaration = self?.declaration;
    const locked = declaration && 'locked' in declaration && declaration.locked;
    return locked && declaration.span.file !== source.file;
  });
}

function statementFor(ground: Ground, part: PointsNode, points: Rational): string {
  const { workspace, source } = ground;
  const language = languageOf(source);
  if (part.kind === 'total') return totalStatement(ground, part, points);
  const { top } = indexOf(workspace, source.file);
  const path = shortest(top, part.path).map(spellName).join(' / ');
  const word = language === 'zh' ? '分值' : keywords.Points.en[0];
  return `${word} ${path} = ${formatExact(points)}`;
}

// The total is stated anew as a whole, limits and all.
function totalStatement({ workspace, source }: Ground, part: PointsNode, points: Rational): string {
  const older = readFile(workspace, part.written.file);
  const total = older?.result.file.ruleset?.statements.find(({ kind }) => kind === 'total');
  const word = keywords.Total[languageOf(source)][0];
  if (!older || !total) return `${word} ${formatExact(points)}`;
  const written = older.source.text.slice(part.written.start, part.written.end);
  const behind = older.source.text.slice(part.written.end, total.span.end);
  return `${word} ${restated(written, points)}${behind}`;
}

/** The last names of a path that only this part has. */
function shortest(top: NameScope, path: readonly string[]): readonly string[] {
  const all = scopesIn(top).map((trail) => trail.slice(1).map(({ self }) => self?.name ?? ''));
  for (let count = 1; count < path.length; count++) {
    const ending = path.slice(-count);
    const alike = all.filter((other) =>
      ending.every((name, place) => other.at(place - count) === name),
    );
    if (alike.length === 1) return ending;
  }
  return path;
}

/** Statements behind the last one of the ruleset, each on a line of its own. */
function insertion({ source, ruleset }: Ground, statements: readonly string[]): Edit {
  const { text, file } = source;
  const last = ruleset.statements.at(-1)?.span;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = last ? indentOf(text, last.start) : '  ';
  const lines = statements.map((statement) => `${newline}${indent}${statement}`).join('');
  if (last) {
    // A comment behind the last statement stays with it.
    const comment = /^[^\S\r\n]*(?:[/／]{2}[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(last.end));
    const end = last.end + (comment?.[0].length ?? 0);
    return { span: { file, start: end, end }, text: lines };
  }
  const brace = text.slice(ruleset.span.start, ruleset.span.end).search(/[{｛]/);
  const at = brace < 0 ? ruleset.span.end : ruleset.span.start + brace + 1;
  const behind = /^[^\S\r\n]*[\r\n]/.test(text.slice(at)) ? '' : newline;
  return { span: { file, start: at, end: at }, text: lines + behind };
}

function indentOf(text: string, offset: number): string {
  const line =
    text
      .slice(0, offset)
      .split(/\r\n|\r|\n/)
      .at(-1) ?? '';
  return /^\s*/.exec(line)?.[0] === line ? line : '  ';
}
