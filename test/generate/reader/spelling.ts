// One department written in many ways: white space, order of keys, escapes, numbers with and without quotes,
// units, words for truths, evidence around values, things left out, and things that nobody should write.
import type { Json } from '../random-department.ts';

/** A source of choices, the same for the same seed. */
export interface Choices {
  readonly below: (limit: number) => number;
  readonly among: <One>(all: readonly One[]) => One;
}

export function choicesOf(seed: number): Choices {
  let state = BigInt(seed);
  const below = (limit: number): number => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(limit));
  };
  return { below, among: (all) => all[below(all.length)] as never };
}

/** How a file is written; `oddity` of a hundred values are written in another way. */
export interface Style {
  readonly gap: string;
  readonly isEscaped: boolean;
  readonly hasEvidence: boolean;
  readonly isShuffled: boolean;
  readonly oddity: number;
}

export function styleOf({ among }: Choices): Style {
  return {
    gap: among(['', '', ' ', '\n  ', '\r\n\t']),
    isEscaped: among([false, false, false, true]),
    hasEvidence: among([false, true]),
    isShuffled: among([false, false, true]),
    oddity: among([0, 0, 2, 30]),
  };
}

// Values that take the place of others.
const ODDITIES: readonly string[] = [
  ...['null', '""', '" "', '"abc"', '{}', '[]', 'true', '0', '-0', '-1', '1e2', '1E+2', '1.0e-1'],
  ...[
    '"-0"',
    '"+4"',
    '".5"',
    '"5."',
    '"007"',
    '"1e3"',
    '"１２.５"',
    '" 12 "',
    '"1,234"',
    '"12.50000"',
  ],
  ...[
    '"12.5万元"',
    '"12.5 万元"',
    '"3元"',
    '"2 亿元"',
    '"98％"',
    '"98 %"',
    '"980‰"',
    '"2分"',
    '"1 万吨"',
  ],
  ...['123456789012345', '1234567890123456', '0.1234567890123456', '"1234567890123456789.25"'],
  ...['9007199254740993', '"9007199254.740993"', '1e21', '1e400', '"90071992547409.93"'],
  ...[
    '[null,"1","2","3"]',
    '["1","2","3"]',
    '["1",2,"3 元","4"]',
    '["1","2","3","4","5"]',
    '[1,[2],3,4]',
  ],
  ...['{"value":"5"}', '{"value":null,"note":"不详"}', '{"value":"5","status":"rejected"}'],
  ...['{"value":"5","status":null}', '{"value":"5","status":"guessed"}', '{"source":"甲"}'],
  ...['{"value":{"value":"5"}}', '{"value":"5","source":"\\u7532\\n\\"","note":""}'],
  ...[
    '{"award":"1"}',
    '{"award":"0.5"}',
    '{"award":0.5,"reason":"扣"}',
    '{"award":"0.5","reason":" "}',
  ],
  ...[
    '{"award":"0.5","reason":"\\u3000"}',
    '{"award":"0.5","reason":"　"}',
    '{"award":null,"reason":"无"}',
  ],
  ...['{"award":"0.333","reason":"三分之一"}', '{"award":"1","entries":{}}', '{"entries":{}}'],
  ...['{"choice":"没有的"}', '{"choice":null}', '"是"', '"否"', '"yes"', '"no"', '"No"'],
  ...['"2023-02-30"', '"2023年12月31日"', '"\\u662f"', '"\\ud83d\\ude00"', '"\\ud800"', '"\u007f"'],
];

/** The inputs of a department as JSON. */
export function spelt(
  inputs: Readonly<Record<string, Json>>,
  style: Style,
  choices: Choices,
): string {
  const entries = Object.entries(inputs).filter(() => choices.below(1000) >= style.oddity);
  if (style.isShuffled) entries.sort(() => choices.below(3) - 1);
  const written = entries.map(([name, value]) => {
    const isOdd = choices.below(100) < style.oddity;
    const text = isOdd ? choices.among(ODDITIES) : valueText(value, style, choices);
    return `${quoted(name, style)}${style.gap}:${style.gap}${text}`;
  });
  if (choices.below(400) < style.oddity) written.push('"没有的数据":1');
  return `{${style.gap}${written.join(`${style.gap},${style.gap}`)}${style.gap}}`;
}

function valueText(value: Json, style: Style, choices: Choices): string {
  const isAward = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!style.hasEvidence || isAward) return jsonText(tamed(value, choices), style);
  const source = choices.below(10) === 0 ? `第 ${choices.below(9)} 页` : '一（三）1';
  return jsonText({ value: tamed(value, choices), source, status: 'disclosed' }, style);
}

// Figures as people give them: hardly ever finer than their step, and some without quotes.
function tamed(value: Json, choices: Choices): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => tamed(entry, choices));
  if (typeof value !== 'string' || !/^-?\d+(?:\.\d+)?%?$/.test(value)) return value;
  const text = choices.below(40) === 0 ? value : value.replace(/(\.\d\d)\d+/, '$1');
  const isPlain = /^-?\d{1,12}(?:\.\d\d)?$/.test(text) && choices.below(20) === 0;
  return isPlain ? Number(text) : text;
}

function jsonText(value: Json, style: Style): string {
  if (typeof value === 'string') return quoted(value, style);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((entry: Json) => jsonText(entry, style)).join(`,${style.gap}`)}]`;
  const entries = Object.entries(value).map(
    ([name, entry]) => `${quoted(name, style)}:${style.gap}${jsonText(entry as Json, style)}`,
  );
  return `{${entries.join(`,${style.gap}`)}}`;
}

function quoted(text: string, { isEscaped }: Style): string {
  const plain = JSON.stringify(text);
  if (!isEscaped) return plain;
  return plain.replace(
    /[^ -~]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
