-- What the city's administrator ordered, each once: who may decide, which machine is cut off, which code was given.
create table city_orders (
  id uuid primary key,
  ordered_at timestamptz not null,
  body jsonb not null,
  -- Whether there was anything to change.
  found boolean not null
);

-- No station's session needs it.
alter table city_orders enable row level security;
