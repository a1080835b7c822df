// The rule at a place → what can be added to it: the row that covers the rest of a table, and the limit
// that keeps a score within its points.
import { keywords } from '../../grammar/keywords.ts';
import { nodeAt } from '../syntax/locate.ts';
import type { Expression } from '../syntax/tree.ts';
import type { Part } from '../syntax/visit.ts';
import { languageOf } from '../syntax/written-language.ts';
import type { Source } from '../text/source.ts';
import type { CodeAction } from './code-actions.ts';
import type { PartNode } from './declared.ts';
import { inFile } from './fix-text.ts';
import type { Workspace } from './workspace.ts';
import { compilationOf, readFile } from './workspace.ts';

const TITLES = {
  en: {
    row: 'Add the row that covers the rest: otherwise : 0',
    limit: 'Limit the score: at most full points',
  },
  zh: { row: '补上其余情况的一行：“其余 : 0”', limit: '限定得分：“至多 满分”' },
} as const;

/** What may be added to the rules between two offsets. */
export function ruleActions(
  workspace: Workspace,
  file: string,
  start: number,
  end: number,
): readonly CodeAction[] {
  const read = readFile(workspace, file);
  if (!read) return [];
  const { source, result } = read;
  const around = nodeAt(result.file, start).filter(({ span }) => end <= span.end);
  return [...rowActions(workspace, source, around), ...limitActions(workspace, source, around)];
}

type Table = Extract<Expression, { kind: 'decision' | 'tiers' }>;

function rowActions(
  workspace: Workspace,
  source: Source,
  around: readonly Part[],
): readonly CodeAction[] {
  const table = around.findLast(isTable);
  const last = table?.rows.at(-1);
  if (!table || !last || table.otherwise) return [];
  // Where the rows are known to cover every case, one more would never act.
  const isWhole = compilationOf(workspace, source.file)?.framework !== undefined;
  if (isWhole) return [];
  const place = { file: source.file, start: last.span.end, end: last.span.end };
  const edit = inFile({ span: place, text: ' otherwise : 0' }, source);
  return [action(TITLES[workspace.language].row, edit)];
}

function isTable(part: Part): part is Table {
  return 'kind' in part && (part.kind === 'decision' || part.kind === 'tiers');
}

function limitActions(
  workspace: Workspace,
  source: Source,
  around: readonly Part[],
): readonly CodeAction[] {
  const part = around.findLast(isScoredPart);
  const rule = part?.statements.find(({ kind }) => kind === 'score');
  const isLimited =
    part?.caps.some(({ side }) => side !== 'at-least') === true ||
    part?.statements.some((each) => each.kind === 'cap' && each.side !== 'at-least') === true;
  if (!part || !rule || isLimited) return [];
  const language = languageOf(source);
  const text = ` ${keywords.AtMost[language][0]} ${keywords.FullPoints[language][0]}`;
  const place = { file: source.file, start: rule.span.end, end: rule.span.end };
  return [action(TITLES[workspace.language].limit, { span: place, text })];
}

function isScoredPart(part: Part): part is PartNode {
  return 'kind' in part && (part.kind === 'indicator' || part.kind === 'item');
}

function action(title: string, edit: CodeAction['edits'][number]): CodeAction {
  return { kind: 'refactor', title, edits: [edit], mends: undefined, isPreferred: false };
}
