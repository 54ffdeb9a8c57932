-- Room law-library: new numbers of old articles as two persons have entered them, and which of two texts of one edition counts.
create table law_links (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  manager_id uuid not null,
  law text not null,
  to_law text not null,
  pairs int not null,
  primary key (city, cohort, matter_id)
);
select secure_child_of_matter('law_links');

-- What has been adopted, as the library reads it; the act says who and why. Places are {"article", "sub", "paragraph"}.
create table law_link (
  matter_id uuid not null,
  n int not null,
  law text not null,
  from_part jsonb not null,
  to_law text not null,
  to_part jsonb not null,
  changed_on date not null,
  in_use boolean not null default true,
  primary key (matter_id, n)
);
grant select on law_link to app_rt;
grant select, insert, update on law_link to app_system;

-- Of two texts of one edition: the one that counts, and all that were at hand when it was chosen.
alter table law_settlement add column chosen uuid references law_text, add column among uuid[] not null default '{}';
