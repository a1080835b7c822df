// Inside the quotes behind `amends`: the rulesets that are known, by the path from this file.
import { keywordTokens } from '../../grammar/tokens.ts';
import type { Source } from '../text/source.ts';
import type { Draft } from './completion.ts';
import type { Cursor } from './cursor.ts';
import type { Workspace } from './workspace.ts';

/** The files that the ruleset may amend; none in any other text. */
export function fileItems(
  workspace: Workspace,
  { file }: Source,
  { before }: Cursor,
): readonly Draft[] {
  if (before.at(-1)?.tokenType !== keywordTokens.Amends) return [];
  return workspace.files
    .filter((other) => other !== file)
    .map((other) => {
      const label = pathFrom(file, other);
      return { kind: 'file', label, insert: `"${label}"`, rank: 1 };
    });
}

function pathFrom(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared)].join('/');
}
