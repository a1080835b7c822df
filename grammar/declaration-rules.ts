// The grammar of declarations: the ruleset's header statements, options, types, inputs, lets, and the
// nodes of the points tree.
import type { IToken } from 'chevrotain';
import type { Rule } from './recovery.ts';
import { ScoringRules } from './scoring-rules.ts';
import {
  DateLiteral,
  Identifier,
  NameWord,
  NumberLiteral,
  QuotedName,
  TextLiteral,
  keywordTokens as K,
  symbolTokens as S,
} from './tokens.ts';

const SIMPLE_TYPES = [
  K.Number,
  K.Integer,
  K.Percent,
  K.Points,
  K.YesOrNo,
  K.Date,
  K.TextType,
  K.Target,
  K.Actual,
] as const;
const MEASURED_TYPES = [K.MoneyIn, K.CountOf, K.NumberIn] as const;
const TYPE_STARTS = [
  ...SIMPLE_TYPES,
  ...MEASURED_TYPES,
  K.OneOf,
  K.ListOf,
  S.LeftBrace,
  Identifier,
  QuotedName,
] as const;

export abstract class DeclarationRules extends ScoringRules {
  /** After `replace` a declaration may be named by its path. */
  protected replacing = false;

  /** The statements of a body; defined with the statements themselves. */
  abstract readonly statements: Rule;

  /** The name that a declaration introduces. */
  readonly declaredName: Rule = this.RULE('declaredName', () => {
    this.needName(0);
    this.MANY({
      GATE: () => this.replacing,
      DEF: () => {
        this.CONSUME(S.Slash);
        this.needName(1);
      },
    });
    this.replacing = false;
  });

  readonly about: Rule = this.RULE('about', () => {
    this.CONSUME(K.About);
    this.needToken(0, TextLiteral, 'text');
  });

  readonly source: Rule = this.RULE('source', () => {
    this.CONSUME(K.Source);
    this.needOneOf('document-or-section', [TextLiteral, K.Section], () =>
      this.SUBRULE(this.reference2),
    );
  });

  /** `"file" section "place"`, either part alone. */
  readonly reference2: Rule = this.RULE('citation', () => {
    this.OPTION(() => this.CONSUME(TextLiteral, { LABEL: 'document' }));
    this.OPTION2(() => {
      this.CONSUME(K.Section);
      this.need('text', (from = 1) => this.typeAt(from) === TextLiteral, () =>
        this.CONSUME2(TextLiteral, { LABEL: 'section' }),
      );
    });
  });

  readonly total: Rule = this.RULE('total', () => {
    this.CONSUME(K.Total);
    this.need('points', this.operand, () => this.SUBRULE(this.arithmetic));
    this.MANY(() => this.SUBRULE(this.cap));
  });

  readonly roundingStatement: Rule = this.RULE('roundingStatement', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.ItemsRounded) },
      { ALT: () => this.CONSUME(K.ScoresRounded) },
      { ALT: () => this.CONSUME(K.GroupsRounded) },
      { ALT: () => this.CONSUME(K.TotalRounded) },
    ]);
    this.SUBRULE(this.step);
  });

  readonly grades: Rule = this.RULE('grades', () => {
    const head = this.CONSUME(K.Grades);
    const isGrade = () => this.rowAhead(K.From, K.Above);
    this.block('rows', head, isGrade, () =>
      this.inZone('grades', () => this.rows('grade', isGrade, () => this.SUBRULE(this.grade))),
    );
  });

  readonly grade: Rule = this.RULE('grade', () => {
    this.SUBRULE(this.name);
    this.needOneOf('grade-bound', [K.From, K.Above], () =>
      this.OR([{ ALT: () => this.CONSUME(K.From) }, { ALT: () => this.CONSUME(K.Above) }]),
    );
    this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
  });

  readonly option: Rule = this.RULE('option', () => {
    this.CONSUME(K.Option);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Colon);
    this.needToken(0, S.Colon, 'colon');
    this.needType(0);
    this.needToken(1, S.Equals, 'equals');
    this.need('value', this.condition, () => this.SUBRULE(this.expression));
    this.OPTION(() => this.CONSUME(TextLiteral));
  });

  readonly typeDeclaration: Rule = this.RULE('typeDeclaration', () => {
    this.CONSUME(K.Type);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Equals);
    this.needToken(0, S.Equals, 'equals');
    this.needType(0);
  });

  readonly input: Rule = this.RULE('input', () => {
    this.CONSUME(K.Input);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Colon, S.Comma);
    this.MANY(() => {
      this.CONSUME(S.Comma);
      this.needName(0);
      this.spacedName(S.Colon, S.Comma);
    });
    this.needToken(0, S.Colon, 'colon');
    this.needType(0);
    this.MANY1(() => this.SUBRULE(this.bound));
    this.OPTION(() => {
      this.CONSUME(S.Equals);
      this.need('value', this.condition, () => this.SUBRULE(this.expression));
    });
    this.OPTION1(() => this.CONSUME(TextLiteral));
  });

  readonly bound: Rule = this.RULE('bound', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1(
            [K.AtLeast, K.Above, K.AtMost, K.Below].map((type) => ({
              ALT: () => this.CONSUME(type),
            })),
          );
          this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.From);
          this.need('number', this.operand, () => this.SUBRULE1(this.arithmetic));
          this.needToken(0, K.To, 'to');
          this.need('number', this.operand, () => this.SUBRULE2(this.arithmetic));
        },
      },
    ]);
  });

  protected needType(occurrence: number): boolean {
    return this.needOneOf('type', TYPE_STARTS, () =>
      this.nested(() => this.subrule(occurrence, this.type)),
    );
  }

  readonly type: Rule = this.RULE('type', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.simpleType) },
      { ALT: () => this.SUBRULE(this.measuredType) },
      { ALT: () => this.SUBRULE(this.enumeration) },
      { ALT: () => this.SUBRULE(this.listType) },
      { ALT: () => this.SUBRULE(this.recordType) },
      { ALT: () => this.CONSUME(Identifier) },
      { ALT: () => this.CONSUME(QuotedName) },
    ]);
  });

  readonly simpleType: Rule = this.RULE('simpleType', () => {
    this.OR(SIMPLE_TYPES.map((type) => ({ ALT: () => this.CONSUME(type) })));
  });

  readonly measuredType: Rule = this.RULE('measuredType', () => {
    this.OR(MEASURED_TYPES.map((type) => ({ ALT: () => this.CONSUME(type) })));
    this.needOneOf('unit', [Identifier, QuotedName], () => this.SUBRULE(this.name));
  });

  readonly enumeration: Rule = this.RULE('enumeration', () => {
    const head = this.CONSUME(K.OneOf);
    this.nameList(head);
  });

  /** `{ A, B, C }` */
  protected nameList(head: IToken): void {
    const isName = () => this.listedNameAhead();
    this.block('rows', head, isName, () =>
      this.rows('list-of-names', isName, () => this.SUBRULE(this.name)),
    );
  }

  readonly listType: Rule = this.RULE('listType', () => {
    this.CONSUME(K.ListOf);
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(NumberLiteral) },
        {
          ALT: () => {
            this.CONSUME(K.AtLeast);
            this.needToken(1, NumberLiteral, 'number');
          },
        },
      ]),
    );
    this.needType(0);
  });

  readonly recordType: Rule = this.RULE('recordType', () => {
    const isField = () => this.rowAhead(S.Colon);
    this.block('rows', this.LA(1), isField, () =>
      this.inZone('rows', () =>
        this.rows('field', isField, () => this.SUBRULE(this.fieldDeclaration)),
      ),
    );
  });

  readonly fieldDeclaration: Rule = this.RULE('fieldDeclaration', () => {
    this.SUBRULE(this.name);
    this.spacedName(S.Colon, S.Comma);
    this.MANY(() => {
      this.CONSUME(S.Comma);
      this.needName(1);
      this.spacedName(S.Colon, S.Comma);
    });
    this.needToken(0, S.Colon, 'colon');
    this.needType(0);
    this.MANY1(() => this.SUBRULE(this.bound));
    this.OPTION(() => this.CONSUME(TextLiteral));
  });

  readonly letDeclaration: Rule = this.RULE('let', () => {
    this.CONSUME(K.Let);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Equals, S.Colon);
    this.OPTION(() => {
      this.CONSUME(S.Colon);
      this.needType(0);
    });
    this.OPTION1(() => {
      this.CONSUME(S.Equals);
      this.needValue(0);
    });
    this.OPTION2(() => this.CONSUME(TextLiteral));
  });

  readonly group: Rule = this.RULE('group', () => {
    this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(K.Bonus) }, { ALT: () => this.CONSUME(K.Penalty) }]),
    );
    this.needToken(0, K.Group, 'group');
    this.SUBRULE(this.heading);
    this.OPTION1(() => this.body('group'));
  });

  readonly indicator: Rule = this.RULE('indicator', () => {
    this.CONSUME(K.Indicator);
    this.SUBRULE(this.heading);
    this.OPTION(() => this.body('indicator'));
  });

  readonly item: Rule = this.RULE('item', () => {
    this.CONSUME(K.Item);
    this.SUBRULE(this.heading);
    this.OPTION(() => this.body('item'));
  });

  /** A node's name, points and caps. */
  readonly heading: Rule = this.RULE('heading', () => {
    this.SUBRULE(this.declaredName);
    this.spacedName(NumberLiteral);
    this.need('points', this.operand, () => this.SUBRULE(this.arithmetic));
    this.MANY(() => this.SUBRULE(this.cap));
  });

  /** The head of the node whose body comes next. */
  protected body(kind: 'group' | 'indicator' | 'item'): void {
    this.block(kind, this.nodeHead, () => false, () => this.subrule(9, this.statements));
  }

  protected nodeHead: IToken = { image: '', startOffset: 0, tokenType: NameWord, tokenTypeIdx: 0 };

  /** A name and then one of the types: a row that names something. */
  protected rowAhead(...ends: (typeof S.Colon)[]): boolean {
    const token = this.LA(1);
    if (token.tokenType === Identifier || token.tokenType === QuotedName) return true;
    return this.namesThen(1, ...ends);
  }

  /** A name in a list of names, and not a statement after a list that never ended. */
  private listedNameAhead(): boolean {
    return this.nameAhead() && this.typeAt(1) !== DateLiteral;
  }
}
