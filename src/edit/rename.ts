// A place and a new name → the edits that give the thing there that name in every file, or the reason
// why it cannot have it. Each occurrence is spelled as its place needs: with quotes where the name
// would not be read as one name, or would run together with what stands beside it.
import { beginsPhrase } from '../../grammar/words.ts';
import { meaningOfQuotedName, quoteName } from '../../grammar/literals.ts';
import { keywordOf, endOf } from '../../grammar/tokens.ts';
import { builtins } from '../builtins/builtins.ts';
import type { Edit } from '../diagnostics/diagnostic.ts';
import { spellName } from '../syntax/print-spelling.ts';
import type { Span } from '../text/span.ts';
import { kindWord } from './describe.ts';
import type { Named, NamedKind, NameScope, Occurrence } from './named.ts';
import { isPart, isSame, scopesIn } from './named.ts';
import { indexOf, occurrenceAt, occurrencesOf } from './occurrences.ts';
import type { Workspace } from './workspace.ts';
import { chainOf, lexedOf, sourceOf } from './workspace.ts';

export type Rename =
  | {
      readonly kind: 'renamed';
      readonly edits: readonly Edit[];
      /** What was renamed: departments' files that give it a value call it by the old name. */
      readonly thing: NamedKind;
      readonly from: string;
      readonly to: string;
      /**
       * Of words, fields and choices: what departments' files give them in, from an input, an output or a
       * judged part down through the fields of records.
       */
      readonly ways: readonly (readonly string[])[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a rename would change, for an editor that asks before: the word and its name. */
export type Renamable =
  | { readonly kind: 'renamable'; readonly span: Span; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: string };

const REASONS = {
  en: {
    nothing:
      'There is no name here that can be changed. Put the cursor on the name of an input, a definition or an indicator.',
    keyword: (word: string) => `“${word}” is a keyword of the language and keeps its name.`,
    builtin: (word: string) => `“${word}” is a function of the language and keeps its name.`,
    empty: 'A name needs at least one character that is not a space.',
    line: 'A name stands on one line.',
    quotes: 'A name cannot hold both ` and 」: leave one of them out.',
    same: 'It is called so already.',
    clash: (name: string, kind: string, file: string) =>
      `There is already a “${name}” (${kind}) in ${file}. Choose another name, or rename that one first.`,
    unreadable: (file: string) => `${file} could not be read; nothing was changed.`,
  },
  zh: {
    nothing: '这里没有可以改的名称。请把光标放在输入、定义、指标等的名称上。',
    keyword: (word: string) => `“${word}”是语言的关键词，不能改名。`,
    builtin: (word: string) => `“${word}”是语言的内置函数，不能改名。`,
    empty: '名称至少要有一个不是空格的字。',
    line: '名称要写在一行之内。',
    quotes: '名称里不能同时有 ` 和 」，请去掉一种。',
    same: '它本来就叫这个名称。',
    clash: (name: string, kind: string, file: string) =>
      `${file} 中已有“${name}”（${kind}）。请换一个名称，或先给那一个改名。`,
    unreadable: (file: string) => `${file} 无法读取，什么都没有改。`,
  },
} as const;

/** Whether the name at a place can be changed, and which it is. */
export function renamableAt(workspace: Workspace, file: string, offset: number): Renamable {
  const found = occurrenceAt(workspace, file, offset);
  if (found) return { kind: 'renamable', span: found.span, name: found.text };
  return { kind: 'refused', reason: reasonAt(workspace, file, offset) };
}

function reasonAt(workspace: Workspace, file: string, offset: number): string {
  const reasons = REASONS[workspace.language];
  const source = sourceOf(workspace, file);
  const tokens = source ? lexedOf(workspace, source).tokens : [];
  const token = tokens.find((each) => each.startOffset <= offset && offset <= endOf(each));
  if (!token) return reasons.nothing;
  if (isBuiltin(token.image)) return reasons.builtin(token.image);
  return keywordOf(token) ? reasons.keyword(token.image) : reasons.nothing;
}

function isBuiltin(word: string): boolean {
  return Object.entries(builtins).some(([name, { zhName }]) => word === name || word === zhName);
}

/** Renames the thing whose name stands at a place. */
export function renameAt(workspace: Workspace, file: string, offset: number, to: string): Rename {
  const reasons = REASONS[workspace.language];
  const found = occurrenceAt(workspace, file, offset);
  if (!found) return refused(reasonAt(workspace, file, offset));
  const name = unquoted(to.trim());
  if (name.trim() === '') return refused(reasons.empty);
  if (/[\r\n\u2028\u2029]/.test(name)) return refused(reasons.line);
  if (name.includes('`') && name.includes('」')) return refused(reasons.quotes);
  if (name === found.text) return refused(reasons.same);
  const known = { ...workspace, files: [...new Set([...workspace.files, file])] };
  // A thing that an amendment renamed has two names: this is about the one that stands here.
  const all = occurrencesOf(known, found.named).filter(({ text }) => text === found.text);
  const clash = clashOf(known, found, all, name);
  if (clash) {
    const kind = kindWord(clash.kind, workspace.language);
    return refused(reasons.clash(name, kind, clash.span.file));
  }
  const edits: Edit[] = [];
  for (const { span } of all) {
    const source = sourceOf(workspace, span.file);
    if (!source) return refused(reasons.unreadable(span.file));
    edits.push({ span, text: spelledAt(source.text, span, name) });
  }
  const ways = waysTo(known, found.named);
  return { kind: 'renamed', edits, thing: found.named.kind, from: found.text, to: name, ways };
}

// From what holds values down to the word, the field or the choice, in every file that can mean it.
function waysTo(workspace: Workspace, named: Named): readonly (readonly string[])[] {
  if (!WITHIN.has(named.kind)) return [];
  const down = (each: Named): string[][] =>
    each.parts.flatMap((part) =>
      isSame(part, named) ? [[each.name]] : down(part).map((way) => [each.name, ...way]),
    );
  const found = workspace.files
    .filter((file) => chainOf(workspace, file).includes(named.span.file))
    .flatMap((file) => scopesIn(indexOf(workspace, file).top))
    .flatMap((trail) => {
      const scope = trail.at(-1);
      return [...(scope?.names ?? []), ...(scope?.self ? [scope.self] : [])].flatMap(down);
    });
  return [...new Map(found.map((way) => [JSON.stringify(way), way])).values()];
}

const WITHIN: ReadonlySet<NamedKind> = new Set<NamedKind>(['value', 'field', 'choice']);

function refused(reason: string): Rename {
  return { kind: 'refused', reason };
}

function unquoted(text: string): string {
  return /^「[^」]*」$|^`[^`]*`$/.test(text) ? meaningOfQuotedName(text) : text;
}

const WORD = /[\p{ID_Continue}]/u;

function spelledAt(text: string, span: Span, name: string): string {
  const before = [...text.slice(Math.max(0, span.start - 2), span.start)].at(-1) ?? '';
  const after = [...text.slice(span.end, span.end + 2)][0] ?? '';
  const bare = spellName(name);
  if (bare !== name) return bare;
  const runsTogether = WORD.test(before) || WORD.test(after);
  return runsTogether || beginsPhrase(name) ? quoteName(name) : name;
}

const GLOBAL: ReadonlySet<NamedKind> = new Set<NamedKind>([
  'input',
  'option',
  'let',
  'function',
  'output',
  'type',
]);

// Whatever has the name already where both would be seen: in any file that holds an occurrence.
function clashOf(
  workspace: Workspace,
  { named }: Occurrence,
  occurrences: readonly Occurrence[],
  name: string,
): Named | undefined {
  const files = new Set([
    ...occurrences.map(({ span }) => span.file),
    ...workspace.files.filter((file) => chainOf(workspace, file).includes(named.span.file)),
  ]);
  for (const file of files) {
    const clash = clashIn(indexOf(workspace, file).top, named, name);
    if (clash && !isSame(clash, named)) return clash;
  }
  return undefined;
}

function clashIn(top: NameScope, named: Named, name: string): Named | undefined {
  const called = (each: Named) => each.name === name;
  const trails = scopesIn(top);
  if (named.kind === 'grade') return top.grades.find(called);
  if (isPart(named)) {
    const scope = trails.find((trail) => trail.at(-1)?.children.some(isOf(named)))?.at(-1);
    return scope?.children.flatMap(({ self }) => self ?? []).find(called);
  }
  if (GLOBAL.has(named.kind)) {
    const home = trails.find((trail) => trail.at(-1)?.names.some((each) => isSame(each, named)));
    if (!home) return undefined;
    // Nothing shadows anything: what is around it and what is inside it sees both.
    const own = home.at(-1);
    const inside = own ? scopesIn(own).flatMap((trail) => trail.at(-1) ?? []) : [];
    return [...home, ...inside].flatMap(({ names }) => names).find(called);
  }
  const owners = trails.flatMap((trail) => {
    const scope = trail.at(-1);
    return [...(scope?.names ?? []), ...(scope?.self ? [scope.self] : [])];
  });
  return owners
    .flatMap(groupsIn)
    .find((parts) => parts.some((each) => isSame(each, named)))
    ?.find(called);
}

function isOf(named: Named) {
  return ({ self }: NameScope) => self !== undefined && isSame(self, named);
}

/** The words, fields, parameters or choices of a thing, and those inside of its fields. */
function groupsIn({ parts }: Named): readonly (readonly Named[])[] {
  return parts.length === 0 ? [] : [parts, ...parts.flatMap(groupsIn)];
}
