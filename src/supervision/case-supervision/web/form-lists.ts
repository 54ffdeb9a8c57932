import type { Json } from '#law';
import { queryString } from '#ui/api/query-string.ts';
import type { ListPage, MatterView } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import type { FormLists, TickOption } from '#ui/form/form-lists.ts';
import type { SupervisionCase } from '../model.ts';

type Finding = { readonly id: string; readonly ruleId: string; readonly because: string };
/** Acts whose forms name findings. */
const NAMES_FINDINGS = ['establish', 'add-findings'];
const MANY = 200;
const ANSWERED = '已有文书或者免发理由';

/** What the forms of a case tick from the case itself: its findings, materials, problems, lent files. */
export function useCaseLists(matter: Pick<MatterView, 'id' | 'kind' | 'state'>, act: string | null): FormLists {
  const s = matter.kind === 'case-supervision' ? asCase(matter.state) : null;
  const asks = (name: string): boolean => s !== null && act === name;
  const own = useApi<ListPage<Finding>>(
    s !== null && act !== null && NAMES_FINDINGS.includes(act) ? `/api/findings${queryString({ case: matter.id, limit: MANY })}` : null,
  );
  const open = useApi<ListPage<Finding>>(
    asks('add-findings') ? `/api/findings${queryString({ tab: 'open', organisation: s?.unitId ?? null, limit: MANY })}` : null,
  );
  if (s === null) return {};
  const merged = own.data?.items ?? [];
  switch (act) {
    case 'add-findings':
      return open.data === undefined ? {} : { findings: open.data.items.map((one) => ({ value: one.id, label: wordsOf(one) })) };
    case 'establish':
      return {
        'problems.finding': s.findings.map((id, i) =>
          findingOption(
            i + 1,
            merged.find((one) => one.id === id),
          ),
        ),
        'problems.evidence': s.gathered.map(({ no, title, on, isEvidence }) => ({
          value: String(no),
          label: `${no}. ${title}（${on}）`,
          ...(isEvidence ? {} : { closed: '只作线索' }),
        })),
      };
    case 'return-files':
      return { items: s.lentItems.filter((item) => item.returnedOn === null).map(({ no, name }) => numbered(no, name)) };
    case 'link-document':
      return {
        problems: problemsOf(s),
        stops: s.stops.filter((stop) => stop.noticedOn === null).map((stop) => numbered(stop.no, `${stop.act}（${stop.on}）`)),
      };
    case 'exempt':
      return { problems: problemsOf(s, true) };
    case 'follow-up':
      return { problems: problemsOf(s) };
    default:
      return {};
  }
}

const numbered = (no: number, words: string): TickOption => ({ value: String(no), label: `${no}. ${words}` });
const wordsOf = ({ ruleId, because }: Finding): string => `${ruleId} ${because}`;

/** A finding stands by its place in the case; one that the reader may not see keeps its place. */
function findingOption(no: number, found: Finding | undefined): TickOption {
  return numbered(no, found === undefined ? '预警' : wordsOf(found));
}

/** A further document may concern a problem that has one; only an exemption is for those without. */
function problemsOf(s: SupervisionCase, exempting = false): readonly TickOption[] {
  return s.problems.map(({ no, facts, answeredOn }) => {
    if (answeredOn === null) return numbered(no, facts);
    return exempting ? { ...numbered(no, facts), closed: ANSWERED } : numbered(no, `${facts}（${ANSWERED}）`);
  });
}

/** A reader from outside is shown the status alone. */
function asCase(state: Json): SupervisionCase | null {
  return typeof state === 'object' && state !== null && 'problems' in state ? (state as unknown as SupervisionCase) : null;
}
