import type { Readable } from 'node:stream';
import { readXml } from '#platform/spreadsheet/xlsx-xml';

export type DocxText = { readonly text: string; readonly trackedChanges: number };

const REMOVED = new Set(['del', 'moveFrom']);
const ADDED = new Set(['ins', 'moveTo']);

/**
 * The text of word/document.xml, one line for each paragraph and table row. Tracked changes are read as if all of them
 * had been accepted, and counted.
 */
export async function readDocxBody(part: Readable): Promise<DocxText> {
  const lines: string[] = [];
  let paragraph = '';
  let row: string[] | null = null;
  let removed = 0;
  let trackedChanges = 0;
  let inText = false;
  await readXml(part, {
    open: (name) => {
      if (REMOVED.has(name) || ADDED.has(name)) trackedChanges += 1;
      if (REMOVED.has(name)) removed += 1;
      if (name === 't') inText = true;
      if (removed === 0 && (name === 'tab' || name === 'br' || name === 'cr')) paragraph += name === 'tab' ? ' ' : '\n';
      if (name === 'tr') row = [];
    },
    close: (name) => {
      if (REMOVED.has(name)) removed -= 1;
      if (name === 't') inText = false;
      if (name === 'p') {
        if (row === null) lines.push(paragraph, '');
        else if (paragraph !== '') row.push(paragraph);
        paragraph = '';
      }
      if (name === 'tr' && row !== null) {
        lines.push(`| ${row.join(' | ')} |`);
        row = null;
      }
    },
    text: (text) => {
      if (inText && removed === 0) paragraph += text;
    },
  });
  return { text: lines.join('\n'), trackedChanges };
}
