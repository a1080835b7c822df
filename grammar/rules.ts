// The grammar of a file, made of the rules of the other rule files, and the one function that parses
// with it. Each file of rules extends the one before it because Chevrotain wants a grammar to be one
// class; the order is operands, expressions, types, values, scoring, declarations, amendments.
import type { CstNode, IOrAlt, IToken, TokenType } from 'chevrotain';
import { AmendmentRules } from './amendment-rules.ts';
import { lex } from './lexer.ts';
import { beginsStatement, isNameWord, isPlainName, onSameLine } from './token-roles.ts';
import type { Place, Problem } from './problems.ts';
import type { Rule } from './recovery.ts';
import { placeOf } from './recovery.ts';
import { suggestRuleset } from './suggestions.ts';
import { NumberLiteral, TextLiteral, keywordTokens as K, symbolTokens as S } from './tokens.ts';

const MODIFIERS = [K.Locked, K.Open] as const;
const AMENDMENT_WORDS: readonly TokenType[] = [
  K.Points,
  K.Set,
  K.Replace,
  K.Remove,
  K.Add,
  K.Rename,
  K.Order,
  K.Cite,
];

/** The whole grammar. */
export class Grammar extends AmendmentRules {
  constructor(settings: { readonly skipValidations: boolean } = { skipValidations: true }) {
    super(settings);
    this.performSelfAnalysis();
  }

  readonly file: Rule = this.RULE('file', () => {
    const head = this.CONSUME(K.Ruleset);
    if (this.isNameless()) this.expect('name');
    else this.needName(0);
    this.spacedName(K.For, K.Amends);
    this.OPTION(() => {
      this.CONSUME(K.For);
      this.needOneOf('period', [NumberLiteral, TextLiteral], () =>
        this.OR([
          { ALT: () => this.CONSUME(NumberLiteral, { LABEL: 'period' }) },
          { ALT: () => this.CONSUME(TextLiteral, { LABEL: 'period' }) },
        ]),
      );
    });
    this.OPTION1(() => {
      this.CONSUME(K.Amends);
      this.needOneOf('parent-file', [TextLiteral], () =>
        this.CONSUME1(TextLiteral, { LABEL: 'parent' }),
      );
    });
    this.block(
      'ruleset',
      head,
      () => beginsStatement(this.LA(1)),
      () => this.SUBRULE(this.statements),
    );
    this.endOfRuleset();
  });

  /** `ruleset for 2024`: the word is none that the ruleset is called by. */
  private isNameless(): boolean {
    if (this.RECORDING_PHASE) return false;
    const head = [NumberLiteral, TextLiteral];
    if (this.isAt(K.For)) return head.includes(this.typeAt(2));
    return this.isAt(K.Amends) && this.typeAt(2) === TextLiteral;
  }

  private endOfRuleset(): void {
    if (this.RECORDING_PHASE || this.atEnd()) return;
    const first = this.LA(1);
    this.problems.push({ kind: 'text-after-ruleset', ...placeOf(first) });
    while (!this.atEnd()) this.SKIP_TOKEN();
  }

  readonly statements: Rule = this.RULE('statements', () => {
    this.MANY({
      GATE: () => this.moreStatements(),
      DEF: () => this.OR(this.statementOrSeparator),
    });
  });

  private readonly statementOrSeparator: IOrAlt<unknown>[] = [
    { ALT: () => this.SUBRULE(this.separator) },
    { ALT: () => this.statementAfresh(() => this.SUBRULE(this.statement)) },
  ];

  readonly statement: Rule = this.RULE('statement', () => {
    this.OR(this.statementKinds);
  });

  private readonly statementKinds: IOrAlt<CstNode>[] = [
    { ALT: () => this.SUBRULE(this.declaration) },
    { ALT: () => this.SUBRULE(this.amendment) },
  ];

  readonly modifier: Rule = this.RULE('modifier', () => {
    this.OR(this.tokensOf(MODIFIERS));
  });

  private rulesOf(rules: readonly Rule[]): IOrAlt<CstNode>[] {
    return rules.map((rule) => ({ ALT: () => this.SUBRULE(rule) }));
  }

  private readonly declarationKinds = this.rulesOf([
    this.about,
    this.source,
    this.total,
    this.roundingStatement,
    this.grades,
    this.optionDeclaration,
    this.typeDeclaration,
    this.inputDeclaration,
    this.letDeclaration,
    this.outputDeclaration,
    this.group,
    this.indicator,
    this.item,
    this.score,
    this.decision,
    this.tiers,
    this.deduct,
    this.judged,
    this.checklist,
    this.cap,
    this.rounding,
    this.veto,
    this.exempt,
    this.notApplicable,
    this.notMonotone,
    this.appliesWhen,
    this.pool,
    this.check,
    this.example,
  ]);

  readonly declaration: Rule = this.RULE('declaration', () => {
    this.MANY(() => this.SUBRULE(this.modifier));
    this.need(
      'declaration',
      () => this.declarationAhead() && !this.isAt(...MODIFIERS),
      () => this.OR(this.declarationKinds),
    );
  });

  protected override declarationAhead(): boolean {
    return beginsStatement(this.LA(1)) && !this.isAt(...AMENDMENT_WORDS);
  }

  private readonly amendmentKinds = this.rulesOf([
    this.setPoints,
    this.setValue,
    this.replace,
    this.remove,
    this.add,
    this.rename,
    this.order,
    this.cite,
  ]);

  readonly amendment: Rule = this.RULE('amendment', () => {
    this.OR(this.amendmentKinds);
  });

  /** The tree of a token list, and what was wrong with it. */
  parse(
    tokens: IToken[],
    isCutShort: boolean,
  ): { tree: CstNode | undefined; problems: readonly Problem[] } {
    this.input = tokens;
    this.prepare(tokens);
    this.prepareBlocks(tokens, isCutShort);
    if (this.atEnd()) {
      this.complain({ kind: 'empty-file', start: 0, end: 0 });
      return { tree: undefined, problems: this.problems };
    }
    if (!this.findRuleset(tokens)) return { tree: undefined, problems: this.problems };
    const tree = this.file();
    return { tree, problems: this.problems };
  }

  /** Goes to the word `ruleset`, reporting what stands before it or instead of it. */
  private findRuleset(tokens: readonly IToken[]): boolean {
    const first = this.LA(1);
    if (first.tokenType === K.Ruleset) return true;
    const meant = isNameWord(first) ? suggestRuleset(first.image) : undefined;
    if (meant) {
      const word = first.image;
      const spelling = meant.rest === '' ? meant.spelling : `${meant.spelling} ${meant.rest}`;
      this.complain({ kind: 'unknown-statement', ...placeOf(first), word, meant: spelling });
      this.readAs(first, 'Ruleset');
      return true;
    }
    const at = tokens.findIndex((token) => token.tokenType === K.Ruleset);
    if (at === -1) {
      const brace = tokens.find((token) => token.tokenType === S.LeftBrace);
      this.expect('ruleset');
      if (!isPlainName(first) || !brace || !onSameLine(first, brace)) return false;
      this.readAs(first, 'Ruleset');
      return true;
    }
    this.skipStray(at);
    return true;
  }
}

const grammar = new Grammar();

/** A text's concrete syntax tree, its comments, and every problem in the order of the text. */
export interface ParsedText {
  readonly tree: CstNode | undefined;
  readonly comments: readonly Place[];
  readonly problems: readonly Problem[];
}

/** The tokens that may come next behind the first ones of a statement, if they can be read. */
export function tokensAfter(statement: IToken[]): ReadonlySet<TokenType> {
  const paths = grammar.computeContentAssist('statement', statement);
  return new Set(paths.map(({ nextTokenType }) => nextTokenType));
}

/** Parses any text whatever; never throws. */
export function parseText(text: string): ParsedText {
  const { tokens, comments, problems } = lex(text);
  const isCutShort = problems.some(({ kind }) => kind === 'unterminated-comment');
  const parsed = grammar.parse(tokens, isCutShort);
  const all = [...problems, ...parsed.problems].sort((a, b) => a.start - b.start);
  return { tree: parsed.tree, comments, problems: all };
}
