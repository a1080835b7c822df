// The safeguards of compiled modules, each beside the twin of the generator that lacks it: a file, what
// stands there, and what stands there in the twin. What a pattern of `SIGNS_OF_SAFEGUARDS` finds in the
// generator must lie in one of them or in `ELSEWHERE`, so that a new safeguard does not go without a twin.

export interface Twin {
  /** What the twin does not do. */
  readonly without: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const WHOLE = 'src/generate/plan/whole.ts';
const FORM = 'src/generate/plan/form.ts';
const DECIDE = 'src/generate/plan/decide.ts';
const BRANCH_FREE = 'src/generate/plan/branch-free.ts';
const CHOOSE = 'src/generate/plan/choose.ts';
const PLAN = 'src/generate/plan/fast-plan.ts';
const SCORE = 'src/generate/plan/fast-score.ts';
const BODY = 'src/generate/javascript/fast-body.ts';
const WRITER = 'src/generate/javascript/writer.ts';
const EVALUATE = 'src/generate/javascript/evaluate.ts';
const COLUMNS = 'src/generate/javascript/column-loops.ts';
const LOOPS = 'src/generate/javascript/score-loops.ts';
const RUNTIME = 'src/generate/javascript/runtime.json';

const in_ =
  (file: string) =>
  (without: string, from: string, to: string): Twin => ({ without, file, from, to });
const [
  whole,
  form,
  decide,
  choose,
  branchFree,
  plan,
  score,
  body,
  writer,
  evaluate,
  columns,
  loops,
  runtime,
] = [
  in_(WHOLE),
  in_(FORM),
  in_(DECIDE),
  in_(CHOOSE),
  in_(BRANCH_FREE),
  in_(PLAN),
  in_(SCORE),
  in_(BODY),
  in_(WRITER),
  in_(EVALUATE),
  in_(COLUMNS),
  in_(LOOPS),
  in_(RUNTIME),
];

export const TWINS: readonly Twin[] = [
  // What fits doubles.
  whole('the end of whole numbers', 'MOST_EXACT = 2n ** 53n', 'MOST_EXACT = 2n ** 70n'),
  whole('the end above', '-low <= MOST_EXACT && high <= MOST_EXACT', '-low <= MOST_EXACT'),
  whole('the end below', '-low <= MOST_EXACT && high <= MOST_EXACT', 'high <= MOST_EXACT'),
  whole(
    'turning bounds around under a factor below 0',
    'factor < 0n ? [factor * high, factor * low] : [factor * low, factor * high]',
    '[factor * low, factor * high]',
  ),
  whole(
    'the claim of a product',
    'return fitting(domain, {\n    factor: a.factor * b.factor,',
    'return ({\n    factor: a.factor * b.factor,',
  ),
  whole(
    'the claim with its factor',
    'domain.fits(...boundsOf(whole)) && domain.fits(whole.low, whole.high)',
    'domain.fits(whole.low, whole.high)',
  ),
  decide(
    'the claim of rounding half up',
    'if (!domain.fits(0n, 2n * high + 3n * most)) return undefined;',
    '',
  ),
  decide(
    'the claim of rounding up',
    'if (!domain.fits(0n, high + 2n * most)) return undefined;',
    '',
  ),
  // What is left to fractions.
  decide(
    'leaving figures below 0 to fractions',
    "if (low < 0n || mode === 'half-even') return undefined;",
    "if (mode === 'half-even') return undefined;",
  ),
  decide(
    'leaving halves to the even to fractions',
    "if (low < 0n || mode === 'half-even') return undefined;",
    "if (low < 0n) return undefined;\n  mode = mode === 'half-even' ? 'half-up' : mode;",
  ),
  decide(
    'leaving doubles that are rounded otherwise to fractions',
    "if (low < 0n || mode !== 'half-up') return undefined;",
    'if (low < 0n) return undefined;',
  ),
  // How whole numbers are rounded.
  decide('the half', '${times(n, 2n)} + ${below}`, times(d, 2n)', '${times(n, 2n)}`, times(d, 2n)'),
  decide(
    'one less than a whole',
    '${above} + ${below} - ${domain.literal(1n)}',
    '${above} + ${below}',
  ),
  decide(
    'the half of doubles',
    "sheet.hoist('raised', `${text} + 0.5`)",
    "sheet.hoist('raised', `${text} + 0`)",
  ),
  // What is too near.
  runtime('the half of a last place', 'const HALF_ULP = 1.2e-16', 'const HALF_ULP = 0'),
  decide('the factor k', 'return `${ulps} * HALF_ULP`', 'return `0 * HALF_ULP`'),
  decide(
    'halves in the second reckoning',
    'quotient(`${times(n, 2n)} + ${below}`, times(d, 2n))',
    "quotient(`${times(n, 2n)} + ${below}`, times(d, domain.kind === 'bigint' ? 3n : 2n))",
  ),
  decide(
    'the bound of a comparison',
    "const flag = sheet.hoist('near', `!(Math.abs(${distance}) > ${bound})`);",
    "const flag = sheet.hoist('near', `!(Math.abs(${distance}) >= 0 * ${bound})`);",
  ),
  decide(
    'the bound of a rounding',
    '!(Math.abs(${raised} - Math.round(${raised})) > ${bound})',
    '!(Math.abs(${raised} - Math.round(${raised})) >= 0 * ${bound})',
  ),
  decide(
    'the flag of a comparison',
    'text: `${distance} ${SIGNS[operator]} 0`,\n    known: undefined,\n    flags: joinFlags(flags, new Set([flag])),',
    'text: `${distance} ${SIGNS[operator]} 0`,\n    known: undefined,\n    flags,',
  ),
  decide(
    'the flag of a rounding',
    'd: constantWhole(1n),\n    flags: joinFlags(flags, new Set([flag])),',
    'd: constantWhole(1n),\n    flags,',
  ),
  choose('the flags of the rows that are asked', '...rows.map(({ when }) => when.flags),', ''),
  choose('the flags of the rows that are chosen', '...forms.map((form) => form.flags),', ''),
  branchFree('rows that imply the next', 'if (!isOrdered) return undefined;', ''),
  branchFree(
    'what each row stands above the next',
    'value - (rows[at + 1]?.value ?? otherwise)',
    'value - otherwise',
  ),
  form(
    'the size of what may be below 0',
    'size: low >= 0n ? text : `Math.abs(${text})`',
    'size: text',
  ),
  form(
    'the sizes of what was added up',
    'const isPlain = x.low >= 0n && y.low >= 0n && x.size === x.text && y.size === y.text;\n  const size = isPlain',
    'const isPlain = true;\n  const size = isPlain',
  ),
  form('bounds of a divisor above 0', 'boundsOf(b.n)[0] <= 0n', 'boundsOf(b.n)[1] <= 0n'),
  // What is done where it is too near.
  body(
    'the second reckoning where doubles leave it open',
    "return `${value.flags.join(' || ')} ? ${again} : ${value.text}`;",
    'return `${value.text}`;',
  ),
  body(
    'fractions where a quotient is open',
    "return value.flags.length === 0 ? text : `${value.flags.join(' || ')} ? ${exact()} : ${text}`;",
    'return text;',
  ),
  body(
    'fractions where an output is open',
    "const flags = [...inSteps.flags];\n      return flags.length === 0 ? text : `${flags.join(' || ')} ? ${exact} : ${text}`;",
    'return text;',
  ),
  body(
    'fractions where a word or a truth is open',
    "return flags.length === 0 ? found.text : `${flags.join(' || ')} ? ${slow}() : ${found.text}`;",
    'return found.text;',
  ),
  // Where doubles may be used.
  body('the least', '&& ${variable} >= ${low} && ', '&& '),
  body('the most', ' && ${variable} <= ${high}`', '`'),
  body('whole steps', 'Number.isInteger(${variable}) && ', ''),
  body('truths', 'return `typeof ${variable} === "boolean"`;', "return 'true';"),
  body('words that there are', "return `(${among.join(' || ')})`;", "return 'true';"),
  evaluate(
    'the length of lists',
    "['options !== undefined', ...reads.lengths]",
    "['options !== undefined']",
  ),
  evaluate(
    'fractions for what does not fit',
    "? [`if (!(${[...body.guards.values()].join(' &&\\n  ')})) ${inFractions}`]",
    '? []',
  ),
  plan('leaving out an open end', 'return open && end.d === 1n ? 1n : 0n;', 'return 0n;'),
  plan(
    'the most steps',
    'high: last === undefined || last > most ? most : last,',
    'high: last === undefined ? 2n ** 60n : last,',
  ),
  plan(
    'the first whole step',
    'low && ceiling(multiply(low.value, scale)).n',
    'low && ceiling(multiply(low.value, scale)).n - 1n',
  ),
  plan(
    'the last whole step',
    'high && floor(multiply(high.value, scale)).n',
    'high && floor(multiply(high.value, scale)).n + 1n',
  ),
  // Strikes.
  score('leaving several vetoes to fractions', 'if (cuts.length > 1) return undefined;', ''),
  score(
    'rounding what a veto leaves',
    'left && rounding && readsStanding(veto.score) ? roundForm(sheet, left, rounding) : left',
    'left',
  ),
  // Columns.
  columns(
    'fractions for rows that do not fit',
    'if (fits[row - first] === 0) scoreSlowly(columns, into, row);',
    'void row;',
  ),
  loops('whole steps in columns', ' && Number.isInteger(${variable})`', '`'),
  loops('the limits of columns', "')})) fits[row - first] = 0;`", "')})) ;`"),
  columns(
    'the difference between what is unknown and what is refused',
    "error instanceof Error && error.name === 'Undecided' ? 1 : 2",
    '1',
  ),
  columns('marking what is undecided', 'undecided[row] = error', 'void error'),
  columns(
    'empty scores of undecided rows',
    "scores[name][row] = ${use('noScore')}(scores[name]);",
    'scores[name][row] = 0;',
  ),
  // Figures as they are read and written.
  writer(
    'the largest number that is no BigInt',
    "Number.isSafeInteger(Number(figure)) ? '' : 'n'",
    "''",
  ),
  runtime('whole steps of fractions', 'if (above % below === 0)', 'if (above >= below)'),
  runtime(
    'the largest safe number of a result',
    '&& Number.isSafeInteger(Number(n)) ? Number(n) : figure',
    '? Number(n) : figure',
  ),
  runtime('whole numbers of steps', 'if (!Number.isSafeInteger(figure))', 'if (false)'),
  runtime('whole things', '(!whole || value.d === 1n) &&', ''),
  runtime('the least that is declared', 'side(least, 0) >= 0 &&', ''),
  runtime('what is declared to be above', 'side(above, 1) > 0 &&', ''),
  runtime('the most that is declared', 'side(most, 0) <= 0 &&', ''),
  runtime('the length of a list', 'isLength(value.length, spec)', 'true'),
  runtime(
    'holes in lists',
    'Array.from(value, (entry, at) => exactValue(',
    'value.map((entry, at) => exactValue(',
  ),
  runtime(
    'the kinds of figures',
    "typeof value['n'] === 'bigint' && typeof value['d'] === 'bigint' && value['d'] > 0n",
    'true',
  ),
];

/** What safeguards are written with. */
export const SIGNS_OF_SAFEGUARDS =
  /\bfits\(0n|\bfits\(\.\.\.|\bfitting\(domain, |HALF_ULP\b|ulps: |new Set\(\[flag\]\)|isInteger\(|isSafeInteger\(|scoreSlowly\(columns, into, row\)|checked\(input\)/gu;

/** What looks like one and has no twin here, and why. */
export const ELSEWHERE: readonly { readonly part: string; readonly why: string }[] = [
  { part: 'readonly ulps: number;', why: 'a type' },
  {
    part: "low < 0n || mode !== 'half-up'",
    why: 'below 0 only ties are rounded otherwise, and those are flagged and left to fractions',
  },
  ...[
    'ulps: isExact ? 1 : 3',
    '(ulps: number): string',
    'ulps: Math.max(x.ulps, y.ulps) + 1',
    'ulps: x.ulps + y.ulps + 1',
    'ulps: ulps + 2',
    'ulps: Math.max(p.ulps, q.ulps)',
    'ulps: Math.max(...nears.map(({ ulps }) => ulps))',
  ].map((part) => ({ part, why: 'bounds.test.ts measures the errors that it counts' })),
  {
    part: 'const isExact = sheet.domain.fits(low, high) && sheet.domain.fits(...boundsOf(d));',
    why: 'settles the k of a quotient, which bounds.test.ts measures',
  },
  {
    part: 'if (!sheet.domain.fits(0n, n) || !sheet.domain.fits(0n, d)) return undefined;',
    why: 'a constant of a rule beyond 2^53 is written as the nearest double, which one more ulp covers',
  },
  {
    part: 'fitting(domain, { ...ratio.n, factor: ratio.n.factor * (d / ratio.d.factor) }),',
    why: 'the smaller and the larger of two figures far beyond 2^53, which the score is not by then',
  },
  {
    part: 'const divisor = fitting(domain, { ...first.d, factor });',
    why: 'whatever is done with a divisor claims it again; of a quotient in doubles it settles the k',
  },
  {
    part: 'fitting(domain, { ...n, factor: n.factor * (factor / d.factor) })',
    why: 'the smaller and the larger of two, and rows, far beyond 2^53, which the score is not by then',
  },
  {
    part: 'return fitting(domain, { ...a, factor: a.factor + b.factor });',
    why: 'the same figure twice: what is made of it is claimed again',
  },
  {
    part: 'return fitting(domain, {\n    factor: common,',
    why: 'whatever is done with a sum claims it again; as a quotient it has a k for what is no double',
  },
  {
    part: 'if (!fitting(domain, left) || !fitting(domain, right)) return undefined;',
    why: 'what is added has been claimed where it was made; this is a second lock',
  },
  {
    part: 'domain.fits(0n, high + most) ? result(quotient(above, below)) : undefined',
    why: 'of whole numbers up to 2^53 the double quotient never reaches the next whole number',
  },
  { part: "includes('HALF_ULP'))) writer.use('HALF_ULP');", why: 'brings the constant along' },
  { part: '() => scoring(checked(input), CHOSEN)', why: 'border.test.ts' },
  { part: 'resultOf(scoring(checked(input), { ...CHOSEN, ...options }))', why: 'border.test.ts' },
  { part: 'scoring(checked(input), { ...CHOSEN, ...options }', why: 'border.test.ts' },
  {
    part: 'row < to; row++) scoreSlowly(columns, into, row);',
    why: 'every row of a module that takes fractions anyway',
  },
  { part: '(row) => scoreSlowly(columns, into, row)', why: 'kernel.test.ts' },
  { part: "import { HALF_ULP } from '../javascript/runtime/steps.ts';", why: 'kernel.test.ts' },
  { part: "set('HALF_ULP', figure(sheet.constant(HALF_ULP)))", why: 'kernel.test.ts' },
  ...[
    'export const HALF_ULP',
    'Number.isSafeInteger(figure)',
    'Number.isSafeInteger(Number(n))',
  ].map((part) => ({ part, why: 'the source of the embedded runtime, whose twins stand above' })),
];
