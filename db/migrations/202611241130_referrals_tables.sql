-- Room referrals: matters moved to other organs, and sealed clues to 监察机关, of which the table holds nothing but days.
create table referral (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  subject text not null,
  number text,
  issuer_id uuid not null,
  addressee_id uuid not null,
  case_id uuid,
  signed_on date,
  served_on date,
  received_on date,
  decided_on date,
  answered_on date,
  reminders int not null check (reminders >= 0),
  reported boolean not null,
  ended_on date,
  primary key (city, cohort, matter_id),
  check (served_on is null or number is not null),
  check (answered_on is null or decided_on is not null)
);
create index referral_issuer on referral (issuer_id, signed_on desc, matter_id);
create index referral_addressee on referral (addressee_id, received_on desc, matter_id);
create index referral_number on referral (number);
select secure_child_of_matter('referral');

create table sealed_referral (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null check (label = 4),
  signed_on date,
  sent_on date,
  receipt_on date,
  ended_on date,
  primary key (city, cohort, matter_id)
);
select secure_child_of_matter('sealed_referral');
