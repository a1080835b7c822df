// The grammar of what gives points: decisions, tiers, deductions, judgements and caps, and what
// overrules them: vetoes, exemptions, what does not apply, checks and examples.
import type { Rule } from './recovery.ts';
import { comparisonOperators, isPlainName } from './lookahead.ts';
import { NumberLiteral, TextLiteral, keywordTokens as K, symbolTokens as S } from './tokens.ts';
import { TypeRules } from './type-rules.ts';

const SIDES = [K.Above, K.Below] as const;
const READINGS = [K.Prorated, K.PerFullStep, K.PerStartedStep] as const;
const REACHES = [K.Item, K.Indicator, K.Group, K.Total] as const;
const POLICIES = [K.WithinGroup, K.OverAll, K.InFull] as const;
const ROW_WORDS = [K.When, K.OtherwiseWhen, K.Otherwise] as const;

export abstract class ScoringRules extends TypeRules {
  /** What a `let`, `set` or `score` gives: an expression, a decision or a tier table. */
  readonly value: Rule = this.RULE('value', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.decision) },
        { ALT: () => this.SUBRULE(this.tiers) },
        { ALT: () => this.SUBRULE(this.expression) },
      ],
    });
  });

  protected needValue(occurrence: number): boolean {
    const isAhead = (from = 1) =>
      this.condition(from) || [K.When, K.TiersOf].includes(this.typeAt(from));
    return this.need('value', isAhead, () => this.subrule(occurrence, this.value));
  }

  readonly cap: Rule = this.RULE('cap', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([K.AtMost, K.AtLeast].map((type) => ({ ALT: () => this.CONSUME(type) })));
          this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
        },
      },
      { ALT: () => this.CONSUME(K.Uncapped) },
    ]);
  });

  readonly decision: Rule = this.RULE('decision', () => {
    this.SUBRULE(this.decisionRow);
    this.MANY({
      GATE: () => this.rowWordAhead(K.When, K.OtherwiseWhen),
      DEF: () => {
        this.MANY1(() => this.SUBRULE(this.separator));
        this.SUBRULE1(this.laterRow);
      },
    });
    this.OPTION({
      GATE: () => this.rowWordAhead(K.Otherwise),
      DEF: () => {
        this.MANY2(() => this.SUBRULE2(this.separator));
        this.SUBRULE(this.lastRow);
      },
    });
  });

  /** A row's first word, after separators and what a mistake has left of the row before. */
  private rowWordAhead(...types: readonly (typeof K.When)[]): boolean {
    this.skipRestOfRow(...ROW_WORDS);
    let ahead = 1;
    while (this.typeAt(ahead) === S.Semicolon || this.typeAt(ahead) === S.Comma) ahead++;
    return types.includes(this.typeAt(ahead));
  }

  readonly decisionRow: Rule = this.RULE('decisionRow', () => {
    this.CONSUME(K.When);
    this.rowCondition();
  });

  readonly laterRow: Rule = this.RULE('laterRow', () => {
    this.startRow();
    this.OR([
      { ALT: () => this.CONSUME(K.When) },
      { ALT: () => this.CONSUME(K.OtherwiseWhen) },
    ]);
    this.rowCondition();
  });

  readonly lastRow: Rule = this.RULE('lastRow', () => {
    this.startRow();
    this.CONSUME(K.Otherwise);
    this.needMarked(0, S.Colon, 'colon', () => this.need('value', this.operand, () => this.SUBRULE(this.arithmetic)));
  });

  private rowCondition(): void {
    this.need('condition', this.condition, () => this.SUBRULE(this.expression));
    this.needMarked(0, S.Colon, 'colon', () => this.need('value', this.operand, () => this.SUBRULE(this.arithmetic)));
  }

  readonly tiers: Rule = this.RULE('tiers', () => {
    const head = this.CONSUME(K.TiersOf);
    this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic));
    const isRow = () => this.tierRowAhead();
    this.block('rows', head, isRow, () =>
      this.rows('tier-row', isRow, () => this.SUBRULE(this.tierRow)),
    );
  });

  private tierRowAhead(): boolean {
    return this.isAt(K.Otherwise, ...comparisonOperators) || this.operandAhead();
  }

  readonly tierRow: Rule = this.RULE('tierRow', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.tierBounds) },
        { ALT: () => this.CONSUME(K.Otherwise) },
        { ALT: () => this.SUBRULE(this.tierValues) },
      ],
    });
    this.needToken(0, S.Colon, 'colon');
    this.inZone('rows', () =>
      this.need('value', this.operand, () => this.SUBRULE(this.arithmetic)),
    );
  });

  readonly tierBounds: Rule = this.RULE('tierBounds', () => {
    this.SUBRULE(this.tierBound);
    this.MANY(() => {
      this.CONSUME(K.And);
      this.needOneOf('comparison', comparisonOperators, () => this.SUBRULE1(this.tierBound));
    });
  });

  readonly tierBound: Rule = this.RULE('tierBound', () => {
    this.SUBRULE(this.comparisonOperator);
    this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic));
  });

  readonly tierValues: Rule = this.RULE('tierValues', () => {
    this.SUBRULE(this.arithmetic);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(S.Ellipsis);
          this.need('expression', this.operand, () => this.SUBRULE1(this.arithmetic));
        },
      },
      {
        ALT: () =>
          this.MANY(() => {
            this.CONSUME(S.Comma);
            this.need('expression', this.operand, () => this.SUBRULE2(this.arithmetic));
          }),
      },
    ]);
  });

  readonly score: Rule = this.RULE('score', () => {
    this.CONSUME(K.Score);
    this.needValue(0);
  });

  readonly deduct: Rule = this.RULE('deduct', () => {
    this.CONSUME(K.Deduct);
    this.need('points', this.operand, () => this.SUBRULE(this.arithmetic, { LABEL: 'amount' }));
    this.OPTION(() => {
      this.CONSUME(K.Per);
      this.need('number', this.operand, () => this.SUBRULE1(this.arithmetic, { LABEL: 'per' }));
      this.OPTION1(() => {
        this.CONSUME(K.Of);
        this.need('expression', this.operand, () =>
          this.SUBRULE2(this.arithmetic, { LABEL: 'subject' }),
        );
        this.OPTION2(() => {
          this.OR(SIDES.map((type) => ({ ALT: () => this.CONSUME(type) })));
          this.need('number', this.operand, () =>
            this.SUBRULE3(this.arithmetic, { LABEL: 'limit' }),
          );
        });
      });
    });
    this.OPTION3(() => this.OR1(READINGS.map((type) => ({ ALT: () => this.CONSUME(type) }))));
    this.OPTION4(() => {
      this.CONSUME(K.AtMost);
      this.need('number', this.operand, () => this.SUBRULE4(this.arithmetic, { LABEL: 'atMost' }));
    });
    this.OPTION5(() => {
      this.CONSUME(K.When);
      this.need('condition', this.condition, () => this.SUBRULE(this.expression));
    });
  });

  readonly judged: Rule = this.RULE('judged', () => {
    const head = this.CONSUME(K.Judged);
    this.OPTION(() => {
      this.CONSUME(K.OneOf);
      const isChoice = () => this.rowAhead(S.Colon);
      this.block('rows', head, isChoice, () =>
        this.inZone('rows', () => this.rows('choice', isChoice, () => this.SUBRULE(this.choice))),
      );
    });
  });

  readonly choice: Rule = this.RULE('choice', () => {
    this.SUBRULE(this.name);
    this.spacedName(S.Colon);
    this.needMarked(0, S.Colon, 'colon', () => this.need('points', this.operand, () => this.SUBRULE(this.arithmetic)));
    this.OPTION(() => this.CONSUME(TextLiteral));
  });

  readonly checklist: Rule = this.RULE('checklist', () => {
    const head = this.CONSUME(K.Checklist);
    const isEntry = () => this.rowAhead(NumberLiteral);
    this.block('rows', head, isEntry, () =>
      this.inZone('entries', () =>
        this.rows('checklist-entry', isEntry, () => this.SUBRULE(this.checklistEntry)),
      ),
    );
  });

  readonly checklistEntry: Rule = this.RULE('checklistEntry', () => {
    this.SUBRULE(this.name);
    this.spacedName(NumberLiteral);
    this.need('points', this.operand, () => this.SUBRULE(this.arithmetic));
    this.OPTION(() => this.CONSUME(TextLiteral));
  });

  /** The word that ends a condition and begins what follows from it. */
  private needWhen(): void {
    if (!this.needToken(0, K.When, 'when')) return;
    this.need('condition', this.condition, () => this.SUBRULE(this.expression));
  }

  readonly veto: Rule = this.RULE('veto', () => {
    this.CONSUME(K.Veto);
    const hasCeiling = this.isAt(K.GradeAtMost);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(K.GradeAtMost);
            this.needName(0);
          },
        },
        { ALT: () => this.SUBRULE(this.reach) },
      ]),
    );
    this.needText(0);
    this.needWhen();
    // A grade ceiling gives no score; every other veto says what is left.
    if (hasCeiling) return;
    this.needMarked(0, S.Colon, 'colon', () => this.need('value', this.operand, () => this.SUBRULE(this.arithmetic)));
  });

  protected needText(occurrence: number): boolean {
    return this.needOneOf('text', [TextLiteral], () => this.consume(occurrence, TextLiteral));
  }

  readonly reach: Rule = this.RULE('reach', () => {
    this.OR(REACHES.map((type) => ({ ALT: () => this.CONSUME(type) })));
  });

  readonly exempt: Rule = this.RULE('exempt', () => {
    this.CONSUME(K.Exempt);
    this.OPTION(() => this.SUBRULE(this.reach));
    this.needText(0);
    this.needWhen();
  });

  readonly notApplicable: Rule = this.RULE('notApplicable', () => {
    this.CONSUME(K.NotApplicable);
    this.needWhen();
    this.needOneOf('policy', POLICIES, () =>
      this.OR(POLICIES.map((type) => ({ ALT: () => this.CONSUME(type) }))),
    );
  });

  readonly check: Rule = this.RULE('check', () => {
    this.CONSUME(K.Check);
    this.needText(0);
    this.needMarked(0, S.Colon, 'colon', () => this.need('condition', this.condition, () => this.SUBRULE(this.expression)));
    this.OPTION(() => {
      this.CONSUME(K.Within);
      this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
    });
  });

  readonly example: Rule = this.RULE('example', () => {
    const head = this.CONSUME(K.Example);
    this.OPTION(() => this.CONSUME(TextLiteral));
    const isGiven = () => isPlainName(this.LA(1)) || this.pathThen(1, S.Equals);
    this.block('rows', head, isGiven, () =>
      this.inZone('givens', () => this.rows('given', isGiven, () => this.SUBRULE(this.given))),
    );
    this.needToken(0, K.Gives, 'gives');
    this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
    this.OPTION1(() => {
      this.CONSUME(K.To);
      this.need('number', this.operand, () => this.SUBRULE1(this.arithmetic));
    });
  });

  readonly given: Rule = this.RULE('given', () => {
    this.SUBRULE(this.path);
    this.spacedName(S.Equals);
    this.needMarked(0, S.Equals, 'equals', () => this.need('value', this.operand, () => this.SUBRULE(this.arithmetic)));
  });
}
