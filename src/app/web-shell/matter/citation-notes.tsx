import { Link } from '@tanstack/react-router';
import { CITATION_NOTE_LABELS, type CitationNote } from '#law';
import { queryString } from '#ui/api/query-string.ts';
import { Section } from '#ui/layout/page.tsx';

/** 引用核对: what of a draft's citations stops its signing, and what only wants a person's look. */
export function CitationNotes({ notes }: { notes: readonly CitationNote[] }) {
  if (notes.length === 0) return null;
  const wrong = notes.filter((note) => note.is === 'wrong').length;
  return (
    <Section
      title="引用核对"
      extra={<span className="fh-quiet">{wrong === 0 ? '不影响审核、签发' : `${wrong}处须改正后才能审核、签发`}</span>}
    >
      <ul className="fh-now-acts" aria-label="引用核对">
        {notes.map((note) => (
          <li key={`${note.where} ${note.place}`}>
            <span>
              <span className={note.is === 'wrong' ? 'fh-mark fh-mark-wrong' : 'fh-mark'}>{CITATION_NOTE_LABELS[note.is]}</span>
              <Link to={`/laws/${encodeURIComponent(note.law)}${queryString({ on: note.on })}`}>{note.place}</Link>
            </span>
            <span className="fh-closed">
              {note.where}：{note.reason}
              {note.is !== 'wrong' || note.replacedBy === null ? null : (
                <Link className="fh-after" to={`/laws/${encodeURIComponent(note.replacedBy)}${queryString({ on: note.on })}`}>
                  现行规定
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
