// `replace`: a whole declaration in place of the one with its name. What is replaced keeps its place
// among its siblings and the story of its origins.
import type { StatementWord } from '../diagnostics/words.ts';
import type { Path, ReplaceNode } from '../syntax/tree.ts';
import { retireExamples, retireStating } from './merge-examples.ts';
import type { Amending } from './merge-guards.ts';
import { isFree, noteAmended } from './merge-guards.ts';
import {
  changeNode,
  changeStatement,
  resolveNode,
  resolvePath,
  statementCandidates,
} from './merge-path.ts';
import type { MergedRuleset, NodeDeclaration, PlainDeclaration } from './merged.ts';
import { isNode, mergedNode, mergedStatements, nameOfStatement } from './merged.ts';
import { statementWord } from './statement-places.ts';

/** The tree with the declaration replaced; unchanged when there is nothing to replace. */
export function replaceDeclaration(
  ruleset: MergedRuleset,
  { within, declaration }: ReplaceNode,
  amending: Amending,
): MergedRuleset {
  if (isNode(declaration)) return replaceNode(ruleset, within, declaration, amending);
  return mergedStatements(declaration, amending).reduce(
    (changed, { statement }) => replaceStatement(changed, within, statement, amending),
    ruleset,
  );
}

function replaceNode(
  ruleset: MergedRuleset,
  within: Path | undefined,
  declaration: NodeDeclaration,
  amending: Amending,
): MergedRuleset {
  const { report, generation } = amending;
  const path = joined(within, declaration.name);
  const found = resolveNode(ruleset, path, report);
  const old = found?.value.nodes[found.value.nodes.length - 1];
  if (!found || !old) return ruleset;
  if (old.head.kind !== declaration.kind) {
    const facts = { name: old.name.text, was: old.head.kind, now: declaration.kind };
    report.say('replace-kind-differs', path.span, facts);
    return ruleset;
  }
  if (!isFree(found.value, path.span, amending, 'with all inside')) return ruleset;
  noteAmended(amending, 'replace', found.path, path.span);
  const replacement = mergedNode(declaration, amending, 'replaced');
  const changed = changeNode(ruleset, found.value.places, () => ({
    ...replacement,
    formerNames: old.formerNames,
    origins: [...old.origins, ...replacement.origins],
  }));
  return retireExamples(changed, found.value.places, generation, true);
}

function replaceStatement(
  ruleset: MergedRuleset,
  within: Path | undefined,
  statement: PlainDeclaration,
  amending: Amending,
): MergedRuleset {
  const { report, generation } = amending;
  const name = nameOfStatement(statement);
  const kind: StatementWord = statementWord(statement.kind);
  if (!name) {
    report.say('cannot-replace', statement.span, { statement: kind });
    return ruleset;
  }
  const path = joined(within, name);
  const candidates = statementCandidates(ruleset);
  const alike = candidates.filter(({ value }) => value.merged.statement.kind === statement.kind);
  const found = resolvePath(alike, path, report);
  if (!found || !isFree(found.value.trail, path.span, amending, found.value.merged)) return ruleset;
  noteAmended(amending, 'replace', found.path, path.span);
  const { merged, trail } = found.value;
  const replacements = mergedStatements(statement, amending, 'replaced').map((replacement) => ({
    ...replacement,
    origins: [...merged.origins, ...replacement.origins],
  }));
  const changed = changeStatement(ruleset, found.value, replacements);
  if (statement.kind === 'output') return retireStating(changed, generation);
  return retireExamples(changed, trail.places, generation, true);
}

function joined(
  within: Path | undefined,
  name: { readonly text: string; readonly span: Path['span'] },
): Path {
  if (!within) return { names: [name], span: name.span };
  const span = { file: name.span.file, start: within.span.start, end: name.span.end };
  return { names: [...within.names, name], span };
}
