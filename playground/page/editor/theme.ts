// The editor's colours, in step with the page's style sheet.
import type { editor } from 'monaco-editor/editor';

export const lightTheme: editor.IStandaloneThemeData = {
  base: 'vs',
  inherit: true,
  rules: [
    { token: '', foreground: '1b2430' },
    { token: 'keyword', foreground: '17507f', fontStyle: 'bold' },
    { token: 'keyword.clause', foreground: '17507f' },
    { token: 'keyword.operator', foreground: '17507f' },
    { token: 'type', foreground: '5b3f8c' },
    { token: 'constant', foreground: '5b3f8c' },
    { token: 'number', foreground: '8a3b12' },
    { token: 'number.unit', foreground: '8a3b12' },
    { token: 'string', foreground: '2f6b3a' },
    { token: 'comment', foreground: '68717d' },
    { token: 'operator', foreground: '4a5563' },
    { token: 'delimiter', foreground: '4a5563' },
  ],
  colors: {
    'editor.background': '#ffffff',
    'editor.lineHighlightBackground': '#f3f6f9',
    'editorLineNumber.foreground': '#5b6571',
    'editorLineNumber.activeForeground': '#17507f',
    'editorCodeLens.foreground': '#5a6572',
    'editorInlayHint.foreground': '#5a6572',
    'editorInlayHint.background': '#eef1f5',
    focusBorder: '#17507f',
  },
};

export const darkTheme: editor.IStandaloneThemeData = {
  base: 'vs-dark',
  inherit: true,
  rules: [
    { token: '', foreground: 'd8dee6' },
    { token: 'keyword', foreground: '86bdec', fontStyle: 'bold' },
    { token: 'keyword.clause', foreground: '86bdec' },
    { token: 'keyword.operator', foreground: '86bdec' },
    { token: 'type', foreground: 'c3a9ee' },
    { token: 'constant', foreground: 'c3a9ee' },
    { token: 'number', foreground: 'e9b48c' },
    { token: 'number.unit', foreground: 'e9b48c' },
    { token: 'string', foreground: '9fd1a8' },
    { token: 'comment', foreground: '97a2af' },
    { token: 'operator', foreground: 'b3bdc9' },
    { token: 'delimiter', foreground: 'b3bdc9' },
  ],
  colors: {
    'editor.background': '#171b21',
    'editor.lineHighlightBackground': '#1e242c',
    'editorLineNumber.foreground': '#98a3b0',
    'editorLineNumber.activeForeground': '#86bdec',
    'editorCodeLens.foreground': '#9aa5b3',
    'editorInlayHint.foreground': '#9aa5b3',
    'editorInlayHint.background': '#242b34',
    focusBorder: '#86bdec',
  },
};
