import { choice, files, flag, integer, longtext, persons } from '../form.ts';
import { FOLLOWED_LABELS } from './model.ts';

const NO = { no: integer('责令改正序号', { min: 1, max: 100 }) };

/** What the re-check of an order to correct asks for, and what follows from it. */
export const RECHECK_FORMS = {
  'check-correction': {
    ...NO,
    corrected: flag('已经改正'),
    found: longtext('复查情况', { max: 2000 }),
    officers: persons('执法人员', 'officers', { hint: '不少于两人，持有效行政执法证' }),
    papers: files('签名的复查记录、照片', { required: false }),
  },
  'follow-correction': {
    ...NO,
    how: choice('处理', FOLLOWED_LABELS, { hint: '要定新的期限的，不用本项，由负责人再次责令改正' }),
    words: longtext('情况和依据', { max: 2000 }),
  },
};
