// Departments by hand, for tests that build their framework by hand as well.
import type {
  Department,
  Evidence,
  EvidenceStatus,
  Expected,
  GivenAward,
  GivenValue,
  ReportedFigure,
  ReportedScore,
} from '../../src/input/department.ts';
import type { Range } from '../../src/types/range.ts';
import { point } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import { booleanValue, numberValue } from '../../src/types/value.ts';
import { nextSpan, q, r } from '../model-builder.ts';

type Plain = string | number | boolean | Value;
type WithStatus = readonly [Plain, EvidenceStatus];

export interface Given {
  readonly values?: Readonly<Record<string, Plain | WithStatus>>;
  /** Points, or an open range such as `[0, 2]`. */
  readonly awards?: Readonly<
    Record<string, string | number | readonly [string | number, EvidenceStatus]>
  >;
  readonly reported?: {
    readonly scores?: Readonly<Record<string, string | undefined>>;
    readonly total?: string;
    readonly grade?: string;
    readonly figures?: readonly (readonly [string, string])[];
  };
  readonly expected?: readonly Expected[];
}

function evidence(status: EvidenceStatus): Evidence {
  return { status, source: undefined, note: undefined };
}

function valueOf(plain: Plain): Value {
  if (typeof plain === 'boolean') return booleanValue(plain);
  return typeof plain === 'object' ? plain : numberValue(q(plain));
}

function isTuple(given: Plain | WithStatus): given is WithStatus {
  return Array.isArray(given);
}

function givenValue(given: Plain | WithStatus): GivenValue {
  const [plain, status] = isTuple(given) ? given : ([given, 'disclosed'] as const);
  return { value: valueOf(plain), evidence: evidence(status), span: nextSpan() };
}

function givenAward(points: string | number, status: EvidenceStatus): GivenAward {
  const range: Range = String(points).startsWith('[') ? r(String(points)) : point(q(points));
  return {
    points: range,
    choice: undefined,
    entries: new Map(),
    reason: undefined,
    evidence: evidence(status),
    span: nextSpan(),
  };
}

function reportedScore(text: string | undefined): ReportedScore {
  return {
    score: text === undefined ? undefined : q(text),
    text: text ?? '',
    source: undefined,
    span: nextSpan(),
  };
}

function reportedFigure(name: string, text: string): ReportedFigure {
  const [digits, unit] = /^(.*?)(万元|亿元|元)$/.exec(text)?.slice(1) ?? [text, ''];
  const scale = { 万元: 10_000n, 亿元: 100_000_000n, 元: 1n, '': 1n }[unit as '元' | ''];
  const { n, d } = q(digits ?? text);
  return { name, value: q(`${n * scale}/${d}`), text, source: undefined, span: nextSpan() };
}

export function department(given: Given = {}): Department {
  const { values = {}, awards = {}, reported = {}, expected = [] } = given;
  const entriesOf = (award: string | number | readonly [string | number, EvidenceStatus]) =>
    typeof award === 'object' ? givenAward(award[0], award[1]) : givenAward(award, 'judged');
  return {
    name: '测试局',
    year: '2023',
    values: new Map(Object.entries(values).map(([name, value]) => [name, givenValue(value)])),
    awards: new Map(Object.entries(awards).map(([name, award]) => [name, entriesOf(award)])),
    reported: {
      scores: new Map(
        Object.entries(reported.scores ?? {}).map(([name, text]) => [name, reportedScore(text)]),
      ),
      total: reported.total === undefined ? undefined : reportedScore(reported.total),
      grade: reported.grade,
      figures: (reported.figures ?? []).map(([name, text]) => reportedFigure(name, text)),
      outputs: [],
    },
    expected,
    hash: '',
  };
}
