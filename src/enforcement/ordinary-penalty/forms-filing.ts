import { date, text } from '#law';

/** What the platform tells the case of its filing as a major penalty. */
export const FILING_FORMS = {
  'note-filing': {
    filing: text('备案事项', { max: 40 }),
    filedOn: date('报送备案日期'),
  },
};
