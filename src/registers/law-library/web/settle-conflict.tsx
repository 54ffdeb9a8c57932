import { Drawer } from 'antd';
import { choice, date, type FormFields, longtext } from '#law';
import { CONFLICT_LABELS } from '#law/library/library';
import { call } from '#ui/api/client.ts';
import { queryString } from '#ui/api/query-string.ts';
import type { ActAnswer } from '#ui/api/types.ts';
import { useApi, useRefreshAll } from '#ui/api/use-api.ts';
import { PlainForm } from '#ui/form/plain-form.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import type { ComparedTexts, ConflictLine } from '../contract.ts';

type Props = {
  readonly conflict: ConflictLine | null;
  /** The load in which it is recorded. */
  readonly load: string | null;
  readonly close: () => void;
  readonly done: (says: string) => void;
};

/** What a person finds about one contradiction, with the texts before the eyes where it is about texts. */
export function SettleDrawer({ conflict, load, close, done }: Props) {
  const isOpen = conflict !== null && load !== null;
  return (
    <Drawer open={isOpen} onClose={close} size={720} destroyOnHidden title={conflict === null ? '' : `《${conflict.law}》：核定矛盾`}>
      {isOpen ? <Settling conflict={conflict} load={load} close={close} done={done} /> : null}
    </Drawer>
  );
}

type SettlingProps = { readonly conflict: ConflictLine; readonly load: string } & Pick<Props, 'close' | 'done'>;

function Settling({ conflict, load, close, done }: SettlingProps) {
  const refresh = useRefreshAll();
  const { is, law, edition, says, sources } = conflict;
  return (
    <>
      <p>
        {edition ?? ''} {CONFLICT_LABELS[is]}。{says}
      </p>
      {sources.length > 1 && edition !== null ? <Compared law={law} edition={edition} /> : null}
      <PlainForm
        fields={fieldsFor(conflict)}
        submitLabel="核定"
        onCancel={close}
        send={async (input, key) => {
          const body = { input: { startsOn: null, chosen: null, ...input, what: is, law, edition, says } };
          const answer = await call<ActAnswer>('POST', `/api/law-import/${load}/settle-conflict`, { body, key });
          await refresh();
          close();
          done(`${answer.says}片刻以后按核定的结果读取。`);
        }}
      />
    </>
  );
}

function fieldsFor({ is, sources }: ConflictLine): FormFields {
  const decision = longtext('核对结论和依据', { max: 2000 });
  if (is === 'two-texts') {
    const options = Object.fromEntries(sources.map((source) => [source, source]));
    return { chosen: choice('采用的文本', options), decision };
  }
  if (is !== 'start-assumed' && is !== 'start-differs') return { decision };
  const hint = '核对公布的文本或者修改决定后填写';
  return { startsOn: date('核定的施行日期', { hint, required: is === 'start-assumed' }), decision };
}

function Compared({ law, edition }: { law: string; edition: string }) {
  const compared = useApi<ComparedTexts>(`/api/law-library/compared${queryString({ law, edition })}`);
  return (
    <Loaded query={compared} what="文本的不同之处">
      {({ sources, places, same }) => (
        <section aria-label="文本的不同之处">
          <p className="fh-quiet">
            {places.length}条不同，{same}条相同。
          </p>
          {places.map((place) => (
            <div key={place.label}>
              <h3 className="fh-group">{place.label}</h3>
              <div className="ll-versions">
                {place.texts.map((text, i) => (
                  <article key={sources[i]}>
                    <div className="fh-quiet">{sources[i]}</div>
                    {text ?? '没有这一条'}
                  </article>
                ))}
              </div>
            </div>
          ))}
        </section>
      )}
    </Loaded>
  );
}
