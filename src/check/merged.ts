// The merged tree: what a ruleset says after its amendments, still as syntax, with the story of
// every declaration. Amendments produce it; the checker resolves it into the model.
import type { Origin } from '../model/framework.ts';
import type {
  Declaration,
  Expression,
  GroupNode,
  IndicatorNode,
  ItemNode,
  Name,
  RulesetNode,
} from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

export type NodeDeclaration = GroupNode | IndicatorNode | ItemNode;

/** Everything in a body that is not a group, an indicator or an item. */
export type PlainDeclaration = Exclude<Declaration, NodeDeclaration>;

/** A statement and which generation it is from; generation 0 is the oldest ancestor. */
export interface MergedStatement<S extends PlainDeclaration = PlainDeclaration> {
  readonly statement: S;
  readonly generation: number;
  readonly origins: readonly Origin[];
  /** Marked `open` and not supplied since. */
  readonly open: boolean;
}

/** A group, indicator or item after amendments; `head` is its last full declaration. */
export interface MergedNode extends Container {
  readonly head: NodeDeclaration;
  readonly name: Name;
  /** Names it had in ancestors, so that their examples still find it. */
  readonly formerNames: readonly string[];
  readonly points: Expression;
  readonly generation: number;
  readonly origins: readonly Origin[];
  readonly open: boolean;
}

/** What holds statements and children: the ruleset or a node. */
export interface Container {
  readonly statements: readonly MergedStatement[];
  readonly children: readonly MergedNode[];
}

/** A node that an amendment removed, or its name before an amendment gave it another one. */
export interface Gone {
  readonly path: readonly string[];
  readonly act: 'removed' | 'renamed';
  readonly renamedTo: string | undefined;
  readonly span: Span;
}

export interface MergedRuleset extends Container {
  readonly gone: readonly Gone[];
  /** The newest generation's own head: its name, its period. */
  readonly newest: RulesetNode;
  readonly files: readonly string[];
}

/** Which generation speaks, and in which file. */
export interface Speaker {
  readonly generation: number;
  readonly file: string;
}

/** A body's declarations, split into plain statements and nodes. */
export function containerOf(declarations: readonly Declaration[], speaker: Speaker): Container {
  const statements: MergedStatement[] = [];
  const children: MergedNode[] = [];
  for (const declaration of declarations)
    if (isNode(declaration)) children.push(mergedNode(declaration, speaker));
    else statements.push(...mergedStatements(declaration, speaker));
  return { statements, children };
}

/** A node as declared, with everything in it. */
export function mergedNode(
  head: NodeDeclaration,
  speaker: Speaker,
  act: Origin['act'] = 'declared',
): MergedNode {
  return {
    ...containerOf(head.statements, speaker),
    head,
    name: head.name,
    formerNames: [],
    points: head.points,
    generation: speaker.generation,
    origins: [{ file: speaker.file, span: head.span, act }],
    open: head.open,
  };
}

/** A statement as declared. `input A, B : …` becomes one statement for each name. */
export function mergedStatements(
  declaration: PlainDeclaration,
  speaker: Speaker,
  act: Origin['act'] = 'declared',
): MergedStatement[] {
  const parts =
    declaration.kind === 'input'
      ? declaration.names.map((name) => ({ ...declaration, names: [name] }))
      : [declaration];
  return parts.map((statement) => ({
    statement,
    generation: speaker.generation,
    origins: [{ file: speaker.file, span: statement.span, act }],
    open: 'open' in statement && statement.open,
  }));
}

export function isNode(declaration: Declaration): declaration is NodeDeclaration {
  return (
    declaration.kind === 'group' || declaration.kind === 'indicator' || declaration.kind === 'item'
  );
}

/** The name by which an amendment can find a statement. */
export function nameOfStatement(statement: PlainDeclaration): Name | undefined {
  switch (statement.kind) {
    case 'option':
    case 'type':
    case 'let':
    case 'output':
      return statement.name;
    case 'input':
      return statement.names[0];
    case 'check':
      return statement.name;
    case 'veto':
    case 'exempt':
      return statement.about;
    default:
      return undefined;
  }
}

/** True when amendments may not touch it: a lock binds the generations after its own. */
export function isLocked(merged: MergedNode | MergedStatement, generation: number): boolean {
  const declaration = 'head' in merged ? merged.head : merged.statement;
  return 'locked' in declaration && declaration.locked && merged.generation < generation;
}
