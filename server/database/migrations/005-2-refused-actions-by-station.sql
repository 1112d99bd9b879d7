-- refused_actions in partitions by station; see 005-1.
lock table stations in access exclusive mode;
alter table refused_actions rename to refused_actions_whole;
create table refused_actions (
  station text not null,
  id uuid not null,
  digest text not null,
  refusals jsonb not null,
  refused_at timestamptz not null,
  action jsonb not null
) partition by hash (station);
do $$
begin
  for part in 0..7 loop
    execute format('create table refused_actions_%s partition of refused_actions for values with (modulus 8, remainder %s)', part, part);
  end loop;
end
$$;
insert into refused_actions select * from refused_actions_whole;
drop table refused_actions_whole;
alter table refused_actions add primary key (station, id);
alter table refused_actions add foreign key (station) references stations (code);
grant select, insert on refused_actions to hukou_station;
alter table refused_actions enable row level security;
create policy own_refusals on refused_actions to hukou_station using (station = current_setting('app.station', true));
