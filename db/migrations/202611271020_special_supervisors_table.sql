-- Room special-supervisors: the roster and the public look-up of their cards read these columns; the truth stands in the acts.
create table special_supervisor (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  bureau_id uuid not null,
  holder text not null,
  workplace text not null,
  source text not null check (source in ('deputy','cppcc','lawyer','press','scholar','entrepreneur','association','grassroots','other')),
  photo_file uuid,
  card_number text,
  card_document uuid,
  area text,
  term_from date,
  term_to date,
  handed_on date,
  activities int not null check (activities >= 0),
  stopped_on date,
  ended_on date,
  primary key (city, cohort, matter_id),
  check (term_to >= term_from),
  check (handed_on is null or card_number is not null)
);
create index special_supervisor_bureau on special_supervisor (bureau_id, term_to);
create index special_supervisor_card on special_supervisor (card_document) where card_document is not null;
create index special_supervisor_number on special_supervisor (card_number) where card_number is not null;
select secure_child_of_matter('special_supervisor');

-- The card of a special supervisor that somebody holds out, by its code, or by its number and the name on it. Only one
-- that was handed over, and never of a restricted matter.
create function public_special_card(asked_code text, asked_number text, asked_name text)
returns table (holder text, unit text, term_from date, term_to date, stopped_on date, photo text, photo_type text, is_demonstration boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.holder, r.name, s.term_from, s.term_to, s.stopped_on, f.sha256, f.media_type, coalesce(r.demonstration, false)
  from special_supervisor s
  left join lateral (select name, demonstration from organisation_record r where r.organisation_id = s.bureau_id and upper_inf(r.known)
    order by r.valid desc limit 1) r on true
  left join file f on f.id = s.photo_file and f.media_type in ('image/jpeg', 'image/png') and f.size <= 307200
  where s.handed_on is not null and s.label <= 2 and (
    (asked_code is not null and s.card_document in (select d.id from document d where d.verify_code = asked_code))
    or (asked_code is null and document_number_key(s.card_number) = document_number_key(asked_number)
      and person_name_key(s.holder) = person_name_key(asked_name)))
$$;
revoke execute on function public_special_card(text, text, text) from public;
-- Before it changes hands: a login that inherits nothing may grant no longer afterwards.
grant execute on function public_special_card(text, text, text) to app_public;
grant create on schema public to app_system;
alter function public_special_card(text, text, text) owner to app_system;
revoke create on schema public from app_system;
