import { Alert, Button } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { OrganisationPicker } from '#ui/form/organisation-pickers.tsx';
import type { JobView } from '../contract-imports.ts';

/** `done`: what was asked has gone from the page, and the focus with it. Names of organs that no register knows: said once, remembered for the unit, and the rows come in by themselves. */
export function ImportOrgans({ job, done }: { job: JobView; done: () => void }) {
  const refresh = useRefreshAll();
  const [picked, setPicked] = useState<Readonly<Record<string, { readonly id: string; readonly name: string }>>>({});
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (job.unknownOrgans.length === 0) return null;
  const send = async (): Promise<void> => {
    setBusy(true);
    setReason(null);
    try {
      const organs = Object.entries(picked).map(([mark, { id }]) => ({ mark, organ: id }));
      await call('POST', `/api/penalty-records/imports/${job.id}/organs`, { body: { organs } });
      setPicked({});
    } catch (error) {
      setReason(failureOf(error).reason);
    } finally {
      await refresh();
      setBusy(false);
      done();
    }
  };
  return (
    <div className="imp-organs">
      <p>名录中没有下列处罚机关名称。指明一次即记住，等候的行随即入库，不用重新上传。</p>
      <ul>
        {job.unknownOrgans.map(({ mark, name, rows }) => (
          <li key={mark}>
            <span>
              “{name}” <span className="fh-quiet">{rows} 行</span>
            </span>
            {job.mine ? (
              <OrganisationPicker
                label={`“${name}”是哪个单位`}
                className="imp-organ"
                id={picked[mark]?.id ?? null}
                {...(picked[mark] === undefined ? {} : { name: picked[mark].name })}
                onPick={(pick) => {
                  const { [mark]: _, ...rest } = picked;
                  setPicked(pick === null ? rest : { ...rest, [mark]: pick });
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {reason === null ? null : <Alert type="warning" showIcon role="alert" title={reason} />}
      {job.mine ? (
        <Button type="primary" loading={busy} disabled={Object.keys(picked).length === 0} onClick={() => void send()}>
          记住并入库
        </Button>
      ) : null}
    </div>
  );
}
