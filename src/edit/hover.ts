// A place → what the word there is: a name with its type, its range, its documentation and its value
// for the department that is looked at; a keyword, a function or a unit with what it means.
import type { IToken } from 'chevrotain';
import { keywords } from '../../grammar/keywords.ts';
import { endOf, keywordOf } from '../../grammar/tokens.ts';
import { builtins } from '../builtins/builtins.ts';
import { wholeTypeWords } from '../diagnostics/words.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Span } from '../text/span.ts';
import { headline, writtenAt } from './describe.ts';
import { meaningOfKeyword } from './keyword-meanings.ts';
import type { Named } from './named.ts';
import { isPart } from './named.ts';
import { occurrenceAt } from './occurrences.ts';
import { rangeOfInput, rangeOfLet, rangeOfScore } from './proved-range.ts';
import { pointsLeft } from './points-tree.ts';
import type { Workspace } from './workspace.ts';
import { frameworkOf, lexedOf, readFile } from './workspace.ts';

/** What is said of a word; all texts are plain, whatever the user called things. */
export interface Hover {
  readonly span: Span;
  /** `input 预算数 : 金额 万元` */
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** Sentences: documentation of the thing, by whoever wrote it. */
  readonly about: string;
}

const WORDS = {
  en: {
    range: 'can be',
    score: 'score can be',
    value: (name: string) => name,
    type: 'type',
    from: 'declared in',
    default: 'default',
    definition: 'is',
    values: 'one of',
    source: 'source',
    open: 'to be supplied by a ruleset that amends this one',
    unit: 'unit',
  },
  zh: {
    range: '取值范围',
    score: '可能得分',
    value: (name: string) => name,
    type: '类型',
    from: '声明于',
    default: '默认值',
    definition: '等于',
    values: '可取',
    source: '出处',
    open: '待修订它的规则集给出',
    unit: '单位',
  },
} as const;

/** What the word at a place is; undefined where there is nothing to say. */
export function hoverAt(workspace: Workspace, file: string, offset: number): Hover | undefined {
  const found = occurrenceAt(workspace, file, offset);
  if (found) return { span: found.span, ...hoverOf(workspace, file, found.named) };
  const source = readFile(workspace, file)?.source;
  if (!source) return undefined;
  const token = lexedOf(workspace, source)
    .tokens.filter((each) => each.startOffset <= offset && offset <= endOf(each))
    .at(-1);
  return token && hoverOfToken(token, file, workspace.language);
}

function hoverOfToken(token: IToken, file: string, language: Language): Hover | undefined {
  const span = { file, start: token.startOffset, end: endOf(token) };
  const builtin = Object.entries(builtins).find(
    ([name, { zhName }]) => name === token.image || zhName === token.image,
  );
  if (builtin) {
    const [name, { zhName, parameters, about }] = builtin;
    const names = parameters.map((parameter) => parameter.name).join(', ');
    const title = token.image === zhName ? `${zhName}(${names})` : `${name}(${names})`;
    const other = token.image === zhName ? name : zhName;
    return { span, title, facts: [{ label: '=', text: other }], about: about[language] };
  }
  const id = keywordOf(token);
  if (!id) return undefined;
  const { en, zh } = keywords[id];
  return {
    span,
    title: `${en.join(', ')} = ${zh.join('、')}`,
    facts: [],
    about: meaningOfKeyword(id, language),
  };
}

function hoverOf(workspace: Workspace, file: string, thing: Named): Omit<Hover, 'span'> {
  const words = WORDS[workspace.language];
  const facts = [
    ...declaredFacts(workspace, thing),
    ...provedFacts(workspace, file, thing),
    ...(isPart(thing) ? pointsLeft(workspace, file, [...thing.path, thing.name]) : []),
    ...selectedFacts(workspace, file, thing),
    ...(thing.span.file === file ? [] : [{ label: words.from, text: thing.span.file }]),
  ];
  return {
    title: headline(workspace, thing),
    facts: facts.filter(({ text }) => text !== ''),
    about: thing.about ?? '',
  };
}

type Fact = Hover['facts'][number];

function declaredFacts(workspace: Workspace, thing: Named): readonly Fact[] {
  const words = WORDS[workspace.language];
  const written = (span: Span | undefined) => (span ? writtenAt(workspace, span) : '');
  const { declaration, kind } = thing;
  if (kind === 'value' && thing.type)
    return [{ label: words.values, text: written(thing.type.span) }];
  switch (declaration?.kind) {
    case 'input':
      return [{ label: words.default, text: written(declaration.default?.span) }];
    case 'option':
    case 'output':
      return [{ label: words.definition, text: shortened(written(declaration.value.span)) }];
    case 'let':
      return kind === 'parameter'
        ? []
        : [{ label: words.definition, text: shortened(written(declaration.value?.span)) }];
    case 'group':
    case 'indicator':
    case 'item': {
      const source = declaration.statements.find((each) => each.kind === 'source');
      const parts = [source?.document?.text, source?.section?.text];
      return [{ label: words.source, text: parts.filter((each) => each).join(' ') }];
    }
    default:
      return [];
  }
}

const LONGEST = 160;

function shortened(text: string): string {
  return text.length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text;
}

function provedFacts(workspace: Workspace, file: string, thing: Named): readonly Fact[] {
  const framework = frameworkOf(workspace, file);
  if (!framework) return [];
  const { language } = workspace;
  const words = WORDS[language];
  const { kind, name, path } = thing;
  switch (kind) {
    case 'group':
    case 'indicator':
    case 'item': {
      const text = rangeOfScore(workspace, framework, [...path, name]);
      return [{ label: words.score, text: text ?? '' }];
    }
    case 'input':
      return [{ label: words.range, text: rangeOfInput(framework, name) ?? '' }];
    case 'let':
    case 'output': {
      const found = rangeOfLet(workspace, framework, name, path);
      if (!found) return [];
      const type = found.type.kind === 'error' ? '' : wholeTypeWords(found.type)[language];
      return [
        { label: words.type, text: thing.type ? '' : type },
        { label: words.range, text: found.range ?? '' },
      ];
    }
    default:
      return [];
  }
}

function selectedFacts(workspace: Workspace, file: string, thing: Named): readonly Fact[] {
  const { selected } = workspace;
  if (!selected || (selected.file !== file && selected.file !== thing.span.file)) return [];
  const { name, path } = thing;
  const text = isPart(thing)
    ? selected.score([...path, name])
    : ['input', 'option', 'let', 'output'].includes(thing.kind)
      ? selected.value(name, path)
      : undefined;
  return text === undefined ? [] : [{ label: selected.department, text }];
}

/** The hover as Markdown in which nothing that a user wrote is Markdown. */
export function hoverMarkdown({ title, facts, about }: Hover): string {
  const lines = facts.map(({ label, text }) => `- ${escaped(label)}: ${escaped(text)}`);
  const sentence = about === '' ? [] : [escaped(about)];
  return [codeBlock(title), ...sentence, lines.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}biaochi\n${text}\n${fence}`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!<>&|~$]/g, (mark) => `\\${mark}`)
    .replace(/\s*\n\s*/g, ' ');
}
