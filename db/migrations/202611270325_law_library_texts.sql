-- Room law-library: texts of law as imported. Which edition stood on which day is derived from them and from law_record
-- whenever the library is read; nothing derived is kept here, so that a better reading needs no rewriting of rows.
create table law_text (
  id uuid primary key,
  -- Without 中华人民共和国: the form in which laws are looked up.
  name text not null,
  title text not null,
  source text not null,
  file_day date,
  -- Day of the last change that the text itself tells; null where it tells none.
  told_day date,
  -- SHA-256 of the text as read.
  digest text not null,
  articles int not null,
  body jsonb not null,
  problems jsonb not null,
  known tstzrange not null check (not isempty(known)),
  exclude using gist (name with =, digest with =, known with &&)
);
create index law_text_name on law_text (name) where upper_inf(known);

-- One row for each article, for full text: `words` holds every pair of neighbouring characters.
create table law_article (
  text_id uuid not null references law_text,
  -- number × 100 + n of 之n.
  key int not null,
  label text not null,
  body text not null,
  words tsvector not null,
  primary key (text_id, key)
);
create index law_article_words on law_article using gin (words);

-- The law is public: everybody signed in reads it, only the platform's own work writes it.
grant select on law_text, law_article to app_rt;
grant select, insert, update on law_text, law_article to app_system;
