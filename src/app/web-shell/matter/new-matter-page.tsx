import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import type { FormFields, Json } from '#law';
import type { MatterView } from '#ui/api/types.ts';
import { useApi, useRefreshAll } from '#ui/api/use-api.ts';
import { ActForm } from '#ui/form/act-form.tsx';
import { behindOf } from '#ui/form/act-form-props.ts';
import { typedFrom } from '#ui/form/typed.ts';
import { NotFound } from '#ui/layout/not-found.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import { requestFromCase } from '../../../coordination/assistance/web/case-start.ts';
import { draftFromCase } from '../../../supervision/case-supervision/web/document-start.ts';
import { useKinds } from '../frame/kinds.ts';
import { useSayOn } from './said.ts';
import { useUnitStart } from './unit-start.ts';

/** The opening act of a kind of matter. */
export function NewMatterPage() {
  const { kind = '', act = '' } = useParams({ strict: false });
  const kinds = useKinds();
  const navigate = useNavigate();
  const refresh = useRefreshAll();
  const said = useSayOn();
  const info = (kinds.data?.kinds ?? []).find((one) => one.kind === kind);
  const opening = info?.opening.find((one) => one.act === act);
  const search = new URLSearchParams(useLocation().searchStr);
  const from = search.get('from');
  const about = useUnitStart(search.get('unit'));
  const origin = useApi<MatterView>(from === null ? null : `/api/matters/${from}`);
  const started = from === null || origin.data === undefined ? null : startedFrom(kind, from, origin.data.state);
  const unit = useApi<{ readonly name: string }>(started?.unitId == null ? null : `/api/organisations/${started.unitId}`);
  const waiting =
    about === 'loading' ||
    (from !== null && (origin.data === undefined ? !origin.isError : started?.unitId != null && unit.data === undefined && !unit.isError));
  if (kinds.data !== undefined && (info === undefined || opening === undefined)) return <NotFound />;
  return (
    <Page
      title={opening === undefined ? '新办事项' : `${info?.name}：${opening.label}`}
      status="填写后事项即立档编入台账，以后每一步都在同一页办理。"
      back={{ to: `/ledger/${kind}`, label: `${info?.name ?? ''}台账` }}
    >
      <Loaded query={kinds} what="表单">
        {() =>
          opening === undefined || waiting ? null : (
            <Section title={opening.label}>
              <ActForm
                act={opening}
                path={`/api/${kind}/${act}`}
                subject={`${kind}:${act}:${from ?? 'new'}`}
                initial={
                  started === null
                    ? about === null
                      ? {}
                      : typedFrom(opening.form, { ...wordsIn(opening.form, search), ...about.known }, about.nameOf)
                    : typedFrom(opening.form, started.known, (id) => nameIn(id, started.unitId, unit.data?.name, from, origin.data?.title))
                }
                behind={behindOf(opening)}
                {...(opening.prints === null ? {} : { preview: { kind, matterId: null, prints: opening.prints } })}
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

type Started = { readonly unitId: string | null; readonly known: { readonly [key: string]: Json } };

/** What the matter from which the form was opened knows of it; null: nothing. */
function startedFrom(kind: string, from: string, state: Json): Started | null {
  if (kind !== 'assistance') return draftFromCase(from, state);
  const known = requestFromCase(from, state);
  return known === null ? null : { unitId: null, known };
}

/** Words that the page from which the form was opened has named already: plain fields only, nothing else is taken from an address. */
function wordsIn(form: FormFields, search: URLSearchParams): { readonly [key: string]: Json } {
  const known = Object.entries(form).flatMap(([key, field]) => {
    const value = search.get(key);
    const fits = field.as === 'text' || (field.as === 'choice' && Object.hasOwn(field.options, value ?? ''));
    return value === null || !fits ? [] : [[key, value] as const];
  });
  return Object.fromEntries(known);
}

/** Names for what a form is filled with: the unit, the case it comes from; others are shown once chosen. */
function nameIn(id: string, unitId: string | null, unit: string | undefined, from: string | null, title: string | undefined): string {
  if (id === unitId) return unit ?? '';
  return id === from ? (title ?? '') : '经办人';
}
