import { instantWords } from '#ui/time-words.ts';
import type { EventView } from '../contract.ts';

/** 经过: every change of facts with old and new side by side, every decision with its words; newest first. */
export function FindingHistory({ events }: { events: readonly EventView[] }) {
  return (
    <ol className="ow-events" aria-label="经过，最近的在前">
      {events.map((event) => (
        <li key={event.seq}>
          <p>
            <strong>{event.label}</strong>{' '}
            <span className="fh-quiet">
              {instantWords(event.at)} · {event.by ?? '平台'}
            </span>
          </p>
          {event.words === null || event.words === '' ? null : <p>{event.words}</p>}
          {event.formerly === null ? null : (
            <div className="ow-change">
              <Side title="此前" seen={event.formerly} />
              <Side title="现在" seen={event.seen} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Side({ title, seen }: { title: string; seen: EventView['seen'] }) {
  return (
    <div>
      <p className="fh-quiet">{title}</p>
      {seen === null ? (
        <p>规则不再提示</p>
      ) : (
        <>
          <p>{seen.because}</p>
          <dl className="ow-facts">
            {Object.entries(seen.facts).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
