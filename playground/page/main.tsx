// Where the page begins: what was kept is loaded, scoring starts, and the page is drawn.
import { render } from 'preact';
import { App } from './frame/app.tsx';
import { openLink } from './frame/share-dialog.tsx';
import { listenForKeys } from './frame/shortcuts.tsx';
import { offerTour } from './frame/tour.tsx';
import { startSaving } from './state/autosave.ts';
import { titleOf, scoredFile } from './state/files.ts';
import { startScoring } from './state/results.ts';
import { dressDocument } from './state/settings.ts';
import { words } from './words/words.ts';
import './styles/page.css';

async function begin(): Promise<void> {
  dressDocument(() => `${titleOf(scoredFile.value)} · ${words.value.product}`);
  await startSaving();
  await openLink();
  addEventListener('hashchange', () => void openLink());
  startScoring();
  listenForKeys();
  const page = document.getElementById('page');
  if (page === null) return;
  page.replaceChildren();
  render(<App />, page);
  offerTour();
}

void begin();
