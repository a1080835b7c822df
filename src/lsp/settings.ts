// What an editor says of itself when it starts the server: the language of messages, and whose figures
// to show beside the rules.
import type { InitializeParams } from 'vscode-languageserver';
import type { Language } from '../diagnostics/diagnose.ts';

export interface ServerSettings {
  readonly language: Language;
  /** A department's file, by its path in the folder. */
  readonly department: string | undefined;
}

/** `initializationOptions` may say both; otherwise the editor's own language decides, then the surroundings'. */
export function settingsOf(params: InitializeParams, around: Language): ServerSettings {
  const options: unknown = params.initializationOptions;
  const said = new Map<string, unknown>(
    typeof options === 'object' && options !== null ? Object.entries(options) : [],
  );
  const language = said.get('language');
  const department = said.get('department');
  return {
    language:
      language === 'en' || language === 'zh' ? language : languageOfLocale(params.locale, around),
    department: typeof department === 'string' && department !== '' ? department : undefined,
  };
}

function languageOfLocale(locale: string | undefined, around: Language): Language {
  if (locale === undefined) return around;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
