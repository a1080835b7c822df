// Differences and conflicts of rulesets as lines of text and as JSON, each side with its place.
import type { Difference, Version } from '../analyze/rollover/differences.ts';
import type { Conflict } from '../analyze/rollover/merge-outlines.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Sources } from './diagnostics.ts';
import { placeOf } from '../text/source.ts';
import { pad, widest } from './layout.ts';
import { rolloverWords } from './rollover-words.ts';
import type { TextSettings } from './text-settings.ts';
import { printable, widthOf } from './wrap.ts';

/** Longer texts are cut: their places are given. */
const LONGEST = 60;

/** Differences, a line each: what was and what is, and where. */
export function differenceLines(
  differences: readonly Difference[],
  sources: Sources,
  { language, paint }: TextSettings,
): string[] {
  return differences.map((difference) => {
    const places = [difference.before, difference.after].flatMap(
      (version) => placeText(version, sources) ?? [],
    );
    const shown = places.length > 0 ? paint.faint(`  (${places.join(' → ')})`) : '';
    return `  ${differenceText(difference, language)}${shown}`;
  });
}

/** A difference in words. */
export function differenceText(difference: Difference, language: Language): string {
  const { path, subject, before, after } = difference;
  const words = rolloverWords[language];
  const named = words.subject(path.join(' / '), subject);
  if (before && after) return words.changed(named, cut(before), cut(after));
  if (after) return words.added(named, headOnly(difference, after));
  return before ? words.removed(named, headOnly(difference, before)) : named;
}

// A whole part is shown by its first line.
function headOnly({ subject }: Difference, version: Version): string {
  const text = subject.kind === 'node' ? version.text.split(/[{｛]/)[0] : version.text;
  return cut({ ...version, text: text ?? '' });
}

/** Conflicts, each with what the three sides say and where. */
export function conflictLines(
  conflicts: readonly Conflict[],
  sources: Sources,
  { language, paint }: TextSettings,
): string[] {
  const words = rolloverWords[language];
  const sides = ['base', 'ours', 'theirs'] as const;
  const width = widest(Object.values(words.side), 1, LONGEST);
  return conflicts.flatMap((conflict, at) => {
    const texts = sides.map((side) => sideText(conflict, side, language));
    const room = Math.max(...texts.map(widthOf));
    const lines = sides.map((side, place) => {
      const where = placeText(conflict[side], sources);
      const text = pad(texts[place] ?? '', room);
      const behind = where === undefined ? '' : `  ${paint.faint(where)}`;
      return `     ${pad(words.side[side], width)}  ${text}${behind}`.trimEnd();
    });
    const named = words.subject(conflict.path.join(' / '), conflict.subject);
    return [`  ${at + 1}. ${paint.strong(named)}`, ...lines];
  });
}

function sideText(
  conflict: Conflict,
  side: 'base' | 'ours' | 'theirs',
  language: Language,
): string {
  const version = conflict[side];
  return version ? cut(version) : rolloverWords[language].nothing;
}

/** A conflict in one sentence. */
function conflictText(conflict: Conflict, language: Language): string {
  const words = rolloverWords[language];
  const [base = '', ours = '', theirs = ''] = (['base', 'ours', 'theirs'] as const).map((side) =>
    sideText(conflict, side, language),
  );
  const named = words.subject(conflict.path.join(' / '), conflict.subject);
  return words.conflict(named, base, ours, theirs);
}

export function differencesJson(
  differences: readonly Difference[],
  sources: Sources,
  language: Language,
): object[] {
  return differences.map((difference) => ({
    path: difference.path,
    subject: difference.subject,
    sentence: differenceText(difference, language),
    before: versionJson(difference.before, sources),
    after: versionJson(difference.after, sources),
  }));
}

export function conflictsJson(
  conflicts: readonly Conflict[],
  sources: Sources,
  language: Language,
): object[] {
  return conflicts.map((conflict) => ({
    path: conflict.path,
    subject: conflict.subject,
    sentence: conflictText(conflict, language),
    base: versionJson(conflict.base, sources),
    ours: versionJson(conflict.ours, sources),
    theirs: versionJson(conflict.theirs, sources),
  }));
}

function versionJson(version: Version | undefined, sources: Sources): object | null {
  if (!version) return null;
  const { text, place } = version;
  const source = place && sources.get(place.file);
  return { text, ...(source ? { file: place.file, ...placeOf(source, place.start) } : {}) };
}

function placeText(version: Version | undefined, sources: Sources): string | undefined {
  const place = version?.place;
  const source = place && sources.get(place.file);
  return source && `${place.file}:${placeOf(source, place.start).line}`;
}

function cut({ text }: Version): string {
  const line = printable(text.replace(/\s+/g, ' ').trim());
  const letters = [...line];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : line;
}
