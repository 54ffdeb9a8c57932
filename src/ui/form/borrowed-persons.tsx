import { Button, Checkbox } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { queryString } from '../api/query-string.ts';
import type { OfficerHit } from '../api/types.ts';
import { useApi } from '../api/use-api.ts';
import { ErrorState } from '../layout/states.tsx';
import { officerWords } from './officer-words.ts';
import { OrganisationPicker } from './organisation-pickers.tsx';
import type { Pick } from './typed.ts';

type Props = { readonly label: string; readonly picks: readonly Pick[]; readonly onPick: (picks: readonly Pick[]) => void };

/** 借调 (细则 23¶1): supervisors of another bureau or 司法所, found by the body first and then by name. */
export function BorrowedPersons({ label, picks, onPick }: Props) {
  const [open, setOpen] = useState(false);
  const [body, setBody] = useState<Pick | null>(null);
  const part = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) part.current?.querySelector<HTMLElement>('input')?.focus();
  }, [open]);
  return (
    <div className="fh-borrow" ref={part}>
      <Button type="link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {open ? '收起借调' : '从其他司法行政部门借调'}
      </Button>
      {open ? (
        <fieldset id={id} className="fh-rows">
          <legend className="fh-label">借调{label}</legend>
          <p className="fh-hint">先选机关，再勾选当日持有效行政执法监督证的人员。</p>
          <OrganisationPicker label="借出机关" of="supervision" id={body?.id ?? null} name={body?.name ?? ''} onPick={setBody} />
          {body === null ? null : <PersonsOf body={body} picks={picks} onPick={onPick} />}
        </fieldset>
      ) : null}
    </div>
  );
}

function PersonsOf({ body, picks, onPick }: Omit<Props, 'label'> & { body: Pick }) {
  const answer = useApi<{ readonly items: readonly OfficerHit[] }>(
    `/api/officers${queryString({ of: 'supervisors', organisation: body.id })}`,
  );
  if (answer.data === undefined)
    return answer.error === null ? (
      <p className="fh-quiet" role="status">
        正在读取{body.name}的监督人员
      </p>
    ) : (
      <ErrorState error={answer.error} where={`${body.name}的监督人员`} retry={() => void answer.refetch()} />
    );
  const { items } = answer.data;
  if (items.length === 0)
    return (
      <p className="fh-quiet" role="status">
        {body.name}没有可以借调的人员：只有司法行政部门、司法所之间可以借调，并且当日持有效的行政执法监督证。
      </p>
    );
  const ids = new Set(items.map((hit) => hit.id));
  return (
    <Checkbox.Group
      className="fh-borrowed"
      aria-label={`${body.name}的监督人员`}
      options={items.map((hit) => ({ value: hit.id, label: officerWords(hit) }))}
      value={picks.flatMap((pick) => (ids.has(pick.id) ? [pick.id] : []))}
      onChange={(chosen) =>
        onPick([
          ...picks.filter((pick) => !ids.has(pick.id) || chosen.includes(pick.id)),
          ...items.flatMap((hit) =>
            chosen.includes(hit.id) && !picks.some((pick) => pick.id === hit.id) ? [{ id: hit.id, name: officerWords(hit) }] : [],
          ),
        ])
      }
    />
  );
}
