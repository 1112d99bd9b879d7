-- Heads of the trails of machines that another took the place of, by a new enrolment under the same name: what the city
-- held of the old one stays provable, and the new one's trail begins where its copy ended.
create table replaced_trail_heads (
  station text not null references stations (code),
  device text not null,
  n integer not null,
  head text not null,
  received_at timestamptz not null,
  replaced_at timestamptz not null,
  primary key (station, device, replaced_at)
);

-- No station's session needs it.
alter table replaced_trail_heads enable row level security;
