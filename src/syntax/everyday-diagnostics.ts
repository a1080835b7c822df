// What was written as people write it and not as the grammar has it, as diagnostics: each with what to
// write instead, in the language of the text.
import { keywords } from '../../grammar/keywords.ts';
import type { Place, Problem } from '../../grammar/problems.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { languageOf } from './written-language.ts';

/** The problems that everyday writing makes. */
export type EverydayProblem = Extract<
  Problem,
  {
    kind:
      | 'bare-table'
      | 'rounding-call'
      | 'keyword-as-name'
      | 'limit-word'
      | 'step-left-out'
      | 'of-left-out'
      | 'step-behind-reading'
      | 'interval-row'
      | 'side-word'
      | 'loose-row'
      | 'loose-rounding';
  }
>;

/** The longest piece of the text that a message repeats. */
const QUOTED_LENGTH = 40;

/** The diagnostic of one such problem. */
export function everydayDiagnostic(source: Source, problem: EverydayProblem): Diagnostic {
  const language = languageOf(source);
  const spanOf = ({ start, end }: Place): Span => ({ file: source.file, start, end });
  const span = spanOf(problem);
  const textOf = (place: Place): string => source.text.slice(place.start, place.end);
  const write = (text: string, at: Place = problem): Fix => ({
    title: { en: `Write ${text}`, zh: `改为 ${text}` },
    edits: [{ span: spanOf(at), text }],
  });

  switch (problem.kind) {
    case 'bare-table':
      return diagnose('bare-table', span, { word: problem.word });
    case 'rounding-call':
      return diagnose('rounding-call', span, { word: problem.word });
    case 'keyword-as-name': {
      const { word } = problem;
      return diagnose('keyword-as-name', span, { word }, { fix: write(`「${word}」`) });
    }
    case 'limit-word': {
      const { word, sign, subject } = problem;
      const facts = { word, sign, subject: subject && shortened(textOf(subject)) };
      return diagnose('limit-word', span, facts, { fix: write(sign) });
    }
    case 'step-left-out': {
      const { step, limit } = problem;
      const subject = textOf(problem);
      const facts = { step, limit, subject: shortened(subject) };
      const fix = write(`${step} ${keywords.Of[language][0]} ${subject}`);
      return diagnose('step-left-out', span, facts, { fix });
    }
    case 'of-left-out': {
      const word = keywords.Of[language][0];
      const fix = {
        title: { en: `Add ${word}`, zh: `加上 ${word}` },
        edits: [{ span: { ...span, end: span.start }, text: `${word} ` }],
      };
      return diagnose('of-left-out', span, { subject: shortened(textOf(problem)) }, { fix });
    }
    case 'step-behind-reading':
      return diagnose('step-behind-reading', span, { reading: problem.reading });
    case 'interval-row': {
      const { low, high, lowSign, highSign } = problem;
      const bounds = [
        ...(low ? [`${lowSign} ${textOf(low)}`] : []),
        ...(high ? [`${highSign} ${textOf(high)}`] : []),
      ];
      const fix = write(bounds.join(` ${keywords.And[language][0]} `));
      return diagnose(
        'interval-row',
        span,
        { written: shortened(textOf(problem)), bounds },
        { fix },
      );
    }
    case 'side-word': {
      const { word, sign, figure } = problem;
      const bare = textOf(figure);
      const outside = sign === '>=' ? '>' : '<';
      const choices = [write(`${sign} ${bare}`), write(`${outside} ${bare}`)];
      const facts = { word, within: `${sign} ${bare}`, beyond: `${outside} ${bare}` };
      return diagnose('side-word', span, facts, { choices });
    }
    case 'loose-row': {
      const word = keywords.OtherwiseWhen[language][0];
      const fix = {
        title: { en: `Add ${word}`, zh: `加上 ${word}` },
        edits: [{ span: { ...span, end: span.start }, text: `${word} ` }],
      };
      return diagnose('loose-row', span, { text: shortened(problem.text) }, { fix });
    }
    case 'loose-rounding': {
      const { what, value } = problem;
      const rounding = textOf(problem);
      const opening = { span: { ...spanOf(value), end: value.start }, text: '(' };
      const closing = (at: number) => ({ span: { ...span, start: at, end: at }, text: ')' });
      const end = what === 'row' ? problem.end : value.end;
      const fix = {
        title: { en: 'Put it in parentheses', zh: '加上括号' },
        edits: [opening, closing(end)],
      };
      const facts = { what, value: shortened(textOf(value)), rounding };
      return diagnose('loose-rounding', span, facts, { fix });
    }
    default:
      return problem satisfies never;
  }
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= QUOTED_LENGTH
    ? characters.join('')
    : `${characters.slice(0, QUOTED_LENGTH).join('')}…`;
}
