// The question of two rulesets: compiles both and has them compared, or says which of them has errors.
import type { Answers } from '../answers.ts';
import type { ProblemView, Project, Question } from '../protocol.ts';
import type { Progress } from './compare-view.ts';
import { compareWords } from './compare-words.ts';
import type { Side } from './compared-parts.ts';
import { problemView } from './places.ts';
import { refused } from './refused.ts';
import type { RulesetMemory } from './rulesets.ts';
import { compileFile, filesOf } from './rulesets.ts';

/** Compares two files of a project. */
export async function comparison(
  { left, right }: Extract<Question, { readonly kind: 'compare' }>,
  project: Project,
  rulesets: RulesetMemory,
  onProgress: Progress | undefined,
): Promise<Answers['compare']> {
  const words = compareWords[project.language];
  const files = filesOf(project.files);
  const problems: ProblemView[] = [];
  const sides = [left, right].map((file): Side | string => {
    const compilation = compileFile(files, file, rulesets, 'compare');
    if (!compilation) return words.broken(file);
    const { framework, sources, diagnostics } = compilation;
    if (framework) return { file, framework, sources };
    for (const each of diagnostics)
      if (each.severity === 'error') problems.push(problemView(each, sources, project.language));
    return words.broken(file);
  });
  const [one, other] = sides;
  if (typeof one === 'object' && typeof other === 'object') {
    // What proves that rules are equal is of no use to scores: it is loaded when it is asked for.
    const { comparisonView } = await import('./compare-view.ts');
    return comparisonView([one, other], project, onProgress);
  }
  return refused(
    sides.filter((each) => typeof each === 'string'),
    problems,
  );
}
