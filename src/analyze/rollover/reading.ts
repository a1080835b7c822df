// What reading an outline needs to know of the files: their texts, their comments, what a statement said
// before it was amended, and where a part is found under the name that it has now.
import type { Generation } from '../../check/check.ts';
import type { MergedNode, MergedRuleset } from '../../check/merged.ts';
import type { Origin } from '../../model/framework.ts';
import type { PlainDeclaration } from '../../check/merged.ts';
import type { Path, SyntaxNode } from '../../syntax/tree.ts';
import { visit } from '../../syntax/visit.ts';
import { languageOf } from '../../syntax/written-language.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type { Commentary, Surroundings } from './comments.ts';
import { NOTHING_AROUND, commentaryOf } from './comments.ts';
import type { Written } from './written.ts';

export interface Reading {
  readonly sourceOf: (file: string) => Source;
  readonly languageOf: (file: string) => 'en' | 'zh';
  /** The comments that go with a declaration and with what amended it. */
  readonly around: (origins: readonly Origin[]) => Surroundings;
  readonly tail: (origin: Origin | undefined) => Written;
  readonly headerOf: (file: string) => Written;
  readonly footerOf: (file: string) => Written;
  /** A statement as it stands in its file. */
  readonly original: (statement: PlainDeclaration) => SyntaxNode | undefined;
  /** The names of a path as they stand in its file. */
  readonly namesAt: (path: Path) => readonly string[];
  /** The parts that names can mean by what they were called before. */
  readonly formerly: (names: readonly string[]) => readonly (readonly string[])[];
  /** The shortest path of a part. */
  readonly shortest: (path: readonly string[]) => readonly string[];
  /** Whether an example still speaks of something. */
  readonly stands: (span: Span) => boolean;
}

/** Prepares the files of a chain. */
export function createReading(
  generations: readonly Generation[],
  merged: MergedRuleset,
  examples: readonly { readonly span: Span }[] | undefined,
): Reading {
  const files = new Map(generations.map((each) => [each.source.file, each]));
  const commentaries = new Map(
    generations.map(({ file, source }) => [source.file, commentaryOf(file, source)] as const),
  );
  const { originals, paths } = indexOf(generations);
  const named = partsOf(merged.children, []);
  const standing = examples && new Set(examples.map(({ span }) => keyOf(span)));
  const generationOf = (file: string) => {
    const found = files.get(file);
    if (!found) throw new Error(`${file} is no part of the chain`);
    return found;
  };
  const wrapperStart = ({ file, start, end }: Span): number => {
    const statements = generationOf(file).file.ruleset?.statements ?? [];
    const holder = statements.find(({ span }) => span.start <= start && end <= span.end);
    const direct = commentaries.get(file)?.around.has(start);
    return direct || !holder ? start : holder.span.start;
  };
  const aroundSpan = (span: Span) =>
    commentaries.get(span.file)?.around.get(wrapperStart(span)) ?? NOTHING_AROUND;
  return {
    sourceOf: (file) => generationOf(file).source,
    languageOf: (file) => languageOf(generationOf(file).source),
    around: (origins) => joinSurroundings(origins, aroundSpan),
    tail: (origin) =>
      (origin && commentaries.get(origin.file)?.tails.get(wrapperStart(origin.span))) ?? [],
    headerOf: (file) => headerOf(commentaries.get(file), generationOf(file)),
    footerOf: (file) => commentaries.get(file)?.footer ?? [],
    original: (statement) => originals.get(`${keyOf(statement.span)} ${statement.kind}`),
    namesAt: (path) => paths.get(keyOf(path.span)) ?? path.names.map(({ text }) => text),
    formerly: (names) => formerly(named, names),
    shortest: (path) =>
      shortestPath(
        named.map((part) => part.path),
        path,
      ),
    stands: (span) => standing?.has(keyOf(span)) ?? true,
  };
}

function keyOf({ file, start }: Pick<Span, 'file' | 'start'>): string {
  return `${start} ${file}`;
}

function indexOf(generations: readonly Generation[]) {
  const originals = new Map<string, SyntaxNode>();
  const paths = new Map<string, readonly string[]>();
  for (const { file } of generations)
    visit(file, {
      node: (node) => {
        const key = `${keyOf(node.span)} ${node.kind}`;
        if (!originals.has(key)) originals.set(key, node);
        if (node.kind !== 'score-of' || node.path === 'total') return;
        paths.set(
          keyOf(node.path.span),
          node.path.names.map(({ text }) => text),
        );
      },
    });
  return { originals, paths };
}

// What replaced a declaration takes the comments of the old one away with its text.
function joinSurroundings(
  origins: readonly Origin[],
  aroundSpan: (span: Span) => Surroundings,
): Surroundings {
  const last = origins.findLastIndex(({ act }) => act === 'replaced');
  const [first, ...later] = origins.slice(Math.max(0, last));
  if (!first) return NOTHING_AROUND;
  const own = aroundSpan(first.span);
  const more = later
    .map(({ span }) => aroundSpan(span))
    .filter((around, at, all) => around !== own && all.indexOf(around) === at);
  return {
    lead: [...own.lead, ...more.flatMap(({ lead, behind }) => [...lead, ...behind])],
    behind: own.behind,
    isApart: own.isApart,
  };
}

function headerOf(commentary: Commentary | undefined, { file }: Generation): Written {
  return commentary?.around.get(file.ruleset?.span.start ?? -1)?.lead ?? [];
}

interface Named {
  readonly path: readonly string[];
  /** The names that each step had or has, the present one first. */
  readonly names: readonly (readonly string[])[];
}

function partsOf(children: readonly MergedNode[], above: readonly Named[]): readonly Named[] {
  const outer = above.at(-1) ?? { path: [], names: [] };
  return children.flatMap((node) => {
    const here: Named = {
      path: [...outer.path, node.name.text],
      names: [...outer.names, [node.name.text, ...node.formerNames]],
    };
    return [here, ...partsOf(node.children, [here])];
  });
}

function formerly(named: readonly Named[], names: readonly string[]): (readonly string[])[] {
  const isCalled = (steps: Named['names']) =>
    steps.length >= names.length &&
    names.every((name, at) => steps[steps.length - names.length + at]?.includes(name));
  return named.filter((part) => isCalled(part.names)).map(({ path }) => path);
}

/** The last names of a path that no other of these paths ends in. */
export function shortestPath(
  all: readonly (readonly string[])[],
  path: readonly string[],
): readonly string[] {
  for (let count = 1; count < path.length; count++) {
    const ending = path.slice(-count);
    const alike = all.filter((other) =>
      ending.every((name, place) => other.at(place - count) === name),
    );
    if (alike.length <= 1) return ending;
  }
  return path;
}
