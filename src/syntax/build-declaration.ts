// Concrete declarations to syntax nodes: header statements, options, types, inputs, lets and the
// nodes of the points tree. What gives points inside them has a file of its own.
import type { CstElement, CstNode } from 'chevrotain';
import { keywordTokens as K, symbolTokens as S } from '../../grammar/tokens.ts';
import { buildNotMonotone, buildScoring } from './build-scoring.ts';
import { buildBounds, buildType, buildTypeOf } from './build-type.ts';
import type { Building } from './building.ts';
import { buildCaps, buildChild, buildOptional, buildRounding } from './building.ts';
import {
  declaredName,
  has,
  nodeOf,
  nodesOf,
  readName,
  readNames,
  readText,
  requireText,
  spanOf,
  statementsOf,
} from './reading.ts';
import type {
  Declaration,
  GradeNode,
  GroupNode,
  IndicatorNode,
  InputNode,
  ItemNode,
  LetNode,
  Lockable,
  OptionNode,
  OutputNode,
  RoundingNode,
} from './tree.ts';

/** What a `modifier` list says of a declaration. */
export function lockOf(cst: CstNode): Lockable {
  const modifiers = nodesOf(cst, 'modifier');
  return {
    locked: modifiers.some((modifier) => has(modifier, K.Locked)),
    open: modifiers.some((modifier) => has(modifier, K.Open)),
  };
}

/** The rule inside a `declaration` node. */
export function bareDeclaration(cst: CstNode): CstNode | undefined {
  const isRule = (child: CstElement | undefined): child is CstNode =>
    child !== undefined && 'name' in child && child.name !== 'modifier';
  return Object.values(cst.children)
    .map((children) => children[0])
    .find(isRule);
}

/** Builds a declaration with its modifiers; undefined when only modifiers were read. */
export function buildDeclaration(building: Building, cst: CstNode): Declaration | undefined {
  const inner = bareDeclaration(cst);
  if (!inner) return undefined;
  return { ...buildBare(building, inner, lockOf(cst)), span: spanOf(building, cst) };
}

function buildBare(building: Building, cst: CstNode, lock: Lockable): Declaration {
  const span = spanOf(building, cst);
  switch (cst.name) {
    case 'about':
      return { kind: 'about', span, text: requireText(building, cst) };
    case 'source':
      return { kind: 'source', span, ...buildCitation(building, cst) };
    case 'total': {
      const points = buildChild(building, cst, 'arithmetic');
      return { kind: 'total', span, points, caps: buildCaps(building, cst) };
    }
    case 'roundingStatement':
      return buildRoundingStatement(building, cst);
    case 'grades':
      return {
        kind: 'grades',
        span,
        grades: nodesOf(cst, 'grade').map((row) => buildGrade(building, row)),
      };
    case 'optionDeclaration':
      return buildOption(building, cst, lock);
    case 'typeDeclaration': {
      const name = declaredName(building, cst);
      const type = buildTypeOf(building, cst);
      return { kind: 'type', span, name, type, bounds: buildBounds(building, cst) };
    }
    case 'inputDeclaration':
      return buildInput(building, cst, lock);
    case 'letDeclaration':
      return buildLet(building, cst, lock);
    case 'outputDeclaration':
      return buildOutput(building, cst, lock);
    case 'group':
      return buildGroup(building, cst, lock);
    case 'indicator':
    case 'item':
      return buildNode(building, cst, cst.name, lock);
    default:
      return buildScoring(building, cst);
  }
}

/** `"file" section "place"` of a `source` or a `cite`. */
export function buildCitation(
  building: Building,
  cst: CstNode,
): Pick<Extract<Declaration, { kind: 'source' }>, 'document' | 'section'> {
  const citation = nodeOf(cst, 'citation');
  return {
    document: citation && readText(building, citation, 'document'),
    section: citation && readText(building, citation, 'section'),
  };
}

function buildRoundingStatement(building: Building, cst: CstNode): RoundingNode {
  const parts = [
    [K.ItemsRounded, 'items'],
    [K.ScoresRounded, 'indicators'],
    [K.GroupsRounded, 'groups'],
  ] as const;
  const of = parts.find(([type]) => has(cst, type))?.[1] ?? 'total';
  return {
    kind: 'rounding',
    span: spanOf(building, cst),
    of,
    rounding: buildRounding(building, cst),
  };
}

function buildGrade(building: Building, cst: CstNode): GradeNode {
  return {
    span: spanOf(building, cst),
    name: readName(building, cst),
    bound: buildChild(building, cst, 'arithmetic'),
    exclusive: has(cst, K.Above),
    condition: has(cst, K.When) ? buildChild(building, cst, 'expression') : undefined,
  };
}

function buildOption(building: Building, cst: CstNode, lock: Lockable): OptionNode {
  return {
    kind: 'option',
    span: spanOf(building, cst),
    ...lock,
    name: declaredName(building, cst),
    type: buildTypeOf(building, cst),
    value: buildChild(building, cst, 'expression'),
    about: readText(building, cst),
  };
}

function buildInput(building: Building, cst: CstNode, lock: Lockable): InputNode {
  return {
    kind: 'input',
    span: spanOf(building, cst),
    ...lock,
    names: [declaredName(building, cst), ...readNames(building, cst)],
    type: buildTypeOf(building, cst),
    bounds: buildBounds(building, cst),
    default: has(cst, S.Equals) ? buildChild(building, cst, 'expression') : undefined,
    about: readText(building, cst),
  };
}

function buildLet(building: Building, cst: CstNode, lock: Lockable): LetNode {
  const type = nodeOf(cst, 'type');
  return {
    kind: 'let',
    span: spanOf(building, cst),
    ...lock,
    name: declaredName(building, cst),
    parameters: buildParameters(building, cst),
    type: type && buildType(building, type),
    value: has(cst, S.Equals)
      ? buildChild(building, cst, 'value')
      : buildOptional(building, cst, 'value'),
    about: readText(building, cst),
  };
}

function buildParameters(building: Building, cst: CstNode): LetNode['parameters'] {
  const list = nodeOf(cst, 'parameters');
  return (
    list &&
    nodesOf(list, 'parameter').map((parameter) => ({
      span: spanOf(building, parameter),
      name: readName(building, parameter),
      type: buildTypeOf(building, parameter),
    }))
  );
}

function buildOutput(building: Building, cst: CstNode, lock: Lockable): OutputNode {
  const type = nodeOf(cst, 'type');
  const notMonotone = nodeOf(cst, 'notMonotone');
  return {
    kind: 'output',
    span: spanOf(building, cst),
    ...lock,
    name: declaredName(building, cst),
    type: type && buildType(building, type),
    value: buildChild(building, cst, 'value'),
    about: readText(building, cst),
    notMonotone: notMonotone && buildNotMonotone(building, notMonotone),
  };
}

function buildGroup(building: Building, cst: CstNode, lock: Lockable): GroupNode {
  const standing = has(cst, K.Bonus) ? 'bonus' : has(cst, K.Penalty) ? 'penalty' : 'counted';
  return { ...buildNode(building, cst, 'group', lock), kind: 'group', standing };
}

function buildNode<Kind extends 'group' | 'indicator' | 'item'>(
  building: Building,
  cst: CstNode,
  kind: Kind,
  lock: Lockable,
): Omit<IndicatorNode | ItemNode, 'kind'> & { readonly kind: Kind } {
  const heading = nodeOf(cst, 'heading') ?? cst;
  return {
    kind,
    span: spanOf(building, cst),
    ...lock,
    name: declaredName(building, heading),
    points: buildChild(building, heading, 'arithmetic'),
    caps: buildCaps(building, heading),
    statements: buildBody(building, cst),
  };
}

/** The declarations in a body; an amendment there is reported. */
export function buildBody(building: Building, cst: CstNode): readonly Declaration[] {
  return statementsOf(cst).flatMap((statement) => {
    const declaration = nodeOf(statement, 'declaration');
    if (declaration) return buildDeclaration(building, declaration) ?? [];
    const { start, end } = spanOf(building, statement);
    building.report({ kind: 'amendment-inside', start, end });
    return [];
  });
}
