import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { languageOf } from '../../src/cli/language.ts';
import { biaochi, FILES, folderWith } from './console.ts';

const COMMANDS = [
  'check',
  'score',
  'explain',
  'audit',
  'test',
  'fmt',
  'derive',
  'flatten',
  'merge',
  'build',
  'init',
  'lsp',
];

describe('the language', () => {
  it('is what --lang says, otherwise the locale, otherwise English', () => {
    expect(languageOf(['--lang', 'zh'], { LANG: 'en_US.UTF-8' })).toBe('zh');
    expect(languageOf(['score', '--lang=en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(languageOf([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageOf([], { LANG: 'zh' })).toBe('zh');
    expect(languageOf([], { LANG: 'C' })).toBe('en');
    expect(languageOf([], { LANG: 'POSIX' })).toBe('en');
    expect(languageOf([], {})).toBe('en');
  });

  it('follows LC_ALL before LC_MESSAGES before LANG, empty ones left out', () => {
    expect(languageOf([], { LC_ALL: 'zh_CN', LC_MESSAGES: 'en_US', LANG: 'en_US' })).toBe('zh');
    expect(languageOf([], { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' })).toBe('zh');
    expect(languageOf([], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
  });

  it('is not taken from arguments after --', () => {
    expect(languageOf(['--', '--lang', 'zh'], {})).toBe('en');
  });
});

describe('help', () => {
  it.each(COMMANDS)('exists for %s in both languages and ends well', async (command) => {
    const en = await biaochi('.', [command, '--help']);
    const zh = await biaochi('.', [command, '--help', '--lang', 'zh']);
    expect([en.exit, zh.exit]).toEqual([0, 0]);
    expect(en.out).toMatch(new RegExp(`^Usage: biaochi ${command} \\[options\\]`));
    expect(zh.out).toMatch(new RegExp(`^用法： biaochi ${command} \\[选项\\]`));
    expect(zh.out).not.toMatch(/\b(?:Options|Arguments|display help)\b/);
  });

  it('lists all commands', async () => {
    const { exit, out } = await biaochi('.', ['--help']);
    expect(exit).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it('is shown on standard error, with exit code 2, where no command is given', async () => {
    const { exit, out, error } = await biaochi('.', []);
    expect([exit, out]).toEqual([2, '']);
    expect(error).toContain('Usage: biaochi');
  });

  it('tells the version', async () => {
    expect(await biaochi('.', ['--version'])).toEqual({
      exit: 0,
      out: `${manifest.version}\n`,
      error: '',
    });
  });
});

describe('a usage mistake', () => {
  const mistakes: readonly (readonly [string, readonly string[], string])[] = [
    [
      'an unknown command',
      ['scor'],
      'error: there is no command “scor”. Did you mean “score”?\nTry: biaochi --help\n',
    ],
    [
      'an unknown option',
      ['score', '--sctrict', 'a', 'b'],
      'error: there is no option --sctrict. Did you mean “--strict”?\nTry: biaochi score --help\n',
    ],
    [
      'a missing argument',
      ['score', '2024.chi'],
      'error: DEPARTMENT is missing.\nTry: biaochi score --help\n',
    ],
    [
      'a missing value',
      ['score', 'a', 'b', '--format'],
      'error: --format needs a value.\nTry: biaochi score --help\n',
    ],
    [
      'a wrong value',
      ['check', 'a', '--format', 'xml'],
      'error: --format cannot be “xml”; it is table or json.\nTry: biaochi check --help\n',
    ],
    [
      'a wrong language',
      ['check', 'a', '--lang', 'fr'],
      'error: --lang cannot be “fr”; it is zh or en.\nTry: biaochi check --help\n',
    ],
    [
      'too many arguments',
      ['init', 'a', 'b'],
      'error: there are too many arguments.\nTry: biaochi init --help\n',
    ],
  ];

  it.each(mistakes)('of %s is said in one sentence with exit code 2', async (_, argv, sentence) => {
    expect(await biaochi('.', argv)).toEqual({ exit: 2, out: '', error: sentence });
  });

  it('is said in Chinese too', async () => {
    const { error } = await biaochi('.', ['score', '2024.chi'], {
      environment: { LANG: 'zh_CN.UTF-8' },
    });
    expect(error).toBe('错误：缺少参数：部门。\n请看：biaochi score --help\n');
  });
});

describe('a fault of ours', () => {
  const broken = () => {
    throw new Error('lost in thought');
  };

  it('is one sentence and exit code 70', async () => {
    const outcome = await biaochi(folderWith(FILES), ['check', '2024.chi'], { write: broken });
    expect(outcome.exit).toBe(70);
    expect(outcome.error).toBe(
      'error: This is a fault in biaochi, not in your files: lost in thought. Please report it; BIAOCHI_DEBUG=1 shows where it happened.\n',
    );
  });

  it('shows where it happened to those who ask', async () => {
    const environment = { BIAOCHI_DEBUG: '1' };
    const { error } = await biaochi(folderWith(FILES), ['check', '2024.chi'], {
      write: broken,
      environment,
    });
    expect(error).toMatch(/\n {4}at /);
  });
});

describe('colour', () => {
  const colours = async (more: object) =>
    (await biaochi(folderWith(FILES), ['check', '2024.chi'], more)).out.includes('\u001b[');

  it('is for terminals only and can be turned off', async () => {
    expect(await colours({})).toBe(false);
    expect(await colours({ columns: 100 })).toBe(true);
    expect(await colours({ columns: 100, environment: { NO_COLOR: '1' } })).toBe(false);
    expect(await colours({ columns: 100, environment: { NO_COLOR: '' } })).toBe(true);
    expect(await colours({ columns: 100, environment: { TERM: 'dumb' } })).toBe(false);
  });
});
