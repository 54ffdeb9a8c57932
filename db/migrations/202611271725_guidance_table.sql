-- Room guidance: the log of guidance (细则 2¶5, 8(13), 23¶1). Whoever counts what was given, asked and answered, and the rule
-- that asks whether a relation is silent, read these columns; the truth stands in the acts.
create table guidance (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  form text not null check (form in ('training','consultation','answer','on-site','urging')),
  origin text not null check (origin in ('asked','assigned','given')),
  guide_id uuid not null,
  guided_id uuid not null check (guided_id <> guide_id),
  set_by_id uuid,
  begun_on date not null,
  due_on date,
  given_on date,
  recorded_on date,
  confirmed_on date,
  objections int not null check (objections >= 0),
  ended_on date,
  primary key (city, cohort, matter_id),
  check (recorded_on is null or given_on is not null),
  check (confirmed_on is null or given_on is not null)
);
create index guidance_of_guide on guidance (guide_id, guided_id, given_on);
create index guidance_of_guided on guidance (guided_id, given_on);
select secure_child_of_matter('guidance');
