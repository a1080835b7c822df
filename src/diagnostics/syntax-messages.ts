// Messages of the lexer and the parser.
import { error } from './message.ts';

export const syntaxMessages = {
  'unexpected-character': error<{ text: string }>(
    ({ text }) => `“${text}” means nothing here; remove it or put the text in quotes.`,
    ({ text }) => `这里不能用“${text}”；请删去，或把文字放进引号。`,
  ),
};
