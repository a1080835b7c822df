// The grammar of declarations: the ruleset's header statements, options, types, inputs, lets, and the
// nodes of the points tree.
import type { IToken } from 'chevrotain';
import { beginsStatement } from './token-roles.ts';
import type { Rule } from './recovery.ts';
import { ScoringRules } from './scoring-rules.ts';
import { NumberLiteral, TextLiteral, keywordTokens as K, symbolTokens as S } from './tokens.ts';

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
    this.needCitation();
  });

  protected needCitation(): boolean {
    return this.needOneOf('document-or-section', [TextLiteral, K.Section], () =>
      this.SUBRULE(this.citation),
    );
  }

  /** `"file" section "place"`, either part alone. */
  readonly citation: Rule = this.RULE('citation', () => {
    this.OPTION(() => this.CONSUME(TextLiteral, { LABEL: 'document' }));
    this.OPTION2(() => {
      this.CONSUME(K.Section);
      this.need(
        'text',
        (from = 1) => this.typeAt(from) === TextLiteral,
        () => this.CONSUME2(TextLiteral, { LABEL: 'section' }),
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
    this.block(
      'rows',
      head,
      () => this.namesThen(1, K.From, K.Above),
      () =>
        this.inZone('grades', () => this.rows('grade', isGrade, () => this.SUBRULE(this.grade))),
    );
  });

  readonly grade: Rule = this.RULE('grade', () => {
    this.SUBRULE(this.name);
    this.needOneOf('grade-bound', [K.From, K.Above], () =>
      this.OR([{ ALT: () => this.CONSUME(K.From) }, { ALT: () => this.CONSUME(K.Above) }]),
    );
    this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
    this.OPTION(() => {
      this.CONSUME(K.When);
      this.need('condition', this.condition, () => this.SUBRULE(this.expression));
    });
  });

  readonly optionDeclaration: Rule = this.RULE('optionDeclaration', () => {
    this.CONSUME(K.Option);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Colon);
    this.needMarked(0, S.Colon, 'colon', () => this.needType(0));
    this.needMarked(1, S.Equals, 'equals', () =>
      this.need('value', this.condition, () => this.SUBRULE(this.expression)),
    );
    this.OPTION(() => this.CONSUME(TextLiteral));
  });

  readonly typeDeclaration: Rule = this.RULE('typeDeclaration', () => {
    this.CONSUME(K.Type);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Equals);
    this.needMarked(0, S.Equals, 'equals', () => this.needType(0));
    this.MANY(() => this.SUBRULE(this.bound));
  });

  readonly inputDeclaration: Rule = this.RULE('inputDeclaration', () => {
    this.CONSUME(K.Input);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Colon, S.Comma);
    this.MANY(() => {
      this.CONSUME(S.Comma);
      this.needName(0);
      this.spacedName(S.Colon, S.Comma);
    });
    this.needMarked(0, S.Colon, 'colon', () => this.needType(0));
    this.MANY1(() => this.SUBRULE(this.bound));
    this.OPTION(() => {
      this.CONSUME(S.Equals);
      this.need('value', this.condition, () => this.SUBRULE(this.expression));
    });
    this.OPTION1(() => this.CONSUME(TextLiteral));
  });

  readonly letDeclaration: Rule = this.RULE('letDeclaration', () => {
    this.CONSUME(K.Let);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Equals, S.Colon, S.LeftParenthesis);
    this.OPTION3({ GATE: () => !this.beginsLine(), DEF: () => this.SUBRULE(this.parameters) });
    this.OPTION(() => {
      this.CONSUME(S.Colon);
      this.needType(0);
    });
    this.OPTION1(() => {
      this.CONSUME(S.Equals);
      this.needDefinition();
    });
    this.OPTION2(() => this.CONSUME(TextLiteral));
  });

  /** `(率 : percent, 满 : points)` behind the name of a definition. */
  readonly parameters: Rule = this.RULE('parameters', () => {
    const opening = this.CONSUME(S.LeftParenthesis);
    this.inZone('plain', () => {
      this.need(
        'name',
        () => this.nameAhead(),
        () => this.SUBRULE(this.parameter),
      );
      this.MANY(() => {
        this.CONSUME(S.Comma);
        this.need(
          'name',
          () => this.nameAhead(),
          () => this.SUBRULE1(this.parameter),
        );
      });
    });
    this.close(S.RightParenthesis, 'closing-parenthesis', opening);
  });

  readonly parameter: Rule = this.RULE('parameter', () => {
    this.SUBRULE(this.name);
    this.spacedName(S.Colon);
    this.needMarked(0, S.Colon, 'colon', () => this.needType(0));
  });

  readonly outputDeclaration: Rule = this.RULE('outputDeclaration', () => {
    this.CONSUME(K.Output);
    this.SUBRULE(this.declaredName);
    this.spacedName(S.Equals, S.Colon);
    this.OPTION(() => {
      this.CONSUME(S.Colon);
      this.needType(0);
    });
    this.needMarked(0, S.Equals, 'equals', () => this.needDefinition());
    this.OPTION1(() => this.CONSUME(TextLiteral));
    this.OPTION2(() => this.SUBRULE(this.notMonotone));
  });

  readonly group: Rule = this.RULE('group', () => {
    const head = this.LA(1);
    this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(K.Bonus) }, { ALT: () => this.CONSUME(K.Penalty) }]),
    );
    this.needToken(0, K.Group, 'group');
    this.SUBRULE(this.heading);
    this.optionalBody('group', head);
  });

  readonly indicator: Rule = this.RULE('indicator', () => {
    const head = this.CONSUME(K.Indicator);
    this.SUBRULE(this.heading);
    this.optionalBody('indicator', head);
  });

  readonly item: Rule = this.RULE('item', () => {
    const head = this.CONSUME(K.Item);
    this.SUBRULE(this.heading);
    this.body('item', head);
  });

  /** A node's name, points and caps. */
  readonly heading: Rule = this.RULE('heading', () => {
    this.SUBRULE(this.declaredName);
    this.spacedName(NumberLiteral);
    this.need('points', this.operand, () => this.SUBRULE(this.arithmetic));
    this.MANY(() => this.SUBRULE(this.cap));
    this.clearWayTo(S.LeftBrace);
  });

  /** A body that may be left out, as an `open` node leaves it to others. */
  protected optionalBody(kind: 'group' | 'indicator' | 'item', head: IToken): void {
    const isWanting = !this.RECORDING_PHASE && this.lacksOpeningBrace() && this.bodyIsDue(head);
    if (isWanting) this.body(kind, head);
    else this.option(9, () => this.body(kind, head));
  }

  /** No brace, but statements further in than the head, or something more on the head's line. */
  private bodyIsDue(head: IToken): boolean {
    if (this.atEnd() || this.isAt(S.LeftBrace, S.RightBrace, S.Semicolon, S.Comma)) return false;
    return !this.beginsLine() || this.bodyAhead(head);
  }

  private bodyAhead(head: IToken): boolean {
    if (!beginsStatement(this.LA(1))) return false;
    return !this.beginsLine() || (this.LA(1).startColumn ?? 1) > this.indentOf(head);
  }

  /** `{ … }` of a node whose first word is `head`. */
  protected body(kind: 'group' | 'indicator' | 'item', head: IToken): void {
    this.block(
      kind,
      head,
      () => this.bodyAhead(head),
      () => this.SUBRULE(this.statements),
    );
  }
}
