// Concrete operands to syntax expressions: literals with their units, names and calls, fields and
// entries, lists and records, choices, decisions and tier tables.
import type { CstNode, IToken } from 'chevrotain';
import { asciiDigits } from '../../grammar/literals.ts';
import {
  DateLiteral,
  NumberLiteral,
  TextLiteral,
  keywordTokens as K,
  symbolTokens as S,
} from '../../grammar/tokens.ts';
import { joinSpans } from '../text/span.ts';
import { buildAggregate, buildRank } from './build-aggregate.ts';
import { buildDecision, buildTiers } from './build-rows.ts';
import type { Building } from './building.ts';
import { buildChild, grown } from './building.ts';
import {
  has,
  missing,
  nodeOf,
  nodesOf,
  onlyChild,
  readName,
  readNameToken,
  readPath,
  readTextToken,
  spanOf,
  spanOfToken,
  startOf,
  tokenOf,
} from './reading.ts';
import type { Expression } from './tree.ts';

/** Builds any node from `postfix` down, and the values that are whole tables. */
export function buildOperand(building: Building, cst: CstNode): Expression {
  switch (cst.name) {
    case 'postfix':
      return buildPostfix(building, cst);
    case 'number':
      return buildNumber(building, cst);
    case 'reference':
      return buildReference(building, cst);
    case 'parenthesis':
      return buildParenthesis(building, cst);
    case 'list':
      return buildList(building, cst);
    case 'record':
      return buildRecord(building, cst);
    case 'choose':
      return buildChoose(building, cst);
    case 'parts':
      return {
        kind: 'parts',
        span: spanOf(building, cst),
        of: has(cst, K.RatesOfParts) ? 'rates' : 'scores',
      };
    case 'scoreOf':
      return buildScoreOf(building, cst);
    case 'aggregate':
      return buildAggregate(building, cst);
    case 'cohort':
      return {
        kind: 'cohort',
        span: spanOf(building, cst),
        of: has(cst, K.Others) ? 'others' : 'all',
      };
    case 'own': {
      const operand = buildChild(building, cst, 'postfix');
      return grown(building, { kind: 'own', span: spanOf(building, cst), operand }, operand);
    }
    case 'rank':
      return buildRank(building, cst);
    case 'decision':
      return buildDecision(building, cst);
    case 'tiers':
      return buildTiers(building, cst);
    default:
      return buildOnlyChild(building, cst);
  }
}

/** `primary`, `value` and `argument` hold one thing: a token or a node. */
function buildOnlyChild(building: Building, cst: CstNode): Expression {
  const child = onlyChild(cst);
  if (!child) return missing(building, cst);
  return 'image' in child ? buildLiteral(building, child) : building.expression(child);
}

function buildLiteral(building: Building, token: IToken): Expression {
  const span = spanOfToken(building, token);
  switch (token.tokenType) {
    case DateLiteral:
      return { kind: 'date', span, text: asciiDigits(token.image) };
    case TextLiteral:
      return { kind: 'text', span, text: readTextToken(building, token).text };
    case K.FullPoints:
      return { kind: 'full-points', span };
    case K.Each:
      return { kind: 'each', span };
    case K.Standing:
      return { kind: 'standing', span };
    case K.TotalGrade:
      return { kind: 'total-grade', span };
    case K.TotalScore:
      return { kind: 'score-of', span, path: 'total', isWhole: true };
    default:
      return { kind: 'boolean', span, value: token.tokenType === K.Yes };
  }
}

function buildPostfix(building: Building, cst: CstNode): Expression {
  const steps = [...nodesOf(cst, 'field'), ...nodesOf(cst, 'entry')];
  steps.sort((a, b) => startOf(a) - startOf(b));
  return steps.reduce<Expression>(
    (of, step) => {
      const span = joinSpans(of.span, spanOf(building, step));
      if (step.name === 'field') {
        return grown(building, { kind: 'field', span, of, field: readName(building, step) }, of);
      }
      const index = buildChild(building, step, 'arithmetic');
      return grown(building, { kind: 'entry', span, of, index }, of, index);
    },
    buildChild(building, cst, 'primary'),
  );
}

/** A number as written: thousands separators and grouping marks are gone, full-width digits ASCII. */
function buildNumber(building: Building, cst: CstNode): Expression {
  const token = tokenOf(cst, NumberLiteral);
  if (!token) return missing(building, cst);
  const unit = nodeOf(cst, 'unit');
  const unitToken = unit && (onlyChild(unit) as IToken | undefined);
  return {
    kind: 'number',
    span: spanOf(building, cst),
    digits: digitsOf(token.image),
    percent: has(cst, S.PercentSign) ? '%' : has(cst, S.PerMilleSign) ? '‰' : '',
    unit: unitToken && readNameToken(building, unitToken),
  };
}

/** The digits of a number token, also of a malformed one: always readable as a decimal. */
export function digitsOf(image: string): string {
  const plain = asciiDigits(image).replace(/[,，_'’]/g, '');
  return /^(?:\d+(?:\.\d+)?|\.\d+)/.exec(plain)?.[0].replace(/^\./, '0.') ?? '0';
}

function buildReference(building: Building, cst: CstNode): Expression {
  const span = spanOf(building, cst);
  const name = readName(building, cst);
  if (!has(cst, S.LeftParenthesis)) return { kind: 'name', span, name };
  const values = nodesOf(cst, 'argument').map((argument) => building.expression(argument));
  return grown(building, { kind: 'call', span, name, arguments: values }, ...values);
}

function buildScoreOf(building: Building, cst: CstNode): Expression {
  building.met.scoreByPath = true;
  const span = spanOf(building, cst);
  if (has(cst, S.LeftParenthesis))
    return { kind: 'score-of', span, path: readPath(building, cst), isWhole: false };
  const name = readName(building, cst);
  return { kind: 'score-of', span, path: { names: [name], span: name.span }, isWhole: false };
}

/** The span of an expression in parentheses holds them, so that the formatter can keep them. */
function buildParenthesis(building: Building, cst: CstNode): Expression {
  const inner = buildChild(building, cst, 'value');
  return grown(building, { ...inner, span: spanOf(building, cst) }, inner);
}

function buildList(building: Building, cst: CstNode): Expression {
  const entries = nodesOf(cst, 'argument').map((entry) => building.expression(entry));
  return grown(building, { kind: 'list', span: spanOf(building, cst), entries }, ...entries);
}

function buildRecord(building: Building, cst: CstNode): Expression {
  const fields = nodesOf(cst, 'recordField').map((field) => ({
    name: readName(building, field),
    value: buildChild(building, field, 'arithmetic'),
  }));
  const values = fields.map(({ value }) => value);
  return grown(building, { kind: 'record', span: spanOf(building, cst), fields }, ...values);
}

function buildChoose(building: Building, cst: CstNode): Expression {
  const condition = buildChild(building, cst, 'expression');
  const elseStart = tokenOf(cst, K.Else)?.startOffset ?? Infinity;
  const branches = nodesOf(cst, 'arithmetic');
  const branch = (isOne: (start: number) => boolean): Expression => {
    const found = branches.find((node) => isOne(startOf(node)));
    return found ? building.expression(found) : missing(building, cst);
  };
  const then = branch((start) => start < elseStart);
  const otherwise = branch((start) => start > elseStart);
  const span = spanOf(building, cst);
  return grown(
    building,
    { kind: 'choose', span, condition, then, otherwise },
    condition,
    then,
    otherwise,
  );
}
