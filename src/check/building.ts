// What building the model carries along: where we are, what lies around, and what is gathered for
// the whole framework on the way.
import type {
  Check,
  Exemption,
  GradeCeiling,
  JudgedInput,
  OpenTerm,
  ValueInput,
  Veto,
} from '../model/framework.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { StatementWord } from '../diagnostics/words.ts';
import type { Definitions } from './definitions.ts';
import type { Functions } from './functions.ts';
import type { TypeReader } from './declared-type.ts';
import type { MergedNode, MergedStatement } from './merged.ts';
import type { Report } from './report.ts';
import type { Binding, Scope } from './scope.ts';
import { lookUp } from './scope.ts';
import type { Place } from './statement-places.ts';
import type { Typing } from './typing.ts';

/** One run of building. */
export interface Building {
  readonly report: Report;
  readonly types: TypeReader;
  readonly definitions: Definitions;
  readonly functions: Functions;
  /** The names of what is judged, and of choices from pools. */
  readonly chosenNames: ReadonlyMap<MergedNode, string>;
  /** Names that `grade at most` may use, best first or not. */
  readonly grades: readonly string[] | undefined;
  readonly gathered: Gathered;
}

/** What any depth of the tree may add to the framework. */
export interface Gathered {
  readonly ceilings: GradeCeiling[];
  readonly checks: Check[];
  readonly examples: PendingExample[];
  readonly openTerms: OpenTerm[];
  readonly judged: JudgedInput[];
  /** The choices from pools. */
  readonly pools: ValueInput[];
}

/** An example waits until every input and award has its name. */
export interface PendingExample {
  readonly merged: MergedStatement<Syntax.ExampleNode>;
  readonly path: readonly string[];
  readonly typing: Typing;
}

/** The ruleset, a group, an indicator or an item while its inside is built. */
export interface Level {
  readonly place: Place;
  readonly path: readonly string[];
  readonly typing: Typing;
  readonly above: Level | undefined;
  /** Vetoes and exemptions that strike it, also from deeper levels. */
  readonly vetoes: Veto[];
  readonly exemptions: Exemption[];
}

export function emptyGathered(): Gathered {
  return { ceilings: [], checks: [], examples: [], openTerms: [], judged: [], pools: [] };
}

/** Puts a binding into a scope, unless its name already means something there. */
function bind(report: Report, scope: Scope, binding: Binding): void {
  const { name, span, generation } = binding;
  const earlier = lookUp(scope, name);
  if (name === '') report.leaveOut();
  else if (earlier) {
    const facts = { name, inherited: earlier.generation < generation };
    const related = [{ span: earlier.span, note: { en: 'declared here', zh: '在这里声明' } }];
    report.say('duplicate-name', span, facts, { related });
  } else scope.names.set(name, binding);
}

/** Binds the definitions that stand in a scope; none is typed yet. */
export function bindDefinitions(
  building: Pick<Building, 'report' | 'types' | 'definitions' | 'functions'>,
  statements: readonly MergedStatement[],
  typing: Typing,
): void {
  const { report, types, definitions, functions } = building;
  for (const merged of statements) {
    const { statement, generation } = merged;
    if (statement.kind !== 'let') continue;
    const { text: name, span } = statement.name;
    const about = { name, span, generation };
    if (statement.parameters) {
      const read = functions.declare({ ...merged, statement }, typing, types);
      bind(report, typing.scope, { kind: 'function', ...about, read });
      continue;
    }
    const read = definitions.declare({ ...merged, statement }, typing, types);
    bind(report, typing.scope, { kind: 'let', ...about, read });
  }
}

/** Types the definitions of a scope that nothing has asked for. */
export function typeDefinitions(scope: Scope): void {
  for (const binding of scope.names.values()) if (binding.kind === 'let') binding.read.value();
}

/** Notes what an amending ruleset has still to supply. */
export function noteOpen({ report, gathered }: Building, term: OpenTerm): void {
  const found: StatementWord = term.kind;
  report.say('open-term', term.span, { name: term.name, found });
  gathered.openTerms.push(term);
}
