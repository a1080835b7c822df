// The names that may stand at a place: those in sight of an expression and the words that are expected
// of it, the parts that a path may lead to, types, fields, units and functions.
import { tokensAfter } from '../../grammar/rules.ts';
import { Identifier, NameWord } from '../../grammar/tokens.ts';
import { builtins, ACHIEVEMENT_READINGS } from '../builtins/builtins.ts';
import { languageOf } from '../syntax/written-language.ts';
import { spellName } from '../syntax/print-spelling.ts';
import { MONEY_UNITS } from '../types/unit.ts';
import type { Source } from '../text/source.ts';
import type { Draft } from './completion.ts';
import type { Cursor } from './cursor.ts';
import { detailOf } from './describe.ts';
import { isPart, scopesIn } from './named.ts';
import type { Named, NameScope } from './named.ts';
import type { TextPlace } from './place.ts';
import type { Slot, View } from './slots.ts';
import { EMPTY_SCOPE, partsUnder, readable, topOf } from './slots.ts';
import { unitsIn } from './units-in-use.ts';
import type { Workspace } from './workspace.ts';

/** The names and units that may stand at the place. */
export function nameItems(
  workspace: Workspace,
  source: Source,
  place: TextPlace,
  cursor: Cursor,
): readonly Draft[] {
  const slot = place.slot ?? assumedSlot(place, cursor);
  if (!slot) return [];
  const language = languageOf(source);
  const draft =
    (rank: number) =>
    (named: Named): Draft => ({
      kind: named.kind,
      label: named.name,
      detail: detailOf(workspace, named),
      documentation: named.about ?? '',
      insert: spellName(named.name),
      rank,
    });
  switch (slot.kind) {
    case 'value':
    case 'callee':
      return [
        ...(slot.kind === 'value' ? (slot.expected ?? []).map(draft(0)) : []),
        ...valuesIn(slot.view).map(draft(2)),
        ...functionItems(language),
        ...readingItems(place, language),
      ];
    case 'field':
      return slot.fields.map(draft(1));
    case 'type':
      return topOf(slot.view)
        .names.filter(({ kind }) => kind === 'type')
        .map(draft(2));
    case 'grade':
      return slot.top.grades.map(draft(0));
    case 'unit':
      return unitItems(workspace, source, slot.of);
    case 'part':
      return partsBehind(slot.top, slot.within).map(draft(1));
    case 'child':
      return slot.of.children.flatMap(({ self }) => self ?? []).map(draft(1));
    case 'settable':
      return statementsIn(slot.top, ['option', 'let']).map(draft(1));
    case 'removable':
      return [...partsUnder(slot.top), ...statementsIn(slot.top, undefined)].map(draft(1));
    case 'given':
      return givable(slot.view).map(draft(1));
    case 'new':
      return slot.replaces
        ? [...partsUnder(slot.replaces), ...statementsIn(slot.replaces, undefined)].map(draft(1))
        : [];
    default:
      return slot satisfies never;
  }
}

// Where the text breaks off so that the word at the cursor is part of nothing, the grammar says whether
// a name may stand there.
function assumedSlot({ statement, trail }: TextPlace, { before }: Cursor): Slot | undefined {
  const view: View = { trail, parameters: [], entries: [] };
  const last = before.at(-1);
  if (statement.length === 0 || !last) return undefined;
  const allowed = tokensAfter([...statement]);
  if (allowed.has(NameWord)) return { kind: 'value', view, expected: undefined };
  return allowed.has(Identifier) ? { kind: 'type', view } : undefined;
}

function valuesIn(view: View): readonly Named[] {
  return readable(view).filter(({ kind }) => kind !== 'output');
}

function statementsIn(top: NameScope, kinds: readonly string[] | undefined): readonly Named[] {
  const all = scopesIn(top).flatMap((trail) => trail.at(-1)?.names ?? []);
  return kinds ? all.filter(({ kind }) => kinds.includes(kind)) : all;
}

/** The parts that may stand behind the names of a path. */
function partsBehind(top: NameScope, within: readonly string[]): readonly Named[] {
  const last = within.at(-1);
  if (last === undefined) return partsUnder(top);
  return scopesIn(top)
    .filter((trail) => trail.at(-1)?.self?.name === last)
    .flatMap((trail) => (trail.at(-1) ?? EMPTY_SCOPE).children.flatMap(({ self }) => self ?? []));
}

function givable(view: View): readonly Named[] {
  const top = topOf(view);
  const given = top.names.filter(({ kind }) => kind === 'input' || kind === 'option');
  const judged = partsUnder(view.trail.at(-1) ?? top).filter(
    ({ declaration }) =>
      declaration &&
      'statements' in declaration &&
      declaration.statements.some(({ kind }) => kind === 'judged'),
  );
  const own = view.trail.at(-1)?.self;
  return [...given, ...judged, ...(own && isPart(own) ? [own] : [])];
}

function functionItems(language: 'en' | 'zh'): readonly Draft[] {
  return Object.entries(builtins).map(([name, { zhName, about, parameters }]): Draft => {
    const label = language === 'zh' ? zhName : name;
    const names = parameters.map((parameter) => parameter.name).join(', ');
    return {
      kind: 'builtin',
      label,
      detail: `(${names})`,
      documentation: about[language],
      insert: `${label}($1)`,
      isSnippet: true,
      rank: 3,
    };
  });
}

// The word that `achievement` is given stands nowhere else.
function readingItems({ statement }: TextPlace, language: 'en' | 'zh'): readonly Draft[] {
  const names = ['achievement', builtins.achievement.zhName];
  if (!statement.some(({ image }) => names.includes(image))) return [];
  return Object.entries(ACHIEVEMENT_READINGS).map(([en, zh]) => ({
    kind: 'value',
    label: language === 'zh' ? zh : en,
    rank: 8,
  }));
}

const POINTS = { en: ['points', 'point'], zh: ['分'] } as const;
const USUAL = ['项', '个', '人', '家', '次', '件', '天'] as const;

function unitItems(
  workspace: Workspace,
  source: Source,
  of: 'number' | 'money' | 'count' | 'measure',
): readonly Draft[] {
  const draft = (label: string): Draft => ({
    kind: 'unit',
    label,
    insert: spellName(label),
    rank: 1,
  });
  const money = [...MONEY_UNITS.keys()];
  const used = unitsIn(workspace, source.file);
  switch (of) {
    case 'money':
      return money.map(draft);
    case 'count':
      return [...used.count, ...USUAL].map(draft);
    case 'measure':
      return [...used.measure].map(draft);
    case 'number':
      return [
        ...POINTS[languageOf(source)].map((label) => ({ ...draft(label), insert: label })),
        { ...draft('%'), insert: '%' },
        ...money.map(draft),
        ...[...used.count, ...used.measure, '天'].map(draft),
      ];
    default:
      return of satisfies never;
  }
}
