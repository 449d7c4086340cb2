-- Tables of the first version on PostgreSQL. Statements end with a line of two semicolons.

CREATE TABLE audit (
  id UUID NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  act VARCHAR(60) NOT NULL,
  object VARCHAR(120) DEFAULT '' NOT NULL,
  data TEXT NOT NULL,
  CONSTRAINT pk_audit PRIMARY KEY (id)
)
;;
CREATE TABLE birth (
  id SERIAL NOT NULL CONSTRAINT ck_birth_one_row CHECK (id = 1),
  kind VARCHAR(9) CONSTRAINT ck_birth_kind CHECK (kind IN ('live', 'rehearsal')),
  born_at TIMESTAMP WITH TIME ZONE NOT NULL,
  seal_key VARCHAR(64) NOT NULL,
  CONSTRAINT pk_birth PRIMARY KEY (id)
)
;;
CREATE TABLE calendar (
  day DATE NOT NULL,
  working BOOLEAN NOT NULL,
  note VARCHAR(80) DEFAULT '' NOT NULL,
  CONSTRAINT pk_calendar PRIMARY KEY (day)
)
;;
CREATE TABLE cases (
  id UUID NOT NULL,
  name VARCHAR(32),
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_cases PRIMARY KEY (id),
  CONSTRAINT uq_cases_name UNIQUE (name)
)
;;
CREATE TABLE centre (
  n SERIAL NOT NULL,
  name VARCHAR(100) NOT NULL,
  authority VARCHAR(100) NOT NULL,
  short VARCHAR(1) NOT NULL,
  area_name VARCHAR(40) NOT NULL,
  area_codes TEXT NOT NULL,
  windows INTEGER NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_centre PRIMARY KEY (n)
)
;;
CREATE TABLE commands (
  id UUID NOT NULL,
  kind VARCHAR(40) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  body TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_commands PRIMARY KEY (id)
)
;;
CREATE TABLE counters (
  series VARCHAR(40) NOT NULL,
  period VARCHAR(10) NOT NULL,
  last INTEGER NOT NULL,
  CONSTRAINT pk_counters PRIMARY KEY (series, period)
)
;;
CREATE TABLE permissions (
  kind VARCHAR(24) NOT NULL,
  role VARCHAR(16) NOT NULL,
  CONSTRAINT pk_permissions PRIMARY KEY (kind, role)
)
;;
CREATE TABLE settings (
  key VARCHAR(60) NOT NULL,
  n INTEGER NOT NULL,
  value TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_settings PRIMARY KEY (key, n)
)
;;
CREATE TABLE sheet_now (
  serial VARCHAR(15) NOT NULL,
  n INTEGER NOT NULL,
  kind VARCHAR(11) NOT NULL,
  place VARCHAR(8) NOT NULL,
  CONSTRAINT pk_sheet_now PRIMARY KEY (serial)
)
;;
CREATE INDEX ix_sheet_now_place ON sheet_now (place, kind, serial)
;;
CREATE TABLE staff (
  login VARCHAR(32) NOT NULL,
  name VARCHAR(60) NOT NULL,
  "window" INTEGER,
  active BOOLEAN DEFAULT '1' NOT NULL,
  CONSTRAINT pk_staff PRIMARY KEY (login)
)
;;
CREATE TABLE transitions (
  from_state VARCHAR(12) NOT NULL,
  kind VARCHAR(24) NOT NULL,
  to_state VARCHAR(12) NOT NULL,
  CONSTRAINT pk_transitions PRIMARY KEY (from_state, kind, to_state)
)
;;
CREATE TABLE announcements (
  case_id UUID NOT NULL,
  n INTEGER NOT NULL,
  kind VARCHAR(40) NOT NULL,
  working_days INTEGER NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_announcements PRIMARY KEY (case_id, n),
  CONSTRAINT fk_announcements_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE answers (
  command_id UUID NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT pk_answers PRIMARY KEY (command_id),
  CONSTRAINT fk_answers_command_id FOREIGN KEY(command_id) REFERENCES commands (id)
)
;;
CREATE TABLE case_events (
  case_id UUID NOT NULL,
  n INTEGER NOT NULL,
  kind VARCHAR(24) NOT NULL,
  from_state VARCHAR(12) NOT NULL,
  to_state VARCHAR(12) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  "window" INTEGER,
  item_code VARCHAR(5),
  lane VARCHAR(11),
  due_at TIMESTAMP WITH TIME ZONE,
  reason TEXT,
  command_id UUID NOT NULL,
  data TEXT NOT NULL,
  CONSTRAINT pk_case_events PRIMARY KEY (case_id, n),
  CONSTRAINT fk_case_events_transition FOREIGN KEY(from_state, kind, to_state) REFERENCES transitions (from_state, kind, to_state),
  CONSTRAINT ck_case_events_n CHECK (n > 0),
  CONSTRAINT fk_case_events_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE INDEX ix_case_events_at ON case_events (at)
;;
CREATE TABLE case_now (
  case_id UUID NOT NULL,
  state VARCHAR(12) NOT NULL,
  n INTEGER NOT NULL,
  round INTEGER NOT NULL,
  item_code VARCHAR(5),
  lane VARCHAR(11),
  ticket_at TIMESTAMP WITH TIME ZONE,
  called_window INTEGER,
  called_at TIMESTAMP WITH TIME ZONE,
  accepted_at TIMESTAMP WITH TIME ZONE,
  accepted_by VARCHAR(32),
  accepted_window INTEGER,
  due_at TIMESTAMP WITH TIME ZONE,
  claimed_by VARCHAR(32),
  claimed_at TIMESTAMP WITH TIME ZONE,
  decided_by VARCHAR(32),
  paused_at TIMESTAMP WITH TIME ZONE,
  registered_at TIMESTAMP WITH TIME ZONE,
  ended_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_case_now PRIMARY KEY (case_id),
  CONSTRAINT fk_case_now_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE INDEX ix_case_now_accepted_window ON case_now (accepted_window, state)
;;
CREATE INDEX ix_case_now_state_due_at ON case_now (state, due_at, accepted_at)
;;
CREATE TABLE case_numbers (
  case_id UUID NOT NULL,
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  CONSTRAINT pk_case_numbers PRIMARY KEY (case_id),
  CONSTRAINT uq_case_numbers_year_no UNIQUE (year, no),
  CONSTRAINT fk_case_numbers_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE charges (
  case_id UUID NOT NULL,
  n INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  line VARCHAR(24) NOT NULL,
  what VARCHAR(3) CONSTRAINT ck_charges_what CHECK (what IN ('fee','tax')),
  amount INTEGER NOT NULL,
  basis TEXT NOT NULL,
  source TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_charges PRIMARY KEY (case_id, n, ord),
  CONSTRAINT fk_charges_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE credentials (
  login VARCHAR(32) NOT NULL,
  n INTEGER NOT NULL,
  hash TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_credentials PRIMARY KEY (login, n),
  CONSTRAINT fk_credentials_login FOREIGN KEY(login) REFERENCES staff (login)
)
;;
CREATE TABLE decisions (
  case_id UUID NOT NULL,
  round INTEGER NOT NULL,
  level INTEGER NOT NULL,
  decision VARCHAR(7) NOT NULL,
  opinion TEXT NOT NULL,
  ground VARCHAR(1),
  evidence TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_decisions PRIMARY KEY (case_id, round, level),
  CONSTRAINT fk_decisions_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE drafts (
  id UUID NOT NULL,
  login VARCHAR(32) NOT NULL,
  case_id UUID,
  item_code VARCHAR(5) NOT NULL,
  data TEXT NOT NULL,
  saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_drafts PRIMARY KEY (id),
  CONSTRAINT fk_drafts_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE exemptions (
  case_id UUID NOT NULL,
  event_n INTEGER NOT NULL,
  what VARCHAR(3) NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_exemptions PRIMARY KEY (case_id, event_n, what),
  CONSTRAINT fk_exemptions_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE findings (
  case_id UUID NOT NULL,
  event_n INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  code VARCHAR(8) NOT NULL,
  level VARCHAR(7) NOT NULL,
  facts TEXT NOT NULL,
  confirmed_by VARCHAR(32),
  CONSTRAINT pk_findings PRIMARY KEY (case_id, event_n, ord),
  CONSTRAINT fk_findings_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE handovers (
  case_id UUID NOT NULL,
  name VARCHAR(200) NOT NULL,
  id_type VARCHAR(2) NOT NULL,
  id_number VARCHAR(40) NOT NULL,
  role VARCHAR(10) NOT NULL,
  method VARCHAR(7) NOT NULL,
  waybill VARCHAR(80),
  evidence TEXT NOT NULL,
  "window" INTEGER,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_handovers PRIMARY KEY (case_id),
  CONSTRAINT fk_handovers_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE materials (
  case_id UUID NOT NULL,
  event_n INTEGER NOT NULL,
  code VARCHAR(3) NOT NULL,
  state VARCHAR(8) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_materials PRIMARY KEY (case_id, event_n, code),
  CONSTRAINT fk_materials_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE payments (
  case_id UUID NOT NULL,
  event_n INTEGER NOT NULL,
  what VARCHAR(3) NOT NULL,
  amount INTEGER NOT NULL,
  method VARCHAR(8) NOT NULL,
  voucher VARCHAR(80),
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_payments PRIMARY KEY (case_id, event_n, what),
  CONSTRAINT fk_payments_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE ratings (
  case_id UUID NOT NULL,
  score INTEGER CONSTRAINT ck_ratings_score CHECK (score BETWEEN 1 AND 5),
  text TEXT DEFAULT '' NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_ratings PRIMARY KEY (case_id),
  CONSTRAINT fk_ratings_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE refunds (
  case_id UUID NOT NULL,
  event_n INTEGER NOT NULL,
  what VARCHAR(3) NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_refunds PRIMARY KEY (case_id, event_n, what),
  CONSTRAINT fk_refunds_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE sign_ins (
  id UUID NOT NULL,
  login VARCHAR(32) NOT NULL,
  "window" INTEGER,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  until TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_sign_ins PRIMARY KEY (id),
  CONSTRAINT fk_sign_ins_login FOREIGN KEY(login) REFERENCES staff (login)
)
;;
CREATE TABLE staff_roles (
  login VARCHAR(32) NOT NULL,
  role VARCHAR(16) NOT NULL,
  CONSTRAINT pk_staff_roles PRIMARY KEY (login, role),
  CONSTRAINT ck_staff_roles_role CHECK (role IN ('guide','clerk','approver','registrar','printer','supervisor','admin')),
  CONSTRAINT fk_staff_roles_login FOREIGN KEY(login) REFERENCES staff (login)
)
;;
CREATE TABLE tickets (
  case_id UUID NOT NULL,
  day VARCHAR(10) NOT NULL,
  letter VARCHAR(1) NOT NULL,
  no INTEGER NOT NULL,
  CONSTRAINT pk_tickets PRIMARY KEY (case_id),
  CONSTRAINT uq_tickets_day_letter_no UNIQUE (day, letter, no),
  CONSTRAINT fk_tickets_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE unit_slots (
  case_id UUID NOT NULL,
  unit_code VARCHAR(28) NOT NULL,
  slot VARCHAR(9) NOT NULL,
  accepted_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_unit_slots PRIMARY KEY (case_id, unit_code),
  CONSTRAINT fk_unit_slots_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE INDEX ix_unit_slots_unit_code ON unit_slots (unit_code)
;;
CREATE UNIQUE INDEX uq_unit_slots_disposing ON unit_slots (unit_code) WHERE slot = 'disposing'
;;
CREATE TABLE units (
  code VARCHAR(28) NOT NULL,
  county VARCHAR(6) NOT NULL,
  parcel VARCHAR(19) NOT NULL,
  kind VARCHAR(6) NOT NULL,
  case_id UUID,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_units PRIMARY KEY (code),
  CONSTRAINT fk_units_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE INDEX ix_units_parcel ON units (parcel)
;;
CREATE TABLE rights (
  id UUID NOT NULL,
  unit_code VARCHAR(28) NOT NULL,
  n INTEGER NOT NULL,
  right_type VARCHAR(2) NOT NULL,
  registration_type INTEGER NOT NULL,
  group_id UUID NOT NULL,
  predecessor_id UUID,
  subject_id UUID,
  co_ownership VARCHAR(6),
  reason TEXT DEFAULT '' NOT NULL,
  fields TEXT NOT NULL,
  rank_at TIMESTAMP WITH TIME ZONE NOT NULL,
  rank_n INTEGER DEFAULT '0' NOT NULL,
  name VARCHAR(32),
  old_number VARCHAR(80),
  case_id UUID,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_rights PRIMARY KEY (id),
  CONSTRAINT uq_rights_unit_code_n UNIQUE (unit_code, n),
  CONSTRAINT ck_rights_co_ownership CHECK (co_ownership IN ('sole','joint','shares')),
  CONSTRAINT fk_rights_unit_code FOREIGN KEY(unit_code) REFERENCES units (code),
  CONSTRAINT fk_rights_predecessor_id FOREIGN KEY(predecessor_id) REFERENCES rights (id),
  CONSTRAINT fk_rights_subject_id FOREIGN KEY(subject_id) REFERENCES rights (id),
  CONSTRAINT uq_rights_name UNIQUE (name),
  CONSTRAINT fk_rights_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE INDEX ix_rights_case_id ON rights (case_id)
;;
CREATE INDEX ix_rights_group_id ON rights (group_id)
;;
CREATE TABLE unit_endings (
  unit_code VARCHAR(28) NOT NULL,
  cause VARCHAR(20) NOT NULL,
  case_id UUID NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_unit_endings PRIMARY KEY (unit_code),
  CONSTRAINT fk_unit_endings_unit_code FOREIGN KEY(unit_code) REFERENCES units (code),
  CONSTRAINT fk_unit_endings_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE unit_facts (
  unit_code VARCHAR(28) NOT NULL,
  n INTEGER NOT NULL,
  location TEXT NOT NULL,
  usage VARCHAR(60) NOT NULL,
  land_area INTEGER,
  floor_area INTEGER,
  inner_area INTEGER,
  shared_area INTEGER,
  land_right_nature VARCHAR(40),
  land_term_to DATE,
  structure VARCHAR(40),
  floor VARCHAR(20),
  floors INTEGER,
  built INTEGER,
  case_id UUID,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_unit_facts PRIMARY KEY (unit_code, n),
  CONSTRAINT fk_unit_facts_unit_code FOREIGN KEY(unit_code) REFERENCES units (code),
  CONSTRAINT fk_unit_facts_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE unit_locks (
  id UUID NOT NULL,
  unit_code VARCHAR(28) NOT NULL,
  reason VARCHAR(200) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_unit_locks PRIMARY KEY (id),
  CONSTRAINT fk_unit_locks_unit_code FOREIGN KEY(unit_code) REFERENCES units (code)
)
;;
CREATE INDEX ix_unit_locks_unit_code ON unit_locks (unit_code)
;;
CREATE TABLE unit_now (
  code VARCHAR(28) NOT NULL,
  n INTEGER NOT NULL,
  ended_at TIMESTAMP WITH TIME ZONE,
  lock_reason VARCHAR(200),
  CONSTRAINT pk_unit_now PRIMARY KEY (code),
  CONSTRAINT fk_unit_now_code FOREIGN KEY(code) REFERENCES units (code)
)
;;
CREATE TABLE unit_origins (
  unit_code VARCHAR(28) NOT NULL,
  from_code VARCHAR(28) NOT NULL,
  case_id UUID NOT NULL,
  CONSTRAINT pk_unit_origins PRIMARY KEY (unit_code, from_code),
  CONSTRAINT fk_unit_origins_unit_code FOREIGN KEY(unit_code) REFERENCES units (code),
  CONSTRAINT fk_unit_origins_from_code FOREIGN KEY(from_code) REFERENCES units (code),
  CONSTRAINT fk_unit_origins_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE applications (
  case_id UUID NOT NULL,
  n INTEGER NOT NULL,
  item_code VARCHAR(5) NOT NULL,
  slot VARCHAR(9) NOT NULL,
  right_id UUID,
  co_ownership VARCHAR(6),
  reason TEXT DEFAULT '' NOT NULL,
  fields TEXT NOT NULL,
  confirmed TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_applications PRIMARY KEY (case_id, n),
  CONSTRAINT fk_applications_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT fk_applications_right_id FOREIGN KEY(right_id) REFERENCES rights (id)
)
;;
CREATE TABLE certificate_endings (
  number VARCHAR(80) NOT NULL,
  right_id UUID NOT NULL,
  how VARCHAR(10) NOT NULL,
  case_id UUID NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_certificate_endings PRIMARY KEY (number),
  CONSTRAINT fk_certificate_endings_right_id FOREIGN KEY(right_id) REFERENCES rights (id),
  CONSTRAINT fk_certificate_endings_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE certificates (
  id UUID NOT NULL,
  kind VARCHAR(11) CONSTRAINT ck_certificates_kind CHECK (kind IN ('certificate','proof')),
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  number VARCHAR(80) NOT NULL,
  right_id UUID NOT NULL,
  holder_ord INTEGER,
  copy INTEGER DEFAULT '1' NOT NULL,
  values TEXT NOT NULL,
  case_id UUID NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_certificates PRIMARY KEY (id),
  CONSTRAINT uq_certificates_kind_year_no UNIQUE (kind, year, no),
  CONSTRAINT uq_certificates_number UNIQUE (number),
  CONSTRAINT fk_certificates_right_id FOREIGN KEY(right_id) REFERENCES rights (id),
  CONSTRAINT fk_certificates_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE INDEX ix_certificates_case_id ON certificates (case_id)
;;
CREATE INDEX ix_certificates_right_id ON certificates (right_id)
;;
CREATE TABLE closings (
  right_id UUID NOT NULL,
  cause VARCHAR(20) NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  case_id UUID NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_closings PRIMARY KEY (right_id),
  CONSTRAINT fk_closings_right_id FOREIGN KEY(right_id) REFERENCES rights (id),
  CONSTRAINT fk_closings_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE TABLE holders (
  right_id UUID NOT NULL,
  ord INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  id_type VARCHAR(2) NOT NULL,
  id_number VARCHAR(40) NOT NULL,
  share VARCHAR(40),
  person TEXT NOT NULL,
  CONSTRAINT pk_holders PRIMARY KEY (right_id, ord),
  CONSTRAINT fk_holders_right_id FOREIGN KEY(right_id) REFERENCES rights (id)
)
;;
CREATE INDEX ix_holders_id_number ON holders (id_number)
;;
CREATE INDEX ix_holders_name ON holders (name)
;;
CREATE TABLE right_now (
  right_id UUID NOT NULL,
  unit_code VARCHAR(28) NOT NULL,
  right_type VARCHAR(2) NOT NULL,
  page VARCHAR(10) NOT NULL,
  CONSTRAINT pk_right_now PRIMARY KEY (right_id),
  CONSTRAINT fk_right_now_right_id FOREIGN KEY(right_id) REFERENCES rights (id)
)
;;
CREATE INDEX ix_right_now_unit_code ON right_now (unit_code)
;;
CREATE UNIQUE INDEX uq_right_now_ownership ON right_now (unit_code) WHERE page = 'ownership'
;;
CREATE TABLE unit_unlocks (
  lock_id UUID NOT NULL,
  reason VARCHAR(200) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_unit_unlocks PRIMARY KEY (lock_id),
  CONSTRAINT fk_unit_unlocks_lock_id FOREIGN KEY(lock_id) REFERENCES unit_locks (id)
)
;;
CREATE TABLE case_units (
  case_id UUID NOT NULL,
  n INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  unit_code VARCHAR(28) NOT NULL,
  CONSTRAINT pk_case_units PRIMARY KEY (case_id, n, ord),
  CONSTRAINT fk_case_units_case_id_n FOREIGN KEY(case_id, n) REFERENCES applications (case_id, n),
  CONSTRAINT fk_case_units_unit_code FOREIGN KEY(unit_code) REFERENCES units (code)
)
;;
CREATE INDEX ix_case_units_unit_code ON case_units (unit_code)
;;
CREATE TABLE certificate_rights (
  certificate_id UUID NOT NULL,
  right_id UUID NOT NULL,
  CONSTRAINT pk_certificate_rights PRIMARY KEY (certificate_id, right_id),
  CONSTRAINT fk_certificate_rights_certificate_id FOREIGN KEY(certificate_id) REFERENCES certificates (id),
  CONSTRAINT fk_certificate_rights_right_id FOREIGN KEY(right_id) REFERENCES rights (id)
)
;;
CREATE INDEX ix_certificate_rights_right_id ON certificate_rights (right_id)
;;
CREATE TABLE papers (
  id UUID NOT NULL,
  kind VARCHAR(24) NOT NULL,
  case_id UUID,
  certificate_id UUID,
  serial VARCHAR(15),
  values TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  content BYTEA NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_papers PRIMARY KEY (id),
  CONSTRAINT fk_papers_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT fk_papers_certificate_id FOREIGN KEY(certificate_id) REFERENCES certificates (id)
)
;;
CREATE INDEX ix_papers_case_id ON papers (case_id)
;;
CREATE TABLE parties (
  case_id UUID NOT NULL,
  n INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  role VARCHAR(10) NOT NULL,
  name VARCHAR(200) NOT NULL,
  id_type VARCHAR(2) NOT NULL,
  id_number VARCHAR(40) NOT NULL,
  share VARCHAR(40),
  person TEXT NOT NULL,
  CONSTRAINT pk_parties PRIMARY KEY (case_id, n, ord),
  CONSTRAINT fk_parties_case_id_n FOREIGN KEY(case_id, n) REFERENCES applications (case_id, n),
  CONSTRAINT ck_parties_role CHECK (role IN ('holder','obligor','agent','guardian','organ','consenting'))
)
;;
CREATE INDEX ix_parties_id_number ON parties (id_number)
;;
CREATE INDEX ix_parties_name ON parties (name)
;;
CREATE TABLE print_jobs (
  id UUID NOT NULL,
  certificate_id UUID NOT NULL,
  serial VARCHAR(15) NOT NULL,
  "window" INTEGER,
  case_id UUID NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_print_jobs PRIMARY KEY (id),
  CONSTRAINT fk_print_jobs_certificate_id FOREIGN KEY(certificate_id) REFERENCES certificates (id),
  CONSTRAINT fk_print_jobs_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE INDEX ix_print_jobs_case_id ON print_jobs (case_id)
;;
CREATE INDEX ix_print_jobs_certificate_id ON print_jobs (certificate_id)
;;
CREATE TABLE print_job_events (
  job_id UUID NOT NULL,
  n INTEGER NOT NULL,
  state VARCHAR(8) NOT NULL,
  sha256 VARCHAR(64),
  reason TEXT DEFAULT '' NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_print_job_events PRIMARY KEY (job_id, n),
  CONSTRAINT fk_print_job_events_job_id FOREIGN KEY(job_id) REFERENCES print_jobs (id)
)
;;
CREATE TABLE print_job_now (
  job_id UUID NOT NULL,
  certificate_id UUID NOT NULL,
  serial VARCHAR(15) NOT NULL,
  "window" INTEGER,
  n INTEGER NOT NULL,
  state VARCHAR(8) NOT NULL,
  CONSTRAINT pk_print_job_now PRIMARY KEY (job_id),
  CONSTRAINT fk_print_job_now_job_id FOREIGN KEY(job_id) REFERENCES print_jobs (id)
)
;;
CREATE UNIQUE INDEX uq_print_job_now_certificate ON print_job_now (certificate_id) WHERE state IN ('reserved', 'sent', 'printed')
;;
CREATE UNIQUE INDEX uq_print_job_now_serial ON print_job_now (serial) WHERE state IN ('reserved', 'sent', 'printed', 'spoilt')
;;
CREATE TABLE stock_moves (
  serial VARCHAR(15) NOT NULL,
  n INTEGER NOT NULL,
  kind VARCHAR(11) NOT NULL,
  from_n INTEGER,
  from_place VARCHAR(8),
  to_place VARCHAR(8) NOT NULL,
  job_id UUID,
  reason TEXT DEFAULT '' NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_stock_moves PRIMARY KEY (serial, n),
  CONSTRAINT uq_stock_moves_serial_n_to_place UNIQUE (serial, n, to_place),
  CONSTRAINT fk_stock_moves_chain FOREIGN KEY(serial, from_n, from_place) REFERENCES stock_moves (serial, n, to_place),
  CONSTRAINT ck_stock_moves_chain CHECK ((n = 1 AND from_n IS NULL AND from_place IS NULL) OR (n > 1 AND from_n = n - 1)),
  CONSTRAINT fk_stock_moves_job_id FOREIGN KEY(job_id) REFERENCES print_jobs (id)
)
;;
