import type { OnProgress } from '../../contract/progress';
import { html } from '../page/html';
import { progressLines } from '../progress/progress-lines';
import { liveOutput } from './emit';

/** What moves the cursor of a terminal. */
const CONTROLS = /\r|\u001b\[K/g;

/**
 * Progress of steps that take longer than two seconds: in a notebook one output of the cell that is drawn again in its place
 * and is empty at the end; elsewhere as on the command line.
 *
 * @returns the receiver of events, and `end`
 */
export function notebookProgress(): { onProgress: OnProgress; end: () => void } {
  const show = liveOutput();
  const now = () => Date.now();
  if (!show) {
    const { stderr } = process;
    return progressLines({
      write: (text) => stderr.write(text),
      isTerminal: stderr.isTTY,
      columns: stderr.columns,
      now,
    });
  }
  const write = (text: string) => {
    const line = text.replace(CONTROLS, '');
    show({ data: { 'text/html': html`<pre>${line}</pre>`.markup, 'text/plain': line }, metadata: {} });
  };
  return progressLines({ write, isTerminal: true, now });
}
