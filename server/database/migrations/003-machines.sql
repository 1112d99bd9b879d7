-- What the city holds of each machine: the head of its trail (it only grows), its certified key, and who left a station.
create table trail_heads (
  station text not null references stations (code),
  device text not null,
  n integer not null,
  head text not null,
  received_at timestamptz not null,
  primary key (station, device)
);

create table machine_keys (
  key_id text primary key,
  station text not null references stations (code),
  device text not null,
  body jsonb not null,
  revoked_at timestamptz
);

create table leavers (
  station text not null references stations (code),
  police_number text not null,
  left_on date not null,
  primary key (station, police_number)
);

-- The city's own signing key: one row. No station's session may read it.
create table city_key (
  only_one boolean primary key default true check (only_one),
  secret bytea not null
);

create index void_sheets on records (key) where body ->> 'state' in ('void', 'spoiled');
