// Passing the project on: a link that holds all of it, or a zip file; and opening either. Both are
// strangers' data when they come in, and are refused in words where they cannot be read.
import type { VNode } from 'preact';
import type { ReadState } from '../../files/project-state.ts';
import { download } from '../state/download.ts';
import { scoredFile, titleOf } from '../state/files.ts';
import { asSnapshot, portableState } from '../state/portable.ts';
import { language } from '../state/settings.ts';
import { words } from '../words/words.ts';
import { notify, show } from './dialogs.ts';
import { replaceState } from './history-dialog.tsx';

/** Shows the link, with whom it lets read what. */
export async function openShare(): Promise<void> {
  const w = words.peek();
  const { COMFORTABLE_LINK, writeLink } = await import('../../files/share-link.ts');
  const shared = writeLink(portableState(false), language.peek());
  if (shared.kind === 'refused') {
    notify([shared.message], 'bad');
    return;
  }
  const link = `${location.href.replace(/#.*$/, '')}#${shared.hash}`;
  show(w.shareTitle, () => <Share link={link} comfortable={COMFORTABLE_LINK} />);
}

function Share({ link, comfortable }: { link: string; comfortable: number }): VNode {
  const w = words.value;
  return (
    <div class="share">
      <p class="warning">{w.shareWarning}</p>
      <input
        class="wide-input"
        readOnly
        value={link}
        aria-label={w.share}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="tools">
        <button
          type="button"
          class="primary"
          onClick={() => {
            void navigator.clipboard.writeText(link).then(
              () => notify([w.copied]),
              (error: unknown) => notify([w.failed(String(error))], 'bad'),
            );
          }}
        >
          {w.shareCopy}
        </button>
        <span class="faint">{w.shareLength(String(link.length))}</span>
      </div>
      {link.length > comfortable && <p class="bad">{w.shareTooLong}</p>}
    </div>
  );
}

async function take(
  read: ReadState,
  say: string,
  refuse: (reason: string) => string,
): Promise<void> {
  if (read.kind === 'refused') {
    notify([refuse(read.message)], 'bad');
    return;
  }
  await replaceState(asSnapshot(read.state), say);
  if (read.notes.length > 0) notify(read.notes, 'bad');
}

/** Opens the project in the address, if there is one, and takes it out of the address. */
export async function openLink(): Promise<void> {
  const { hash } = location;
  if (!hash.startsWith('#s=')) return;
  history.replaceState(null, '', location.pathname + location.search);
  const { readLink } = await import('../../files/share-link.ts');
  const w = words.peek();
  await take(readLink(hash, language.peek()), w.shareOpened, w.shareBroken);
}

export async function exportProject(): Promise<void> {
  const { writeArchive } = await import('../../files/archive.ts');
  const name = titleOf(scoredFile.peek()).replace(/[/\\:*?"<>|]/gu, ' ');
  download(`${name}.zip`, 'application/zip', writeArchive(portableState(true)));
}

/** Lets a person choose a zip file and opens it. */
export function importProject(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.zip';
  input.onchange = () => {
    const file = input.files?.[0];
    if (file !== undefined) void readProject(file);
  };
  input.click();
}

async function readProject(file: File): Promise<void> {
  const w = words.peek();
  try {
    const { readArchive } = await import('../../files/archive.ts');
    const bytes = new Uint8Array(await file.arrayBuffer());
    await take(readArchive(bytes, language.peek()), w.projectOpened, w.projectBroken);
  } catch (error) {
    notify([w.projectBroken(String(error))], 'bad');
  }
}
