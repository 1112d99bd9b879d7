-- Blocks of numbers lent to one device each. Whatever the program does, the base itself keeps two open leases of a
-- station from sharing a number: each number of an open lease is a row, and its key is the number.
create table leases (
  station text not null references stations (code),
  id uuid not null,
  -- The request that it was granted on: the same request gets the same leases.
  request uuid not null,
  kind text not null,
  series text not null,
  first_number integer not null,
  last_number integer not null check (last_number >= first_number),
  -- Empty: came with the starting package, and no machine has spoken yet.
  device text not null,
  state text not null check (state in ('live', 'frozen', 'returned')),
  granted_at timestamptz not null,
  until timestamptz not null,
  renew_before timestamptz not null,
  primary key (station, id),
  unique (station, request, series, first_number)
);

create table leased_numbers (
  station text not null,
  kind text not null,
  series text not null,
  number integer not null,
  lease uuid not null,
  primary key (station, kind, series, number)
);

create function keep_leased_numbers() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' and old.state <> 'returned' then
    delete from leased_numbers where station = old.station and lease = old.id;
  end if;
  if new.state <> 'returned' then
    insert into leased_numbers (station, kind, series, number, lease)
    select new.station, new.kind, new.series, given.number, new.id
    from generate_series(new.first_number, new.last_number) as given (number);
  end if;
  return null;
end
$$;
create trigger leases_keep_their_numbers after insert or update of state on leases
for each row execute function keep_leased_numbers();

-- Blocks of sequence codes that a county gave a station for good: the key keeps two stations from one block.
create table sequence_blocks (
  county text not null,
  first_number integer not null,
  station text not null references stations (code),
  primary key (county, first_number)
);

-- A device's name in a station belongs to one machine.
create table machine_names (
  station text not null references stations (code),
  device text not null,
  machine uuid not null,
  primary key (station, device)
);

grant select, insert, update (device, state, until, renew_before) on leases to hukou_station;
grant select on leased_numbers to hukou_station;
grant select, insert on sequence_blocks, machine_names to hukou_station;

alter table leases enable row level security;
alter table leased_numbers enable row level security;
alter table machine_names enable row level security;
alter table sequence_blocks enable row level security;
create policy own_leases on leases to hukou_station using (station = current_setting('app.station', true));
create policy own_leased_numbers on leased_numbers to hukou_station
  using (station = current_setting('app.station', true));
create policy own_machine_names on machine_names to hukou_station
  using (station = current_setting('app.station', true));
-- Which blocks of a county are given away is nobody's secret; a station takes one for itself alone.
create policy given_blocks on sequence_blocks for select to hukou_station using (true);
create policy own_blocks on sequence_blocks for insert to hukou_station
  with check (station = current_setting('app.station', true));
