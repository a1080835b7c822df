// What the ruleset compiles to, to read and to download.
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { BuildTarget } from '../../protocol.ts';
import { useAnswer } from '../state/answer.ts';
import { download } from '../state/download.ts';
import { notify } from '../frame/dialogs.ts';
import { words } from '../words/words.ts';
import { RefusedText, Waiting } from './refused.tsx';

const TARGETS: readonly BuildTarget[] = [
  'tree',
  'ts',
  'js',
  'schema',
  'types',
  'validator',
  'reader',
  'sql-duckdb',
  'sql-postgresql',
  'sql-spark',
];

const target = signal<BuildTarget>('tree');
const shownFile = signal('');

/** More than this is for the download, not for the eye. */
const SHOWN = 200_000;

export function OutputPanel(): VNode {
  const w = words.value;
  const { answer, fault } = useAnswer({ kind: 'build', target: target.value });
  return (
    <div class="output">
      <div class="panel-tools tools">
        <label>
          {w.target}{' '}
          <select
            value={target.value}
            onChange={(event) => {
              target.value = TARGETS.find((name) => name === event.currentTarget.value) ?? 'tree';
            }}
          >
            {TARGETS.map((name) => (
              <option key={name} value={name}>
                {w.targets[name]}
              </option>
            ))}
          </select>
        </label>
        {answer?.kind === 'files' && <FileTools files={answer.files} />}
      </div>
      {answer === undefined ? (
        <Waiting fault={fault} />
      ) : answer.kind === 'refused' ? (
        <RefusedText refused={answer} />
      ) : (
        <pre class="output-text" tabIndex={0} aria-label={w.output}>
          {(chosen(answer.files)?.text ?? '').slice(0, SHOWN)}
        </pre>
      )}
    </div>
  );
}

type OutputFiles = readonly { readonly path: string; readonly text: string }[];

function chosen(files: OutputFiles) {
  return files.find(({ path }) => path === shownFile.value) ?? files[0];
}

function FileTools({ files }: { files: OutputFiles }): VNode | null {
  const w = words.value;
  const file = chosen(files);
  if (file === undefined) return null;
  return (
    <>
      {files.length > 1 && (
        <label>
          {w.file}{' '}
          <select
            value={file.path}
            onChange={(event) => (shownFile.value = event.currentTarget.value)}
          >
            {files.map(({ path }) => (
              <option key={path} value={path}>
                {path}
              </option>
            ))}
          </select>
        </label>
      )}
      <button
        type="button"
        onClick={() =>
          download(
            file.path.slice(file.path.lastIndexOf('/') + 1),
            'text/plain;charset=utf-8',
            file.text,
          )
        }
      >
        {w.download} {file.path}
      </button>
      <button
        type="button"
        onClick={() => {
          void navigator.clipboard.writeText(file.text).then(
            () => notify([w.copied]),
            (error: unknown) => notify([w.failed(String(error))], 'bad'),
          );
        }}
      >
        {w.copy}
      </button>
    </>
  );
}
