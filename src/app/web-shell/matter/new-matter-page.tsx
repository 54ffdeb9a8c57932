import { useNavigate, useParams } from '@tanstack/react-router';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { ActForm } from '#ui/form/act-form.tsx';
import { NotFound } from '#ui/layout/not-found.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import { useKinds } from '../frame/kinds.ts';
import { useSayOn } from './said.ts';

/** The opening act of a kind of matter. */
export function NewMatterPage() {
  const { kind = '', act = '' } = useParams({ strict: false });
  const kinds = useKinds();
  const navigate = useNavigate();
  const refresh = useRefreshAll();
  const said = useSayOn();
  const info = (kinds.data?.kinds ?? []).find((one) => one.kind === kind);
  const opening = info?.opening.find((one) => one.act === act);
  if (kinds.data !== undefined && (info === undefined || opening === undefined)) return <NotFound />;
  return (
    <Page
      title={opening === undefined ? '新办事项' : `${info?.name}：${opening.label}`}
      status="填写后事项即立档编入台账，以后每一步都在同一页办理。"
      back={{ to: `/ledger/${kind}`, label: `${info?.name ?? ''}台账` }}
    >
      <Loaded query={kinds} what="表单">
        {() =>
          opening === undefined ? null : (
            <Section title={opening.label}>
              <ActForm
                act={opening}
                path={`/api/${kind}/${act}`}
                subject={`${kind}:${act}:new`}
                mayReport
                onDone={(answer) => {
                  said(answer);
                  void refresh();
                  void navigate({ href: `/matters/${answer.matterId}`, replace: true });
                }}
              />
            </Section>
          )
        }
      </Loaded>
    </Page>
  );
}
