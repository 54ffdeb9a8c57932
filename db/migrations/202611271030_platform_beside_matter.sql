-- Platform: clocks and open tasks of one matter are found by its id alone; their keys begin with the city, which a server
-- before PostgreSQL 18 cannot skip.
create index clock_matter on clock (matter_id);
create index task_matter on task (matter_id) where closed_at is null;
