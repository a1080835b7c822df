// Which of the two languages a text is written in, so that what is to be written into it is in the same.
import { keywords } from '../../grammar/keywords.ts';
import type { Source } from '../text/source.ts';

/** The language of the word with which the ruleset begins; English where there is none. */
export function languageOf({ text }: Source): 'en' | 'zh' {
  const [english] = keywords.Ruleset.en;
  const [chinese] = keywords.Ruleset.zh;
  const places = [text.indexOf(english), text.indexOf(chinese)] as const;
  if (places[1] < 0) return 'en';
  return places[0] < 0 || places[1] < places[0] ? 'zh' : 'en';
}
