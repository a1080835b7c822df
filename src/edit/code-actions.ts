// A stretch of a file → what an editor offers to do there: the mends of what is wrong, a row for what a
// table leaves out, a limit for a score, points that add up, and the keywords of the other language.
import type { Edit } from '../diagnostics/diagnostic.ts';
import { languageOf } from '../syntax/written-language.ts';
import { diagnosticsIn } from './diagnostics.ts';
import { convertKeywords } from './format.ts';
import { mendsOf } from './mends.ts';
import { pointsActions } from './rebalance.ts';
import { ruleActions } from './rule-actions.ts';
import type { Workspace } from './workspace.ts';
import { sourceOf } from './workspace.ts';

export interface CodeAction {
  readonly kind: 'quickfix' | 'refactor' | 'source';
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The code of what it mends. */
  readonly mends: string | undefined;
  /** The only mend of what is wrong. */
  readonly isPreferred: boolean;
}

/** What may be done between two offsets of a file. */
export function codeActionsAt(
  workspace: Workspace,
  file: string,
  start: number,
  end: number,
): readonly CodeAction[] {
  const source = sourceOf(workspace, file);
  if (!source) return [];
  const all = [
    ...mends(workspace, file, start, end),
    ...ruleActions(workspace, file, start, end),
    ...pointsActions(workspace, file, start, end),
    ...conversions(workspace, file),
  ];
  const seen = new Set<string>();
  return all.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return edits.length > 0 && !seen.has(key) && seen.add(key);
  });
}

function mends(workspace: Workspace, file: string, start: number, end: number): CodeAction[] {
  return diagnosticsIn(workspace, file)
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap(({ code, span, fixes }) => {
      const all = [...mendsOf(workspace, file, { code, span }), ...fixes];
      return all.map(({ title, edits }): CodeAction => ({
        kind: 'quickfix',
        title,
        edits,
        mends: code,
        isPreferred: all.length === 1,
      }));
    });
}

const TITLES = {
  en: { en: 'Write all keywords in English', zh: 'Write all keywords in Chinese' },
  zh: { en: '把全部关键词改为英文', zh: '把全部关键词改为中文' },
} as const;

function conversions(workspace: Workspace, file: string): CodeAction[] {
  const source = sourceOf(workspace, file);
  if (!source) return [];
  // The other language first; a file that mixes both may want its own.
  const own = languageOf(source);
  const languages = own === 'zh' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  return languages.flatMap((to): CodeAction[] => {
    const converted = convertKeywords(workspace, file, to);
    if (converted.kind === 'refused') return [];
    const title = TITLES[workspace.language][to];
    const { edits } = converted;
    return [{ kind: 'source', title, edits, mends: undefined, isPreferred: false }];
  });
}
