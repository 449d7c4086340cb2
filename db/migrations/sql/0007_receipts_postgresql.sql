-- Receipts for papers: blocks of numbers handed out beforehand; each number ends used or void.
CREATE TABLE receipt_blocks (
  id UUID NOT NULL,
  year INTEGER NOT NULL,
  first_no INTEGER NOT NULL,
  last_no INTEGER NOT NULL,
  "window" INTEGER,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_receipt_blocks PRIMARY KEY (id),
  CONSTRAINT ck_receipt_blocks_order CHECK (first_no >= 1 AND last_no >= first_no),
  CONSTRAINT uq_receipt_blocks_year_first_no UNIQUE (year, first_no)
)
;;
CREATE TABLE receipts_for_papers (
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  block_id UUID NOT NULL,
  for_case UUID NOT NULL,
  item VARCHAR(8) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  received_by VARCHAR(32) NOT NULL,
  "window" INTEGER,
  "values" TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_receipts_for_papers PRIMARY KEY (year, no),
  CONSTRAINT fk_receipts_for_papers_block_id FOREIGN KEY(block_id) REFERENCES receipt_blocks (id)
)
;;
CREATE INDEX ix_receipts_for_papers_for_case ON receipts_for_papers (for_case)
;;
CREATE TABLE receipt_ends (
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  block_id UUID NOT NULL,
  how VARCHAR(4) NOT NULL,
  case_id UUID,
  reason TEXT DEFAULT '' NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_receipt_ends PRIMARY KEY (year, no),
  CONSTRAINT fk_receipt_ends_block_id FOREIGN KEY(block_id) REFERENCES receipt_blocks (id),
  CONSTRAINT fk_receipt_ends_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT ck_receipt_ends_how CHECK ((how = 'used' AND case_id IS NOT NULL)
    OR (how = 'void' AND case_id IS NULL AND trim(reason) <> '')),
  CONSTRAINT uq_receipt_ends_case_id UNIQUE (case_id)
)
;;
CREATE FUNCTION receipt_blocks_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.first_no <> coalesce((SELECT max(last_no) FROM receipt_blocks WHERE year = NEW.year), 0) + 1 THEN
    PERFORM desk_refuse('D-RECEIPT receipt_blocks: not the next numbers');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active
    WHERE r.login = NEW.actor AND r.role IN ('clerk')) THEN
    PERFORM desk_refuse('D-ROLE receipt_blocks: not this person');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER receipt_blocks_before BEFORE INSERT ON receipt_blocks
  FOR EACH ROW EXECUTE FUNCTION receipt_blocks_before()
;;
ALTER TABLE receipt_blocks ENABLE ALWAYS TRIGGER receipt_blocks_before
;;
CREATE FUNCTION receipts_for_papers_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM receipt_blocks WHERE id = NEW.block_id AND year = NEW.year
    AND first_no <= NEW.no AND last_no >= NEW.no) THEN
    PERFORM desk_refuse('D-RECEIPT receipts_for_papers: no block holds this number');
  END IF;
  IF EXISTS (SELECT 1 FROM receipt_ends WHERE year = NEW.year AND no = NEW.no) THEN
    PERFORM desk_refuse('D-RECEIPT receipts_for_papers: the number has ended');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active
    WHERE r.login = NEW.actor AND r.role IN ('clerk')) THEN
    PERFORM desk_refuse('D-ROLE receipts_for_papers: not this person');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER receipts_for_papers_before BEFORE INSERT ON receipts_for_papers
  FOR EACH ROW EXECUTE FUNCTION receipts_for_papers_before()
;;
ALTER TABLE receipts_for_papers ENABLE ALWAYS TRIGGER receipts_for_papers_before
;;
CREATE FUNCTION receipt_ends_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM receipt_blocks WHERE id = NEW.block_id AND year = NEW.year
    AND first_no <= NEW.no AND last_no >= NEW.no) THEN
    PERFORM desk_refuse('D-RECEIPT receipt_ends: no block holds this number');
  END IF;
  IF NEW.how = 'used' AND NOT EXISTS (SELECT 1 FROM receipts_for_papers p
    JOIN case_now c ON c.case_id = p.for_case AND c.accepted_at IS NOT NULL
    WHERE p.year = NEW.year AND p.no = NEW.no AND p.for_case = NEW.case_id) THEN
    PERFORM desk_refuse('D-RECEIPT receipt_ends: no receipt for this accepted case');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active
    WHERE r.login = NEW.actor AND r.role IN ('clerk', 'supervisor')) THEN
    PERFORM desk_refuse('D-ROLE receipt_ends: not this person');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER receipt_ends_before BEFORE INSERT ON receipt_ends
  FOR EACH ROW EXECUTE FUNCTION receipt_ends_before()
;;
ALTER TABLE receipt_ends ENABLE ALWAYS TRIGGER receipt_ends_before
