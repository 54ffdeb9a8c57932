drop index clock_matter, task_matter;
