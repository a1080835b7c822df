// Which comment belongs to which statement of a file: those above it and those behind it on its line go
// with it, what stands before a closing brace with the body.
import { lex } from '../../../grammar/lexer.ts';
import { symbolTokens as S } from '../../../grammar/tokens.ts';
import { isNode } from '../../check/merged.ts';
import type {
  Comment,
  Declaration,
  RulesetNode,
  Statement,
  SyntaxFile,
} from '../../syntax/tree.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type { Stretch, Written } from './written.ts';
import { putIn, slice } from './written.ts';

/** The comments around a statement. */
export interface Surroundings {
  /** Above it, each ending where the next line begins. */
  readonly lead: Written;
  /** Behind it, on its last line. */
  readonly behind: Written;
  /** A blank line stands before it all. */
  readonly isApart: boolean;
}

export const NOTHING_AROUND: Surroundings = { lead: [], behind: [], isApart: false };

/** The comments of one file, by the statements that they go with. */
export interface Commentary {
  /** Around the statement that begins at an offset. */
  readonly around: ReadonlyMap<number, Surroundings>;
  /** Before the closing brace of the body whose owner begins at an offset. */
  readonly tails: ReadonlyMap<number, Written>;
  /** Behind the ruleset. */
  readonly footer: Written;
}

/** Sorts the comments of a file. */
export function commentaryOf(file: SyntaxFile, source: Source): Commentary {
  const around = new Map<number, Surroundings>();
  const tails = new Map<number, Written>();
  const { ruleset } = file;
  if (!ruleset) return { around, tails, footer: [] };
  const braces = lex(source.text).tokens.filter(({ tokenType }) => tokenType === S.LeftBrace);
  const ground: Ground = {
    source,
    comments: [...file.comments],
    opening: (from) => braces.find(({ startOffset }) => startOffset >= from)?.startOffset,
    around,
    tails,
  };
  const before = ground.comments.filter(({ span }) => span.start < ruleset.span.start);
  around.set(ruleset.span.start, {
    lead: region(source, before, ruleset.span.start),
    behind: [],
    isApart: false,
  });
  sortBody(ground, ruleset, ruleset.statements, ruleset.name.span.end);
  const after = ground.comments.filter(({ span }) => span.start >= ruleset.span.end);
  return { around, tails, footer: region(source, after, undefined) };
}

interface Ground {
  readonly source: Source;
  readonly comments: readonly Comment[];
  readonly opening: (from: number) => number | undefined;
  readonly around: Map<number, Surroundings>;
  readonly tails: Map<number, Written>;
}

function sortBody(
  ground: Ground,
  owner: RulesetNode | Statement,
  statements: readonly Statement[],
  headEnd: number,
): void {
  const { source, comments } = ground;
  const open = ground.opening(headEnd);
  if (open === undefined || open >= owner.span.end) return;
  const inHead = comments.filter(({ span }) => owner.span.start < span.start && span.start < open);
  if (inHead.length > 0) {
    const given = ground.around.get(owner.span.start) ?? NOTHING_AROUND;
    const lead = [...given.lead, ...inHead.flatMap((each) => aloneOnLine(source, each))];
    ground.around.set(owner.span.start, { ...given, lead });
  }
  let end = open + 1;
  let previous: Statement | undefined;
  for (const statement of [...statements, undefined]) {
    const start = statement?.span.start ?? owner.span.end - 1;
    const found = comments.filter(({ span }) => end <= span.start && span.start < start);
    const behind = previous ? found.filter(({ span }) => isOnLine(source, end, span)) : [];
    const above = found.slice(behind.length);
    if (previous && behind.length > 0)
      ground.around.set(previous.span.start, {
        ...(ground.around.get(previous.span.start) ?? NOTHING_AROUND),
        behind: behind.flatMap(({ span }) => [putIn(' ', span), slice(source, span)]),
      });
    const lead = region(source, above, statement ? start : undefined);
    if (statement) {
      const first = above[0]?.span.start ?? start;
      const isApart = blankLine(source.text.slice(behind.at(-1)?.span.end ?? end, first));
      ground.around.set(start, { lead, behind: [], isApart: previous !== undefined && isApart });
      sortInside(ground, statement);
      end = statement.span.end;
    } else if (lead.length > 0) ground.tails.set(owner.span.start, lead);
    previous = statement;
  }
}

function sortInside(ground: Ground, statement: Statement): void {
  const declared = declarationIn(statement);
  if (!declared || !isNode(declared)) return;
  const headEnd = declared.caps.at(-1)?.span.end ?? declared.points.span.end;
  sortBody(ground, statement, declared.statements, headEnd);
}

/** What a statement declares: itself, or what it adds or puts in place of another. */
export function declarationIn(statement: Statement): Declaration | undefined {
  switch (statement.kind) {
    case 'replace':
    case 'add':
      return statement.declaration;
    case 'points':
    case 'set':
    case 'remove':
    case 'rename':
    case 'order':
    case 'cite':
      return undefined;
    default:
      return statement;
  }
}

// What lies between comments is white space, or a separator that nothing needs any more.
function region(source: Source, comments: readonly Comment[], end: number | undefined): Written {
  const [first] = comments;
  if (first === undefined) return [];
  const whole = { ...first.span, end: end ?? comments.at(-1)?.span.end ?? first.span.end };
  const between = comments.map(({ span }, at) =>
    source.text.slice(span.end, comments[at + 1]?.span.start ?? whole.end),
  );
  if (between.every((text) => text.trim() === '')) return [slice(source, whole)];
  return comments.flatMap((comment) => aloneOnLine(source, comment));
}

function aloneOnLine(source: Source, { span }: Comment): Stretch[] {
  return [slice(source, span), putIn('\n', span)];
}

function isOnLine(source: Source, end: number, { start }: Span): boolean {
  return !/[\r\n]/.test(source.text.slice(end, start));
}

function blankLine(between: string): boolean {
  return (between.match(/\r\n|[\r\n]/g)?.length ?? 0) > 1;
}
