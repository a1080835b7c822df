// A part in both of its states: scored, and finished after points were moved. What asks how a score came
// about, and what is missing in it, goes through the two side by side.
import type { GroupScore, NodeScore } from '../model/sheet.ts';
import type { ScoredGroup, ScoredNode } from './score-node.ts';

/** A part before and after its points were moved. */
export interface FinishedNode {
  readonly scored: ScoredNode;
  readonly sheet: NodeScore;
}

/** The parts inside a group. */
export function finishedIn({ children }: ScoredGroup, sheet: GroupScore): FinishedNode[] {
  const finished: FinishedNode[] = [];
  for (const [place, scored] of children.entries()) {
    const child = sheet.children[place];
    if (child) finished.push({ scored, sheet: child });
  }
  return finished;
}
