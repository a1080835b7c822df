// Which of the readings that merging wrote into inherited examples say anything there: those of options
// that the example's part reads, itself or through what it names. In doubt a reading stays.
import type { MergedNode, MergedRuleset, MergedStatement } from '../../check/merged.ts';
import { nameOfStatement } from '../../check/merged.ts';
import type { Part } from '../../syntax/visit.ts';
import { visit } from '../../syntax/visit.ts';
import type { Span } from '../../text/span.ts';

/** Tells whether what an example states can hang on an option. */
export type ReadsOption = (example: Span, option: string) => boolean;

/** Looks through a merged ruleset. */
export function readingsOf(ruleset: MergedRuleset): ReadsOption {
  const definitions = new Map<string, ReadonlySet<string>>();
  /** What strikes from the top or from elsewhere. */
  const far = new Set<string>();
  for (const { statement } of statementsOf(ruleset.statements, ruleset.children)) {
    const names = namesIn(statement);
    const name = nameOfStatement(statement)?.text;
    if ((statement.kind === 'let' || statement.kind === 'output') && name !== undefined)
      definitions.set(name, new Set([...names, ...(definitions.get(name) ?? [])]));
    if ('on' in statement && statement.on) for (const each of names) far.add(each);
  }
  for (const { statement } of ruleset.statements)
    if (!DECLARING.has(statement.kind)) for (const each of namesIn(statement)) far.add(each);
  const homes = new Map<string, ReadonlySet<string>>();
  const settle = (node: MergedNode, above: ReadonlySet<string>): void => {
    const own = new Set(node.statements.flatMap(({ statement }) => [...namesIn(statement)]));
    const all = new Set([...namesOf(node), ...above]);
    for (const { statement } of node.statements)
      if (statement.kind === 'example') homes.set(keyOf(statement.span), all);
    for (const child of node.children) settle(child, new Set([...above, ...own]));
  };
  for (const node of ruleset.children) settle(node, far);
  return (example, option) => {
    const home = homes.get(keyOf(example));
    return !home || reaches(home, option, definitions);
  };
}

/** Declarations that do nothing unless something names them. */
const DECLARING: ReadonlySet<string> = new Set([
  'let',
  'output',
  'option',
  'input',
  'type',
  'example',
]);

/** Stands for whatever another part reads. */
const ANYTHING = '';

function reaches(
  home: ReadonlySet<string>,
  option: string,
  definitions: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const seen = new Set(home);
  // A set that grows while it is walked is walked to its new end.
  for (const name of seen) for (const inner of definitions.get(name) ?? []) seen.add(inner);
  return seen.has(option) || seen.has(ANYTHING);
}

function namesOf(node: MergedNode): ReadonlySet<string> {
  return new Set([
    ...namesIn(node.points),
    ...node.head.caps.flatMap((cap) => [...namesIn(cap)]),
    ...node.statements.flatMap(({ statement }) => [...namesIn(statement)]),
    ...node.children.flatMap((child) => [...namesOf(child)]),
  ]);
}

function namesIn(part: Part & { readonly kind?: string }): ReadonlySet<string> {
  const names = new Set<string>();
  if (part.kind === 'example') return names;
  visit(part, {
    node: ({ kind }) => {
      if (kind === 'score-of') names.add(ANYTHING);
    },
    name: ({ text }) => names.add(text),
  });
  return names;
}

function statementsOf(
  statements: readonly MergedStatement[],
  nodes: readonly MergedNode[],
): readonly MergedStatement[] {
  return [...statements, ...nodes.flatMap((node) => statementsOf(node.statements, node.children))];
}

function keyOf({ file, start }: Span): string {
  return `${start} ${file}`;
}
