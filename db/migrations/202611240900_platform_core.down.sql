drop table if exists draft, idempotency, notice, log_outbox, outbox, number_register, number_counter, file, blob, document,
  task, clock, matter_link, access_grant, participant, act_payload, act, matter, calendar_day, calendar_year, profile, post,
  account, law_record, certificate_record, officer, organisation_record, organisation cascade;
drop function if exists secure_child_of_matter(text), ensure_cohort(int), app_int(text), app_uuid(text), refuse_change();
