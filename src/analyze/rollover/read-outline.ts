// A merged ruleset → its outline: every part with its text, in the order in which a person would have
// written it had there been no amendments.
import { keywords } from '../../../grammar/keywords.ts';
import { lex } from '../../../grammar/lexer.ts';
import { keywordTokens as K } from '../../../grammar/tokens.ts';
import type { Generation } from '../../check/check.ts';
import type {
  Container,
  MergedNode,
  MergedRuleset,
  MergedStatement,
  NodeDeclaration,
} from '../../check/merged.ts';
import { nameOfStatement } from '../../check/merged.ts';
import type { Declaration, Expression, Statement } from '../../syntax/tree.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type {
  Outline,
  OutlineNode,
  OutlinePart,
  OutlineStatement,
  Place,
  WrittenExpression,
} from './outline.ts';
import { placeParts } from './place-parts.ts';
import type { Reading } from './reading.ts';
import { createReading } from './reading.ts';
import { signature } from './signature.ts';
import { expressionText, statementText } from './statement-text.ts';
import type { Stretch, Written } from './written.ts';
import { putIn, slice } from './written.ts';

/** What is read: the files, oldest first, and what they mean together. */
export interface ReadableChain {
  readonly generations: readonly Generation[];
  readonly merged: MergedRuleset;
  /** The examples that still speak of something; all, where that is not known. */
  readonly examples: readonly { readonly span: Span }[] | undefined;
}

/** The outline of a merged ruleset. */
export function readOutline({ generations, merged, examples }: ReadableChain): Outline {
  const reading = createReading(generations, merged, examples);
  const { newest } = merged;
  const { file } = newest.span;
  const language = reading.languageOf(file);
  const oldest = generations[0]?.file.ruleset?.statements ?? [];
  const { period } = newest;
  return {
    file,
    name: newest.name.text,
    nameText: [slice(reading.sourceOf(file), newest.name.span)],
    period: period?.text,
    periodText: period ? [slice(reading.sourceOf(file), period.span)] : [],
    keyword: putIn(keywords.Ruleset[language][0], newest.span),
    language,
    parts: partsOf(reading, merged, oldest),
    tail: generations.flatMap(({ file: { ruleset } }) =>
      ruleset ? reading.tail({ file: ruleset.span.file, span: ruleset.span, act: 'declared' }) : [],
    ),
    close: putIn('}', { file, start: newest.span.end - 1 }),
    header: generations
      .toReversed()
      .flatMap(({ source }, at) => [
        ...(at > 0 ? [putIn('\n\n', newest.span)] : []),
        ...reading.headerOf(source.file),
      ]),
    footer: generations.toReversed().flatMap(({ source }) => reading.footerOf(source.file)),
  };
}

function partsOf(
  reading: Reading,
  { statements, children }: Container,
  written: readonly Statement[],
): OutlinePart[] {
  const standing = statements.filter(
    ({ statement }) => statement.kind !== 'example' || reading.stands(statement.span),
  );
  const keys = new Map<string, number>();
  const read = (merged: MergedStatement): OutlineStatement => {
    const part = statementPart(reading, merged);
    const count = (keys.get(part.key) ?? 0) + 1;
    keys.set(part.key, count);
    return count === 1 ? part : { ...part, key: `${part.key} #${count}` };
  };
  return placeParts(
    standing.map(read),
    children.map((node) => nodePart(reading, node)),
    written,
  );
}

function nodePart(reading: Reading, merged: MergedNode): OutlineNode {
  const { head, name, origins } = merged;
  const source = reading.sourceOf(head.span.file);
  const tokens = lex(source.text.slice(head.span.start, head.name.span.start)).tokens;
  const words = tokens.filter(
    ({ tokenType }) => HEAD_WORDS.has(tokenType) || (tokenType === K.Open && merged.open),
  );
  const told = origins.findLast(({ act }) => TEXT_ACTS.has(act)) ?? origins[0];
  const body = partsOf(reading, merged, head.statements);
  const standing = head.kind === 'group' ? head.standing : 'counted';
  const isWritten = source.text.slice(head.span.end - 1, head.span.end).search(/[}｝]/) === 0;
  return {
    kind: 'node',
    node: head.kind,
    name: name.text,
    nameText: nameText(reading, name),
    words: words.map(({ image, startOffset }): Stretch => {
      const start = head.span.start + startOffset;
      return { text: `${image} `, file: source.file, start, isPutIn: true };
    }),
    standing: signature([head.kind, standing, head.locked, merged.open]),
    points: pointsText(reading, merged.points, reading.languageOf(source.file)),
    caps: head.caps.map((cap) => ({
      said: signature(cap),
      tree: cap.limit,
      written: [slice(source, cap.span)],
    })),
    isBare: merged.open && body.length === 0 && !isWritten,
    isFlat: isFlat(source, head, body),
    parts: body,
    tail: reading.tail(told),
    close: putIn('}', { file: source.file, start: head.span.end - 1 }),
    around: reading.around(origins),
    origins: origins.map(placeOf),
  };
}

function isFlat(source: Source, { span, points }: NodeDeclaration, body: readonly OutlinePart[]) {
  const isOne = body.length === 1 && body[0]?.kind === 'statement';
  const behind = source.text.slice(points.span.end, span.end);
  return isOne && body[0]?.around.lead.length === 0 && !/[\r\n]/.test(behind);
}

/** The words of a head that stay what they were. */
const HEAD_WORDS: ReadonlySet<unknown> = new Set([
  K.Locked,
  K.Bonus,
  K.Penalty,
  K.Group,
  K.Indicator,
  K.Item,
]);

/** After which of its origins a declaration has its text. */
const TEXT_ACTS: ReadonlySet<string> = new Set(['declared', 'replaced', 'added']);

function nameText(reading: Reading, { span }: MergedNode['name']): Written {
  return [slice(reading.sourceOf(span.file), span)];
}

// In a head points have their unit, which `points A = 8` may leave out.
function pointsText(
  reading: Reading,
  points: Expression,
  language: 'en' | 'zh',
): WrittenExpression {
  const written = expressionText(reading, points);
  const isPlain = points.kind === 'number' && !points.unit && points.percent === '';
  const unit =
    language === 'zh'
      ? '分'
      : points.kind === 'number' && points.digits === '1'
        ? 'point'
        : 'points';
  return {
    said: signature(points),
    tree: points,
    written: isPlain ? [...written, putIn(` ${unit}`, points.span)] : written,
  };
}

function statementPart(reading: Reading, merged: MergedStatement): OutlineStatement {
  const { statement, origins } = merged;
  const before = reading.original(statement);
  const whole = statementText(reading, merged);
  const named = nameOfStatement(statement);
  const tree = 'open' in statement ? { ...statement, open: merged.open } : statement;
  const isJoint = before?.kind === 'input' && before.names.length > 1;
  return {
    kind: 'statement',
    key: keyOf(statement),
    name: named?.text,
    tree,
    said: signature(tree),
    written: isJoint ? aloneText(reading, before.names, merged, whole) : whole,
    joint: isJoint
      ? {
          key: `${before.span.start} ${before.span.file}`,
          count: before.names.length,
          written: whole,
        }
      : undefined,
    around: reading.around(origins),
    origins: origins.map(placeOf),
  };
}

// One input of several that are declared together.
function aloneText(
  reading: Reading,
  names: readonly { readonly span: Span }[],
  { statement }: MergedStatement,
  whole: Written,
): Written {
  const [first, last] = [names[0]?.span, names.at(-1)?.span];
  const own = statement.kind === 'input' ? statement.names[0]?.span : undefined;
  if (!first || !last || !own) return whole;
  const source = reading.sourceOf(own.file);
  const { start, end } = statement.span;
  return [
    slice(source, { ...own, start, end: first.start }),
    slice(source, own),
    slice(source, { ...own, start: last.end, end }),
  ];
}

function placeOf({ file, span }: { readonly file: string; readonly span: Span }): Place {
  return { file, start: span.start };
}

/** Which of the statements beside it a statement is. */
function keyOf(statement: Declaration): string {
  switch (statement.kind) {
    case 'rounding':
      return `rounding ${statement.of}`;
    case 'cap':
      return statement.side === 'at-least' ? 'cap at-least' : 'cap at-most';
    case 'score':
    case 'decide':
    case 'judged':
      return 'rule';
    case 'option':
    case 'type':
    case 'let':
    case 'output':
    case 'group':
    case 'indicator':
    case 'item':
      return `${statement.kind} ${statement.name.text}`;
    case 'input':
      return `input ${statement.names[0]?.text ?? ''}`;
    case 'check':
      return `check ${statement.name.text}`;
    case 'veto':
    case 'exempt':
      return `${statement.kind} ${statement.about.text}`;
    case 'example':
      return `example ${statement.name?.text ?? signature(statement.givens)}`;
    default:
      return statement.kind;
  }
}
