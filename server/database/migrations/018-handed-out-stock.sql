-- Blank sheets that the city handed to a station after its package. Whatever the program does, the base itself keeps a number
-- from being handed out twice: each sheet of a range is claimed in `serials`, whose key is the number, and whoever else
-- holds it there (a package, a counterfoil, another range) stands in the way.
create table handed_out_stock (
  station text not null references stations (code),
  kind text not null check (kind in ('certificate', 'move-in-permit')),
  prefix text not null,
  print_year integer not null,
  first_number integer not null check (first_number >= 0),
  last_number integer not null check (last_number between first_number and 99999999),
  primary key (kind, prefix, print_year, first_number)
);
create index stock_of_a_station on handed_out_stock (station);

create function claim_handed_out_sheets() returns trigger
language plpgsql as $$
begin
  insert into serials (key, station)
  select new.kind || ':' || new.prefix || new.print_year || '-' || lpad(given.number::text, 8, '0'), new.station
  from generate_series(new.first_number, new.last_number) as given (number);
  return null;
end
$$;
create trigger handed_out_sheets_are_claimed after insert on handed_out_stock
for each row execute function claim_handed_out_sheets();

grant select on handed_out_stock to hukou_station;
alter table handed_out_stock enable row level security;
create policy own_stock on handed_out_stock to hukou_station using (station = current_setting('app.station', true));

-- Since when a lease is frozen: what its machine began before is still filed.
alter table leases add column frozen_at timestamptz;
grant update (frozen_at) on leases to hukou_station;

-- What an order came to, in words, told again to whoever gives the same order again.
alter table city_orders add column said text;
