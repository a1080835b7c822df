// "Did you mean": the keyword nearest to a word nobody knows, in either language.
import { distance } from 'fastest-levenshtein';
import type { KeywordId } from './keywords.ts';
import { keywordEntries, keywords } from './keywords.ts';
import { keywordSpelled } from './words.ts';

/** A keyword near to what was written. */
export interface Suggestion {
  readonly id: KeywordId;
  readonly spelling: string;
  /** How many of the written words it stands for. */
  readonly words: number;
  /** What was written after the keyword without the space that ends a word. */
  readonly rest: string;
}

interface Candidate {
  readonly id: KeywordId;
  readonly spelling: string;
  readonly words: number;
}

const BEGIN_STATEMENTS: ReadonlySet<KeywordId> = new Set([
  'AtLeast',
  'AtMost',
  'Uncapped',
  'RoundedTo',
  'When',
  'TiersOf',
  'InterpolateOf',
]);

const candidates: readonly Candidate[] = keywordEntries.flatMap(([id, { en, zh }]) =>
  [...en, ...zh].map((spelling) => ({ id, spelling, words: spelling.split(' ').length })),
);

const rulesetCandidates = candidates.filter(({ id }) => id === 'Ruleset');
const statementCandidates = candidates.filter(({ id }) => {
  const { role } = keywords[id];
  return (
    (role === 'statement' || role === 'modifier' || BEGIN_STATEMENTS.has(id)) && id !== 'Ruleset'
  );
});

const CHINESE = /^\p{Script=Han}+$/u;

/** What turns a word into its opposite in front of it. */
const NEGATIONS = ['不', '非', '未', '无', 'not ', 'un', 'in', 'non'];
/** Signs and words that stand for opposites in words otherwise alike. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['高', '低'],
  ['大', '小'],
  ['多', '少'],
  ['上', '下'],
  ['前', '后'],
  ['顶', '底'],
  ['加', '减'],
  ['增', '减'],
  ['是', '否'],
  ['least', 'most'],
  ['high', 'low'],
];

/** Whether the keyword says the reverse of the word: `低于` and `不低于`, `capped` and `uncapped`. */
function reverses(written: string, spelling: string): boolean {
  const isNegated = NEGATIONS.some(
    (sign) => spelling === sign + written || written === sign + spelling,
  );
  if (isNegated) return true;
  return OPPOSITES.some((pair) =>
    [pair, [...pair].reverse()].some(
      ([mine = '', its = '']) =>
        written.includes(mine) &&
        spelling.includes(its) &&
        written.replace(mine, '') === spelling.replace(its, ''),
    ),
  );
}

/** How many letters may differ before a word is another word. */
function tolerance(spelling: string): number {
  return Math.max(1, Math.floor(spelling.length * 0.4));
}

function nearest(words: readonly string[], among: readonly Candidate[]): Suggestion | undefined {
  let best: Suggestion | undefined;
  let least = Infinity;
  for (const candidate of among) {
    if (words.length < candidate.words) continue;
    const written = words.slice(0, candidate.words).join(' ');
    // A keyword in the wrong place is not another keyword misspelt.
    if (keywordSpelled(written) !== undefined) continue;
    const limit = tolerance(candidate.spelling);
    if (Math.abs(written.length - candidate.spelling.length) > limit) continue;
    if (CHINESE.test(written) !== CHINESE.test(candidate.spelling)) continue;
    const apart = distance(written.toLowerCase(), candidate.spelling);
    // One letter of a two-letter word is no likeness unless the word is Chinese.
    if (apart > limit || apart * 2 > candidate.spelling.length) continue;
    if (reverses(written.toLowerCase(), candidate.spelling)) continue;
    if (apart < least) {
      least = apart;
      best = { ...candidate, rest: '' };
    }
  }
  return best;
}

/** What officials call things that have another name here. */
const FAMILIAR: ReadonlyMap<string, KeywordId> = new Map<string, KeywordId>([
  ['如果', 'When'],
  ['假如', 'When'],
  ['扣除', 'Deduct'],
  ['扣减', 'Deduct'],
  ['扣分', 'Deduct'],
  ['评分', 'Score'],
  ['计分', 'Score'],
  ['打分', 'Judged'],
  ['数据', 'Input'],
  ['变量', 'Let'],
  ['备注', 'About'],
  ['最高', 'AtMost'],
  ['最多', 'AtMost'],
  ['最低', 'AtLeast'],
  ['一级指标', 'Group'],
  ['二级指标', 'Indicator'],
  ['三级指标', 'Item'],
  ['否决', 'Veto'],
  ['指标项', 'Indicator'],
  ['考核指标', 'Indicator'],
  ['评价指标', 'Indicator'],
  ['考核项目', 'Indicator'],
  ['评价内容', 'Indicator'],
  ['评分项', 'Item'],
  ['评分点', 'Item'],
  ['得分点', 'Item'],
  ['考核项', 'Item'],
  ['考核内容', 'Item'],
]);

/** The keyword with which a statement was probably meant to begin. */
export function suggestStatement(words: readonly string[]): Suggestion | undefined {
  const familiar = FAMILIAR.get(words[0] ?? '');
  if (familiar) return { id: familiar, spelling: keywords[familiar].zh[0], words: 1, rest: '' };
  return suggestFirstWord(words, statementCandidates);
}

/** The word `ruleset`, if that was probably meant. */
export function suggestRuleset(word: string): Suggestion | undefined {
  return suggestFirstWord([word], rulesetCandidates);
}

function suggestFirstWord(
  words: readonly string[],
  among: readonly Candidate[],
): Suggestion | undefined {
  const [first = ''] = words;
  const glued = among
    .filter(
      ({ spelling }) => CHINESE.test(spelling) && spelling.length > 1 && first.startsWith(spelling),
    )
    .sort((a, b) => b.spelling.length - a.spelling.length)[0];
  if (glued && first.length > glued.spelling.length) {
    return { ...glued, rest: first.slice(glued.spelling.length) };
  }
  return nearest(words, among);
}

/** The keyword that a stray word was probably meant to be. */
export function suggestKeyword(words: readonly string[]): string | undefined {
  return nearest(words, candidates)?.spelling;
}

/** Whether a word was probably meant to be this keyword. */
export function resembles(word: string, id: KeywordId): boolean {
  return (
    nearest(
      [word],
      candidates.filter((candidate) => candidate.id === id),
    ) !== undefined
  );
}
