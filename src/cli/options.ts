// The options that several commands share, declared and read in one place.
import type { Command } from 'commander';
import { Option } from 'commander';
import type { EvidenceStatus } from '../input/department.ts';
import type { CliWords } from './words.ts';

export type Format = 'table' | 'json';

/** `--lang zh|en`; its value is read before parsing, here it is only declared and checked. */
export function withLanguage(command: Command, words: CliWords): Command {
  return command.addOption(new Option('--lang <zh|en>', words.option.lang).choices(['zh', 'en']));
}

/** `--format table|json` */
export function withFormat(command: Command, words: CliWords): Command {
  const option = new Option('--format <table|json>', words.option.format);
  return command.addOption(option.choices(['table', 'json']).default('table'));
}

/** Of reports that are also read outside of a terminal. */
export type ReportFormat = Format | 'markdown' | 'html';

/** `--format table|json|markdown|html` */
export function withReportFormat(command: Command, words: CliWords): Command {
  const option = new Option('--format <table|json|markdown|html>', words.option.reportFormat);
  return command.addOption(option.choices(['table', 'json', 'markdown', 'html']).default('table'));
}

/** Statuses whose figures can be left out with `--without`; rejected ones never count anyway. */
export const REMOVABLE: readonly EvidenceStatus[] = ['assumed', 'judged', 'disclosed', 'verified'];

/** Reads `assumed,judged`; the first word that is no status comes back instead. */
export function readStatuses(
  text: string,
): ReadonlySet<EvidenceStatus> | { readonly unknown: string } {
  const statuses = new Set<EvidenceStatus>();
  for (const word of text.split(/[,，、\s]+/).filter((each) => each !== '')) {
    const status = REMOVABLE.find((each) => each === word);
    if (!status) return { unknown: word };
    statuses.add(status);
  }
  return statuses;
}

/** Which readings and which evidence count. */
export interface Readings {
  readonly option: readonly string[];
  readonly without: string;
}

/** With whom departments are compared. */
export interface Comparing {
  readonly cohort: readonly string[];
}

/** `--cohort FILE…` */
export function withCohort(command: Command, words: CliWords): Command {
  return command.addOption(new Option('--cohort <file...>', words.option.cohort).default([]));
}

/** Which of the departments in the files is asked about. */
export interface Asking {
  readonly department?: string;
}

/** `--department NAME` */
export function withDepartment(command: Command, words: CliWords): Command {
  return command.addOption(new Option('--department <name>', words.option.department));
}

/** Reads an option that may be repeated. */
export function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** `--option NAME=VALUE` and `--without STATUS,STATUS` */
export function withReadings(command: Command, words: CliWords): Command {
  return command
    .addOption(
      new Option('--option <name=value>', words.option.option).argParser(collected).default([]),
    )
    .addOption(new Option('--without <status,...>', words.option.without).default(''));
}
