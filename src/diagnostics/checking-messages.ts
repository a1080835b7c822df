// Messages about names, types, amendments and points: everything that `check` can say.
import { amendmentMessages } from './amendment-messages.ts';
import { cohortMessages } from './cohort-messages.ts';
import { choiceCheckingMessages } from './choice-messages.ts';
import { namingMessages } from './naming-messages.ts';
import { structureMessages } from './structure-messages.ts';
import { typingMessages } from './typing-messages.ts';

export const checkingMessages = {
  ...amendmentMessages,
  ...namingMessages,
  ...typingMessages,
  ...structureMessages,
  ...cohortMessages,
  ...choiceCheckingMessages,
};
