// A ruleset as its parts: what stands in it after all amendments, each part with its text and with the
// places where that was written. Flattening writes an outline down; deriving and merging compare outlines.
import type { NodeDeclaration, PlainDeclaration } from '../../check/merged.ts';
import type { Expression } from '../../syntax/tree.ts';
import type { Surroundings } from './comments.ts';
import type { Stretch, Written } from './written.ts';

/** A group, an indicator or an item, with all that is in it. */
export interface OutlineNode {
  readonly kind: 'node';
  readonly node: NodeDeclaration['kind'];
  readonly name: string;
  readonly nameText: Written;
  /** `locked bonus group`: the words before the name. */
  readonly words: Written;
  /** What those words say, whatever the language. */
  readonly standing: string;
  readonly points: WrittenExpression;
  readonly caps: readonly WrittenExpression[];
  /** Nothing stands behind the head, not even braces. */
  readonly isBare: boolean;
  /** Its body was written on one line. */
  readonly isFlat: boolean;
  readonly parts: readonly OutlinePart[];
  /** Comments before the closing brace. */
  readonly tail: Written;
  readonly close: Stretch;
  readonly around: Surroundings;
  /** The places that made it what it is, the first declaration first. */
  readonly origins: readonly Place[];
}

/** A file and an offset in it. */
export type Place = Pick<Stretch, 'file' | 'start'>;

/** A part of a statement that can be another while the rest stays. */
export interface WrittenExpression {
  readonly said: string;
  readonly tree: Expression | undefined;
  readonly written: Written;
}

/** Any other statement. */
export interface OutlineStatement {
  readonly kind: 'statement';
  /** Which of the statements beside it it is: its kind, and its name where it has one. */
  readonly key: string;
  readonly name: string | undefined;
  readonly tree: PlainDeclaration;
  readonly said: string;
  readonly written: Written;
  /** `input A, B : …`: the whole that it is written in, and how many it declares. */
  readonly joint:
    { readonly key: string; readonly count: number; readonly written: Written } | undefined;
  readonly around: Surroundings;
  readonly origins: readonly Place[];
}

export type OutlinePart = OutlineNode | OutlineStatement;

/** A whole ruleset. */
export interface Outline {
  readonly file: string;
  readonly name: string;
  readonly nameText: Written;
  /** What stands after `for`. */
  readonly period: string | undefined;
  readonly periodText: Written;
  readonly keyword: Stretch;
  readonly language: 'en' | 'zh';
  readonly parts: readonly OutlinePart[];
  readonly tail: Written;
  readonly close: Stretch;
  /** Comments above the first line and below the last. */
  readonly header: Written;
  readonly footer: Written;
}

export function nodesIn(parts: readonly OutlinePart[]): readonly OutlineNode[] {
  return parts.filter((part) => part.kind === 'node');
}

export function statementsIn(parts: readonly OutlinePart[]): readonly OutlineStatement[] {
  return parts.filter((part) => part.kind === 'statement');
}
