-- cases in partitions by station; see 005-1.
lock table stations in access exclusive mode;
alter table cases rename to cases_whole;
create table cases (
  station text not null,
  case_id uuid not null,
  version integer not null,
  status text not null,
  case_type text not null,
  body jsonb not null
) partition by hash (station);
do $$
begin
  for part in 0..7 loop
    execute format('create table cases_%s partition of cases for values with (modulus 8, remainder %s)', part, part);
  end loop;
end
$$;
insert into cases select * from cases_whole;
drop table cases_whole;
alter table cases add primary key (station, case_id);
alter table cases add foreign key (station) references stations (code);
grant select, insert, update on cases to hukou_station;
alter table cases enable row level security;
create policy own_cases on cases to hukou_station using (station = current_setting('app.station', true));
