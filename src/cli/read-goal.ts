// `--reach`, `--total`, `--full`, `--score`: what a department is to come to, or the sentence that says
// what is wrong with how it was asked.
import type { Goal } from '../analyze/whatif/goal.ts';
import type { Framework } from '../model/framework.ts';
import { nodesOf } from '../prove/reading.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { pathsNamed, suggestion } from './find-name.ts';
import type { Session } from './session.ts';
import { changeWords } from './whatif-words.ts';

/** The goal as it was written. */
export interface WrittenGoal {
  readonly reach?: string;
  readonly total?: string;
  readonly full?: string;
  readonly score?: string;
}

/** Reads the one goal. */
export function readGoal(
  written: WrittenGoal,
  framework: Framework,
  session: Session,
): Goal | string {
  const words = changeWords[session.language];
  if (!framework.scored) return words.notScored;
  const { reach, total, full, score } = written;
  const given = [reach, total, full, score].filter((each) => each !== undefined);
  if (given.length !== 1) return words.oneGoal;
  if (reach !== undefined) return gradeGoal(reach.trim(), framework, session);
  if (total !== undefined) {
    const least = parseDecimal(total.trim());
    return least ? { kind: 'total', least } : words.pointsExpected('--total', total);
  }
  if (full !== undefined) return partGoal(full, undefined, framework, session);
  const [, name = '', points = ''] = /^(.*)[=＝]([^=＝]*)$/s.exec(score ?? '') ?? [];
  const least = parseDecimal(points.trim());
  if (name.trim() === '' || least === undefined) return words.pairExpected('--score', score ?? '');
  return partGoal(name, least, framework, session);
}

function gradeGoal(grade: string, { grades }: Framework, session: Session): Goal | string {
  const words = changeWords[session.language];
  if (grades.length === 0) return words.noGrades;
  const names = grades.map(({ name }) => name);
  if (names.includes(grade)) return { kind: 'grade', grade };
  return words.unknownGrade(grade) + suggestion(grade, names, session);
}

function partGoal(
  written: string,
  least: Rational | undefined,
  framework: Framework,
  session: Session,
): Goal | string {
  const nodes = nodesOf(framework.children);
  const items = nodes.flatMap((node) =>
    node.kind === 'indicator' ? node.items.filter(({ implicit }) => !implicit) : [],
  );
  const [first, ...others] = firstNamed([nodes, items], written);
  if (first === undefined) {
    const names = [...nodes, ...items].map(({ name }) => name);
    const sentence = changeWords[session.language].unknownPart(written);
    return sentence + suggestion(written, names, session);
  }
  if (others.length > 0) {
    const paths = [first, ...others].map(({ path }) => path.join(' / ')).join('; ');
    return session.words.ambiguous(written, paths);
  }
  return { kind: 'score', path: first.path, least: least ?? first.points };
}

interface Part {
  readonly path: readonly string[];
  readonly points: Rational;
}

// Groups and indicators before items of the same name.
function firstNamed(kinds: readonly (readonly Part[])[], written: string): readonly Part[] {
  for (const parts of kinds) {
    const found = pathsNamed(parts, written);
    if (found.length > 0) return found;
  }
  return [];
}
