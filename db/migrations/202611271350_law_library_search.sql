-- Room law-library: a word that stands in most articles is found in many thousand rows, of which only the shortest are
-- shown. The size of an article stands among its words, so that the index alone finds the short ones among them.
create function law_article_size(body text) returns text language sql immutable parallel safe return
  coalesce((select '#' || size from unnest(array[20, 30, 40, 50, 60, 80, 120, 180, 300]) size where char_length(body) <= size limit 1), '#more');
update law_article set words = words || array_to_tsvector(array[law_article_size(body)]);
-- What an import has added stands in a list that every search reads through until it is sorted in: a short one.
alter index law_article_words set (gin_pending_list_limit = 256);
