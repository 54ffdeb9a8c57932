import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePhone } from '../media.ts';

type Props = {
  readonly title: string;
  /** One sentence that says where things stand. */
  readonly status?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** Beside the title: lamp, tags. */
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
  /** The next lawful step, the only primary button; sticks to the bottom on a phone. */
  readonly primary?: ReactNode;
  readonly children: ReactNode;
};

/** The page that the address bar opened; the browser itself says where keys start on it. */
let first = true;

/** Every page: where one came from, one h1, where things stand, then the work. */
export function Page({ title, status, back, marks, actions, primary, children }: Props) {
  const phone = usePhone();
  useEffect(() => {
    document.title = `${title} · 法衡`;
  }, [title]);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // The link that led here may be gone, or stand in the menu: keys go on where the page begins.
    if (!first && main.current?.contains(document.activeElement) !== true) main.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <main id="main" className="fh-page" tabIndex={-1} ref={main}>
      <header className="fh-page-head">
        <div className="fh-page-words">
          {back === undefined ? null : (
            <Link to={back.to} className="fh-back">
              <ArrowLeftOutlined aria-hidden /> {back.label}
            </Link>
          )}
          <div className="fh-page-title">
            <h1>{title}</h1>
            {marks}
          </div>
          {status === undefined ? null : <p className="fh-page-status">{status}</p>}
        </div>
        <div className="fh-page-actions">
          {actions}
          {phone ? null : primary}
        </div>
      </header>
      {children}
      {phone && primary !== undefined && primary !== null ? <div className="fh-sticky">{primary}</div> : null}
    </main>
  );
}

/** A white card with a heading of the second order. */
export function Section({ title, extra, children, plain }: { title: string; extra?: ReactNode; children: ReactNode; plain?: boolean }) {
  return (
    <section className={plain === true ? 'fh-section fh-section-plain' : 'fh-section'} aria-label={title}>
      <div className="fh-section-head">
        <h2>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
}
