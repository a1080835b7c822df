// Help in the user's language. Commander writes the pages; the heads, the usage forms and the widths
// of Chinese text are ours.
import type { Command, HelpConfiguration } from 'commander';
import { widthOf, wrap } from '../report/wrap.ts';
import type { Session } from './session.ts';

/** How every command of the program shows its help. */
export function helpFor({ words, settings }: Session): HelpConfiguration {
  const heads = new Map([
    ['Usage:', words.usage.usage],
    ['Options:', words.usage.options],
    ['Arguments:', words.usage.arguments],
    ['Commands:', words.usage.commands],
  ]);
  return {
    helpWidth: settings.width,
    displayWidth: widthOf,
    boxWrap: (text, width) => wrap(text, width).join('\n'),
    styleTitle: (title) => settings.paint.strong(heads.get(title) ?? title),
    // Choices and defaults stand in the descriptions, in words.
    optionDescription: (option) => option.description,
    commandUsage: usageOf(words),
    subcommandTerm: (command) => command.name(),
  };
}

function usageOf(words: Session['words']): (command: Command) => string {
  return (command) => {
    const names: string[] = [];
    for (let each: Command | null = command; each; each = each.parent) names.unshift(each.name());
    const isRoot = command.parent === null;
    const taken = command.registeredArguments.map((argument) => {
      const name = argument.name() + (argument.variadic ? '...' : '');
      return argument.required ? name : `[${name}]`;
    });
    const rest = isRoot
      ? [words.usageForm.command, words.usageForm.options]
      : [words.usageForm.options, ...taken];
    return [...names, ...rest].join(' ');
  };
}
