-- The lock of an act as a function: its plan is kept by the connection, where the bare statement, sent with BEGIN, would be
-- planned anew for every act, with all policies of the matter. It runs with the rights and the sight of the caller.
create function lock_matter(matter_id uuid, matter_cohort int) returns void language plpgsql as $$
begin
  perform 1 from matter where id = matter_id and cohort = matter_cohort for update;
end $$;
