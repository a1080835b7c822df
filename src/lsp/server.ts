// The language server: requests of an editor in, answers of the language service out, whatever the
// connection. Mistakes are told a moment after the last keystroke, for every open file that the change
// can reach.
import type {
  CodeAction as ProtocolAction,
  Connection,
  InitializeParams,
  InitializeResult,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import manifest from '../../package.json' with { type: 'json' };
import type { Language } from '../diagnostics/diagnose.ts';
import { createSource } from '../text/source.ts';
import { codeActionsAt } from '../edit/code-actions.ts';
import { codeLensesOf } from '../edit/code-lenses.ts';
import type { Pinyin } from '../edit/completion.ts';
import { completionAt } from '../edit/completion.ts';
import { definitionAt, referencesAt } from '../edit/definition.ts';
import { diagnosticsIn } from '../edit/diagnostics.ts';
import { foldsOf } from '../edit/folding.ts';
import { formatEdits } from '../edit/format.ts';
import { hoverAt, hoverMarkdown } from '../edit/hover.ts';
import { inlayHintsOf } from '../edit/inlay-hints.ts';
import { renamableAt, renameAt } from '../edit/rename.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES, semanticTokensOf } from '../edit/semantic-tokens.ts';
import { signatureAt } from '../edit/signature.ts';
import { symbolsOf } from '../edit/symbols.ts';
import type { Workspace } from '../edit/workspace.ts';
import { chainOf, createWorkspace, createWorkspaceMemory } from '../edit/workspace.ts';
import type { ServerFiles, Surroundings } from './files.ts';
import { createFiles } from './files.ts';
import {
  locationOf,
  offsetOf,
  packedTokens,
  positionOf,
  protocolDiagnostic,
  protocolItem,
  protocolSymbol,
  rangeOf,
  textEdit,
  workspaceEdit,
} from './protocol-data.ts';
import { departmentFigures } from './department.ts';
import type { ServerSettings } from './settings.ts';
import { settingsOf } from './settings.ts';

/** What a server needs of where it runs. */
export interface Environment {
  readonly surroundings: (params: InitializeParams) => Surroundings;
  readonly loadPinyin: () => Promise<Pinyin>;
  /** Where the editor does not say which. */
  readonly language: Language;
}

/** How long nothing must be typed before mistakes are told. */
const PAUSE = 150;

/** Answers on a connection until it is closed. */
export function startServer(connection: Connection, environment: Environment): void {
  const documents = new TextDocuments(TextDocument);
  const memory = createWorkspaceMemory();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  let files: ServerFiles = createFiles(NOWHERE);
  let settings: ServerSettings = { language: 'en', department: undefined };
  let pinyin: Promise<Pinyin> | undefined;

  const plain = (): Workspace =>
    createWorkspace(files.host, { files: files.all(), language: settings.language, memory });
  const workspace = (): Workspace => {
    const found = plain();
    return { ...found, selected: departmentFigures(found, settings) };
  };
  const at = ({ textDocument, position }: TextDocumentPositionParams) => {
    const file = files.fileOf(textDocument.uri);
    return { file, offset: offsetOf(sourceOf(file), position) };
  };
  const sourceOf = (file: string) => createSource(file, files.host.read(file) ?? '');

  connection.onInitialize((params): InitializeResult => {
    settings = settingsOf(params, environment.language);
    files = createFiles(environment.surroundings(params));
    return {
      capabilities: CAPABILITIES,
      serverInfo: { name: 'biaochi', version: manifest.version },
    };
  });

  const tell = (file: string): void => {
    const found = diagnosticsIn(plain(), file);
    void connection.sendDiagnostics({
      uri: files.uriOf(file),
      diagnostics: found.map((each) => protocolDiagnostic(files, each)),
    });
  };
  const tellSoon = (changed: string): void => {
    const reached = files
      .opened()
      .filter((file) => file === changed || chainOf(plain(), file).includes(changed));
    for (const file of reached) {
      clearTimeout(waiting.get(file));
      waiting.set(
        file,
        setTimeout(() => tell(file), PAUSE),
      );
    }
  };

  documents.onDidChangeContent(({ document }) => {
    files.open(document.uri, document.getText());
    tellSoon(files.fileOf(document.uri));
  });
  documents.onDidClose(({ document }) => {
    const file = files.fileOf(document.uri);
    clearTimeout(waiting.get(file));
    files.close(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    files.refresh();
    for (const { uri } of changes) tellSoon(files.fileOf(uri));
  });

  connection.onCompletion(async (params) => {
    pinyin ??= environment.loadPinyin();
    const spelled = await pinyin.catch(() => undefined);
    const { file, offset } = at(params);
    return completionAt(plain(), file, offset, spelled).map((item) => protocolItem(files, item));
  });
  connection.onHover((params) => {
    const { file, offset } = at(params);
    const hover = hoverAt(workspace(), file, offset);
    if (!hover) return null;
    const contents = { kind: 'markdown', value: hoverMarkdown(hover) } as const;
    return { contents, range: rangeOf(files, hover.span) };
  });
  connection.onSignatureHelp((params) => {
    const { file, offset } = at(params);
    const found = signatureAt(plain(), file, offset);
    if (!found) return null;
    const parameters = found.parameters.map(({ label, about }) => ({
      label,
      documentation: about,
    }));
    const signature = { label: found.label, documentation: found.about, parameters };
    return { signatures: [signature], activeSignature: 0, activeParameter: found.active };
  });
  connection.onDefinition((params) => {
    const { file, offset } = at(params);
    return definitionAt(plain(), file, offset).map(({ to }) => locationOf(files, to));
  });
  connection.onReferences((params) => {
    const { file, offset } = at(params);
    const all = referencesAt(plain(), file, offset, params.context.includeDeclaration);
    return all.map(({ span }) => locationOf(files, span));
  });
  connection.onPrepareRename((params) => {
    const { file, offset } = at(params);
    const found = renamableAt(plain(), file, offset);
    if (found.kind === 'refused') throw new Error(found.reason);
    return { range: rangeOf(files, found.span), placeholder: found.name };
  });
  connection.onRenameRequest((params) => {
    const { file, offset } = at(params);
    const renamed = renameAt(plain(), file, offset, params.newName);
    if (renamed.kind === 'refused') throw new Error(renamed.reason);
    return workspaceEdit(files, renamed.edits);
  });
  connection.onDocumentSymbol(({ textDocument }) =>
    symbolsOf(plain(), files.fileOf(textDocument.uri)).map((each) => protocolSymbol(files, each)),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    foldsOf(plain(), files.fileOf(textDocument.uri)).map(({ kind, startLine, endLine }) => ({
      kind,
      startLine: startLine - 1,
      endLine: endLine - 1,
    })),
  );
  connection.onDocumentFormatting(({ textDocument }) => {
    const formatted = formatEdits(plain(), files.fileOf(textDocument.uri));
    return formatted.kind === 'edits' ? formatted.edits.map((edit) => textEdit(files, edit)) : [];
  });
  connection.onCodeAction(({ textDocument, range }): ProtocolAction[] => {
    const file = files.fileOf(textDocument.uri);
    const source = sourceOf(file);
    const [start, end] = [offsetOf(source, range.start), offsetOf(source, range.end)];
    return codeActionsAt(plain(), file, start, end).map((action) => ({
      title: action.title,
      kind: ACTION_KINDS[action.kind],
      isPreferred: action.isPreferred,
      edit: workspaceEdit(files, action.edits),
    }));
  });
  connection.onCodeLens(({ textDocument }) =>
    codeLensesOf(workspace(), files.fileOf(textDocument.uri)).map(({ span, text }) => ({
      range: rangeOf(files, span),
      command: { title: text, command: '' },
    })),
  );
  connection.languages.inlayHint.on(({ textDocument }) => {
    const file = files.fileOf(textDocument.uri);
    const source = sourceOf(file);
    return inlayHintsOf(plain(), file).map(({ offset, text, tooltip }) => ({
      position: positionOf(source, offset),
      label: text,
      tooltip,
      paddingLeft: true,
    }));
  });
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const file = files.fileOf(textDocument.uri);
    return { data: packedTokens(sourceOf(file), semanticTokensOf(plain(), file)) };
  });

  documents.listen(connection);
  connection.listen();
}

const NOWHERE: Surroundings = {
  read: () => undefined,
  list: () => [],
  fileOf: (uri) => uri,
  uriOf: (file) => file,
  resolve: (_, relative) => relative,
};

const ACTION_KINDS = {
  quickfix: CodeActionKind.QuickFix,
  refactor: CodeActionKind.RefactorRewrite,
  source: CodeActionKind.Source,
} as const;

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: ['"', '/', '=', '「', '.'] },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ['(', '（', ',', '，'] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: Object.values(ACTION_KINDS) },
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: true,
  },
};
