-- Room penalty-records: decisions whose duty to be filed (细则 18) has been judged since the filings last looked. An empty
-- list of reasons says that the decision need not be filed, or need not any more. Rows are only added and, once looked at,
-- deleted: nobody who takes in or changes a decision waits for the filings.
create table penalty_filing_duty (
  id bigint generated always as identity primary key,
  city int not null,
  matter_id uuid not null,
  reasons text[] not null
);
create index penalty_filing_duty_city on penalty_filing_duty (city, id);
grant insert on penalty_filing_duty to app_rt;
grant select, insert, update, delete on penalty_filing_duty to app_system;

-- Decisions that were taken in before this step are judged once more.
insert into penalty_cause (city, register, keys) select distinct city, 'profile', '{}'::text[] from organisation;
