// The syntax tree: what was written, with a span for every part. Parsing always yields a tree; what
// the writer left out is a `missing` expression or a name with empty text, and a diagnostic has
// already said so. Nothing here knows what names mean.
import type { Span } from '../text/span.ts';
import type { Base, Expression, Name, Path, RoundedTo } from './tree-expression.ts';

export type {
  AggregateWord,
  ComparisonLink,
  DecisionRowNode,
  Expression,
  Name,
  Path,
  QuantilePlaceNode,
  RoundedTo,
  TierRowNode,
} from './tree-expression.ts';

/** A quoted text with its escapes resolved. */
export interface TextLiteral {
  readonly text: string;
  readonly span: Span;
}

export interface Comment {
  /** With its `//` or block marks. */
  readonly text: string;
  readonly span: Span;
}

/** One file. `ruleset` is undefined when not even its first word could be read. */
export interface SyntaxFile {
  readonly kind: 'file';
  readonly span: Span;
  readonly ruleset: RulesetNode | undefined;
  readonly comments: readonly Comment[];
}

export interface RulesetNode {
  readonly kind: 'ruleset';
  readonly span: Span;
  readonly name: Name;
  /** `for 2022` or `for "2022–2023"`: the text of the number or of the string. */
  readonly period: TextLiteral | undefined;
  readonly amends: TextLiteral | undefined;
  readonly statements: readonly Statement[];
  /** Whether anything in it asks for the score of a part by its path. */
  readonly namesScores: boolean;
}

export type Statement = Declaration | Amendment;

/** What may stand in a ruleset, group, indicator or item; the checker says where each belongs. */
export type Declaration =
  | AboutNode
  | SourceNode
  | TotalNode
  | RoundingNode
  | GradesNode
  | OptionNode
  | TypeNode
  | InputNode
  | LetNode
  | OutputNode
  | GroupNode
  | IndicatorNode
  | ItemNode
  | RuleNode
  | CapNode
  | ItemRoundingNode
  | VetoNode
  | ExemptNode
  | NotApplicableNode
  | NotMonotoneNode
  | AppliesNode
  | PoolNode
  | CheckNode
  | ExampleNode;

export type Amendment =
  PointsNode | SetNode | ReplaceNode | RemoveNode | AddNode | RenameNode | OrderNode | CiteNode;

/** `about "…"` */
export interface AboutNode extends Base {
  readonly kind: 'about';
  readonly text: TextLiteral;
}

/** `source "file" section "place"`, either part alone. */
export interface SourceNode extends Base {
  readonly kind: 'source';
  readonly document: TextLiteral | undefined;
  readonly section: TextLiteral | undefined;
}

/** `total 100 points at most 100` */
export interface TotalNode extends Base {
  readonly kind: 'total';
  readonly points: Expression;
  readonly caps: readonly CapNode[];
}

/** `scores rounded to 0.01 half up` and its siblings for items, groups and the total. */
export interface RoundingNode extends Base {
  readonly kind: 'rounding';
  readonly of: 'items' | 'indicators' | 'groups' | 'total';
  readonly rounding: RoundedTo;
}

/** `grades { 优 from 90  良 from 80 }` */
export interface GradesNode extends Base {
  readonly kind: 'grades';
  readonly grades: readonly GradeNode[];
}

export interface GradeNode extends Base {
  readonly name: Name;
  readonly bound: Expression;
  /** `above` instead of `from`. */
  readonly exclusive: boolean;
  /** `优 from 90 when C` */
  readonly condition: Expression | undefined;
}

/** `option 名称 : yes or no = no "about"` */
export interface OptionNode extends Base, Lockable {
  readonly kind: 'option';
  readonly name: Name;
  readonly type: TypeExpression;
  readonly value: Expression;
  readonly about: TextLiteral | undefined;
}

/** What a parent may say of a declaration: a child must not touch it, or must supply it. */
export interface Lockable {
  readonly locked: boolean;
  readonly open: boolean;
}

/** `type 等级 = one of { 优, 良 }`, `type 评分 = integer from 0 to 4` */
export interface TypeNode extends Base {
  readonly kind: 'type';
  readonly name: Name;
  readonly type: TypeExpression;
  readonly bounds: readonly BoundNode[];
}

/** `input A, B : money in 万元 at least 0 = 0 "about"` */
export interface InputNode extends Base, Lockable {
  readonly kind: 'input';
  readonly names: readonly Name[];
  readonly type: TypeExpression;
  readonly bounds: readonly BoundNode[];
  readonly default: Expression | undefined;
  readonly about: TextLiteral | undefined;
}

/** `at least 0`, `above 0`, `at most 100%`, `below 1`; `from 0 to 100` yields two. */
export interface BoundNode extends Base {
  readonly operator: '>=' | '>' | '<=' | '<';
  readonly limit: Expression;
}

export type TypeExpression = Base &
  (
    | {
        readonly kind: 'simple';
        readonly name:
          | 'number'
          | 'integer'
          | 'percent'
          | 'points'
          | 'boolean'
          | 'date'
          | 'text'
          | 'target'
          | 'actual';
      }
    | { readonly kind: 'money'; readonly unit: Name }
    | { readonly kind: 'count'; readonly unit: Name }
    /** `number in 平方米` */
    | { readonly kind: 'measure'; readonly unit: Name }
    /** `one of { A, B }`, or `{ A > B }` from the best down; `some`: the two were mixed. */
    | {
        readonly kind: 'one-of';
        readonly values: readonly Name[];
        readonly ranked: 'all' | 'some' | 'none';
      }
    | {
        readonly kind: 'list';
        readonly least: Expression | undefined;
        readonly exact: boolean;
        readonly of: TypeExpression;
      }
    | { readonly kind: 'record'; readonly fields: readonly FieldNode[] }
    | { readonly kind: 'named'; readonly name: Name }
    | { readonly kind: 'missing' }
  );

export interface FieldNode extends Base {
  readonly names: readonly Name[];
  readonly type: TypeExpression;
  readonly bounds: readonly BoundNode[];
  readonly about: TextLiteral | undefined;
}

/** `let 执行率 = 实际 / 计划 rounded to 0.1% half up`; `open let 合格线 : percent` has no value. */
export interface ParameterNode extends Base {
  readonly name: Name;
  readonly type: TypeExpression;
}

export interface LetNode extends Base, Lockable {
  readonly kind: 'let';
  readonly name: Name;
  /** `(率 : percent, 满 : points)`: a definition that is called with arguments. */
  readonly parameters: readonly ParameterNode[] | undefined;
  readonly type: TypeExpression | undefined;
  readonly value: Expression | undefined;
  readonly about: TextLiteral | undefined;
}

/** `output 拨付比例 : percent = 90% "about" not monotone "reason"` */
export interface OutputNode extends Base, Lockable {
  readonly kind: 'output';
  readonly name: Name;
  readonly type: TypeExpression | undefined;
  readonly value: Expression;
  readonly about: TextLiteral | undefined;
  readonly notMonotone: NotMonotoneNode | undefined;
}

/** `group 部门管理 20 points { … }` */
export interface GroupNode extends Base, Lockable {
  readonly kind: 'group';
  readonly standing: 'counted' | 'bonus' | 'penalty';
  readonly name: Name;
  readonly points: Expression;
  readonly caps: readonly CapNode[];
  readonly statements: readonly Declaration[];
}

/** `indicator 政府采购执行情况 2 points at most 2 { … }`; an open one may have no body. */
export interface IndicatorNode extends Base, Lockable {
  readonly kind: 'indicator';
  readonly name: Name;
  readonly points: Expression;
  readonly caps: readonly CapNode[];
  readonly statements: readonly Declaration[];
}

/** `item 执行率 1 point { … }` */
export interface ItemNode extends Base, Lockable {
  readonly kind: 'item';
  readonly name: Name;
  readonly points: Expression;
  readonly caps: readonly CapNode[];
  readonly statements: readonly Declaration[];
}

/** A rule as it stands in an item or an indicator. Several `deduct` rules together make one. */
export type RuleNode =
  | (Base & { readonly kind: 'score'; readonly value: Expression })
  /** `when … : …` rows and tier tables are expressions; standing alone they are the rule. */
  | (Base & { readonly kind: 'decide'; readonly value: Expression })
  | DeductNode
  | (Base & { readonly kind: 'judged'; readonly form: JudgedFormNode });

export type JudgedFormNode = Base &
  (
    | { readonly kind: 'free' }
    | { readonly kind: 'choice'; readonly choices: readonly ChoiceNode[] }
    | { readonly kind: 'checklist'; readonly entries: readonly ChoiceNode[] }
    /** `judged when …` and `judged tiers of …`: rows that say what may be awarded. */
    | { readonly kind: 'banded'; readonly table: Expression }
  );

/** `按要求公开 : 1.5 "about"` in a choice, `职责相符 1 point "about"` in a checklist. */
export interface ChoiceNode extends Base {
  readonly name: Name;
  readonly points: Expression;
  /** `部分达成 : 6..8`: 8, where `points` is 6. */
  readonly most: Expression | undefined;
  readonly about: TextLiteral | undefined;
}

/** `deduct P [per S [of X [above|below L]]] [reading] [at most M] [when C]` */
export interface DeductNode extends Base {
  readonly kind: 'deduct';
  readonly amount: Expression;
  readonly per: Expression | undefined;
  readonly subject: Expression | undefined;
  readonly side: 'above' | 'below' | undefined;
  readonly limit: Expression | undefined;
  readonly reading: 'prorated' | 'full-step' | 'started-step' | undefined;
  readonly atMost: Expression | undefined;
  readonly condition: Expression | undefined;
}

/** `at most 6 points`, `at least 0`, `uncapped` */
export interface CapNode extends Base {
  readonly kind: 'cap';
  readonly side: 'at-least' | 'at-most' | 'uncapped';
  readonly limit: Expression | undefined;
}

/** `rounded to 0.01 half up` as a statement of a node. */
export interface ItemRoundingNode extends Base {
  readonly kind: 'rounded';
  readonly rounding: RoundedTo;
}

export type Reach = 'item' | 'indicator' | 'group' | 'total';

/** `veto total "…" when C : 0`; without a reach word it strikes what it stands in. */
export interface VetoNode extends Base {
  readonly kind: 'veto';
  readonly reach: Reach | undefined;
  /** `veto on (A / B) "…" when C : 0` */
  readonly on: Path | undefined;
  /** `veto grade at most 中 "…" when C` */
  readonly ceiling: Name | undefined;
  /** `veto grade down 1 "…" when C` */
  readonly down: Expression | undefined;
  readonly about: TextLiteral;
  readonly condition: Expression;
  readonly score: Expression | undefined;
  readonly priority: Expression | undefined;
}

/** `exempt "…" when C` */
export interface ExemptNode extends Base {
  readonly kind: 'exempt';
  readonly reach: Reach | undefined;
  readonly on: Path | undefined;
  readonly about: TextLiteral;
  readonly condition: Expression;
  readonly priority: Expression | undefined;
}

/** `not applicable when C redistribute within group` */
export interface NotApplicableNode extends Base {
  readonly kind: 'not-applicable';
  readonly condition: Expression;
  readonly policy: 'within-group' | 'over-all' | 'in-full' | 'award' | undefined;
  /** What `award E` gives; undefined under the other policies. */
  readonly award: Expression | undefined;
}

/** `applies when C`: the part exists only where C holds. */
export interface AppliesNode extends Base {
  readonly kind: 'applies';
  readonly condition: Expression;
}

/** `chosen by department`, or `chosen by department redistribute`: the parts of a group are a pool. */
export interface PoolNode extends Base {
  readonly kind: 'pool';
  readonly redistribute: boolean;
}

/** `not monotone "reason"`: a score that falls where it rose before is meant. */
export interface NotMonotoneNode extends Base {
  readonly kind: 'not-monotone';
  readonly reason: TextLiteral;
}

/** `check "…" : A = B within 0.01 万元` */
export interface CheckNode extends Base {
  readonly kind: 'check';
  readonly name: TextLiteral;
  readonly condition: Expression;
  readonly tolerance: Expression | undefined;
}

/** `example "name" { a = 1; b = 2 } gives 1.15`, `gives 1 to 2` or `gives 拨付比例 = 90%` */
export interface ExampleNode extends Base {
  readonly kind: 'example';
  readonly name: TextLiteral | undefined;
  readonly givens: readonly GivenNode[];
  /** The output that it speaks of; undefined for a score. */
  readonly output: Name | undefined;
  readonly low: Expression;
  readonly high: Expression | undefined;
}

export interface GivenNode extends Base {
  readonly path: Path;
  readonly value: Expression;
}

/** `points A / B = 8` */
export interface PointsNode extends Base {
  readonly kind: 'points';
  readonly path: Path;
  readonly points: Expression;
}

/** `set 季度得分封顶 = yes`, `set 合格线 = 60%` */
export interface SetNode extends Base {
  readonly kind: 'set';
  readonly name: Path;
  readonly value: Expression;
}

/** `replace indicator 公众满意度 6 points { … }`: any declaration, found by its kind and name. */
export interface ReplaceNode extends Base {
  readonly kind: 'replace';
  /** Where to look when the name alone is not unique: `replace indicator A / B …`. */
  readonly within: Path | undefined;
  readonly declaration: Declaration;
}

/** `remove A / B` */
export interface RemoveNode extends Base {
  readonly kind: 'remove';
  readonly path: Path;
}

/** `add indicator X 2 points to A / B after C { … }` */
export interface AddNode extends Base {
  readonly kind: 'add';
  readonly declaration: GroupNode | IndicatorNode | ItemNode;
  /** Undefined adds at the top. */
  readonly to: Path | undefined;
  readonly place: 'after' | 'before' | 'last';
  readonly neighbour: Name | undefined;
}

/** `rename A / B to C` */
export interface RenameNode extends Base {
  readonly kind: 'rename';
  readonly path: Path;
  readonly to: Name;
}

/** `order A / B { X, Y, Z }`; without a path it orders the top groups. */
export interface OrderNode extends Base {
  readonly kind: 'order';
  readonly path: Path | undefined;
  readonly names: readonly Name[];
}

/** `cite A / B "file" section "place"` */
export interface CiteNode extends Base {
  readonly kind: 'cite';
  readonly path: Path;
  readonly document: TextLiteral | undefined;
  readonly section: TextLiteral | undefined;
}

/** Every node that says its kind: for passes that visit a whole tree. */
export type SyntaxNode =
  SyntaxFile | RulesetNode | Statement | JudgedFormNode | TypeExpression | Expression;
