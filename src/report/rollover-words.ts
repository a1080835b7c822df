// The words for what is different in two rulesets as they are written, and for what two sides changed in
// different ways.
import type { Subject } from '../analyze/rollover/differences.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import { statementWord } from '../check/statement-places.ts';
import { statementWords } from '../diagnostics/words.ts';

export interface RolloverWords {
  /** What of the part `path` a subject is; an empty path is the ruleset itself. */
  readonly subject: (path: string, subject: Subject) => string;
  readonly added: (subject: string, text: string) => string;
  readonly removed: (subject: string, text: string) => string;
  readonly changed: (subject: string, before: string, after: string) => string;
  readonly nothing: string;
  readonly side: Readonly<Record<'base' | 'ours' | 'theirs', string>>;
  /** What each side did, in one sentence. */
  readonly conflict: (subject: string, base: string, ours: string, theirs: string) => string;
}

type Statement = Extract<Subject, { kind: 'statement' }>;

const SLOTS = {
  en: {
    type: 'type',
    value: 'value',
    about: 'explanation',
    points: 'points',
    limits: 'limits',
    condition: 'condition',
    score: 'score',
    priority: 'priority',
    tolerance: 'tolerance',
    subject: 'what is looked up',
    otherwise: 'row “otherwise”',
    gives: 'result',
    row: 'row',
  },
  zh: {
    type: '类型',
    value: '值',
    about: '说明',
    points: '分值',
    limits: '界限',
    condition: '条件',
    score: '得分',
    priority: '优先级',
    tolerance: '误差',
    subject: '分档依据',
    otherwise: '“其余”一行',
    gives: '应得',
    row: '一行',
  },
} as const;

function statementText(language: Language, { statement, name, slot }: Statement): string {
  const word = statementWords[statementWord(statement)][language];
  const kind = word
    .replace(/^an? /, '')
    .replace(/ \(.*\)$/, '')
    .replaceAll('`', '');
  const named =
    name === undefined ? kind : language === 'en' ? `${kind} “${name}”` : `${kind}“${name}”`;
  if (slot === undefined) return named;
  const part = SLOTS[language][slot];
  return language === 'en' ? `${part} of ${named}` : `${named}的${part}`;
}

const en: RolloverWords = {
  subject: (path, subject) => {
    switch (subject.kind) {
      case 'ruleset-name':
        return 'name of the ruleset';
      case 'period':
        return 'year';
      case 'node':
        return `${subject.node} “${path}”`;
      case 'name':
        return `name of “${path}”`;
      case 'points':
        return `points of “${path}”`;
      case 'head':
        return `limits of “${path}”`;
      case 'order':
        return path === '' ? 'order of the parts' : `order of the parts of “${path}”`;
      case 'statement':
        return path === ''
          ? statementText('en', subject)
          : `“${path}”: ${statementText('en', subject)}`;
      default:
        return subject satisfies never;
    }
  },
  added: (subject, text) => `added ${subject}: ${text}`,
  removed: (subject, text) => `removed ${subject}: ${text}`,
  changed: (subject, before, after) => `${subject}: ${before} → ${after}`,
  nothing: 'nothing',
  side: { base: 'was', ours: 'ours', theirs: 'theirs' },
  conflict: (subject, base, ours, theirs) =>
    `${subject}: theirs changed ${base} → ${theirs}, ours changed ${base} → ${ours}`,
};

const zh: RolloverWords = {
  subject: (path, subject) => {
    switch (subject.kind) {
      case 'ruleset-name':
        return '规则集的名称';
      case 'period':
        return '年度';
      case 'node':
        return `${subject.node === 'group' ? '分组' : subject.node === 'indicator' ? '指标' : '得分项'}“${path}”`;
      case 'name':
        return `“${path}”的名称`;
      case 'points':
        return `“${path}”的分值`;
      case 'head':
        return `“${path}”的界限`;
      case 'order':
        return path === '' ? '各部分的顺序' : `“${path}”各部分的顺序`;
      case 'statement':
        return path === ''
          ? statementText('zh', subject)
          : `“${path}”：${statementText('zh', subject)}`;
      default:
        return subject satisfies never;
    }
  },
  added: (subject, text) => `增加${subject}：${text}`,
  removed: (subject, text) => `去掉${subject}：${text}`,
  changed: (subject, before, after) => `${subject}：${before} → ${after}`,
  nothing: '没有',
  side: { base: '原来', ours: '我方', theirs: '对方' },
  conflict: (subject, base, ours, theirs) =>
    `${subject}：对方由 ${base} 改为 ${theirs}，我方由 ${base} 改为 ${ours}`,
};

export const rolloverWords: Readonly<Record<Language, RolloverWords>> = { en, zh };
