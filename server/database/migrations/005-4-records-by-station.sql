-- records in partitions by station; see 005-1.
lock table stations in access exclusive mode;
alter table records rename to records_whole;
create table records (
  station text not null,
  key text not null,
  kind text not null,
  version integer not null,
  body jsonb not null
) partition by hash (station);
do $$
begin
  for part in 0..7 loop
    execute format('create table records_%s partition of records for values with (modulus 8, remainder %s)', part, part);
  end loop;
end
$$;
insert into records select * from records_whole;
drop table records_whole;
alter table records add primary key (station, key);
create index people_by_citizen_id on records (station, (body ->> 'citizenId')) where kind = 'person';
create index void_sheets on records (key) where body ->> 'state' in ('void', 'spoiled');
alter table records add foreign key (station) references stations (code);
grant select, insert, update on records to hukou_station;
alter table records enable row level security;
create policy own_records on records to hukou_station using (station = current_setting('app.station', true));
