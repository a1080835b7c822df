// What gives points, and what overrules it, to syntax nodes.
import type { CstNode } from 'chevrotain';
import { keywordTokens as K } from '../../grammar/tokens.ts';
import type { Building } from './building.ts';
import { buildCap, buildChild, buildOptional, buildRounding } from './building.ts';
import {
  has,
  nodeOf,
  nodesOf,
  readName,
  readPath,
  readText,
  requireText,
  spanOf,
} from './reading.ts';
import { mostOf } from './build-rows.ts';
import type {
  ChoiceNode,
  Declaration,
  DeductNode,
  ExampleNode,
  Expression,
  GivenNode,
  NotApplicableNode,
  NotMonotoneNode,
  Path,
  Reach,
} from './tree.ts';

/** Builds any rule, cap, rounding, veto, exemption, check or example. */
export function buildScoring(building: Building, cst: CstNode): Declaration {
  const span = spanOf(building, cst);
  switch (cst.name) {
    case 'score':
      return { kind: 'score', span, value: buildChild(building, cst, 'value') };
    case 'deduct':
      return buildDeduct(building, cst);
    case 'judged': {
      const table = nodeOf(cst, 'tiers') ?? nodeOf(cst, 'decision');
      const choices = buildChoices(building, cst, 'choice');
      const form = has(cst, K.OneOf)
        ? ({ kind: 'choice', span, choices } as const)
        : table
          ? ({ kind: 'banded', span, table: building.expression(table) } as const)
          : ({ kind: 'free', span } as const);
      return { kind: 'judged', span, form };
    }
    case 'checklist': {
      const entries = buildChoices(building, cst, 'checklistEntry');
      return { kind: 'judged', span, form: { kind: 'checklist', span, entries } };
    }
    case 'cap':
      return buildCap(building, cst);
    case 'rounding':
      return { kind: 'rounded', span, rounding: buildRounding(building, cst) };
    case 'veto':
      return {
        kind: 'veto',
        span,
        reach: reachOf(cst),
        on: aimOf(building, cst),
        ceiling: has(cst, K.GradeAtMost) ? readName(building, cst) : undefined,
        down: has(cst, K.GradeDown) ? buildChild(building, cst, 'steps') : undefined,
        about: requireText(building, cst),
        condition: buildChild(building, cst, 'expression'),
        score:
          has(cst, K.GradeAtMost) || has(cst, K.GradeDown)
            ? undefined
            : buildChild(building, cst, 'arithmetic'),
        priority: priorityOf(building, cst),
      };
    case 'exempt':
      return {
        kind: 'exempt',
        span,
        reach: reachOf(cst),
        on: aimOf(building, cst),
        about: requireText(building, cst),
        condition: buildChild(building, cst, 'expression'),
        priority: priorityOf(building, cst),
      };
    case 'notApplicable': {
      const condition = buildChild(building, cst, 'expression');
      return { kind: 'not-applicable', span, condition, ...policyOf(building, cst) };
    }
    case 'notMonotone':
      return buildNotMonotone(building, cst);
    case 'appliesWhen':
      return { kind: 'applies', span, condition: buildChild(building, cst, 'expression') };
    case 'pool':
      return { kind: 'pool', span, redistribute: has(cst, K.Redistribute) };
    case 'check':
      return {
        kind: 'check',
        span,
        name: requireText(building, cst),
        condition: buildChild(building, cst, 'expression'),
        tolerance: has(cst, K.Within) ? buildChild(building, cst, 'arithmetic') : undefined,
      };
    case 'example':
      return buildExample(building, cst);
    default:
      return { kind: 'decide', span, value: building.expression(cst) };
  }
}

/** Also behind the value of an output. */
export function buildNotMonotone(building: Building, cst: CstNode): NotMonotoneNode {
  const reason = requireText(building, cst);
  return { kind: 'not-monotone', span: spanOf(building, cst), reason };
}

function reachOf(cst: CstNode): Reach | undefined {
  const reach = nodeOf(cst, 'reach');
  if (!reach) return undefined;
  if (has(reach, K.Item)) return 'item';
  if (has(reach, K.Indicator)) return 'indicator';
  return has(reach, K.Group) ? 'group' : 'total';
}

function aimOf(building: Building, cst: CstNode): Path | undefined {
  const aim = nodeOf(cst, 'aim');
  return aim && readPath(building, aim);
}

function priorityOf(building: Building, cst: CstNode): Expression | undefined {
  const priority = nodeOf(cst, 'priority');
  return priority && buildChild(building, priority, 'arithmetic');
}

function policyOf(building: Building, cst: CstNode): Pick<NotApplicableNode, 'policy' | 'award'> {
  const policy = nodeOf(cst, 'policy');
  const plain = (name: NotApplicableNode['policy']) => ({ policy: name, award: undefined });
  if (!policy) return plain(undefined);
  if (has(policy, K.WithinGroup)) return plain('within-group');
  if (has(policy, K.OverAll)) return plain('over-all');
  if (has(policy, K.InFull)) return plain('in-full');
  return { policy: 'award', award: buildChild(building, policy, 'arithmetic') };
}

function buildDeduct(building: Building, cst: CstNode): DeductNode {
  const part = (label: string, isThere: boolean) =>
    isThere ? buildChild(building, cst, label) : undefined;
  const side = has(cst, K.Above) ? 'above' : has(cst, K.Below) ? 'below' : undefined;
  return {
    kind: 'deduct',
    span: spanOf(building, cst),
    amount: buildChild(building, cst, 'amount'),
    per: part('per', has(cst, K.Per)),
    // Also there where the word before it was forgotten.
    subject: part('subject', has(cst, K.Of) || nodeOf(cst, 'subject') !== undefined),
    side,
    limit: part('limit', side !== undefined),
    reading: readingOf(cst),
    atMost: part('atMost', has(cst, K.AtMost)),
    condition: part('expression', has(cst, K.When)),
  };
}

function readingOf(cst: CstNode): DeductNode['reading'] {
  if (has(cst, K.Prorated)) return 'prorated';
  if (has(cst, K.PerFullStep)) return 'full-step';
  return has(cst, K.PerStartedStep) ? 'started-step' : undefined;
}

function buildChoices(building: Building, cst: CstNode, rule: string): readonly ChoiceNode[] {
  return nodesOf(cst, rule).map((row) => ({
    span: spanOf(building, row),
    name: readName(building, row),
    points: buildChild(building, row, 'arithmetic'),
    most: mostOf(building, row),
    about: readText(building, row),
  }));
}

function buildExample(building: Building, cst: CstNode): ExampleNode {
  const givens = nodesOf(cst, 'given').map((given): GivenNode => ({
    span: spanOf(building, given),
    path: readPath(building, given),
    value: buildChild(building, given, 'arithmetic'),
  }));
  return {
    kind: 'example',
    span: spanOf(building, cst),
    name: readText(building, cst),
    givens,
    output: nodeOf(cst, 'name') && readName(building, cst),
    low: buildChild(building, cst, 'arithmetic'),
    high: buildOptional(building, cst, 'arithmetic', 1),
  };
}
