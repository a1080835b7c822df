// What people write who know the rules but not the grammar: `完成率 低于 60%` for a condition, `90%以上`
// for a row, a table where only a figure can stand. Each is reported with what to write instead and
// read as what was meant, so that one slip gives one message.
import type { IToken, TokenType } from 'chevrotain';
import { CLOSING, OPENING } from './brackets.ts';
import { keywords } from './keywords.ts';
import type { Expectation, Place } from './problems.ts';
import { placeOf } from './recovery.ts';
import { StatementParser } from './statement-recovery.ts';
import type { SymbolId } from './symbols.ts';
import { comparisonOperators, isNameWord, isStatementKeyword, onSameLine } from './token-roles.ts';
import {
  Identifier,
  NumberLiteral,
  QuotedName,
  endOf,
  keywordOf,
  keywordTokens as K,
  symbolTokens as S,
} from './tokens.ts';

/** Words of limits, and the signs that say the same in a condition. */
const SIGNS: ReadonlyMap<TokenType, SymbolId> = new Map([
  [K.Above, 'Greater'],
  [K.Below, 'Less'],
  [K.AtLeast, 'GreaterOrEqual'],
  [K.AtMost, 'LessOrEqual'],
]);

/** `90%以上`: words behind a figure, and the sign that includes the figure. */
const SIDE_WORDS: ReadonlyMap<string, '>=' | '<='> = new Map([
  ['以上', '>='],
  ['及以上', '>='],
  ['或以上', '>='],
  ['以下', '<='],
  ['及以下', '<='],
  ['或以下', '<='],
  ['以内', '<='],
]);

const MODES: readonly TokenType[] = [K.HalfUp, K.HalfEven, K.Up, K.Down];
const TABLES: readonly TokenType[] = [K.TiersOf, K.InterpolateOf];
const DECLARING: ReadonlySet<TokenType> = new Set([K.Let, K.Input, K.Option, K.Output]);
const FOREIGN_IF: ReadonlySet<string> = new Set(['如果', '假如', '倘若']);
const PERCENTAGE_POINTS: ReadonlySet<string> = new Set(['个百分点', '百分点']);
/** After these a row or an operand may be due for which someone writes `when`. */
const BEFORE_TABLE: ReadonlySet<TokenType> = new Set([
  S.Colon,
  S.Comma,
  S.LeftParenthesis,
  S.Plus,
  S.Minus,
  S.Times,
  S.Slash,
]);
const OPERAND_WANTED: ReadonlySet<Expectation> = new Set<Expectation>([
  'expression',
  'value',
  'number',
  'points',
  'condition',
]);
/** Longer than any figure, bound or rounding that stands in one place. */
const REACH = 24;

/** The parser with an ear for everyday writing. */
export abstract class EverydayParser extends StatementParser {
  /** The condition being read ends in a colon, so that no limit can follow it. */
  protected endsInColon = false;
  /** What is being read ends a statement of its own to which no rounding can belong. */
  protected takesNoRounding = false;
  private declaredWords: ReadonlySet<string> = new Set();

  protected override prepare(tokens: readonly IToken[]): void {
    super.prepare(tokens);
    this.endsInColon = false;
    this.takesNoRounding = false;
    const declared = tokens.filter((_, at) => DECLARING.has(tokens[at - 1]?.tokenType ?? S.Dot));
    this.declaredWords = new Set(declared.map(({ image }) => image));
    tokens.forEach((token, at) => {
      this.mendForeignIf(token, tokens[at - 1]);
      this.mendForeignFrom(token, tokens[at + 1]);
    });
  }

  /** `如果 率 > 50%`: read as `若`, or as `当` where it begins a line or a block. */
  private mendForeignIf(token: IToken, before: IToken | undefined): void {
    if (token.tokenType !== Identifier || !FOREIGN_IF.has(token.image)) return;
    if (this.declaredWords.has(token.image)) return;
    const begins = before === undefined || before.tokenType === S.LeftBrace;
    const isRow = begins || !onSameLine(before, token);
    const id = isRow ? 'When' : 'If';
    const [meant] = keywords[id].zh;
    this.problems.push({
      kind: 'foreign-operator',
      ...placeOf(token),
      written: token.image,
      meant,
    });
    this.readAs(token, id);
  }

  /** `百分比 从 0% 到 100%`: read as `自`. */
  private mendForeignFrom(token: IToken, next: IToken | undefined): void {
    if (token.tokenType !== Identifier || token.image !== '从') return;
    if (next?.tokenType !== NumberLiteral || this.declaredWords.has(token.image)) return;
    const [meant] = keywords.From.zh;
    this.problems.push({
      kind: 'foreign-operator',
      ...placeOf(token),
      written: token.image,
      meant,
    });
    this.readAs(token, 'From');
  }

  /** Reads with one of the two flags set, and comes back to what it was. */
  protected flagged(flag: 'endsInColon' | 'takesNoRounding', isSet: boolean, read: () => void) {
    const outer = this[flag];
    this[flag] = isSet;
    read();
    this[flag] = outer;
  }

  protected override expect(what: Expectation, opening?: IToken): void {
    const next = this.LA(1);
    const isBehind = !this.atEnd() && onSameLine(this.LA(0), next);
    if (isBehind && OPERAND_WANTED.has(what)) {
      const isRows = this.isAt(K.When) && BEFORE_TABLE.has(this.typeAt(0));
      if (isRows || this.isAt(...TABLES)) {
        this.complain({ kind: 'bare-table', ...placeOf(next), word: next.image });
        return;
      }
      const isCall = isNameWord(next) && this.typeAt(2) === S.LeftParenthesis;
      if (isCall && this.isAt(...MODES)) {
        this.complain({ kind: 'rounding-call', ...placeOf(next), word: next.image });
        return;
      }
      if (isCall && this.declaredWords.has(next.image)) {
        this.complain({ kind: 'keyword-as-name', ...placeOf(next), word: next.image });
        return;
      }
    }
    super.expect(what, opening);
  }

  /** `完成率 低于 60%` in a condition: the word is read as the sign. */
  protected mendLimitWord(first: IToken): void {
    if (this.RECORDING_PHASE || this.beginsLine()) return;
    const isLimit = this.isAt(K.Above, K.Below);
    const isBeforeColon =
      this.isAt(K.AtLeast, K.AtMost) && this.endsInColon && this.placesTo(S.Colon) > 0;
    if (isLimit || isBeforeColon) this.readAsSign(this.rangeFrom(first));
  }

  /** `不低于 90% : 6` as the row of a table. */
  protected mendLimitRow(): void {
    if (this.RECORDING_PHASE || !SIGNS.has(this.typeAt(1)) || this.placesTo(S.Colon) < 2) return;
    this.readAsSign(undefined);
  }

  private readAsSign(subject: Place | undefined): void {
    const token = this.LA(1);
    const id = SIGNS.get(token.tokenType);
    if (id === undefined) return;
    const { image: word } = token;
    const sign = { Greater: '>', Less: '<', GreaterOrEqual: '>=', LessOrEqual: '<=' }[
      id as 'Greater' | 'Less' | 'GreaterOrEqual' | 'LessOrEqual'
    ];
    this.complain({ kind: 'limit-word', ...placeOf(token), word, sign, subject });
    this.takeFor(token, S[id]);
  }

  /** From a token to the one read last. */
  private rangeFrom(first: IToken): Place {
    return { start: first.startOffset, end: endOf(this.LA(0)) };
  }

  private takeFor(token: IToken, type: TokenType): void {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
  }

  /** `1 个百分点`: read as `1%`. */
  protected mendPercentagePoint(): void {
    const word = this.LA(1);
    const figure = this.LA(0);
    if (this.RECORDING_PHASE || !onSameLine(figure, word)) return;
    const isEnglish = word.image === 'percentage' && /^points?$/.test(this.LA(2).image);
    if (!isEnglish && !PERCENTAGE_POINTS.has(word.image)) return;
    const last = isEnglish ? this.LA(2) : word;
    const place = { start: figure.startOffset, end: endOf(last) };
    const written = `${figure.image} ${isEnglish ? `percentage ${last.image}` : word.image}`;
    this.complain({ kind: 'foreign-operator', ...place, written, meant: `${figure.image}%` });
    if (isEnglish) this.SKIP_TOKEN();
    this.takeFor(last, S.PercentSign);
  }

  /** `扣 1 分 每 迟报 超过 3 次`: the step is missing, and what it is a step of is there. */
  protected passLimitWithoutStep(subject: IToken): void {
    if (this.RECORDING_PHASE || !this.isAt(K.Above, K.Below) || this.beginsLine()) return;
    if (this.typeAt(2) !== NumberLiteral) return;
    const hasUnit = [Identifier, QuotedName, K.Points].includes(this.typeAt(3));
    const isMeasured = hasUnit && onSameLine(this.LA(2), this.LA(3));
    const isPercent = this.typeAt(3) === S.PercentSign;
    const unit = isMeasured ? ` ${this.LA(3).image}` : isPercent ? '%' : '';
    const place = this.rangeFrom(subject);
    this.complain({ kind: 'step-left-out', ...place, step: `1${unit}`, limit: this.LA(1).image });
    const count = unit === '' ? 2 : 3;
    for (let skipped = 0; skipped < count; skipped++) this.SKIP_TOKEN();
  }

  /** `扣 0.1 分 每 1% 偏差率`: the word between a step and what it is a step of is missing. */
  protected mendOfLeftOut(): boolean {
    const [last, next] = [this.LA(0), this.LA(1)];
    if (this.RECORDING_PHASE || this.beginsLine()) return false;
    const isName = (at: number) => [Identifier, QuotedName].includes(this.typeAt(at));
    // `per 1% fo rate`: the word is there, misspelt.
    if (!isName(1) || (isName(2) && onSameLine(next, this.LA(2)))) return false;
    const isBare = last.tokenType === NumberLiteral || last.tokenType === S.PercentSign;
    const isMeasured = last.tokenType === Identifier && this.typeAt(-1) === NumberLiteral;
    if (!isBare && !isMeasured) return false;
    this.complain({ kind: 'of-left-out', ...placeOf(next) });
    this.troubled = false;
    return true;
  }

  /** `deduct 2 per started step of 3`: the step stands behind `per`, how it is read comes last. */
  protected passStepBehindReading(): void {
    if (this.RECORDING_PHASE || !this.isAt(K.Of) || this.beginsLine()) return;
    const reading = this.LA(0);
    let last = 1;
    while (
      last < REACH &&
      onSameLine(reading, this.LA(last + 1)) &&
      !CLOSING.has(this.typeAt(last + 1))
    )
      last++;
    const place = { start: reading.startOffset, end: endOf(this.LA(last)) };
    this.complain({ kind: 'step-behind-reading', ...place, reading: reading.image });
    for (let skipped = 0; skipped < last; skipped++) this.SKIP_TOKEN();
  }

  /** How many tokens `[60%, 90%) :` takes to its closing bracket; 0 where no such thing stands here. */
  private intervalLength(): number {
    if (!this.isAt(S.LeftBracket, S.LeftParenthesis)) return 0;
    let commas = 0;
    for (let ahead = 2; ahead < REACH; ahead++) {
      const type = this.typeAt(ahead);
      if (type === S.Comma) commas++;
      if (OPENING.has(type)) return 0;
      if (!CLOSING.has(type)) continue;
      const isWhole = commas === 1 && this.typeAt(ahead + 1) === S.Colon;
      const isMixed = this.isAt(S.LeftBracket) !== (type === S.RightBracket);
      const isCall = this.isAt(S.LeftParenthesis) && isNameWord(this.LA(0)) && !isMixed;
      return isWhole && type !== S.RightBrace && !isCall ? ahead : 0;
    }
    return 0;
  }

  /** `[60%, 90%) :` stands here: the interval of a mathematician, not a list or an argument. */
  protected intervalAhead(): boolean {
    return !this.RECORDING_PHASE && this.intervalLength() > 0;
  }

  /** `[60%, 90%) : 6`: reported, and read as a row with two ends. */
  protected mendInterval(): void {
    const length = this.RECORDING_PHASE ? 0 : this.intervalLength();
    if (length === 0) return;
    const [opening, closing] = [this.LA(1), this.LA(length)];
    let comma = 2;
    while (this.typeAt(comma) !== S.Comma) comma++;
    const between = (from: number, to: number): Place => ({
      start: this.LA(from).startOffset,
      end: endOf(this.LA(to)),
    });
    this.complain({
      kind: 'interval-row',
      start: opening.startOffset,
      end: endOf(closing),
      low: comma > 2 ? between(2, comma - 1) : undefined,
      high: length - 1 > comma ? between(comma + 1, length - 1) : undefined,
      lowSign: opening.tokenType === S.LeftBracket ? '>=' : '>',
      highSign: closing.tokenType === S.RightBracket ? '<=' : '<',
    });
    this.takeFor(this.LA(comma), S.Ellipsis);
    this.SKIP_TOKEN();
  }

  /** What is left of a row's head after one of the slips above. */
  protected passRowHead(first: IToken): void {
    if (this.RECORDING_PHASE) return;
    const word = this.LA(1);
    const sign = SIDE_WORDS.get(word.image);
    if (sign !== undefined && this.typeAt(2) === S.Colon) {
      const figure = this.rangeFrom(first);
      const place = { start: figure.start, end: endOf(word) };
      this.complain({ kind: 'side-word', ...place, word: word.image, sign, figure });
      this.SKIP_TOKEN();
    } else if (this.troubled && CLOSING.has(word.tokenType) && this.typeAt(2) === S.Colon) {
      this.SKIP_TOKEN();
    }
  }

  /** `当 … : 10 分 迟报 = 1 : 5 分`: a row's condition without the word before it. */
  protected passLooseRow(): void {
    if (this.RECORDING_PHASE || this.troubled || this.atEnd()) return;
    const first = this.LA(1);
    const isComparison = comparisonOperators.includes(first.tokenType);
    if (!isNameWord(first) && !isComparison) return;
    if (isStatementKeyword(first) || this.zone !== 'plain') return;
    const count = this.rowHeadAhead(1);
    const types = Array.from({ length: count }, (_, at) => this.typeAt(at + 1));
    if (!types.some((type) => comparisonOperators.includes(type) || type === K.In)) return;
    if (types.some((type) => type === S.Equals) && this.blocks.at(-1)?.kind === 'rows') return;
    this.complain({ kind: 'loose-row', ...placeOf(first), text: this.imagesAhead(count) });
    for (let skipped = 0; skipped < count; skipped++) this.SKIP_TOKEN();
  }

  /** `when A : x rounded to 0.1 half up`: what is rounded, the row or the table, is not said. */
  protected refuseRounding(first: IToken, what: 'row' | 'table'): void {
    if (this.RECORDING_PHASE || !this.isAt(K.RoundedTo) || this.beginsLine()) return;
    let last = 2;
    while (last < REACH && !MODES.includes(this.typeAt(last))) {
      if (this.beginsLine(last) || keywordOf(this.LA(last)) === 'Otherwise') return;
      last++;
    }
    if (last === REACH) return;
    const next = this.typeAt(last + 1);
    const goesOn = [K.When, K.Otherwise, K.OtherwiseWhen].includes(next);
    if (!this.takesNoRounding && !goesOn) return;
    const rounding = { start: this.LA(1).startOffset, end: endOf(this.LA(last)) };
    this.complain({ kind: 'loose-rounding', ...rounding, what, value: this.rangeFrom(first) });
    for (let skipped = 0; skipped < last; skipped++) this.SKIP_TOKEN();
  }
}
