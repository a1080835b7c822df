// What the editor asks about one place of the text: completion, hover, the parameters of a call, where a
// name is from and used, and renaming it.
import { setDepartments } from '../state/departments.ts';
import { scoredFile } from '../state/files.ts';
import { monaco } from './monaco.ts';
import { modelOf, pathOf, rangeOf, uriOf } from './models.ts';
import type { Model } from './models.ts';
import { LANGUAGE } from './language.ts';
import { asked, plain, workspaceEdit } from './worker-answers.ts';

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

/** Kinds of things by the icons that people know from other editors. */
const ICONS: Readonly<Record<string, monaco.languages.CompletionItemKind>> = {
  ruleset: CompletionItemKind.Module,
  group: CompletionItemKind.Folder,
  indicator: CompletionItemKind.Class,
  item: CompletionItemKind.Field,
  input: CompletionItemKind.Variable,
  option: CompletionItemKind.Constant,
  let: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  builtin: CompletionItemKind.Function,
  parameter: CompletionItemKind.Variable,
  output: CompletionItemKind.Value,
  type: CompletionItemKind.Struct,
  value: CompletionItemKind.EnumMember,
  grade: CompletionItemKind.EnumMember,
  choice: CompletionItemKind.EnumMember,
  field: CompletionItemKind.Property,
  keyword: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  unit: CompletionItemKind.Unit,
  file: CompletionItemKind.File,
};

function at(model: Model, position: monaco.Position) {
  return { file: pathOf(model.uri), offset: model.getOffsetAt(position) };
}

function locationOf(span: { readonly file: string; readonly start: number; readonly end: number }) {
  return { uri: uriOf(span.file), range: rangeOf(modelOf(span.file), span.start, span.end) };
}

const completion: monaco.languages.CompletionItemProvider = {
  triggerCharacters: [' ', '「', '`', '"', '/', '='],
  provideCompletionItems: async (model, position) => {
    const items = await asked({ kind: 'completion', ...at(model, position) });
    return {
      suggestions: (items ?? []).map((item) => ({
        kind: ICONS[item.kind] ?? CompletionItemKind.Text,
        label: { label: item.label, description: item.detail },
        documentation: item.documentation,
        insertText: item.insert,
        range: rangeOf(model, item.span.start, item.span.end),
        filterText: item.filterText,
        sortText: item.sortText,
        ...(item.isSnippet
          ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet }
          : {}),
      })),
    };
  },
};

const hover: monaco.languages.HoverProvider = {
  provideHover: async (model, position) => {
    const found = await asked({ kind: 'hover', ...at(model, position) });
    if (found === undefined) return null;
    const facts = found.facts.map(({ label, text }) => `${plain(label)}：${plain(text)}`);
    const texts = [`**${plain(found.title)}**`, facts.join('  \n'), plain(found.about)];
    return {
      range: rangeOf(model, found.span.start, found.span.end),
      contents: texts.filter((text) => text !== '').map((value) => ({ value })),
    };
  },
};

const signature: monaco.languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: ['(', '（', ',', '，', '、'],
  provideSignatureHelp: async (model, position) => {
    const help = await asked({ kind: 'signature', ...at(model, position) });
    if (help === undefined) return null;
    return {
      value: {
        activeSignature: 0,
        activeParameter: help.active,
        signatures: [
          {
            label: help.label,
            documentation: { value: plain(help.about) },
            parameters: help.parameters.map(({ label, about }) => ({
              label,
              documentation: { value: plain(about) },
            })),
          },
        ],
      },
      dispose: () => undefined,
    };
  },
};

const definition: monaco.languages.DefinitionProvider = {
  provideDefinition: async (model, position) => {
    const found = await asked({ kind: 'definition', ...at(model, position) });
    return (found ?? []).map(({ from, to }) => ({
      ...locationOf(to),
      originSelectionRange: rangeOf(model, from.start, from.end),
    }));
  },
};

const references: monaco.languages.ReferenceProvider = {
  provideReferences: async (model, position) => {
    const found = await asked({ kind: 'references', ...at(model, position) });
    return (found ?? []).map(({ span }) => locationOf(span));
  },
};

const rename: monaco.languages.RenameProvider = {
  provideRenameEdits: async (model, position, to) => {
    const answer = await asked({ kind: 'rename', ...at(model, position), to });
    if (answer === undefined) return { edits: [] };
    if (answer.kind === 'refused') return { edits: [], rejectReason: answer.reason };
    // What departments give is called by the new name, too, so that no figure is lost.
    if (answer.departments) setDepartments(scoredFile.peek(), answer.departments);
    return workspaceEdit(answer.edits);
  },
};

/** Registers everything that is asked about a place. */
export function registerPlaceProviders(): void {
  const { languages } = monaco;
  languages.registerCompletionItemProvider(LANGUAGE, completion);
  languages.registerHoverProvider(LANGUAGE, hover);
  languages.registerSignatureHelpProvider(LANGUAGE, signature);
  languages.registerDefinitionProvider(LANGUAGE, definition);
  languages.registerReferenceProvider(LANGUAGE, references);
  languages.registerRenameProvider(LANGUAGE, rename);
}
