// The options of `biaochi derive` as wishes, or the sentence that says which of them cannot be read.
import type { Outline, OutlinePart } from '../analyze/rollover/outline.ts';
import { nodesIn, statementsIn } from '../analyze/rollover/outline.ts';
import type { Wish, Wishes } from '../analyze/rollover/wishes.ts';
import { gradeNamesOf } from '../analyze/rollover/wishes.ts';
import { parseDecimal } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import { pathsNamed, suggestion } from './find-name.ts';
import type { Session } from './session.ts';

/** What may be given on the command line. */
export interface WishOptions {
  readonly points: readonly string[];
  readonly set: readonly string[];
  readonly grade: readonly string[];
  readonly remove: readonly string[];
  readonly rename: readonly string[];
  readonly total?: string;
  readonly source?: string;
  readonly section?: string;
}

const WORDS = {
  en: {
    form: (option: string, text: string) => `${option} needs NAME=VALUE, not “${text}”.`,
    figure: (option: string, text: string) =>
      `${option}: “${text}” is no number of points; write a decimal from 0, such as 6 or 2.5.`,
    unknown: (option: string, name: string) => `${option}: the ruleset has no “${name}”.`,
  },
  zh: {
    form: (option: string, text: string) => `${option} 要写成 名称=值，不能是“${text}”。`,
    figure: (option: string, text: string) =>
      `${option}：“${text}”不是分值，请写不小于 0 的数，如 6、2.5。`,
    unknown: (option: string, name: string) => `${option}：规则集里没有“${name}”。`,
  },
} as const;

/** Whether anything is wished for. */
export function hasWishes(options: WishOptions): boolean {
  const { total, source, section, points, set, grade, remove, rename } = options;
  const lists = [points, set, grade, remove, rename];
  return lists.some(({ length }) => length > 0) || Boolean(total ?? source ?? section);
}

/** The wishes, each name found in the parent. */
export function readWishes(
  options: WishOptions,
  parent: Outline,
  session: Session,
): Wishes | string {
  const words = WORDS[session.language];
  const named = namedIn(parent.parts, []);
  let fault: string | undefined;
  const fail = (sentence: string): never[] => {
    fault ??= sentence;
    return [];
  };
  const find = (option: string, text: string, among: readonly Named[]): readonly string[] => {
    const found = pathsNamed(among, text);
    const [first, ...others] = found;
    if (first && others.length === 0) return first.path;
    if (!first) {
      const names = among.map(({ path }) => path.at(-1) ?? '');
      return fail(words.unknown(option, text) + suggestion(text, names, session));
    }
    const all = found.map(({ path }) => path.join(' / '));
    return fail(session.words.ambiguous(text, session.words.oneOf(all)));
  };
  const pairs = (option: string, texts: readonly string[], among: readonly Named[]): Wish[] =>
    texts.flatMap((text) => {
      const [, name, value] = /^([^=＝]*)[=＝](.*)$/s.exec(text) ?? [];
      if (!name?.trim() || !value?.trim()) return fail(words.form(option, text));
      return [{ path: find(option, name, among), value: value.trim() }];
    });
  const figures = (option: string, wishes: Wish[]): Wish[] => {
    for (const { value } of wishes) checkFigure(option, value);
    return wishes;
  };
  const checkFigure = (option: string, value: string): void => {
    const figure = parseDecimal(value);
    if (!figure || Q.signOf(figure) < 0) fail(words.figure(option, value));
  };
  const nodes = named.filter(({ kind }) => kind === 'node');
  const settable = named.filter(({ kind }) => kind === 'option' || kind === 'let');
  const grades = gradeNamesOf(parent).map((name): Named => ({ kind: 'grade', path: [name] }));
  if (options.total !== undefined) checkFigure('--total', options.total);
  const wishes: Wishes = {
    points: figures('--points', pairs('--points', options.points, nodes)),
    total: options.total,
    set: pairs('--set', options.set, settable),
    grades: figures('--grade', pairs('--grade', options.grade, grades)),
    remove: options.remove.map((text) => find('--remove', text, named)),
    rename: pairs('--rename', options.rename, nodes),
    document: options.source,
    section: options.section,
  };
  return fault ?? wishes;
}

interface Named {
  readonly kind: string;
  readonly path: readonly string[];
}

function namedIn(parts: readonly OutlinePart[], above: readonly string[]): Named[] {
  const statements = statementsIn(parts).flatMap(({ name, tree }) =>
    name === undefined ? [] : [{ kind: tree.kind, path: [...above, name] }],
  );
  const nodes = nodesIn(parts).flatMap((node) => {
    const path = [...above, node.name];
    return [{ kind: 'node', path }, ...namedIn(node.parts, path)];
  });
  return [...nodes, ...statements];
}
