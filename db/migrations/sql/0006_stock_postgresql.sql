-- The book of numbered sheets: every act on it, the second name, and what was counted.
CREATE TABLE stock_acts (
  id UUID NOT NULL,
  kind VARCHAR(11) NOT NULL,
  sheet_kind VARCHAR(11) NOT NULL,
  first VARCHAR(15) NOT NULL,
  last VARCHAR(15) NOT NULL,
  sheets INTEGER NOT NULL,
  from_place VARCHAR(8),
  to_place VARCHAR(8) NOT NULL,
  batch VARCHAR(40) NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  second VARCHAR(32),
  evidence TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_stock_acts PRIMARY KEY (id),
  CONSTRAINT ck_stock_acts_second CHECK (second IS NULL OR second <> actor),
  CONSTRAINT ck_stock_acts_witness CHECK (kind NOT IN ('spoilt','lost','destroyed')
    OR (second IS NOT NULL AND reason <> '')),
  CONSTRAINT fk_stock_acts_second FOREIGN KEY(second) REFERENCES staff (login)
)
;;
CREATE TABLE stock_counts (
  day DATE NOT NULL,
  place VARCHAR(8) NOT NULL,
  sheet_kind VARCHAR(11) NOT NULL,
  n INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  again INTEGER NOT NULL,
  book INTEGER NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_stock_counts PRIMARY KEY (day, place, sheet_kind, n),
  CONSTRAINT ck_stock_counts_twice CHECK (counted = again)
)
;;
ALTER TABLE stock_moves ADD COLUMN act_id UUID
  CONSTRAINT fk_stock_moves_act_id REFERENCES stock_acts (id)
;;
CREATE FUNCTION stock_acts_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
  SELECT 1 FROM permissions p JOIN staff_roles r ON r.role = p.role
  JOIN staff s ON s.login = r.login AND s.active
  WHERE p.kind = 'stock.' || NEW.kind AND r.login = NEW.actor) THEN
    PERFORM desk_refuse('D-ROLE stock_acts: not this person');
  END IF;
  IF NEW.second IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM staff WHERE login = NEW.second AND active) THEN
    PERFORM desk_refuse('D-ROLE stock_acts: the second name works here no more');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER stock_acts_before BEFORE INSERT ON stock_acts
  FOR EACH ROW EXECUTE FUNCTION stock_acts_before()
;;
ALTER TABLE stock_acts ENABLE ALWAYS TRIGGER stock_acts_before
;;
CREATE FUNCTION stock_counts_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
  SELECT 1 FROM permissions p JOIN staff_roles r ON r.role = p.role
  JOIN staff s ON s.login = r.login AND s.active
  WHERE p.kind = 'stock.counted' AND r.login = NEW.actor) THEN
    PERFORM desk_refuse('D-ROLE stock_counts: not this person');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER stock_counts_before BEFORE INSERT ON stock_counts
  FOR EACH ROW EXECUTE FUNCTION stock_counts_before()
;;
ALTER TABLE stock_counts ENABLE ALWAYS TRIGGER stock_counts_before
