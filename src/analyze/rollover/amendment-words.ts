// How each amendment is written: its keywords in the language of the file, around text that stands
// somewhere already.
import { keywords } from '../../../grammar/keywords.ts';
import type { KeywordId } from '../../../grammar/keywords.ts';
import { spellName } from '../../syntax/print-spelling.ts';
import type { OutlineNode, OutlineStatement, Place } from './outline.ts';
import type { Written } from './written.ts';
import { putIn, splice } from './written.ts';

export interface AmendmentWords {
  readonly remove: (path: readonly string[]) => Written;
  readonly rename: (path: readonly string[], to: Written) => Written;
  readonly points: (path: readonly string[], points: Written) => Written;
  readonly set: (path: readonly string[], value: Written) => Written;
  readonly replaceStatement: (part: OutlineStatement, within: readonly string[]) => Written;
  readonly replaceNode: (node: OutlineNode, path: readonly string[], rest: Written) => Written;
  readonly add: (
    words: Written,
    head: Written,
    to: readonly string[],
    place: { readonly word: 'after' | 'before'; readonly name: Written } | undefined,
    body: Written,
  ) => Written;
  readonly order: (path: readonly string[], names: readonly Written[]) => Written;
  readonly cite: (path: readonly string[], source: OutlineStatement) => Written | undefined;
}

/** The words of amendments, put in at a place. */
export function amendmentWords(at: Place, language: 'en' | 'zh'): AmendmentWords {
  const word = (id: KeywordId): string => keywords[id][language][0];
  const put = (text: string) => putIn(text, at);
  const pathText = (path: readonly string[]) => path.map(spellName).join(' / ');
  // `points A = 8`, where Chinese has a word of its own for it.
  const points = language === 'zh' ? '分值' : keywords.Points.en[0];
  return {
    remove: (path) => [put(`${word('Remove')} ${pathText(path)}`)],
    rename: (path, to) => [put(`${word('Rename')} ${pathText(path)} ${word('To')} `), ...to],
    points: (path, text) => [put(`${points} ${pathText(path)} = `), ...text],
    set: (path, value) => [put(`${word('Set')} ${pathText(path)} = `), ...value],
    replaceStatement: (part, within) => [
      put(`${word('Replace')} `),
      ...withPath(part, within.length > 0 ? put(`${pathText(within)} / `) : undefined),
    ],
    replaceNode: ({ words }, path, rest) => [
      put(`${word('Replace')} `),
      ...words,
      put(`${pathText(path)} `),
      ...rest,
    ],
    add: (words, head, to, place, body) => [
      put(`${word('Add')} `),
      ...words,
      ...head,
      ...(to.length > 0 ? [put(` ${word('To')} ${pathText(to)}`)] : []),
      ...(place
        ? [put(` ${word(place.word === 'after' ? 'After' : 'Before')} `), ...place.name]
        : []),
      ...body,
    ],
    order: (path, names) => [
      put(`${word('Order')} ${path.length > 0 ? `${pathText(path)} ` : ''}{ `),
      ...names.flatMap((name, place) => (place > 0 ? [put(', '), ...name] : name)),
      put(' }'),
    ],
    cite: (path, { tree, written }) => {
      if (tree.kind !== 'source') return undefined;
      const { document, section } = tree;
      const first = document ?? section;
      if (!first) return undefined;
      const from = written.findIndex(({ file, start, text, isPutIn }) => {
        const isIn = start <= first.span.start && first.span.start < start + text.length;
        return !isPutIn && file === first.span.file && isIn;
      });
      const stretch = written[from];
      if (!stretch) return undefined;
      const text = stretch.text.slice(first.span.start - stretch.start);
      const head = document ? '' : `${word('Section')} `;
      return [
        put(`${word('Cite')} ${pathText(path)} ${head}`),
        { ...stretch, text, start: first.span.start },
        ...written.slice(from + 1),
      ];
    },
  };
}

// The name of a declaration may be a path in what `replace` says.
function withPath({ tree, written }: OutlineStatement, path: ReturnType<typeof putIn> | undefined) {
  if (!path) return written;
  const name =
    tree.kind === 'input'
      ? tree.names[0]
      : tree.kind === 'veto' || tree.kind === 'exempt'
        ? tree.about
        : 'name' in tree
          ? tree.name
          : undefined;
  if (!name) return written;
  const at = { ...name.span, end: name.span.start };
  return splice(written, at, [path]) ?? written;
}
