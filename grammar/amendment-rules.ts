// The grammar of amendments: what a ruleset changes in the one it grew from.
import { DeclarationRules } from './declaration-rules.ts';
import type { Rule } from './recovery.ts';
import { NumberLiteral, keywordTokens as K, symbolTokens as S } from './tokens.ts';

const NODES = [K.Group, K.Indicator, K.Item] as const;

export abstract class AmendmentRules extends DeclarationRules {
  abstract readonly declaration: Rule;
  abstract readonly modifier: Rule;

  readonly setPoints: Rule = this.RULE('setPoints', () => {
    this.CONSUME(K.Points);
    this.needPath(0);
    this.needMarked(0, S.Equals, 'equals', () =>
      this.need('points', this.operand, () => this.SUBRULE(this.arithmetic)),
    );
  });

  readonly setValue: Rule = this.RULE('setValue', () => {
    this.CONSUME(K.Set);
    this.needPath(0);
    this.needMarked(0, S.Equals, 'equals', () => this.needDefinition());
  });

  /** `replace` and a whole declaration, whose name may be a path. */
  readonly replace: Rule = this.RULE('replace', () => {
    this.CONSUME(K.Replace);
    this.need(
      'declaration',
      () => this.declarationAhead(),
      () => {
        this.replacing = true;
        this.SUBRULE(this.declaration);
        this.replacing = false;
      },
    );
  });

  protected abstract declarationAhead(): boolean;

  readonly remove: Rule = this.RULE('remove', () => {
    this.CONSUME(K.Remove);
    this.needPath(0);
  });

  readonly add: Rule = this.RULE('add', () => {
    const head = this.CONSUME(K.Add);
    this.MANY(() => this.SUBRULE(this.modifier));
    const kind = this.isAt(K.Indicator) ? 'indicator' : this.isAt(K.Item) ? 'item' : 'group';
    this.needOneOf('node', [K.Group, K.Bonus, K.Penalty, K.Indicator, K.Item], () =>
      this.SUBRULE(this.addedNode),
    );
    this.OPTION(() => {
      this.CONSUME(K.To);
      this.needPath(0);
    });
    this.OPTION1(() => {
      this.OR([{ ALT: () => this.CONSUME(K.After) }, { ALT: () => this.CONSUME(K.Before) }]);
      this.needName(0);
    });
    this.clearWayTo(S.LeftBrace);
    this.optionalBody(kind, head);
  });

  readonly addedNode: Rule = this.RULE('addedNode', () => {
    this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(K.Bonus) }, { ALT: () => this.CONSUME(K.Penalty) }]),
    );
    this.needOneOf('node', NODES, () => this.OR1(this.tokensOf(NODES)));
    this.needName(0);
    this.spacedName(NumberLiteral);
    this.need('points', this.operand, () => this.SUBRULE(this.arithmetic));
    this.MANY(() => this.SUBRULE(this.cap));
  });

  readonly rename: Rule = this.RULE('rename', () => {
    this.CONSUME(K.Rename);
    this.needPath(0);
    this.needToken(0, K.To, 'to');
    this.needName(0);
  });

  readonly order: Rule = this.RULE('order', () => {
    const head = this.CONSUME(K.Order);
    this.OPTION(() => this.SUBRULE(this.path));
    this.nameList(head);
  });

  readonly cite: Rule = this.RULE('cite', () => {
    this.CONSUME(K.Cite);
    this.needPath(0);
    this.needCitation();
  });
}
