// What a compiled module knows of each input: enough to read it from a file and to check it.

/** Fractions are written `3/4`, in base units. */
export type InputSpec = (ValueSpec | AwardSpec) & {
  /** What may be given, in words. */
  readonly takes?: string;
  /** What stands where nothing is given, decoded. */
  readonly default?: unknown;
  /** Read by no score and no output. */
  readonly unread?: true;
};

export interface NumberSpec {
  readonly kind: 'number' | 'date';
  /** As the ruleset writes it: 万元, 人, %; missing for a plain number. */
  readonly unit?: string;
  /** What one step of a decoded figure is worth. */
  readonly step: string;
  /** What may stand behind a figure, and what that multiplies it by. */
  readonly units?: Readonly<Record<string, string>>;
  /** The same for a figure without anything behind it; missing where something must stand there. */
  readonly bare?: string;
  readonly whole?: boolean;
  readonly least?: string;
  readonly above?: string;
  readonly most?: string;
  readonly below?: string;
}

export interface WordSpec {
  readonly kind: 'word';
  readonly words: readonly string[];
}

export interface ListSpec {
  readonly kind: 'list' | 'pool';
  readonly fewest: number;
  readonly longest?: number;
  readonly of: ValueSpec;
}

/** Parts of a pool, whose points must add up. */
export interface PoolSpec extends ListSpec {
  readonly kind: 'pool';
  readonly points: string;
  readonly scaled: boolean;
  readonly parts: readonly (readonly [string, string])[];
}

export interface RecordSpec {
  readonly kind: 'record';
  readonly fields: readonly (readonly [string, ValueSpec])[];
}

export interface PlainSpec {
  readonly kind: 'boolean' | 'text' | 'target' | 'actual';
}

export type ValueSpec = NumberSpec | PlainSpec | WordSpec | ListSpec | PoolSpec | RecordSpec;

export interface ChoiceSpec {
  readonly name: string;
  readonly points: string;
  readonly least?: string;
}

/** An award in points: any, that of a choice, or what the entries of a checklist add up to. */
export interface AwardSpec {
  readonly kind: 'award' | 'choice' | 'checklist';
  readonly step: string;
  readonly points: string;
  readonly choices?: readonly ChoiceSpec[];
}
