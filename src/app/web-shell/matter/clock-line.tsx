import { useState } from 'react';
import type { ClockView } from '#ui/api/types.ts';
import { ClockExplain } from '#ui/law/clock-explain.tsx';
import { LampBadge } from '#ui/law/lamp.tsx';
import { LawTag } from '#ui/law/law-tag.tsx';
import { endWords, hasRunOut } from './clock-words.ts';

/** One period: how near, until when, whom it binds, and how it was counted. */
export function ClockLine({ clock }: { clock: ClockView }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="fh-clock">
      <div className="fh-clock-head">
        <strong>{clock.name}</strong>
        {hasRunOut(clock) ? <span className="fh-quiet">已届满</span> : <LampBadge lamp={clock.lamp} daysLeft={clock.daysLeft} />}
      </div>
      <div>
        {clock.dueOn ?? '到期日待定'}
        {clock.provisional ? <span className="fh-mark">暂定</span> : null}
        <LawTag cite={clock.derivation.cite} grade={clock.derivation.grade} counting={clock.words} on={clock.derivation.startedOn} />
        <button type="button" className="fh-law" aria-expanded={shown} onClick={() => setShown(!shown)}>
          怎么算
        </button>
      </div>
      <div className="fh-quiet">
        {clock.boundName}
        {endWords(clock)}
      </div>
      {shown ? (
        <ClockExplain
          derivation={clock.derivation}
          words={clock.words}
          versionNote={`${clock.profile.id} 第 ${clock.profile.version} 版`}
        />
      ) : null}
    </div>
  );
}
