// What the grammar found wrong, as diagnostics: codes, facts, the edits that would mend it, and where
// else to look.
import { suggestKeyword } from '../../grammar/suggestions.ts';
import type { Place, Problem } from '../../grammar/problems.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { everydayDiagnostic } from './everyday-diagnostics.ts';
import { tableSentence, intervalMeant } from './table-sentences.ts';
import { spellName } from './print-spelling.ts';

/** A mark that a table may have and the language has not. */
const NEEDLESS = /^[:：,，、=＝.．]$/;

/** The longest piece of the text that a message repeats. */
const QUOTED_LENGTH = 40;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= QUOTED_LENGTH
    ? text
    : `${characters.slice(0, QUOTED_LENGTH).join('')}…`;
}

/** What stands between a block's first word and its brace: `indicator 执行率 2 points`. */
function headOf(source: Source, opened: Place | undefined): string {
  const text = source.text.slice(opened?.start, (opened?.start ?? 0) + 4 * QUOTED_LENGTH);
  return shortened((/^[^{｛\r\n]*/.exec(text)?.[0] ?? '').trim());
}

/** The diagnostic of one problem. */
export function syntaxDiagnostic(source: Source, problem: Problem): Diagnostic {
  const spanOf = ({ start, end }: Place): Span => ({ file: source.file, start, end });
  const span = spanOf(problem);
  const replaceBy = (text: string): { readonly fix: Fix } => ({
    fix: {
      title: { en: `Write ${text}`, zh: `改为 ${text}` },
      edits: [{ span, text }],
    },
  });
  const insert = (text: string): { readonly fix: Fix } => ({
    fix: {
      title: { en: `Add ${text}`, zh: `加上 ${text}` },
      edits: [{ span: { ...span, start: span.end }, text }],
    },
  });
  const replaceIfKnown = (text: string | undefined) => (text === undefined ? {} : replaceBy(text));

  switch (problem.kind) {
    case 'unexpected-character':
      return diagnose('unexpected-character', span, { text: shortened(problem.text) });
    case 'unterminated-text':
    case 'unterminated-name': {
      const { opening, closing } = problem;
      return diagnose(problem.kind, span, { opening, closing }, insert(closing));
    }
    case 'unterminated-comment':
      return diagnose('unterminated-comment', span, {});
    case 'unknown-escape':
      return diagnose('unknown-escape', span, { escape: problem.escape }, replaceBy('\\\\'));
    case 'empty-name':
      return diagnose('empty-name', span, {});
    case 'number-format': {
      const { written, meant } = problem;
      return diagnose(
        'number-format',
        span,
        { written: shortened(written), meant },
        replaceIfKnown(meant),
      );
    }
    case 'thousands-separator':
    case 'foreign-operator': {
      const { written, meant } = problem;
      return diagnose(problem.kind, span, { written, meant }, replaceBy(meant));
    }
    case 'expected': {
      const facts = { expected: problem.what, found: shortened(problem.found) };
      if (problem.opened === undefined) return diagnose('expected-something', span, facts);
      const note = { en: 'It was opened here.', zh: '是在这里打开的。' };
      const related = [{ span: spanOf(problem.opened), note }];
      return diagnose('expected-something', span, facts, { related });
    }
    case 'unexpected': {
      const text = shortened(problem.text);
      const meant = suggestKeyword(problem.text.split(' ').slice(0, 4));
      const facts = { text, meant: meant === text ? undefined : meant };
      const interval = intervalMeant(source, problem);
      if (interval !== undefined)
        return diagnose(
          'foreign-operator',
          span,
          { written: source.text.slice(span.start, span.end), meant: interval },
          replaceBy(interval),
        );
      if (!NEEDLESS.test(problem.text)) return diagnose('unexpected-text', span, facts);
      const title = { en: 'Remove it', zh: '删去' };
      // What it kept apart must not run together.
      const around = source.text.charAt(span.start - 1) + source.text.charAt(span.end);
      const fix = { title, edits: [{ span, text: /\s/.test(around) ? '' : ' ' }] };
      return diagnose('unexpected-text', span, facts, { fix });
    }
    case 'unknown-statement': {
      const sentence = tableSentence(source, problem);
      if (sentence) return sentence;
      const facts = { word: shortened(problem.word), meant: problem.meant };
      // What is only the form of a statement replaces nothing.
      const fix = problem.meant?.includes('…') === true ? undefined : problem.meant;
      return diagnose('unknown-statement', span, facts, replaceIfKnown(fix));
    }
    case 'spaced-name':
      return diagnose(
        'spaced-name',
        span,
        { name: problem.name },
        replaceBy(`「${problem.name}」`),
      );
    case 'full-stop': {
      const title = { en: 'Remove it', zh: '删去' };
      return diagnose('full-stop', span, {}, { fix: { title, edits: [{ span, text: '' }] } });
    }
    case 'loose-condition': {
      const { aggregate } = problem;
      const condition = shortened(source.text.slice(span.start, span.end));
      const edits = [
        { span: { ...span, end: span.start }, text: '(' },
        { span: { ...span, start: span.end }, text: ')' },
      ];
      const fix = { title: { en: 'Put it in parentheses', zh: '加上括号' }, edits };
      return diagnose('loose-condition', span, { aggregate, condition }, { fix });
    }
    case 'bare-table':
    case 'rounding-call':
    case 'keyword-as-name':
    case 'limit-word':
    case 'step-left-out':
    case 'of-left-out':
    case 'step-behind-reading':
    case 'interval-row':
    case 'side-word':
    case 'loose-row':
    case 'loose-rounding':
      return everydayDiagnostic(source, problem);
    case 'name-in-text-quotes': {
      const name = spellName(problem.name);
      const quoted = name === problem.name ? `「${name}」` : name;
      return diagnose('name-in-text-quotes', span, { name: shortened(quoted) }, replaceBy(name));
    }
    case 'missing-closing-brace': {
      const facts = { head: headOf(source, problem.opened[0]), blocks: problem.opened.length };
      const note = { en: 'It was opened here.', zh: '是在这里打开的。' };
      const related = problem.opened.map((place) => ({ span: spanOf(place), note }));
      const { fix } = insert(`\n${'}'.repeat(problem.opened.length)}`);
      return diagnose('missing-closing-brace', span, facts, { fix, related });
    }
    case 'unmatched-closing-brace':
    case 'amendment-inside':
    case 'text-after-ruleset':
    case 'empty-file':
      return diagnose(problem.kind, span, {});
    case 'nesting-too-deep':
      return diagnose('nesting-too-deep', span, { limit: problem.limit });
    default:
      return problem satisfies never;
  }
}
