// What groups, indicators and items have alike: points, a scope, limits, roundings, strikes and the
// story of where they come from. Reading it opens the node for what stands inside.
import type { Citation, Caps, Exemption, NotMonotone, Origin, Veto } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Span } from '../text/span.ts';
import { SCORE } from '../types/type.ts';
import { buildCaps, capStatements } from './build-caps.ts';
import { buildStrikes } from './build-strikes.ts';
import type { Building, Level } from './building.ts';
import { bindDefinitions, noteOpen, typeDefinitions } from './building.ts';
import type { MergedNode, MergedStatement } from './merged.ts';
import { placeStatements } from './place-statements.ts';
import { readPoints } from './points.ts';
import { innerScope } from './scope.ts';
import { readRounding } from './type-operation.ts';
import type { Typing } from './typing.ts';

/** What every node of the model says of itself. */
interface Common {
  readonly name: string;
  readonly path: readonly string[];
  readonly about: string | undefined;
  readonly source: Citation | undefined;
  readonly points: Q.Rational;
  readonly caps: Caps;
  readonly rounding: Rounding | undefined;
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  readonly notMonotone: NotMonotone | undefined;
  readonly origins: readonly Origin[];
  readonly span: Span;
  readonly nameSpan: Span;
}

/** A node whose own statements are read. */
export interface Opened {
  readonly inside: Level;
  readonly common: Common;
  /** As far as they are known. */
  readonly points: Q.Rational | undefined;
  readonly statements: readonly MergedStatement[];
}

/** Reads what stands in a node's head and body, its children and its rule aside. */
export function openNode(building: Building, above: Level, merged: MergedNode): Opened {
  const { report } = building;
  const { head } = merged;
  const name = merged.name.text;
  const points = readPoints(above.typing, merged.points);
  const full = head.kind === 'group' ? undefined : (points ?? 'unknown');
  const typing = above.typing.within(innerScope(above.typing.scope, name, full));
  const path = [...above.path, name];
  const names = [...above.names, [name, ...merged.formerNames]];
  const inside: Level = {
    place: head.kind,
    path,
    names,
    typing,
    above,
    vetoes: [],
    exemptions: [],
  };
  building.gathered.levels.push({ names, level: inside });
  const statements = placeStatements(report, merged.statements, head.kind);
  bindDefinitions(building, statements, typing);
  typeDefinitions(typing.scope);
  buildStrikes(building, inside, statements);
  gatherExamples(building, inside, statements);
  noteOpenDefinitions(building, statements, path);
  if (head.kind === 'item') {
    if (head.open) report.say('cannot-be-open', merged.name.span, { found: 'item' });
  } else if (merged.open)
    noteOpen(building, { kind: head.kind, name, path, span: merged.name.span });
  const common: Common = {
    name,
    path,
    about: aboutOf(statements),
    source: citationOf(statements),
    points: points ?? Q.ZERO,
    caps: buildCaps(typing, [...head.caps, ...capStatements(statements)], head.kind),
    rounding: roundingOf(typing, statements),
    vetoes: inside.vetoes,
    exemptions: inside.exemptions,
    notMonotone: notMonotoneOf(statements),
    origins: merged.origins,
    span: head.span,
    nameSpan: merged.name.span,
  };
  return { inside, common, points, statements };
}

/** Sets a body's examples aside until every input and award has its name. */
export function gatherExamples(
  building: Building,
  level: Level,
  statements: readonly MergedStatement[],
): void {
  const { path, typing } = level;
  for (const merged of statements) {
    const { statement } = merged;
    if (statement.kind === 'example')
      building.gathered.examples.push({ merged: { ...merged, statement }, path, typing });
  }
}

/** Notes the definitions of a body that are still open. */
export function noteOpenDefinitions(
  building: Building,
  statements: readonly MergedStatement[],
  path: readonly string[],
): void {
  for (const { statement, open } of statements) {
    if (!open || statement.kind !== 'let') continue;
    const { text: name, span } = statement.name;
    noteOpen(building, { kind: 'let', name, path: [...path, name], span });
  }
}

/** The text of `about`, which a body has once at most. */
export function aboutOf(statements: readonly MergedStatement[]): string | undefined {
  return statements.flatMap(({ statement }) =>
    statement.kind === 'about' ? [statement.text.text] : [],
  )[0];
}

/** The document and section of `source`. */
export function citationOf(statements: readonly MergedStatement[]): Citation | undefined {
  const [source] = statements.flatMap(({ statement }) =>
    statement.kind === 'source' ? [statement] : [],
  );
  return source && { document: source.document?.text, section: source.section?.text };
}

/** Why a score may rise and fall, where the body says that it may. */
export function notMonotoneOf(statements: readonly MergedStatement[]): NotMonotone | undefined {
  return statements.flatMap(({ statement }) =>
    statement.kind === 'not-monotone'
      ? [{ reason: statement.reason.text, span: statement.span }]
      : [],
  )[0];
}

function roundingOf(typing: Typing, statements: readonly MergedStatement[]): Rounding | undefined {
  const [node] = statements.flatMap(({ statement }) =>
    statement.kind === 'rounded' ? [statement] : [],
  );
  return (
    node && readRounding(typing, node.rounding, { kind: 'each', type: SCORE, span: node.span })
  );
}
