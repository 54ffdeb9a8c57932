import { type RefObject, useState } from 'react';
import { date, type FormFields, text } from '#law';
import { call } from '../api/client.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import type { ActAnswer, ActRequest, Problem } from '../api/types.ts';
import type { ActFormProps, Behind } from './act-form-props.ts';
import { type Converted, toInput } from './convert.ts';
import { focusFirstWrong } from './focus-wrong.ts';
import { useIntent } from './intent.ts';
import { placeProblems } from './place-problems.ts';
import { draftBody, emptyForm, fieldsFor, fitDraft, isUntouched, type TypedForm } from './typed.ts';
import { useDraft } from './use-draft.ts';

const ON = { legalDate: date('实际办理日期') };
const ELSEWHERE = { ...ON, source: text('依据的原件或来源', { hint: '如：纸质回执编号、原系统流水号', max: 200 }) };
export const BEHIND_FIELDS: Readonly<Record<Behind, FormFields>> = { today: {}, dated: ON, reported: ELSEWHERE, elsewhere: ELSEWHERE };

type Reported = { readonly on: boolean; readonly typed: TypedForm };
const NOT_TYPED: TypedForm = { legalDate: '', source: '' };
const untouched = (behind: Behind): Reported => ({ on: behind === 'elsewhere', typed: NOT_TYPED });

/** State of an act's form: what is typed, what is wrong with it, what the server said, and the draft. */
export function useActForm(props: ActFormProps, root: RefObject<HTMLFormElement | null>) {
  const { act, path, matter, onDone } = props;
  const fields = act.form;
  const behind = props.behind ?? 'today';
  const [typed, setTyped] = useState<TypedForm>(() => ({ ...emptyForm(fields), ...props.initial }));
  const [reported, setReported] = useState<Reported>(() => untouched(behind));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [sentOn, setSentOn] = useState(0);
  const intent = useIntent();
  const draft = useDraft(props.subject, (body) => {
    const kept = readKept(fields, body);
    setTyped(kept.typed);
    setReported({ ...kept.reported, on: kept.reported.on || behind === 'elsewhere' });
  });
  const keep = (next: TypedForm, report: Reported): void => {
    if (!isUntouched(fields, next) || isTold(report)) draft.keep(draftBody({ typed: [next], reported: report.on, report: [report.typed] }));
  };
  const placed = placeProblems(
    { ...fields },
    failure?.is === 'input' ? failure.problems.filter((p) => !p.path.startsWith('reported.')) : [],
  );
  const problems = new Map(placed.byField);
  if (failure?.is === 'input') for (const p of failure.problems) if (p.path.startsWith('reported.')) problems.set(p.path, p.reason);

  const showProblems = (found: readonly Problem[], reason: string): void => {
    setFailure({ is: 'input', problems: found, reason });
    focusFirstWrong(root.current);
  };

  const submit = async (): Promise<void> => {
    if (busy) return;
    const request = requestOf(fields, typed, behind, reported, matter?.seq);
    if (!request.ok) return showProblems(request.problems, '有内容需要更正');
    setBusy(true);
    setFailure(null);
    setSentOn(matter?.seq ?? 0);
    try {
      const answer = await call<ActAnswer>('POST', path, { body: request.body, key: intent.keyFor([path, request.body]) });
      intent.done();
      await draft.discard();
      onDone(answer);
    } catch (error) {
      const failed = failureOf(error);
      if (failed.is === 'input') showProblems(failed.problems, failed.reason);
      else setFailure(failed);
    } finally {
      setBusy(false);
    }
  };

  return {
    typed,
    reported,
    failure,
    busy,
    problems,
    /** Number of the last act that whoever sent the form had seen: the page may have read newer ones since. */
    sentOn,
    elsewhere: placed.elsewhere,
    draft: draft.state,
    submit,
    change: (next: TypedForm) => {
      setTyped(next);
      keep(next, reported);
    },
    changeReported: (next: Reported) => {
      setReported(next);
      keep(typed, next);
    },
    clearFailure: () => setFailure(null),
    startOver: async () => {
      await draft.discard();
      setTyped({ ...emptyForm(fields), ...props.initial });
      setReported(untouched(behind));
      setFailure(null);
    },
  };
}

function isTold(report: Reported): boolean {
  return report.on && Object.values(report.typed).some((value) => value !== '');
}

type Request = { readonly ok: true; readonly body: ActRequest } | Extract<Converted, { ok: false }>;

function requestOf(fields: FormFields, typed: TypedForm, behind: Behind, reported: Reported, seq: number | undefined): Request {
  const isReported = reported.on && (behind === 'reported' || behind === 'elsewhere');
  const input = toInput(fieldsFor(fields, isReported), typed);
  const report = reported.on && behind !== 'today' ? toInput(BEHIND_FIELDS[behind], reported.typed) : null;
  const problems = [
    ...(input.ok ? [] : input.problems),
    ...(report === null || report.ok ? [] : report.problems.map((p) => ({ ...p, path: `reported.${p.path}` }))),
  ];
  if (!input.ok || (report !== null && !report.ok)) return { ok: false, problems };
  return {
    ok: true,
    body: {
      input: input.input,
      ...(seq === undefined ? {} : { ifSeq: seq }),
      ...(report === null ? {} : { legalDate: String(report.input['legalDate']) }),
      ...(report === null || behind === 'dated' ? {} : { reported: { source: String(report.input['source']) } }),
    },
  };
}

function readKept(fields: FormFields, body: unknown): { readonly typed: TypedForm; readonly reported: Reported } {
  const kept: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);
  return {
    typed: fitDraft(fields, first(kept['typed'])),
    reported: { on: kept['reported'] === true, typed: fitDraft(BEHIND_FIELDS.reported, first(kept['report'])) },
  };
}

export type FormState = ReturnType<typeof useActForm>;
