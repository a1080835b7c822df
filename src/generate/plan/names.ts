// Names of the language as names of JavaScript: the same words where those allow it, each used once.
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
  // All numbers before are taken.
  const next = new Map<string, number>();
  const fresh = (words: string): string => {
    const plain = identifier(words);
    let name = plain;
    let number = next.get(plain) ?? 2;
    for (; used.has(name); number++) name = `${plain}_${number}`;
    next.set(plain, number);
    used.add(name);
    return name;
  };
  const inputs = new Map(framework.inputs.map(({ name }) => [name, fresh(name)]));
  const lets = new Map([...framework.lets.values()].map(({ id, name }) => [id, fresh(name)]));
  const scores = new Map([[placeKey('total'), fresh('总得分')]]);
  for (const place of placesOf(framework)) {
    const key = placeKey(place.path);
    const implicit = 'rule' in place && place.implicit;
    scores.set(
      implicit ? ruleKey(place) : key,
      fresh(`${place.name}${implicit ? '规则' : '得分'}`),
    );
  }
  for (const part of partsWithin(framework)) {
    if (part.kind !== 'parts') continue;
    const key = `${part.of} of ${placeKey(part.path)}`;
    if (!scores.has(key)) scores.set(key, fresh(`${part.path.at(-1) ?? '总分'}各项`));
  }
  return { lets, inputs, scores, fresh };
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
