// Sentences of tables of points that stand where a statement should: `每超过 1% 扣 0.1 分`, and intervals
// behind a type. What is meant can be read off the sentence, so the message writes it out.
import { keywords } from '../../grammar/keywords.ts';
import type { Place } from '../../grammar/problems.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { figureInWords } from '../text/number-words.ts';
import { languageOf } from './written-language.ts';

const FIGURE = String.raw`\d+(?:\.\d+)?`;
const STEP = String.raw`(?<step>${FIGURE})?\s*(?<unit>%|％|个百分点|[个项次天日人件起篇家分]|万元|元)?`;
const SIDE =
  '(?<side>超过|超出|超|高于|高出|多于|大于|低于|少于|不足|小于|降低|下降|减少|增加|上升)?';
/** `偏差率每超过 1% 扣 0.1 分` */
const EVERY = new RegExp(
  String.raw`^(?<subject>[^\s每，,。；;]*?)\s*每${SIDE}\s*${STEP}[^扣减\d]*?(?:扣减|扣除|扣|减)\s*(?<points>${FIGURE})\s*分[。；;，,]?$`,
  'u',
);
const UPWARDS = new Set(['超过', '超出', '超', '高于', '高出', '多于', '大于', '增加', '上升']);

/** A deduction that is written as a sentence; undefined for anything else. */
export function tableSentence(source: Source, place: Place): Diagnostic | undefined {
  const line = (/^[^\r\n{}｛｝]*/u.exec(source.text.slice(place.start))?.[0] ?? '').trimEnd();
  const span = { file: source.file, start: place.start, end: place.start + line.length };
  const found = EVERY.exec(line)?.groups;
  if (found === undefined) return conditionSentence(line, span);
  const { subject = '', side, step = '1', unit = '', points = '' } = found;
  const measure = unit === '个百分点' || unit === '％' ? '%' : unit;
  // What is counted one by one has no step: `每发现一次`.
  const isCounted = side === undefined && measure !== '%' && found['step'] === undefined;
  const name = subject === '' ? 'X' : subject;
  const limit =
    side === undefined ? '' : ` ${keywords[UPWARDS.has(side) ? 'Above' : 'Below'].zh[0]} L`;
  const spaced = measure === '' || measure === '%' ? `${step}${measure}` : `${step} ${measure}`;
  const meant = isCounted
    ? `${keywords.Deduct.zh[0]} ${points} 分 ${keywords.Per.zh[0]} ${name}`
    : `${keywords.Deduct.zh[0]} ${points} 分 ${keywords.Per.zh[0]} ${spaced} ${keywords.Of.zh[0]} ${name}${limit}`;
  const lacks = [
    ...(subject === '' ? (['subject'] as const) : []),
    ...(limit === '' ? [] : (['limit'] as const)),
  ];
  const fix = writing(span, meant.replace(' L', ` 0${measure === '%' ? '%' : ''}`));
  return diagnose(
    'table-sentence',
    span,
    { written: line, meant, lacks },
    subject === '' ? {} : { fix },
  );
}

/** `执行率达到 90%（的），得 10 分`, `迟报次数超过 3 次的扣 2 分` */
const CONDITION = new RegExp(
  String.raw`^(?<subject>[^\s，,。；;]+?)\s*(?<side>达到|不低于|不少于|高于|超过|大于|低于|小于|少于|不足|不超过|不高于)\s*(?<limit>${FIGURE}\s*[%％]?|[百千]分之[零一二两三四五六七八九十百点]+)\s*(?<unit>[个项次天日人件起篇家分]|万元|元)?(?:的|时|以上)?[，,\s]*(?<what>得|计|扣|减)\s*(?<points>${FIGURE})\s*分[。；;，,]?$`,
  'u',
);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...['达到', '不低于', '不少于'].map((word) => [word, '>='] as const),
  ...['高于', '超过', '大于'].map((word) => [word, '>'] as const),
  ...['低于', '小于', '少于', '不足'].map((word) => [word, '<'] as const),
  ...['不超过', '不高于'].map((word) => [word, '<='] as const),
]);

function conditionSentence(line: string, span: Span): Diagnostic | undefined {
  const found = CONDITION.exec(line)?.groups;
  if (found === undefined) return undefined;
  const { subject = '', side = '', limit = '', unit, what = '', points = '' } = found;
  const figure = figureInWords(limit) ?? limit.replace('％', '%');
  const condition = `${subject} ${SIGNS.get(side) ?? ''} ${figure}${unit === undefined ? '' : ` ${unit}`}`;
  const { When, Deduct, Otherwise } = keywords;
  const meant = /[扣减]/u.test(what)
    ? `${Deduct.zh[0]} ${points} 分 ${When.zh[0]} ${condition}`
    : `${When.zh[0]} ${condition} : ${points} 分 ${Otherwise.zh[0]} : 0 分`;
  return diagnose(
    'table-sentence',
    span,
    { written: line, meant, lacks: [] },
    { fix: writing(span, meant) },
  );
}

function writing(span: Span, text: string): Fix {
  return { title: { en: `Write ${text}`, zh: `改为 ${text}` }, edits: [{ span, text }] };
}

const INTERVAL = new RegExp(
  String.raw`^\s*(?<low>-?${FIGURE}\s*[%％]?)\s*(?:\.\.+|…|~|～|-|—+|至|到)\s*(?<high>-?${FIGURE}\s*[%％]?)\s*$`,
  'u',
);

/** `0%..100%` behind a type: the limits of what may be given, as they are written. */
export function intervalMeant(source: Source, { start, end }: Place): string | undefined {
  const before =
    source.text
      .slice(0, start)
      .split(/[\r\n{]/u)
      .at(-1) ?? '';
  if (!/^\s*(?:输入|input)\s.*[:：]/u.test(before)) return undefined;
  const found = INTERVAL.exec(source.text.slice(start, end))?.groups;
  if (found?.['low'] === undefined || found['high'] === undefined) return undefined;
  const language = languageOf(source);
  const word = (id: 'From' | 'To') => keywords[id][language][0];
  const high = found['high'].trim().replace('％', '%');
  const low = found['low'].trim().replace('％', '%');
  // `0~100%`: the sign behind the second figure is meant of both.
  const shared = high.endsWith('%') && !low.endsWith('%') ? '%' : '';
  return `${word('From')} ${low}${shared} ${word('To')} ${high}`;
}
