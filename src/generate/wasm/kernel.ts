// The fast body of a plan as a WebAssembly module with SIMD: one function that scores rows of columns in
// memory two at a time, and marks those that doubles do not fit or leave undecided. It decides nothing
// else: marked rows are scored again, exactly, by whoever calls it.
import type { FastPlan, FastScore, FigureRead } from '../plan/fast-plan.ts';
import { MOST_SCORE } from '../plan/fast-plan.ts';
import type { Code, Statement } from '../plan/code.ts';
import { namesIn, readCode, readStatement } from '../plan/code.ts';
import type { ColumnKind } from '../plan/column-kinds.ts';
import { BYTES } from '../plan/column-kinds.ts';
import type { FastGrade } from '../plan/fast-grade.ts';
import { HALF_ULP } from '../javascript/runtime/steps.ts';
import type { Lanes, Scope } from './lanes.ts';
import { figure, lanesOf, truth } from './lanes.ts';
import { wideResult } from './wide.ts';

/** What the kernel reads beside the plan. */
export interface KernelSource {
  readonly plan: FastPlan;
  /** The words of each plain input that is no truth, by variable. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly grade: FastGrade | undefined;
  /** Every column by its variable, in the order of the pointers at the beginning of memory. */
  readonly columns: readonly KernelColumn[];
}

/** The column of an input, of a score or, by the name `grade`, of the grade. */
export interface KernelColumn {
  readonly variable: string;
  readonly kind: ColumnKind;
  /** Whether its array is shown to hold it. */
  readonly isWithin: boolean;
}

/** One score, or the place of the grade: its statements, and what is stored. */
interface Part {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly value: Code;
  readonly flags: readonly Code[];
  readonly score: FastScore | undefined;
}

/** The kernel of a plan as WebAssembly text; undefined where a score takes more than doubles. */
export function kernelText({ plan, words, grade, columns }: KernelSource): string | undefined {
  const parts = [...plan.scores.map(partOf), ...(grade ? [gradePart(grade)] : [])];
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  const sheet = createSheet(columns.length);
  sheet.values.set('HALF_ULP', figure(sheet.constant(HALF_ULP)));
  const figures = new Map(plan.figures.map((read) => [read.variable, read]));
  const places = new Map(columns.map((column, at) => [column.variable, { ...column, at }]));
  const address = (at: number, kind: ColumnKind) => {
    const row = BYTES[kind] === 1 ? '(local.get $row)' : `(local.get $at${BYTES[kind]})`;
    return `(i32.add (i32.load offset=${4 * at} (i32.const 0)) ${row})`;
  };
  const load = (name: string): void => {
    const place = places.get(name);
    const [read, input] = [figures.get(name), plan.plain.get(name)];
    if (!place || sheet.values.has(name) || (!read && !input)) return;
    sheet.line(`;; ${name}`);
    const text = sheet.keep(loaded(place.kind, address(place.at, place.kind)));
    const among = words.get(name);
    sheet.require(
      read
        ? withinText(text, read, place.kind, sheet)
        : `(f64x2.lt ${text} ${sheet.constant(among?.length ?? 2)})`,
    );
    sheet.values.set(
      name,
      read || among ? figure(text) : truth(sheet.keep(`(f64x2.eq ${text} ${sheet.constant(1)})`)),
    );
  };
  const store = (name: string, text: string): void => {
    const place = places.get(name);
    if (place) sheet.line(...stored(place, address(place.at, place.kind), text, sheet));
  };
  const scope: Scope = {
    named: (name) => sheet.values.get(name),
    place: (name, word) => {
      const place = words.get(name)?.indexOf(word) ?? -1;
      return place < 0 ? undefined : place;
    },
    constant: sheet.constant,
    keep: sheet.keep,
  };
  // Every input is checked, in whichever score it is read first.
  for (const part of known) {
    sheet.line(`;; ${part.name}`);
    const reads = [...part.statements.map(({ value }) => value), part.value, ...part.flags];
    for (const code of reads) for (const name of namesIn(code)) load(name);
    if (part.score?.value.kind === 'steps') part.score.value.again?.parameters.forEach(load);
    const value = partLanes(part, scope, sheet, figures);
    if (!value) return undefined;
    const text = sheet.keep(value);
    sheet.values.set(part.name, figure(text));
    store(part.name, text);
  }
  return sheet.module();
}

function partOf(score: FastScore): Part | undefined {
  const { variable, value } = score;
  if (value.kind === 'fraction') return undefined;
  const text =
    value.kind === 'steps' ? value.text : `quotientSteps(${value.above}, ${value.below})`;
  return readPart({ name: variable, lines: score.statements, text, flags: value.flags, score });
}

function gradePart({ statements, place }: FastGrade): Part | undefined {
  return readPart({ name: 'grade', lines: statements, text: place, flags: [], score: undefined });
}

function readPart(given: {
  readonly name: string;
  readonly lines: readonly string[];
  readonly text: string;
  readonly flags: readonly string[];
  readonly score: FastScore | undefined;
}): Part | undefined {
  const { name, lines, score } = given;
  const value = readCode(given.text);
  const flags = given.flags.map(readCode).filter((flag) => flag !== undefined);
  if (!value || flags.length < given.flags.length) return undefined;
  const statements = neededStatements(lines, [value, ...flags]);
  return statements && { name, statements, value, flags, score };
}

// Ways that a plan tried and gave up leave statements behind; what nothing reads is left out.
function neededStatements(
  lines: readonly string[],
  wanted: readonly Code[],
): readonly Statement[] | undefined {
  const names = new Set(wanted.flatMap((code) => [...namesIn(code)]));
  const needed: Statement[] = [];
  for (const each of [...lines].reverse()) {
    const [, name = ''] = /^const ([\p{ID_Continue}$]+)/u.exec(each) ?? [];
    if (!names.has(name)) continue;
    const statement = readStatement(each);
    if (!statement) return undefined;
    for (const read of namesIn(statement.value)) names.add(read);
    needed.unshift(statement);
  }
  return needed;
}

function partLanes(
  { statements, value, flags, score }: Part,
  scope: Scope,
  sheet: KernelSheet,
  figures: ReadonlyMap<string, FigureRead>,
): string | undefined {
  for (const statement of statements) {
    const lanes = lanesOf(statement.value, scope);
    if (!lanes) return undefined;
    sheet.values.set(statement.name, { ...lanes, text: sheet.keep(lanes.text) });
  }
  const found = lanesOf(value, scope);
  if (found?.kind !== 'figure') return undefined;
  if (flags.length === 0) return found.text;
  const near = flags.map((flag) => lanesOf(flag, scope)?.text);
  if (near.includes(undefined)) return undefined;
  const isNear = sheet.keep(
    near.reduce((some, each) => `(v128.or ${some ?? ''} ${each ?? ''})`) ?? '',
  );
  const result = sheet.keep(found.text);
  const again = score?.value.kind === 'steps' ? score.value.again : undefined;
  const open = `(v128.not ${isNear})`;
  const code = again && readCode(again.result);
  const lines = again && neededStatements(again.statements, code ? [code] : []);
  if (!code || !lines) {
    sheet.require(open);
    return result;
  }
  // Whole numbers without limit, where one of the two rows asks for them.
  const outer = sheet.lines.length;
  const exact = wideResult(lines, code, {
    ...scope,
    require: (text) => sheet.require(`(v128.or ${text} ${open})`),
    bounds: (name) => figures.get(name) ?? { low: -MOST_SCORE, high: MOST_SCORE },
  });
  const inside = sheet.lines.splice(outer);
  if (exact === undefined) {
    sheet.require(open);
    return result;
  }
  const [, local = ''] = /^\(local\.get (\S+)\)$/.exec(result) ?? [];
  sheet.line(
    `(if (v128.any_true ${isNear}) (then`,
    ...inside.map((each) => `  ${each}`),
    `  (local.set ${local} (v128.bitselect ${exact} ${result} ${isNear}))))`,
  );
  return result;
}

// A row that does not fit is worked out like the others, and what comes of it is not used.
function withinText(
  text: string,
  { low, high }: FigureRead,
  kind: ColumnKind,
  { constant }: KernelSheet,
): string {
  const least = `(f64x2.ge ${text} ${constant(Number(low))})`;
  const most = `(f64x2.le ${text} ${constant(Number(high))})`;
  switch (kind) {
    case 'Float64Array':
      return `(v128.and (v128.and ${least} ${most}) (f64x2.eq (f64x2.floor ${text}) ${text}))`;
    case 'Int32Array':
    case 'Int16Array':
      return `(v128.and ${least} ${most})`;
    case 'Uint16Array':
    case 'Uint8Array':
      return low > 0n ? `(v128.and ${least} ${most})` : most;
    default:
      return kind satisfies never;
  }
}

function loaded(kind: ColumnKind, address: string): string {
  const bytes = `(i16x8.extend_low_i8x16_u (v128.load16_splat ${address}))`;
  switch (kind) {
    case 'Float64Array':
      return `(v128.load ${address})`;
    case 'Int32Array':
      return `(f64x2.convert_low_i32x4_s (v128.load64_zero ${address}))`;
    case 'Uint16Array':
      return `(f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_u (v128.load32_zero ${address})))`;
    case 'Int16Array':
      return `(f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_s (v128.load32_zero ${address})))`;
    case 'Uint8Array':
      return `(f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_u ${bytes}))`;
    default:
      return kind satisfies never;
  }
}

/** Added to a whole number below 2^31, it leaves that number in the lower half of the double, of either sign. */
const WHOLE = 1.5 * 2 ** 52;

// A score beyond its array, in a row that nobody would believe, is left open too.
function stored(
  { kind, isWithin }: KernelColumn,
  address: string,
  text: string,
  { keep, constant, require }: KernelSheet,
): readonly string[] {
  if (kind === 'Float64Array') return [`(v128.store ${address} ${text})`];
  const bytes = BYTES[kind];
  if (!isWithin) require(`(f64x2.lt (f64x2.abs ${text}) ${constant(2 ** (8 * bytes - 1))})`);
  const whole = keep(`(f64x2.add ${text} ${constant(WHOLE)})`);
  return [0, 1].map(
    (row) =>
      `(v128.store${8 * bytes}_lane offset=${row * bytes} ${(row * 8) / bytes} ${address} ${whole})`,
  );
}

interface KernelSheet {
  readonly lines: string[];
  readonly values: Map<string, Lanes>;
  readonly line: (...texts: readonly string[]) => void;
  readonly keep: (text: string) => string;
  readonly constant: (value: number) => string;
  readonly require: (text: string) => void;
  readonly module: () => string;
}

function createSheet(columns: number): KernelSheet {
  const lines: string[] = [];
  const constants = new Map<number, string>();
  let locals = 0;
  const isKept = (text: string) => /^\(local\.get \S+\)$/.test(text);
  const line = (...texts: readonly string[]) => void lines.push(...texts);
  const keep = (text: string): string => {
    if (isKept(text)) return text;
    const name = `$v${locals++}`;
    line(`(local.set ${name} ${text})`);
    return `(local.get ${name})`;
  };
  const constant = (value: number): string => {
    const name = constants.get(value) ?? `$c${constants.size}`;
    constants.set(value, name);
    return `(local.get ${name})`;
  };
  const module = () => {
    const named = [
      ...[...constants.values()].map((name) => `(local ${name} v128)`),
      ...Array.from({ length: locals }, (_, at) => `(local $v${at} v128)`),
    ];
    return [
      '(module',
      '(import "" "memory" (memory 1))',
      ';; Scores rows from $row to before $end, an even number, and stores two bits for each two at $marks:',
      ';; which are to be scored again. Gives whether there are any.',
      '(func (export "score") (param $row i32) (param $end i32) (param $marks i32) (result i32)',
      '(local $at2 i32) (local $at4 i32) (local $at8 i32) (local $bits i32) (local $open i32) (local $column i32) (local $fits v128)',
      ...named,
      ...[...constants].map(
        ([value, name]) => `(local.set ${name} (f64x2.splat (f64.const ${literal(value)})))`,
      ),
      ...fetchLines(columns),
      '(loop $next',
      ...[2, 4, 8].map(
        (bytes) => `(local.set $at${bytes} (i32.mul (local.get $row) (i32.const ${bytes})))`,
      ),
      '(local.set $fits (i8x16.splat (i32.const -1)))',
      ...lines,
      '(local.set $bits (i32.xor (i64x2.bitmask (local.get $fits)) (i32.const 3)))',
      '(i32.store8 (local.get $marks) (local.get $bits))',
      '(local.set $open (i32.or (local.get $open) (local.get $bits)))',
      '(local.set $marks (i32.add (local.get $marks) (i32.const 1)))',
      '(local.set $row (i32.add (local.get $row) (i32.const 2)))',
      '(br_if $next (i32.lt_u (local.get $row) (local.get $end))))',
      '(local.get $open)))',
      '',
    ].join('\n');
  };
  return {
    lines,
    values: new Map(),
    line,
    keep,
    constant,
    require: (text) => line(`(local.set $fits (v128.and (local.get $fits) ${text}))`),
    module,
  };
}

// So many columns are more than a machine fetches ahead: each is read through once before, by lines of the
// cache. What is read is stored where marks follow, or it would be left out.
function fetchLines(columns: number): readonly string[] {
  const address = (row: string) =>
    `(i32.add (i32.load (local.get $column)) (i32.mul (local.get ${row}) (i32.load offset=${4 * columns} (local.get $column))))`;
  return [
    '(loop $columns',
    `(local.set $at8 ${address('$row')})`,
    `(local.set $at4 ${address('$end')})`,
    '(loop $lines',
    '(local.set $bits (i32.xor (local.get $bits) (i32.load8_u (local.get $at8))))',
    '(local.set $at8 (i32.add (local.get $at8) (i32.const 64)))',
    '(br_if $lines (i32.lt_u (local.get $at8) (local.get $at4))))',
    '(local.set $column (i32.add (local.get $column) (i32.const 4)))',
    `(br_if $columns (i32.lt_u (local.get $column) (i32.const ${4 * columns}))))`,
    '(i32.store8 (local.get $marks) (local.get $bits))',
  ];
}

function literal(value: number): string {
  return Number.isNaN(value) ? 'nan' : String(value);
}
