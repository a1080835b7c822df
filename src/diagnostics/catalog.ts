// Every message of the project: code, severity, and one sentence in English and in Chinese made from
// typed facts. A missing fact is a compile error where the diagnostic is made. Codes are stable:
// they are never reused for something else. The entries live in one file for each stage.
import { checkingMessages } from './checking-messages.ts';
import { coverageMessages } from './coverage-messages.ts';
import { departmentMessages } from './department-messages.ts';
import { generatingMessages } from './generating-messages.ts';
import { monotoneMessages } from './monotone-messages.ts';
import { syntaxMessages } from './syntax-messages.ts';

/** All messages by code. */
export const catalog = {
  ...syntaxMessages,
  ...checkingMessages,
  ...coverageMessages,
  ...monotoneMessages,
  ...departmentMessages,
  ...generatingMessages,
};

export type Catalog = typeof catalog;

/** The stable code of a message, such as `points-not-conserved`. */
export type Code = keyof Catalog;
