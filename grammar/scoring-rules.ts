// The grammar of what gives points: scores, deductions, judgements and caps; of what overrules them:
// vetoes, exemptions and what does not apply; and of checks and examples.
import type { Rule } from './recovery.ts';
import { isPlainName, onSameLine } from './token-roles.ts';
import { NumberLiteral, TextLiteral, keywordTokens as K, symbolTokens as S } from './tokens.ts';
import { ValueRules } from './value-rules.ts';

const SIDES = [K.Above, K.Below] as const;
const READINGS = [K.Prorated, K.PerFullStep, K.PerStartedStep] as const;
const REACHES = [K.Item, K.Indicator, K.Group, K.Total] as const;
const POLICIES = [K.WithinGroup, K.OverAll, K.InFull, K.Award] as const;

export abstract class ScoringRules extends ValueRules {
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

  readonly score: Rule = this.RULE('score', () => {
    this.CONSUME(K.Score);
    this.needValue(0);
  });

  readonly deduct: Rule = this.RULE('deduct', () => {
    this.CONSUME(K.Deduct);
    this.need('points', this.operand, () => this.SUBRULE(this.arithmetic, { LABEL: 'amount' }));
    this.OPTION(() => {
      this.CONSUME(K.Per);
      const step = this.LA(1);
      this.need('number', this.operand, () => this.SUBRULE1(this.arithmetic, { LABEL: 'per' }));
      this.passLimitWithoutStep(step);
      const subject = () => {
        this.need('expression', this.operand, () =>
          this.SUBRULE2(this.arithmetic, { LABEL: 'subject' }),
        );
        this.OPTION2(() => {
          this.OR(this.tokensOf(SIDES));
          this.need('number', this.operand, () =>
            this.SUBRULE3(this.arithmetic, { LABEL: 'limit' }),
          );
        });
      };
      this.OPTION1(() => {
        this.CONSUME(K.Of);
        subject();
      });
      if (this.mendOfLeftOut()) subject();
    });
    this.OPTION3(() => this.OR1(this.tokensOf(READINGS)));
    this.passStepBehindReading();
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
    this.passBareChoices();
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(K.OneOf);
            const isChoice = () => this.rowAhead(S.Colon);
            this.block(
              'rows',
              head,
              () => this.namesThen(1, S.Colon),
              () =>
                this.inZone('rows', () =>
                  this.rows('choice', isChoice, () => this.SUBRULE(this.choice)),
                ),
            );
          },
        },
        { ALT: () => this.SUBRULE(this.tiers) },
        { ALT: () => this.SUBRULE(this.decision) },
      ]),
    );
  });

  /** `评定 { 好 : 10 }`: the words that say what the rows are, are missing. */
  private passBareChoices(): void {
    if (this.RECORDING_PHASE) return;
    const isWord = isPlainName(this.LA(1)) && onSameLine(this.LA(0), this.LA(1));
    if (this.typeAt(isWord ? 2 : 1) !== S.LeftBrace) return;
    this.expect('one-of');
    if (isWord) this.SKIP_TOKEN();
    this.skipOne();
  }

  readonly choice: Rule = this.RULE('choice', () => {
    this.SUBRULE(this.name);
    this.spacedName(S.Colon);
    this.needMarked(0, S.Colon, 'colon', () => this.needSpan('points'));
    this.OPTION(() => this.CONSUME(TextLiteral));
  });

  readonly checklist: Rule = this.RULE('checklist', () => {
    const head = this.CONSUME(K.Checklist);
    const isEntry = () => this.rowAhead(NumberLiteral);
    this.block(
      'rows',
      head,
      () => this.namesThen(1, NumberLiteral),
      () =>
        this.inZone('entries', () =>
          this.rows('checklist-entry', isEntry, () => this.SUBRULE(this.checklistEntry)),
        ),
    );
  });

  readonly checklistEntry: Rule = this.RULE('checklistEntry', () => {
    this.SUBRULE(this.name);
    this.spacedName(NumberLiteral);
    this.needSpan('points');
    this.OPTION(() => this.CONSUME(TextLiteral));
  });

  /** The word that ends a condition and begins what follows from it. */
  private needWhen(): void {
    if (!this.needToken(0, K.When, 'when')) return;
    this.need('condition', this.condition, () => this.SUBRULE(this.expression));
  }

  readonly veto: Rule = this.RULE('veto', () => {
    this.CONSUME(K.Veto);
    const isOfGrade = this.isAt(K.GradeAtMost, K.GradeDown);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(K.GradeAtMost);
            this.needName(0);
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.GradeDown);
            this.need('number', this.operand, () =>
              this.SUBRULE1(this.arithmetic, { LABEL: 'steps' }),
            );
          },
        },
        { ALT: () => this.SUBRULE(this.reach) },
        { ALT: () => this.SUBRULE(this.aim) },
      ]),
    );
    this.needText(0);
    this.needWhen();
    // A strike on the grade gives no score; every other veto says what is left.
    const lacksScore = !this.RECORDING_PHASE && !isOfGrade && !this.isAt(S.Colon);
    if (lacksScore) this.expect('colon');
    this.OPTION1({
      GATE: () => !isOfGrade,
      DEF: () => {
        this.CONSUME(S.Colon);
        this.need('value', this.operand, () => this.SUBRULE(this.arithmetic));
      },
    });
    this.OPTION2(() => this.SUBRULE(this.priority));
  });

  /** `on A / B`, also in brackets: the part that a strike hits, wherever it stands. */
  readonly aim: Rule = this.RULE('aim', () => {
    this.CONSUME(K.On);
    this.OR([
      {
        ALT: () => {
          const opening = this.CONSUME(S.LeftParenthesis);
          this.needPath(0);
          this.close(S.RightParenthesis, 'closing-parenthesis', opening);
        },
      },
      { ALT: () => this.needPath(1) },
    ]);
  });

  /** `priority 2`: of the strikes that hold, those of the highest act alone. */
  readonly priority: Rule = this.RULE('priority', () => {
    this.CONSUME(K.Priority);
    this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
  });

  protected needText(occurrence: number): boolean {
    return this.needOneOf('text', [TextLiteral], () => this.consume(occurrence, TextLiteral));
  }

  readonly reach: Rule = this.RULE('reach', () => {
    this.OR(this.tokensOf(REACHES));
  });

  readonly exempt: Rule = this.RULE('exempt', () => {
    this.CONSUME(K.Exempt);
    this.OPTION(() =>
      this.OR([{ ALT: () => this.SUBRULE(this.reach) }, { ALT: () => this.SUBRULE(this.aim) }]),
    );
    this.needText(0);
    this.needWhen();
    this.OPTION1(() => this.SUBRULE(this.priority));
  });

  readonly notApplicable: Rule = this.RULE('notApplicable', () => {
    this.CONSUME(K.NotApplicable);
    this.needWhen();
    this.needOneOf('policy', POLICIES, () => this.SUBRULE(this.policy));
  });

  /** Where the points of a part go that does not apply, or what it is awarded. */
  readonly policy: Rule = this.RULE('policy', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.WithinGroup) },
      { ALT: () => this.CONSUME(K.OverAll) },
      { ALT: () => this.CONSUME(K.InFull) },
      {
        ALT: () => {
          this.CONSUME(K.Award);
          this.need('value', this.operand, () => this.SUBRULE(this.arithmetic));
          this.OPTION(() => this.CONSUME(K.Instead));
        },
      },
    ]);
  });

  readonly appliesWhen: Rule = this.RULE('appliesWhen', () => {
    this.CONSUME(K.AppliesWhen);
    this.need('condition', this.condition, () => this.SUBRULE(this.expression));
  });

  readonly pool: Rule = this.RULE('pool', () => {
    this.CONSUME(K.ChosenByDepartment);
    this.OPTION(() => this.CONSUME(K.Redistribute));
  });

  readonly notMonotone: Rule = this.RULE('notMonotone', () => {
    this.CONSUME(K.NotMonotone);
    this.needText(0);
  });

  readonly check: Rule = this.RULE('check', () => {
    this.CONSUME(K.Check);
    this.needText(0);
    this.needMarked(0, S.Colon, 'colon', () =>
      this.need('condition', this.condition, () => this.SUBRULE(this.expression)),
    );
    this.OPTION(() => {
      this.CONSUME(K.Within);
      this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
    });
  });

  readonly example: Rule = this.RULE('example', () => {
    const head = this.CONSUME(K.Example);
    this.OPTION(() => this.CONSUME(TextLiteral));
    const isGiven = () => isPlainName(this.LA(1)) || this.pathThen(1, S.Equals);
    this.block(
      'rows',
      head,
      () => this.pathThen(1, S.Equals),
      () =>
        this.inZone('givens', () =>
          this.rows('given', isGiven, () => this.SUBRULE(this.given), K.Gives),
        ),
    );
    this.passDoubledClosing(K.Gives);
    this.needToken(0, K.Gives, 'gives');
    // `gives 拨付比例 = 90%` speaks of an output.
    this.OPTION2({
      GATE: () => this.pathThen(1, S.Equals),
      DEF: () => {
        this.SUBRULE(this.name);
        this.CONSUME(S.Equals);
      },
    });
    this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
    this.OPTION1(() => {
      this.CONSUME(K.To);
      this.need('number', this.operand, () => this.SUBRULE1(this.arithmetic));
    });
  });

  readonly given: Rule = this.RULE('given', () => {
    this.SUBRULE(this.path);
    this.spacedName(S.Equals);
    this.needMarked(0, S.Equals, 'equals', () =>
      this.need('value', this.operand, () => this.SUBRULE(this.arithmetic)),
    );
  });
}
