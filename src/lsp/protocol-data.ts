// Answers of the language service as the Language Server Protocol has them: offsets become lines and
// columns in UTF-16, kinds become numbers, edits are sorted by document.
import {
  CompletionItemKind,
  DiagnosticSeverity,
  InsertTextFormat,
  SymbolKind,
} from 'vscode-languageserver';
import type {
  CompletionItem as ProtocolItem,
  Diagnostic as ProtocolDiagnostic,
  DocumentSymbol as ProtocolSymbol,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Severity } from '../diagnostics/diagnostic.ts';
import type { CompletionItem } from '../edit/completion.ts';
import type { WordedDiagnostic } from '../edit/diagnostics.ts';
import type { SemanticToken } from '../edit/semantic-tokens.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../edit/semantic-tokens.ts';
import type { DocumentSymbol } from '../edit/symbols.ts';
import { createSource } from '../text/source.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { ServerFiles } from './files.ts';

/** Where an offset is: line and UTF-16 column from 0. */
export function positionOf({ lineStarts }: Source, offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (lineStarts[low] ?? 0) };
}

/** The offset of a place; a column behind the end of its line is that end. */
export function offsetOf({ text, lineStarts }: Source, { line, character }: Position): number {
  const start = lineStarts[line];
  if (start === undefined) return text.length;
  const next = lineStarts[line + 1] ?? text.length;
  return Math.min(start + character, next);
}

/** A span's place in its document; at its beginning where the document is not known. */
export function rangeOf(files: ServerFiles, span: Span): Range {
  const source = createSource(span.file, files.host.read(span.file) ?? '');
  return { start: positionOf(source, span.start), end: positionOf(source, span.end) };
}

export function locationOf(files: ServerFiles, span: Span): Location {
  return { uri: files.uriOf(span.file), range: rangeOf(files, span) };
}

export function textEdit(files: ServerFiles, { span, text }: Edit): TextEdit {
  return { range: rangeOf(files, span), newText: text };
}

/** Edits by document. */
export function workspaceEdit(files: ServerFiles, edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits)
    (changes[files.uriOf(edit.span.file)] ??= []).push(textEdit(files, edit));
  return { changes };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
} as const satisfies Record<Severity, DiagnosticSeverity>;

export function protocolDiagnostic(
  files: ServerFiles,
  { severity, code, message, span, related }: WordedDiagnostic,
): ProtocolDiagnostic {
  return {
    severity: SEVERITIES[severity],
    code,
    source: 'biaochi',
    message,
    range: rangeOf(files, span),
    relatedInformation: related.map((each) => ({
      location: locationOf(files, each.span),
      message: each.message,
    })),
  };
}

const ITEM_KINDS = {
  ruleset: CompletionItemKind.Module,
  group: CompletionItemKind.Module,
  indicator: CompletionItemKind.Class,
  item: CompletionItemKind.Class,
  input: CompletionItemKind.Variable,
  option: CompletionItemKind.Property,
  let: CompletionItemKind.Constant,
  function: CompletionItemKind.Function,
  parameter: CompletionItemKind.Variable,
  output: CompletionItemKind.Variable,
  type: CompletionItemKind.Enum,
  value: CompletionItemKind.EnumMember,
  field: CompletionItemKind.Field,
  grade: CompletionItemKind.EnumMember,
  choice: CompletionItemKind.EnumMember,
  keyword: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  builtin: CompletionItemKind.Function,
  unit: CompletionItemKind.Unit,
  file: CompletionItemKind.File,
} as const satisfies Record<CompletionItem['kind'], CompletionItemKind>;

export function protocolItem(files: ServerFiles, item: CompletionItem): ProtocolItem {
  return {
    label: item.label,
    kind: ITEM_KINDS[item.kind],
    detail: item.detail,
    documentation: item.documentation,
    filterText: item.filterText,
    sortText: item.sortText,
    insertTextFormat: item.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(files, item.span), newText: item.insert },
  };
}

const SYMBOL_KINDS = {
  ruleset: SymbolKind.Module,
  group: SymbolKind.Namespace,
  indicator: SymbolKind.Class,
  item: SymbolKind.Field,
  input: SymbolKind.Variable,
  option: SymbolKind.Property,
  let: SymbolKind.Constant,
  function: SymbolKind.Function,
  output: SymbolKind.Variable,
  type: SymbolKind.Enum,
  grades: SymbolKind.Enum,
  check: SymbolKind.Boolean,
  example: SymbolKind.Event,
  veto: SymbolKind.Event,
  amendment: SymbolKind.Operator,
} as const satisfies Record<DocumentSymbol['kind'], SymbolKind>;

export function protocolSymbol(files: ServerFiles, symbol: DocumentSymbol): ProtocolSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.kind],
    range: rangeOf(files, symbol.span),
    selectionRange: rangeOf(files, symbol.nameSpan),
    children: symbol.children.map((child) => protocolSymbol(files, child)),
  };
}

/** Semantic tokens as the protocol packs them: five numbers each, relative to the one before. */
export function packedTokens(source: Source, tokens: readonly SemanticToken[]): number[] {
  let last: Position = { line: 0, character: 0 };
  return tokens
    .flatMap((token) => onOneLine(source, token))
    .flatMap(({ start, end, type, modifiers }) => {
      const at = positionOf(source, start);
      const line = at.line - last.line;
      const character = line === 0 ? at.character - last.character : at.character;
      last = at;
      const bits = modifiers.reduce((sum, each) => sum | (1 << TOKEN_MODIFIERS.indexOf(each)), 0);
      return [line, character, end - start, TOKEN_TYPES.indexOf(type), bits];
    });
}

// Most editors take no token over several lines; comments and phrases may be.
function onOneLine({ text }: Source, token: SemanticToken): readonly SemanticToken[] {
  const lines = text.slice(token.start, token.end).split(/(?<=\r\n|[\r\n])/);
  let start = token.start;
  return lines.flatMap((line) => {
    const at = start;
    start += line.length;
    const length = line.replace(/[\r\n]+$/, '').length;
    return length > 0 ? [{ ...token, start: at, end: at + length }] : [];
  });
}
