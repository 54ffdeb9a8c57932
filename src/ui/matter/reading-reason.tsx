import { Input } from 'antd';
import { createContext, type ReactNode, useContext, useId, useState } from 'react';

const SHORTEST = 4;

type Reading = {
  /** Whether this reader has to say for what a file is wanted. */
  readonly asks: boolean;
  /** As stated; '' before. */
  readonly reason: string;
  readonly state: (reason: string) => void;
};
const Context = createContext<Reading>({ asks: false, reason: '', state: () => undefined });

/** For the files of one matter: the reason that was stated once opens them all until the page is left. */
export function ReadingReason({ asks, children }: { asks: boolean; children: ReactNode }) {
  const [reason, state] = useState('');
  return <Context value={{ asks, reason, state }}>{children}</Context>;
}

/** `closed`: originals are not opened yet. `withReason`: the address of one, as this reader may open it. */
export function useReadingReason(): { readonly closed: boolean; readonly withReason: (path: string) => string } {
  const { asks, reason } = useContext(Context);
  const closed = asks && reason === '';
  return {
    closed,
    withReason: (path) => (asks && !closed ? `${path}${path.includes('?') ? '&' : '?'}reason=${encodeURIComponent(reason)}` : path),
  };
}

/**
 * 调阅事由, above the papers of a matter that bear numbers of persons; nothing for whoever handles the matter. It counts
 * when it is stated, not as it is typed: each opening writes it to the log.
 */
export function ReadingReasonField() {
  const { asks, reason, state } = useContext(Context);
  const [short, setShort] = useState(false);
  const id = useId();
  if (!asks) return null;
  return (
    <div className="fh-reading-reason fh-screen-only">
      <label htmlFor={id}>调阅事由</label>
      <Input.Search
        id={id}
        aria-describedby={`${id}-hint`}
        aria-invalid={short}
        maxLength={200}
        placeholder="例如：2026年案卷评查"
        enterButton="打开原件"
        onSearch={(typed) => {
          const stated = typed.trim();
          setShort(stated.length < SHORTEST);
          if (stated.length >= SHORTEST) state(stated);
        }}
      />
      {short ? (
        <span className="fh-error" role="alert">
          调阅事由不少于四个字。
        </span>
      ) : null}
      <span id={`${id}-hint`} className="fh-hint" role="status">
        {reason === ''
          ? '不填写的，看隐去证件号码、电话和自然人住址的版面，上传的材料打得开遮盖件，原件只列名称。写明事由（不少于四个字）后可以打开原件，事由记入日志。'
          : `原件已按“${reason}”打开，每次打开记入日志；改了事由的，再点“打开原件”。`}
      </span>
    </div>
  );
}
