// Items, indicators and groups as functions over exact fractions, each of which gives its score.
import { ruleExpression } from '../../interpret/rule-expression.ts';
import type { Expression } from '../../model/expression.ts';
import { constantOf } from '../../model/expression.ts';
import type { Framework, Group, Indicator, Item, Node } from '../../model/framework.ts';
import { isPool } from '../../model/pool.ts';
import { ZERO, divide } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { placeKey } from '../../model/score-uses.ts';
import { partsWithin } from '../plan/expressions.ts';
import { resultNames, ruleKey, scoreKey } from '../plan/names.ts';
import { once } from '../plan/once.ts';
import { nodesOf } from '../plan/places.ts';
import { limitedText, line, roundedText, struckLines } from './exact-score.ts';
import type { Scope } from './exact-expression.ts';
import { expressionText } from './exact-expression.ts';
import { argumentText, bodyLines, isTable, questionText, valuesOf } from './exact-rows.ts';

/** A function that is worked out once, with what stands above it. */
export interface Definition {
  readonly name: string;
  readonly about: string;
  readonly type: string;
  readonly body: readonly string[];
  /** How the result calls it, for a group or an indicator. */
  readonly result?: string;
}

/** Whether shares are worked out, because parts may not exist or apply. */
export interface Places {
  readonly scope: Scope;
  readonly varies: boolean;
  /** The keys of scores that expressions ask for by name. */
  readonly asked: ReadonlySet<string>;
}

const scoreName = ({ scope }: Places, place: Node | Item) =>
  scope.writer.names.exactScores.get(scoreKey(place)) ?? '';

/** The key of a part in the table of shares. */
export function partKey(place: Node | Item): string {
  return JSON.stringify('rule' in place ? ruleKey(place) : placeKey(place.path));
}

/** The rule of an indicator or item in one expression, where nothing else happens to it and nobody else asks. */
export function inlineRule(places: Places, part: Node | Item): string | undefined {
  if (!('rule' in part) || part.applies) return undefined;
  if (!part.implicit && places.asked.has(placeKey(part.path))) return undefined;
  const rule = ruleExpression(part);
  if (isTable(rule) && questionText(rule, places.scope) === undefined) return undefined;
  if (!isPlain(part, roundingOf(part, places))) return undefined;
  const text = argumentText(rule, places.scope);
  // What is longer is read more easily under its own name.
  return part.implicit || (text.length <= 50 && !text.includes('\n')) ? text : undefined;
}

/** The table of an indicator that gives its score as it stands: its figures need no rounding. */
export function ownTable(places: Places, node: Node): Expression | undefined {
  if (node.kind !== 'indicator' || places.varies || node.combine) return undefined;
  const [item, more] = node.items;
  if (more !== undefined || item?.implicit !== true) return undefined;
  const { caps, vetoes, exemptions } = node;
  const isKept = !caps.atLeast && !caps.atMost && vetoes.length + exemptions.length === 0;
  const rule = ruleExpression(item);
  const { framework } = places.scope.writer;
  const rounding = node.rounding ?? framework.roundings.indicators;
  return isKept &&
    !listedPlaces(framework).has(placeKey(node.path)) &&
    isTable(rule) &&
    isPlain(item, roundingOf(item, places)) &&
    (rounding === undefined || valuesOf(rule).every((value) => liesOn(rounding.step, value)))
    ? rule
    : undefined;
}

// Those whose parts an expression lists.
const listedPlaces = once(
  (framework: Framework): ReadonlySet<string> =>
    new Set(
      partsWithin(framework).flatMap((part) => (part.kind === 'parts' ? placeKey(part.path) : [])),
    ),
);

function liesOn(step: Rational, value: Expression): boolean {
  const figure = value.kind === 'constant' ? constantOf(value) : undefined;
  return figure !== undefined && divide(figure, step).d === 1n;
}

// Whether limits, rounding and strikes leave what the rule gives.
function isPlain(item: Item, rounding: Item['rounding']): boolean {
  return (
    item.caps.atLeast === undefined &&
    item.caps.atMost === undefined &&
    rounding === undefined &&
    item.vetoes.length + item.exemptions.length === 0 &&
    !isBanded(item)
  );
}

function roundingOf(item: Item, { scope }: Places): Item['rounding'] {
  const { roundings } = scope.writer.framework;
  return item.rounding ?? (item.implicit ? undefined : roundings.items);
}

/** An item's score: rule, limits, rounding, strikes. */
export function itemDefinition(places: Places, item: Item): Definition {
  const { scope, varies } = places;
  const { writer } = scope;
  const rounding = roundingOf(item, places);
  const rule = ruleExpression(item);
  const absent =
    varies && item.applies
      ? [`if (shareOf(${partKey(item)}).state === 'absent') return ${writer.use('ZERO')};`]
      : [];
  const holder = varies && !item.implicit ? holderOf(writer.framework, item) : undefined;
  const body = isPlain(item, rounding)
    ? bodyLines(rule, scope)
    : finishedLines(places, item, rounding);
  return {
    name: scoreName(places, item),
    about: '',
    type: 'Rational',
    body: [...(holder ? holderLines(places, holder, item) : []), ...absent, ...body],
  };
}

// Others may ask for the score of an item of which the indicator does not exist or apply.
function holderLines({ scope }: Places, holder: Indicator, item: Item): string[] {
  const { writer } = scope;
  const full = `${writer.use('multiply')}(${writer.figure(item.points)}, holder.factor)`;
  return [
    `const holder = shareOf(${partKey(holder)});`,
    `if (holder.because?.policy === 'in-full') return ${full};`,
    `if (holder.state !== 'applicable') return ${writer.use('ZERO')};`,
  ];
}

// The indicator of an item whose score is asked for by name.
function holderOf(framework: Framework, item: Item): Indicator | undefined {
  const isAsked = partsWithin(framework).some(
    (part) => part.kind === 'score' && placeKey(part.path) === placeKey(item.path),
  );
  if (!isAsked) return undefined;
  return nodesOf(framework).find(
    (node): node is Indicator => node.kind === 'indicator' && node.items.includes(item),
  );
}

function finishedLines(places: Places, item: Item, rounding: Item['rounding']): string[] {
  const { scope } = places;
  const { writer } = scope;
  const ruled = isBanded(item)
    ? bandedText(item, scope)
    : argumentText(ruleExpression(item), scope);
  const standing = roundedText(limitedText(ruled, item.caps, scope), rounding, scope);
  const { vetoes, exemptions } = item;
  return struckLines(
    standing,
    { vetoes, exemptions, full: writer.figure(item.points), rounding },
    scope,
  );
}

function isBanded({ rule }: Item): boolean {
  return rule.kind === 'judged' && rule.input.form.kind === 'banded';
}

function bandedText({ rule }: Item, scope: Scope): string {
  if (rule.kind !== 'judged' || rule.input.form.kind !== 'banded') return '';
  const { name, form } = rule.input;
  const award = `input(${JSON.stringify(name)})`;
  const [least, most] = [form.least, form.most].map((table) => expressionText(table, scope));
  return `${scope.writer.use('within')}(${award}, ${least ?? ''}, ${most ?? ''}, ${JSON.stringify(name)})`;
}

/** The score of an indicator or a group; `varies` puts shares and points around it. */
export function nodeDefinition(places: Places, node: Node): Definition {
  const { scope } = places;
  const { framework } = scope.writer;
  const own =
    node.kind === 'indicator' ? framework.roundings.indicators : framework.roundings.groups;
  const rounding = node.rounding ?? own;
  const sum = sumText(places, node);
  const raw = node.combine ? expressionText(node.combine, scope) : sum;
  const moves = places.varies && (node.kind === 'indicator' || node.combine !== undefined);
  const limited = limitedText(raw, node.caps, scope);
  const moved = moves ? `${scope.writer.use('multiply')}(${limited}, share.factor)` : limited;
  const full = places.varies ? pointsText(places, node) : scope.writer.figure(fullPoints(node));
  const { vetoes, exemptions } = node;
  const table = ownTable(places, node);
  return {
    name: scoreName(places, node),
    about: node.kind === 'group' ? (resultNames(framework).get(node) ?? line(node.name)) : '',
    type: 'Rational',
    result: resultNames(framework).get(node) ?? node.name,
    body: table
      ? bodyLines(table, scope)
      : [
          ...(places.varies ? outLines(places, node, rounding) : []),
          ...struckLines(
            roundedText(moved, rounding, scope),
            { vetoes, exemptions, full, rounding },
            scope,
          ),
        ],
  };
}

// Where nothing varies: what the parts have, or the group's own points where they are combined.
function fullPoints(node: Node): Rational {
  if (node.kind === 'indicator' || node.combine) return node.points;
  return node.children
    .map(fullPoints)
    .reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), ZERO);
}

function sumText(places: Places, node: Node): string {
  const parts: readonly (Node | Item)[] = node.kind === 'group' ? node.children : node.items;
  const { writer } = places.scope;
  const scores = parts.map((part) => inlineRule(places, part) ?? `${scoreName(places, part)}()`);
  const [only, second] = scores;
  if (only !== undefined && second === undefined) return only;
  return `${writer.use('total')}([${scores.join(', ')}])`;
}

/** The points of a node after points were moved, as a call. */
export function pointsText(places: Places, node: Node): string {
  return `${places.scope.writer.use('pointsOf')}(shareOf(${partKey(node)}), shares())`;
}

// What is left of a part that does not exist or apply.
function outLines(places: Places, node: Node, rounding: Node['rounding']): string[] {
  const { scope } = places;
  const { writer } = scope;
  const key = partKey(node);
  const lines = [
    `const share = shareOf(${key});`,
    `if (share.state === 'absent') return ${writer.use('ZERO')};`,
  ];
  const award = node.notApplicable?.award;
  const isSummed = node.kind === 'group' && node.combine === undefined;
  lines.push(`if (share.state === 'not-applicable') {`);
  if (award) {
    const caps =
      node.kind === 'indicator' && node.items[0]?.implicit === true
        ? node.items[0].caps
        : node.caps;
    const limited = limitedText(expressionText(award, scope), caps, scope);
    const scaled = `${writer.use('multiply')}(${limited}, share.factor)`;
    lines.push(
      `  if (share.because === share.part) return ${roundedText(scaled, rounding, scope)};`,
    );
  }
  const left = isSummed ? sumText(places, node) : writer.use('ZERO');
  const full = `share.because?.policy === 'in-full' ? ${pointsText(places, node)} : `;
  lines.push(`  return ${isSummed && !mayBeFull(writer.framework, node) ? '' : full}${left};`, '}');
  return lines;
}

// Whether something awards the points of a group as a whole: its own statement, or one around it.
function mayBeFull(framework: Framework, { path }: Node): boolean {
  return nodesOf(framework).some(
    (node) =>
      node.notApplicable?.policy === 'in-full' && node.path.every((name, at) => path[at] === name),
  );
}

/** The tree of parts from which shares are worked out. */
export function partText(places: Places, place: Node | Item): string {
  const { scope } = places;
  const { writer } = scope;
  const isNode = !('rule' in place);
  const counted = isNode && (place.kind === 'indicator' || place.standing === 'counted');
  const fields = [
    `key: ${partKey(place)}`,
    `name: ${JSON.stringify(place.name)}`,
    `points: ${writer.figure(place.points)}`,
    `counted: ${String(counted)}`,
  ];
  if (place.applies) fields.push(`exists: () => ${expressionText(place.applies.condition, scope)}`);
  if (isNode) {
    if (place.notApplicable) {
      fields.push(`policy: '${place.notApplicable.policy}'`);
      fields.push(`isOut: () => ${expressionText(place.notApplicable.condition, scope)}`);
    }
    if (place.combine) fields.push('combined: true');
    if (isPool(place)) {
      fields.push(`chosen: () => input(${JSON.stringify(place.pool.inputName)})`);
      if (place.pool.redistribute) fields.push('scaled: true');
    }
    const inside = insideOf(place).map((part) => `\n${partText(places, part)},`);
    fields.push(
      `${place.kind === 'group' ? 'parts' : 'items'}: [${inside.join('').replaceAll('\n', '\n  ')}\n]`,
    );
  }
  return `{ ${fields.join(', ')} }`;
}

function insideOf(node: Group | Indicator): readonly (Node | Item)[] {
  return node.kind === 'group'
    ? node.children
    : node.items.filter(({ implicit, applies }) => !implicit || applies);
}
