// The safeguards of a reader, each beside a twin without it: documents that are made to need the safeguard are
// read rightly with it, and wrongly without.
import { describe, expect, test } from 'vitest';
import { publishedInputs, rulesetNamed } from '../rulesets.ts';
import { differences } from './beside-decode.ts';
import type { Reader } from './loaded-reader.ts';
import { bytesOf, loadedReader, readerOf } from './loaded-reader.ts';

const FRAMEWORK = rulesetNamed('futian/2022.chi');
const TEXT = readerOf(FRAMEWORK);
const READER = await loadedReader(FRAMEWORK, TEXT);
const GOOD = Object.fromEntries(
  Object.entries(publishedInputs()).filter(([name]) => !['年度任务', '绩效目标表'].includes(name)),
);

/** A department whose inputs are as usual but for some, which are given as JSON. */
function department(changed: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries(GOOD).map(
    ([name, value]) => `"${name}":${changed[name] ?? JSON.stringify(value)}`,
  );
  return `{${entries.join(',')}}`;
}

/** Everything that a reader says of a document otherwise than `JSON.parse` and `decode`. */
function wrongIn(reader: Reader, bytes: Uint8Array, lines = false): string[] {
  const read = reader.readJson(bytes, { lines });
  let departments: unknown[];
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    departments = lines
      ? text.split('\n').map((line) => JSON.parse(line) as unknown)
      : (JSON.parse(text) as unknown[]);
  } catch {
    const isRefused = read.rows === 0 && read.errors.length === 1;
    return isRefused ? [] : [`${read.rows} rows of what is no JSON`];
  }
  return differences(reader, read, departments);
}

// One department after another, so that the second is compared with the first.
const after = (before: string, behind: string, name = '实际采购金额') =>
  bytesOf(`[${department({ [name]: before })},${department({ [name]: behind })}]`);

interface Case {
  readonly what: string;
  readonly documents: readonly Uint8Array[];
  readonly without: readonly [pattern: string | RegExp, by: string];
}

const CASES: readonly Case[] = [
  {
    what: 'more digits than a double holds',
    documents: [
      after('"1.00"', '"1.00000000000000000001"'),
      after('1', '1234567890123456', '在编人数'),
    ],
    without: ['const MOST_DIGITS = 15;', 'const MOST_DIGITS = 40;'],
  },
  {
    what: 'figures beyond what is declared',
    documents: [after('"1%"', '"100.01%"', '公众满意度'), after('"1"', '"0"', '核定编制数')],
    without: ['if (!(steps >= least && steps <= most))', 'if (Number.isNaN(steps))'],
  },
  {
    what: 'figures that are finer than their step',
    documents: [after('"1.00"', '"1.0000001"'), after('"1"', '"1.5"', '编外人数')],
    without: [
      'steps % 10 ** decimals === 0 ? steps / 10 ** decimals : Number.NaN',
      'Math.floor(steps / 10 ** decimals)',
    ],
  },
  {
    what: 'zeros in front',
    documents: [after('1', '01'), after('1', '00.5')],
    without: [/ \|\| \(place > first \+ 1 && byteAt\(bytes, first\) === 0x30\)/, ''],
  },
  {
    what: 'a point without digits behind it',
    documents: [after('1', '1.')],
    without: [/\n\s*if \(decimals === 0\)\s*return UNUSUAL;/, ''],
  },
  {
    what: 'minus nought',
    documents: [after('"1"', '"-0"'), after('1', '-0')],
    without: ['? 0 - digits * scale', '? -(digits * scale)'],
  },
  {
    what: 'another unit than before',
    documents: [after('"2 万元"', '"2 亿元"'), after('"2万元"', '"2亿元"')],
    without: ['place + length > end || !isSame(view, from, place, length)', 'place + length > end'],
  },
  {
    what: 'other words than before',
    documents: [after('"是"', '"否"', '涉密部门'), after('"是"', 'false', '涉密部门')],
    without: ['!isSame(view, start, at, length)', '!isSame(view, start, at, slot.key.length)'],
  },
  {
    what: 'a list that is known in part',
    documents: [after('[null,"1","2","3"]', '[null,"1","2","3"]', '季度累计支出')],
    without: [/\n\s*if \(kind === 'figures' && !figures\.every[^;]*return;/, ''],
  },
  {
    what: 'a list in several units',
    documents: [after('["1 元","2","3","4"]', '["5 元","6","7","8"]', '季度累计支出')],
    without: ['if (holes > 0 && slot.foundScales !== scales)', 'if (holes > 99)'],
  },
  {
    what: 'a unit that stood in an entry that did not count',
    documents: [
      bytesOf(
        `[${['"2 万元"', '{"value":"5 亿元","status":"rejected"}', '"3 万元"']
          .map((each) => department({ 实际采购金额: each }))
          .join(',')}]`,
      ),
    ],
    without: ['slot.foundScales = scales;', 'slot.foundScales = slot.scales = scales;'],
  },
  {
    what: 'an award below its points without a reason',
    documents: [
      after('{"award":"1"}', '{"award":"0.5"}', '采购政策落实'),
      after('"1"', '"0.5"', '采购政策落实'),
    ],
    without: ['return figure[row] === full', 'return figure[row] <= full'],
  },
  {
    what: 'a reason that is only white space',
    documents: [
      after('{"award":"1"}', '{"award":"0.5","reason":"　"}', '采购政策落实'),
      after('{"award":"1"}', '{"award":"0.5","reason":""}', '采购政策落实'),
    ],
    without: [/(function isReason\(bytes, at\) \{)/, '$1 return true;'],
  },
  {
    what: 'evidence that was rejected',
    documents: [after('"1"', '{"value":"2","status":"rejected"}')],
    without: [/\n\s*if \(isRejected\)\s*storeUnknown\(reading, slot\);/, ''],
  },
  {
    what: 'a checklist that is not filled in to its end',
    documents: [
      after('null', '{"entries":{"设立调整经过报批":true},"reason":"扣"}', '项目实施程序'),
    ],
    without: ['index < words.length; index++', 'index < 1; index++'],
  },
  {
    what: 'inputs that are left out',
    documents: [bytesOf(`[${department()},{"在编人数":"3"},${department()}]`)],
    without: ['count < slots.length && !storeAbsent(reading)', 'false'],
  },
  {
    what: 'bytes that are no UTF-8',
    documents: [
      bytesOf(`[{"inputs":${department()},"note":"é"}]`).map((byte) =>
        byte === 0xc3 ? 0xff : byte,
      ),
    ],
    without: [
      /(function characterLength\(bytes, at\) \{)/,
      '$1 if (byteAt(bytes, at) === 0xff) return 2;',
    ],
  },
  {
    what: 'something behind the end',
    documents: [bytesOf(`[${department()}] []`)],
    without: ['next !== UNUSUAL && afterSpace(bytes, next, end) === end', 'next !== UNUSUAL'],
  },
];

describe.each(CASES)('$what', ({ documents, without: [pattern, by] }) => {
  test('is read rightly, and wrongly without the safeguard', async () => {
    expect(documents.flatMap((bytes) => wrongIn(READER, bytes))).toEqual([]);
    const text = TEXT.replace(pattern, by);
    expect(text).not.toBe(TEXT);
    const broken = await loadedReader(FRAMEWORK, text);
    for (const bytes of documents) expect(wrongIn(broken, bytes)).not.toEqual([]);
  });
});
