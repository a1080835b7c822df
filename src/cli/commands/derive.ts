// `biaochi derive`: next year's ruleset as an amendment of this year's, from wishes on the command line
// or from an edited copy. What does not check is not written, unless it is wanted as a draft.
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Derivation, Derived } from '../../analyze/rollover/derive.ts';
import { deriveFromEdited, deriveFromWishes } from '../../analyze/rollover/derive.ts';
import { outlineOf } from '../../analyze/rollover/flatten.ts';
import type { PointsGap } from '../../analyze/rollover/points-ways.ts';
import { hasErrors } from '../../diagnostics/diagnose.ts';
import { diagnosticsJson, diagnosticsText } from '../../report/diagnostics.ts';
import type { Sources } from '../../report/diagnostics.ts';
import { differenceLines, differencesJson } from '../../report/rollover.ts';
import { failingLines } from '../failing-examples.ts';
import { hostFor } from '../host.ts';
import { EXIT } from '../io.ts';
import { complain } from '../load-ruleset.ts';
import type { Format } from '../options.ts';
import { withFormat, withLanguage } from '../options.ts';
import type { WishOptions } from '../read-wishes.ts';
import { hasWishes, readWishes } from '../read-wishes.ts';
import { relativeTo } from '../relative-path.ts';
import type { Session } from '../session.ts';
import { readTextFile } from '../text-file.ts';
import { inTheWay, writeResult } from '../write-result.ts';
import { deriveWords } from './derive-words.ts';

interface DeriveOptions extends WishOptions {
  readonly from: string;
  readonly edited?: string;
  readonly name?: string;
  readonly year?: string;
  readonly draft?: true;
  readonly force?: true;
  readonly format: Format;
}

export function addDerive(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words, language } = session;
  const own = deriveWords[language];
  const collect = (value: string, before: readonly string[]) => [...before, value];
  const repeated = (flags: string, about: string) =>
    new Option(flags, about).argParser(collect).default([]);
  const command = program
    .command('derive')
    .description(words.about.derive)
    .argument(`<${own.file[0]}>`, own.file[1])
    .requiredOption('--from <ruleset>', own.from)
    .option('--year <text>', own.year)
    .option('--name <name>', own.name)
    .option('--source <document>', own.source)
    .option('--section <place>', own.section)
    .addOption(repeated('--points <path=points>', own.points))
    .option('--total <points>', own.total)
    .addOption(repeated('--set <name=value>', own.set))
    .addOption(repeated('--grade <name=points>', own.grade))
    .addOption(repeated('--remove <path>', own.remove))
    .addOption(repeated('--rename <path=name>', own.rename))
    .option('--edited <file>', own.edited)
    .option('--draft', own.draft)
    .option('--force', own.force)
    .addHelpText('after', `\n${own.notes}`);
  withLanguage(withFormat(command, words), words).action((path: string, options: DeriveOptions) => {
    finish(derive(path, options, session));
  });
}

function derive(file: string, options: DeriveOptions, session: Session): number {
  const { io, words } = session;
  const own = deriveWords[session.language];
  if (options.edited !== undefined && hasWishes(options)) return session.refuse(own.both);
  const taken = inTheWay(file, options.force ?? false, session);
  if (taken !== undefined) return session.refuse(taken);
  const parent = readTextFile(io.folder, options.from);
  if (parent.kind === 'problem') return session.refuse(words.file(parent.path, parent.problem));
  const amends = relativeTo(io.folder, file, parent.source.file);
  if (amends === basename(file)) return session.refuse(own.itself);
  const host = hostFor(io.folder);
  const derivation: Derivation = {
    parent: parent.source,
    host,
    file,
    amends,
    name: options.name,
    period: options.year ?? yearIn(file),
    heading: [],
  };
  const known = outlineOf(parent.source, host);
  if (known.kind === 'refused') {
    complain(known.diagnostics, known.sources, session);
    return EXIT.findings;
  }
  if (options.edited !== undefined) {
    const edited = readTextFile(io.folder, options.edited);
    if (edited.kind === 'problem') return session.refuse(words.file(edited.path, edited.problem));
    const derived = deriveFromEdited(derivation, edited.source);
    if (derived.kind === 'derived') {
      const sources = new Map([
        ...derived.compilation.sources,
        [edited.source.file, edited.source],
      ]);
      return finishDerived(derived, file, options, sources, session);
    }
    complain(derived.diagnostics, derived.sources, session);
    return EXIT.findings;
  }
  const wishes = readWishes(options, known.outline, session);
  if (typeof wishes === 'string') return session.refuse(wishes);
  const derived = deriveFromWishes(
    { ...derivation, heading: hasWishes(options) ? [] : [own.heading(known.outline.language)] },
    wishes,
  );
  if (derived.kind === 'derived')
    return finishDerived(derived, file, options, derived.compilation.sources, session);
  complain(derived.diagnostics, derived.sources, session);
  return EXIT.findings;
}

/** `2023` in `futian/2023.chi`. */
function yearIn(file: string): string | undefined {
  return /\d{4}/.exec(basename(file, extname(file)))?.[0];
}

function finishDerived(
  derived: Derived,
  file: string,
  options: DeriveOptions,
  sources: Sources,
  session: Session,
): number {
  const own = deriveWords[session.language];
  const { compilation, source, changes, left, gaps, failing } = derived;
  const isBroken = hasErrors(compilation.diagnostics) || left.length > 0;
  const isWritten = !isBroken || options.draft === true;
  if (isWritten) {
    const problem = writeResult(file, source.text, session);
    if (problem !== undefined) return session.refuse(problem);
  }
  const failingText = failingLines(compilation.framework, failing, session);
  const exit = isBroken || failing.length > 0 ? EXIT.findings : EXIT.fine;
  if (options.format === 'json') {
    session.printJson({
      file,
      written: isWritten,
      text: source.text,
      changes: differencesJson(changes, sources, session.language),
      left: differencesJson(left, sources, session.language),
      gaps,
      diagnostics: diagnosticsJson(compilation.diagnostics, compilation.sources, session.language),
      failing: failingText.slice(1).map((line) => line.trim()),
    });
    return exit;
  }
  const say = (lines: readonly string[]) => {
    if (lines.length > 0) session.io.writeError(`${lines.join('\n')}\n`);
  };
  say(diagnosticsText(compilation.diagnostics, compilation.sources, session.errorSettings));
  say(gaps.flatMap((gap) => gapLines(gap, session)));
  if (left.length > 0) say([own.left, ...differenceLines(left, sources, session.errorSettings)]);
  const lines = differenceLines(changes, sources, session.settings);
  session.print([
    isWritten ? own.changes : own.wouldChange,
    ...(lines.length > 0 ? lines : [own.nothing]),
  ]);
  say(failingText);
  if (!isWritten) session.refuse(own.notWritten(file));
  else session.print([session.words.wrote(file)]);
  return exit;
}

/** The most parts of which each is offered to take the whole difference. */
const MOST_OFFERED = 6;

function gapLines({ path, sum, parts }: PointsGap, session: Session): string[] {
  const own = deriveWords[session.language];
  const whole =
    sum === undefined
      ? []
      : [path.length === 0 ? `--total ${sum}` : `--points ${quoted(path, sum)}`];
  const others = parts
    .slice(0, MOST_OFFERED)
    .map(({ path: part, points }) => `--points ${quoted(part, points)}`);
  return [own.ways(path.join(' / ')), ...[...whole, ...others].map((way) => `  ${way}`)];
}

function quoted(path: readonly string[], points: string): string {
  const text = `${path.join('/')}=${points}`;
  return /^[\p{L}\p{N}_./=-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
