import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import type { MatterView, TimelineAct } from '#ui/api/types.ts';
import { type CorrectionAnswer, confirmationOf } from './corrections.ts';

/** The second person's part: sees what is proposed and lets it take effect. */
export function CorrectionConfirm({
  matter,
  proposal,
  done,
}: {
  matter: MatterView;
  proposal: TimelineAct;
  done: (words: string) => void;
}) {
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    const body = confirmationOf(proposal, matter.seq);
    if (body === null) return;
    setBusy(true);
    try {
      done((await call<CorrectionAnswer>('POST', `/api/matters/${matter.id}/corrections`, { body })).says);
    } catch (error) {
      setReason(failureOf(error).reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="small" loading={busy} onClick={() => void confirm()}>
        确认此项更正
      </Button>
      {reason === null ? null : (
        <p className="fh-error" role="alert">
          {reason}
        </p>
      )}
    </>
  );
}
