import { Input } from 'antd';
import { createContext, type ReactNode, useContext, useId, useState } from 'react';

const SHORTEST = 4;

type Reading = {
  /** Whether this reader has to say for what a file is wanted. */
  readonly asks: boolean;
  readonly typed: string;
  readonly type: (words: string) => void;
};
const Context = createContext<Reading>({ asks: false, typed: '', type: () => undefined });

/** For the files of one matter: the reason that was stated once opens them all until the page is left. */
export function ReadingReason({ asks, children }: { asks: boolean; children: ReactNode }) {
  const [typed, type] = useState('');
  return <Context value={{ asks, typed, type }}>{children}</Context>;
}

/** `closed`: originals are not opened yet. `withReason`: the address of one, as this reader may open it. */
export function useReadingReason(): { readonly asks: boolean; readonly closed: boolean; readonly withReason: (path: string) => string } {
  const { asks, typed } = useContext(Context);
  const reason = typed.trim();
  const closed = asks && reason.length < SHORTEST;
  return {
    asks,
    closed,
    withReason: (path) => (asks && !closed ? `${path}${path.includes('?') ? '&' : '?'}reason=${encodeURIComponent(reason)}` : path),
  };
}

/** 调阅事由, above the papers of a matter that bear numbers of persons; nothing for whoever handles the matter. */
export function ReadingReasonField() {
  const { asks, typed, type } = useContext(Context);
  const id = useId();
  if (!asks) return null;
  return (
    <div className="fh-reading-reason fh-screen-only">
      <label htmlFor={id}>调阅事由</label>
      <Input
        id={id}
        aria-describedby={`${id}-hint`}
        value={typed}
        maxLength={200}
        onChange={(event) => type(event.target.value)}
        placeholder="例如：2026年案卷评查"
      />
      <span id={`${id}-hint`} className="fh-hint">
        不填写的，看隐去证件号码、电话和自然人住址的版面，上传的材料只列名称。写明事由（不少于四个字）后可以打开原件，事由记入日志。
      </span>
    </div>
  );
}
