// Errors in an ancestor's text that an amendment may have caused → the same, pointing at the amendment
// too: what an author can change stands in the newest file, what is said is about the oldest.
import type { Diagnostic, Related } from '../diagnostics/diagnostic.ts';
import type { Name, Statement } from '../syntax/tree.ts';
import { visit } from '../syntax/visit.ts';
import type { Span } from '../text/span.ts';
import type { Generation } from './check.ts';
import { isNode, nameOfStatement } from './merged.ts';

/** How many amendments one message points at. */
const MOST_NAMED = 3;

/** The diagnostics, those in ancestors with the later statements that changed what they speak of. */
export function blameAmendments(
  diagnostics: readonly Diagnostic[],
  generations: readonly Generation[],
): Diagnostic[] {
  const files = generations.map(({ source }) => source.file);
  const amendments = amendmentsIn(generations);
  if (amendments.length === 0) return [...diagnostics];
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  const readBy = (name: string) => (known ??= namesReadBy(generations)).get(name) ?? [];
  return diagnostics.map((diagnostic) => {
    const place = files.indexOf(diagnostic.span.file);
    const generation = generations[place];
    if (diagnostic.severity !== 'error' || generation === undefined) return diagnostic;
    const later = amendments.filter((amendment) => amendment.generation > place);
    if (later.length === 0) return diagnostic;
    const spoken = new Set(namesOf(diagnostic, generation));
    // The list grows by what the definitions among the names read.
    for (const name of spoken) for (const read of readBy(name)) spoken.add(read);
    const named = new Set(diagnostic.related.map(({ span }) => `${span.file} ${span.start}`));
    const related = later
      .filter(
        ({ subject, span }) => spoken.has(subject) && !named.has(`${span.file} ${span.start}`),
      )
      .slice(0, MOST_NAMED)
      .map(({ span }): Related => ({
        span,
        note: { en: 'amended here', zh: '在这里作了修订' },
      }));
    return related.length === 0
      ? diagnostic
      : { ...diagnostic, related: [...diagnostic.related, ...related] };
  });
}

interface AmendmentOf {
  readonly generation: number;
  readonly subject: string;
  readonly span: Span;
}

function amendmentsIn(generations: readonly Generation[]): AmendmentOf[] {
  return generations.flatMap(({ file }, generation) =>
    generation === 0
      ? []
      : (file.ruleset?.statements ?? []).flatMap((statement) =>
          subjectsOf(statement).map(({ text, span }) => ({ generation, subject: text, span })),
        ),
  );
}

/** What a statement changes; nothing for one that only adds. */
function subjectsOf(statement: Statement): readonly Name[] {
  switch (statement.kind) {
    case 'points':
    case 'remove':
    case 'rename':
      return statement.path.names.slice(-1);
    case 'set':
      return statement.name.names.slice(-1);
    case 'replace': {
      const { declaration } = statement;
      if (declaration.kind === 'input') return declaration.names;
      const name = isNode(declaration) ? declaration.name : nameOfStatement(declaration);
      return name ? [name] : [];
    }
    default:
      return [];
  }
}

/** The names that definitions read, by the definition's own name. */
function namesReadBy(generations: readonly Generation[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { file } of generations)
    visit(file, {
      node: (node) => {
        if (node.kind !== 'let' || node.value === undefined) return;
        const read = found.get(node.name.text) ?? [];
        visit(node.value, { name: ({ text }) => read.push(text) });
        found.set(node.name.text, read);
      },
    });
  return found;
}

// What the message names, and the names in the text under it.
function namesOf({ facts, span }: Diagnostic, { file }: Generation): string[] {
  const under: string[] = [];
  visit(file, {
    name: (name) => {
      if (name.span.start >= span.start && name.span.end <= span.end) under.push(name.text);
    },
  });
  const said = Object.values(facts as Readonly<Record<string, unknown>>).flatMap((fact) =>
    Array.isArray(fact) ? (fact as readonly unknown[]) : [fact],
  );
  const texts = said.filter((fact) => typeof fact === 'string');
  return [...under, ...texts.flatMap((text) => text.split(' / '))];
}
