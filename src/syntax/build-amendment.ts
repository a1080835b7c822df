// Concrete amendments to syntax nodes.
import type { CstNode } from 'chevrotain';
import { keywordTokens as K } from '../../grammar/tokens.ts';
import {
  bareDeclaration,
  buildBody,
  buildCitation,
  buildDeclaration,
  lockOf,
} from './build-declaration.ts';
import type { Building } from './building.ts';
import { buildCaps, buildChild } from './building.ts';
import {
  declaredWithin,
  has,
  nodeOf,
  onlyChild,
  readName,
  readNames,
  readPath,
  spanOf,
} from './reading.ts';
import type { AddNode, Amendment, OrderNode, ReplaceNode } from './tree.ts';

/** Builds an amendment; undefined when too little of it was read to know what it changes. */
export function buildAmendment(building: Building, amendment: CstNode): Amendment | undefined {
  const cst = onlyChild(amendment);
  if (!cst || !('children' in cst)) return undefined;
  const span = spanOf(building, cst);
  switch (cst.name) {
    case 'setPoints': {
      const points = buildChild(building, cst, 'arithmetic');
      return { kind: 'points', span, path: readPath(building, cst), points };
    }
    case 'setValue': {
      const value = buildChild(building, cst, 'value');
      return { kind: 'set', span, name: readPath(building, cst), value };
    }
    case 'replace':
      return buildReplace(building, cst);
    case 'remove':
      return { kind: 'remove', span, path: readPath(building, cst) };
    case 'add':
      return buildAdd(building, cst);
    case 'rename':
      return { kind: 'rename', span, path: readPath(building, cst), to: readName(building, cst) };
    case 'order':
      return buildOrder(building, cst);
    default:
      return { kind: 'cite', span, path: readPath(building, cst), ...buildCitation(building, cst) };
  }
}

function buildReplace(building: Building, cst: CstNode): ReplaceNode | undefined {
  const wrapped = nodeOf(cst, 'declaration');
  const declaration = wrapped && buildDeclaration(building, wrapped);
  if (!declaration) return undefined;
  const bare = bareDeclaration(wrapped);
  const within = bare && declaredWithin(building, nodeOf(bare, 'heading') ?? bare);
  return { kind: 'replace', span: spanOf(building, cst), within, declaration };
}

function buildAdd(building: Building, cst: CstNode): AddNode | undefined {
  const head = nodeOf(cst, 'addedNode');
  if (!head) return undefined;
  const node = {
    span: spanOf(building, cst),
    ...lockOf(cst),
    name: readName(building, head),
    points: buildChild(building, head, 'arithmetic'),
    caps: buildCaps(building, head),
    statements: buildBody(building, cst),
  };
  const standing = has(head, K.Bonus) ? 'bonus' : has(head, K.Penalty) ? 'penalty' : 'counted';
  const declaration: AddNode['declaration'] = has(head, K.Indicator)
    ? { kind: 'indicator', ...node }
    : has(head, K.Item)
      ? { kind: 'item', ...node }
      : { kind: 'group', standing, ...node };
  const place = has(cst, K.After) ? 'after' : has(cst, K.Before) ? 'before' : 'last';
  return {
    kind: 'add',
    span: spanOf(building, cst),
    declaration,
    to: has(cst, K.To) ? readPath(building, cst) : undefined,
    place,
    neighbour: place === 'last' ? undefined : readName(building, cst),
  };
}

function buildOrder(building: Building, cst: CstNode): OrderNode {
  const path = nodeOf(cst, 'path') && readPath(building, cst);
  return { kind: 'order', span: spanOf(building, cst), path, names: readNames(building, cst) };
}
