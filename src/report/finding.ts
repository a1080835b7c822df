// One finding of an audit in plain sentences: the first says what is wrong, the others what would
// explain it. Figures are those of the audit; only words are chosen here.
import type {
  FigureComparison,
  Finding,
  Reading,
  ScoreDiffers,
  ScoredPlace,
} from '../analyze/audit-result.ts';
import { readIn } from '../model/reads.ts';
import type { Rational } from '../number/rational.ts';
import { signOf, subtract } from '../number/rational.ts';
import { point } from '../types/range.ts';
import { PERCENT } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import { auditWords } from './audit-words.ts';
import type { AuditWords } from './audit-words.ts';
import { inputName } from './scored.ts';
import type { Wording } from './expression.ts';
import { expressionText } from './expression.ts';
import { figureText, pointsText, rangeText, scoreText } from './figure.ts';
import {
  choicesText,
  explanationText,
  figureExplanation,
  impliedText,
} from './finding-explanation.ts';
import { checkRow } from './sheet-notes.ts';

// More readings than this are counted, not listed.
const SHOWN_READINGS = 12;

/** The finding's sentences, the headline first. */
export function findingTexts(finding: Finding, wording: Wording): string[] {
  const { language } = wording;
  const words = auditWords[language];
  const at = (place: ScoredPlace) => placeText(place, words) + words.colon;
  const names = (missing: readonly string[]) =>
    missing.map((read) => inputName(readIn(read), language)).join(words.list);
  switch (finding.kind) {
    case 'score-differs': {
      const difference = signed(finding.difference);
      const headline = words.scoreDiffers(
        finding.reported.text,
        scoreText(point(finding.recomputed)),
        difference,
      );
      return [at(finding) + headline, ...differenceTexts(finding, wording)];
    }
    case 'reading-confirmed':
      return [
        at(finding) + words.readingConfirmed(finding.reported.text),
        ...readingTexts(finding, wording),
      ];
    case 'score-outside-range':
      return [
        at(finding) +
          words.scoreOutsideRange(
            finding.reported.text,
            scoreText(finding.recomputed),
            names(finding.missing),
          ),
      ];
    case 'score-not-derivable': {
      const headline = words.scoreNotDerivable(
        finding.reported.text,
        scoreText(finding.recomputed),
        names(finding.missing),
      );
      return [
        at(finding) + headline,
        ...(finding.implied ? [impliedText(finding.implied, wording)] : []),
      ];
    }
    case 'blank-score': {
      const forced = finding.forced.map(({ by, sum, others, score }) =>
        words.forced(placeText(by, words), figure(sum), figure(others), figure(score)),
      );
      const contradicts =
        finding.consistent || forced.length === 0 ? [] : [words.forcedContradicts];
      return [
        at(finding) + words.blankScore(scoreText(finding.recomputed)),
        ...forced,
        ...contradicts,
      ];
    }
    case 'score-out-of-bounds':
      return [
        at(finding) +
          words.outOfBounds(
            finding.reported.text,
            finding.side,
            pointsText(finding.points, language),
          ),
      ];
    case 'part-absent': {
      const { absence } = finding;
      const condition =
        absence.kind === 'condition'
          ? expressionText(absence.applies.condition, wording)
          : undefined;
      return [at(finding) + words.partAbsent(finding.reported.text, condition)];
    }
    case 'sum-differs': {
      const parts = finding.parts
        .map((part) => `${part.path.at(-1) ?? words.total} ${figure(part.score)}`)
        .join(' + ');
      return [
        at(finding) +
          words.sumDiffers(finding.reported.text, figure(finding.sum), signed(finding.difference)),
        parts,
      ];
    }
    case 'grade-differs': {
      const earned = finding.earned.length === 0 ? words.noGrade : finding.earned.join(words.list);
      return [
        words.gradeDiffers(finding.published, finding.basis, scoreText(finding.total), earned),
      ];
    }
    case 'figure-differs': {
      const { comparison } = finding;
      const unit = unitFor(comparison);
      const headline = words.figureDiffers(
        comparison.reported.name,
        comparison.reported.text,
        figureText(finding.recomputed, unit, language),
      );
      return [
        headline,
        ...finding.explanations.map((each) => figureExplanation(each, unit, wording)),
        ...sourceOf(comparison),
      ];
    }
    case 'figure-not-derivable': {
      const { reported, recomputed } = finding.comparison;
      const range = rangeText(recomputed, unitFor(finding.comparison), language);
      return [
        words.figureNotDerivable(
          reported.name,
          reported.text,
          range,
          finding.inside,
          names(finding.missing),
        ),
      ];
    }
    case 'figures-contradict': {
      const published = finding.figures.map(({ reported: { text, source } }) =>
        source === undefined ? text : words.withSource(text, source),
      );
      return [words.figuresContradict(finding.name, published.join(words.list))];
    }
    case 'check-fails':
      return checkTexts(finding, wording);
    case 'unknown-name':
      return [words.unknownName(finding.name, finding.of)];
    default:
      return finding satisfies never;
  }
}

/** `部门绩效 / 效率性 / 预算执行率`, or the total. */
function placeText(place: ScoredPlace, words: AuditWords): string {
  return place.path.length === 0 ? words.total : place.path.join(' / ');
}

/** `+0.44` or `−0.01`. */
function signed(difference: Rational): string {
  const text = figure(difference);
  return signOf(difference) > 0 ? `+${text}` : text;
}

/** The unit in which a published figure is compared: as a percentage where it was published as one. */
export function unitFor(comparison: FigureComparison): Unit {
  return /[%％]/.test(comparison.reported.text) ? PERCENT : comparison.unit;
}

function figure(value: Rational): string {
  return scoreText(point(value));
}

function differenceTexts(finding: ScoreDiffers, wording: Wording): string[] {
  const words = auditWords[wording.language];
  const explained = finding.explanations.map((each) => explanationText(each, wording));
  if (finding.parts.length > 0) {
    const parts = finding.parts.map(
      (part) => `${part.path.at(-1) ?? words.total} ${signed(part.difference)}`,
    );
    const rest = signOf(finding.unexplained) === 0 ? undefined : signed(finding.unexplained);
    return [words.parts(parts.join(words.list), rest), ...explained];
  }
  return [
    ...readingTexts(finding, wording),
    ...(explained.length > 0 ? explained : [words.unexplained]),
  ];
}

function readingTexts(
  {
    readings,
    readingsCut,
  }: { readonly readings: readonly Reading[]; readonly readingsCut: boolean },
  wording: Wording,
): string[] {
  if (readings.length < 2) return [];
  const words = auditWords[wording.language];
  // Readings that give the same score are one to a reader.
  const byScore = new Map<string, { readonly choices: string; readonly chosen: boolean }>();
  for (const { choices, score, chosen } of readings) {
    const text = scoreText(score);
    if (!byScore.has(text)) byScore.set(text, { choices: choicesText(choices, wording), chosen });
  }
  if (byScore.size < 2) return [];
  const texts = [...byScore]
    .slice(0, SHOWN_READINGS)
    .map(
      ([score, { choices, chosen }]) =>
        `  ${words.reading(choices, score)}${chosen ? words.chosenReading : ''}`,
    );
  return [words.readings(readings.length, readingsCut), ...texts];
}

function sourceOf({ reported }: FigureComparison): string[] {
  return reported.source === undefined ? [] : [reported.source];
}

function checkTexts(
  { result }: Extract<Finding, { kind: 'check-fails' }>,
  wording: Wording,
): string[] {
  const words = auditWords[wording.language];
  const [name = '', sides, apart] = checkRow(result, wording);
  return [
    words.checkFails(name),
    ...(sides === undefined
      ? []
      : [[sides, apart].filter((part) => part !== '' && part !== undefined).join(words.comma)]),
  ];
}

/** The published score less the recomputed one, where both are known. */
export function differenceText(
  published: Rational | undefined,
  recomputed: Rational | undefined,
): string {
  if (!published || !recomputed) return '';
  const difference = subtract(published, recomputed);
  return signOf(difference) === 0 ? '' : signed(difference);
}
