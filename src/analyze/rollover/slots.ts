// What in a statement can be another while the rest stays: the value of an option, the bounds of an
// input, the rows of a table. Changes are told slot by slot, and slots of one statement are merged apart.
import type { PlainDeclaration } from '../../check/merged.ts';
import type { Expression } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { joinSpans } from '../../text/span.ts';
import { signature } from './signature.ts';

export type SlotName =
  | 'type'
  | 'value'
  | 'about'
  | 'points'
  | 'limits'
  | 'condition'
  | 'score'
  | 'priority'
  | 'tolerance'
  | 'subject'
  | 'otherwise'
  | 'gives';

export interface Slot {
  readonly span: Span;
  readonly said: string;
}

export interface Row extends Slot {
  /** Rows with names are the same row wherever they stand. */
  readonly name: string | undefined;
}

/** A statement taken apart. */
export interface Slots {
  readonly fields: ReadonlyMap<SlotName, Slot>;
  /** Undefined where it is no table. */
  readonly rows: readonly Row[] | undefined;
  /** What is left without them. */
  readonly rest: string;
}

/** Takes a statement apart. */
export function slotsOf(statement: PlainDeclaration): Slots {
  switch (statement.kind) {
    case 'option':
      return of(statement, { type: [statement.type], about: [statement.about] }, statement.value);
    case 'input':
      return of(
        statement,
        { type: [statement.type, ...statement.bounds], about: [statement.about] },
        statement.default,
      );
    case 'let':
    case 'output':
      return of(statement, { type: [statement.type], about: [statement.about] }, statement.value);
    case 'total':
      return of(statement, { points: [statement.points], limits: statement.caps });
    case 'grades':
      return table(
        statement,
        statement.grades.map((row) => ({ ...row, label: row.name.text })),
      );
    case 'score':
    case 'decide':
      return of(statement, {}, statement.value);
    case 'veto':
    case 'exempt':
      return of(statement, {
        condition: [statement.condition],
        score: ['score' in statement ? statement.score : undefined],
        priority: [statement.priority],
      });
    case 'check':
      return of(statement, {
        condition: [statement.condition],
        tolerance: [statement.tolerance],
      });
    case 'judged': {
      const { form } = statement;
      if (form.kind === 'banded') return of(statement, {}, form.table);
      if (form.kind === 'free') return of(statement, {});
      const rows = form.kind === 'choice' ? form.choices : form.entries;
      return table(
        statement,
        rows.map((row) => ({ ...row, label: row.name.text })),
      );
    }
    case 'example': {
      const label = (names: readonly { readonly text: string }[]) =>
        names.map(({ text }) => text).join(' / ');
      const rows = statement.givens.map((row) => ({ ...row, label: label(row.path.names) }));
      const { low, high, output } = statement;
      const gives = slot([output, low, high]);
      const taken = table(statement, rows);
      return { ...taken, fields: gives ? new Map([['gives', gives]]) : new Map() };
    }
    default:
      return { fields: new Map(), rows: undefined, rest: signature(statement) };
  }
}

type Spanned = { readonly span: Span } | undefined;

function slot(parts: readonly Spanned[]): Slot | undefined {
  const standing = parts.flatMap((part) => part ?? []);
  const [first, ...others] = standing.map(({ span }) => span);
  if (!first || others.some(({ file }) => file !== first.file)) return undefined;
  return { span: others.reduce(joinSpans, first), said: signature(standing) };
}

function of(
  statement: PlainDeclaration,
  named: Partial<Record<SlotName, readonly Spanned[]>>,
  value?: Expression,
): Slots {
  const fields = new Map<SlotName, Slot>();
  const add = (name: SlotName, parts: readonly Spanned[]) => {
    const found = slot(parts);
    if (found) fields.set(name, found);
  };
  for (const [name, parts] of Object.entries(named)) add(name as SlotName, parts);
  const isTable = value?.kind === 'tiers' || value?.kind === 'decision';
  if (isTable) {
    if (value.kind === 'tiers') add('subject', [value.subject]);
    add('otherwise', [value.otherwise, value.otherwiseMost]);
  } else add('value', [value]);
  const rows: readonly Row[] | undefined = isTable
    ? value.rows.map((row) => ({ span: row.span, said: signature(row), name: undefined }))
    : undefined;
  const rest = [
    kindOf(statement),
    isTable ? [value.kind, 'interpolated' in value && value.interpolated] : '',
  ];
  return { fields, rows, rest: signature(rest) };
}

function table(
  statement: PlainDeclaration,
  rows: readonly { readonly span: Span; readonly label: string }[],
): Slots {
  return {
    fields: new Map(),
    rows: rows.map(({ label, ...row }) => ({ span: row.span, said: signature(row), name: label })),
    rest: signature(kindOf(statement)),
  };
}

// What is neither a field nor a row, nor the name by which the statement was found.
function kindOf(statement: PlainDeclaration): readonly unknown[] {
  const modifiers = 'locked' in statement ? [statement.locked, statement.open] : [];
  const bare = 'notMonotone' in statement ? [statement.notMonotone] : [];
  const parameters = statement.kind === 'let' ? [statement.parameters] : [];
  const form = statement.kind === 'judged' ? [statement.form.kind] : [];
  const strike =
    statement.kind === 'veto'
      ? [statement.reach, statement.on, statement.ceiling, statement.down]
      : statement.kind === 'exempt'
        ? [statement.reach, statement.on]
        : [];
  return [statement.kind, modifiers, bare, parameters, form, strike];
}
