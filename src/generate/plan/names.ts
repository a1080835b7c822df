// Names of the language as names of JavaScript: the same words where those allow it, each used once.
import type { Expression } from '../../model/expression.ts';
import type { Framework, Item, Node } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import { partsWithin } from './expressions.ts';
import { once } from './once.ts';
import { nodesOf, placesOf } from './places.ts';

/** How generated code calls what the framework names. */
export interface Names {
  readonly lets: ReadonlyMap<string, string>;
  readonly inputs: ReadonlyMap<string, string>;
  /** The score of a place, by `placeKey` of its path; the total has the key of `total`. */
  readonly scores: ReadonlyMap<string, string>;
  /** The same where inputs have no names of their own. */
  readonly exactScores: ReadonlyMap<string, string>;
  /** A new name that resembles the words. */
  readonly fresh: (words: string) => string;
}

const RESERVED = [
  'arguments await break case catch class const continue debugger default delete do else enum eval',
  'export extends false finally for function if implements import in instanceof interface let new',
  'null package private protected public return static super switch this throw true try typeof var',
  'void while with yield undefined NaN Infinity Math Number Object Array Map Set Error RangeError',
  'BigInt String Float64Array Uint8Array Int32Array input options self asker each subject standing',
  'scoring shares parts share shareOf scoresOf ratesOf grade others everyone metadata Input Options Result Decoded DecodeError Columns ColumnResult Scoring INPUTS CHOSEN READERS resultOf checked known inputAt scoreSlowly NAMES fits first last slow KERNEL columnArrays columnsMemory usesWebAssembly scoreInLoops from to into again evaluate evaluateColumns evaluateExactly evaluateTogether decode format columns rows row scores score SENTENCES isDepartment departmentErrors isCohort cohortErrors isInputs inputsErrors',
].flatMap((line) => line.split(' '));

/** The words as an identifier; marks that no identifier has become underlines. */
export function identifier(words: string): string {
  const plain = words.replace(/[^\p{ID_Continue}$]+/gu, '_').replace(/^_+|_+$/gu, '') || '_';
  return /^[\p{ID_Start}$_]/u.test(plain) ? plain : `_${plain}`;
}

/** Whether a property of this name can be written behind a dot. */
export function isIdentifier(name: string): boolean {
  return name !== '__proto__' && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

/** Names for everything in a framework, different from `taken`. */
export function namesOf(framework: Framework, taken: Iterable<string>): Names {
  const used = new Set([...RESERVED, ...taken]);
  const fresh = namer(used);
  const total = fresh('总得分');
  const places = scoredPlaces(framework);
  const scoresAmong = (among: Set<string>): ReadonlyMap<string, string> => {
    const next = namer(among);
    const named = places.map(({ key, words, kind }) => {
      const name = next(among.has(identifier(words)) ? `${words}${kind}` : words);
      return [key, name] as const;
    });
    return new Map([[placeKey('total'), total], ...named]);
  };
  const [inFractions, besideInputs] = [new Set(used), new Set(used)];
  const exactScores = scoresAmong(inFractions);
  const inputName = namer(besideInputs);
  const inputs = new Map(framework.inputs.map(({ name }) => [name, inputName(name)]));
  const scores = scoresAmong(besideInputs);
  for (const name of [...inFractions, ...besideInputs]) used.add(name);
  const lets = new Map(
    [...framework.lets.values()].map(({ id, name }) => [
      id,
      fresh(used.has(identifier(name)) ? `${name}的值` : name),
    ]),
  );
  return { lets, inputs, scores, exactScores, fresh };
}

function namer(used: Set<string>): (words: string) => string {
  // All numbers before are taken.
  const next = new Map<string, number>();
  return (words) => {
    const plain = identifier(words);
    let name = plain;
    let number = next.get(plain) ?? 2;
    for (; used.has(name); number++) name = `${plain}_${number}`;
    next.set(plain, number);
    used.add(name);
    return name;
  };
}

interface ScoredPlace {
  readonly key: string;
  readonly words: string;
  /** What tells it from others of the same name. */
  readonly kind: '规则' | '得分' | '各项';
}

function scoredPlaces(framework: Framework): readonly ScoredPlace[] {
  const lists = partsWithin(framework).flatMap((part) =>
    part.kind === 'parts' ? [[partListKey(part), part.path.at(-1) ?? '总分'] as const] : [],
  );
  return [
    ...placesOf(framework).map((place) => ({
      key: scoreKey(place),
      words: place.name,
      kind: 'rule' in place && place.implicit ? ('规则' as const) : ('得分' as const),
    })),
    ...[...new Map(lists)].map(([key, words]) => ({ key, words, kind: '各项' as const })),
  ];
}

/** The key of the scores, or of the scores by points, of the parts of a place. */
export function partListKey({ of, path }: Extract<Expression, { kind: 'parts' }>): string {
  return `${of} of ${placeKey(path)}`;
}

/** The key of the score of an implicit item, which has the path of its indicator. */
export function ruleKey({ path }: Pick<Item, 'path'>): string {
  return `rule ${placeKey(path)}`;
}

/** The key of the score of a node or an item. */
export function scoreKey(place: Node | Item): string {
  return 'rule' in place && place.implicit ? ruleKey(place) : placeKey(place.path);
}

/** How results call each group and indicator: by name, or by path where a name stands twice. */
export const resultNames = once((framework: Framework): ReadonlyMap<Node, string> => {
  const nodes = nodesOf(framework);
  const times = new Map<string, number>();
  for (const { name } of nodes) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    nodes.map((node) => [node, times.get(node.name) === 1 ? node.name : node.path.join(' / ')]),
  );
});
