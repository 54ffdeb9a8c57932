/** What people attach, by the ending of its name; anything else is refused by name, and nothing is ever shown as a page of ours. */
const ALLOWED: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
  txt: 'text/plain',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  // As telephones and officers' recorders write them; what a browser cannot show is kept as it is and downloaded.
  heic: 'image/heic',
  heif: 'image/heif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  '3gp': 'video/3gpp',
  avi: 'video/x-msvideo',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  amr: 'audio/amr',
  wav: 'audio/wav',
  ofd: 'application/ofd',
  zip: 'application/zip',
  md: 'text/plain',
};

/** A name for people: no path, no control or direction characters, no half of a character, not endless. */
export function cleanName(raw: string): string {
  const base = raw.split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '').trim();
  return clean === '' ? '未命名' : clean.slice(-120).replace(/^\p{Cs}/u, '');
}

/** null: not among what is accepted. */
export function mediaTypeOf(name: string): string | null {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return Object.hasOwn(ALLOWED, ending) ? (ALLOWED[ending] ?? null) : null;
}

export const fileProblem = (reason: string, brief = reason) => ({
  error: 'input',
  reason,
  problems: [{ path: 'file', label: '附件', reason: brief }],
});

export function unacceptedKind(name: string) {
  return fileProblem(`不接受“${name}”这种文件。可上传：${Object.keys(ALLOWED).join('、')}`, '文件类型不接受');
}
