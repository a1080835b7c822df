// A ruleset as files for other programs, and as a tree of its parts: what the tab of compiled output shows.
import manifest from '../../package.json' with { type: 'json' };
import type { Framework } from '../../src/model/framework.ts';
import { generate } from '../../src/generate/generate.ts';
import type { Target } from '../../src/generate/generate.ts';
import type { DialectName } from '../../src/generate/sql/dialects.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { Answers, BuildView } from '../answers.ts';
import type { BuildTarget, PointsView } from '../protocol.ts';
import { problemView } from './places.ts';
import type { Sources } from './places.ts';
import { refused } from './refused.ts';
import { pointsTree } from './tree.ts';

interface Plan {
  readonly target: Target;
  readonly dialects?: readonly DialectName[];
  readonly language: BuildView['language'];
}

const PLANS: Readonly<Record<Exclude<BuildTarget, 'tree'>, Plan>> = {
  ts: { target: 'ts', language: 'typescript' },
  js: { target: 'js', language: 'javascript' },
  schema: { target: 'schema', language: 'json' },
  types: { target: 'types', language: 'typescript' },
  validator: { target: 'validator', language: 'javascript' },
  reader: { target: 'reader', language: 'javascript' },
  'sql-duckdb': { target: 'sql', dialects: ['duckdb'], language: 'sql' },
  'sql-postgresql': { target: 'sql', dialects: ['postgresql'], language: 'sql' },
  'sql-spark': { target: 'sql', dialects: ['spark'], language: 'sql' },
};

/** Builds one target. */
export async function buildView(
  framework: Framework,
  target: BuildTarget,
  sources: Sources,
  language: Language,
): Promise<Answers['build']> {
  if (target === 'tree') {
    const text = `${treeLines(framework, pointsTree(framework, sources), language).join('\n')}\n`;
    return { kind: 'files', files: [{ path: 'tree.txt', text }], language: 'plaintext' };
  }
  const { language: shown, ...plan } = PLANS[target];
  const made = await generate(framework, { ...plan, language, version: manifest.version });
  if (made.kind === 'refused')
    return refused(
      [],
      made.diagnostics.map((each) => problemView(each, sources, language)),
    );
  return { kind: 'files', files: made.files, language: shown };
}

function treeLines(
  { name, period, total }: Framework,
  tree: readonly PointsView[],
  language: Language,
): string[] {
  const unit = language === 'zh' ? ' 分' : ' points';
  const head = [name, period].filter((part) => part !== '').join(' ');
  const lines = [`${head}  ${total.d === 1n ? String(total.n) : `${total.n}/${total.d}`}${unit}`];
  const visit = (parts: readonly PointsView[], indent: string): void => {
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1;
      lines.push(`${indent}${isLast ? '└─ ' : '├─ '}${part.name}  ${part.points}${unit}`);
      visit(part.children, indent + (isLast ? '   ' : '│  '));
    });
  };
  visit(tree, '');
  return lines;
}
