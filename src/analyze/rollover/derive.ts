// A ruleset and what is to be another next year → an amendment of it: from wishes, or from a copy of the
// flattened ruleset that somebody has edited. The result is merged and checked like any amendment, and
// what it changes and what it could not carry over is said.
import type { Compilation, Host } from '../../compile.ts';
import { compile } from '../../compile.ts';
import { keywords } from '../../../grammar/keywords.ts';
import { spellText } from '../../../grammar/literals.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ExampleResult } from '../../evaluate/run-examples.ts';
import { runExamples } from '../../evaluate/run-examples.ts';
import { spellName } from '../../syntax/print-spelling.ts';
import { createSource } from '../../text/source.ts';
import type { Source } from '../../text/source.ts';
import { amendmentsBetween } from './amendment.ts';
import type { Difference } from './differences.ts';
import { differencesBetween } from './differences.ts';
import { withoutMargin } from './annotate.ts';
import { outlineOf } from './flatten.ts';
import type { Outline } from './outline.ts';
import type { PointsGap } from './points-ways.ts';
import { pointsGaps } from './points-ways.ts';
import { setText } from './set-text.ts';
import { startingSections } from './starting-amendment.ts';
import type { Wishes } from './wishes.ts';
import { isNothing, wishSections } from './wishes.ts';
import type { Written } from './written.ts';
import { putIn } from './written.ts';

/** Where the amendment will stand and what it grows from. */
export interface Derivation {
  readonly parent: Source;
  readonly host: Host;
  /** The amendment's own file. */
  readonly file: string;
  /** The parent as the amendment names it. */
  readonly amends: string;
  /** Its name and year; the parent's where they are not given. */
  readonly name: string | undefined;
  readonly period: string | undefined;
  /** What is written above it. */
  readonly heading: readonly string[];
}

export interface Derived {
  readonly kind: 'derived';
  readonly source: Source;
  readonly compilation: Compilation;
  /** What the amendment changes in its parent. */
  readonly changes: readonly Difference[];
  /** What was wanted and is not in the result: amendments cannot say it. */
  readonly left: readonly Difference[];
  /** Points that do not add up, with the figures that would. */
  readonly gaps: readonly PointsGap[];
  /** Examples that the rules no longer give. */
  readonly failing: readonly ExampleResult[];
}

/** What stands in the way. */
export interface Refused {
  readonly kind: 'refused';
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
}

/** The amendment that some wishes ask for; a commented one to start from, where there are none. */
export function deriveFromWishes(derivation: Derivation, wishes: Wishes): Derived | Refused {
  const { parent, host } = derivation;
  const before = outlineOf(parent, host);
  if (before.kind === 'refused') return before;
  const { outline, sources } = before;
  const sections = isNothing(wishes) ? startingSections(outline) : wishSections(outline, wishes);
  return finish(derivation, outline, sections.join('\n'), sources, undefined);
}

/** The amendment that makes of the parent what an edited copy says. */
export function deriveFromEdited(derivation: Derivation, edited: Source): Derived | Refused {
  const { parent, host } = derivation;
  const before = outlineOf(parent, host);
  if (before.kind === 'refused') return before;
  const after = outlineOf(withoutMargin(edited), host);
  if (after.kind === 'refused') return after;
  return deriveFromOutlines(derivation, before.outline, after.outline, [
    ...before.sources,
    ...after.sources,
  ]);
}

/** The amendment that leads from one outline to the other. */
export function deriveFromOutlines(
  derivation: Derivation,
  before: Outline,
  after: Outline,
  sources: Iterable<readonly [string, Source]>,
): Derived {
  const { head, declarations, parts, citations } = amendmentsBetween(before, after);
  const lines = (section: readonly Written[]): Written =>
    section.flatMap((each) => [putIn('\n', after.keyword), ...each]);
  const sections = [head, declarations, parts, citations].filter(({ length }) => length > 0);
  const body = sections.flatMap((section) => [putIn('\n', after.keyword), ...lines(section)]);
  const named = {
    ...derivation,
    name: derivation.name ?? after.name,
    period: derivation.period ?? after.period,
  };
  const known = new Map(sources);
  return finish(named, before, body, known, after);
}

function finish(
  derivation: Derivation,
  before: Outline,
  body: Written | string,
  sources: ReadonlyMap<string, Source>,
  wanted: Outline | undefined,
): Derived {
  const at = before.keyword;
  const written: Written = [
    putIn(headOf(derivation, before), at),
    ...(typeof body === 'string' ? [putIn(body, at)] : body),
    putIn('\n}\n', at),
  ];
  const { text } = setText(written, (file) => sources.get(file));
  const source = createSource(derivation.file, text);
  const result = outlineOf(source, derivation.host);
  const reached = result.kind === 'outline' ? result.outline : undefined;
  const compilation = compile(source, derivation.host);
  const changes = reached ? differencesBetween(before, reached) : [];
  const asked = changes.filter(({ subject }) => subject.kind === 'points').map(({ path }) => path);
  return {
    kind: 'derived',
    source,
    compilation,
    gaps: reached ? pointsGaps(compilation.diagnostics, reached, asked) : [],
    failing: failingExamples(compilation),
    changes,
    left: reached && wanted ? leftBetween(reached, wanted) : [],
  };
}

/** The examples that a ruleset's rules do not give. */
export function failingExamples({ framework }: Compilation): readonly ExampleResult[] {
  if (!framework || framework.openTerms.length > 0) return [];
  return runExamples(framework).filter(({ agrees }) => !agrees);
}

// Name and year were asked for apart.
function leftBetween(reached: Outline, wanted: Outline): readonly Difference[] {
  return differencesBetween(reached, wanted).filter(
    ({ subject }) => subject.kind !== 'ruleset-name' && subject.kind !== 'period',
  );
}

function headOf({ name, period, amends, heading }: Derivation, before: Outline): string {
  const word = (id: 'Ruleset' | 'For' | 'Amends') => keywords[id][before.language][0];
  const year = period ?? before.period;
  const shown =
    year === undefined ? '' : `${word('For')} ${/^\d+$/.test(year) ? year : spellText(year)} `;
  const comments = heading.map((line) => `// ${line}\n`).join('');
  return `${comments}${word('Ruleset')} ${spellName(name ?? before.name)} ${shown}${word('Amends')} ${spellText(amends)} {\n`;
}
