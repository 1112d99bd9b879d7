-- actions in eight partitions by station: the key on which a distributed PostgreSQL spreads its shards. The table is copied in
-- one transaction; stations that send or fetch meanwhile wait for it or are put off, and lose nothing. A step that is cut
-- off is taken back whole and comes again at the next start. A server of the version before goes on working beside it:
-- names and columns stay what they were.

-- Every message locks its station first: with the stations held there is nobody in the middle of one.
lock table stations in access exclusive mode;
alter table actions rename to actions_whole;
create table actions (
  station text not null,
  order_number integer not null,
  id uuid not null,
  case_id uuid not null,
  case_type text not null,
  step text not null,
  digest text not null,
  receipt text not null,
  filed_at timestamptz not null,
  action jsonb not null
) partition by hash (station);
do $$
begin
  for part in 0..7 loop
    execute format('create table actions_%s partition of actions for values with (modulus 8, remainder %s)', part, part);
  end loop;
end
$$;
insert into actions select * from actions_whole;
drop table actions_whole;
alter table actions add primary key (station, order_number), add unique (station, id);
create index actions_of_a_case on actions (station, case_id, order_number);
alter table actions add foreign key (station) references stations (code);
grant select, insert on actions to hukou_station;
alter table actions enable row level security;
create policy own_actions on actions to hukou_station using (station = current_setting('app.station', true));
