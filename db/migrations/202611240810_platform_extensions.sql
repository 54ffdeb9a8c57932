-- platform: btree_gist carries the exclusion constraints of the registers (no two periods of one fact overlap).
create extension if not exists btree_gist;

-- pg_trgm only speeds up searching inside names; a server without it still answers.
do $$
begin
  create extension if not exists pg_trgm;
exception
  when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'pg_trgm is not available';
end
$$;
