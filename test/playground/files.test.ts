// What people pass on and bring along: links, archives, kept states and the examples. Most of it is
// hostile here: whatever a stranger sends is refused in words or read as plain data.
import { deflateSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { examplesFrom, rulesetsFrom } from '../../playground/files/examples.ts';
import { keepState, readHistory, writeHistory } from '../../playground/files/history.ts';
import type { History } from '../../playground/files/history.ts';
import { neededFiles } from '../../playground/files/needed-files.ts';
import type { ProjectState, ReadState } from '../../playground/files/project-state.ts';
import { readArchive, writeArchive } from '../../playground/files/archive.ts';
import {
  fromBase64Url,
  readLink,
  toBase64Url,
  writeLink,
} from '../../playground/files/share-link.ts';
import { createSession, scoreProject } from '../../playground/worker/session.ts';
import {
  FUTIAN,
  FUTIAN_DEPARTMENT,
  projectOf,
  shippedDepartment,
  shippedTexts,
} from './projects.ts';

const STATE: ProjectState = {
  files: { 'a.chi': '规则集 甲 {}', 'b/c.chi': '规则集 乙 {}' },
  open: 'a.chi',
  departments: [{ path: 'd.json', text: '{"department":"丁"}' }],
  selected: 0,
  baseline: undefined,
};

function link(state: ProjectState): string {
  const made = writeLink(state, 'zh');
  if (made.kind === 'refused') throw new Error(made.message);
  return `#${made.hash}`;
}

/** A link with any data in it, as an attacker makes one. */
function forged(data: unknown): string {
  return `#s=1.${toBase64Url(deflateSync(strToU8(JSON.stringify(data))))}`;
}

function messageOf(read: ReadState): string {
  return read.kind === 'refused' ? read.message : '';
}

describe('a link', () => {
  test('brings back the same project', () => {
    expect(readLink(link(STATE), 'zh')).toEqual({ kind: 'state', state: STATE, notes: [] });
  });

  test('holds Futian 2022 with its department and stays short enough to send', () => {
    const { files } = projectOf();
    const needed = neededFiles(files, [FUTIAN]);
    expect(needed).toEqual([FUTIAN, 'shenzhen/common.chi']);
    const hash = link({
      files: Object.fromEntries(needed.map((path) => [path, files[path] ?? ''])),
      open: FUTIAN,
      departments: [shippedDepartment(FUTIAN_DEPARTMENT)],
      selected: 0,
      baseline: 'parent',
    });
    expect(hash.length).toBeLessThan(20_000);
    expect(hash).toMatch(/^#s=1\.[A-Za-z0-9_-]+$/);
  });

  test('keeps names such as __proto__ and markup as ordinary text', () => {
    const strange = '<img src=x onerror=alert(1)>';
    const files = Object.fromEntries([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      [strange, 'c'],
    ]);
    const read = readLink(link({ ...STATE, files, open: '__proto__' }), 'zh');
    if (read.kind === 'refused') throw new Error(read.message);
    expect(Object.entries(read.state.files)).toEqual(Object.entries(files));
    expect(Object.getPrototypeOf(read.state.files)).toBe(Object.prototype);
  });

  test.each([
    ['cut in the middle', link(STATE).slice(0, -6)],
    ['with other signs in it', link(STATE).replace(/.$/, '%')],
    ['of a newer version', link(STATE).replace('s=1.', 's=2.')],
    ['without data', '#s=1.'],
    ['of another kind', '#hello'],
    ['that is no JSON', `#s=1.${toBase64Url(deflateSync(strToU8('not json')))}`],
    ['with a text where files belong', forged({ ...STATE, files: 'x' })],
    ['with a number where a text belongs', forged({ ...STATE, files: { 'a.chi': 1 } })],
    ['with departments of another form', forged({ ...STATE, departments: [null] })],
    ['with nothing', forged(null)],
    ['with a list', forged([STATE])],
    ['with a path out of the project', forged({ ...STATE, files: { '../../x.chi': '' } })],
    ['with an absolute path', forged({ ...STATE, files: { '/etc/passwd': '' } })],
    [
      'with a path of Windows',
      forged({ ...STATE, departments: [{ path: 'C:\\x.json', text: '' }] }),
    ],
    ['with a name of 10 MB', forged({ ...STATE, files: { ['甲'.repeat(3_500_000)]: '' } })],
    [
      'with a name that turns the direction of writing',
      forged({ ...STATE, files: { 'a\u202eihc.x': '' } }),
    ],
    [
      'with very many files',
      forged({
        ...STATE,
        files: Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.chi`, ''])),
      }),
    ],
  ])('%s is refused in words, in both languages', (_, hash) => {
    const [chinese, english] = [messageOf(readLink(hash, 'zh')), messageOf(readLink(hash, 'en'))];
    expect(chinese).toMatch(/[\u4e00-\u9fff]{4}.*。$/);
    expect(english).toMatch(/\w+ \w+.*\.$/);
    expect(chinese.length).toBeLessThan(200);
  });

  test('that unpacks to hundreds of megabytes is refused before it does', () => {
    const bomb = deflateSync(new Uint8Array(300_000_000), { level: 9 });
    expect(bomb.length).toBeLessThan(400_000);
    expect(messageOf(readLink(`#s=1.${toBase64Url(bomb)}`, 'en'))).toMatch(/larger than/);
  });

  test('is written in base64 that reads back every byte', () => {
    const bytes = Uint8Array.from({ length: 257 }, (_, n) => (n * 7) & 255);
    for (const length of [0, 1, 2, 3, 4, 255, 256, 257])
      expect(fromBase64Url(toBase64Url(bytes.subarray(0, length)))).toEqual(
        bytes.subarray(0, length),
      );
    expect(fromBase64Url('a')).toBeUndefined();
    expect(fromBase64Url('ab+/')).toBeUndefined();
  });
});

describe('an archive', () => {
  test('brings back the same project, with the departments of every ruleset in it', () => {
    const others = [{ ruleset: 'b/c.chi', departments: [{ path: 'd.json', text: '{"a":1}' }] }];
    const state = { ...STATE, others };
    const read = readArchive(writeArchive(state), 'zh');
    expect(read).toEqual({ kind: 'state', state, notes: [] });
  });

  test('with an entry that leads out of the project is refused whole', () => {
    const bytes = zipSync({ 'a.chi': strToU8('规则集 甲 {}'), '../../evil.chi': strToU8('x') });
    expect(messageOf(readArchive(bytes, 'zh'))).toMatch(/项目之外.*evil/);
  });

  test('that claims to hold very much is refused before it is unpacked', () => {
    const bytes = zipSync({ 'a.chi': new Uint8Array(40_000_000) }, { level: 9 });
    expect(messageOf(readArchive(bytes, 'en'))).toMatch(/larger than/);
  });

  test('that is none, or holds nothing of use, says so', () => {
    expect(messageOf(readArchive(strToU8('no zip'), 'zh'))).toMatch(/zip/);
    const pictures = zipSync({ 'a.png': new Uint8Array(3) });
    expect(messageOf(readArchive(pictures, 'zh'))).toMatch(/没有规则集/);
  });

  test('that somebody else made is read as far as it holds rulesets and departments', () => {
    const bytes = zipSync({
      'x/y.chi': strToU8('规则集 甲 {}'),
      'x/d.json': strToU8('{}'),
      'x/readme.txt': strToU8('hello'),
      'x/broken.json': Uint8Array.from([0xff, 0xfe, 0x00]),
    });
    const read = readArchive(bytes, 'zh');
    expect(read).toMatchObject({ kind: 'state', state: { open: 'x/y.chi', selected: 0 } });
    expect(read.kind === 'state' && read.notes).toHaveLength(2);
  });
});

describe('the history', () => {
  const at = (minute: number, text: string, kind: 'auto' | 'save' = 'auto') => ({
    at: minute * 60_000,
    kind,
    state: { ...STATE, files: { 'a.chi': text } },
  });

  test('keeps one of several automatic states within a minute, and all that were asked for', () => {
    let history: History = [];
    for (const each of [at(0, 'a'), at(0.5, 'b'), at(2, 'c', 'save'), at(2.1, 'd')])
      history = keepState(history, each);
    expect(history.map(({ state }) => state.files['a.chi'])).toEqual(['d', 'c', 'b']);
  });

  test('does not grow without end, and gives up automatic states first', () => {
    let history: History = [];
    for (let minute = 0; minute < 200; minute++)
      history = keepState(history, at(minute * 2, `${minute}`, minute === 3 ? 'save' : 'auto'));
    expect(history).toHaveLength(40);
    expect(history.at(-1)?.state.files['a.chi']).toBe('3');
  });

  test('is read back from text, damaged parts left out', () => {
    const history = keepState([], at(1, 'x'));
    expect(readHistory(writeHistory(history), 'zh')).toEqual(history);
    expect(readHistory('{', 'zh')).toEqual([]);
    expect(readHistory('{"format":1,"snapshots":[null,{"at":1,"state":{}}]}', 'zh')).toEqual([]);
  });
});

describe('the examples', () => {
  const texts = shippedTexts();
  const examples = examplesFrom(texts);
  const files = rulesetsFrom(texts);

  test('hold every ruleset that ships, each once', () => {
    expect(examples.map(({ open }) => open).sort()).toEqual(Object.keys(files).sort());
  });

  test('begin with the street office and have departments', () => {
    expect(examples[0]?.id).toBe('street');
    const without = examples.filter(({ departments }) => departments.length === 0);
    expect(without.map(({ id }) => id)).toEqual(['shenzhen']);
  });

  test.each(examples.filter(({ level }) => level !== 'real'))(
    '$id scores all of its departments',
    (example) => {
      const { open, departments } = example;
      const project = projectOf({ files, open, departments: [...departments] });
      const { problems, result } = scoreProject(project, createSession());
      expect(problems).toEqual([]);
      expect(result?.departments.flatMap((each) => each.problems)).toEqual([]);
      expect(result?.departments.length).toBeGreaterThanOrEqual(departments.length);
    },
  );

  test('show what a street office scores', () => {
    const [first] = examples;
    const project = projectOf({
      files,
      open: first?.open ?? '',
      departments: [...(first?.departments ?? [])],
    });
    const { result } = scoreProject(project, createSession());
    expect(
      result?.departments.map(({ name, total, grades }) => [name, total?.text, grades.join()]),
    ).toEqual([
      ['东湖街道', '9.10', '优'],
      ['西山街道', '9.88', '优'],
      ['南桥街道', '7.10', '中'],
      ['北苑街道', '6.44', '中'],
      ['中和街道', '7.70–9.70', '优,良,中'],
    ]);
  });
});
