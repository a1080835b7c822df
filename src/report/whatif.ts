// What it would take, as lines of text: what each change alone needs, what falls short and by how much,
// and the cheapest changes together.
import type { Alone, WhatIf } from '../analyze/whatif/whatif.ts';
import type { Combination } from '../analyze/whatif/combination.ts';
import type { Outcome } from '../analyze/whatif/outcome.ts';
import type { Goal } from '../analyze/whatif/goal.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { compare } from '../number/rational.ts';
import { borderText, changeTable, changeText, gradesText, nowOf } from './change-tables.ts';
import { scoreText } from './figure.ts';
import { hang } from './layout.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';
import { whatIfWords } from './whatif-words.ts';
import { printable } from './wrap.ts';

/** The answer for one department as lines of text. */
export function whatIfText(answer: WhatIf, settings: TextSettings): string[] {
  const { language, paint } = settings;
  const words = whatIfWords[language];
  const { department, goal, now, reached } = answer;
  const year = department.year === '' ? '' : `  ${sheetWords[language].year(department.year)}`;
  const head = [
    paint.strong(printable(department.name) + year),
    words.goal(goalText(goal, settings)),
    nowText(goal, now, settings),
  ];
  if (reached === 'all') return [...head, '', paint.good(words.alreadyReached)];
  const open = reached === 'some' ? ['', ...hang('', words.mayBeReached, settings.width)] : [];
  const moves = answer.alone.length > 0 ? body(answer, settings) : ['', words.nothingMoves];
  return [...head, ...open, ...moves, ...footer(answer, settings)];
}

function body(answer: WhatIf, settings: TextSettings): string[] {
  const words = whatIfWords[settings.language];
  const reaching = answer.alone.filter(({ reached }) => reached.length > 0);
  const alone =
    reaching.length === 0
      ? [words.noneAlone]
      : [words.alone, ...aloneTable(reaching, answer.goal, settings), ...notes(reaching, settings)];
  return [
    '',
    ...alone,
    ...unreachable(answer, settings),
    ...(answer.together ? ['', ...together(answer.together, answer.goal, settings)] : []),
  ];
}

function goalText(goal: Goal, { language }: TextSettings): string {
  const words = whatIfWords[language];
  switch (goal.kind) {
    case 'total':
      return words.goalTotal(formatExact(goal.least));
    case 'grade':
      return words.goalGrade(goal.grade);
    case 'score':
      return words.goalScore(goal.path.at(-1) ?? '', formatExact(goal.least));
    default:
      return goal satisfies never;
  }
}

function nowText(goal: Goal, { total, grades, measured }: Outcome, { language }: TextSettings) {
  const words = whatIfWords[language];
  const score =
    goal.kind === 'score' ? words.scoreOf(goal.path.at(-1) ?? '', scoreText(measured)) : undefined;
  return words.now(scoreText(total), gradesText(grades, language), score);
}

function aloneTable(
  reaching: readonly Alone[],
  goal: Goal,
  { language, width, paint }: TextSettings,
): string[] {
  const words = whatIfWords[language];
  const rows = reaching.flatMap(({ lever, reached }) =>
    reached.map(({ value, words: chosen, short, after, cost }, place) => [
      place === 0 ? lever.name : '',
      place === 0 ? nowOf(lever, language) : '',
      changeText(lever, value, chosen, language),
      short ? changeText(lever, short, [], language) : '',
      scoreText(goal.kind === 'score' ? after.measured : after.total),
      cost ? costText(cost) : '',
    ]),
  );
  return changeTable(words.columns, rows, width, paint.strong);
}

function notes(reaching: readonly Alone[], { language, width }: TextSettings): string[] {
  const words = whatIfWords[language];
  return reaching.flatMap(({ lever, reached, open }) => [
    ...reached.flatMap(({ border, breaks }) => [
      ...(border
        ? hang(
            '  ',
            words.turns(lever.name, borderText(lever, border.value, language), border.included),
            width,
          )
        : []),
      ...(breaks.length > 0 ? hang('  ', words.breaks(lever.name, breaks), width) : []),
    ]),
    ...(open.length > 0 ? hang('  ', words.openSide(lever.name), width) : []),
  ]);
}

// Those that bring more than there is now, the most first.
function unreachable({ alone, now, idle }: WhatIf, { language, width }: TextSettings): string[] {
  const words = whatIfWords[language];
  const short = alone.filter(({ reached }) => reached.length === 0);
  const present = now.measured.high?.value;
  const gaining = short.filter(
    ({ over }) => !over.high || !present || compare(over.high.value, present) > 0,
  );
  const rest = short.length - gaining.length + idle.length;
  const open = gaining.filter((each) => each.open.length > 0);
  const lines = gaining
    .filter((each) => each.open.length === 0)
    .flatMap(({ lever, over }) =>
      hang('  ', words.most(lever.name, scoreText({ ...over, low: over.high })), width),
    );
  return [
    ...(lines.length > 0 ? ['', words.unreachable, ...lines] : []),
    ...open.flatMap(({ lever }) => hang('  ', words.openSide(lever.name), width)),
    ...(rest > 0 ? ['', words.others(rest)] : []),
  ];
}

function together(
  combination: Combination,
  goal: Goal,
  { language, width, paint }: TextSettings,
): string[] {
  const words = whatIfWords[language];
  if (combination.kind === 'impossible')
    return hang(
      '',
      words.impossible(scoreText({ ...combination.over, low: combination.over.high })),
      width,
    );
  if (combination.kind === 'not-found') return hang('', words.notFound, width);
  const { changes, after, cost, breaks } = combination;
  const rows = changes.map(({ lever, value, words: chosen, cost: own }) => [
    lever.name,
    nowOf(lever, language),
    changeText(lever, value, chosen, language),
    costText(own),
  ]);
  const score =
    goal.kind === 'score'
      ? `${words.scoreOf(goal.path.at(-1) ?? '', scoreText(after.measured))}${language === 'zh' ? '，' : ', '}`
      : '';
  return [
    words.together,
    ...changeTable(words.joint, rows, width, paint.strong),
    words.jointAfter(
      scoreText(after.total),
      gradesText(after.grades, language),
      costText(cost),
      score,
    ),
    ...(breaks.length > 0 ? hang('', words.breaks(words.joint[0], breaks), width) : []),
    ...hang('', certaintyText(combination, language), width),
  ];
}

function certaintyText(
  { isCheapest, atLeast, isOnePerRule, doubts }: Extract<Combination, { kind: 'found' }>,
  language: TextSettings['language'],
): string {
  const words = whatIfWords[language];
  if (isCheapest) return words.cheapest;
  if (!isOnePerRule) return words.severalPerRule;
  return atLeast ? words.notCheaperThan(costText(atLeast)) : words.foundOnly(doubts);
}

function footer({ fixed, alone }: WhatIf, { language, width, paint }: TextSettings): string[] {
  const words = whatIfWords[language];
  const kinds = [...new Set(fixed.map(({ why }) => why))];
  const lines = [
    ...(alone.length > 0 ? [words.costs, words.steps] : []),
    ...kinds.map((why) =>
      words.fixed(
        why,
        fixed.filter((each) => each.why === why).map(({ input }) => input.name),
      ),
    ),
  ];
  return ['', ...lines.flatMap((line) => hang('', line, width)).map(paint.faint)];
}

// A cost has no unit.
function costText(cost: Rational): string {
  return formatApproximate(cost, 4);
}
