// The SQL dialects as data: how each writes names, kinds of numbers and the few functions whose spelling
// differs, and how large its widest whole number is. Nothing else in this folder knows a database.

/** The databases that a query can be written for. */
export type DialectName = 'duckdb' | 'postgresql' | 'spark';

/** What the figures of a query are kept in; `wide` holds more than 64 bits. */
export type SqlType = 'double' | 'big' | 'wide' | 'truth' | 'text';

/** How one database spells what all of them can say. */
export interface Dialect {
  readonly name: DialectName;
  readonly label: string;
  /** The mark around names, doubled inside of them. */
  readonly quote: string;
  /** How many bytes of a name count; undefined where all do. */
  readonly longestName: number | undefined;
  /** Whether a backslash inside a text stands for something else. */
  readonly escapesBackslash: boolean;
  readonly types: Readonly<Record<SqlType, string>> & { readonly words: string };
  /** The largest whole number of the type `wide`. */
  readonly widest: bigint;
  /** A double, from the digits of a decimal figure. */
  readonly double: (digits: string) => string;
  /** The quotient of two whole numbers that are not below 0, cut to a whole number. */
  readonly quotient: (above: string, below: string, type: 'big' | 'wide') => string;
  /** What a day is counted as: days since 1970-01-01. */
  readonly dayNumber: (date: string) => string;
  /** The year or the month of a day number. */
  readonly calendar: (part: 'year' | 'month', day: string) => string;
  /** A column that is held against limits: one of text is refused when the query is prepared, or read as the figure in it. */
  readonly figure: (column: string) => string;
  /**
   * Whether it knows what its columns hold, and so asks no row for what all of them are: then, how a figure is
   * asked whether a type holds it as it is, without failing.
   */
  readonly holds: ((column: string, type: string) => string) | undefined;
  /** Whether a table may be told what its columns must hold. */
  readonly hasChecks: boolean;
  /** What keeps a step of the query from being written out at each of its uses. */
  readonly fence: string;
  /** What follows the columns of a table that is made. */
  readonly afterTable: string;
  /** What must be set for a query of so many steps; undefined where nothing must. */
  readonly settingFor: (steps: number) => Setting | undefined;
}

/** A setting of a database session. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

const noSetting = (): undefined => undefined;

const plainQuotient = (sign: string) => (above: string, below: string) =>
  `(${above}) ${sign} (${below})`;

const DUCKDB: Dialect = {
  name: 'duckdb',
  label: 'DuckDB',
  quote: '"',
  longestName: undefined,
  escapesBackslash: false,
  types: {
    double: 'DOUBLE',
    big: 'BIGINT',
    wide: 'HUGEINT',
    truth: 'BOOLEAN',
    text: 'VARCHAR',
    words: 'VARCHAR',
  },
  widest: 2n ** 127n - 1n,
  double: (digits) => `CAST(${digits} AS DOUBLE)`,
  // `/` of whole numbers is a double there.
  quotient: plainQuotient('//'),
  dayNumber: (date) => `date_diff('day', DATE '1970-01-01', ${date})`,
  calendar: (part, day) => `${part}(DATE '1970-01-01' + CAST(${day} AS INTEGER))`,
  figure: (column) => `+${column}`,
  // The type of a column is known when the query is prepared.
  holds: (column, type) =>
    `(typeof(${column}) = '${type}' OR TRY_CAST(${column} AS ${type}) = ${column})`,
  hasChecks: true,
  fence: '',
  afterTable: '',
  settingFor: noSetting,
};

const POSTGRESQL: Dialect = {
  name: 'postgresql',
  label: 'PostgreSQL',
  quote: '"',
  longestName: 63,
  escapesBackslash: false,
  types: {
    double: 'double precision',
    big: 'bigint',
    wide: 'numeric',
    truth: 'boolean',
    text: 'text',
    words: 'text',
  },
  // Digits before the point of a numeric without a declared size.
  widest: 10n ** 100n,
  double: (digits) => `CAST(${digits} AS double precision)`,
  quotient: (above, below, type) =>
    type === 'wide' ? `div(${above}, ${below})` : plainQuotient('/')(above, below),
  dayNumber: (date) => `(${date} - DATE '1970-01-01')`,
  calendar: (part, day) => `EXTRACT(${part} FROM DATE '1970-01-01' + CAST(${day} AS integer))`,
  figure: (column) => `+${column}`,
  holds: undefined,
  hasChecks: true,
  fence: 'OFFSET 0',
  afterTable: '',
  settingFor: noSetting,
};

const SPARK: Dialect = {
  name: 'spark',
  label: 'Spark SQL',
  quote: '`',
  longestName: undefined,
  escapesBackslash: true,
  types: {
    double: 'DOUBLE',
    big: 'BIGINT',
    wide: 'DECIMAL(38,0)',
    truth: 'BOOLEAN',
    text: 'STRING',
    words: 'STRING',
  },
  widest: 10n ** 38n - 1n,
  double: (digits) => `CAST(${digits} AS DOUBLE)`,
  // `div` gives a BIGINT there; the remainder, which is exact, makes the quotient of decimals whole.
  quotient: (above, below, type) =>
    type === 'wide'
      ? `CAST(((${above}) - (${above}) % (${below})) / (${below}) AS DECIMAL(38,0))`
      : plainQuotient('div')(above, below),
  dayNumber: (date) => `datediff(${date}, DATE '1970-01-01')`,
  calendar: (part, day) => `${part}(date_add(DATE '1970-01-01', CAST(${day} AS INT)))`,
  // Beside a whole number, a text would be cut to one: '100.5' > 100 does not hold.
  figure: (column) => `CAST(${column} AS DOUBLE)`,
  holds: undefined,
  hasChecks: false,
  fence: '',
  // Without it, a table of Hive is meant, which not every Spark has.
  afterTable: ' USING parquet',
  // It resolves a step in about two iterations, of which it takes 100 unless more are allowed.
  settingFor: (steps) =>
    steps > 40 ? { name: 'spark.sql.analyzer.maxIterations', value: String(4 * steps) } : undefined,
};

/** Every dialect by its name. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  duckdb: DUCKDB,
  postgresql: POSTGRESQL,
  spark: SPARK,
};

export const DIALECT_NAMES = Object.keys(DIALECTS) as readonly DialectName[];

/** A name in the quotes of a dialect. */
export function quoted(name: string, { quote }: Pick<Dialect, 'quote'>): string {
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}

/** A text as a literal. */
export function literal(
  text: string,
  { escapesBackslash }: Pick<Dialect, 'escapesBackslash'>,
): string {
  const plain = escapesBackslash
    ? text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
    : text.replaceAll("'", "''");
  return `'${plain}'`;
}
