// The statements of the fast body by the names that they give, so that a score can be worked out apart from the
// others: what it reads, and the statements that lead to it.

/** A statement of the form `const name = …;`. */
export interface Statement {
  readonly name: string;
  /** Its place among all. */
  readonly at: number;
  readonly text: string;
  /** The comment above it. */
  readonly heading: readonly string[];
  /** Every word in it, most of which name nothing. */
  readonly words: readonly string[];
}

/** What leads to a score. */
export interface Needed {
  /** Names that are given, in the order in which they are met. */
  readonly read: readonly string[];
  /** In their order, the score's own last. */
  readonly statements: readonly Statement[];
}

/** The statements among some lines, in their order. */
export function statementsOf(lines: readonly string[]): ReadonlyMap<string, Statement> {
  const statements = new Map<string, Statement>();
  let heading: string[] = [];
  for (const text of lines) {
    if (text.startsWith('//')) heading = [text];
    const [, name, rest = ''] = /^const ([\p{ID_Continue}$]+)(.*)$/su.exec(text) ?? [];
    if (name === undefined) continue;
    const words = rest.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
    statements.set(name, { name, at: statements.size, text, heading, words });
    heading = [];
  }
  return statements;
}

/** What leads to a score from names that are given, other scores among them. */
export function neededFor(
  wanted: string,
  all: ReadonlyMap<string, Statement>,
  isGiven: (name: string) => boolean,
): Needed {
  const read = new Set<string>();
  const statements = new Set<Statement>();
  const visit = (name: string): void => {
    const statement = all.get(name);
    if (name !== wanted && isGiven(name)) read.add(name);
    else if (statement && !statements.has(statement)) {
      statements.add(statement);
      statement.words.forEach(visit);
    }
  };
  visit(wanted);
  return { read: [...read], statements: [...statements].sort((a, b) => a.at - b.at) };
}

/** The statements of several scores, each once, in their order. */
export function inOrder(scores: readonly Needed[]): readonly Statement[] {
  const statements = new Set(scores.flatMap((score) => score.statements));
  return [...statements].sort((a, b) => a.at - b.at);
}

/** What follows upon each other, together as long as it has no more than so many names. */
export function together<One>(
  all: readonly One[],
  most: number,
  namesOf: (one: One) => readonly string[],
): readonly (readonly One[])[] {
  const bundles: One[][] = [];
  const names = new Set<string>();
  for (const one of all) {
    const bundle = bundles.at(-1);
    if (bundle && new Set([...names, ...namesOf(one)]).size <= most) bundle.push(one);
    else {
      names.clear();
      bundles.push([one]);
    }
    for (const name of namesOf(one)) names.add(name);
  }
  return bundles;
}

/** What a function is called that works out, or checks, what stands between two names. */
export function spanTitle(titles: readonly string[]): string {
  return [...new Set([titles[0] ?? '其余', titles.at(-1) ?? '其余'])].join('至');
}
