import { CASE_LETTER, CASE_SHEET, type DocumentTemplate, type Json, rectifiedTemplate } from '#law';

/** Forms, records and letters of a penalty case; the room of penalties on the spot prints its letters by them as well. */
export const TEMPLATES: readonly DocumentTemplate<Json>[] = [CASE_SHEET, CASE_LETTER, rectifiedTemplate(CASE_LETTER)];
