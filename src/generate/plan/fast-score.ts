// The scores of items, indicators, groups and of the whole as figures of generated code.
import { readsStanding, ruleExpression } from '../../interpret/rule-expression.ts';
import type { Caps, Exemption, Item, Node, Veto } from '../../model/framework.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Rational } from '../../number/rational.ts';
import type { Truth } from './decide.ts';
import { chosenForm, extremeForm } from './choose.ts';
import { roundForm } from './decide.ts';
import type { FastScope } from './fast-expression.ts';
import { figureForm, namedForm } from './fast-expression.ts';
import { truthOf } from './fast-truth.ts';
import type { Form } from './form.ts';
import { addForms, constantForm, negateForm } from './form.ts';

interface Struck {
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
}

/** An item's score; undefined where it can only be worked out in fractions. */
export function itemForm(item: Item, scope: FastScope): Form | undefined {
  const { framework } = scope;
  // Awards in bands must be refused outside of them, which only the exact body does.
  if (item.rule.kind === 'judged' && item.rule.input.form.kind === 'banded') return undefined;
  const rounding = item.rounding ?? (item.implicit ? undefined : framework.roundings.items);
  const raw = figureForm(ruleExpression(item), scope);
  return raw && finishedForm(raw, item.caps, rounding, item, item.points, scope);
}

/** The score of an indicator or a group, from those of its parts. */
export function nodeForm(
  node: Node,
  partForm: (part: Node | Item) => Form | undefined,
  full: Rational,
  scope: FastScope,
): Form | undefined {
  const { roundings } = scope.framework;
  const own = node.kind === 'indicator' ? roundings.indicators : roundings.groups;
  const parts: readonly (Node | Item)[] = node.kind === 'group' ? node.children : node.items;
  const raw = node.combine ? figureForm(node.combine, scope) : sumForms(parts.map(partForm), scope);
  return raw && finishedForm(raw, node.caps, node.rounding ?? own, node, full, scope);
}

/** The total, from the scores of the outermost parts. */
export function totalForm(
  partForm: (part: Node) => Form | undefined,
  scope: FastScope,
): Form | undefined {
  const { framework } = scope;
  const { children, combine, totalCaps, roundings, total } = framework;
  const standing = (node: Node) => (node.kind === 'group' ? node.standing : 'counted');
  const forms = children.flatMap((node) => {
    if (combine && standing(node) === 'counted') return [];
    const form = partForm(node);
    return [form && standing(node) === 'penalty' ? negateForm(form) : form];
  });
  const raw = sumForms(combine ? [figureForm(combine, scope), ...forms] : forms, scope);
  return raw && finishedForm(raw, totalCaps, roundings.total, framework, total, scope);
}

function sumForms(forms: readonly (Form | undefined)[], { sheet }: FastScope): Form | undefined {
  const [first, ...rest] = forms;
  return rest.reduce((sum, form) => sum && form && addForms(sheet, sum, form), first);
}

function finishedForm(
  raw: Form,
  { atLeast, atMost }: Caps,
  rounding: Rounding | undefined,
  struck: Struck,
  full: Rational,
  scope: FastScope,
): Form | undefined {
  const { sheet } = scope;
  let form: Form | undefined = raw;
  for (const [cap, name] of [
    [atLeast, 'max'],
    [atMost, 'min'],
  ] as const) {
    if (cap === undefined || form === undefined) continue;
    const limit = figureForm(cap, scope);
    form = limit && extremeForm(sheet, name, form, limit);
  }
  if (form && rounding) form = roundForm(sheet, form, rounding);
  return form && struckForm(form, rounding, struck, full, scope);
}

function struckForm(
  before: Form,
  rounding: Rounding | undefined,
  { vetoes, exemptions }: Struck,
  full: Rational,
  scope: FastScope,
): Form | undefined {
  const all = [...vetoes, ...exemptions];
  if (all.length === 0) return before;
  const { sheet } = scope;
  const standing = namedForm(sheet, 'standing', before);
  const rows: { when: Truth; form: Form }[] = [];
  const priorities = [...new Set(all.map(({ priority }) => priority ?? 0))].sort((a, b) => b - a);
  for (const priority of priorities) {
    const acts = (strike: Veto | Exemption) => (strike.priority ?? 0) === priority;
    const cuts = vetoes.filter(acts);
    // Of several vetoes the lowest stands, which takes more than a list of rows.
    if (cuts.length > 1) return undefined;
    for (const veto of cuts) {
      const when = truthOf(veto.condition, scope);
      const left = figureForm(veto.score, { ...scope, standing });
      const form =
        left && rounding && readsStanding(veto.score) ? roundForm(sheet, left, rounding) : left;
      if (!when || !form) return undefined;
      if (when.known !== false) rows.push({ when, form });
    }
    for (const exemption of exemptions.filter(acts)) {
      const when = truthOf(exemption.condition, scope);
      if (!when) return undefined;
      if (when.known !== false) rows.push({ when, form: constantForm(full) });
    }
  }
  return rows.length === 0 ? standing : chosenForm(sheet, rows, standing);
}
