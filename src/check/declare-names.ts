// The names that the whole ruleset can see: its options, its inputs with their ranges and defaults,
// and its definitions.
import type { Option, ValueInput } from '../model/framework.ts';
import type * as Syntax from '../syntax/tree.ts';
import { ERROR } from '../types/type.ts';
import type { Building } from './building.ts';
import { bindDefinitions, noteOpen, typeDefinitions } from './building.ts';
import { rangeOfBounds } from './declared-range.ts';
import type { DeclaredType } from './declared-type.ts';
import { valueFor } from './declared-value.ts';
import type { Container, MergedStatement } from './merged.ts';
import { nameOfStatement } from './merged.ts';
import type { Report } from './report.ts';
import { prependFix } from './suggest.ts';
import type { Typing } from './typing.ts';

export interface DeclaredNames {
  readonly options: readonly Option[];
  readonly inputs: readonly ValueInput[];
}

/** Declares the names of the ruleset in `typing`'s scope and types what they say. */
export function declareNames(
  building: Building,
  ruleset: Container,
  typing: Typing,
): DeclaredNames {
  const { report, types } = building;
  const { scope } = typing;
  // Where they stand wrongly has its own message; what they name is clear all the same.
  const misplaced = ruleset.children.flatMap(globalsWithin);
  types.declare([...ruleset.statements, ...misplaced].flatMap((merged) => ofKind(merged, 'type')));
  const statements = withoutDuplicates(report, [...ruleset.statements, ...misplaced]);
  // Definitions are typed when something needs them, so they may be bound before what they need.
  bindDefinitions(building, statements, typing);
  const declared = statements.flatMap((merged) => {
    const { statement, generation } = merged;
    if (statement.kind !== 'option' && statement.kind !== 'input') return [];
    const name = statement.kind === 'option' ? statement.name : statement.names[0];
    const type = types.read(statement.type);
    if (!name || name.text === '') return [];
    const binding = {
      kind: statement.kind,
      name: name.text,
      type: type.type,
      span: name.span,
      generation,
    };
    scope.names.set(name.text, binding);
    return [{ merged, name, type }];
  });
  const options = declared.flatMap(({ merged, name, type }) =>
    ofKind(merged, 'option').flatMap(
      (option) => readOption(building, typing, option, name, type) ?? [],
    ),
  );
  const inputs = declared.flatMap(({ merged, name, type }) =>
    ofKind(merged, 'input').map((input) => readInput(typing, input, name, type)),
  );
  typeDefinitions(scope);
  return { options, inputs };
}

function ofKind<K extends MergedStatement['statement']['kind']>(
  merged: MergedStatement,
  kind: K,
): MergedStatement<Extract<MergedStatement['statement'], { kind: K }>>[] {
  const { statement } = merged;
  return isOfKind(statement, kind) ? [{ ...merged, statement }] : [];
}

function isOfKind<K extends MergedStatement['statement']['kind']>(
  statement: MergedStatement['statement'],
  kind: K,
): statement is Extract<MergedStatement['statement'], { kind: K }> {
  return statement.kind === kind;
}

function globalsWithin(container: Container): MergedStatement[] {
  const own = container.statements.filter(({ statement }) =>
    ['option', 'input', 'type'].includes(statement.kind),
  );
  return [...own, ...container.children.flatMap(globalsWithin)];
}

function withoutDuplicates(
  report: Report,
  statements: readonly MergedStatement[],
): MergedStatement[] {
  const seen = new Map<string, { readonly name: Syntax.Name; readonly generation: number }>();
  return statements.filter(({ statement, generation }) => {
    if (statement.kind !== 'option' && statement.kind !== 'input' && statement.kind !== 'let')
      return false;
    const name = nameOfStatement(statement);
    if (!name || name.text === '') {
      report.leaveOut();
      return true;
    }
    const earlier = seen.get(name.text);
    if (!earlier) {
      seen.set(name.text, { name, generation });
      return true;
    }
    const related = [{ span: earlier.name.span, note: { en: 'declared here', zh: '在这里声明' } }];
    const inherited = earlier.generation < generation;
    // An input's statement may declare other names besides.
    const fix =
      inherited && statement.kind !== 'input' ? prependFix(statement.span, 'replace ') : undefined;
    report.say('duplicate-name', name.span, { name: name.text, inherited }, { fix, related });
    return false;
  });
}

function readOption(
  building: Building,
  typing: Typing,
  { statement, origins, open }: MergedStatement<Syntax.OptionNode>,
  name: Syntax.Name,
  { type }: DeclaredType,
): Option | undefined {
  const { report } = building;
  const { value: written } = statement;
  if (open)
    noteOpen(building, { kind: 'option', name: name.text, path: [name.text], span: name.span });
  if (type.kind === 'error') return undefined;
  if (type.kind !== 'boolean' && type.kind !== 'enumeration') {
    report.say('option-not-finite', statement.type.span, { name: name.text });
    return undefined;
  }
  const shared = { name: name.text, about: statement.about?.text, origins };
  const values = type.kind === 'boolean' ? ['yes', 'no'] : type.values;
  const slot = {
    name: name.text,
    type,
    range: ANY,
    fieldRanges: new Map(),
    role: 'default',
  } as const;
  // What an open option will be is for an amending ruleset to say.
  const left = open && written.kind === 'missing';
  const value = left ? undefined : valueFor(typing, written, slot);
  const chosen =
    value?.kind === 'enumeration'
      ? [...value.possible][0]
      : value?.kind === 'boolean' && value.canBeTrue
        ? 'yes'
        : undefined;
  const otherwise = type.kind === 'boolean' ? 'no' : (type.values[0] ?? '');
  return { ...shared, kind: type.kind, values, chosen: chosen ?? otherwise };
}

const ANY = { low: undefined, high: undefined, integer: false };

function readInput(
  typing: Typing,
  { statement, origins }: MergedStatement<Syntax.InputNode>,
  name: Syntax.Name,
  { type, range: around, fieldRanges }: DeclaredType,
): ValueInput {
  if (statement.open) typing.report.say('cannot-be-open', name.span, { found: 'input' });
  const range = rangeOfBounds(typing, statement.bounds, type, around);
  const slot = { name: name.text, type, range, fieldRanges, role: 'default' } as const;
  const value =
    statement.default && type !== ERROR ? valueFor(typing, statement.default, slot) : undefined;
  return {
    kind: 'value',
    name: name.text,
    about: statement.about?.text,
    type,
    range,
    fieldRanges,
    default: value,
    origins,
    span: name.span,
  };
}
