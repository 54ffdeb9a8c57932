import type { MatterView } from '#ui/api/types.ts';
import type { FormHelp } from '#ui/form/act-form-props.ts';
import type { WeighingAid } from '#ui/form/weighing-aid.ts';
import { ordinaryWeighingAid } from '../../../enforcement/ordinary-penalty/web/weighing-aid.ts';
import { summaryWeighingAid } from '../../../enforcement/summary-penalty/web/weighing-aid.ts';
import { WeighingHelp } from '../../../registers/discretion-benchmarks/web/weighing-help.tsx';
import { LIST_REASONS } from '../../../registers/discretion-benchmarks/web/without-occasion.ts';

const BY_KIND: Readonly<Record<string, WeighingAid>> = {
  'ordinary-penalty': ordinaryWeighingAid,
  'summary-penalty': summaryWeighingAid,
};

/** Help with a form of the matter's kind: what is in force stands beside the fields in which a penalty is weighed. */
export function formHelp(matter: Pick<MatterView, 'kind' | 'state'>, act: string): FormHelp | null {
  const aid = BY_KIND[matter.kind];
  const about = aid?.acts.includes(act) === true ? aid.about(matter.state) : null;
  if (aid === undefined || about === null) return null;
  return {
    group: '裁量',
    itemCode: about.itemCode,
    leftOut: [...Object.values(aid.fields), ...LIST_REASONS],
    show: (typed, change, leaveOut) => <WeighingHelp aid={aid} about={about} typed={typed} change={change} leaveOut={leaveOut} />,
  };
}
