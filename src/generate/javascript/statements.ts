// The statements of the fast body by the names that they give, so that a score can be worked out apart from the
// others: what it reads, and the statements that lead to it.

/** A statement of the form `const name = …;`. */
export interface Statement {
  readonly name: string;
  /** Its place among all. */
  readonly at: number;
  readonly text: string;
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
  for (const text of lines) {
    const [, name, rest = ''] = /^const ([\p{ID_Continue}$]+)(.*)$/su.exec(text) ?? [];
    if (name === undefined) continue;
    const words = rest.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
    statements.set(name, { name, at: statements.size, text, words });
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
