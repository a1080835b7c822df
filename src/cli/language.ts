// Which language to speak: what `--lang` says, otherwise the locale, otherwise English.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Io } from './io.ts';

/**
 * Looks for `--lang` before the arguments are parsed, because help and usage errors need it too. A
 * wrong value is left to the parser, which says so.
 */
export function languageOf(argv: readonly string[], environment: Io['environment']): Language {
  const end = argv.indexOf('--');
  const before = end === -1 ? argv : argv.slice(0, end);
  for (const [index, argument] of before.entries()) {
    const value = argument.startsWith('--lang=')
      ? argument.slice('--lang='.length)
      : argument === '--lang'
        ? before[index + 1]
        : undefined;
    if (value === 'zh' || value === 'en') return value;
  }
  // POSIX order: the first that is set and not empty decides.
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (each) => each !== undefined && each !== '',
  );
  return locale !== undefined && /^zh\b|^zh[_-]/i.test(locale) ? 'zh' : 'en';
}
