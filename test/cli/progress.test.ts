import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { createProgress } from '../../src/cli/progress.ts';

function terminal(more: Partial<Io> = {}) {
  const written: string[] = [];
  const io: Io = {
    write: () => undefined,
    writeError: (text) => written.push(text),
    readStandardInput: () => Promise.resolve(new Uint8Array()),
    environment: {},
    folder: '.',
    columns: undefined,
    errorColumns: 80,
    ...more,
  };
  return { io, written };
}

describe('the progress bar', () => {
  it('appears after a second, moves ten times a second at most, and goes away', () => {
    const { io, written } = terminal();
    let time = 0;
    const progress = createProgress('of the work', { io, language: 'en' }, () => time);
    for (time = 0; time < 1000; time += 10) progress.report(time, 4000);
    expect(written).toEqual([]);
    time = 1000;
    progress.report(1000, 4000);
    time = 1050;
    progress.report(1050, 4000);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^\r\u001b\[K\[#{8}\.{22}\] 25% of the work, about 3 s left$/);
    time = 1100;
    progress.report(2000, 4000);
    expect(written).toHaveLength(2);
    progress.end();
    expect(written.at(-1)).toBe('\r\u001b[K');
    progress.end();
    expect(written).toHaveLength(3);
  });

  it('stays on one line of a narrow terminal', () => {
    const { io, written } = terminal({ errorColumns: 30 });
    let time = 0;
    const progress = createProgress('的权重已评分', { io, language: 'zh' }, () => time);
    time = 5000;
    progress.report(1, 3);
    expect(written.join('').replace('\r\u001b[K', '').length).toBeLessThan(30);
  });

  it.each([
    ['standard error is no terminal', { errorColumns: undefined }],
    ['the terminal can do nothing', { environment: { TERM: 'dumb' } }],
  ])('writes nothing where %s', (_, more) => {
    const { io, written } = terminal(more);
    let time = 0;
    const progress = createProgress('of the work', { io, language: 'en' }, () => time);
    time = 9000;
    progress.report(1, 2);
    progress.end();
    expect(written).toEqual([]);
  });
});
