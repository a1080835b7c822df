// Messages about scores that both rise and fall as one figure grows, and about saying that they may.
import type { Given, Under } from './coverage-facts.ts';
import { givenWords, underWords } from './coverage-facts.ts';
import type { Words } from './message.ts';
import { warning } from './message.ts';

/** A figure and the score that goes with it, as one would write them. */
export interface Standing {
  readonly figure: string;
  readonly score: string;
}

interface Pair {
  readonly from: Standing;
  readonly to: Standing;
}

type Row = number | 'otherwise';

export interface MonotoneFacts extends Pair, Under {
  readonly name: string;
  /** It is what an output gives, and no score. */
  readonly isOutput: boolean;
  /** The input that grows. */
  readonly figure: string;
  /** Everything else that the score reads. */
  readonly others: readonly Given[];
  /** The direction in which the score goes at fewer places: the one that is shown first. */
  readonly rarer: 'rises' | 'falls';
  readonly contrast: Pair;
  /** The rows that apply at both ends, where they differ. */
  readonly rows: { readonly before: Row; readonly after: Row } | undefined;
}

const WAYS = {
  rises: { en: 'rises', zh: '升高' },
  falls: { en: 'falls', zh: '降低' },
} as const satisfies Record<MonotoneFacts['rarer'], Words>;

function rowWords(row: Row): Words {
  return row === 'otherwise'
    ? { en: '`otherwise`', zh: '“其余”' }
    : { en: `row ${row}`, zh: `第 ${row} 行` };
}

// Of a ruleset with many figures, only so many are named.
const MOST_OTHERS = 6;

function otherWords({ others }: MonotoneFacts): Words {
  const { en, zh } = givenWords(others.slice(0, MOST_OTHERS));
  const more = others.length - MOST_OTHERS;
  if (more <= 0)
    return others.length === 0 ? { en: '', zh: '' } : { en: ` (with ${en})`, zh: `（${zh}）` };
  return { en: ` (with ${en} and ${more} more figures)`, zh: `（${zh}，另有 ${more} 项数据）` };
}

function subjectWords({ name, isOutput }: { name: string; isOutput: boolean }): Words {
  return isOutput
    ? { en: `“${name}”`, zh: `“${name}”` }
    : { en: `the score of “${name}”`, zh: `“${name}”的得分` };
}

function pairWords({ from, to }: Pair, isOutput = false): Words {
  const is = isOutput ? '为' : '得';
  return {
    en: `from ${from.score} at ${from.figure} to ${to.score} at ${to.figure}`,
    zh: `${from.figure} 时${is} ${from.score}，${to.figure} 时${is} ${to.score}`,
  };
}

export const monotoneMessages = {
  'score-not-monotone': warning<MonotoneFacts>(
    (facts) => {
      const { figure, rarer, rows } = facts;
      const other = rarer === 'rises' ? 'falls' : 'rises';
      const where = otherWords(facts).en;
      const between = rows
        ? `, where ${rowWords(rows.after).en} takes over from ${rowWords(rows.before).en}`
        : '';
      return `As “${figure}” grows, ${subjectWords(facts).en} ${WAYS[other].en} in one place and ${WAYS[rarer].en} in another${where}: it ${WAYS[rarer].en} ${pairWords(facts).en}${between}, but ${WAYS[other].en} ${pairWords(facts.contrast).en}.${underWords(facts).en} Correct the rule, or say why this is meant: \`not monotone "reason"\`.`;
    },
    (facts) => {
      const { figure, isOutput, rarer, rows } = facts;
      const other = rarer === 'rises' ? 'falls' : 'rises';
      const where = otherWords(facts).zh;
      const between = rows ? `（由${rowWords(rows.before).zh}转到${rowWords(rows.after).zh}）` : '';
      return `随着“${figure}”增大，${subjectWords(facts).zh}有的地方${WAYS[other].zh}、有的地方${WAYS[rarer].zh}${where}：${pairWords(facts, isOutput).zh}，${WAYS[rarer].zh}了${between}；而 ${pairWords(facts.contrast, isOutput).zh}，${WAYS[other].zh}了${underWords(facts).zh}。请改正规则；若有意如此，请写“不单调 "理由"”。`;
    },
  ),
  'not-monotone-never-acts': warning<{ name: string; isOutput: boolean }>(
    (facts) =>
      `No figure was found whose growth makes ${subjectWords(facts).en} both rise and fall, so \`not monotone\` says nothing; remove it, or check the rule.`,
    (facts) =>
      `没有找到哪个数增大时${subjectWords(facts).zh}会有升有降，这里的“不单调”没有作用；请删去，或核对规则。`,
  ),
};
