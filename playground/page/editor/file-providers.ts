// What the editor asks about a whole file: outline, folding, semantic colours, hints, scores beside the
// indicators, formatting, and what can be done about a problem.
import { effect } from '@preact/signals';
import { notify } from '../frame/dialogs.ts';
import { openPart } from '../panels/sheet-panel.tsx';
import type { DocumentSymbol } from '../../../src/edit/symbols.ts';
import { answeredRevision, isStale } from '../state/results.ts';
import { tab } from '../state/settings.ts';
import { LANGUAGE } from './language.ts';
import { pathOf, rangeOf } from './models.ts';
import type { Model } from './models.ts';
import { monaco } from './monaco.ts';
import { asked, workspaceEdit } from './worker-answers.ts';

const { SymbolKind, FoldingRangeKind } = monaco.languages;

const SHOW_PART = 'biaochi.showPart';

const SYMBOLS: Readonly<Record<string, monaco.languages.SymbolKind>> = {
  ruleset: SymbolKind.Module,
  group: SymbolKind.Namespace,
  indicator: SymbolKind.Class,
  item: SymbolKind.Field,
  input: SymbolKind.Variable,
  option: SymbolKind.Constant,
  let: SymbolKind.Variable,
  function: SymbolKind.Function,
  output: SymbolKind.Property,
  type: SymbolKind.Struct,
  grades: SymbolKind.Enum,
  check: SymbolKind.Boolean,
  example: SymbolKind.Event,
  veto: SymbolKind.Operator,
  amendment: SymbolKind.Key,
};

const TOKEN_TYPES = [
  'namespace',
  'class',
  'property',
  'variable',
  'parameter',
  'enumMember',
  'type',
  'function',
  'keyword',
  'operator',
  'number',
  'string',
  'comment',
  'unit',
];
const TOKEN_MODIFIERS = ['declaration', 'readonly', 'modification'];

/** Fires whenever there are new scores, so that what stands beside the text is asked for again. */
const rescored = new monaco.Emitter<void>();

const symbols: monaco.languages.DocumentSymbolProvider = {
  provideDocumentSymbols: async (model) => {
    const found = await asked({ kind: 'symbols', file: pathOf(model.uri) });
    return (found ?? []).map((symbol) => symbolOf(model, symbol));
  },
};

function symbolOf(model: Model, symbol: DocumentSymbol): monaco.languages.DocumentSymbol {
  const { kind, name, detail, span, nameSpan, children } = symbol;
  return {
    kind: SYMBOLS[kind] ?? SymbolKind.Object,
    // Monaco refuses symbols without a name, which half-written text has.
    name: name === '' ? '…' : name,
    detail,
    tags: [],
    range: rangeOf(model, span.start, span.end),
    selectionRange: rangeOf(model, nameSpan.start, nameSpan.end),
    children: children.map((child) => symbolOf(model, child)),
  };
}

const folding: monaco.languages.FoldingRangeProvider = {
  provideFoldingRanges: async (model) => {
    const folds = await asked({ kind: 'folding', file: pathOf(model.uri) });
    return (folds ?? []).map(({ kind, startLine, endLine }) => ({
      start: startLine,
      end: endLine,
      kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
    }));
  },
};

const tokens: monaco.languages.DocumentSemanticTokensProvider = {
  getLegend: () => ({ tokenTypes: TOKEN_TYPES, tokenModifiers: TOKEN_MODIFIERS }),
  provideDocumentSemanticTokens: async (model) => {
    const version = model.getVersionId();
    const found = await asked({ kind: 'tokens', file: pathOf(model.uri) });
    if (found === undefined || model.getVersionId() !== version) return null;
    const data: number[] = [];
    let line = 1;
    let column = 1;
    for (const { start, end, type, modifiers } of found) {
      // Monarch colours these as well, and before anything is compiled.
      if (type === 'string' || type === 'comment' || type === 'number') continue;
      const { lineNumber, column: begins } = model.getPositionAt(start);
      data.push(
        lineNumber - line,
        lineNumber === line ? begins - column : begins - 1,
        end - start,
        TOKEN_TYPES.indexOf(type),
        modifiers.reduce((bits, name) => bits | (1 << TOKEN_MODIFIERS.indexOf(name)), 0),
      );
      line = lineNumber;
      column = begins;
    }
    return { data: Uint32Array.from(data) };
  },
  releaseDocumentSemanticTokens: () => undefined,
};

const hints: monaco.languages.InlayHintsProvider = {
  onDidChangeInlayHints: rescored.event,
  provideInlayHints: async (model, range) => {
    const found = await asked({ kind: 'hints', file: pathOf(model.uri) });
    const all = (found ?? []).map(({ offset, text, tooltip }) => ({
      position: model.getPositionAt(offset),
      label: text,
      tooltip,
      paddingLeft: true,
    }));
    return {
      hints: all.filter(({ position }) => range.containsPosition(position)),
      dispose: () => undefined,
    };
  },
};

/** The scores of the last good result by the part that they are of, for each file. */
const lastScores = new Map<string, ReadonlyMap<string, string>>();

interface Scored {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
  readonly path: readonly string[];
}

/** Scores beside the parts; while the text has errors those from before, so that no line jumps. */
async function scoresBeside(file: string): Promise<readonly Scored[]> {
  const found = await asked({ kind: 'lenses', file });
  if (found !== undefined && found.length > 0) {
    lastScores.set(file, new Map(found.map(({ path, text }) => [JSON.stringify(path), text])));
    return found;
  }
  const before = lastScores.get(file);
  if (before === undefined || !isStale.peek()) return [];
  const tree = (await asked({ kind: 'symbols', file })) ?? [];
  const walk = (symbol: DocumentSymbol, above: readonly string[]): readonly Scored[] => {
    const path = symbol.kind === 'ruleset' ? above : [...above, symbol.name];
    const text = before.get(JSON.stringify(path));
    const below = symbol.children.flatMap((child) => walk(child, path));
    return text === undefined
      ? below
      : [{ span: symbol.nameSpan, text: `(${text})`, path }, ...below];
  };
  return tree.flatMap((symbol) => walk(symbol, []));
}

const lenses: monaco.languages.CodeLensProvider = {
  onDidChange: (hear) =>
    rescored.event(() => {
      hear(lenses);
    }),
  provideCodeLenses: async (model) => ({
    lenses: (await scoresBeside(pathOf(model.uri))).map(({ span, text, path }) => ({
      range: rangeOf(model, span.start, span.end),
      command: { id: SHOW_PART, title: text, arguments: [path] },
    })),
    dispose: () => undefined,
  }),
};

const format: monaco.languages.DocumentFormattingEditProvider = {
  provideDocumentFormattingEdits: async (model) => {
    const answer = await asked({ kind: 'format', file: pathOf(model.uri) });
    if (answer === undefined) return [];
    if (answer.kind === 'refused') {
      notify([answer.reason], 'bad');
      return [];
    }
    return answer.edits.map(({ span, text }) => ({
      range: rangeOf(model, span.start, span.end),
      text,
    }));
  },
};

const actions: monaco.languages.CodeActionProvider = {
  provideCodeActions: async (model, range, context) => {
    const found = await asked({
      kind: 'actions',
      file: pathOf(model.uri),
      start: model.getOffsetAt(range.getStartPosition()),
      end: model.getOffsetAt(range.getEndPosition()),
    });
    return {
      actions: (found ?? []).map((action) => {
        const { title, edits, kind, mends, isPreferred } = action;
        return {
          title,
          kind,
          isPreferred,
          edit: workspaceEdit(edits),
          diagnostics: context.markers.filter(({ code }) => code === mends),
        };
      }),
      dispose: () => undefined,
    };
  },
};

/** Registers everything that is asked about a file, and asks again after each scoring. */
export function registerFileProviders(): void {
  const { languages, editor } = monaco;
  editor.registerCommand(SHOW_PART, (_accessor, path: readonly string[]) => {
    tab.value = 'sheet';
    openPart(path);
  });
  languages.registerDocumentSymbolProvider(LANGUAGE, symbols);
  languages.registerFoldingRangeProvider(LANGUAGE, folding);
  languages.registerDocumentSemanticTokensProvider(LANGUAGE, tokens);
  languages.registerInlayHintsProvider(LANGUAGE, hints);
  languages.registerCodeLensProvider(LANGUAGE, lenses);
  languages.registerDocumentFormattingEditProvider(LANGUAGE, format);
  languages.registerCodeActionProvider(LANGUAGE, actions);
  effect(() => {
    if (answeredRevision.value > 0) rescored.fire();
  });
}
